"""What a visitor types in a form of our own: judged for danger before anything is done with it, database or not.

Read such a form with `read_typed` and answer `danger` first; `tests/app/channels/test_every_text_is_judged.py` walks
over all routes and fails on one that does not.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.requests import Request

from bot.reader.reader import read
from bot.web.forms import VISITORS, read_form, require_own_page
from bot.web.problems import Problem
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply
from woningscan.reading.incoming import Incoming
from woningscan.reading.text import is_cut
from woningscan.reading.threat import Assessment
from woningscan.request.judged import value_to_judge
from woningscan.safety.response import on_assessment

_SEEN = "gezien"


@dataclass(frozen=True)
class Typed:
    """`fields` as they were sent. `danger` is what to say at once: empty when nothing was found, or when the same was
    sent again by somebody who read it."""

    fields: Mapping[str, str] = field(repr=False)
    danger: tuple[Reply, ...] = field(default=(), repr=False)
    mark: str = ""

    def text(self, name: str) -> str:
        return self.fields.get(name, "")


async def read_typed(request: Request, content: Content, *names: str) -> Typed:
    """The texts that a form of our own sends under these names, judged. Raises Problem."""
    require_own_page(request)
    sent = await read_form(request, VISITORS)
    fields = {name: sent.get(name, "") for name in names}
    mark = _mark_of(fields)
    danger = await asyncio.to_thread(_danger_in, content, list(fields.values())) if sent.get(_SEEN) != mark else ()
    if not danger and any(map(is_cut, fields.values())):
        raise Problem(413)  # the page says that the end is unread
    return Typed(fields, danger, mark)


def _danger_in(content: Content, texts: list[str]) -> tuple[Reply, ...]:
    """The answer to the most serious of these texts."""
    worst = max(map(_judged, texts), key=lambda assessment: assessment.severity)
    step = on_assessment(content, Memory(version=content.version), worst)
    return () if step is None else step.replies


def _judged(typed: str) -> Assessment:
    """What is typed in a field is a value: its name, number or street is not judged."""
    reading = read(Incoming(text=typed))
    return reading.danger_in(value_to_judge(reading.typed))


def _mark_of(fields: Mapping[str, str]) -> str:
    """Comes back with the form when what was found is read and the same text is meant to go on."""
    together = "\0".join(f"{name}={value}" for name, value in sorted(fields.items()))
    return hashlib.sha256(together.encode("utf-8", "replace")).hexdigest()
