"""What to look at again, for `woningscan check --sources`: old sources, others than official ones, what is unconfirmed.

A list to work through, not of mistakes: nothing in it stops the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from woningscan.content.check.sourcing.resting import LEAST_OFFICIAL, Fact, facts, official_share
from woningscan.content.lines import with_lines
from woningscan.content.model import Content
from woningscan.content.problems import problem

_OF_STATUS = {"deels": "steunt een deel, of is oud", "folder": "staat alleen in de folder, nog te bevestigen"}
_OLD, _UNCONFIRMED, _NOT_OFFICIAL = "ouder dan een jaar", "nog niet bevestigd", "niet officieel"
_A_YEAR = timedelta(days=365)
_OPENING_HOURS = "wanneer een aanvrager hoort dat het CCV er nu wel of niet is"
ORDER = (_OLD, _OF_STATUS["folder"], _UNCONFIRMED, _OF_STATUS["deels"], _NOT_OFFICIAL)
"""The reasons to look again, the most pressing one first."""


@dataclass(frozen=True)
class LookAgain:
    """One thing to look at: where it stands, why, and what rests on it, alone or beside an official source."""

    file: str
    path: tuple[Any, ...]
    name: str
    reasons: tuple[str, ...]
    alone: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def to_look_at_again(content: Content, office_hours: Mapping[str, Any], today: date) -> list[LookAgain]:
    """Every source and contact to look at again on `today`, and the office hours while nobody confirmed them.

    What has the most pressing reason comes first; a source without a reason is not in it.
    """
    listed = [*_sources(content, today), *_contacts(content, today), *_hours(office_hours)]
    return sorted(listed, key=lambda one: min(ORDER.index(reason) for reason in one.reasons))


def to_read(folder: Path, content: Content, office_hours: Mapping[str, Any], today: date) -> Iterator[str]:
    """The list in Dutch lines: the share of official sources, how many there are by reason, then each with its line."""
    listed = to_look_at_again(content, office_hours, today)
    share = official_share(content)
    yield (
        f"Op een officiële bron rusten {share.official} van {share.facts} feiten ({share.percent} %)."
        f" Minstens {LEAST_OFFICIAL} % moet."
    )
    yield f"Om opnieuw te bekijken: {len(listed)}."
    for reason in ORDER:
        if number := sum(reason in one.reasons for one in listed):
            yield f"  {number} × {reason}"
    yield from with_lines(folder, [problem(one.file, one.path, _line(one), name=one.name) for one in listed])


def _line(one: LookAgain) -> str:
    parts = [", ".join(one.reasons)]
    parts += [f"Zonder andere officiële bron rust hierop: {', '.join(one.alone)}"] if one.alone else []
    parts += [f"Naast een officiële bron: {', '.join(one.beside)}"] if one.beside else []
    return ". ".join(parts)


def _sources(content: Content, today: date) -> Iterator[LookAgain]:
    resting = facts(content)
    for key, source in content.sources.items():
        reasons = _reasons(source, today)
        if reasons:
            here = [fact for fact in resting if key in fact.sources]
            alone = tuple(fact.name for fact in here if _rests_alone_on(key, fact, content))
            beside = tuple(fact.name for fact in here if fact.name not in alone)
            name = f"{key} ({source['publisher']}, bekeken op {source['checked']})"
            yield LookAgain("sources.yml", (key,), name, reasons, alone, beside)


def _reasons(source: Mapping[str, Any], today: date) -> tuple[str, ...]:
    reasons = [_OLD] if is_old(source["checked"], today) else []
    reasons += [_OF_STATUS[source["status"]]] if source["status"] in _OF_STATUS else []
    reasons += [] if source["official"] else [_NOT_OFFICIAL]
    return tuple(reasons)


def _rests_alone_on(key: str, fact: Fact, content: Content) -> bool:
    """Whether nothing official, other than this source, supports the fact."""
    return not any(content.sources[other]["official"] for other in fact.sources if other != key)


def _contacts(content: Content, today: date) -> Iterator[LookAgain]:
    for contact in content.contacts.values():
        if is_old(contact.checked, today):
            name = f"contact {contact.id} ({contact.value}, nagekeken op {contact.checked})"
            yield LookAgain("routes.yml", ("contacts", contact.id), name, (_OLD,))


def _hours(office_hours: Mapping[str, Any]) -> Iterator[LookAgain]:
    if not office_hours["confirmed"]:
        name = f"office_hours ({office_hours['from']} tot {office_hours['until']}, confirmed: false)"
        yield LookAgain("booking.yml", ("office_hours", "confirmed"), name, (_UNCONFIRMED,), (_OPENING_HOURS,))


def is_old(checked: str, today: date) -> bool:
    """Whether more than a year went by since the day (ISO) on which something was looked at."""
    return today - date.fromisoformat(checked) > _A_YEAR
