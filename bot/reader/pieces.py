"""From a text to the numbers of its pieces, as the encoder was tuned."""

from __future__ import annotations

from collections.abc import Sequence

END = 2
"""The piece that closes a text."""
LONGEST_QUESTION, LONGEST_TEXT = 56, 96
_QUOTES = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"'}


def prepared(text: str) -> str:
    """Without capitals, which in this field shout more than they mean, and with one kind of quotes and spaces."""
    return " ".join(text.translate(_QUOTES).lower().split())


def with_question(question: Sequence[int], text: Sequence[int]) -> list[int]:
    """A text after the question it may answer: the model's own way to put two texts side by side."""
    return [*question[:LONGEST_QUESTION], END, *text[1:LONGEST_TEXT]]
