"""Which choice a typed text means as the answer to a question, or none: better asked back than stored on a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping

from woningscan.content.model import Question
from woningscan.reading.answers.fixed import (
    Words,
    common_answer,
    counts_differ,
    doubts,
    folded,
    is_hedged_no,
    is_no_with_danger,
    is_no_without_a_word,
    listed_answer,
    named_choice,
    tells_of_nobody,
)
from woningscan.reading.answers.result import NOT_AN_ANSWER, Understood, ambiguous
from woningscan.reading.opinion import Bars

__all__ = ["Understood", "understand"]

WEIGHTY = frozenset({"triage", "profile", "intake"})
"""Sections whose answers decide what is asked and said later: what was made of a sentence there is always said back."""
_WORD = re.compile(r"[a-z]{2}")
"""What a text holds at least to be read by a model: of single letters and figures it makes what it likes."""
NO, PARTLY = "nee", "deels"
OFFERED = 2
"""How many choices a clarification names."""


def understand(
    question: Question,
    text: str,
    words: Words,
    chances: Mapping[str, float] | None = None,
    bars: Bars | None = None,
    calm: bool = False,
) -> Understood:
    """The answer `text` gives to `question`. `words` are the typed forms that mean the same at every question.

    `chances` is what the model makes of it: the chance of each choice, the rest being that it answers nothing; None
    without a model, and then only words that are certain count. `bars` says how sure is sure enough. `calm`: the threat
    check sees nothing at all in the text.
    """
    listed = listed_answer(question, text)
    if listed is not None:
        return Understood(listed)
    common = common_answer(question, text, words)
    if common is not None and not _contradicted(common, chances, bars or Bars()):
        return Understood(common)
    if chances is None or not _WORD.search(folded(text)):
        return _without_model(question, text)
    if calm and _plain_no(question, text, chances, bars or Bars()):
        return Understood("nee", said_back=True, chance=chances["nee"])
    understood = _by_chance(question, chances, bars or Bars())
    if is_no_without_a_word(question, str(understood.value), text):
        return ambiguous(choice.value for choice in question.choices)
    if calm and tells_of_nobody(question, str(understood.value), text):
        return ambiguous(choice.value for choice in question.choices)
    if question.choice(PARTLY) is not None and understood.value is not None and counts_differ(text):
        return ambiguous((understood.value, PARTLY) if understood.value != PARTLY else (PARTLY, "ja"))
    doubted = understood.value is not None and is_hedged_no(question, understood.value, text)
    sure = chances.get(str(understood.value), 0.0) >= (bars or Bars()).hedged_no
    if (doubted and not sure) or is_no_with_danger(question, str(understood.value), text):
        return ambiguous(choice.value for choice in question.choices if choice.value != understood.value)
    return _with_what_was_said(question, text, understood)


def _with_what_was_said(question: Question, text: str, understood: Understood) -> Understood:
    """Among what is worth offering is the no that a text begins with."""
    candidates = understood.candidates
    if not candidates or NO in candidates or question.choice(NO) is None or folded(text).partition(" ")[0] != NO:
        return understood
    return ambiguous((NO, *candidates[: OFFERED - 1]))


def _plain_no(question: Question, text: str, chances: Mapping[str, float], bars: Bars) -> bool:
    """A no to a safety question in which neither the reader nor the threat check sees anything else, whatever small
    words are in it ("alles rustig, alleen de haan van de buren")."""
    if question.section != "triage" or doubts(text):
        return False
    if is_no_with_danger(question, NO, text) or is_no_without_a_word(question, NO, text):
        return False
    others = max(chance for value, chance in chances.items() if value != "nee")
    return chances.get("nee", 0.0) >= bars.calm_no and others <= bars.calm_others


def _contradicted(value: str, chances: Mapping[str, float] | None, bars: Bars) -> bool:
    """Words that mean the same elsewhere, where the model is sure that they mean another choice here."""
    return any(other != value and chance >= bars.certain for other, chance in (chances or {}).items())


def _by_chance(question: Question, chances: Mapping[str, float], bars: Bars) -> Understood:
    ranked = sorted(((chance, value) for value, chance in chances.items()), reverse=True)
    (best, value), *others = ranked
    safe_no = question.section == "triage" and value == "nee"
    if best >= (bars.safe_no if safe_no else bars.certain):
        return Understood(value, said_back=question.section in WEIGHTY, chance=best)
    if best >= (bars.heavy if question.section in WEIGHTY else bars.likely) and not safe_no:
        return Understood(value, said_back=True, chance=best)
    near = [name for chance, name in ((best, value), *others)[:OFFERED] if chance >= bars.offered]
    return ambiguous(near) if near else NOT_AN_ANSWER


def _without_model(question: Question, text: str) -> Understood:
    named = None if question.section == "triage" else named_choice(question, text)
    return ambiguous([named]) if named else NOT_AN_ANSWER
