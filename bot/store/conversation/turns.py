"""One turn, one transaction: message, new state and every effect are committed together or not at all (D11)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.store import figures
from bot.store.base.columns import whole_hour
from bot.store.base.database import Database
from bot.store.base.errors import Conflict, ConversationGone, Duplicate
from bot.store.base.vault import OpenKey, Vault
from bot.store.conversation.conversations import Json, StoredConversation, conversation_row, inbox_row
from bot.store.conversation.models import Conversation, InboxRow
from woningscan.conversation.effects import ERASE_CONVERSATION, SUBMIT_REQUEST, Effect, Outcome


@dataclass(frozen=True)
class TurnAtWork:
    """The transaction of a turn, for what does one of its effects.

    `row` is locked, `key` opens it, `state` is the new state. `ledger` takes what the conversation must remember of it.
    """

    session: Session
    row: Conversation
    key: OpenKey
    state: Json
    ledger: Json
    now: datetime


EffectHandler = Callable[[TurnAtWork, Json], Json]
"""Does an effect with these data, in the turn's transaction, and gives what its confirmation is rendered from."""


class Turns:
    def __init__(self, database: Database, vault: Vault, effects: Mapping[str, EffectHandler]) -> None:
        """`effects` has who does each kind of effect (`bot/store/effects.py`)."""
        self._database = database
        self._vault = vault
        self._effects = effects

    def commit_turn(
        self,
        conversation: StoredConversation,
        *,
        state: Json,
        offered: list[Json],
        replies: list[Json],
        effects: list[Effect],
        external_id: str,
        now: datetime,
        finished: bool | None = None,
        told: Sequence[str] = (),
        events: Mapping[str, Mapping[str, int]] | None = None,
    ) -> list[Outcome]:
        """Commits a turn and returns what came of its effects, in their order.

        `replies` are those known so far: confirmations follow by `record_replies`. `finished` says from now on whether
        the scan is done (a longer retention); None leaves that as it is. `told` are the references of requests of which
        the replies say that nobody picked them up. `events` are what happened in this conversation, each with the
        figures it adds to; an event is counted once per conversation.

        Raises `Duplicate` when this message was answered before, `Conflict` when another turn came first,
        `ConversationGone` when the conversation was erased, `BadRequest` for a request that is none, `ValueError` for
        an effect that does not exist; nothing is committed then.
        """
        with self._database.writing() as session:
            row, key = self._lock(session, conversation, external_id)
            ledger = dict(conversation.ledger)
            turn = TurnAtWork(session, row, key, state, ledger, now)
            outcomes = [self._run(effect, turn) for effect in effects]
            ledger, counts = _entered(ledger, outcomes, told, events or {})
            erased = any(effect.kind == ERASE_CONVERSATION for effect in effects)
            if not erased:
                row.version += 1
                row.updated_at = whole_hour(now)
                row.finished = row.finished if finished is None else finished
                key.seal(row, Conversation.state, state)
                key.seal(row, Conversation.offered, offered)
                key.seal(row, Conversation.last_replies, replies)
                key.seal(row, Conversation.ledger, ledger)
                self._remember(session, row, key, external_id, replies, outcomes, now)
            figures.count(session, counts, now)
        if erased:
            self._database.scrub()
        return outcomes

    def record_replies(self, conversation_id: str, external_id: str, replies: list[Json], offered: list[Json]) -> None:
        """Stores the final replies of a committed turn, with the confirmations rendered from its outcomes.

        Idempotent, and harmless when the conversation went on or was erased meanwhile: the newer turn wins.
        """
        with self._database.writing() as session:
            opened = conversation_row(session, self._vault, Conversation.id == conversation_id, lock=True)
            answered = inbox_row(session, self._vault, conversation_id, external_id)
            if opened is None or answered is None or answered[0].outcomes is None:
                return
            (row, key), (message, _) = opened, answered
            key.seal(message, InboxRow.replies, replies)
            message.outcomes = None
            if row.version == message.turn_version:
                key.seal(row, Conversation.last_replies, replies)
                key.seal(row, Conversation.offered, offered)

    def _lock(self, session: Session, loaded: StoredConversation, external_id: str) -> tuple[Conversation, OpenKey]:
        opened = conversation_row(session, self._vault, Conversation.id == loaded.id, lock=True)
        if opened is None:
            raise ConversationGone("conversation erased")
        row, key = opened
        answered = inbox_row(session, self._vault, loaded.id, external_id)
        if answered is not None:
            raise Duplicate(key.open(answered[0], InboxRow.replies))
        if row.version != loaded.version or row.owner != loaded.owner:
            raise Conflict("another turn came first, or somebody else speaks now")
        return row, key

    def _run(self, effect: Effect, turn: TurnAtWork) -> Outcome:
        """Does it and says what came of it."""
        if effect.kind not in self._effects:
            raise ValueError("unknown effect")
        return Outcome(effect.kind, self._effects[effect.kind](turn, effect.data))

    def _remember(
        self,
        session: Session,
        conversation: Conversation,
        key: OpenKey,
        external_id: str,
        replies: list[Json],
        outcomes: list[Outcome],
        now: datetime,
    ) -> None:
        results = [{"kind": outcome.kind, "data": outcome.data} for outcome in outcomes]
        row = InboxRow(
            id=secrets.token_hex(16),
            conversation_id=conversation.id,
            external_id_hash=self._vault.hash("external-id", conversation.id, external_id),
            turn_version=conversation.version,
            created_at=whole_hour(now),
        )
        key.seal(row, InboxRow.replies, replies)
        key.seal(row, InboxRow.outcomes, results)
        session.add(row)


def _entered(
    ledger: Json, outcomes: list[Outcome], told: Sequence[str], events: Mapping[str, Mapping[str, int]]
) -> tuple[Json, list[tuple[str, int]]]:
    """The ledger after a turn, and what the turn adds to the figures."""
    made = [outcome.data["reference"] for outcome in outcomes if outcome.kind == SUBMIT_REQUEST]
    known = [reference for reference in [*ledger.get("requests", []), *made] if reference not in told]
    counted = list(ledger.get("counted", []))
    fresh = [event for event in events if event not in counted]
    counts = [pair for event in fresh for pair in events[event].items()]
    return {**ledger, "requests": known, "counted": [*counted, *fresh]}, counts
