"""Telephone numbers in a typed text, as they are kept: what a number is says `phonenumbers`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phonenumbers import (
    Leniency,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    PhoneNumberType,
    format_number,
    national_significant_number,
    number_type,
)

COUNTRY, COUNTRY_CODE = "NL", 31
NATIONAL_FIGURES = 9
"""Figures of a Dutch number after its 0; those of a municipality (14 0xx) and of machines (097) are fewer and more."""
FOREIGN_FIGURES = 5
"""At least so many has one from abroad after its country code: shorter ones are dialled at home only (E.164)."""
_WORTH_PAYING = frozenset({PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST})
_EXTENSION = re.compile(
    r"[\s,(]*(?:toestel|tst|doorkies\w*|dk|ext\w*)\b[\s.:]*(?:nr\.?|nummer)?\s*(\d{1,6})\b\)?", re.IGNORECASE
)


def numbers_in(plain: str) -> Iterator[tuple[str, int, int]]:
    """Each number that can be dialled, as it is kept, with where it begins and ends. A range that is not given out yet
    counts as well: what people say is taken."""
    sure = list(PhoneNumberMatcher(plain, COUNTRY, leniency=Leniency.VALID))
    likely = list(PhoneNumberMatcher(plain, COUNTRY, leniency=Leniency.POSSIBLE))
    taken: list[tuple[str, int, int]] = []
    for match in (*sure, *likely):
        shown = (
            None
            if any(start < match.end and match.start < end for _, start, end in taken)
            else _shown(match.number, match.raw_string)
        )
        if shown is None:
            continue
        end = match.end
        extension = _EXTENSION.match(plain, end)
        if extension is not None:
            shown, end = f"{shown} toestel {extension.group(1)}", extension.end()
        taken.append((shown, match.start, end))
    yield from taken


def _shown(number: PhoneNumber, raw: str) -> str | None:
    """A Dutch number in figures with its 0, one of a municipality as it is written on its letters, others as `+…`."""
    figures = national_significant_number(number)
    kind = number_type(number)
    extension = f" toestel {number.extension}" if number.extension else ""
    starts_as_one = raw.lstrip(" (").startswith(("0", "+", "31"))
    if figures.startswith("0"):
        return None
    if number.country_code != COUNTRY_CODE:
        bare = _without_extension(number)
        whole = starts_as_one and len(figures) >= FOREIGN_FIGURES
        return f"{format_number(bare, PhoneNumberFormat.E164)}{extension}" if whole else None
    if kind == PhoneNumberType.UAN and len(figures) < NATIONAL_FIGURES:
        return f"14 {figures[2:]}" if figures.startswith("14") else None
    whole = len(figures) == NATIONAL_FIGURES or kind not in (*_WORTH_PAYING, PhoneNumberType.UNKNOWN)
    return f"0{figures}{extension}" if starts_as_one and whole and kind not in _WORTH_PAYING else None


def _without_extension(number: PhoneNumber) -> PhoneNumber:
    return PhoneNumber(country_code=number.country_code, national_number=number.national_number)
