"""For whom a tip, a note or an answer is: its condition can be true there, and what it says of the reader is so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from woningscan.content.check.placing import at_question
from woningscan.content.check.proofs import combinations, leaves
from woningscan.content.conditions import holds
from woningscan.content.model import Content, Question
from woningscan.content.problems import Problem, problem

_CHANGE = "Wijzig show_if, of haal hem weg"
# What a text says of its reader, and the answer that makes it so.
_STATED = tuple(
    (re.compile(pattern, re.IGNORECASE), question, value)
    for pattern, question, value in (
        (r"\bu huurt\b|\buw verhuurder\b", "eigendom", "huur"),
        (r"\bu woont in een ambtswoning\b", "eigendom", "ambtswoning"),
        (r"\bu hebt een bedrijf aan huis\b", "bedrijf_aan_huis", "ja"),
        (r"\bu woont alleen\b", "huishouden", "alleen"),
        (r"\bu hebt geen auto\b", "auto", "nee"),
    )
)

# What the title of a question is about, and the answers of those who do not have it.
_ABOUT = tuple(
    (re.compile(pattern, re.IGNORECASE), question, values)
    for pattern, question, values in (
        (r"\bhuisgenoten\b", "huishouden", ("alleen",)),
        (r"\bkinderen\b", "huishouden", ("alleen", "met_anderen")),
        (r"\buw auto\b", "auto", ("nee",)),
    )
)


def applying_problems(content: Content) -> Iterator[Problem]:
    """Every text for some that says of them what need not be so, and every variant of a tip that nobody gets."""
    for question in content.questions.values():
        yield from _asked_of_others(question)
        for number, choice in enumerate(question.choices):
            earlier: list[Mapping[str, Any]] = []
            for at, variant in enumerate(choice.variants):
                key = ("choices", number, "variants", at)
                if not _applies(content, question, earlier, variant.show_if):
                    text = f"deze tip krijgt niemand: de vraag of een variant erboven sluit hem uit. {_CHANGE}"
                    yield at_question(question, text, *key, "show_if")
                if any("is_not" in leaf for leaf in leaves(variant.show_if)):
                    text = "wie een vraag overslaat, krijgt zo deze tip in plaats van de gewone. Gebruik is of any_of"
                    yield at_question(question, text, *key, "show_if")
                for told in _not_so(content, variant.tip, variant.show_if):
                    yield at_question(question, told, *key, "show_if")
                earlier.append(variant.show_if)
    for index, note in enumerate(content.notes):
        for told in _not_so(content, note.text, note.show_if):
            yield problem("profile.yml", ("notes", index, "show_if"), told)


def _asked_of_others(question: Question) -> Iterator[Problem]:
    for pattern, subject, values in _ABOUT if question.theme else ():
        named = pattern.search(question.title)
        if named is None:
            continue
        for value in values:
            if question.show_if is None or holds(question.show_if, {subject: value}):
                text = f"deze vraag gaat over {named[0]}, en wie bij {subject} {value} antwoordt, krijgt haar ook"
                yield at_question(question, f"{text}. {_CHANGE}", "show_if" if question.show_if else "title")


def _applies(
    content: Content, question: Question, earlier: Sequence[Mapping[str, Any]], condition: Mapping[str, Any]
) -> bool:
    """Whether somebody who is asked `question` gets what `condition` is for, and not one of the `earlier` variants."""
    before = [question.show_if, *earlier] if question.show_if else earlier
    for answers in combinations(content.questions, [*before, condition]):
        shown = question.show_if is None or holds(question.show_if, answers)
        if shown and holds(condition, answers) and not any(holds(one, answers) for one in earlier):
            return True
    return False


def _not_so(content: Content, text: str, condition: Mapping[str, Any]) -> Iterator[str]:
    for pattern, asked, value in _STATED:
        stated = pattern.search(text)
        if stated is None:
            continue
        others = [answers for answers in combinations(content.questions, [condition]) if holds(condition, answers)]
        if any(answers.get(asked) != value for answers in others):
            remedy = f"Zet in show_if dat {asked} {value} is, of zeg het zonder dat"
            yield f"'{stated[0]}' geldt niet voor iedereen die dit krijgt. {remedy}"
