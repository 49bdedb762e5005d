"""The main job, end to end: a scan from the first word to the plan, its report, and a request that is really stored."""

from __future__ import annotations

import re

from bot.store import Store
from bot.store.mail import outbox as mails
from tests.support.talking.conversing import Talk
from tests.support.talking.safe_triage import safely
from woningscan.content.model import Question
from woningscan.conversation.memory import memory_in

FIELDS = ["J. de Vries-Canari", "06 98765432", "donderdag na 19 uur"]


def test_short_scan_by_typed_text_only(talk: Talk, store: Store) -> None:
    talk.say("ja graag")
    asked = _answer_all(talk, lambda question: _typed(talk, question), length="kort")
    themes = [question for question in asked if question.section == "theme"]
    assert {question.priority for question in themes} == {3}
    assert talk.ids[-1] == "plan.next" and "plan.first" in talk.ids
    talk.say("geef mij het plan als rapport")
    assert talk.ids == ["plan.report"]
    talk.say("ik wil de gratis woningscan aanvragen")
    assert talk.ids == ["booking.start.woningscan", "booking.ask.naam"]
    _request_by_typing(talk)
    assert talk.ids == ["booking.confirmed.woningscan"]
    _assert_stored(talk, store, "woningscan", function="Raadslid")


def test_full_scan_by_choices_only(talk: Talk, store: Store) -> None:
    talk.press("start_scan")
    asked = _answer_all(talk, lambda question: _pressed(talk, question), length="volledig")
    themes = [question for question in asked if question.section == "theme"]
    assert len(themes) == sum(len(theme.questions) for theme in talk.assistant.content.themes)
    assert talk.ids[-3:] == ["plan.intro", "plan.first", "plan.next"]
    assert "full_scan" not in {choice.id for choice in talk.offered}
    talk.press("send_report")
    assert talk.ids == ["plan.report"]
    _assert_report_opens_once(talk, store)
    talk.say("woningscan aanvragen")  # the button of the plan has scrolled away; the menu has none
    _request_by_typing(talk)
    _assert_stored(talk, store, "woningscan", function="Raadslid")


def test_a_sent_request_is_withdrawn_once(talk: Talk, store: Store) -> None:
    safely(talk.press("book_scan"), talk.press)
    talk.say(FIELDS[0])
    talk.press("veld:functie=wethouder")
    talk.say("jan@voorbeeld.nl")
    talk.press("Geen voorkeur")
    talk.press("veld:akkoord=ja")
    reference = _reference(talk)
    assert talk.say("ik wil mijn aanvraag annuleren") == ["booking.cancel.ask"]
    assert talk.say(reference.lower().replace("-", " ")) == ["booking.cancelled"]
    request = store.requests.find(reference)
    assert request is not None and request.status == "withdrawn"
    assert talk.say(f"annuleer {reference}") == ["booking.cancelled.already"]
    assert store.requests.counts()["withdrawn"] == 1


def test_a_dropped_request_leaves_nothing(talk: Talk, store: Store) -> None:
    safely(talk.press("book_scan"), talk.press)
    talk.say(FIELDS[0])
    talk.press("cancel_booking")
    assert talk.ids == ["booking.dropped"]
    assert FIELDS[0] not in str(talk.state)
    assert sum(store.requests.counts().values()) == 0


def _answer_all(talk: Talk, answer, length: str) -> list[Question]:
    """Answer until the plan is there; returns what was asked, each question once and in its turn."""
    asked: list[Question] = []
    while talk.ids[-1] != "plan.next":
        question = talk.assistant.content.questions[talk.ids[-1].removeprefix("scan.ask.")]
        assert question not in asked, f"{question.id} is asked twice"
        asked.append(question)
        wanted = length if question.id == "scanlengte" else answer(question)
        if question.id == "scanlengte":
            talk.press(f"antwoord:scanlengte={length}")
        assert talk.memory.answers[question.id] == wanted
    return asked


def _wanted(question: Question) -> int:
    """The choice to give: no danger, a raadslid with everything that leads to more questions, and work to do."""
    if question.id == "functie":
        return 2
    if question.section == "triage":
        return [choice.value for choice in question.choices].index("nee")
    if question.section == "profile":
        return 2 if question.id == "huishouden" else 0
    return [choice.outcome != "done" for choice in question.choices].index(True)


def _typed(talk: Talk, question: Question) -> str:
    choice = question.choices[_wanted(question)]
    talk.say(choice.phrases[0] if choice.phrases else choice.label)
    return choice.value


def _pressed(talk: Talk, question: Question) -> str:
    choice = question.choices[_wanted(question)]
    talk.press(f"antwoord:{question.id}={choice.value}")
    return choice.value


def _request_by_typing(talk: Talk) -> None:
    for typed in FIELDS:
        talk.say(typed)
    assert talk.ids == ["booking.review"]
    talk.say("ja, verstuur maar")


def _reference(talk: Talk) -> str:
    found = re.search(r"WS-[A-Z0-9]{4}-[A-Z0-9]{5}", talk.replies[-1].text)
    assert found, talk.replies[-1].text
    return found.group()


def _assert_stored(talk: Talk, store: Store, kind: str, function: str) -> None:
    request = store.requests.find(_reference(talk))
    assert request is not None and (request.kind.word, request.status) == (kind, "new")
    name, contact, moments = FIELDS
    assert request.fields == {
        "naam": name,
        "functie": function,
        "contact": contact.replace(" ", ""),
        "voorkeur": moments,
    }
    assert mails.overview(store.database).waiting == 1
    for value in (name, contact.replace(" ", ""), moments):
        assert value not in str(talk.state), "the conversation still holds what went into the request"


def _assert_report_opens_once(talk: Talk, store: Store) -> None:
    url = next(part["url"] for part in talk.replies[-1].parts if part["kind"] == "link")
    token = url.rsplit("/", 1)[1]
    opened = store.reports.open_report(token, talk.now())
    assert opened is not None and memory_in(opened.snapshot).answers == talk.memory.answers
    assert store.reports.open_report(token, talk.now()) is None
