"""Ids and values under which answers are kept: `content/ids.yml` remembers them, so that none is lost or used again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from woningscan.content.check.placing import at_choice, at_question
from woningscan.content.model import Content, Question
from woningscan.content.problems import Problem, problem

FILE = "ids.yml"
_REMOVED = f"Wilt u dit echt verwijderen? Zet het dan in {FILE} bij removed"


def id_problems(content: Content, folder: Path) -> Iterator[Problem]:
    """What was renamed, or went without being noted, and what is used again."""
    try:
        known: Any = YAML(typ="safe").load((folder / FILE).read_text(encoding="utf-8"))
        used, removed = _values(known["used"]), _values(known["removed"] or {})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, YAMLError):
        yield problem(FILE, (), "is niet te lezen. Zet dit bestand terug, met used en removed")
        return
    for key, values in used.items():
        question = content.questions.get(key)
        gone = removed.get(key)
        if question is None:
            if gone is None:
                yield _gone(content, used, key)
            continue
        for value in values:
            if question.choice(value) is None and value not in (gone or ()):
                text = f"het antwoord {value} is weg of hernoemd, en er zijn antwoorden mee bewaard. Zet {value} terug"
                yield at_question(question, f"{text}. {_REMOVED}", "choices")
    yield from _used_again(content, used, removed)


def _values(listed: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values or ()) for key, values in listed.items()}


def _gone(content: Content, used: Mapping[str, Any], key: str) -> Problem:
    """Shown where a question with almost the same answers has another id, if there is one."""
    text = f"de vraag {key} is weg of hernoemd, en er zijn antwoorden mee bewaard. Zet id: {key} terug. {_REMOVED}"
    for question in content.questions.values():
        if question.id not in used and _looks_like(question, used[key]):
            return at_question(question, text, "id")
    return problem(FILE, ("used", key), text)


def _looks_like(question: Question, values: tuple[str, ...]) -> bool:
    return set(values) <= {choice.value for choice in question.choices}


def _used_again(
    content: Content, used: Mapping[str, tuple[str, ...]], removed: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    for key, values in removed.items():
        question = content.questions.get(key)
        if question is None:
            continue
        if key not in used:
            yield at_question(question, f"de id {key} was van een andere vraag. Kies een nieuwe id", "id")
        for value in values:
            if question.choice(value) is not None:
                text = f"{value} was van een ander antwoord. Kies een nieuwe waarde"
                yield at_choice(question, value, text, "value")
