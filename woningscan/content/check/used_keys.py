"""Proves that every key code uses is there, with all that is filled in and every contact that may not be lost."""

from __future__ import annotations

import difflib
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from woningscan.content.check import keys
from woningscan.content.contacts import KINDS
from woningscan.content.problems import Problem, problem

_LONGEST_CLOSED = timedelta(days=40)
_GROUP = re.compile("[.:]")


def key_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """`parsed` holds the files that fit their schema; without routes.yml it is not known which contacts there are."""
    contacts = parsed["routes.yml"]["contacts"] if "routes.yml" in parsed else None
    if "messages.yml" in parsed:
        yield from _texts("messages.yml", parsed["messages.yml"], keys.MESSAGES, keys.MESSAGE_FIELDS, contacts)
        yield from _contacts("messages.yml", parsed["messages.yml"], keys.MESSAGE_CONTACTS)
    if "labels.yml" in parsed:
        yield from _texts("labels.yml", parsed["labels.yml"], keys.LABELS, keys.LABEL_FIELDS, {})
    if "answers.yml" in parsed:
        answers = parsed["answers.yml"]
        yield from _missing("answers.yml", answers, keys.ANSWERS)
        texts = {key: " ".join(answer["text"]) for key, answer in answers.items()}
        yield from _contacts("answers.yml", texts, keys.ANSWER_CONTACTS)
    if "booking.yml" in parsed:
        yield from _requests(parsed["booking.yml"])
    if contacts is not None:
        yield from _missing("routes.yml", contacts, KINDS, ("contacts",))


def names_in(text: str) -> list[str] | None:
    """What stands between braces, in order; None when a brace stands alone."""
    try:
        parts = [(name, spec, how) for _, name, spec, how in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    return [f"{name}{'!' + how if how else ''}{':' + spec if spec else ''}" for name, spec, how in parts]


def _texts(
    file: str,
    texts: Mapping[str, str],
    known: Iterable[str],
    fields: Mapping[str, str],
    contacts: Iterable[str] | None,
) -> Iterator[Problem]:
    yield from _missing(file, texts, known)
    for key, text in texts.items():
        if key not in known:
            continue
        names, wanted = names_in(text), fields.get(key, "").split()
        if names is None:
            yield problem(file, (key,), "een accolade staat los. Zet er een bij, of haal haar weg")
            continue
        for name in wanted:
            if name not in names:
                text = f"{{{name}}} is weg, en dat vult de chatbot hier in. Zet {{{name}}} terug in de tekst"
                yield problem(file, (key,), text)
        for name in dict.fromkeys(names):
            if contacts is not None and name not in wanted and name not in contacts:
                may = " of ".join(f"{{{one}}}" for one in wanted) or "een contact uit routes.yml, of haal het weg"
                yield problem(file, (key,), f"{{{name}}} wordt hier niet ingevuld. Gebruik {may}")


def _contacts(file: str, texts: Mapping[str, str], needed: Mapping[str, str]) -> Iterator[Problem]:
    for key, names in needed.items():
        found = names_in(texts.get(key, "")) or []
        for name in names.split():
            if key in texts and name not in found:
                text = f"{{{name}}} is weg, en wie dit leest moet weten wie te bellen. Zet {{{name}}} terug in de tekst"
                yield problem(file, (key,), text)


def _requests(booking: Mapping[str, Any]) -> Iterator[Problem]:
    fields, file = booking["fields"], "booking.yml"
    yield from _missing(file, fields, keys.FIELD_KINDS, ("fields",))
    for key, kind in keys.FIELD_KINDS.items():
        if key in fields and fields[key]["kind"] != kind:
            text = f"hier hoort {kind}: zo wordt gekeken of het antwoord klopt. Zet kind: {kind} terug"
            yield problem(file, ("fields", key, "kind"), text)
    for request, names in keys.REQUEST_FIELDS.items():
        for name in names.split():
            if name not in booking["requests"][request]:
                text = f"het veld {name} is weg, en de aanvraag kan niet zonder. Zet {name} terug in het rijtje"
                yield problem(file, ("requests", request), text)
    hours = booking["office_hours"]
    for key in ("from", "until"):
        if hours[key] > "23:59":
            yield problem(file, ("office_hours", key), f'{hours[key]} is geen tijd. Schrijf hem zo: "09:00"')
    if hours["from"] >= hours["until"]:
        yield problem(file, ("office_hours", "until"), "ligt niet na from. Zet bij until de tijd van sluiten")
    yield from _closing_days(hours.get("closed", ()))


def _closing_days(closed: Iterable[Mapping[str, str]]) -> Iterator[Problem]:
    """Days that do not exist, end before they begin, or close the office for so long that a year must be wrong."""
    for index, days in enumerate(closed):
        path = ("office_hours", "closed", index)
        read = {key: _day(typed) for key, typed in days.items()}
        for key in (key for key, day in read.items() if day is None):
            yield problem("booking.yml", (*path, key), f"de dag {days[key]} bestaat niet. Kijk in de kalender")
        first, last = read["from"], read.get("until", read["from"])
        if first is None or last is None:
            continue
        if last < first:
            yield problem("booking.yml", (*path, "until"), "ligt voor from. Zet bij until de laatste dag")
        elif last - first > _LONGEST_CLOSED:
            text = f"is meer dan {_LONGEST_CLOSED.days} dagen na from. Klopt het jaar? Maak er anders twee van"
            yield problem("booking.yml", (*path, "until"), text)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _missing(
    file: str, found: Mapping[str, Any], known: Iterable[str], path: tuple[str, ...] = ()
) -> Iterator[Problem]:
    """Every key that is gone, shown where its new name stands or else where its neighbours are."""
    extra = [key for key in found if key not in set(known)]
    for key in sorted(set(known) - set(found)):
        near = difflib.get_close_matches(key, extra, n=1, cutoff=0.5)
        neighbour = near or [other for other in found if _GROUP.split(other)[0] == _GROUP.split(key)[0]] or list(found)
        remedy = f"Maak van {near[0]} weer {key}" if near else f"Zet {key} terug, of vraag de ontwikkelaar"
        text = f"ontbreekt, en de chatbot gebruikt deze sleutel. {remedy}"
        yield problem(file, (*path, *neighbour[:1]), text, name=".".join((*path, key)))
