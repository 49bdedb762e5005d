"""The safety questions, answered so that nothing is wrong: a request for a woningscan begins with them."""

from __future__ import annotations

from collections.abc import Callable

SAFE_TRIAGE = {"gevaar_nu": "nee", "voorval": "nee", "doxing": "nee", "onveilig_gevoel": "nee"}


def safely(told: list[str], press: Callable[[str], list[str]]) -> list[str]:
    """Answer the safety questions while they are asked; `told` and what comes back are the ids of replies."""
    for question, value in SAFE_TRIAGE.items():
        if told[-1:] == [f"scan.ask.{question}"]:
            told = press(f"antwoord:{question}={value}")
    return told
