"""Whom to ask fits the person: a tenant asks the landlord, who owns a flat the VvE, a councillor the griffier."""

from __future__ import annotations

import pytest

from tests.support.report.answer_sets import answers_of
from woningscan.content.model import Content, Question
from woningscan.plan.build import build_plan
from woningscan.plan.whom import ONESELF, PARTIES, whom_to_ask

BUILDING = ("eigenaar", "verhuurder", "vve")


def ask(*who: str, **answers: str) -> tuple[str, ...]:
    return whom_to_ask(Question("x", "X1", "theme", "t", "T", "A", "W", (), who=who), answers)


@pytest.mark.parametrize(
    ("answers", "parties"),
    [
        ({"eigendom": "koop", "woningtype": "vrijstaand"}, ("eigenaar",)),
        ({"eigendom": "koop", "woningtype": "appartement_hoger"}, ("eigenaar", "vve")),
        ({"eigendom": "koop", "woningtype": "anders"}, ("eigenaar", "vve_misschien")),
        ({"eigendom": "koop"}, ("eigenaar", "vve_misschien")),
        ({"eigendom": "huur", "woningtype": "appartement_hoger"}, ("verhuurder",)),
        ({"eigendom": "huur"}, ("verhuurder",)),
        ({"eigendom": "ambtswoning", "woningtype": "appartement_begane_grond"}, ("beheerder",)),
        ({"eigendom": "anders", "woningtype": "vrijstaand"}, ("eigenaar_onbekend",)),
        ({"eigendom": "overgeslagen", "woningtype": "overgeslagen"}, ("eigenaar_onbekend", "vve_misschien")),
        ({}, ("eigenaar_onbekend", "vve_misschien")),
    ],
)
def test_a_change_to_the_building(answers: dict[str, str], parties: tuple[str, ...]):
    assert ask(*BUILDING, **answers) == parties


@pytest.mark.parametrize(
    ("function", "party"),
    [
        ("raadslid", "griffier"),
        ("burgemeester", "gemeentesecretaris"),
        ("gedeputeerde", "provinciesecretaris"),
        ("waterschapsbestuurder", "secretaris_directeur"),
        ("andere_functie", "griffier_of_secretaris"),
        ("overgeslagen", "griffier_of_secretaris"),
    ],
)
def test_the_officer_of_the_organisation(function: str, party: str):
    assert ask("griffier", "zelf", functie=function) == (party, "zelf")


def test_who_lives_alone_is_not_sent_to_housemates():
    assert ask("zelf", "huisgenoten", huishouden="met_kinderen") == ("zelf", "huisgenoten")
    assert ask("huisgenoten", huishouden="alleen") == ("zelf",)


def test_an_owner_is_named_once():
    assert ask("zelf", "eigenaar", eigendom="koop") == ("zelf",)
    assert ask("zelf", "eigenaar", eigendom="huur") == ("zelf", "verhuurder")


def test_every_party_of_the_content_has_a_text(content: Content):
    assert {f"report.who.{party}" for party in PARTIES} == {
        key for key in content.messages if key.startswith("report.who.")
    }


@pytest.mark.parametrize("seed", range(60))
def test_every_action_has_somebody(content: Content, seed: int):
    answers = answers_of(content, seed)
    plan = build_plan(content, answers)
    assert [item.question.id for item in plan.items if not item.whom or set(item.whom) - set(PARTIES)] == []
    ids = {number: id for id, number in plan.numbers.items()}
    listed = {(party, ids[number]) for party, numbers in plan.by_party.items() for number in numbers}
    assert listed == {(party, item.question.id) for item in plan.items for party in item.whom if party not in ONESELF}
    owned = answers.get("eigendom") == "koop"
    assert not (owned and any("verhuurder" in item.whom for item in plan.items))
