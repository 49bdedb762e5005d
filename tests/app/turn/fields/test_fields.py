"""Values of a request that sound like danger interrupt nobody; danger that is typed into a field is always answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.reader.reader import read
from tests.support.places import ROOT
from tests.support.talking.safe_triage import SAFE_TRIAGE
from woningscan.content import load_content
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming

CONTENT = load_content(ROOT / "content")
FIELDS = {"naam": "J. Jansen", "functie": "raadslid", "contact": "0612345678", "voorkeur": ""}


def lines(name: str) -> list[str]:
    return (Path(__file__).with_name(f"{name}.txt")).read_text(encoding="utf-8").splitlines()


def typed_into(field: str, text: str) -> Decision:
    """What becomes of a text that is typed while this field of a request is asked."""
    before = dict(list(FIELDS.items())[: list(FIELDS).index(field)])
    memory = Memory(version=CONTENT.version, answers={**SAFE_TRIAGE}, draft=Draft("terugbellen", before))
    return decide(CONTENT, memory, (), read(Incoming(text=text)))


def interrupted(decision: Decision) -> bool:
    return any(reply.id.startswith("threat.") for reply in decision.step.replies)


@pytest.mark.parametrize("name", lines("names"))
def test_a_name_interrupts_nobody_and_brings_no_line(name: str) -> None:
    decision = typed_into("naam", name)
    assert not interrupted(decision) and not decision.hint


@pytest.mark.parametrize("place", lines("places"))
def test_a_street_or_a_place_interrupts_nobody(place: str) -> None:
    assert not interrupted(typed_into("voorkeur", place))


@pytest.mark.parametrize("number", lines("phones"))
def test_a_number_or_address_interrupts_nobody(number: str) -> None:
    assert not interrupted(typed_into("contact", number))


@pytest.mark.parametrize("moment", lines("moments"))
def test_when_and_how_to_be_reached_interrupts_nobody(moment: str) -> None:
    assert not interrupted(typed_into("voorkeur", moment))


@pytest.mark.parametrize("field", ["naam", "contact", "voorkeur"])
@pytest.mark.parametrize("danger", lines("dangers"))
def test_danger_typed_into_a_field_is_answered(field: str, danger: str) -> None:
    assert interrupted(typed_into(field, danger))
