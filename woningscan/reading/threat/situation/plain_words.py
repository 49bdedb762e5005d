"""A text as the patterns of `tables/` look at it: plain lower-case words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..normalise import EMOJI
from .tables.regional import REGIONAL

_WORD = re.compile(r"[^\W_]+")
_LETTER_RUN = re.compile(r"(.)\1{2,}")


def compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds any of these, for texts as `plain` makes them."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def plain(text: str) -> str:
    """Lower-case words without accents and punctuation, one space apart; letters typed many times are one."""
    for sign, word in (*EMOJI.items(), ("💥", "ontploft")):
        text = text.replace(sign, f" {word} ")
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in folded if unicodedata.category(sign)[0] != "M")
    letters = (
        letters.replace("’", "'")
        .replace("n't", "n not")
        .replace("'", " ")
        .replace("ı", "i")
        .replace("ł", "l")
        .replace("ß", "ss")
    )
    words = _WORD.findall(_LETTER_RUN.sub(r"\1", letters))
    return " ".join(REGIONAL.get(word, word) for word in words)
