"""Whether the answers of a question mean what they are called: a yes is no no, and not everything is in order.

That an outcome was turned round cannot be seen in general. What can be seen: yes and no both in order, a half answer or
an unsure one in order, praise for something that is to be done, and a yes that is called no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from woningscan.content.problems import Problem, problem
from woningscan.reading.threat import Level, assess

_YES, _NO = ("ja", "jazeker", "jawel"), ("nee", "neen")
# The first words that a button cannot have.
_BUTTONS = {**dict.fromkeys(("affirm", "consent", "chat_share"), _NO), **dict.fromkeys(("deny", "chat_private"), _YES)}
_HALF = frozenset({"deels", "soms"})
_ALONE = re.compile(
    r"[A-Z]\w+ (?:dit|dat|het|ze|die)(?: (?:vandaag|nog|deze week|nu|eerst|thuis|meteen|zelf|eens|even|samen"
    r"|met uw \w+|na|op|aan|af|uit))*\."
)
_DENIES = re.compile(r"\b(?:nee|geen|niet|niets|niks|niemand|nooit)\b", re.IGNORECASE)
_PRAISE = re.compile(r"(?:heel |erg )?(?:goed|prima|mooi|uitstekend|fijn|netjes)\b(?: zo| gedaan)?[.!,]", re.IGNORECASE)
_STILL_TO_DO = re.compile(r"(?:plaats|monteer|koop|schaf)\b|laat\b[^.]*\bplaatsen\b", re.IGNORECASE)
MAX_LABEL = 90
"""Signs on a button: what a telephone shows on three lines."""
_OUTCOME = "Kijk bij elk antwoord of outcome klopt: done = in orde, todo = actie, check = eerst nakijken"


def answer_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Every question of the files that fit their schema, and the words that mean yes or no everywhere."""
    for file, data in parsed.items():
        for index, question in enumerate(data.get("questions", ()) if isinstance(data, dict) else ()):
            path = ("questions", index)
            yield from _named(file, path, question)
            yield from _sources(file, path, question)
            if "theme" in data:
                yield from _outcomes(file, path, question)
            if file in ("triage.yml", "intake.yml", "profile.yml"):
                yield from _no_danger(file, path, question)
    if "answer_words.yml" in parsed:
        yield from _words(parsed["answer_words.yml"])
    yield from _buttons(parsed.get("labels.yml", {}))


def _outcomes(file: str, path: tuple[Any, ...], question: Mapping[str, Any]) -> Iterator[Problem]:
    outcomes = {choice["value"]: choice["outcome"] for choice in question["choices"]}
    if outcomes.get("ja") == outcomes.get("nee") == "done":
        text = "ja en nee zijn allebei in orde (done), en dat kan niet allebei goed zijn"
        yield problem(file, (*path, "choices"), f"{text}. {_OUTCOME}", name=question["id"])
    if "todo" not in outcomes.values():
        text = "geen enkel antwoord leidt tot een actie (todo)"
        yield problem(file, (*path, "choices"), f"{text}. {_OUTCOME}", name=question["id"])
    for index, choice in enumerate(question["choices"]):
        where, name = (*path, "choices", index), f"{question['id']}.{choice['value']}"
        if choice["value"] in _HALF and choice["outcome"] == "done":
            yield problem(file, (*where, "outcome"), f"een half antwoord is niet in orde (done). {_OUTCOME}", name=name)
        if choice["outcome"] != "done" and _ALONE.match(choice["tip"].strip()):
            text = "in het plan staat deze tip zonder de vraag. Noem waar het over gaat, zoals: hang een rookmelder op"
            yield problem(file, (*where, "tip"), text, name=name)
        if choice["outcome"] == "done" and _STILL_TO_DO.match(choice["tip"].strip()):
            text = "dit antwoord is in orde (done), en de tip zegt te plaatsen of te kopen wat er al is. Ruil de tips"
            yield problem(file, (*where, "tip"), text, name=name)
        if choice["outcome"] != "done" and _PRAISE.match(choice["tip"].strip()):
            text = f"de tip zegt dat het goed is, maar outcome is {choice['outcome']}. Pas een van de twee aan"
            yield problem(file, (*where, "tip"), text, name=name)


