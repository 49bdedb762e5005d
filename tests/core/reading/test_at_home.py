"""Danger by somebody close, a fire with people outside, and somebody else who wants to die, as people tell of it."""

from __future__ import annotations

import pytest

from woningscan.reading.threat import Action, assess
from woningscan.reading.threat.order import in_order
from woningscan.reading.threat.situations import CARE, CHILD


@pytest.mark.parametrize(
    "typed",
    [
        "mijn man slaat me",
        "goedemorgen, mijn partner wurgde me gisteren",
        "hoi, mijn man heeft me geslagen",
        "ik ben bang voor mijn man",
        "ik word thuis mishandeld",
        "my husband hits me every day",
    ],
)
def test_violence_by_somebody_close_is_asked_about_with_its_own_step(typed: str) -> None:
    found = assess(typed)
    assert found.action in (Action.CONTROLEVRAAG, Action.ROUTE_CONCREET, Action.ROUTE_ACUUT)
    assert found.kind in ("huiselijk", None)
    assert found.action is not Action.CONTROLEVRAAG or found.kind == "huiselijk"


def test_a_child_that_tells_of_it_is_in_danger() -> None:
    found = assess("dag! ik ben 12 en mijn vader slaat mijn moeder")
    assert (found.action, found.topic) == (Action.ROUTE_ACUUT, CHILD)


@pytest.mark.parametrize("typed", ["mijn man slaat me met schaken", "mijn zoon slaat een bal over de schutting"])
def test_a_game_is_none(typed: str) -> None:
    assert assess(typed).kind != "huiselijk"


@pytest.mark.parametrize(
    "typed", ["mijn dochter zegt dat ze dood wil", "mijn man wil een einde aan zijn leven maken sinds de bedreigingen"]
)
def test_who_worries_about_somebody_who_wants_to_die_hears_113(typed: str) -> None:
    found = assess(typed)
    assert (found.action, found.topic) == (Action.STEUN, CARE)


@pytest.mark.parametrize("typed", ["mijn ex zegt dat hij mij dood wil", "mijn zoon schreeuwt dat hij me dood wil"])
def test_who_wants_somebody_else_dead_is_a_threat(typed: str) -> None:
    assert assess(typed).topic != CARE


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ik ruik benzine en hoor mensen bij de voordeur", "persoon_bij_de_woning"),
        ("de schuur staat in de fik en er staan jongens in de tuin", "persoon_bij_de_woning"),
        ("de gang staat in brand en er staan mannen voor de deur", "brand"),
        ("er is brand en ik hoor mensen op de trap", "brand"),
        ("brand, vlammen uit het raam en mijn man staat nog boven", "brand"),
        ("het dak staat in brand en er staan mensen te kijken op straat", "brand"),
        ("brand! iemand staat nog op het balkon", "brand"),
        ("de gordijnen branden", "brand"),
    ],
)
def test_with_people_outside_a_fire_does_not_send_anybody_out_to_them(typed: str, first: str) -> None:
    kinds = in_order(typed, ("brand",))
    assert kinds[0] == first
