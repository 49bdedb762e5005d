"""The gate: what needs no engine, what is a button, and what nobody may type past."""

from __future__ import annotations

import pytest

from bot.reader.reader import read
from woningscan.content.model import Content
from woningscan.conversation.choices import ANY_TIME
from woningscan.conversation.gate import may_be_about_danger
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.text import MAX_TEXT

OFFERED = [Choice("antwoord:auto=nee", "Nee, geen auto"), Choice("wijzig", "Antwoord wijzigen")]
KNIFE = "er staat nu iemand met een mes in mijn huis"
CHECK_OPEN = Memory(started=True, aside="threat")


def typed(content: Content, text: str, memory: Memory | None = None) -> Decision:
    return decide(content, memory or Memory(started=True), OFFERED, read(Incoming(text=text)))


def pressed(content: Content, choice: str, memory: Memory | None = None) -> Decision:
    return decide(content, memory or Memory(started=True), OFFERED, read(Incoming(choice=choice)))


def said(decision: Decision) -> list[str]:
    return [reply.id for reply in decision.step.replies]


@pytest.mark.parametrize("text", ["Nee, geen auto", "nee, geen auto.", "NEE, GEEN AUTO!", "  nee,  geen auto "])
def test_typing_what_stands_on_a_button_is_pressing_it(content: Content, text: str) -> None:
    assert typed(content, text) == Decision(typed(content, text).step, choice="antwoord:auto=nee")


def test_other_text_goes_to_the_engine_as_it_is(content: Content) -> None:
    decision = typed(content, "nee, ik heb geen auto")
    assert (decision.text, decision.choice, said(decision)) == ("nee, ik heb geen auto", None, [])


@pytest.mark.parametrize("slash", ["/", "//", "／", "⁄", "∕", "/ /"])
def test_typed_text_never_begins_as_a_payload(content: Content, slash: str) -> None:
    assert typed(content, f"{slash}restart").text == "restart"
    assert said(typed(content, slash)) == ["gate.unreadable"]


@pytest.mark.parametrize("payload", ['/report_threat{"x":1}', '／help{"x":1}', '@affirm {"a": "b"}', '/scan[{"a":1}]'])
def test_a_payload_with_slots_is_unreadable(content: Content, payload: str) -> None:
    decision = typed(content, payload)
    assert (said(decision), decision.text, decision.choice) == (["gate.unreadable"], None, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "gate.empty"), ("   ", "gate.empty"), ("\u0000", "gate.unreadable"), ("x" * (MAX_TEXT + 1), "gate.too_long")],
)
def test_what_cannot_be_used_never_reaches_the_engine(content: Content, text: str, told: str) -> None:
    decision = typed(content, text)
    assert (said(decision), decision.text, decision.choice, decision.repeat) == ([told], None, None, True)
    assert decision.step.memory == Memory(started=True)


def test_the_longest_text_that_is_answered(content: Content) -> None:
    assert typed(content, "x" * MAX_TEXT).text == "x" * MAX_TEXT


@pytest.mark.parametrize("before", [0, 500, MAX_TEXT - 30, MAX_TEXT - 10, MAX_TEXT, 2 * MAX_TEXT - 15, 3 * MAX_TEXT])
def test_a_threat_is_found_anywhere_in_a_text_that_is_too_long(content: Content, before: int) -> None:
    text = f"{'bla ' * (before // 4)}. {KNIFE}. {'bla ' * 300}"[: 4 * MAX_TEXT]
    decision = typed(content, text)
    assert said(decision)[0] == "threat.route.acuut"
    assert decision.text is None
    assert may_be_about_danger(read(Incoming(text=text)))


@pytest.mark.parametrize("choice", sorted(ANY_TIME - {"report_threat"}))
def test_a_command_that_is_always_at_hand_may_come_at_any_moment(content: Content, choice: str) -> None:
    assert pressed(content, choice).choice == choice


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ("antwoord:rookmelders=ja", "gate.old_choice"),
        ("veld:akkoord=ja", "gate.old_choice"),
        ("wijzig:functie", "gate.old_choice"),
        ("affirm", "gate.unknown_choice"),
        ("bestaat_niet", "gate.unknown_choice"),
        ("/restart", "gate.unknown_choice"),
        ('report_threat{"x":1}', "gate.unknown_choice"),
        ("antwoord:" + "x" * 200, "gate.unknown_choice"),
        ("", "gate.unknown_choice"),
    ],
)
def test_a_button_that_was_not_offered_does_nothing(content: Content, choice: str, told: str) -> None:
    decision = pressed(content, choice)
    assert (said(decision), decision.choice, decision.repeat) == ([told], None, True)
    assert decision.step.memory == Memory(started=True)


def test_an_offered_button_goes_to_the_engine(content: Content) -> None:
    assert pressed(content, "antwoord:auto=nee").choice == "antwoord:auto=nee"


def test_there_is_a_threat_leads_to_the_check_question(content: Content) -> None:
    decision = pressed(content, "report_threat")
    assert (said(decision), decision.choice, decision.step.memory.aside) == (["threat.check"], None, "threat")


@pytest.mark.parametrize("text", ["hallo", "wat kost het", "antwoord", "/restart"])
def test_while_the_check_question_is_open_nothing_else_is_done(content: Content, text: str) -> None:
    decision = typed(content, text, CHECK_OPEN)
    assert (said(decision), decision.text) == (["threat.check"], None)


@pytest.mark.parametrize("choice", ["resume", "start_scan", "antwoord:auto=nee", "wijzig", "bestaat_niet"])
def test_no_button_walks_past_the_check_question(content: Content, choice: str) -> None:
    decision = pressed(content, choice, CHECK_OPEN)
    assert (said(decision), decision.choice) == (["threat.check"], None)


def test_a_no_to_the_check_question_goes_on_where_it_was(content: Content) -> None:
    for decision in (pressed(content, "dreiging:nee", CHECK_OPEN), typed(content, "nee", CHECK_OPEN)):
        assert said(decision) == ["threat.check.none"]
        assert decision.choice == "resume"


def test_a_threat_typed_at_the_check_question_is_one(content: Content) -> None:
    assert said(typed(content, KNIFE, CHECK_OPEN))[0] == "threat.route.acuut"


def test_support_is_given_before_the_text_is_handled(content: Content) -> None:
    decision = typed(content, "ik krijg elke dag anonieme telefoontjes")
    assert said(decision) and said(decision)[0].startswith("threat.")


@pytest.mark.parametrize(
    ("incoming", "urgent"),
    [
        (Incoming(choice="report_threat"), True),
        (Incoming(choice="dreiging:nu"), True),
        (Incoming(choice="start_scan"), False),
        (Incoming(text=KNIFE), True),
        (Incoming(text="hallo"), False),
        (Incoming(), False),
    ],
)
def test_what_no_limit_may_hold_back(incoming: Incoming, urgent: bool) -> None:
    assert may_be_about_danger(read(incoming)) is urgent
