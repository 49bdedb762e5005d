"""What no text may hold: contact details outside the contact list (decision D14), amounts of money, markup.

Every pattern is linear: each sign of a text is looked at a bounded number of times, however long the text is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from woningscan.content.problems import Problem, problem

_ELSEWHERE = "zet het in routes.yml bij contacts en noem hier het id tussen accolades, zoals {alarmnummer} of {politie}"
_NUMBER = f"telefoonnummer: {_ELSEWHERE}"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
# Figures that are no telephone number: dates, spans of years, and amounts of something.
_DATES = re.compile(
    r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d\b"
)
_UNITS = (
    r"\s?(?:cijfers|tekens|letters|woorden|vragen|mensen|personen|gemeenten|seconden|minuten|minuut|uur|uren|dagen|weken"
    r"|maanden|jaar|jaren|meter|centimeter|cm|mm|kilo|graden|volt|watt|keer|stuks|hoog|procent|euro)\b"
)
# Ten digits and short ones alike, in every way people write them; also the alarm numbers in words.
_FIGURE = (
    r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|\w+tien"
    r"|(?:\w{2,12}en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|\w{0,10}honderd)"
)
_WRITTEN_NUMBER = re.compile(
    r"(?<![\w.,])(?:\+|\(0)?\d(?:[\s().\-–/]{0,3}\d){7,14}"
    r"|\b0[89]00\b"
    rf"|(?<![\w.,-])(?:1[\s.-]?(?:1[\s.-]?\d|2[\s.-]?2|3[\s.-]?3|4[\s.-]?4)|911|999)(?![\w%-]|[.,:/]\d|{_UNITS})"
    r"|(?<![\w.,-])(?:14[\s.-]?0\d{2,3}|116[\s.-]?\d{3})(?!\w)"
    rf"|\b(?:{_FIGURE}[\s,.-]{{1,2}}){{3}}{_FIGURE}\b"
    r"|\b(?:een|één)[\s-]?(?:een|één)[\s-]?(?:twee|drie)\b|\bhonderd(?:en)?[\s-]?(?:twaalf|dertien)\b",
    re.IGNORECASE,
)
_CALLING = re.compile(
    r"\b(?:bel|belt|bellen|gebeld|opbellen|terugbellen|telefoon|telefoonnummer|tel|nummer|nummers|alarmnummer"
    r"|noodnummer|meldkamer|sms|app|appt|whatsapp|call|dial)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(rf"(?<![\w.,])\d(?:[\s().\-–/]{{0,3}}\d){{2,14}}(?![\w%]|[.,]\d|{_UNITS})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[^.!?]*[.!?]+(?:\s|$)|[^.!?]+$|[^.!?]*[.!?]+")
_ADDRESSES = (
    (re.compile(r"[^\s@]@\.*[^\s@.]+\.+[^\s@.]"), f"mailadres: {_ELSEWHERE}"),
    (re.compile(r"https?://|\bwww\.|\w\.(?:nl|com|eu|org|net|be|gov)\b", re.IGNORECASE), f"webadres: {_ELSEWHERE}"),
)
AMOUNT = (
    re.compile(r"€|\beuro(?:'?s)?\b(?!-)|\bEUR\b|\btientjes?\b|\d,-|%|\bprocent\b", re.IGNORECASE),
    "bedrag of percentage: noem geen bedragen en geen percentages. Haal het weg, of schrijf: vraag het de adviseur",
)
_MARKUP = (
    re.compile(r"<[a-z/!]|&[a-z]+;|&#|[*`~]{2}|\*\w|`|#|\]\(|(?<!\w)__?(?=\w)|^[ \t]*[-+*•][ \t]", re.I | re.M),
    "opmaak: gebruik gewone tekst. Haal sterretjes, hekjes, streepjes en haken weg",
)
_UNSAID = (AMOUNT, _MARKUP)


def forbidden_texts(file: str, data: Any) -> list[Problem]:
    """Every text of a content file that holds something it may not hold. Contacts and sources are exempt.

    What people type, to be recognised, may hold an amount or a sign; a number or address in it is still a mistake.
    """
    if file == "sources.yml":
        return []
    start: tuple[Any, ...] = ()
    if file == "routes.yml":
        data, start = data["routes"], ("routes",)
    return [
        problem(file, path, message)
        for path, text in texts_in(data, start)
        for message in (contact_details_in(text) if is_typed(file, path) else forbidden_in(text))
    ]


def is_typed(file: str, path: tuple[Any, ...]) -> bool:
    """Whether a text is an example of what people type, and not something that is said to them."""
    return file == "answer_words.yml" or "phrases" in path


def contact_details_in(text: str) -> list[str]:
    plain = plain_text(text)
    found = [message for pattern, message in _ADDRESSES if pattern.search(plain)]
    return [_NUMBER, *found] if has_number(plain) else found


def forbidden_in(text: str) -> list[str]:
    """What is wrong with what one text says, with what to do about it; an empty list when nothing is."""
    plain = plain_text(text)
    found = [message for pattern, message in _UNSAID if pattern.search(plain)]
    return [*contact_details_in(text), *found]


def has_number(plain: str) -> bool:
    """Whether a telephone number is written out, or figures that somebody is told to call."""
    figures = _DATES.sub(" ", plain)
    if _WRITTEN_NUMBER.search(figures):
        return True
    return any(
        not _YEAR.fullmatch(called[0])
        for sentence in sentences(figures)
        if _CALLING.search(sentence)
        for called in _CALLED.finditer(sentence)
    )


@lru_cache(maxsize=1 << 15)
def plain_text(text: str) -> str:
    """Figures and letters in their usual form, without what is filled in later."""
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    return _PLACEHOLDER.sub("…", seen)


def sentences(text: str) -> list[str]:
    """The sentences, each with its closing sign."""
    return [found for one in _SENTENCE.findall(text) if (found := one.strip())]


def texts_in(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every text in parsed YAML, with where it stands."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts_in(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts_in(value, (*path, index))
