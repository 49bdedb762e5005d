"""A typed answer as plain words: lower case, no accents, no stretched letters, split into clauses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from woningscan.reading.answers.lexicon import CLEAR_WORDS, NUMBER_WORDS, ORDINAL_WORDS, REWRITES

MAX_CHARS = 400
"""A longer text is a story, not an answer to a question with a few choices."""

_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "👍": " ja ",
        "👎": " nee ",
        "✅": " ja ",
        "❌": " nee ",
        "🤷": " weet niet ",
    }
)
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_TOKEN = re.compile(r"[a-z0-9]+(?:['\-][a-z0-9]+)*|'[a-z]+|[,;:.!?()/\n]")
_TURN = frozenset({"maar", "terwijl", "echter", "behalve", "alleen", "enkel", "doch", "hoewel"})
_SUFFIXES = ("jes", "je", "ingen", "ing", "en", "e", "s")
_HIGH = re.compile(r"^(een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(hoog)$")


@dataclass(frozen=True)
class Clause:
    """Words between two marks or before a turning word such as "maar", which then opens the next clause."""

    words: tuple[str, ...]
    text: str


def clause_of(words: Iterable[str]) -> Clause:
    kept = tuple(words)
    return Clause(kept, " ".join(kept))


@dataclass(frozen=True)
class Reading:
    """`asks`: the text ends as a question; `plain`: all words, for whole-text comparison."""

    clauses: tuple[Clause, ...]
    asks: bool
    plain: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for clause in self.clauses for word in clause.words)


def read(text: str) -> Reading:
    """Any string is accepted; what holds no words gives a reading without clauses."""
    folded = unicodedata.normalize("NFKD", text.translate(_MARKS).lower().replace("_", " "))
    folded = "".join(sign for sign in folded if not unicodedata.combining(sign))
    folded = _STRETCHED.sub(r"\1\1", folded)
    clauses: list[Clause] = []
    current: list[str] = []

    def close() -> None:
        if current:
            clauses.append(clause_of(current))
            current.clear()

    for raw in _TOKEN.findall(folded):
        if not (raw[0].isalnum() or raw[0] == "'"):
            if raw not in "()/" or len(current) > 1:
                close()
            continue
        for word in _words(raw):
            if word in _TURN and current and current[-1] not in ("niet", "geen", "heel", "helemaal"):
                close()
            current.append(word)
    close()
    asks = folded.rstrip(" \n.!)").endswith("?")
    return Reading(tuple(clauses), asks, " ".join(clause.text for clause in clauses))


def _words(raw: str) -> list[str]:
    if raw in REWRITES:
        return REWRITES[raw].split()
    if high := _HIGH.match(raw):
        return [high.group(1), high.group(2)]
    parts = [part for part in re.split(r"['\-]", raw) if part]
    if len(parts) > 1 and len(parts[-1]) <= 2 and "'" in raw:  # foto's, zzp'er
        parts = ["".join(parts)]
    return [word for part in parts for word in REWRITES.get(part, _spelled(part)).split()]


@lru_cache(maxsize=20_000)
def _spelled(word: str) -> str:
    """The word that carries yes, no, partly or unsure, when this is that word with one typing error."""
    if len(word) < 4 or not word.isalpha():
        return word
    return next(
        (
            clear
            for clear in CLEAR_WORDS
            if clear[0] == word[0] and len(clear) > 4 and OSA.distance(word, clear, score_cutoff=1) <= 1
        ),
        word,
    )


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough common form: singular and plural, verb forms and diminutives of one word mostly coincide."""
    if (word.isdigit() and len(word) < 3) or word in NUMBER_WORDS:
        return "#"
    if word in ORDINAL_WORDS or re.fullmatch(r"\d+(e|de|ste)", word):
        return "#e"
    base = word
    if len(base) > 5 and base.startswith("ge") and base[-1] in "dt":  # a past participle: gehuurd, gedreigd
        base = base[2:-1]
    if len(base) > 4:
        for suffix in _SUFFIXES:
            if base.endswith(suffix) and len(base) - len(suffix) >= 3:
                base = base[: -len(suffix)]
                break
    if len(base) > 3 and base[-1] in "dt" and base[-2] not in "aeioudst":
        base = base[:-1]
    base = re.sub(r"(.)\1", r"\1", base)
    return base[:-1] + {"z": "s", "v": "f"}.get(base[-1], base[-1]) if base else word
