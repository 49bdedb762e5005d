"""The Containerfiles: by the rules, from the locks by hash, without root, with what runs and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.deploy.checking import DEPLOY, ran
from tests.support.databases import cannot
from tests.support.places import ROOT
from tests.support.waiting import eventually
from tools import sbom

FILES = {part: DEPLOY / f"{part}.Containerfile" for part in ("app", "engine")}
LEFT_OUT = [
    line
    for line in (DEPLOY / "engine-left-out.txt").read_text(encoding="utf-8").splitlines()
    if line[:1] not in ("#", "")
]
TOKEN = "t" * 40


def steps(part: str) -> list[tuple[str, str]]:
    """The instructions, each on one line."""
    text = FILES[part].read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#")).replace("\\\n", " ")
    return [(line.split()[0], line.partition(" ")[2]) for line in lines.splitlines() if line.strip()]


def last_stage(part: str) -> list[tuple[str, str]]:
    made = steps(part)
    begins = max(number for number, (word, _) in enumerate(made) if word == "FROM")
    return made[begins:]


@pytest.mark.parametrize("part", FILES)
def test_the_rules_for_containerfiles_are_kept(part: str) -> None:
    done = ran("hadolint", FILES[part])
    assert done.returncode == 0, done.stdout
    broken = ran("hadolint", "-", given="FROM debian\nRUN cd /tmp && sudo apt-get install x\n")
    assert broken.returncode != 0


@pytest.mark.parametrize("part", FILES)
def test_it_runs_as_a_user_and_starts_without_a_shell(part: str) -> None:
    users = [value for word, value in last_stage(part) if word == "USER"]
    assert len(users) == 1 and all(int(number) > 10000 for number in users[0].split(":"))
    assert all(value.startswith("[") for word, value in last_stage(part) if word in ("ENTRYPOINT", "CMD"))


@pytest.mark.parametrize("part", FILES)
def test_what_is_installed_is_the_lock_by_hash_and_no_compiler_comes_along(part: str) -> None:
    installs = [value for _, value in steps(part) if "pip install" in value]
    assert installs and all("--require-hashes" in value and f"requirements/{part}.lock" in value for value in installs)
    assert not re.search(r"\b(gcc|g\+\+|build-essential|make)\b", " ".join(value for _, value in steps(part)))
    copied = [value for word, value in last_stage(part) if word == "COPY"]
    assert copied == ["--from=build /opt/woningscan /opt/woningscan"], "only what the first stage made"
    assert not any(word == "ADD" for word, _ in steps(part))


@pytest.mark.parametrize("part", FILES)
def test_what_it_copies_is_let_through_and_nothing_private_is(part: str) -> None:
    let_through = [
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"
    ]
    for word, value in steps(part):
        if word != "COPY" or value.startswith("--from"):
            continue
        for source in value.split()[:-1]:
            assert (ROOT / source).exists() or source == "models/"
            name = source.rstrip("/")
            assert any(name == one or one.startswith(f"{name}/") for one in let_through), source
    for private in (".git", ".env", "var", "tests", "requirements/dev.lock", "deploy/app.env", "data"):
        assert private not in let_through


def imported_by(package: str) -> list[str]:
    """The folders of the repository that code of this one imports."""
    names = "woningscan|actions|engine|bot"
    found = set()
    for path in (ROOT / package).rglob("*.py"):
        found |= set(re.findall(rf"^\s*(?:from|import) ({names})\b", path.read_text(encoding="utf-8"), re.MULTILINE))
    return sorted(found)


def test_each_image_holds_all_code_that_it_imports() -> None:
    for part, packages in (("app", ["bot"]), ("engine", ["engine", "actions"])):
        copied = {value.split()[0].rstrip("/") for word, value in steps(part) if word == "COPY"}
        assert {name for package in packages for name in imported_by(package)} <= copied


def test_the_app_image_holds_no_rasa_and_the_engine_image_nothing_of_the_app() -> None:
    copied = {part: {value.split()[0].rstrip("/") for word, value in steps(part) if word == "COPY"} for part in FILES}
    assert not {"engine", "actions", "models"} & copied["app"]
    assert not {"bot", "migrations", "widget/dist"} & copied["engine"]


def test_what_is_left_out_is_in_the_lock() -> None:
    pinned = {name for name, _, _ in sbom.pins((ROOT / "requirements" / "engine.lock").read_text(encoding="utf-8"))}
    assert sorted(LEFT_OUT) == LEFT_OUT and set(LEFT_OUT) <= pinned


BLOCK = """
import sys
from importlib.metadata import packages_distributions

_gone = {{name for name, owners in packages_distributions().items()
          if owners and all(owner.lower().replace("_", "-") in {left_out!r} for owner in owners)}}
assert "tensorflow" in _gone


class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in _gone:
            raise ModuleNotFoundError(name, name=name)


sys.meta_path.insert(0, LeftOut())
"""


@pytest.fixture
def lone_engine(tmp_path: Path) -> Iterator[Path]:
    """The engine as its image starts it: without what is left out, without a network, with nothing of the app."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        cannot("only root may take the network away")
    (tmp_path / "sitecustomize.py").write_text(BLOCK.format(left_out=set(LEFT_OUT)), encoding="utf-8")
    path = tmp_path / "engine.sock"
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(tmp_path)}
    process = subprocess.Popen(
        [
            "unshare",
            "--net",
            str(ROOT / ".venv-engine/bin/python"),
            "-m",
            "engine",
            "--socket",
            str(path),
            "--for-group",
        ],
        cwd=ROOT,
        env={
            **environment,
            "WONINGSCAN_ENGINE_TOKEN": TOKEN,
            "PYTHONWARNINGS": "ignore",
            "RASA_TELEMETRY_ENABLED": "false",
        },
    )
    yield path
    process.terminate()
    assert process.wait(30) in (0, -15)


def test_the_engine_answers_without_a_network_and_without_what_is_left_out(lone_engine: Path) -> None:
    transport = httpx.HTTPTransport(uds=str(lone_engine))
    with httpx.Client(transport=transport, base_url="http://engine", timeout=60) as client:

        def ready() -> bool:
            try:
                return client.get("/gereed").status_code == 200
            except httpx.HTTPError:
                return False

        eventually(ready)
        headers = {"authorization": f"Bearer {TOKEN}"}
        turn = client.post("/turn", json={"state": {}, "text": None, "choice": "help"}, headers=headers).json()
        heard = client.post("/nlu", json={"text": "ik wil de zelfscan beginnen"}, headers=headers).json()
    assert turn["replies"] and not turn["error"]
    assert heard["intent"]
    assert lone_engine.stat().st_mode & 0o777 == 0o660
