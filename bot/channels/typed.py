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

from bot.channels.plain_form import form_fields, require_own_page
from bot.gate import assessed, typed_in
from woningscan.content.model import Content
from woningscan.replies import Reply
from woningscan.safety import on_assessment
from woningscan.session import Session
from woningscan.threat import Action

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
    """The texts that a form of our own sends under these names, judged. Raises BadForm."""
    require_own_page(request)
    sent = await form_fields(request)
    fields = {name: sent.get(name, "") for name in names}
    mark = _mark_of(fields)
    if sent.get(_SEEN) == mark:
        return Typed(fields, (), mark)
    return Typed(fields, await asyncio.to_thread(_danger_in, content, list(fields.values())), mark)


def _danger_in(content: Content, texts: list[str]) -> tuple[Reply, ...]:
    """The answer to the most serious of these texts."""
    found = max((assessed(typed_in(one)) for one in texts), key=lambda one: list(Action).index(one.action))
    step = on_assessment(content, Session(version=content.version), found)
    return () if step is None else step.replies


def _mark_of(fields: Mapping[str, str]) -> str:
    """Comes back with the form when what was found is read and the same text is meant to go on."""
    told = "\0".join(f"{name}={value}" for name, value in sorted(fields.items()))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
