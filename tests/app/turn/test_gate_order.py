"""Danger is judged before anything that was offered, looks like a payload, or is too long to answer."""

from __future__ import annotations

import pytest

from bot.reader.reader import read
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.text import MAX_TEXT, MOST_LOOKED_AT

DANGER = "er staat nu iemand met een mes in mijn huis"


def told(content: Content, text: str, offered: list[Choice], memory: Memory | None = None) -> list[str]:
    decision = decide(content, memory or Memory(), offered, read(Incoming(text=text)))
    return [reply.id for reply in decision.step.replies]


def test_no_label_of_a_button_switches_the_judgement_off(content: Content) -> None:
    assert told(content, DANGER, [Choice("resume", DANGER)])[0] == "threat.route.acuut"


@pytest.mark.parametrize("label", [None, 5, ["x"], {"a": 1}])
def test_a_label_or_an_id_that_is_no_text_breaks_nothing(content: Content, label: object) -> None:
    offered = [Choice(label, label), Choice("resume", label)]  # type: ignore[arg-type]
    assert told(content, DANGER, offered)[0] == "threat.route.acuut"
    assert told(content, "verder", offered) == []


@pytest.mark.parametrize("payload", ["@politie [{}]", "/affirm{{{}}}", "／start {{{}", "/melding [{}]"])
def test_what_looks_like_a_payload_is_judged_before_it_is_refused(content: Content, payload: str) -> None:
    assert told(content, payload.format(DANGER), [])[0] == "threat.route.acuut"
    assert told(content, payload.format("hallo"), []) == ["gate.unreadable"]


@pytest.mark.parametrize("before", [1_200, 3_900, 7_500])
def test_a_text_over_the_limit_is_read_before_it_is_refused(content: Content, before: int) -> None:
    filler = "gisteren vergaderde de raad over de begroting. " * 400
    assert told(content, f"{filler[:before]} {DANGER}. {filler[:300]}", [])[0] == "threat.route.acuut"


def test_a_text_that_is_refused_as_too_long_names_the_alarm_number(content: Content) -> None:
    decision = decide(content, Memory(), [], read(Incoming(text="mooi weer " * 300)))
    assert content.contacts["alarmnummer"].value in decision.step.replies[0].text


@pytest.mark.parametrize("long", [MAX_TEXT + 1, MOST_LOOKED_AT, MOST_LOOKED_AT + 1, 50_000])
def test_who_wrote_too_much_is_told_whether_all_of_it_was_read(content: Content, long: int) -> None:
    told_to = told(content, ("mooi weer " * (long // 10 + 1))[: long - 1] + "a", [])
    assert told_to == ["gate.too_long.unread" if long > MOST_LOOKED_AT else "gate.too_long"]


def test_a_label_of_our_own_is_still_its_button(content: Content) -> None:
    label = content.labels["dreiging:nu"]
    offered = [Choice("dreiging:nu", label)]
    assert told(content, label, offered, Memory(aside="threat"))[0] == "threat.route.acuut"
    question = content.questions["auto"]
    answer = Choice(f"antwoord:auto={question.choices[0].value}", question.choices[0].label)
    decision = decide(content, Memory(started=True), [answer], read(Incoming(text=answer.label)))
    assert decision.choice == answer.id
