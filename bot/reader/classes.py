"""How the encoder sees a question: the words before an answer, and the class that each choice belongs to."""

from __future__ import annotations

from collections.abc import Collection

NONE = "none"
"""The class of a text that answers nothing that was asked."""
AFTERMATH = "aftermath"
AFTERMATH_ASKED = "Wat is er met het gevaar gebeurd?"
"""A question that is never asked aloud: to the encoder, what a message tells of a danger is an answer to it."""
CHECK = "check"
CHECK_ASKED = "Is er nu gevaar, of een dreiging?"
"""What the check question asks, however it is worded there."""
ABOUT_DANGER = {AFTERMATH: AFTERMATH_ASKED, CHECK: CHECK_ASKED}
_SHARED = {
    "ja": "ja",
    "deels": "deels",
    "nee": "nee",
    "weet_niet": "weet_niet",
    "ik_twijfel": "weet_niet",
    "altijd": "altijd",
    "vaak": "vaak",
    "soms": "soms",
    "nooit": "nooit",
}


def class_of(question: str, value: str, values: Collection[str]) -> str:
    """The class of a choice: one that means the same everywhere, or the question's own where it asks which thing."""
    if all(one in _SHARED for one in values):
        return _SHARED[value]
    return f"{question}={value}"


def question_text(ask: str) -> str:
    """What stands before an answer: what is asked, without the explanation after it."""
    return ask[: ask.rfind("?") + 1] or ask
