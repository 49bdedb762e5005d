"""A request: field by field, read back, sent only after an explicit yes."""

from __future__ import annotations

import pytest

from tests.support.talking.walk import Walk
from woningscan.content.model import Content
from woningscan.conversation.effects import SUBMIT_REQUEST
from woningscan.conversation.memory import Draft, Memory
from woningscan.reading.incoming import Message
from woningscan.request import form as dialogue
from woningscan.request.fields import NO_PREFERENCE

TYPED = {"naam": "Jan de Vries", "functie": "raadslid", "contact": "0612345678", "voorkeur": "maandag"}
YES = "veld:akkoord=ja"


def filled(walk: Walk) -> list[str]:
    walk.book()
    for value in TYPED.values():
        walk.type(value)
    return [reply.id for reply in walk.said]


def test_the_fields_are_asked_one_by_one_and_read_back(walk: Walk) -> None:
    assert walk.book()[-2:] == ["booking.start.woningscan", "booking.ask.naam"]
    assert walk.type("Jan de Vries") == ["booking.ask.functie"]
    assert walk.press("veld:functie=raadslid") == ["booking.ask.contact"]
    assert walk.type("06 12345678") == ["booking.ask.voorkeur"]
    assert walk.press(f"veld:voorkeur={NO_PREFERENCE}") == ["booking.review"]
    assert YES in walk.choices()
    assert {f"veld:wijzig={field}" for field in TYPED} <= walk.choices()


def test_only_the_yes_to_what_was_read_back_submits(walk: Walk, content: Content) -> None:
    filled(walk)
    assert walk.effects == []
    assert walk.press(YES) == []
    (effect,) = walk.effects
    label = content.questions["functie"].choice("raadslid")
    assert label is not None
    assert effect.kind == SUBMIT_REQUEST
    assert effect.data == {"kind": "woningscan", "fields": {**TYPED, "functie": label.label}, "urgent": False}
    assert walk.memory.draft is None
    assert walk.memory.requested
    assert walk.asking is None


@pytest.mark.parametrize(("route", "urgent"), [("concreet", True), ("diffuus", False), (None, False)])
def test_a_call_back_after_a_threat_is_urgent_and_that_is_read_back(
    walk: Walk, content: Content, route: str | None, urgent: bool
) -> None:
    walk.memory = walk.memory.but(route=route, draft=Draft("terugbellen", TYPED))
    review = dialogue.ask(content, walk.memory).replies[0]
    assert (content.messages["booking.review.urgent"] in [part.get("text") for part in review.parts]) == urgent
    walk.memory = dialogue.fill(content, walk.memory, "akkoord")
    (effect,) = dialogue.submit(content, walk.memory).effects
    assert effect.data["urgent"] is urgent


def test_the_answers_of_the_scan_do_not_go_along(walk: Walk) -> None:
    walk.memory = walk.memory.but(answers={"functie": "wethouder", "rookmelders": "nee"})
    walk.book()
    assert walk.memory.draft == Draft("woningscan", {"functie": "wethouder"})
    assert walk.type("Jan de Vries") == ["booking.ask.contact"]


@pytest.mark.parametrize("early", [YES, "affirm", "veld:wijzig=naam", "veld:voorkeur=maandag"])
def test_no_button_of_the_end_works_at_the_beginning(walk: Walk, early: str) -> None:
    walk.book()
    assert walk.press(early)[-1] == "booking.ask.naam"
    assert walk.effects == []
    assert walk.memory.draft == Draft("woningscan")


@pytest.mark.parametrize(
    "typed",
    [
        "ja",
        "akkoord",
        "klopt",
        "Ja hoor!",
        "ja, verstuur maar",
        "doe maar.",
        "ja zo is het goed",
        "prima, dat klopt allemaal",
    ],
)
def test_a_plain_typed_yes_is_a_yes(walk: Walk, typed: str) -> None:
    filled(walk)
    walk.type(typed, "affirm")
    assert [effect.kind for effect in walk.effects] == [SUBMIT_REQUEST]


@pytest.mark.parametrize(
    "typed", ["ja maar wacht", "ja maar mijn naam klopt niet", "nog niet", "denk het wel", "misschien"]
)
def test_a_yes_with_a_but_is_no_yes(walk: Walk, typed: str) -> None:
    filled(walk)
    walk.type(typed, "affirm")
    assert walk.effects == []
    assert walk.memory.draft is not None


