"""The engine refuses to start on anything but the model that belongs to these training files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

TRAINED_ON = ("config.yml", "domain.yml", "data", "models", "engine")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of everything that the check at the start looks at."""
    for name in TRAINED_ON:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def start(tree: Path, token: str = "t" * 40) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "engine", "--socket", str(tree / "s")],
        cwd=tree,
        env={"PATH": os.environ["PATH"], "WONINGSCAN_ENGINE_TOKEN": token},
        capture_output=True,
        text=True,
        timeout=60,
    )


def check(tree: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "engine.model", "check"], cwd=tree, capture_output=True, text=True)


def test_the_copied_tree_itself_is_accepted(tree: Path) -> None:
    assert check(tree).returncode == 0, check(tree).stderr


def test_no_model(tree: Path) -> None:
    shutil.rmtree(tree / "models")
    done = start(tree)
    assert done.returncode == 3 and "no trained model" in done.stderr and "woningscan train" in done.stderr


def test_another_model_file(tree: Path) -> None:
    with (tree / "models" / "woningscan.tar.gz").open("ab") as model:
        model.write(b"x")
    done = start(tree)
    assert done.returncode == 3 and "not the one that was recorded" in done.stderr


@pytest.mark.parametrize("changed", ["config.yml", "domain.yml", "data/nlu/navigation.yml", "data/rules/scan.yml"])
def test_other_training_files(tree: Path, changed: str) -> None:
    with (tree / changed).open("a", encoding="utf-8") as file:
        file.write("\n# another line\n")
    done = start(tree)
    assert done.returncode == 3 and "was trained on" in done.stderr and "woningscan train" in done.stderr


def test_an_added_training_file(tree: Path) -> None:
    (tree / "data" / "nlu" / "extra.yml").write_text('version: "3.1"\n', encoding="utf-8")
    assert start(tree).returncode == 3


def test_a_record_that_cannot_be_read(tree: Path) -> None:
    (tree / "models" / "woningscan.json").write_text("{", encoding="utf-8")
    done = start(tree)
    assert done.returncode == 3 and "Traceback" not in done.stderr


def test_a_token_that_is_too_short(tree: Path) -> None:
    done = start(tree, token="short")
    assert done.returncode == 2 and "WONINGSCAN_ENGINE_TOKEN" in done.stderr
