"""What is different between two versions of the content, text by text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.editing.texts import files_of, texts_in


@dataclass(frozen=True)
class Change:
    """`was` None: it is new; `becomes` None: it is gone. `key` is its place in the file, as `rookmelders.ask`."""

    file: str
    key: str
    was: str | None
    becomes: str | None


def changes_between(old: Path, new: Path) -> list[Change]:
    """Every text that differs, in the order of the new files; what is gone stands with its file, at the end."""
    found = []
    for file in sorted({*files_of(old), *files_of(new)}):
        before = {key: text.text for key, text in texts_in(old / file).items()}
        after = {key: text.text for key, text in texts_in(new / file).items()}
        keys = [*after, *(key for key in before if key not in after)]
        found += [
            Change(file, key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)
        ]
    return found
