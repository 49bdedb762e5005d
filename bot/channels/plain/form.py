"""One posted form of the plain pages, and why there may be nothing in it to answer."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from starlette.requests import Request

from bot.web.forms import VISITORS, read_form, require_own_page
from bot.web.problems import Problem
from woningscan.reading.incoming import MAX_CHOICE, Incoming
from woningscan.reading.reading import Reading

_STAMP = re.compile(r"[A-Za-z0-9_-]{16,32}")


@dataclass(frozen=True)
class Form:
    """One posted form. `turn` is the conversation's version that the page showed, 0 on the first page.

    `stamp` is the page's own: with what was sent it makes the message's id, so that the same form with the same answer
    is one message, and another answer on an old page is another message.
    """

    stamp: str
    turn: int
    choice: str | None = None
    text: str | None = None

    @property
    def message_id(self) -> str:
        answer = f"keuze {self.choice}" if self.choice is not None else f"tekst {self.text}"
        digest = hashlib.sha256(answer.encode("utf-8", "replace")).hexdigest()[:24]
        return f"{self.stamp}{digest}"

    @property
    def incoming(self) -> Incoming:
        return Incoming(self.text, self.choice, self.message_id)


async def read_fields(request: Request) -> dict[str, str]:
    """What was posted. Raises Problem: 403 from another website, 413 and 415 for what no page of ours sends."""
    require_own_page(request)
    return await read_form(request, VISITORS)


def form_in(fields: dict[str, str]) -> Form:
    """The form that these fields are. Raises Problem(400) for what no page of ours sends."""
    stamp, turn, choice = fields.get("bericht", ""), fields.get("beurt", ""), fields.get("keuze") or None
    if not _STAMP.fullmatch(stamp) or not re.fullmatch(r"[0-9]{1,9}", turn) or len(choice or "") > MAX_CHOICE:
        raise Problem(400)
    if choice is not None and fields.get("tekst", "").strip():
        raise Problem(400)
    return Form(stamp, int(turn), choice, fields.get("tekst") if choice is None else None)


def refusal(form: Form, reading: Reading) -> str | None:
    """The message that says why there is nothing to answer, as the gate would say it, or None.

    Said before a turn, so that the question and what was typed stay where they are.
    """
    if form.choice is not None:
        return None
    if form.text is None:
        return "plain.choose_first"
    if not reading.typed:
        return "gate.unreadable" if form.text.strip() else "gate.empty"
    return reading.too_long
