"""`woningscan staff …`: the first member, leaving, beginning again; as another program would run it."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from tests.support.commands import Command
from tests.support.running import NOWHERE

LINK = re.compile(r"http://127\.0\.0\.1:8080(/secretariaat/instellen/[A-Za-z0-9_-]{43})\n")


@pytest.fixture
def run(run_here: Command) -> Command:
    return partial(run_here, "staff")


def members(run: Command) -> list[dict[str, str]]:
    return [json.loads(line) for line in run("list").stdout.splitlines()]


def test_a_member_from_the_first_link_to_leaving(run: Command, run_command: Command, tmp_path: Path):
    added = run_command("staff", "add", "Anna.de-Vries", "--role", "beheerder")
    link = LINK.fullmatch(added.stdout)
    assert (added.returncode, bool(link)) == (0, True)
    assert members(run)[0] | {"kenmerk": "", "sinds": ""} == {
        "naam": "anna.de-vries",
        "rol": "beheerder",
        "status": "uitgenodigd",
        "herstelcodes": 0,
        "kenmerk": "",
        "sinds": "",
    }
    with TestClient(create_app(Settings(data_dir=tmp_path, **NOWHERE))) as client:
        assert client.get(link[1]).status_code == 200  # type: ignore[index]
    again = LINK.fullmatch(run("reset", "anna.de-vries").stdout)
    assert again and link and again[1] != link[1]
    assert run("disable", "anna.de-vries").returncode == 0
    assert members(run)[0]["status"] == "uit"


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "a"),
        ("add", "an na"),
        ("add", "x" * 41),
        ("add", "anna<b>"),
        ("add", "anna", "--role", "baas"),
        ("add",),
        ("disable", "niemand"),
        ("reset", "niemand"),
        ("bestaat-niet",),
    ],
)
def test_what_cannot_be_done_ends_with_its_reason(run: Command, arguments: tuple[str, ...]):
    ended = run(*arguments)
    assert ended.returncode != 0
    assert ended.stdout == ""
    assert ended.stderr.strip()
    assert "Traceback" not in ended.stderr


def test_a_name_is_given_once(run: Command):
    assert run("add", "anna").returncode == 0
    again = run("add", "ANNA")
    assert again.returncode == 1
    assert "staff reset" in again.stderr
    assert len(members(run)) == 1
