"""What no text may hold: contact details outside the contact list (decision D14), amounts of money, markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from woningscan.content.problems import problem

_ELSEWHERE = "zet het in routes.yml bij contacts en noem hier het id tussen accolades"
_FORBIDDEN = (
    (re.compile(r"\b11[23]\b|(?<![\d.])(?:\+31|0)[\s-]?\d(?:[\s-]?\d){6,}"), f"telefoonnummer: {_ELSEWHERE}"),
    (re.compile(r"\S+@\S+\.\S+"), f"mailadres: {_ELSEWHERE}"),
    (
        re.compile(r"https?://|\bwww\.|\b[\w-]+\.(?:nl|com|eu|org|net|be|gov)\b", re.IGNORECASE),
        f"webadres: {_ELSEWHERE}",
    ),
    (re.compile(r"€|\b\d[\d.]* euro\b", re.IGNORECASE), "bedrag: noem geen bedragen"),
    (re.compile(r"<[a-z/!]|&[a-z]+;", re.IGNORECASE), "opmaak: gebruik gewone tekst"),
)


def forbidden_texts(file: str, data: Any) -> list[str]:
    """Every text of a content file that holds something it may not hold. Contacts and sources are exempt."""
    if file == "sources.yml":
        return []
    start: tuple[Any, ...] = ()
    if file == "routes.yml":
        data, start = data["routes"], ("routes",)
    return [
        problem(file, path, message)
        for path, text in _texts(data, start)
        for pattern, message in _FORBIDDEN
        if pattern.search(text)
    ]


def _texts(data: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))
