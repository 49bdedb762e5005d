"""The conversation's whole memory, small enough to travel with every turn.

The state is the answers, replayed: there is no "current question", so going back, resuming, correcting and a changed
questionnaire need nothing of their own (design decision D4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from woningscan.content.model import SKIPPED, Content


class Answers(dict[str, str]):
    """The answers by question, never changed once made; `derived` keeps what was worked out from them."""

    __slots__ = ("derived",)

    def __init__(self, answers: Mapping[str, str]) -> None:
        super().__init__(answers)
        self.derived: dict[str, Any] = {}


@dataclass(frozen=True)
class Draft:
    """A request being filled in: `kind` is `woningscan` or `terugbellen`; `editing` names a field asked again."""

    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)
    editing: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "fields": dict(self.fields), "editing": self.editing}


@dataclass(frozen=True)
class Memory:
    """What is known of one conversation.

    `answers` maps question ids to choice values. `route` is the safety route in force. `aside` names a side question
    that is open (`threat`, `restart`, `erase`, `cancel`, `elsewhere.` with a kind of request). `revisit` is an answered
    question asked again. `fresh` is the question whose answer still has to be responded to. `planned`: the plan was
    shown; `requested`: a request was sent. `wish` is the kind of request that follows by itself once the safety
    questions are answered. `misses` counts messages in a row that were not understood. `overheard`: the channel belongs
    to others who can read along, so nothing is asked here that tells who somebody is (decision D10); set once, when the
    conversation opens. `care`: the official wrote that they cannot go on, and has not chosen to go on since. `child`: a
    child types. `checks` counts how often in a row it was asked whether there is a threat. `alarmed`: a route that
    stops the scan, or care, was in force; it stays when that is over, so that who asks to be called goes first.
    `hinted`: for how many texts more the line with the number is not said again. `shelved` is the request that a route
    put aside; `taken_back`: the official said that the route rests on a mistake, and was asked once whether that is so.
    `kinds`: what kinds of danger this may be, the likeliest first. `news`: what the official told last of
    the danger that a route is for (`News`), "" while nothing was told. `language`: the
    language other than Dutch in which they wrote of a danger last. `ticked`: the questions of the plan whose action the
    official ticked off.
    """

    version: str = ""
    started: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    route: str | None = None
    aside: str | None = None
    revisit: str | None = None
    fresh: str | None = None
    planned: bool = False
    requested: bool = False
    misses: int = 0
    draft: Draft | None = None
    wish: str = ""
    overheard: bool = False
    care: bool = False
    child: bool = False
    checks: int = 0
    alarmed: bool = False
    hinted: int = 0
    shelved: Draft | None = None
    taken_back: bool = False
    kinds: tuple[str, ...] = ()
    news: str = ""
    language: str = ""
    ticked: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.answers, Answers):
            object.__setattr__(self, "answers", Answers(self.answers))

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values; what is at its default is left out."""
        data: dict[str, Any] = {}
        for spec in fields(self):
            value = getattr(self, spec.name)
            if not value:
                continue
            data[spec.name] = (
                value.to_dict() if isinstance(value, Draft) else dict(value) if spec.name == "answers" else value
            )
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any] | None) -> Memory:
        values = dict(data or {})
        for name in ("draft", "shelved"):
            if values.get(name):
                values[name] = Draft(**values[name])
        for name in ("kinds", "ticked"):
            values[name] = tuple(values.get(name, ()))
        return cls(**values)

    def but(self, **changes: Any) -> Memory:
        return replace(self, **changes)

    def emptied(self) -> Memory:
        """As at the opening: nothing answered, in the same channel."""
        return Memory(version=self.version, overheard=self.overheard)

    def answered(self, question_id: str, value: str) -> Memory:
        """The memory with an answer. An action that was ticked off belonged to the answer before: the tick goes."""
        ticked = tuple(id for id in self.ticked if id != question_id)
        answers = {**self.answers, question_id: value}
        return self.but(answers=answers, revisit=None, fresh=question_id, misses=0, ticked=ticked)

    def without_answers(self, question_ids: set[str]) -> Memory:
        return self.but(answers={key: value for key, value in self.answers.items() if key not in question_ids})


@dataclass(frozen=True)
class Dropped:
    """What of the answers the content does not know: ids of questions without that choice, and ids of no question."""

    choices: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.choices or self.questions)


def adopted(memory: Memory, content: Content) -> tuple[Memory, Dropped]:
    """The memory under today's content, and which answers were dropped because their question or choice is gone."""
    if memory.version == content.version:
        return memory, Dropped()
    known = {
        key: value
        for key, value in memory.answers.items()
        if key in content.questions and (value == SKIPPED or content.questions[key].choice(value))
    }
    revisit = memory.revisit if memory.revisit in known else None
    fresh = memory.fresh if memory.fresh in known else None
    # A route that is gone may have stopped the scan: in doubt it still does (decision D7).
    route = memory.route if memory.route in content.routes else ("concreet" if memory.route else None)
    ticked = tuple(id for id in memory.ticked if id in known)
    dropped = [key for key in memory.answers if key not in known]
    after = memory.but(version=content.version, answers=known, route=route, revisit=revisit, fresh=fresh, ticked=ticked)
    choices = tuple(key for key in dropped if key in content.questions)
    return after, Dropped(choices, tuple(key for key in dropped if key not in content.questions))


STATE_SLOT = "memory"
FORMS = {"scan": "scan_form", "request": "request_form"}
SLOTS = {"scan": "scan_answer", "request": "request_field"}
"""Rasa's forms and the one slot of each, by what they ask."""


def memory_in(state: Mapping[str, Any]) -> Memory:
    """The memory in a conversation's compact state (`engine/state.py`), so that safety works with the engine away."""
    return Memory.from_dict((state.get("slots") or {}).get(STATE_SLOT))


def state_with(state: Mapping[str, Any], memory: Memory, asking: str = "") -> dict[str, Any]:
    """The compact state with this memory, and open the form that asks `asking`: `scan`, `request`, or none."""
    slots = {name: value for name, value in (state.get("slots") or {}).items() if name != "requested_slot"}
    form = FORMS.get(asking)
    wanted = {"requested_slot": SLOTS[asking]} if form else {}
    return {"slots": {**slots, STATE_SLOT: memory.to_dict(), **wanted}, "loop": form}


def asking_in(state: Mapping[str, Any]) -> str | None:
    """What is being asked in a compact state: `scan`, `request`, or nothing."""
    return next((asking for asking, form in FORMS.items() if form == state.get("loop")), None)
