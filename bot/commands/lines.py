"""The commands that read lines of JSON and write lines of JSON, for other programs (design, section 5)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from bot.rasa.client import EngineClient
from bot.reader.reader import check, read
from bot.turn.service import TurnService, UnknownConversation
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply
from woningscan.conversation.typed.asking import asked_for
from woningscan.conversation.typed.decide import NOT_UNDERSTOOD
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.threat import Action

_TEXTS = ("tekst", "vraag", "keuze")
_TIERS = {
    Action.ROUTE_ACUUT: "route",
    Action.ROUTE_CONCREET: "route",
    Action.CONTROLEVRAAG: "check",
    Action.STEUN: "steun",
}
"""What is done, as the first thing that somebody who reads along would call it; a hint and nothing are no action."""


class BadLine(Exception):
    """A line that is not what the command reads; the message names its number and what is wrong, not what it holds."""


def read_lines(required: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The objects on standard input, which is UTF-8 whatever the machine's language is. Raises BadLine."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            raise BadLine(f"line {number} is not JSON in UTF-8") from None
        if not isinstance(value, dict):
            raise BadLine(f"line {number} is not an object")
        missing = [name for name in required if name not in value]
        if missing:
            raise BadLine(f"line {number} has no {', '.join(missing)}")
        not_text = [name for name in _TEXTS if not isinstance(value.get(name, ""), str | None)]
        not_text += [name for name in _TEXTS if name in required and value[name] is None]
        if not_text:
            raise BadLine(f"line {number}: {', '.join(not_text)} must be text")
        yield value


def write_line(value: dict[str, Any]) -> None:
    """Write one line in UTF-8; half a surrogate pair, which is no text, stays the escape it was."""
    line = json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def triage_line(row: dict[str, Any]) -> dict[str, Any]:
    """What the bot as a whole does with a text as a free message."""
    assessment = check(row["tekst"])
    return {
        "id": row["id"],
        "niveau": assessment.level.value,
        "actie": assessment.action.value,
        "soort": assessment.kind,
        "trap": _TIERS.get(assessment.action) or ("wenk" if assessment.hint else "niets"),
        "redenen": list(assessment.reasons),
    }


def answer_line(content: Content, row: dict[str, Any]) -> dict[str, Any]:
    """How a typed text is understood as the answer to a question; null where the bot would ask back.

    A text that the threat check takes over is not an answer either.
    """
    question = content.questions.get(row["vraag"]) or next(
        (q for q in content.questions.values() if q.ref == row["vraag"]), None
    )
    if question is None:
        raise BadLine(f"unknown question, in the line with id {row['id']!r}")
    reading = read(Incoming(text=row["tekst"]))
    decision = decide(content, Memory(version=content.version, started=True), [], reading)
    taken_over = decision.text is None and decision.choice is None
    understood = reading.answer_to(question, content.answer_words)
    value = None if taken_over else understood.value
    return {"id": row["id"], "keuze": value, "zeker": value is not None and not understood.said_back}


async def nlu_line(engine: EngineClient, row: dict[str, Any]) -> dict[str, Any]:
    """The intent of a text as the bot takes it: what the app read, or what the engine's language model says."""
    reading = read(Incoming(text=row["tekst"]))
    asked = asked_for(reading)
    if asked is not None:
        intent, chance = asked.intent, asked.chance
    elif reading.meaning is not None and reading.meaning.plain >= reading.reader.bars.plain:
        intent, chance = NOT_UNDERSTOOD, reading.meaning.plain
    else:
        said, chance = await engine.parse(row["tekst"])
        intent = said or NOT_UNDERSTOOD
    return {"id": row["id"], "intent": intent, "confidence": round(chance, 4)}


class Converse:
    """Conversations by name: each begins by itself at its first line."""

    def __init__(self, turns: TurnService) -> None:
        self._turns = turns
        self._tokens: dict[str, str] = {}
        self._labels: dict[str, dict[str, str]] = {}

    async def answer(self, row: dict[str, Any]) -> dict[str, Any]:
        name = str(row["conversation"])
        opening: list[Reply] = []
        if name not in self._tokens:
            self._tokens[name], opening = await self._turns.open("lines")
            self._remember(name, opening)
        choice, message_id = row.get("keuze"), row.get("id")
        if choice is not None:
            choice = self._labels.get(name, {}).get(choice.casefold(), choice)
        typed = None if choice is not None else row.get("tekst") or ""
        incoming = Incoming(typed, choice, None if message_id is None else json.dumps(message_id))
        try:
            replies = await self._turns.answer(self._tokens[name], incoming)
        except UnknownConversation:  # erased on request: the next line begins anew
            self._tokens[name], replies = await self._turns.open("lines")
        self._remember(name, replies)
        if replies and replies[0].id.startswith("threat."):  # nothing stands before what is to be done now
            opening = []
        return {"conversation": name, "replies": [_told(reply) for reply in [*opening, *replies]]}

    def _remember(self, name: str, replies: list[Reply]) -> None:
        offered = {c.label.casefold(): c.id for reply in replies for c in (*reply.tools, *reply.choices)}
        self._labels[name] = offered or self._labels.get(name, {})


def _told(reply: Reply) -> dict[str, Any]:
    return {"id": reply.id, "tekst": reply.text, "keuzes": [c.to_dict() for c in (*reply.choices, *reply.tools)]}
