"""The systemd units confine app, engine and backup as the documents say; systemd itself gives the marks."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from bot.settings import Settings
from tests.deploy.checking import DEPLOY, ran

MOST_EXPOSED = 2.0
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
PARTS = ("app", "engine", "backup")


def settings_of(part: str) -> dict[str, list[str]]:
    read: dict[str, list[str]] = defaultdict(list)
    for line in (DEPLOY / "systemd" / f"woningscan-{part}.service").read_text(encoding="utf-8").splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            read[name].append(value)
    return read


def test_there_is_a_unit_for_each() -> None:
    assert {unit.stem for unit in UNITS} == {f"woningscan-{part}" for part in PARTS}


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_finds_little_exposed(unit: object) -> None:
    done = ran("systemd-analyze", "security", "--offline=true", "--no-pager", str(unit))
    mark = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert mark and float(mark[1]) <= MOST_EXPOSED, done.stdout + done.stderr


@pytest.mark.parametrize("unit", [*UNITS, DEPLOY / "systemd" / "woningscan-backup.timer"], ids=lambda unit: unit.name)
def test_systemd_knows_every_word(unit: object) -> None:
    told = ran("systemd-analyze", "verify", "--man=no", str(unit)).stderr.splitlines()
    not_here = "is not executable"  # the programs of an installation that is not on this machine
    about_ours = [line for line in told if "woningscan" in line and not_here not in line]
    assert about_ours == []


def test_each_has_a_user_of_its_own_and_none_is_root() -> None:
    users = [settings_of(part)["User"] for part in PARTS]
    assert users == [["woningscan-app"], ["woningscan-engine"], ["woningscan-backup"]]


def test_the_engine_has_no_network_and_reads_neither_keys_nor_data() -> None:
    engine = settings_of("engine")
    assert engine["PrivateNetwork"] == ["yes"] and engine["RestrictAddressFamilies"] == ["AF_UNIX"]
    assert engine["IPAddressDeny"] == ["any"]
    hidden = {path.lstrip("-") for value in engine["InaccessiblePaths"] for path in value.split()}
    assert {"/etc/woningscan", "/var/lib/woningscan", "/var/backups/woningscan"} <= hidden
    assert engine["EnvironmentFile"] == ["/etc/woningscan/engine.env"], "not that of the app"
    assert f"/{settings_of('app')['StateDirectory'][0]}" in "/var/lib/woningscan"


def test_the_engine_is_not_started_again_for_what_that_does_not_mend() -> None:
    assert settings_of("engine")["RestartPreventExitStatus"] == ["2 3"]


def test_the_app_reaches_the_engine_by_its_group_and_the_world_by_the_proxy() -> None:
    app, engine = settings_of("app"), settings_of("engine")
    assert app["SupplementaryGroups"] == engine["Group"]
    assert "--for-group" in engine["ExecStart"][0] and engine["RuntimeDirectoryMode"] == ["0750"]
    socket = re.search(r"--socket (\S+)", engine["ExecStart"][0])
    assert socket and f"WONINGSCAN_ENGINE_URL=unix:{socket[1]}" in " ".join(app["Environment"])
    assert "--host" not in app["ExecStart"][0], "it listens on this machine alone"


@pytest.mark.parametrize("part", PARTS)
def test_each_has_limits(part: str) -> None:
    read = settings_of(part)
    assert read["MemoryMax"] and read["TasksMax"] and read["CapabilityBoundingSet"] == [""]


def test_what_the_app_is_told_are_settings_of_it() -> None:
    known = {f"WONINGSCAN_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"WONINGSCAN_\w+", " ".join(settings_of("app")["Environment"]))) <= known
