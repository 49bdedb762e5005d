"""Which version of the content was approved, by which role, and what of it has changed since.

`content/content.yml` keeps two fingerprints of what was approved: of everything, and of what is about danger alone.
They show that something changed, not who did it: who may change the content is settled by git (docs/adr/0010).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from bot.editing.texts import Text, files_of, texts_in
from woningscan.content.loading import APPROVAL, NOT_SAID, load_approval

_ALL_ABOUT_DANGER = ("routes.yml", "triage.yml")
_KEYS_ABOUT_DANGER = {
    "messages.yml": re.compile(r"threat\.|opening\.danger|card\.danger|report\.danger"),
    "labels.yml": re.compile(r"report_threat|dreiging:|mistake|nothing_wrong|whom_to_tell"),
    "answers.yml": re.compile(
        r"(?:q_(?:pakket|bewijs|is_dit_bedreiging|bij_wie_melden|politie_weet_het|al_beveiligd|waarom_geen_scan"
        r"|wie_beslist|steun_gezin|garantie)|ask_eligibility|ask_bewaken_beveiligen)\."
    ),
}
_CALLS = re.compile(r"\balarmnummer\b|\{(?:politie|ondersteuningsteam|meldpunt)\}")
_HEAD = """\
# yaml-language-server: $schema=./schemas/content.schema.json
# Welke versie van de inhoud is goedgekeurd. `woningscan content approve` schrijft dit bestand: wijzig het niet zelf.
"""


class Role(StrEnum):
    """Who signs: a role within the CCV, never a name. `content/schemas/content.schema.json` has the same list."""

    EDITORS = "redactie"
    ADVISER = "veiligheidsadviseur"
    SECRETARIAT = "secretariaat"
    PROJECT = "projectleiding"


@dataclass(frozen=True)
class Approval:
    version: int
    by: Role
    on: date
    contents: str
    safety: str


def approval_of(folder: Path) -> Approval | None:
    """What was approved last, None while nothing was. Raises ContentError for a file that cannot be read."""
    data = load_approval(folder)
    if not data["version"]:
        return None
    return Approval(
        data["version"],
        Role(data["approved_by"]),
        date.fromisoformat(data["on"]),
        data["contents"],
        data["safety"],
    )


def approve(folder: Path, by: Role, on: date) -> Approval:
    """Write down that the content as it is now is approved, as the next version."""
    before = approval_of(folder)
    made = Approval(before.version + 1 if before else 1, by, on, *fingerprints(folder))
    (folder / APPROVAL).write_text(
        f'{_HEAD}version: {made.version}\napproved_by: {made.by}\non: "{made.on.isoformat()}"\n'
        f'contents: "{made.contents}"\nsafety: "{made.safety}"\n',
        encoding="utf-8",
    )
    return made


def fingerprints(folder: Path) -> tuple[str, str]:
    """Of all texts in their order, and of those about danger. Comments and spacing in a file change neither."""
    contents, safety = hashlib.sha256(), hashlib.sha256()
    for file in files_of(folder):
        if file in NOT_SAID:
            continue
        for text in texts_in(folder / file).values():
            line = f"{file}\0{text.key}\0{text.text}\0".encode()
            contents.update(line)
            if is_about_danger(file, text):
                safety.update(line)
    return contents.hexdigest()[:16], safety.hexdigest()[:16]


def is_about_danger(file: str, text: Text) -> bool:
    """Routes, safety questions, answers about threats, and every text that names who to call in danger."""
    if file in _ALL_ABOUT_DANGER or _CALLS.search(text.text):
        return True
    keys = _KEYS_ABOUT_DANGER.get(file)
    return bool(keys and keys.match(text.key))
