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
_WITHDRAW = "annuleren"
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
    for quoted, rest in _TYPE.findall(sentence):
        if not is_understood(quoted or rest):
            remedy = f"Noem woorden die hij kent: 'wis mijn gegevens', '{_WITHDRAW}' of dreiging"
            yield f"de chatbot doet niets met '{quoted or rest}'. {remedy}"


@lru_cache(maxsize=256)
def is_understood(words: str) -> bool:
    """Whether words that a text tells people to type do what it says: erase, withdraw, or tell of a danger."""
    return words == _WITHDRAW or is_command("erase_data", Message(text=words)) or assess(words).level > Level.GEEN


def _names(parsed: Mapping[str, Any]) -> dict[str, str]:
    """What stands on buttons and above choices, by how it is compared."""
    named = list(parsed["labels.yml"].values())
    named += [text for key, text in parsed["messages.yml"].items() if key.startswith(_ON_THE_PAGE)]
    for data in parsed.values():
        for question in data.get("questions", ()) if isinstance(data, dict) else ():
            named += [choice["label"] for choice in question["choices"]]
    named += [field["label"] for field in parsed["booking.yml"]["fields"].values()]
    return {name.casefold(): name for name in named}
