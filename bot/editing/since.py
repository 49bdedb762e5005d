"""What changed since the content was approved, for who checks it and who reads the preview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.editing.approval import Approval, approval_of, fingerprints, is_about_danger
from bot.editing.changes import Change, changes_between
from bot.editing.texts import Text, texts_in
from bot.editing.versions import APPROVED, NoSuchVersion, version
from woningscan.content.lines import with_lines
from woningscan.content.loading import NOT_SAID
from woningscan.content.problems import Problem, problem

_SIGN = "Laat die lezen door wie tekent; dan: woningscan content approve --by ROL"


@dataclass(frozen=True)
class Since:
    """`approval` None: nothing was approved yet. `changes` None: git does not know what was approved, here."""

    approval: Approval | None
    same: bool
    same_about_danger: bool
    changes: Sequence[Change] | None

    @property
    def about_danger(self) -> list[Change]:
        return [change for change in self.changes or () if _about_danger(change)]

    @property
    def others(self) -> list[Change]:
        return [change for change in self.changes or () if not _about_danger(change)]


def since_approval(content: Path) -> Since:
    """What changed in the folder. Raises ContentError where the approval, YAMLError where a file cannot be read."""
    approval = approval_of(content)
    if approval is None:
        return Since(None, same=False, same_about_danger=False, changes=None)
    contents, safety = fingerprints(content)
    if contents == approval.contents:
        return Since(approval, same=True, same_about_danger=True, changes=())
    try:
        with version(APPROVED, content) as old:
            changes = [change for change in changes_between(old, content) if change.file not in NOT_SAID]
    except NoSuchVersion:
        changes = None
    return Since(approval, same=False, same_about_danger=safety == approval.safety, changes=changes)


def warnings(content: Path, since: Since) -> Iterator[str]:
    """Line by line what an editor has to know: each text about danger that changed, and how many others did."""
    approval = since.approval
    if approval is None:
        yield "Nog geen versie is goedgekeurd. Goedkeuren: woningscan content approve --by ROL"
        return
    named = f"versie {approval.version}, goedgekeurd op {approval.on.isoformat()} door: {approval.by}"
    if since.same:
        yield f"Dit is {named}."
        return
    if since.changes is None and not since.same_about_danger:
        yield f"let op: een tekst over gevaar is anders dan in {named}. Git kent die versie hier niet. {_SIGN}"
    for line in with_lines(content, (_warning(content, change, approval) for change in since.about_danger)):
        yield f"let op: {line}"
    if since.changes is None:
        yield f"Dit is niet meer {named}."
    elif not since.changes:
        yield f"De teksten zijn die van {named}; alleen hun volgorde is anders."
    elif since.others:
        yield f"Gewijzigd sinds {named}: {len(since.others)} andere regels. Lezen: woningscan content diff {APPROVED}"


def _warning(content: Path, change: Change, approval: Approval) -> Problem:
    what = "is nieuw" if change.was is None else "is weg" if change.becomes is None else "is gewijzigd"
    place = texts_in(content / change.file).get(change.key)
    text = f"deze tekst over gevaar {what} sinds versie {approval.version}. {_SIGN}"
    return problem(change.file, place.path if place else change.key.split("."), text, name=change.key)


def _about_danger(change: Change) -> bool:
    return any(
        is_about_danger(change.file, Text(change.key, (), text)) for text in (change.was, change.becomes) if text
    )
