"""What a text tells people to choose or to type: the button is there under that name, and the words are understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from woningscan.content.problems import Problem, problem
from woningscan.content.references import alternatives
from woningscan.content.texts import is_typed, sentences, texts_in
from woningscan.reading.commands import is_command
from woningscan.reading.incoming import Message
from woningscan.reading.threat import Level, assess

_CHOOSE = re.compile(r"\b(?:kies|kiest|knop|druk op|tik op)\b[^'.?!]*'([^']{2,60})'", re.IGNORECASE)
_TYPE = re.compile(r"\btypt? (?:dan )?(?:in dit gesprek )?(?:'([^']+)'|dan: ([^.?!]+))", re.IGNORECASE)
_NEEDED = frozenset({"labels.yml", "messages.yml", "intake.yml", "booking.yml"})
_ERASING = re.compile(r"\bwis(?:sen|t)?\b", re.IGNORECASE)
_ON_THE_PAGE = "plain."
"""The messages that are buttons of the plain pages, such as the way out of them."""


def named_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Every button and every word that is named in the files that fit their schema, and that would lead nowhere."""
    if not set(parsed) >= _NEEDED:
        return  # without them it is not known which buttons there are
    names = _names(parsed)
    for file in set(parsed) - {"sources.yml", "labels.yml"}:
        for path, text in texts_in(parsed[file]):
            for sentence in sentences(text) if not is_typed(file, path) else ():
                yield from (problem(file, path, told) for told in _leads_nowhere(sentence, names))


def _leads_nowhere(sentence: str, names: Mapping[str, str]) -> Iterator[str]:
    for name in _CHOOSE.findall(sentence):
        if name.casefold() not in names:
            yield f"er is geen knop '{name}'. {alternatives(name, names.values())}"
    for quoted, told in _TYPE.findall(sentence):
        if (told and not is_danger(told)) or (quoted and _ERASING.search(sentence) and not erases(quoted)):
            remedy = "Noem woorden die hij kent, zoals 'wis mijn gegevens' of dreiging"
            yield f"de chatbot doet niets met '{quoted or told}'. {remedy}"


@lru_cache(maxsize=256)
def is_danger(words: str) -> bool:
    """Whether words behind 'typ dan:' lead to the questions about danger."""
    return assess(words).level > Level.GEEN


def erases(words: str) -> bool:
    """Whether words that a text names for it erase a conversation."""
    return is_command("erase_data", Message(text=words))


def _names(parsed: Mapping[str, Any]) -> dict[str, str]:
    """What stands on buttons and above choices, by how it is compared."""
    named = list(parsed["labels.yml"].values())
    named += [text for key, text in parsed["messages.yml"].items() if key.startswith(_ON_THE_PAGE)]
    for data in parsed.values():
        for question in data.get("questions", ()) if isinstance(data, dict) else ():
            named += [choice["label"] for choice in question["choices"]]
    named += [field["label"] for field in parsed["booking.yml"]["fields"].values()]
    return {name.casefold(): name for name in named}
