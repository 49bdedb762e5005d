"""The reader tells nobody anything: the library that runs it sends reports to its maker unless it is told not to."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.support.places import ROOT

READS = """
from bot.reader.encoder import packaged_encoder
packaged_encoder().read("er staat iemand voor mijn deur")
"""


def test_a_reading_leaves_no_report_and_no_mark_of_this_machine(tmp_path: Path) -> None:
    """As in use: without the variables by which the library takes itself to be under test."""
    environment = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": os.environ["PATH"]}
    python = ROOT / ".venv" / "bin" / "python"
    done = subprocess.run([str(python), "-c", READS], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert "telemetry" not in done.stderr
