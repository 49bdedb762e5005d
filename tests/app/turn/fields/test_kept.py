"""A request is filled in as a careful secretary would write it down: all that was said, and nothing half."""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.rasa.client import EngineUnavailable
from bot.reader.reader import read
from bot.turn.carrying_out import carry_out
from tests.support.places import ROOT
from tests.support.talking.safe_triage import SAFE_TRIAGE
from woningscan.content import load_content
from woningscan.conversation.memory import Draft, Memory, memory_in, state_with
from woningscan.conversation.reply import Reply
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.request.form import ask
from woningscan.request.speaking import review_reply

CONTENT = load_content(ROOT / "content")
FILLED = {"naam": "J. Jansen", "functie": "raadslid", "contact": "0612345678", "voorkeur": "dinsdag"}
TABLE: dict[str, list[tuple[str, Any]]] = YAML(typ="safe", pure=True).load(
    (ROOT / "tests/app/turn/fields/kept.yml").read_text(encoding="utf-8")
)
ROWS = [(asked, typed, kept) for asked, rows in TABLE.items() for typed, kept in rows]


class NoEngine:
    """An engine that is away: the core takes the turn."""

    async def turn(self, *_: object, **__: object) -> None:
        raise EngineUnavailable("away")


def before(asked: str) -> dict[str, str]:
    names = list(FILLED)
    return dict(list(FILLED.items())[: names.index(asked)]) if asked in names else FILLED


async def answered(asked: str, typed: str) -> tuple[Memory, list[Reply]]:
    """The memory and the replies after a text that is typed while this is asked."""
    memory = Memory(
        version=CONTENT.version, started=True, answers=SAFE_TRIAGE, draft=Draft("terugbellen", before(asked))
    )
    offered = [choice for reply in ask(CONTENT, memory).replies for choice in (*reply.choices, *reply.tools)]
    decision = decide(CONTENT, memory, offered, read(Incoming(text=typed)))
    result = await carry_out(CONTENT, NoEngine(), decision, memory, state_with({}, memory, "request"))  # type: ignore[arg-type]
    return memory_in(result.state), [*decision.step.replies, *result.replies]


def outcome(asked: str, memory: Memory, replies: list[Reply]) -> Any:
    """What came of it, in the words of the table."""
    ids = [reply.id for reply in replies]
    if any(one.startswith("threat.") for one in ids):
        return "threat"
    if memory.requested:
        return "sent"
    if memory.draft is None or "nav.stop.request" in ids:
        return "off" if {"booking.dropped", "nav.stop.request"} & set(ids) else ids
    if memory.draft.editing is not None:
        return f"again {memory.draft.editing}"
    changed = {key: value for key, value in memory.draft.fields.items() if before(asked).get(key) != value}
    meant = [choice.label for reply in replies if reply.id == "booking.invalid.contact" for choice in reply.choices]
    return {"meant": meant} if meant and not changed else changed


@pytest.mark.parametrize(("asked", "typed", "kept"), ROWS, ids=[f"{asked}: {typed}" for asked, typed, _ in ROWS])
async def test_what_is_typed_is_kept_as_a_secretary_would(asked: str, typed: str, kept: Any) -> None:
    memory, replies = await answered(asked, typed)
    assert outcome(asked, memory, replies) == kept
    if kept != "threat" and memory.draft is not None and set(memory.draft.fields) == set(FILLED):
        shown = review_reply(CONTENT, memory.draft).text
        assert all(value in shown for key, value in memory.draft.fields.items() if key != "functie")
