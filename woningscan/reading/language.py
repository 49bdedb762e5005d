"""In which language other than Dutch a text is typed, where that is sure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from woningscan.content.model import Language

FEWEST, SHARE = 2, 0.2
"""How many words, and what share of a text, must be of a language."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def language_of(languages: Mapping[str, Language], text: str) -> Language | None:
    """The language that most words of a text are of; None for Dutch, and where two fit alike."""
    words = _WORD.findall(text.replace("’", "'").casefold())
    if not words:
        return None
    for language in languages.values():
        if language.script and _in_script(language.script, words):
            return language
    counted = sorted(((sum(word in one.words for word in words), key) for key, one in languages.items()), reverse=True)
    (most, key), *others = counted or [(0, "")]
    if most < FEWEST or most < SHARE * len(words) or (others and others[0][0] == most):
        return None
    return languages[key]


def _in_script(script: str, words: list[str]) -> bool:
    letters = "".join(words)
    return 2 * sum(unicodedata.name(letter, "").startswith(script) for letter in letters) > len(letters)
