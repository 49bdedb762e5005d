"""What has to be kept apart: two questions, an answer and a command, a yes and a no to what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.check.placing import at_choice, at_question
from woningscan.content.check.proofs import combinations
from woningscan.content.conditions import holds
from woningscan.content.model import SHORT_SCAN_PRIORITY, Content
from woningscan.content.problems import Problem, problem
from woningscan.reading.answers.fixed import SKIP_WORDS
from woningscan.reading.commands import is_command
from woningscan.reading.incoming import Message

MOST_IN_THE_SHORT_SCAN = 12
"""Questions of the themes that anybody is asked in it: what fits in the minutes that the opening names."""
_COMMANDS = tuple("skip pause help back resume stop restart erase_data report_threat talk_to_human".split())
_READ_AS = ("stop", "restart", "erase_data")
# A no in the main clause; "als de voordeur niet kan" turns nothing round.
_TURNED_ROUND = re.compile(
    r"^(?:(?!\b(?:als|die|dat|wie|waar|wanneer|om|zodat|of)\b)[^.?!,])*\b(?:geen|niet|nooit|niets)\b", re.IGNORECASE
)


def apart_problems(content: Content) -> Iterator[Problem]:
    """Every question that cannot be told from another, or whose answer cannot be told from something else."""
    titles: dict[str, str] = {}
    asked: dict[str, str] = {}
    for question in content.questions.values():
        for key, text, owners in (("title", question.title, titles), ("ask", question.ask, asked)):
            owner = owners.setdefault(text.casefold().strip(), question.id)
            if owner != question.id:
                told = (
                    f"dit staat ook bij {owner}, zo zijn ze niet uit elkaar te houden. Geef deze vraag een eigen {key}"
                )
                yield at_question(question, told, key)
        yes = question.choice("ja")
        if question.theme and yes and yes.outcome == "done" and _TURNED_ROUND.search(question.ask):
            told = "deze vraag is omgekeerd: ja is in orde (done), en er staat geen of niet in. Vraag het zonder dat"
            yield at_question(question, told, "ask")
    yield from _tips(content)
    yield from _short_scan(content)


def _tips(content: Content) -> Iterator[Problem]:
    """A tip that another question has too was copied to the wrong place: an action is told once."""
    owners: dict[str, str] = {}
    for question in content.questions.values():
        for choice in question.choices:
            if choice.tip and choice.outcome != "done":
                owner = owners.setdefault(choice.tip.casefold().strip(), question.id)
                if owner != question.id:
                    told = f"deze tip staat ook bij {owner}. Geef deze vraag een eigen tip"
                    yield at_choice(question, choice.value, told, "tip")


def command_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Every phrase of an answer that is a command: whoever types it wants to stop or to erase, not to answer."""
    labels = parsed.get("labels.yml", {})
    names = {labels[key].casefold(): key for key in _COMMANDS if key in labels}
    for file, path, phrase in _phrases(parsed):
        command = names.get(phrase.casefold().strip(".! ")) or next(
            (intent for intent in _READ_AS if is_command(intent, Message(text=phrase), whole=True)), None
        )
        if command:
            text = f"'{phrase}' is een opdracht ({labels.get(command, command)}) en geen antwoord. Haal het hier weg"
            yield problem(file, path, text)


def _phrases(parsed: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Any, ...], str]]:
    for file, data in parsed.items():
        for index, question in enumerate(data.get("questions", ()) if isinstance(data, dict) else ()):
            for number, choice in enumerate(question["choices"]):
                for at, phrase in enumerate(choice.get("phrases", ())):
                    yield file, ("questions", index, "choices", number, "phrases", at), phrase
    for value, words in parsed.get("answer_words.yml", {}).items():
        for at, word in enumerate(words if value != SKIP_WORDS else ()):
            yield "answer_words.yml", (value, at), word


def _short_scan(content: Content) -> Iterator[Problem]:
    """The short scan is short for everybody; told at the last of its questions that somebody gets."""
    short = [
        question for theme in content.themes for question in theme.questions if question.priority >= SHORT_SCAN_PRIORITY
    ]
    for answers in combinations(content.questions, [question.show_if for question in short]):
        asked = [question for question in short if question.show_if is None or holds(question.show_if, answers)]
        if len(asked) > MOST_IN_THE_SHORT_SCAN:
            told = (
                f"de korte zelfscan heeft nu {len(asked)} vragen. Hooguit {MOST_IN_THE_SHORT_SCAN} mag: zet er een op 2"
            )
            yield at_question(asked[-1], told, "priority")
            return
