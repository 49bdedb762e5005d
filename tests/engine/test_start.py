"""The engine refuses to start on anything but the model that belongs to these training files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from engine.__main__ import _private_socket
from engine.model import ModelError, _refuse_unsafe_members
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


def packed(folder: Path, name: str, kind: bytes = tarfile.REGTYPE) -> Path:
    """A model with one member."""
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, "/etc/passwd"
    with tarfile.open(folder / "model.tar.gz", "w:gz") as model:
        model.addfile(member)
    return folder / "model.tar.gz"


UNSAFE = [
    ("../../../../../../tmp/ingeslopen.json", tarfile.REGTYPE),
    ("components/../../ingeslopen.json", tarfile.REGTYPE),
    ("/tmp/ingeslopen.json", tarfile.REGTYPE),
    ("components/ingeslopen.py", tarfile.REGTYPE),
    ("components/ingeslopen.pkl", tarfile.REGTYPE),
    ("components/naar.json", tarfile.SYMTYPE),
    ("components/naar.json", tarfile.LNKTYPE),
    ("components/naar.json", tarfile.FIFOTYPE),
    ("../map", tarfile.DIRTYPE),
]


@pytest.mark.parametrize(("name", "kind"), UNSAFE)
def test_a_model_that_would_write_elsewhere_is_refused(tmp_path: Path, name: str, kind: bytes) -> None:
    with pytest.raises(ModelError, match="holds what no model holds"):
        _refuse_unsafe_members(packed(tmp_path, name, kind))
    _refuse_unsafe_members(packed(tmp_path, "components/meer.json"))


def test_it_is_refused_at_the_start_also_when_its_record_says_it_is_the_one(tree: Path) -> None:
    packed(tree, "../../ingeslopen.json").replace(tree / "models" / "woningscan.tar.gz")
    subprocess.run([sys.executable, "-m", "engine.model", "record"], cwd=tree, check=True)
    done = start(tree)
    assert done.returncode == 3 and "holds what no model holds" in done.stderr
    assert not list(tree.rglob("ingeslopen*"))


def test_a_model_that_is_no_archive(tree: Path) -> None:
    (tree / "models" / "woningscan.tar.gz").write_bytes(b"x" * 100)
    subprocess.run([sys.executable, "-m", "engine.model", "record"], cwd=tree, check=True)
    done = check(tree)
    assert done.returncode == 1 and "cannot be unpacked" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(("for_group", "rights"), [(False, 0o600), (True, 0o660)])
def test_the_socket_is_for_this_user_alone_or_for_its_group(tmp_path: Path, for_group: bool, rights: int) -> None:
    path = tmp_path / "s"
    before = os.umask(0)
    try:
        for _ in range(2):  # one that was left over is no hindrance
            _private_socket(str(path), for_group=for_group).close()
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == rights


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
