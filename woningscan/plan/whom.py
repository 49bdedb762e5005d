"""Whom to ask about a measure: the question names parties, the profile answers say which of them this person has."""

from __future__ import annotations

from collections.abc import Mapping

from woningscan.content.model import Question

EXECUTIVES = frozenset(
    {"burgemeester", "wethouder", "gedeputeerde", "commissaris_van_de_koning", "waterschapsbestuurder"}
)
REPRESENTATIVES = frozenset({"raadslid"})
SOMEBODY_ELSES_HOME = frozenset({"verhuurder", "beheerder", "eigenaar_onbekend", "vve"})
BUILDING = SOMEBODY_ELSES_HOME | {"eigenaar", "vve_misschien"}
FLATS = frozenset({"appartement_begane_grond", "appartement_hoger"})
HOUSES = frozenset({"vrijstaand", "rij_of_hoekwoning", "boerderij_of_buitengebied"})

# Every answer `whom_to_ask` can give; the text of each is `report.who.<key>` in content/messages.yml.
PARTIES = (
    *("zelf", "huisgenoten", "eigenaar", "verhuurder", "beheerder", "eigenaar_onbekend", "vve", "vve_misschien"),
    *("griffier", "gemeentesecretaris", "provinciesecretaris", "secretaris_directeur", "griffier_of_secretaris", "ict"),
)
ONESELF = frozenset({"zelf", "eigenaar"})

# Source: weerbaar_bestuur_stappenplan in content/sources.yml; which secretary by the function is by analogy.
_OFFICERS = {
    "raadslid": "griffier",
    "burgemeester": "gemeentesecretaris",
    "wethouder": "gemeentesecretaris",
    "gedeputeerde": "provinciesecretaris",
    "commissaris_van_de_koning": "provinciesecretaris",
    "waterschapsbestuurder": "secretaris_directeur",
}
_OWNERS = {"koop": "eigenaar", "huur": "verhuurder", "ambtswoning": "beheerder"}


def whom_to_ask(question: Question, answers: Mapping[str, str]) -> tuple[str, ...]:
    """The parties, from PARTIES, in the question's own order; never empty. What is not known stays open in the text."""
    found = dict.fromkeys(party for who in question.who if (party := _party(who, answers)))
    if "zelf" in found:
        found.pop("eigenaar", None)
    return tuple(found) or ("zelf",)


def _party(who: str, answers: Mapping[str, str]) -> str | None:
    if who in ("eigenaar", "verhuurder"):
        owner = _OWNERS.get(answers.get("eigendom", ""), "eigenaar_onbekend")
        return owner if who == "eigenaar" or owner in ("verhuurder", "eigenaar_onbekend") else None
    if who == "vve":
        return _owners_association(answers)
    if who == "griffier":
        return _OFFICERS.get(answers.get("functie", ""), "griffier_of_secretaris")
    if who == "huisgenoten":
        return None if answers.get("huishouden") == "alleen" else who
    return who


def _owners_association(answers: Mapping[str, str]) -> str | None:
    """A tenant asks the landlord, who asks the VvE; a house that stands on its own ground has none."""
    if answers.get("eigendom") in ("huur", "ambtswoning") or answers.get("woningtype") in HOUSES:
        return None
    certain = answers.get("eigendom") == "koop" and answers.get("woningtype") in FLATS
    return "vve" if certain else "vve_misschien"
