"""Danger by somebody close, a fire with people outside, and somebody else who wants to die, as people tell of it."""

from __future__ import annotations

import pytest

from woningscan.reading.threat import Action, assess
from woningscan.reading.threat.situation.order import INSIDE, in_order
from woningscan.reading.threat.situation.rules import CARE, CHILD


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


@pytest.mark.parametrize(
    ("typed", "read", "first"),
    [
        ("die vent van de overkant staat te tieren", "brand", ""),
        (
            "het slot van de achterdeur hangt eruit, in de kamer brandt licht, we komen net van een borrel",
            "brand",
            INSIDE,
        ),
        ("kom thuis en alles ligt overhoop", "vernieling", INSIDE),
        (
            "bij de buren slaat de vlam uit het dak en de vonken waaien onze kant op",
            "persoon_bij_de_woning brand",
            "brand",
        ),
        ("🧨💥 net door de gleuf", "brand", "explosie_of_vuurwerk"),
        ("er hangt een strop aan de boom", "explosie_of_vuurwerk", ""),
        ("tin un outo ta sigui mi", "persoon_bij_de_woning", "gevolgd_of_opgewacht"),
        ("hij scheldt vooral", "huiselijk", ""),
        ("de buurman sloeg me", "huiselijk", ""),
        ("hij slaat me", "huiselijk", "huiselijk"),
        ("partner verstopt mijn autosleutels", "huiselijk", "huiselijk"),
        ("mijn man zegt dat ik niet voor vreemden mag opendoen en scheldt me uit", "huiselijk", "huiselijk"),
        ("mijn ex staat buiten te schelden", "huiselijk", "persoon_bij_de_woning"),
        ("mijn ex stalkt me", "huiselijk", "gevolgd_of_opgewacht"),
        ("ex trapt de deur in", "huiselijk", "persoon_bij_de_woning"),
        (
            "de stalker zit in zijn auto voor de deur",
            "gevolgd_of_opgewacht persoon_bij_de_woning",
            "persoon_bij_de_woning",
        ),
        ("there is a bomb under my car", "", "verdacht_voorwerp"),
        ("mijn ex is binnen, hij staat in de gang", "huiselijk", "huiselijk"),
        ("een collega wordt opgewacht bij het gemeentehuis", "persoon_bij_de_woning", "collega_of_ander"),
        ("lig onder het bed, er loopt iemand over de overloop", "binnengedrongen persoon_bij_de_woning", INSIDE),
    ],
)
def test_the_first_step_is_never_that_of_what_no_word_tells_of(typed: str, read: str, first: str) -> None:
    kinds = in_order(typed, tuple(read.split()))
    assert kinds[:1] == ((first,) if first else ())
    assert "persoon_bij_de_woning" not in kinds[1:], "inside and outside are told apart"


@pytest.mark.parametrize(
    ("typed", "read", "ordered"),
    [
        (
            "een kerel staat tegen de schutting naar binnen te gluren",
            "persoon_bij_de_woning brand",
            "persoon_bij_de_woning",
        ),
        ("ik hoor buiten knallen, de voordeur ligt in de hal", "explosie_of_vuurwerk brand", "explosie_of_vuurwerk"),
        ("buiten een harde knal", "brand persoon_bij_de_woning", "explosie_of_vuurwerk persoon_bij_de_woning"),
        (
            "hij staat te bonken op de schuurdeur",
            "gevolgd_of_opgewacht persoon_bij_de_woning",
            "persoon_bij_de_woning gevolgd_of_opgewacht",
        ),
        (
            "vreemde mannen staan bij de deur met benzine",
            "persoon_bij_de_woning brand",
            "persoon_bij_de_woning brand",
        ),
    ],
)
def test_what_the_words_tell_of_comes_first(typed: str, read: str, ordered: str) -> None:
    assert in_order(typed, tuple(read.split())) == tuple(ordered.split())


@pytest.mark.parametrize(
    "typed",
    [
        "het gevaar zit hier binnen, hij is zo boos",
        "mijn vriend heeft de voordeur op slot gedaan en de sleutels in zijn zak",
        "mijn man laat me niet weg",
        "mijn man heeft me opgesloten in de badkamer",
    ],
)
def test_who_is_kept_at_home_is_in_danger_now(typed: str) -> None:
    found = assess(typed)
    assert (found.action, found.kind) == (Action.ROUTE_ACUUT, "huiselijk")
