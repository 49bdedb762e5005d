"""The steps for a kind of danger: what they may not lose, and what is dangerous to say there."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.support.places import ROOT
from woningscan.content.check.routes.needed import KINDS
from woningscan.content.check.routes.problems import route_problems

ROUTES: dict[str, Any] = YAML(typ="safe", pure=True).load((ROOT / "content/routes.yml").read_text("utf-8"))["routes"]
OUTSIDE, FIRE, OBJECT, FOLLOWED = "persoon_bij_de_woning", "brand", "verdacht_voorwerp", "gevolgd_of_opgewacht"


def problems(route: str, kind: str, steps: list[str] | None) -> list[str]:
    """What the check says of these steps in place of those there; None takes them away."""
    edited = copy.deepcopy(ROUTES)
    if steps is None:
        del edited[route]["kinds"][kind]
    else:
        edited[route]["kinds"][kind] = steps
    return [str(problem) for problem in route_problems(edited)]


def test_as_they_are_nothing_is_wrong() -> None:
    assert list(route_problems(ROUTES)) == []


@pytest.mark.parametrize(("route", "kind"), [(route, kind) for route, kinds in KINDS.items() for kind in kinds])
def test_the_steps_of_a_kind_cannot_go(route: str, kind: str) -> None:
    (told,) = problems(route, kind, None)
    assert kind in told and "Zet ze terug" in told


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (OUTSIDE, "Staat er iemand buiten? Ga naar buiten en praat met hem. Blijf binnen kan ook. Doe niet open."),
        (OUTSIDE, "Staat er iemand buiten? Bel 112."),
        (OUTSIDE, "Blijf binnen en doe niet open."),
        (FIRE, "Is er brand? Blijf binnen en wacht op de brandweer. Ga later naar buiten."),
        (FIRE, "Is er brand? Bel de buren."),
        (OBJECT, "Ligt er iets verdachts? Raak het niet aan. Bewaar alles voor de politie."),
        (OBJECT, "Ligt er iets verdachts? Ga er weg."),
        (FOLLOWED, "Wordt u gevolgd? Ga snel naar huis. Ga niet naar huis van een ander."),
        (FOLLOWED, "Wordt u gevolgd? Rijd door."),
        ("binnengedrongen", "Is er iemand in huis? Blijf binnen. Ga niet naar binnen."),
        ("huiselijk", "Is iemand in uw huis het gevaar? Blijf binnen. Ga er weg."),
    ],
)
def test_what_is_lost_or_dangerous_is_told_with_where_it_stands(kind: str, step: str) -> None:
    told = problems("acuut", kind, [step])
    assert told and all(kind in one for one in told)


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (OUTSIDE, "Is er iemand bij uw huis? Blijf binnen en doe niet open voor wie u niet kent."),
        (FIRE, "Ziet u vuur of rook? Ga meteen naar buiten en blijf daar."),
        (FOLLOWED, "Rijdt iemand achter u aan? Rijd niet naar huis, maar naar een politiebureau."),
    ],
)
def test_other_words_with_the_same_sense_are_fine(kind: str, step: str) -> None:
    assert problems("acuut", kind, [step]) == []
