"""Being guarded by the police is a fact that the police know; wishing it, or asking about it, is not."""

from __future__ import annotations

import pytest

from tests.support.timing import least_of_each
from woningscan.reading.threat import Action, assess
from woningscan.reading.threat.situation.protection import without_protection

GUARDED = [
    "Ik heb al politiebeveiliging, mag ik dan ook een woningscan?",
    "ik heb al politiebeveiliging mag ik dan ook een woningscan",
    "ik word al bewaakt",
    "ik heb beveiliging van de politie",
    "er is geen gevaar, ik word bewaakt",
    "wij worden al een jaar door de politie bewaakt",
    "mijn man wordt beveiligd door de DKDB",
    "ik krijg op dit moment persoonsbeveiliging",
    "ik krijg van de politie beveiliging",
    "ik sta onder politiebewaking",
    "heb al politie-beveiliging",
    "mag ik ook een woningscan als ik al politiebeveiliging heb?",
    "ik vraag dit omdat ik politiebeveiliging heb",
    "sinds vorig jaar heb ik politiebeveiliging",
    "de politie bewaakt mijn huis",
    "ik val onder het stelsel bewaken en beveiligen",
    "I already have police protection",
]
NOT_GUARDED = [
    "ik wil graag beveiliging",
    "welke beveiliging is goed?",
    "heb ik recht op politiebeveiliging?",
    "ik heb recht op politiebeveiliging",
    "heb ik politiebeveiliging nodig?",
    "ik heb politiebeveiliging nodig",
    "krijg ik nu politiebeveiliging?",
    "hoe krijg ik politiebeveiliging",
    "kan ik bewaakt worden",
    "ik heb geen politiebeveiliging",
    "ik word niet bewaakt",
    "als ik politiebeveiliging krijg, wat dan?",
    "ik wil dat de politie mij bewaakt",
    "ik heb politiebeveiliging gehad",
    "ik heb een vraag over politiebeveiliging",
    "mijn collega heeft politiebeveiliging",
    "ik heb al beveiliging van Verisure",
    "mijn huis wordt bewaakt door camera's",
    "ik word beveiligd tegen inbraak",
    "het bericht dat ik beveiligd word klopt niet",
    "wat een onzin dat wij bewaakt worden",
    "B. Waker",
    "dinsdag, na de beveiliging van het stadhuis",
]


@pytest.mark.parametrize("said", GUARDED)
def test_who_is_guarded_gets_the_route_for_what_the_police_know(said: str) -> None:
    found = assess(said)
    assert (found.action, found.topic, found.certain) == (Action.ROUTE_CONCREET, "politie_weet_het", True)


@pytest.mark.parametrize("said", NOT_GUARDED)
def test_a_wish_or_a_question_is_no_such_fact(said: str) -> None:
    assert without_protection(said) is None
    assert not assess(said).certain or assess(said).action is not Action.ROUTE_CONCREET


@pytest.mark.parametrize(
    "said", ["ik wil graag beveiliging", "welke beveiliging is goed?", "heb ik recht op politiebeveiliging?"]
)
def test_the_plainest_of_them_disturb_nobody(said: str) -> None:
    assert assess(said).action is Action.GEEN


@pytest.mark.parametrize(
    "said",
    [
        "ik word bewaakt maar er staat nu iemand met een mes in mijn huis",
        "ik heb politiebeveiliging en iemand steekt nu mijn huis in brand, help",
    ],
)
def test_danger_now_stays_danger_now(said: str) -> None:
    assert assess(said).action is Action.ROUTE_ACUUT


@pytest.mark.parametrize("piece", ["vanwege al al ", "sinds al heb ik al ", "ik word al door de politie ", "ik "])
def test_no_text_takes_long_to_read(piece: str) -> None:
    """Doubling the length about doubles the time, where a pattern that goes astray needs thousands of times as much."""

    seconds = least_of_each(
        {
            "once": lambda: without_protection("ik heb " + piece * 100),
            "four times": lambda: without_protection("ik heb " + piece * 400),
        }
    )
    assert seconds["four times"] < 50 * max(seconds["once"], 0.01), seconds
