"""How a chat looks at the console: its lines, and what to do at a threat. The same for the page and for its script."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.office_hours import AMSTERDAM
from bot.store.chat.chats import ChatMessage
from bot.store.chat.states import Sender
from bot.templates import inert
from woningscan.chat.with_person import DOUBT
from woningscan.content.model import Content
from woningscan.conversation.reply import Reply
from woningscan.safety.speaking import for_whom

LOOKS_WITHIN = timedelta(seconds=90)
"""A page that is open asks every two seconds; one in another tab may be let do so by its browser once a minute."""
_SENDERS = {Sender.OFFICIAL: "ambtsdrager", Sender.STAFF: "medewerker", Sender.SYSTEM: "systeem"}
"""The words of the page and its script."""


def line_shown(message: ChatMessage, names: Mapping[str, str]) -> dict[str, Any]:
    """One message, with the name of the member who typed it.

    What the chatbot said is shown too, so that staff knows what the official read.
    """
    words = message.text
    if message.sender is Sender.SYSTEM:
        words = "\n".join(Reply.from_dict(reply).text for reply in message.replies)
    return {
        "nummer": message.seq,
        "van": _SENDERS[message.sender],
        "naam": names.get(message.by, ""),
        "tijd": message.at.astimezone(AMSTERDAM).strftime("%H:%M"),
        "tekst": inert(words),
        "dreiging": bool(message.danger),
    }


def away_since(looked_at: datetime | None, now: datetime) -> str:
    """Since when no page of the official asked for news, as a clock shows it; "" while one does, or none ever did."""
    if looked_at is None or now - looked_at < LOOKS_WITHIN:
        return ""
    return looked_at.astimezone(AMSTERDAM).strftime("%H:%M")


def danger_shown(content: Content, danger: str) -> dict[str, Any] | None:
    """What the threat check found, and the route to give, in the words of content/routes.yml."""
    if not danger:
        return None
    route = for_whom(content, content.routes["concreet" if danger == DOUBT else danger])
    acute = content.routes["acuut"].lead
    level = DOUBT if danger == DOUBT else str(route.level)
    steps = route.steps if route.lead == acute else (route.lead, *route.steps)
    return {"niveau": level, "eerst": acute, "stappen": list(steps)}
