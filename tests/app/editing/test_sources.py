"""`woningscan check` tells on what the content rests; `--sources` and the preview list what to look at again."""

from __future__ import annotations

from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from bot.commands.main import app
from bot.editing.examples import OFFICIALS, officials_in
from bot.editing.pages import preview
from bot.editing.since import since_approval
from tests.core.content.editing import TODAY
from tests.support.content_repository import edit
from woningscan.content import load_content
from woningscan.content.check.sourcing.looking_again import to_look_at_again
from woningscan.content.check.sourcing.resting import official_share
from woningscan.content.loading import load_office_hours


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_the_check_tells_the_share_of_official_sources(folder: Path) -> None:
    share = official_share(load_content(folder))
    result = run("check")
    assert result.exit_code == 0
    assert f"{share.official} van {share.facts}" in result.stderr
    assert result.stdout == "", "the list is only for who asks"


def test_too_few_official_sources_fail_the_check(folder: Path) -> None:
    sources = folder / "sources.yml"
    sources.write_text(sources.read_text("utf-8").replace("official: true", "official: false"), encoding="utf-8")
    assert run("check").exit_code == 1


def test_what_to_look_at_again_is_listed_with_its_line(folder: Path) -> None:
    line = edit(folder, "sources.yml", 'checked: "2026-11-24"', 'checked: "2019-11-24"') - 5
    result = run("check", "--sources")
    assert result.exit_code == 0
    first = next(one for one in result.stdout.splitlines() if ": regel " in one)
    assert first.startswith(f"sources.yml: regel {line}: ")
    assert "booking.yml: regel " in result.stdout, "nobody confirmed the office hours"


def test_the_preview_lists_it_as_well(folder: Path) -> None:
    content = load_content(folder)
    again = to_look_at_again(content, load_office_hours(folder), TODAY)
    page = preview(content, officials_in(OFFICIALS), since_approval(folder), again)
    listed = page.partition('id="opnieuw"')[2].partition("</section>")[0]
    assert listed.count("<li>") == len(again) > 0
