"""What is installed is known, pinned, allowed and looked at: locks, licences, advisories, and no secret in the tree."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import UTC, date, datetime
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.settings import ROOT
from tools import sbom

LOCKS = sorted(path.stem for path in (ROOT / "requirements").glob("*.lock"))
ADVISORIES: list[dict[str, Any]] = YAML(typ="safe").load((ROOT / "requirements" / "advisories.yml").read_text("utf-8"))


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_its_hashes(name: str):
    pins = sbom.pins(lock(name))
    lines = [line for line in lock(name).splitlines() if line and not line.startswith((" ", "#"))]
    assert pins and len(pins) == len(lines), "a line that is no pin"
    assert [package for package, _, hashes in pins if not hashes] == []
    assert re.findall(r"https?://|--(?:index|extra-index|find-links|trusted)", lock(name)) == []


def test_nothing_is_installed_without_its_hash():
    script = (ROOT / "tools" / "bootstrap.sh").read_text(encoding="utf-8")
    installs = re.findall(r"pip\"? (?:install|sync)(?! --help)(?:[^\n]*\\\n)*[^\n]*", script)
    assert installs and [line for line in installs if "--require-hashes" not in line] == []


@pytest.mark.parametrize("what", [*LOCKS, "widget"])
def test_the_bill_names_everything_with_its_version_and_hash(what: str):
    made = json.loads(json.dumps(sbom.bill(what)))
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    for part in made["components"]:
        assert re.fullmatch(r"pkg:(?:pypi|npm)/\S+@\S+", part["purl"])
        assert all(len(digest["content"]) in (64, 128) for digest in part["hashes"]) and part["hashes"]
    if what != "widget":
        assert len(made["components"]) == len(sbom.pins(lock(what)))


@pytest.mark.parametrize("what", ["app", "dev", "widget"])
def test_every_licence_goes_with_ours(what: str):
    parts = sbom.bill(what)["components"]
    assert sbom.not_allowed(parts) == {}
    assert sum("licenses" in part for part in parts) >= 0.9 * len(parts), "nearly everything here is installed"
    assert sbom.not_allowed([{"name": "x", "licenses": [{"license": {"name": "GPL-3.0-only"}}]}]) == {
        "x": "GPL-3.0-only"
    }


@pytest.mark.parametrize("advisory", ADVISORIES, ids=lambda advisory: str(advisory["package"]))
def test_each_known_weakness_is_still_ours_and_still_looked_at(advisory: dict[str, Any]):
    pinned = {name: version for name, version, _ in sbom.pins(lock("engine"))}
    assert pinned.get(advisory["package"]) == advisory["version"], "another version now: take the line away or renew it"
    assert advisory["why"] and advisory["advisories"]
    until: date = advisory["until"]
    assert datetime.now(UTC).date() < until, "look again whether it can be reached"
    assert (until - date(2026, 11, 30)).days < 370, "no longer than a year ahead"


def test_no_key_token_or_password_is_in_the_tree():
    config = YAML(typ="safe").load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hook = next(hook for hook in config["repos"][0]["hooks"] if hook["id"] == "secrets")
    secret, excluded = re.compile(hook["entry"]), re.compile(hook["exclude"])
    for leaked in ("WONINGSCAN_KEYS=" + "k1:abcdefghijklmnop", "-----BEGIN " + "PRIVATE KEY-----"):
        assert secret.search(leaked)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    paths = [ROOT / name for name in listed.split("\0") if name and not excluded.search(name)]
    leaks = [path for path in paths if path.is_file() and secret.search(path.read_text("utf-8", errors="replace"))]
    assert leaks == []
