"""All durable data: `open_store` gives the stores of one database, ready to use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.store.adviser.advisers import Advisers
from bot.store.base.database import Database, check_workers
from bot.store.base.errors import (
    AuditBroken,
    BadRequest,
    Conflict,
    ConversationGone,
    Duplicate,
    KeyProblem,
    StoreError,
    StoreUnavailable,
    Tampered,
    Unreadable,
    UnsafeSettings,
)
from bot.store.base.keys import KeyRing
from bot.store.base.vault import Vault
from bot.store.chat.chats import LiveChats
from bot.store.chat.desk import Desk
from bot.store.chat.past import PastChats
from bot.store.chat.staff import StaffChats
from bot.store.conversation.conversations import Conversations, StoredConversation
from bot.store.conversation.report_links import Reports
from bot.store.conversation.turns import Turns
from bot.store.effects import Effects
from bot.store.kept import KeptLinks
from bot.store.notices import Alarm
from bot.store.request.cases import Cases
from bot.store.request.holder.own import OwnRequests
from bot.store.request.requests import Requests, StoredRequest
from bot.store.request.work import Work
from bot.store.staff.accounts import Staff, StaffProblem
from bot.store.telegram.request_links import RequestLinks
from bot.store.telegram.updates import Telegram

__all__ = [
    "Alarm",
    "AuditBroken",
    "BadRequest",
    "Conflict",
    "ConversationGone",
    "Database",
    "Duplicate",
    "KeyProblem",
    "KeyRing",
    "StaffProblem",
    "Store",
    "StoreError",
    "StoreUnavailable",
    "StoredConversation",
    "StoredRequest",
    "Tampered",
    "Unreadable",
    "UnsafeSettings",
    "check_workers",
    "open_store",
    "unopened_store",
]


@dataclass(frozen=True)
class Store:
    database: Database
    vault: Vault
    conversations: Conversations
    turns: Turns
    requests: Requests
    reports: Reports
    kept_links: KeptLinks
    request_links: RequestLinks
    telegram: Telegram
    staff: Staff
    live_chats: LiveChats
    staff_chats: StaffChats
    past_chats: PastChats
    desk: Desk
    work: Work
    cases: Cases
    own_requests: OwnRequests
    advisers: Advisers

    def prepare(self) -> None:
        """Migrates the database and takes the keys; may be tried again.

        Raises `StoreUnavailable` while it is away, `KeyProblem` or `Tampered` for keys that are not of this database.
        """
        try:
            self.database.migrate()
            self.vault.open()
        except StoreError as error:
            self.database.problem = str(error)
            raise

    def close(self) -> None:
        self.database.close()


def open_store(url: str, keys: KeyRing, mail_domain: str = "woningscan.invalid") -> Store:
    """Opens the database, migrates it, and checks that the keys belong to it.

    `mail_domain` is the right-hand side of Message-IDs. Raises `UnsafeSettings`, `KeyProblem`, `Tampered` or
    `StoreUnavailable`.
    """
    store = unopened_store(url, keys, mail_domain)
    try:
        store.prepare()
    except BaseException:
        store.close()
        raise
    return store


def unopened_store(url: str, keys: KeyRing | Callable[[], KeyRing], mail_domain: str = "woningscan.invalid") -> Store:
    """The stores of a database that may be away: until `prepare` succeeded all of them raise `StoreUnavailable`."""
    database = Database(url)
    database.wait_for_migration()
    vault = Vault(database, keys)
    live_chats, reports, kept_links, request_links = (
        LiveChats(database, vault),
        Reports(database, vault),
        KeptLinks(database, vault),
        RequestLinks(database, vault),
    )
    effects = Effects(vault, mail_domain, reports, kept_links, request_links, live_chats)
    return Store(
        database=database,
        vault=vault,
        conversations=Conversations(database, vault),
        turns=Turns(database, vault, effects.handlers()),
        requests=Requests(database, vault),
        reports=reports,
        kept_links=kept_links,
        request_links=request_links,
        telegram=Telegram(database, vault, live_chats),
        staff=Staff(database, vault),
        live_chats=live_chats,
        staff_chats=StaffChats(database, vault, live_chats),
        past_chats=PastChats(database, vault),
        desk=Desk(database, vault, live_chats),
        work=Work(database, vault),
        cases=Cases(database, vault, mail_domain),
        own_requests=OwnRequests(database, vault, mail_domain),
        advisers=Advisers(database, vault),
    )
