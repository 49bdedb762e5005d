"""What waits to be said in Telegram: sealed, in order per chat, sent by whoever holds the claim.

A message goes away once Telegram has it. A claim that runs out, because the app was killed, is taken up again: a
message may then arrive twice, it is never lost.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from bot.store.base.database import Database
from bot.store.base.models import DataKey
from bot.store.base.vault import OpenKey, Vault
from bot.store.queue import Claim, QueueStatus, claim, postpone, waiting
from bot.store.telegram.models import TelegramChat, TelegramOutgoing

Message = dict[str, Any]
DELETABLE = timedelta(hours=48)
"""How old a message may be that a bot deletes, its own and the official's (Bot API, `deleteMessages`)."""
MOST_DELETED = 500
_OWN = "telegram"  # the purpose of a key that belongs to one message alone


@dataclass(frozen=True)
class ClaimedMessage:
    claim: Claim
    chat_hash: str
    chat_id: int = field(repr=False)
    message: Message = field(repr=False)


class TelegramQueue:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def add(self, chat_id: int, chat_hash: str, messages: tuple[Message, ...], now: datetime, *, urgent: bool) -> None:
        with self._database.writing() as session:
            add(session, self._vault, chat_id, chat_hash, messages, now, urgent=urgent)

    def claim(self, now: datetime, lease: timedelta, limit: int) -> list[ClaimedMessage]:
        """The first message of each chat, an urgent one before all others, where it is due."""
        wanted = select(TelegramOutgoing.id).where(~_behind_another())
        wanted = wanted.order_by(TelegramOutgoing.urgent.desc(), TelegramOutgoing.due_at)
        return claim(self._database, TelegramOutgoing, wanted, self._read, now, lease, limit)

    def _read(self, session: Session, row: TelegramOutgoing, claim: Claim) -> ClaimedMessage:
        contents = self._vault.key_of(session, row.data_key_id).open(row, TelegramOutgoing.contents)
        return ClaimedMessage(claim, row.chat_hash, contents["chat"], contents["message"])

    def sent(self, claimed: ClaimedMessage) -> None:
        """Removes a message that Telegram has, or that it will never take."""
        with self._database.writing() as session:
            _remove(session, self._vault, TelegramOutgoing.id == claimed.claim.row_id)

    def sent_as(self, claimed: ClaimedMessage, message_id: int, now: datetime) -> None:
        """As `sent`, and remembers the message, to delete it with the conversation, and the turn of its buttons."""
        with self._database.writing() as session:
            keyboard = read_keyboard(session, self._vault, claimed.chat_hash)
            if claimed.message["keyboard"]:
                shown = [*keyboard.get("shown", []), [message_id, claimed.message["turn"]]]
                keyboard = {**keyboard, "shown": shown}
            write_keyboard(session, self._vault, claimed.chat_hash, with_number(keyboard, message_id, now))
            _remove(session, self._vault, TelegramOutgoing.id == claimed.claim.row_id)

    def settled(self, claimed: ClaimedMessage, before: int) -> None:
        """As `sent`, and remembers that no message shows the buttons of an earlier turn any more."""
        with self._database.writing() as session:
            keyboard = read_keyboard(session, self._vault, claimed.chat_hash)
            shown = [pair for pair in keyboard.get("shown", []) if pair[1] >= before]
            write_keyboard(session, self._vault, claimed.chat_hash, {**keyboard, "shown": shown})
            _remove(session, self._vault, TelegramOutgoing.id == claimed.claim.row_id)

    def buttons_gone(self, claimed: ClaimedMessage, message_ids: list[int]) -> None:
        """Remembers that these messages show no buttons any more; the message stays in the queue."""
        with self._database.writing() as session:
            keyboard = read_keyboard(session, self._vault, claimed.chat_hash)
            shown = [pair for pair in keyboard.get("shown", []) if pair[0] not in message_ids]
            write_keyboard(session, self._vault, claimed.chat_hash, {**keyboard, "shown": shown})

    def later(self, claimed: ClaimedMessage, due_at: datetime) -> None:
        postpone(self._database, TelegramOutgoing, claimed.claim, due_at)


