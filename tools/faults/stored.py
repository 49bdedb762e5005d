"""What is stored and what was mailed at the end, read through the store alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage

from sqlalchemy import text

from bot.store import KeyRing, Store, open_store
from tests.support.telegram.official import waiting as messages_waiting
from tools.faults.observations import Record


@dataclass(frozen=True)
class StoredTalk:
    """A conversation that is there: its answers by question, and which of its messages were answered."""

    answers: Mapping[str, str]
    answered: frozenset[str]


@dataclass(frozen=True)
class StoredCase:
    """A request: what was filled in, its status, and the Message-ID of each of its mails with the status of that."""

    fields: Mapping[str, str]
    status: str
    mails: Mapping[str, str]


@dataclass(frozen=True)
class Aftermath:
    """What is left when all is over. `mailbox` has each delivered mail: Message-ID and subject with text."""

    talks: Mapping[int, StoredTalk]
    cases: Mapping[str, StoredCase]
    mailbox: list[tuple[str, str]] = field(default_factory=list)


def aftermath(url: str, keys: KeyRing, record: Record, mails: Iterable[EmailMessage]) -> Aftermath:
    store = open_store(url, keys)
    try:
        return Aftermath(_talks(store, record), _cases(store), [_mail(one) for one in mails])
    finally:
        store.close()


def waiting(url: str, keys: KeyRing) -> int:
    """How many mails, and messages from and to Telegram, still wait."""
    store = open_store(url, keys)
    try:
        with store.database.reading() as session:
            mails = session.execute(text("SELECT count(*) FROM outbox WHERE status = 'waiting'")).scalar_one()
        return int(mails) + messages_waiting(store)
    finally:
        store.close()


def _talks(store: Store, record: Record) -> dict[int, StoredTalk]:
    talks = {}
    for number, token in record.tokens.items():
        stored = store.conversations.load(token)
        if stored is None:
            continue
        memory = (stored.state.get("slots") or {}).get("memory") or {}
        sent = {one.message_id for one in record.of(number) if one.message_id}
        conversations = store.conversations
        answered = {one for one in sent if conversations.already_answered(stored.id, one) is not None}
        talks[number] = StoredTalk(memory.get("answers") or {}, frozenset(answered))
    return talks


def _cases(store: Store) -> dict[str, StoredCase]:
    with store.database.reading() as session:
        rows = session.execute(text("SELECT id, reference FROM request")).all()
        mails = session.execute(text("SELECT request_id, message_id, status FROM outbox")).all()
    cases = {}
    for request_id, reference in rows:
        found = store.requests.find(reference)
        if found is not None:
            own = {message_id: str(status) for owner, message_id, status in mails if owner == request_id}
            cases[reference] = StoredCase(found.fields or {}, found.status.value, own)
    return cases


def _mail(message: EmailMessage) -> tuple[str, str]:
    body = message.get_body(("plain",))
    return str(message["Message-ID"]), f"{message['Subject']}\n{body.get_content() if body else ''}"