def _no_danger(file: str, path: tuple[Any, ...], question: Mapping[str, Any]) -> Iterator[Problem]:
    """What people type to say that there is no danger must not tell of one: it would be taken for a no."""
    for index, choice in enumerate(question["choices"]):
        calm = file != "triage.yml" or choice["value"] == "nee"
        for number, phrase in enumerate(choice.get("phrases", ()) if calm else ()):
            if _tells_of_danger(phrase):
                where, name = (*path, "choices", index, "phrases", number), f"{question['id']}.{choice['value']}"
                yield problem(
                    file,
                    where,
                    f"'{phrase}' gaat over gevaar. Zet deze zin bij het andere antwoord, of haal hem weg",
                    name=name,
                )


@lru_cache(maxsize=1024)
def _tells_of_danger(phrase: str) -> bool:
    return not _DENIES.search(phrase) and assess(phrase).level >= Level.CONCREET


def _named(file: str, path: tuple[Any, ...], question: Mapping[str, Any]) -> Iterator[Problem]:
    labels: set[str] = set()
    for index, choice in enumerate(question["choices"]):
        where, name = (*path, "choices", index), f"{question['id']}.{choice['value']}"
        label = choice["label"].casefold().strip()
        if label in labels:
            yield problem(
                file, (*where, "label"), "twee antwoorden heten hetzelfde. Geef dit een ander label", name=name
            )
        labels.add(label)
        contrary = _contrary(choice["value"])
        if _first(label) in contrary:
            text = f"dit antwoord is {choice['value']}, maar de knop zegt iets anders. Pas label of value aan"
            yield problem(file, (*where, "label"), text, name=name)
        for number, phrase in enumerate(choice.get("phrases", ())):
            if _first(phrase) in contrary:
                text = f"'{phrase}' hoort niet bij {choice['value']}. Zet deze zin bij het andere antwoord"
                yield problem(file, (*where, "phrases", number), text, name=name)


def _contrary(value: str) -> tuple[str, ...]:
    """The first words that an answer with this value cannot have."""
    if value == "ja" or value.startswith("ja_"):
        return _NO
    return _YES if value == "nee" or value.startswith("nee_") else ()


def _sources(file: str, path: tuple[Any, ...], question: Mapping[str, Any]) -> Iterator[Problem]:
    if question.get("sources") == [] or (file == "triage.yml" and not question.get("sources")):
        text = "noemt geen bron. Zet bij sources minstens één id uit sources.yml"
        yield problem(file, (*path, "sources"), text, name=question["id"])


def _words(words: Mapping[str, Any]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for value, forms in words.items():
        for index, form in enumerate(forms):
            owner = owners.setdefault(form.casefold(), value)
            if {owner, value} == {"ja", "nee"} or (value in ("ja", "nee") and _first(form) in _contrary(value)):
                text = f"'{form}' kan niet bij {value} horen. Laat het bij één van de twee staan"
                yield problem("answer_words.yml", (value, index), text)
    for value, forms in words.items():
        for index, form in enumerate(forms):
            if _tells_of_danger(form):
                yield problem("answer_words.yml", (value, index), f"'{form}' gaat over gevaar. Haal het hier weg")
    for value in ("ja", "nee"):
        if value not in words[value]:
            text = f"het woord '{value}' is weg. Zet het terug in dit rijtje"
            yield problem("answer_words.yml", (value,), text)


def _buttons(labels: Mapping[str, str]) -> Iterator[Problem]:
    """A typed text that is a button's label presses it, so that a label belongs to one button."""
    owners: dict[str, str] = {}
    for key, label in labels.items():
        owner = owners.setdefault(label.casefold().strip(), key)
        if owner != key:
            yield problem(
                "labels.yml", (key,), f"'{label}' staat ook op de knop {owner}. Geef deze knop een andere tekst"
            )
        if len(label) > MAX_LABEL:
            yield problem("labels.yml", (key,), f"is te lang voor een knop. Gebruik hooguit {MAX_LABEL} tekens")
        if _first(label) in _BUTTONS.get(key, ()):
            yield problem("labels.yml", (key,), f"'{label}' zegt het omgekeerde van {key}. Zet de tekst terug")


def _first(text: str) -> str:
    return next(iter(re.findall(r"\w+", text.casefold())), "")