def add(
    session: Session,
    vault: Vault,
    chat_id: int,
    chat_hash: str,
    messages: tuple[Message, ...],
    now: datetime,
    *,
    urgent: bool,
) -> None:
    """Adds to the end of a chat's queue in the caller's transaction.

    Sealed with the key of the chat's conversation. Without one, after an erasure for instance, each has its own key.
    """
    chat = open_chat(session, vault, chat_hash)
    last = select(func.max(TelegramOutgoing.position)).where(TelegramOutgoing.chat_hash == chat_hash)
    start = session.scalars(last).one() or 0
    for number, message in enumerate(messages, start=start + 1):
        key = chat[1] if chat is not None else vault.new_data_key(session, _OWN)
        row = TelegramOutgoing(
            id=secrets.token_hex(16),
            chat_hash=chat_hash,
            position=number,
            urgent=urgent,
            data_key_id=key.id,
            **waiting(now),
        )
        key.seal(row, TelegramOutgoing.contents, {"chat": chat_id, "message": message})
        session.add(row)
    session.flush()


def open_chat(session: Session, vault: Vault, chat_hash: str) -> tuple[TelegramChat, OpenKey] | None:
    """The chat's row with the key that opens it."""
    row = session.get(TelegramChat, chat_hash)
    key = None if row is None else vault.data_key(session, row.data_key_id)
    return None if row is None or key is None else (row, key)


def read_keyboard(session: Session, vault: Vault, chat_hash: str) -> dict[str, Any]:
    """`shown`: pairs of a message and the turn whose buttons it shows; `pressed`: the button that was pressed last;
    `asked`: pairs of a message of the official and the question that was open then; `numbers`: pairs of a message of
    either side and when it came, in seconds."""
    opened = open_chat(session, vault, chat_hash)
    if opened is None:
        return {}
    row, key = opened
    keyboard: dict[str, Any] = key.open(row, TelegramChat.keyboard) or {}
    return keyboard


def with_number(keyboard: dict[str, Any], number: int, now: datetime) -> dict[str, Any]:
    """The same with one message more that Telegram may still delete."""
    numbers = [pair for pair in keyboard.get("numbers", []) if pair[0] in deletable([pair], now)]
    return {**keyboard, "numbers": [*numbers, [number, int(now.timestamp())]][-MOST_DELETED:]}


def deletable(numbers: Iterable[Sequence[int]], now: datetime) -> list[int]:
    """The messages that are young enough for Telegram to delete them."""
    since = (now - DELETABLE).timestamp()
    return [number for number, at in numbers if at > since]


def write_keyboard(session: Session, vault: Vault, chat_hash: str, keyboard: dict[str, Any]) -> None:
    """Changes nothing for a chat whose conversation was erased meanwhile."""
    opened = open_chat(session, vault, chat_hash)
    if opened is not None:
        opened[1].seal(opened[0], TelegramChat.keyboard, keyboard)


def remove_all(session: Session, vault: Vault, chat_hash: str) -> None:
    """Removes all that waits to be said in a chat."""
    _remove(session, vault, TelegramOutgoing.chat_hash == chat_hash)


def remove_failed(session: Session, vault: Vault, before: datetime) -> None:
    """Removes what could not be read and was to be sent before that moment."""
    failed = TelegramOutgoing.status == QueueStatus.FAILED
    _remove(session, vault, and_(failed, TelegramOutgoing.due_at <= before))


def _remove(session: Session, vault: Vault, condition: Any) -> None:
    own = (
        select(TelegramOutgoing.data_key_id)
        .join(DataKey, DataKey.id == TelegramOutgoing.data_key_id)
        .where(condition, DataKey.purpose == _OWN)
    )
    keys = session.scalars(own).all()
    session.execute(delete(TelegramOutgoing).where(condition))
    for key_id in keys:
        vault.erase(session, key_id)


def _behind_another() -> Any:
    """Whether another message of the same chat goes first."""
    before = aliased(TelegramOutgoing)
    goes_first = or_(
        before.urgent > TelegramOutgoing.urgent,
        and_(before.urgent == TelegramOutgoing.urgent, before.position < TelegramOutgoing.position),
    )
    waits = before.status == QueueStatus.WAITING
    return exists().where(before.chat_hash == TelegramOutgoing.chat_hash, waits, goes_first)
