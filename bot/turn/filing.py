"""A member of staff files a request for the official they chat with, as that official's conversation would.

So the conversation that it was made in can withdraw it, and is told its reference from the committed row.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from bot.store import Conflict, ConversationGone, Duplicate, Store
from bot.store.chat.staff import NotYours
from bot.store.conversation.owner import Owner
from bot.turn.result import with_memory
from bot.turn.service import ATTEMPTS
from woningscan.chat import live
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.confirmations import confirmation
from woningscan.conversation.effects import SUBMIT_REQUEST, Effect
from woningscan.conversation.memory import memory_in
from woningscan.conversation.reply import Reply


@dataclass(frozen=True)
class Filing:
    """Who files what in which chat. `number` is of the form: the same twice files once."""

    chat_id: str
    staff_id: str
    number: str
    kind: str
    fields: dict[str, str] = field(repr=False)
    urgent: bool = False


def file_request(content: Content, store: Store, filing: Filing, now: datetime) -> str | None:
    """Files it, tells the official and gives the member the request; its reference, None for a form sent before.

    Raises NotYours for a chat that is not this member's, `Conflict` when the conversation does not stand still.
    """
    chat = {"chat": filing.chat_id, "actor": filing.staff_id}
    wish = {"kind": filing.kind, "fields": filing.fields, "urgent": filing.urgent}
    for _ in range(ATTEMPTS):
        stored = store.conversations.load_by_id(store.staff_chats.conversation_of(filing.chat_id, filing.staff_id))
        if stored is None or stored.owner != Owner.PERSON:
            continue
        message_id = f"aanvraag-{filing.number}"
        try:
            (outcome,) = store.turns.commit_turn(
                stored,
                state=with_memory(stored.state, memory_in(stored.state).but(requested=True)),
                offered=stored.offered,
                replies=stored.last_replies,
                effects=[Effect(SUBMIT_REQUEST, {**wish, **chat})],
                external_id=message_id,
                now=now,
            )
        except Duplicate:
            return None
        except (Conflict, ConversationGone):
            continue
        store.turns.record_replies(stored.id, message_id, stored.last_replies, stored.offered)
        reference = str(outcome.data["reference"])
        store.cases.claim(reference, filing.staff_id, now)
        said = confirmation(content, outcome)
        told = Reply(said.id, said.parts, (), commands(content, (live.STOP, *ALWAYS)))
        with suppress(NotYours):  # the chat ended meanwhile: the member sees the request, and calls
            store.staff_chats.tell(filing.chat_id, filing.staff_id, [told.to_dict()], now)
        return reference
    raise Conflict("too many turns of one conversation at once")
