"""All durable data: `open_store` gives the stores of one database, ready to use."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.conversations import Conversations, StoredConversation
from bot.store.database import Database, check_workers
from bot.store.errors import (
    AuditBroken,
    Conflict,
    ConversationGone,
    Duplicate,
    KeyProblem,
    StoreError,
    StoreUnavailable,
    Tampered,
    UnsafeSettings,
)
from bot.store.keys import KeyRing
from bot.store.reports import Reports
from bot.store.requests import Requests, StoredRequest
from bot.store.turns import Turns
from bot.store.vault import Vault

__all__ = [
    "AuditBroken",
    "Conflict",
    "ConversationGone",
    "Database",
    "Duplicate",
    "KeyProblem",
    "KeyRing",
    "Store",
    "StoreError",
    "StoreUnavailable",
    "StoredConversation",
    "StoredRequest",
    "Tampered",
    "UnsafeSettings",
    "check_workers",
    "open_store",
]


@dataclass(frozen=True)
class Store:
    database: Database
    vault: Vault
    conversations: Conversations
    turns: Turns
    requests: Requests
    reports: Reports

    def close(self) -> None:
        self.database.close()


def open_store(url: str, keys: KeyRing, mail_domain: str = "woningscan.invalid") -> Store:
    """Opens the database, migrates it, and checks that the keys belong to it.

    `mail_domain` is the right-hand side of Message-IDs. Raises `UnsafeSettings`, `KeyProblem`, `Tampered` or
    `StoreUnavailable`.
    """
    database = Database(url)
    try:
        database.migrate()
        vault = Vault(database, keys)
    except BaseException:
        database.close()
        raise
    return Store(
        database=database,
        vault=vault,
        conversations=Conversations(database, vault),
        turns=Turns(database, vault, mail_domain),
        requests=Requests(database, vault),
        reports=Reports(database, vault),
    )
