"""No woningscan without the safety questions, whatever the conversation came from; a call back never waits for them."""

from __future__ import annotations

import pytest

from tests.support.talking.walk import SAFE_TRIAGE, Walk
from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.request import form as dialogue

FILLED = {"naam": "Jan de Vries", "functie": "raadslid", "contact": "0612345678", "voorkeur": "maandag"}


def test_it_is_said_why_and_nothing_of_a_person_is_asked(walk: Walk, content: Content) -> None:
    assert walk.press("book_scan") == ["booking.safety_first", "scan.ask.gevaar_nu"]
    assert walk.said[0].text == content.messages["booking.safety_first"]
    assert (walk.memory.wish, walk.memory.draft, walk.memory.started) == ("woningscan", None, False)


@pytest.mark.parametrize("missing", list(SAFE_TRIAGE))
def test_every_safety_question_counts(content: Content, missing: str) -> None:
    walk = Walk(content, Memory(answers={key: value for key, value in SAFE_TRIAGE.items() if key != missing}))
    assert walk.press("book_scan")[:2] == ["booking.safety_first", f"scan.ask.{missing}"]


def test_nothing_is_sent_while_they_are_open(content: Content) -> None:
    """A half-filled request of before, or of another version of the questions."""
    walk = Walk(content, Memory(draft=Draft("woningscan", {**FILLED, "akkoord": "ja"})))
    walk.asking = "request"
    walk.go_on()
    assert walk.effects == []
    assert walk.memory.wish == "woningscan" and walk.memory.draft == Draft("woningscan", FILLED)
    told = walk.answer(**SAFE_TRIAGE)
    assert told == ["threat.route.geen", "booking.start.woningscan", "booking.review"]


@pytest.mark.parametrize(
    ("answers", "route"),
    [
        ({"gevaar_nu": "ik_twijfel"}, "acuut"),
        ({"gevaar_nu": "nee", "voorval": "ja_en_de_politie_weet_het_al"}, "concreet_bekend"),
    ],
)
def test_answers_that_came_along_stop_it_as_well(content: Content, answers: dict[str, str], route: str) -> None:
    walk = Walk(content, Memory(answers=answers))
    assert walk.press("book_scan")[0] == f"threat.route.{route}"
    assert (walk.memory.route, walk.memory.wish, walk.memory.draft) == (route, "", None)


def test_no_word_of_going_on_with_the_scan_where_a_request_follows(content: Content) -> None:
    scan = [content.routes[one].close for one in ("geen", "geen_met_nummers")]
    for value in ("nee", "zeg_ik_liever_niet"):
        walk = Walk(content)
        walk.press("book_scan")
        walk.answer(**{**SAFE_TRIAGE, "onveilig_gevoel": value})
        said = [part.get("text") for part in walk.said[0].parts]
        assert content.messages["booking.safety_done"] in said
        assert not set(scan) & set(said) and content.routes["geen"].lead not in said


def test_a_call_back_is_sent_without_them(content: Content) -> None:
    step = dialogue.submit(content, Memory(draft=Draft("terugbellen", {**FILLED, "akkoord": "ja"})))
    assert [effect.data["kind"] for effect in step.effects] == ["terugbellen"]


def test_where_others_read_along_they_are_asked_on_the_page_of_the_link(content: Content) -> None:
    walk = Walk(content, Memory(overheard=True))
    assert walk.press("book_scan") == []
    assert [effect.kind for effect in walk.effects] == ["request.offer"]


def test_the_wish_travels_with_the_session() -> None:
    assert Memory.from_dict(Memory(wish="woningscan").to_dict()).wish == "woningscan"
    assert Memory(wish="woningscan").emptied().wish == ""
