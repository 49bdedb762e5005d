"""Commands of an editor: check the content, look at it as a page, see what changed, sign a version, go back to one."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from bot.editing.approval import Role
from bot.settings import ROOT, Settings
from woningscan.content import ContentError
from woningscan.content.model import Content

content = typer.Typer(no_args_is_help=True, help="The content: what differs between two versions, sign one, go back.")
EVERY = 0.5
"""Seconds between two looks at whether a file was saved."""


def add_to(app: typer.Typer) -> None:
    app.add_typer(content, name="content")
    app.command()(check)
    app.command()(preview)


def check(
    watch: Annotated[bool, typer.Option("--watch", help="check again each time a file is saved")] = False,
    approved: Annotated[bool, typer.Option("--approved", help="fail when a text about danger is not approved")] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="list what to look at again, and what rests on it")
    ] = False,
) -> None:
    """Check the content: questions, tips, texts, routes, sources, and what changed since it was approved."""
    folder = Settings().content_dir
    saved = _saved(folder)  # before it is checked: what is saved meanwhile is a change as well
    is_right = _checked(folder, must_be_approved=approved)
    if sources and is_right:
        _list_sources(folder)
    while watch:
        saved = _saved_since(folder, saved)
        typer.echo("", err=True)
        _checked(folder)
    if not is_right:
        raise SystemExit(1)


def preview(
    to: Annotated[Path, typer.Option(help="the file to write")] = ROOT / "var" / "voorbeeld.html",
) -> None:
    """Write a page with every question in both channels, every text, six plans, and what changed since approval."""
    from datetime import UTC, datetime

    from bot.editing import pages
    from bot.editing.examples import OFFICIALS, officials_in
    from bot.editing.since import since_approval
    from woningscan.content import load_content
    from woningscan.content.check.sourcing.looking_again import to_look_at_again
    from woningscan.content.loading import load_office_hours

    folder = Settings().content_dir
    to.parent.mkdir(parents=True, exist_ok=True)
    content = load_content(folder)
    again = to_look_at_again(content, load_office_hours(folder), datetime.now(UTC).date())
    page = pages.preview(content, officials_in(OFFICIALS), since_approval(folder), again)
    to.write_text(page, encoding="utf-8")
    typer.echo(f"{to}", err=True)


@content.command()
def diff(
    old: Annotated[str, typer.Argument(help='"goedgekeurd", its number, a folder, or what git calls it: "HEAD~3"')],
    new: Annotated[str | None, typer.Argument(help="the same; without it the content as it is now")] = None,
) -> None:
    """Print what changes from one version to another, text by text, for who signs it."""
    from bot.editing import pages
    from bot.editing.changes import changes_between
    from bot.editing.versions import NoSuchVersion, version

    folder = Settings().content_dir
    try:
        with version(old, folder) as before, version(new or str(folder), folder) as after:
            typer.echo(pages.change_report(changes_between(before, after)), nl=False)
    except NoSuchVersion as unknown:
        raise SystemExit(_no_such_version(unknown)) from None


@content.command()
def approve(
    by: Annotated[Role, typer.Option(help="who signs: a role within the CCV, no name")],
) -> None:
    """Sign the content as it is now: content.yml gets the next version, the role and today."""
    from datetime import UTC, datetime

    from bot.editing.approval import approve as sign
    from bot.editing.since import since_approval

    folder = Settings().content_dir
    if problems := _problems(folder):
        raise SystemExit("\n".join([*problems, "Niet goedgekeurd: maak eerst in orde wat hierboven staat."]))
    if since_approval(folder).same:
        raise SystemExit("Er is niets gewijzigd sinds de laatste goedkeuring.")
    made = sign(folder, by, datetime.now(UTC).date())
    typer.echo(f"Versie {made.version} is goedgekeurd. Bewaar haar nu in git, met alles wat erbij hoort:", err=True)
    typer.echo(f'  git add {folder.name} docs && git commit -m "Inhoud versie {made.version}"', err=True)


@content.command()
def back(
    name: Annotated[str, typer.Argument(metavar="VERSION", help='the number of an approved one, or "HEAD~3"')],
) -> None:
    """Put the texts of an older version back. Nothing happens while changes are not in git."""
    from bot.editing.rolling_back import FitsNoMore, UnsavedChanges, roll_back
    from bot.editing.versions import NoSuchVersion

    folder = Settings().content_dir
    try:
        roll_back(name, folder, _problems)
    except NoSuchVersion as unknown:
        raise SystemExit(_no_such_version(unknown)) from None
    except UnsavedChanges:
        raise SystemExit(
            f"In {folder.name} staan wijzigingen die niet in git zijn. Bewaar ze (git commit) of zet ze opzij"
            " (git stash), en probeer het dan opnieuw. Er is niets veranderd."
        ) from None
    except FitsNoMore as broken:
        raise SystemExit(
            "\n".join([*broken.problems, "Deze versie past niet meer bij het programma. Er is niets veranderd."])
        ) from None
    typer.echo(f"De inhoud is weer die van {name}. Doe nu:", err=True)
    for step in ("woningscan check", "make documents", f'git add {folder.name} docs && git commit -m "Inhoud terug"'):
        typer.echo(f"  {step}", err=True)
    typer.echo("en start de app opnieuw. Toch niet? git restore --staged --worktree content", err=True)


def _no_such_version(unknown: Exception) -> str:
    return f"{unknown}: geen map met inhoud, geen goedgekeurde versie, en git kent deze versie niet"


def _checked(folder: Path, *, must_be_approved: bool = False) -> bool:
    """Tells what is wrong, and what changed since it was approved; whether nothing is wrong."""
    from bot.editing.since import since_approval, warnings
    from woningscan.content.check.sourcing.resting import official_share

    found, problems = _read(folder)
    for line in problems:
        typer.echo(line, err=True)
    if problems or found is None:
        return False
    since = since_approval(folder)
    typer.echo(f"De inhoud klopt (versie {found.version}, {len(found.questions)} vragen).", err=True)
    share = official_share(found)
    rest = f"{share.official} van {share.facts} feiten rusten op een officiële bron ({share.percent} %)"
    typer.echo(f"{rest}. Wat er opnieuw te bekijken is: woningscan check --sources.", err=True)
    for line in warnings(folder, since):
        typer.echo(line, err=True)
    return since.same_about_danger or not must_be_approved


def _list_sources(folder: Path) -> None:
    """Prints what to look at again, as of today."""
    from datetime import UTC, datetime

    from woningscan.content import load_content
    from woningscan.content.check.sourcing.looking_again import to_read
    from woningscan.content.loading import load_office_hours

    for line in to_read(folder, load_content(folder), load_office_hours(folder), datetime.now(UTC).date()):
        typer.echo(line)


def _problems(folder: Path) -> list[str]:
    return _read(folder)[1]


def _read(folder: Path) -> tuple[Content | None, list[str]]:
    """The content, and everything that is wrong with it, its templates and its approval."""
    from datetime import UTC, datetime

    from bot.commands.template_check import template_problems
    from bot.editing.approval import approval_of
    from woningscan.content.check import checked

    found, wrong = checked(folder, datetime.now(UTC).date(), ROOT / "domain.yml")
    problems: list[str] = [*wrong, *template_problems(folder)]
    try:
        approval_of(folder)
    except ContentError as unreadable:
        problems += unreadable.problems
    return found, problems


def _saved_since(folder: Path, before: dict[Path, int]) -> dict[Path, int]:
    """Wait for a change; when each file was saved last then."""
    while (saved := _saved(folder)) == before:
        time.sleep(EVERY)
    return saved


def _saved(folder: Path) -> dict[Path, int]:
    """When each file was saved last; one that is just being replaced is not there."""
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
