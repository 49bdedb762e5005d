"""One turn, one transaction: message, new state and every effect are committed together or not at all (D11)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.store import figures
from bot.store.audit import VISITOR
from bot.store.base.columns import whole_hour
from bot.store.base.database import Database
from bot.store.base.errors import Conflict, ConversationGone, Duplicate
from bot.store.base.vault import OpenKey, Vault
from bot.store.chat.chats import LiveChats, open_chat
from bot.store.chat.states import EndedBy
from bot.store.conversation import report_links
from bot.store.conversation.conversations import (
    Json,
    StoredConversation,
    conversation_row,
    erase_conversation,
    inbox_row,
)
from bot.store.conversation.models import Conversation, InboxRow
from bot.store.request import requests, withdrawals
from bot.store.request.states import RequestKind
from bot.store.telegram import request_links
from woningscan.conversation.effects import (
    CANCEL_REQUEST,
    CLOSE_CHAT,
    ERASE_CONVERSATION,
    OFFER_REPORT,
    OFFER_REQUEST,
    OPEN_CHAT,
    SAY_IN_CHAT,
    SUBMIT_REQUEST,
    Effect,
    Outcome,
)
from woningscan.conversation.memory import session_in


class Turns:
    def __init__(self, database: Database, vault: Vault, mail_domain: str, live_chats: LiveChats) -> None:
        self._database = database
        self._vault = vault
        self._mail_domain = mail_domain
        self._live_chats = live_chats

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
            outcomes = [self._run(effect, session, row, key, state, ledger, now) for effect in effects]
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
            found = conversation_row(session, self._vault, Conversation.id == conversation_id, lock=True)
            answered = inbox_row(session, self._vault, conversation_id, external_id)
            if found is None or answered is None or answered[0].outcomes is None:
                return
            (row, key), (message, _) = found, answered
            key.seal(message, InboxRow.replies, replies)
            message.outcomes = None
            if row.version == message.turn_version:
                key.seal(row, Conversation.last_replies, replies)
                key.seal(row, Conversation.offered, offered)

    def _lock(self, session: Session, given: StoredConversation, external_id: str) -> tuple[Conversation, OpenKey]:
        found = conversation_row(session, self._vault, Conversation.id == given.id, lock=True)
        if found is None:
            raise ConversationGone("conversation erased")
        row, key = found
        answered = inbox_row(session, self._vault, given.id, external_id)
        if answered is not None:
            raise Duplicate(key.open(answered[0], InboxRow.replies))
        if row.version != given.version or row.owner != given.owner:
            raise Conflict("another turn came first, or somebody else speaks now")
        return row, key

    def _run(
        self,
        effect: Effect,
        session: Session,
        row: Conversation,
        key: OpenKey,
        state: Json,
        ledger: Json,
        now: datetime,
    ) -> Outcome:
        """Does it and says what came of it. `ledger` takes what the conversation itself must remember of it."""
        data: dict[str, Any]
        match effect.kind:
            case kind if kind == SUBMIT_REQUEST:
                wish = requests.wish_in(effect.data)
                reference = requests.submit(
                    session,
                    self._vault,
                    wish.kind,
                    wish.fields,
                    self._mail_domain,
                    now,
                    urgent=wish.urgent,
                    filer=withdrawals.filer_of(self._vault, ledger),
                )
                data = {"reference": reference, "kind": wish.kind.word}
            case kind if kind == CANCEL_REQUEST:
                typed = str(effect.data["reference"])
                data = dict(withdrawals.withdraw(session, self._vault, typed, ledger, self._mail_domain, now))
            case kind if kind == OFFER_REPORT:
                data = {"token": report_links.offer(session, self._vault, key, state, now)}
            case kind if kind == OFFER_REQUEST:
                said = session_in(state)
                answers = dict(said.answers) if effect.data["with_answers"] else {}
                filer = withdrawals.filer_of(self._vault, ledger)
                begun = request_links.BegunRequest(RequestKind.of_word(effect.data["kind"]), answers, said.route, filer)
                data = {"token": request_links.offer(session, self._vault, key, begun, now), "kind": begun.kind.word}
            case kind if kind == ERASE_CONVERSATION:
                erase_conversation(session, self._vault, row.id, VISITOR, now)
                data = {}
            case kind if kind == OPEN_CHAT:
                data = self._live_chats.open(session, row, key, effect.data["share"], now)
            case kind if kind == SAY_IN_CHAT:
                words, danger = effect.data["text"], effect.data["danger"]
                data = {"kept": self._live_chats.say(session, row, key, words, danger, now)}
            case kind if kind == CLOSE_CHAT:
                data = self._close(effect.data, session, row, key, now)
            case _:
                raise ValueError("unknown effect")
        return Outcome(effect.kind, data)

    def _close(self, how: Json, session: Session, row: Conversation, key: OpenKey, now: datetime) -> Json:
        """Ends the chat. `tell` is what its end is told with, where that is no answer to a message.

        With `chat` it is staff that ends it: only that chat, and only who has it.
        """
        if "chat" in how:
            theirs = open_chat(session, row.id)
            if theirs is None or theirs.id != how["chat"] or theirs.staff_id != how["actor"]:
                raise Conflict("the chat is somebody else's by now")
        chat = self._live_chats.close(session, row, EndedBy(how["by"]), how.get("actor", VISITOR), now)
        if chat is not None and how.get("tell"):
            self._live_chats.tell(session, chat, row, key, how["tell"], now, row.version + 1)
        return {}

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
