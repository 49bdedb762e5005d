"""Commands of an editor: check the content, look at it as a page, see what a change changes."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import ROOT, Settings

content = typer.Typer(no_args_is_help=True, help="The content: what differs between two versions.")
EVERY = 0.5
"""Seconds between two looks at whether a file was saved."""


def add_to(app: typer.Typer) -> None:
    app.add_typer(content, name="content")
    app.command()(check)
    app.command()(preview)


def check(
    watch: Annotated[bool, typer.Option("--watch", help="check again each time a file is saved")] = False,
) -> None:
    """Check the content: questions, tips, texts, routes, sources."""
    folder = Settings().content_dir
    saved = _saved(folder)  # before it is checked: what is saved meanwhile is a change as well
    is_right = _checked(folder)
    while watch:
        saved = _saved_since(folder, saved)
        typer.echo("", err=True)
        _checked(folder)
    if not is_right:
        raise SystemExit(1)


def preview(
    to: Annotated[Path, typer.Option(help="the file to write")] = ROOT / "var" / "voorbeeld.html",
) -> None:
    """Write a page with every question and its branches, every text, and the plans of six officials."""
    from bot.editing import pages
    from bot.editing.examples import OFFICIALS, officials_in
    from woningscan.content import load_content

    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(pages.preview(load_content(Settings().content_dir), officials_in(OFFICIALS)), encoding="utf-8")
    typer.echo(f"{to}", err=True)


@content.command()
def diff(
    old: Annotated[str, typer.Argument(help='a folder, or a version as git calls it: "HEAD~3", a tag')],
    new: Annotated[str | None, typer.Argument(help="the same; without it the content as it is now")] = None,
) -> None:
    """Print what changes from one version to another, text by text, for who signs it."""
    from bot.editing import pages
    from bot.editing.changes import NoSuchVersion, changes_between, version

    try:
        with version(old, ROOT) as before, version(new or str(Settings().content_dir), ROOT) as after:
            typer.echo(pages.change_report(changes_between(before, after)), nl=False)
    except NoSuchVersion as unknown:
        raise SystemExit(f"{unknown}: geen map met inhoud, en git kent deze versie niet") from None


def _checked(folder: Path) -> bool:
    """Tells what is wrong; whether nothing is."""
    from datetime import UTC, datetime

    from bot.commands.template_check import template_problems
    from woningscan.content.check import checked

    found, problems = checked(folder, datetime.now(UTC).date(), ROOT / "domain.yml")
    problems += template_problems(folder)
    for problem in problems:
        typer.echo(problem, err=True)
    if problems or found is None:
        return False
    typer.echo(f"De inhoud klopt (versie {found.version}, {len(found.questions)} vragen).", err=True)
    return True


def _saved_since(folder: Path, before: dict[Path, int]) -> dict[Path, int]:
    """Wait for a change; when each file was saved last then."""
    while (saved := _saved(folder)) == before:
        time.sleep(EVERY)
    return saved


def _saved(folder: Path) -> dict[Path, int]:
    """When each file was saved last; one that is just being replaced is not there."""
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
