"""What is said of the service must be true of it: how long things are kept, when the CCV is there, what was sent.

Sources: docs/gegevensverwerking.md (the terms), `confirmed` in content/booking.yml (the hours), the conversation (a
request is confirmed only from its row, by the texts that are made for that).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.problems import Problem, problem
from woningscan.content.texts import sentences, texts_in

FILES = ("messages.yml", "answers.yml", "routes.yml", "booking.yml", "desk.yml")
KEPT_FOR = frozenset({"72 uur", "30 dagen", "24 uur"})
"""Answers, answers with a plan and requests, a chat and a link."""
_KEEPS = re.compile(r"\b(?:bewaar|bewaren|bewaard|blijft|blijven|opgeslagen|link)\b", re.IGNORECASE)
_TERM = re.compile(
    r"\b(?:\d+|een|één|twee|drie|vier|vijf|zes|tien|half|anderhalf|paar|enkele) (?:uur|uren|dag|dagen|weken|week"
    r"|maand|maanden"
    r"|jaar|jaren)\b|\b(?:altijd|voorgoed|eeuwig)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:aanvraag|\w*verzoek|melding|gegevens|bericht)\b.*\b(?:is|zijn)\b(?!.*\b(?:niet|niets|nog|als|nadat)\b).*"
    r"\b(?:ontvangen|verstuurd|verzonden|ingediend|doorgegeven|binnen|geregeld)\b"
    r"|\bik heb\b(?!.*\b(?:niet|niets|nog)\b).*\b(?:aanvraag|\w*verzoek|melding|gegevens)\b.*\b(?:verstuurd"
    r"|doorgegeven|gestuurd)\b",
    re.IGNORECASE,
)
_CONFIRMS = ("booking.confirmed.", "booking.about.sent.after", "booking.about.after")
"""What is said only where the row is there: the confirmation, and answers after it."""
_HOURS = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s*(?:uur\s*)?(?:tot|-|–)\s*\d{1,2}(?:[.:]\d\d)?\s*uur\b|\bop werkdagen\b"
    r"|\bmaandag\b.*\bvrijdag\b"
    r"|\btijdens kantooruren\b|\bdag en nacht\b|\b24 uur per dag\b|\b24/7\b|\bin het weekend\b",
    re.IGNORECASE,
)
_OF_THE_CCV = re.compile(r"\bCCV\b|\{ccv_|\bsecretariaat\b")


def term_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Every sentence about the service, in the files that fit their schema, that would not be true."""
    confirmed = parsed.get("booking.yml", {}).get("office_hours", {}).get("confirmed", True)
    for file in FILES:
        for path, text in texts_in(parsed.get(file, {})):
            for sentence in sentences(text):
                yield from (problem(file, path, told) for told in _untrue(sentence, str(path[0]), confirmed))


def _untrue(sentence: str, key: str, confirmed: bool) -> Iterator[str]:
    for term in _TERM.findall(sentence) if _KEEPS.search(sentence) else ():
        if term.casefold() not in KEPT_FOR:
            yield f"'{term}' is geen termijn van deze dienst. Kies uit: {', '.join(sorted(KEPT_FOR))}"
    if not key.startswith(_CONFIRMS) and _SENT.search(sentence):
        yield f"hier is nog niets verstuurd. Haal dat weg: dat zegt alleen {_CONFIRMS[0]}…, als het zo is"
    if not confirmed and _OF_THE_CCV.search(sentence) and _HOURS.search(sentence):
        yield "deze tijden zijn nog niet bevestigd. Haal ze weg, of zet eerst confirmed in booking.yml op true"
