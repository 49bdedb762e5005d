"""The day on which a source or a contact was read: a real day, and not one that is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from woningscan.content.problems import Problem, problem

_FORM = 'Schrijf de dag waarop u het hebt nagekeken, als "jaar-maand-dag"'
_AHEAD = timedelta(days=1)  # it may be tomorrow already where the editor sits


def date_problems(parsed: Mapping[str, Any], today: date) -> Iterator[Problem]:
    for key, source in parsed.get("sources.yml", {}).items():
        yield from _checked("sources.yml", (key, "checked"), source["checked"], today)
    for key, contact in parsed.get("routes.yml", {}).get("contacts", {}).items():
        yield from _checked("routes.yml", ("contacts", key, "checked"), contact["checked"], today)


def _checked(file: str, path: tuple[str, ...], text: str, today: date) -> Iterator[Problem]:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        yield problem(file, path, f"{text} is geen datum die bestaat. {_FORM}")
        return
    if day > today + _AHEAD:
        yield problem(file, path, f"{text} moet nog komen. {_FORM}")
