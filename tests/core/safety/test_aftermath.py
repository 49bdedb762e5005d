"""What became of a danger, where the reader understands it and no words are listed: the answer fits, a route stays."""

from __future__ import annotations

import pytest

from tests.support.talking.under_route import routed, typed
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision
from woningscan.reading.aftermath import Aftermath
from woningscan.safety import check_question
from woningscan.safety.news import News

UNLISTED = "pfoe wat een avond zeg"
"""Words that tell of nothing by themselves."""


def understood(
    content: Content, memory: Memory, became: Aftermath, chance: float = 0.9, text: str = UNLISTED
) -> Decision:
    return typed(content, memory, text, became={became: chance})


@pytest.mark.parametrize(
    ("became", "news"),
    [(Aftermath.CALLED, News.HELP_CALLED), (Aftermath.THERE, News.HELP_THERE), (Aftermath.OVER, News.SAID_OVER)],
)
def test_news_is_heard_and_the_route_stays(content: Content, became: Aftermath, news: News) -> None:
    after = understood(content, routed(content, "acuut"), became).step.memory
    assert (after.news, after.route) == (news.value, "acuut")


@pytest.mark.parametrize("became", [Aftermath.MISTAKE, Aftermath.GO_ON])
def test_a_mistake_and_going_on_are_asked_about(content: Content, became: Aftermath) -> None:
    after = understood(content, routed(content, "concreet"), became).step.memory
    assert (after.aside, after.route) == (check_question.ASIDE, "concreet")


def test_that_it_goes_on_is_believed_before_words_that_say_it_is_over(content: Content) -> None:
    memory = routed(content, "acuut")
    text = "de man is weg"
    assert typed(content, memory, text).step.memory.news == News.SAID_OVER.value
    assert not understood(content, memory, Aftermath.STILL, 0.97, text).step.memory.news


@pytest.mark.parametrize("became", [Aftermath.THERE, Aftermath.OVER, Aftermath.MISTAKE, Aftermath.GO_ON])
def test_nothing_is_settled_by_it_where_the_threat_check_sees_danger(content: Content, became: Aftermath) -> None:
    after = understood(content, routed(content, "acuut"), became, text="er loopt iemand door mijn huis").step.memory
    assert (after.news, after.aside, after.route) == ("", None, "acuut")


def test_what_begins_again_is_no_news_any_more(content: Content) -> None:
    step = understood(content, routed(content, "acuut", news=News.SAID_OVER.value), Aftermath.STILL).step
    assert not step.memory.news and "112" in step.replies[0].text


def test_who_cannot_call_is_told_what_else_can_be_done(content: Content) -> None:
    step = understood(content, routed(content, "acuut"), Aftermath.CANNOT_CALL).step
    assert "threat.cannot_call" in [reply.id for reply in step.replies]


def test_what_the_police_know_of_is_not_told_to_be_reported(content: Content) -> None:
    assert understood(content, routed(content, "concreet"), Aftermath.KNOWN).step.memory.route == "concreet_bekend"


def test_below_the_bar_nothing_is_believed(content: Content) -> None:
    assert not understood(content, routed(content, "acuut"), Aftermath.OVER, 0.3).step.memory.news


def test_without_a_route_it_means_nothing(content: Content) -> None:
    assert understood(content, Memory(version=content.version), Aftermath.OVER).step.memory.news == ""


@pytest.mark.parametrize(("alarming", "route"), [({True: 0.95}, "concreet"), ({False: 0.95}, None)])
def test_the_check_question_takes_what_the_reader_is_sure_of(
    content: Content, alarming: dict[bool, float], route: str | None
) -> None:
    asked = check_question.ask_check(content, Memory(started=True, answers={"functie": "raadslid"})).memory
    after = typed(content, asked, UNLISTED, alarming=alarming).step.memory
    assert (after.route, after.aside) == (route, None)


def test_the_check_question_is_asked_again_where_the_reader_doubts(content: Content) -> None:
    asked = check_question.ask_check(content, Memory(started=True, answers={"functie": "raadslid"})).memory
    after = typed(content, asked, UNLISTED, alarming={True: 0.4, False: 0.4}).step.memory
    assert (after.route, after.aside) == (None, check_question.ASIDE)
