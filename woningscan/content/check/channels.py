"""What fits where it is shown: Telegram refuses a description that is too long, and the bot then does not start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.problems import Problem, problem

# Source: Bot API, setMyShortDescription, setMyDescription, BotCommand.
_MOST = {"telegram.short_description": 120, "telegram.description": 512}
_MOST_OF_A_COMMAND, _COMMAND = 256, "telegram.command."
# What each line in another language names, and nothing else: the Dutch beside it has the rest.
_LANGUAGES = {
    "acute": {"alarmnummer"},
    "danger": {"alarmnummer", "politie"},
    "despair": {"zelfmoordpreventie", "alarmnummer"},
    "unclear": {"alarmnummer"},
}


def channel_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Every text that a channel cannot show, and every line in another language that names another number."""
    for key, text in parsed.get("messages.yml", {}).items():
        most = _MOST.get(key) or (_MOST_OF_A_COMMAND if key.startswith(_COMMAND) else 0)
        if most and len(text) > most:
            told = f"is langer dan {most} tekens, en Telegram weigert dat. Maak de tekst korter"
            yield problem("messages.yml", (key,), told)
    for language, lines in parsed.get("routes.yml", {}).get("languages", {}).items():
        for key, wanted in _LANGUAGES.items():
            named = set(_contacts(lines[key]))
            if named != wanted:
                braced = " en ".join(f"{{{name}}}" for name in sorted(wanted))
                told = f"noemt niet precies de contacten die hier horen. Gebruik {braced}, en geen ander"
                yield problem("routes.yml", ("languages", language, key), told)


def _contacts(text: str) -> Iterator[str]:
    for part in text.split("{")[1:]:
        yield part.partition("}")[0]
