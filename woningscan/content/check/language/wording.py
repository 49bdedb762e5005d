"""Proves that texts can be read and typed answers understood: lengths, placeholders, phrases that mean one thing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from woningscan.content.check.placing import at_choice, at_question
from woningscan.content.model import Content, Question
from woningscan.content.problems import Problem, problem

MAX_TEXT = 300
"""Our own limit for one text: what people read on a telephone without scrolling."""
MAX_REPLY = 4096
_LONG = f"is langer dan {MAX_TEXT} tekens. Maak de tekst korter"
"""Telegram's limit for one message, which is the smallest of the channels."""

_NEVER_ASKED = re.compile(r"\b(?:woon|huis|privé)?adres\b|\bpartij\b|\bdader|\bverdachte\b", re.IGNORECASE)
_WITHOUT_OWN_MEANING = frozenset({"ja", "nee"})


def wording_problems(content: Content) -> Iterator[Problem]:
    for question in content.questions.values():
        yield from _phrases(content, question)
    yield from _texts(content)
    yield from _requests(content)


def _phrases(content: Content, question: Question) -> Iterator[Problem]:
    """A typed text may mean one choice of a question only, also beside the words that mean the same everywhere."""
    generic = {
        _plain(word): choice.value for choice in question.choices for word in content.answer_words.get(choice.value, ())
    }
    owners: dict[str, str] = {}
    for index, choice in enumerate(question.choices):
        for phrase in (choice.label, *choice.phrases):
            plain = _plain(phrase)
            if plain in _WITHOUT_OWN_MEANING and phrase != choice.label:
                text = f"'{phrase}' hoort in answer_words.yml. Haal het hier weg"
                yield at_question(question, text, "choices", index, "phrases", part=f".{choice.value}")
            owner = owners.setdefault(plain, choice.value)
            meant = generic.get(plain, choice.value)
            for other in sorted({owner, meant} - {choice.value}):
                text = f"'{phrase}' kan {other} en {choice.value} betekenen. Laat het bij één van de twee staan"
                yield at_question(question, text, "choices", index, "phrases")


def _texts(content: Content) -> Iterator[Problem]:
    """Lengths as people see them: with the contacts filled in."""
    for question in content.questions.values():
        for part, text in (("ask", question.ask), ("why", question.why)):
            if len(text) > MAX_TEXT:
                yield at_question(question, _LONG, part, part=f".{part}")
        for choice in question.choices:
            if len(choice.tip or "") > MAX_TEXT:
                yield at_choice(question, choice.value, _LONG, "tip")
    for route in content.routes.values():
        yield from _too_long("routes.yml", ("routes", route.id), "", (route.lead, *route.steps, route.close))
    for key, answer in content.answers.items():
        for variant in (answer, *answer.get("variants", ())):
            yield from _too_long("answers.yml", (key,), f"answers.{key}", variant["text"])
    # The longest reply there is: every quick win at once, each with its longest tip.
    wins = [max(len(choice.tip or "") for choice in question.choices) for question in _quick_wins(content)]
    if sum(wins) + 5 * len(wins) > MAX_REPLY - MAX_TEXT:
        first = _quick_wins(content)[0]
        remedy = "Maak tips korter, of zet quick_win bij een paar vragen op false"
        text = f"alle snelle acties samen passen niet in één bericht van {MAX_REPLY} tekens. {remedy}"
        yield problem(first.place[0], (*first.place[1], "quick_win"), text, name="quick_win")


def _quick_wins(content: Content) -> list[Question]:
    return [question for theme in content.themes for question in theme.questions if question.quick_win]


def _too_long(file: str, path: tuple[str, ...], name: str, texts: Iterable[str]) -> Iterator[Problem]:
    filled = list(texts)
    if any(len(text) > MAX_TEXT for text in filled):
        yield problem(file, path, f"een tekst {_LONG}", name=name or None)
    if sum(len(text) + 5 for text in filled) > MAX_REPLY:
        yield problem(file, path, f"is samen langer dan {MAX_REPLY} tekens. Maak de teksten korter", name=name or None)


def _requests(content: Content) -> Iterator[Problem]:
    for kind, fields in content.request_fields.items():
        for field in fields:
            if _NEVER_ASKED.search(f"{field.label} {field.ask}"):
                text = "vraag nooit naar adres, partij of een dader. Maak er een andere vraag van"
                yield problem("booking.yml", ("fields", field.id, "ask"), text, name=f"requests.{kind}.{field.id}")


@lru_cache(maxsize=1 << 15)
def _plain(text: str) -> str:
    """Lower case, without accents and punctuation: what is left when people type in a hurry."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(
        sign if sign.isalnum() else " " for sign in folded if not unicodedata.combining(sign) and sign != "'"
    )
    return " ".join(kept.split()) or text
