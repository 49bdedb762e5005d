"""What a turn comes to, and how it is read from and put back into what is stored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from bot.store import StoredConversation
from woningscan.conversation.effects import (
    CANCEL_REQUEST,
    OFFER_DATA,
    OFFER_REPORT,
    OFFER_REQUEST,
    Effect,
    Outcome,
)
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply

State = dict[str, Any]
# Where links lead to: with a token that works once, or to where the own request can be opened.
_PAGES = {
    OFFER_REPORT: "/rapport/",
    OFFER_DATA: "/gegevens/",
    OFFER_REQUEST: "/aanvraag/begin/",
    CANCEL_REQUEST: "/aanvraag/",
}


@dataclass(frozen=True)
class Result:
    """What a turn would say, keep and do, before anything of it is committed.

    `complete` is false when the engine was away: the same message sent again then gets its real answer. `refused`: its
    answer was none that an engine of ours gives.
    """

    state: State
    replies: list[Reply] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    complete: bool = True
    refused: bool = False


def with_memory(state: State, memory: Memory) -> State:
    """The same state, forms and all, with another memory."""
    return {**state, "slots": {**(state.get("slots") or {}), "memory": memory.to_dict()}}


def with_link(outcome: Outcome, public_url: str) -> Outcome:
    """The outcome with the address that its confirmation gives, where it has one."""
    page = _PAGES.get(outcome.kind)
    if page is None:
        return outcome
    return replace(outcome, data={**outcome.data, "url": f"{public_url}{page}{outcome.data.get('token', '')}"})


def offered_in(replies: list[Reply]) -> list[Choice]:
    """All buttons of these replies."""
    return [choice for reply in replies for choice in (*reply.choices, *reply.tools)]


def last_question(stored: StoredConversation) -> list[Reply]:
    """What was asked last, to show again when a message could not be used."""
    return [Reply.from_dict(reply) for reply in stored.last_replies if _asks(reply)][-1:]


def _asks(reply: dict[str, Any]) -> bool:
    """Whether a reply asks something: it has answers to press, or it is a field of a request, which may have none."""
    return bool(reply["choices"]) or str(reply["id"]).startswith("booking.ask.")
