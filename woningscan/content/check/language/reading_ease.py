"""How easy the texts of the routes are to read, by a formula: who is in danger reads badly.

Source: Flesch's reading ease in Douma's version for Dutch (1960): 206.84 - 0.93 words a sentence - 77 syllables a word.
75 and more is easy for most people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.problems import Problem, problem
from woningscan.content.texts import sentences

EASY = 75
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ONE_SOUND = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáéíóúàèëïöüâêîôû]")


def reading_ease(text: str) -> float:
    """The ease of a text, about 0 for the hardest to 120; placeholders and figures do not count."""
    parts = [_WORD.findall(part) for part in sentences(_PLACEHOLDER.sub("", text))]
    counted = [words for words in parts if words]
    words = [word for part in counted for word in part]
    if not words:
        return 120.0
    syllables = sum(max(1, len(_ONE_SOUND.findall(word.casefold()))) for word in words)
    return 206.84 - 0.93 * len(words) / len(counted) - 77 * syllables / len(words)


def ease_problems(file: str, routes: Mapping[str, Any]) -> Iterator[Problem]:
    """Routes that are too hard to read as a whole."""
    for key, route in routes.items():
        of_kinds = [step for steps in route.get("kinds", {}).values() for step in steps]
        ease = reading_ease(" ".join((route["lead"], *route["steps"], *of_kinds, route["close"])))
        if ease < EASY:
            text = f"deze route leest te moeilijk ({ease:.0f} van minstens {EASY}). Maak woorden en zinnen korter"
            yield problem(file, ("routes", key), text)
