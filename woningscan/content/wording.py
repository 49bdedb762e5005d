"""Proves that texts can be read and typed answers understood: lengths, placeholders, phrases that mean one thing."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator

from woningscan.content.model import Content, Question

MAX_TEXT = 300
"""Our own limit for one text: what people read on a telephone without scrolling."""
MAX_REPLY = 4096
"""Telegram's limit for one message, which is the smallest of the channels."""

# What code fills in a message, beside the contacts.
MESSAGE_FIELDS = frozenset(
    {
        *("number", "total", "theme", "title", "label", "labels", "first", "last", "tip", "action", "why"),
        *("measure", "sources", "field", "reference", "limit", "date", "version", "text"),
    }
)
_NEVER_ASKED = re.compile(r"\b(?:woon|huis|privé)?adres\b|\bpartij\b|\bdader|\bverdachte\b", re.IGNORECASE)
_WITHOUT_OWN_MEANING = frozenset({"ja", "nee"})


def wording_problems(content: Content) -> Iterator[str]:
    for question in content.questions.values():
        yield from _phrases(content, question)
    yield from _texts(content)
    yield from _requests(content)


def _phrases(content: Content, question: Question) -> Iterator[str]:
    """A typed text may mean one choice of a question only, also beside the words that mean the same everywhere."""
    generic = {
        _plain(word): choice.value for choice in question.choices for word in content.answer_words.get(choice.value, ())
    }
    owners: dict[str, str] = {}
    for choice in question.choices:
        for phrase in (choice.label, *choice.phrases):
            plain = _plain(phrase)
            if plain in _WITHOUT_OWN_MEANING and phrase != choice.label:
                yield f"{question.id}.{choice.value}: '{phrase}' hoort in answer_words.yml"
            owner = owners.setdefault(plain, choice.value)
            meant = generic.get(plain, choice.value)
            for other in sorted({owner, meant} - {choice.value}):
                yield f"{question.id}: '{phrase}' kan {other} en {choice.value} betekenen"


def _texts(content: Content) -> Iterator[str]:
    """Lengths as people see them: with the contacts filled in."""
    for question in content.questions.values():
        tips = [(f".{choice.value}.tip", choice.tip or "") for choice in question.choices]
        for part, text in ((".ask", question.ask), (".why", question.why), *tips):
            if len(text) > MAX_TEXT:
                yield f"{question.id}{part}: is langer dan {MAX_TEXT} tekens"
    for route in content.routes.values():
        yield from _too_long(f"routes.{route.id}", (route.lead, *route.steps, route.close))
    for key, answer in content.answers.items():
        for variant in (answer, *answer.get("variants", ())):
            yield from _too_long(f"answers.{key}", variant["text"])
    for name, texts in (("messages", content.messages), ("labels", content.labels)):
        for key, text in texts.items():
            yield from _unfilled(f"{name}.{key}", text, MESSAGE_FIELDS)
    # The longest reply there is: every quick win at once, each with its longest tip.
    wins = [max(len(choice.tip or "") for choice in question.choices) for question in _quick_wins(content)]
    if sum(wins) + 5 * len(wins) > MAX_REPLY - MAX_TEXT:
        yield f"quick_win: alle snelle acties samen passen niet in één bericht van {MAX_REPLY} tekens"


def _quick_wins(content: Content) -> list[Question]:
    return [question for theme in content.themes for question in theme.questions if question.quick_win]


def _too_long(key: str, texts: Iterable[str]) -> Iterator[str]:
    filled = list(texts)
    if any(len(text) > MAX_TEXT for text in filled):
        yield f"{key}: een tekst is langer dan {MAX_TEXT} tekens"
    if sum(len(text) + 5 for text in filled) > MAX_REPLY:
        yield f"{key}: is samen langer dan {MAX_REPLY} tekens"


def _unfilled(key: str, text: str, known: frozenset[str]) -> Iterator[str]:
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        yield f"{key}: een accolade staat los"
        return
    for name in sorted(names - known):
        yield f"{key}: {{{name}}} wordt nergens ingevuld"


def _requests(content: Content) -> Iterator[str]:
    for kind, fields in content.request_fields.items():
        for field in fields:
            if _NEVER_ASKED.search(f"{field.label} {field.ask}"):
                yield f"requests.{kind}.{field.id}: vraag nooit naar adres, partij of een dader"


def _plain(text: str) -> str:
    """Lower case, without accents and punctuation: what is left when people type in a hurry."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(
        sign if sign.isalnum() else " " for sign in folded if not unicodedata.combining(sign) and sign != "'"
    )
    return " ".join(kept.split()) or text