def test_a_small_word_names_no_field(walk: Walk) -> None:
    filled(walk)
    walk.type("ga ervoor", "affirm")
    assert [effect.kind for effect in walk.effects] == [SUBMIT_REQUEST]


def test_an_unsure_yes_is_asked_again(walk: Walk) -> None:
    filled(walk)
    assert walk.type("prima zo", "affirm", 0.5) == ["booking.review.unclear", "booking.review"]
    assert walk.effects == []


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("naam", "12345"), ("functie", "astronaut"), ("contact", "06 123"), ("voorkeur", "x" * 300)],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(walk: Walk, field: str, wrong: str) -> None:
    walk.book()
    for name, value in TYPED.items():
        if name == field:
            break
        walk.type(value)
    before = walk.memory.draft
    assert walk.type(wrong) == [f"booking.invalid.{field}", f"booking.ask.{field}"]
    assert walk.memory.draft == before
    walk.type(TYPED[field])
    assert walk.memory.draft is not None
    assert field in walk.memory.draft.fields


def test_one_field_is_changed_and_the_rest_stays(walk: Walk) -> None:
    filled(walk)
    assert walk.press("veld:wijzig=contact") == ["booking.ask.contact"]
    assert walk.type("kapot") == ["booking.invalid.contact", "booking.ask.contact"]
    assert walk.type("jan@example.org") == ["booking.review"]
    assert walk.memory.draft is not None
    assert walk.memory.draft.fields == {**TYPED, "contact": "jan@example.org"}
    assert walk.type("mijn naam klopt niet", "deny") == ["booking.ask.naam"]


def test_back_takes_one_field_and_gives_up_a_change(walk: Walk) -> None:
    walk.book()
    assert walk.press("back") == ["booking.first", "booking.ask.naam"]
    walk.type("Jan de Vries")
    assert walk.press("back") == ["booking.ask.naam"]
    filled(walk)
    walk.press("veld:wijzig=naam")
    assert walk.press("back") == ["booking.review"]
    assert walk.memory.draft is not None
    assert walk.memory.draft.fields == TYPED


def test_a_dropped_request_leaves_nothing_behind(walk: Walk) -> None:
    filled(walk)
    assert walk.press("cancel_booking") == ["booking.dropped"]
    assert walk.memory.draft is None
    assert walk.effects == []
    assert walk.book()[-1] == "booking.ask.naam"


def test_a_request_survives_a_pause_and_questions_in_between(walk: Walk) -> None:
    walk.book()
    walk.type("Jan de Vries")
    assert walk.press("ask_privacy") == ["faq.ask_privacy", "booking.ask.functie"]
    assert walk.press("pause") == ["nav.pause"]
    assert walk.press("resume") == ["booking.ask.functie"]
    assert walk.press("start_scan") == ["booking.still_open", "booking.ask.functie"]


def test_the_scan_goes_on_after_the_request(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid", gevaar_nu="nee")
    walk.book()
    assert walk.press("cancel_booking") == ["booking.dropped", "scan.ask.woningtype"]


def test_another_function_is_referred_at_once_or_when_it_is_said(walk: Walk) -> None:
    walk.book()
    walk.type("Jan de Vries")
    assert walk.press("veld:functie=andere_functie") == ["booking.other_function"]
    assert walk.memory.draft is None
    assert walk.asking is None
    walk.memory = walk.memory.but(answers={"functie": "andere_functie"})
    assert walk.press("book_scan") == ["booking.other_function"]
    assert walk.press("start_callback")[0] == "booking.start.terugbellen"


def test_a_command_in_a_free_field_is_a_command(walk: Walk) -> None:
    walk.book()
    assert walk.type("hulp", "help", 0.95) == ["talk.help", "booking.ask.naam"]
    assert walk.type("Hulp Pauze", "help", 0.95) == ["booking.ask.functie"]  # written as a name
    walk.type("raadslid")
    walk.type("0612345678")
    assert walk.type("stop maar", "stop", 0.95) == ["nav.stop.request"]


def test_submitting_without_a_yes_does_nothing(content: Content) -> None:
    for draft in (None, Draft("woningscan", TYPED), Draft("woningscan", {**TYPED, "akkoord": "nee"})):
        step = dialogue.submit(content, Memory(draft=draft))
        assert step.effects == ()
        assert step.memory.draft == draft


def test_nothing_is_read_without_a_request(content: Content) -> None:
    assert dialogue.read(content, Memory(), Message("Jan de Vries")) is None
    assert dialogue.fill(content, Memory(), "Jan") == Memory()
    assert dialogue.ask(content, Memory()).replies == ()
