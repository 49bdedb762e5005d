"""`woningscan …`, in a process of its own where that is what is tested, and otherwise in the process of the tests."""

from __future__ import annotations

import io
import os
import subprocess
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.commands.main import main
from bot.settings import ROOT


@dataclass(frozen=True)
class Ended:
    """`output` and `errors` are what the command wrote, as bytes; `stdout` and `stderr` the same as text."""

    returncode: int
    output: bytes
    errors: bytes

    @property
    def stdout(self) -> str:
        return self.output.decode()

    @property
    def stderr(self) -> str:
        return self.errors.decode()


Command = Callable[..., Ended]


@pytest.fixture
def run_command(tmp_path: Path) -> Command:
    """As another program runs it: costs two seconds, so once for each way in which it is called."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Ended:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("WONINGSCAN_")}
        ended = subprocess.run(
            [ROOT / ".venv" / "bin" / "python", "-m", "bot", *arguments],
            input=stdin,
            capture_output=True,
            cwd=ROOT,
            env={**inherited, "WONINGSCAN_DATA_DIR": str(tmp_path), **environment},
            timeout=300,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run


@pytest.fixture
def run_here(tmp_path: Path) -> Command:
    """As `run_command`, without a process of its own: for what has been shown once with one."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Ended:
        written, told = io.BytesIO(), io.BytesIO()
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith("WONINGSCAN_")]:
                patch.delenv(name)
            for name, value in {"WONINGSCAN_DATA_DIR": str(tmp_path), **environment}.items():
                patch.setenv(name, value)
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            patch.setattr("sys.stdout", io.TextIOWrapper(written, "utf-8", write_through=True))
            patch.setattr("sys.stderr", io.TextIOWrapper(told, "utf-8", write_through=True))
            try:
                status = main(list(arguments))
            except Exception:
                traceback.print_exc()
                status = 1
            return Ended(status, written.getvalue(), told.getvalue())

    return run
