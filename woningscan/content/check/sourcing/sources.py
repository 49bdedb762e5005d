"""Sources: read on a real day, on a page that stays what it is, of a kind that is true, named where a fact is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from woningscan.content.problems import Problem, problem

_FORM = 'Schrijf de dag waarop u het hebt nagekeken, als "jaar-maand-dag"'
_AHEAD = timedelta(days=1)  # it may be tomorrow already where the editor sits
# Behind these stands something else tomorrow, or what anybody may write.
_NO_SOURCE = re.compile(
    r"^https?://(?:[\w-]+\.)*(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|lnkd\.in|facebook\.com|x\.com|twitter\.com"
    r"|instagram\.com|tiktok\.com|youtube\.com|youtu\.be|reddit\.com|wikipedia\.org|t\.me|\d+\.\d+\.\d+\.\d+)(?:[/:?]|$)"
)
_OPEN = re.compile(r"\bbevestig(?:en|ing)\b|\bnog na te kijken\b", re.IGNORECASE)
_FACT = re.compile(
    r"\bBZK\b|\bNCTV\b|\bOpenbaar Ministerie\b|\bKadaster\b|\bKVK\b|\b(?:wettelijk|strafbaar|verboden)\b"
    r"|\bverplicht (?:sinds|voor)\b"
    r"|\b(?:19|20)\d\d\b|\bonderzoek\b|\bde helft\b"
)


def source_problems(parsed: Mapping[str, Any], today: date) -> Iterator[Problem]:
    """What is wrong with the sources and contacts of the files that fit their schema, on the day of checking."""
    yield from _official_marks(parsed.get("sources.yml", {}))
    for key, source in parsed.get("sources.yml", {}).items():
        yield from _checked("sources.yml", (key, "checked"), source["checked"], today)
        if _NO_SOURCE.search(source["url"]):
            text = "dit adres is geen bron: er kan morgen iets anders staan. Noem de pagina van de uitgever zelf"
            yield problem("sources.yml", (key, "url"), text)
        if source["status"] == "bevestigd" and _OPEN.search(source.get("note", "")):
            text = "deze bron staat op bevestigd, maar note zegt van niet. Zet status terug op deels of folder"
            yield problem("sources.yml", (key, "status"), text)
    for key, contact in parsed.get("routes.yml", {}).get("contacts", {}).items():
        yield from _checked("routes.yml", ("contacts", key, "checked"), contact["checked"], today)
    for key, answer in parsed.get("answers.yml", {}).items():
        texts = [*answer["text"], *(text for variant in answer.get("variants", ()) for text in variant["text"])]
        if not answer.get("sources") and any(_FACT.search(text) for text in texts):
            text = "dit zegt een feit en noemt geen bron. Zet bij sources minstens één id uit sources.yml"
            yield problem("answers.yml", (key,), text)


def _official_marks(sources: Mapping[str, Any]) -> Iterator[Problem]:
    """Who made the page decides whether it is official: one website is one or the other, and quoting is neither."""
    first: dict[str, str] = {}
    for key, source in sources.items():
        if source["official"] and "(via " in source["publisher"]:
            text = "deze pagina is van wie het overnam, niet van wie het zei. Zet official op false"
            yield problem("sources.yml", (key, "official"), text)
        owner = first.setdefault(_website(source["url"]), key)
        if sources[owner]["official"] != source["official"]:
            text = f"{owner} is van dezelfde website en staat op {str(sources[owner]['official']).lower()}. Kies er een"
            yield problem("sources.yml", (key, "official"), text)


def _website(url: str) -> str:
    return re.split(r"[/?#]", url.partition("://")[2], maxsplit=1)[0].casefold().removeprefix("www.")


def _checked(file: str, path: tuple[str, ...], text: str, today: date) -> Iterator[Problem]:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        yield problem(file, path, f"{text} is geen datum die bestaat. {_FORM}")
        return
    if day > today + _AHEAD:
        yield problem(file, path, f"{text} moet nog komen. {_FORM}")
