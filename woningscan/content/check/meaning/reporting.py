"""Whom somebody reports to within the organisation: known for every function, and the office that fits it.

Sources: chapter 1.2 of the domain (who has which task); `reporting` in content/routes.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.problems import Problem, problem
from woningscan.content.texts import sentences, texts_in

_OFFICES = re.compile(
    r"\b(?:raads|staten)?(griffier|gemeentesecretaris|provinciesecretaris|secretaris-directeur|secretaris|burgemeester|dijkgraaf"
    r"|commissaris|ministerie|voorzitter|directeur|wethouder|gedeputeerde|raadslid)\b",
    re.IGNORECASE,
)
_REPORTS_TO: dict[str, frozenset[str]] = {
    "raadslid": frozenset({"griffier", "burgemeester", "gemeentesecretaris", "voorzitter"}),
    "wethouder": frozenset({"burgemeester", "gemeentesecretaris"}),
    "burgemeester": frozenset({"gemeentesecretaris", "commissaris"}),
    "gedeputeerde": frozenset({"provinciesecretaris", "commissaris"}),
    "commissaris_van_de_koning": frozenset({"provinciesecretaris", "ministerie"}),
    "waterschapsbestuurder": frozenset({"secretaris-directeur", "secretaris", "dijkgraaf", "voorzitter"}),
}
_OTHERS = "andere_functie"
_REPORTS = re.compile(r"\bmeld\w*\b.*\bbij\b", re.IGNORECASE)
_MEANT = "{meldpunt}"


def reporting_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Every function that is missing or reports to somebody else, and a route that names one office for everybody."""
    routes = parsed.get("routes.yml", {})
    lines: Mapping[str, str] = routes.get("reporting", {})
    asked = next((q for q in parsed.get("intake.yml", {}).get("questions", ()) if q["id"] == "functie"), None)
    for choice in asked["choices"] if lines and asked else ():
        function = choice["value"]
        if function not in lines and function != _OTHERS:
            text = f"voor {function} staat hier niet bij wie men het meldt. Zet {function} terug"
            yield problem("routes.yml", ("reporting", function), text)
    for function, line in lines.items():
        path, named = ("routes.yml", ("reporting", function)), _offices(line)
        fitting = _REPORTS_TO.get(function, named)
        if not named:
            text = "noemt niemand binnen de organisatie. Noem de griffier, de secretaris of wie daar voorzitter is"
            yield problem(*path, text)
        elif not named <= fitting:
            text = f"een {function} meldt het niet bij {' of '.join(sorted(named - fitting))}"
            yield problem(*path, f"{text}. Kies uit: {', '.join(sorted(fitting))}")
    for path, text in texts_in(routes.get("routes", {}), ("routes",)):
        for sentence in sentences(text):
            if _REPORTS.search(sentence) and _MEANT not in sentence and len(_offices(sentence)) == 1:
                told = f"bij wie men het meldt, verschilt per functie. Gebruik {_MEANT}, of noem ze allemaal"
                yield problem("routes.yml", path, told)


def _offices(text: str) -> frozenset[str]:
    return frozenset(office.casefold() for office in _OFFICES.findall(text))
