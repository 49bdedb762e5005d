"""What whole sentences do to the answers: the rows of a kind and the rows beside it that look like it, in `*.yml`.

A row is [open question, what is typed, what becomes of the answers, answers before]; the question with "!" behind it
waits behind the check question. What becomes of them: a value of the open question, `question=value` of an earlier
one, `?question` for one that is asked again, `-` for nothing, `+id` for a reply; "or" between what is as good.
`asked_back` of a list is how many of its rows may leave everything as it was instead. Never is something else stored,
or said to be.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.rasa.answer import EngineUnavailable
from bot.reader.reader import read
from bot.turn.carrying_out import carry_out
from bot.turn.result import Result
from tests.support.talking.at_question import CONTENT, before
from woningscan.conversation.memory import Memory, memory_in, state_with
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.scan.dialogue import current_question

STOPPED = ("nav.stop*", "nav.pause")
NOTED = CONTENT.messages["scan.noted"].partition(":")[0]
LISTS: dict[str, dict[str, Any]] = {
    f"{path.stem}/{name}": listed
    for path in sorted(Path(__file__).parent.glob("*.yml"))
    for name, listed in YAML(typ="safe").load(path.read_text(encoding="utf-8")).items()
}


class NoEngine:
    """An engine that is away: the core takes the turn."""

    async def turn(self, *_: object, **__: object) -> None:
        raise EngineUnavailable("away")


@dataclass(frozen=True)
class Outcome:
    changed: dict[str, str | None]
    ids: list[str]
    now: str
    noted: bool


def outcome(memory: Memory, typed: str) -> Outcome:
    decision = decide(CONTENT, memory, [], read(Incoming(text=typed)))
    state = state_with({}, memory, "scan")
    result: Result = asyncio.run(carry_out(CONTENT, NoEngine(), decision, memory, state))  # type: ignore[arg-type]
    after = memory_in(result.state)
    both = {**memory.answers, **after.answers}
    changed = {name: after.answers.get(name) for name in both if memory.answers.get(name) != after.answers.get(name)}
    question = current_question(CONTENT, after)
    noted = any(NOTED in str(reply.parts) for reply in result.replies)
    return Outcome(changed, [reply.id for reply in result.replies], question.id if question else "", noted)


def fits(wanted: str, open_question: str, got: Outcome) -> bool:
    """Whether this is one of the ways in which a row may end."""
    terms = [term for term in wanted.split() if term != "-"]
    asked = next((term[1:] for term in terms if term.startswith("?")), None)
    reply = next((term[1:] for term in terms if term.startswith("+")), None)
    values = [term if "=" in term else f"{open_question}={term}" for term in terms if term[0] not in "?+"]
    changed = {name: value for name, value in got.changed.items() if not (name == asked and value is None)}
    stopped = any(fnmatch(one, pattern) for one in got.ids for pattern in STOPPED)
    return (
        changed == dict(value.split("=") for value in values)
        and asked in (None, got.now)
        and (any(fnmatch(one, reply) for one in got.ids) if reply else not stopped)
    )


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
def test_what_sentences_do_to_the_answers(listed: dict[str, Any]) -> None:
    wrong, asked_back = [], []
    for open_question, typed, wanted, *answers in listed["rows"]:
        got = outcome(before(open_question, dict(*answers)), typed)
        assert got.changed or not got.noted, f"said to be stored: {typed}"
        if any(fits(one, open_question.rstrip("!"), got) for one in wanted.split(" or ")):
            continue
        stored = any(got.changed.values()) or any(fnmatch(one, pattern) for one in got.ids for pattern in STOPPED)
        (wrong if stored else asked_back).append((typed, got.changed, got.ids))
    assert not wrong
    assert len(asked_back) <= listed.get("asked_back", 0), asked_back
