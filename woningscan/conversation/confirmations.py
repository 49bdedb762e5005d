"""What is said after something was done: only ever from a committed row (design, section 2)."""

from __future__ import annotations

from woningscan.chat import live
from woningscan.content.model import Content
from woningscan.conversation import effects
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.effects import Outcome
from woningscan.conversation.reply import Reply, link, text

_CANCELLED = {
    "cancelled": "booking.cancelled",
    "already": "booking.cancelled.already",
    "passed": "booking.cancel.passed",
    "enough": "booking.cancel.enough",
}
_LABELS = {effects.OFFER_REQUEST: "open_request", effects.OFFER_DATA: "open_data"}
_KEYS = {
    effects.OFFER_REPORT: "plan.report",
    effects.OFFER_DATA: "privacy.kept",
    effects.ERASE_CONVERSATION: "privacy.erased",
}
# Said to whom it was not proven that the request is theirs: the same for every reference, and where proof is given.
_UNPROVEN = ("passed", "enough")


def confirmation(content: Content, outcome: Outcome) -> Reply:
    """The message that belongs to what was committed. Raises KeyError for an outcome nobody knows."""
    if outcome.kind == effects.OPEN_CHAT:
        return live.opened(content, outcome)
    if outcome.kind == effects.SAY_IN_CHAT:
        return live.said(content, "handoff.too_many", tools=(live.STOP, *ALWAYS))
    key = _key(outcome)
    said = text(content.messages[key].format_map(outcome.data))
    if outcome.kind == effects.OFFER_REPORT:
        opened = link(content.labels["open_report"], outcome.data["url"])
        goes_on = ("talk_to_human",) if outcome.data.get("stopped") else ("book_scan", "resume")
        return Reply(key, (said, opened), commands(content, goes_on), commands(content, ALWAYS))
    if outcome.kind in (effects.OFFER_REQUEST, effects.OFFER_DATA):
        opened = link(content.labels[_LABELS[outcome.kind]], outcome.data["url"])
        return Reply(key, (said, opened), commands(content, ("resume", "help")), commands(content, ALWAYS))
    if outcome.kind == effects.ERASE_CONVERSATION:
        return Reply(key, (said,))
    if outcome.kind == effects.CANCEL_REQUEST and outcome.data["result"] in _UNPROVEN:
        own_page = link(content.labels["open_own"], outcome.data["url"])
        return Reply(key, (said, own_page), commands(content, ("resume", "help")), commands(content, ALWAYS))
    return Reply(key, (said,), commands(content, ("resume", "send_report", "help")), commands(content, ALWAYS))


def is_silent(outcome: Outcome) -> bool:
    """Nothing is said about a message that reached the chat, or about the end of one: the turn itself does."""
    return outcome.kind == effects.CLOSE_CHAT or (outcome.kind == effects.SAY_IN_CHAT and outcome.data["kept"])


def _key(outcome: Outcome) -> str:
    if outcome.kind == effects.SUBMIT_REQUEST:
        return f"booking.confirmed.{outcome.data['kind']}"
    if outcome.kind == effects.OFFER_REQUEST:
        return f"booking.link.{outcome.data['kind']}"
    if outcome.kind == effects.CANCEL_REQUEST:
        return _CANCELLED[outcome.data["result"]]
    return _KEYS[outcome.kind]
