"""What is said after a danger, read with the encoder: each kind has its answer, and a route never ends by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.reader.reader import read
from tests.support.talking.at_question import CONTENT
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.safety.check_question import ASIDE
from woningscan.safety.news import News

ROUTES = {"acuut", "concreet"}
KINDS: dict[str, Any] = YAML(typ="safe").load(Path(__file__).with_name("after_danger.yml").read_text(encoding="utf-8"))
ROWS = [(kind, listed["route"], typed) for kind, listed in KINDS.items() for typed in listed["texts"]]


def typed_under(route: str, typed: str, news: str = "") -> Decision:
    memory = Memory(version=CONTENT.version, route=route or None, alarmed=bool(route), news=news)
    return decide(CONTENT, memory, [], read(Incoming(text=typed)))


def kind_of(decision: Decision) -> str:
    """Which of the kinds it was answered as."""
    after = decision.step.memory
    if after.aside == ASIDE:
        return "asked"
    if after.news:
        return {News.HELP_CALLED: "help called", News.HELP_THERE: "help there", News.SAID_OVER: "said to be over"}[
            News(after.news)
        ]
    if any(reply.id == "threat.cannot_call" for reply in decision.step.replies):
        return "cannot call"
    return "the police know" if after.route == "concreet_bekend" else str([reply.id for reply in decision.step.replies])


@pytest.mark.parametrize(("kind", "route", "typed"), ROWS, ids=[typed for _, _, typed in ROWS])
def test_it_is_answered_as_what_it_is(kind: str, route: str, typed: str) -> None:
    decision = typed_under(route, typed, News.SAID_OVER.value if kind == "asked, going on" else "")
    assert kind_of(decision) == kind.partition(",")[0]
    assert decision.step.memory.route in {route, "concreet_bekend"}, "it never ends a route by itself"


@pytest.mark.parametrize(
    "typed", ["kan ik verder", "ik wil graag de woningscan aanvragen", "mag ik weer verder waar ik was"]
)
def test_who_asks_to_go_on_is_asked_at_once_and_a_bare_command_is_none(typed: str) -> None:
    assert kind_of(typed_under("concreet", typed)) == "asked"
    assert typed_under("concreet", "verder").step.memory.aside != ASIDE


STILL = [
    "hij staat er nog, kan ik verder",
    "ze zijn weer terug",
    "er is nu iemand binnen met een mes",
    "ze lopen door het huis",
    "hij rijdt weg met mijn dochter",
    "hij heeft mijn zoon",
    "mag ik door de achterdeur vluchten",
    "ik wil niet dat hij door het raam komt",
    "het was mijn man",
    "ik word steeds gebeld",
    "er is politie nodig",
]
"""What sounds like help, an end, a mistake or going on, and is none."""


@pytest.mark.parametrize("typed", STILL)
def test_danger_goes_before_going_on(typed: str) -> None:
    after = typed_under("acuut", typed).step.memory
    assert (after.aside, after.news, after.route) == (None, "", "acuut")


def test_a_no_to_whether_there_is_danger_still_lets_somebody_go_on() -> None:
    asked = typed_under("concreet", "kan ik verder met de scan")
    over = decide(CONTENT, asked.step.memory, [], read(Incoming(text="nee er is niks meer")))
    assert over.step.memory.route is None
    stays = decide(CONTENT, asked.step.memory, [], read(Incoming(text="ja hij dreigt nog steeds")))
    assert stays.step.memory.route in ROUTES


@pytest.mark.parametrize("typed", ["ik ben bang", "mijn vrouw huilt de hele dag", "ik slaap slecht sinds die brief"])
def test_what_a_threat_does_to_somebody_is_answered_with_who_helps(typed: str) -> None:
    assert typed_under("concreet", typed).topic == "q_steun_gezin"


@pytest.mark.parametrize("typed", ["moet ik opendoen", "moet ik reageren op die man"])
def test_a_question_in_danger_is_none_about_the_visit_of_an_adviser(typed: str) -> None:
    assert typed_under("acuut", typed).topic != "ask_who_visits"


def test_who_leaves_is_not_taken_to_stop_the_conversation() -> None:
    assert typed_under("acuut", "weg nu").choice is None


@pytest.mark.parametrize("typed", ["nee het is voorbij", "hij is opgepakt, het is voorbij", "alles is weer rustig"])
def test_that_it_is_over_is_a_no_where_that_was_asked(typed: str) -> None:
    asked = typed_under("acuut", "mag ik weer verder")
    assert decide(CONTENT, asked.step.memory, [], read(Incoming(text=typed))).step.memory.route is None


@pytest.mark.parametrize("typed", ["hij loopt weg", "ze rijden door", "ik hoor niks meer"])
def test_somebody_who_walks_away_ends_nothing(typed: str) -> None:
    asked = typed_under("acuut", "mag ik weer verder")
    assert decide(CONTENT, asked.step.memory, [], read(Incoming(text=typed))).step.memory.route == "acuut"


def test_who_wants_a_visit_after_it_is_asked_the_same() -> None:
    assert kind_of(typed_under("acuut", "dan wil ik wel zo'n gratis woningscan aanvragen")) == "asked"


@pytest.mark.parametrize(
    "typed",
    ["ik hoor ze weer", "help", "hulp!", "dit helpt niet", "hij staat er weer", "er is weer iemand in de tuin"],
)
@pytest.mark.parametrize("news", [News.SAID_OVER, News.HELP_CALLED, News.HELP_THERE])
def test_what_begins_again_is_112_again(news: News, typed: str) -> None:
    step = typed_under("acuut", typed, news.value).step
    assert (step.memory.news, step.memory.route) == ("", "acuut")
    assert step.replies[0].id == "threat.route.acuut"


@pytest.mark.parametrize("typed", ["ze zijn weer weg", "hij is weer vertrokken", "het is weer rustig"])
def test_gone_again_is_no_new_beginning(typed: str) -> None:
    assert typed_under("acuut", typed, News.HELP_CALLED.value).step.memory.news == News.SAID_OVER.value


@pytest.mark.parametrize("typed", ["het is over 5 minuten vast over", "over een uurtje is het wel klaar"])
def test_what_will_be_over_is_not_over(typed: str) -> None:
    assert typed_under("acuut", typed).step.memory.news == ""


@pytest.mark.parametrize(
    "typed", ["ik ga de deur opendoen om te praten", "ik doe de deur even open om te kijken", "ik ga er zelf heen"]
)
def test_who_is_about_to_open_is_told_the_step_again(typed: str) -> None:
    step = typed_under("acuut", typed, News.SAID_OVER.value).step
    assert step.replies[0].id == "threat.route.acuut" and step.memory.news == ""


THERE = ["de politie is er weer", "politie staat voor de deur, ik doe open", "agenten zijn er, ik ga naar buiten"]


@pytest.mark.parametrize("typed", THERE)
def test_help_that_is_there_goes_before_the_door(typed: str) -> None:
    assert typed_under("acuut", typed, News.HELP_CALLED.value).step.memory.news == News.HELP_THERE.value


def test_at_the_first_check_who_it_was_may_explain_it() -> None:
    asked = Memory(version=CONTENT.version, aside=ASIDE, checks=1)
    after = decide(CONTENT, asked, [], read(Incoming(text="nee, ik weet wie het was"))).step.memory
    assert after.route is None


@pytest.mark.parametrize("typed", ["nee dat was het zeker niet", "nee joh ik weet wie het was", "nee het was opzet"])
def test_a_no_that_says_it_was_meant_ends_no_route(typed: str) -> None:
    asked = typed_under("acuut", "dat was vast een vergissing")
    assert asked.step.memory.aside == ASIDE
    after = decide(CONTENT, asked.step.memory, [], read(Incoming(text=typed))).step.memory
    assert after.route in ROUTES


@pytest.mark.parametrize(
    "typed",
    ["wacht er gaat een ruit kapot beneden, ben zo terug", "ben zo terug, er wordt keihard op de deur gebonsd"],
)
def test_who_leaves_because_of_it_is_not_let_go(typed: str) -> None:
    after = typed_under("", typed).step.memory
    assert after.route in ROUTES or after.aside == ASIDE


@pytest.mark.parametrize(
    "typed", ["kan ik zonder dat mijn man het weet iemand spreken", "mijn man controleert mijn telefoon"]
)
def test_who_must_not_be_found_out_hears_of_the_screen(typed: str) -> None:
    assert typed_under("", typed).topic == "q_apparaat"
