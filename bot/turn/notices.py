"""What became known since the last turn and is told with the next: a request that nobody picked up in time."""

from __future__ import annotations

from bot.store import Store
from woningscan.content.model import Content
from woningscan.conversation.reply import Reply, text


def with_notices(content: Content, store: Store, replies: list[Reply], forsaken: list[str]) -> list[Reply]:
    """What nobody picked up (`forsaken`, references) is told first, but nothing stands before words about a threat."""
    urgent = store.requests.urgent_among(forsaken)
    notices = [_not_picked_up(content, reference, urgent=reference in urgent) for reference in forsaken]
    if any(reply.id.startswith("threat.") for reply in replies):
        return [*replies, *notices]
    return [*notices, *replies]


def _not_picked_up(content: Content, reference: str, *, urgent: bool) -> Reply:
    """Who asked for something urgent may read this at night: then it names who can be reached at any hour."""
    key = "booking.not_picked_up"
    message = content.messages[f"{key}.urgent" if urgent else key]
    return Reply(key, (text(message.format(reference=reference)),))
