"""`woningscan check --watch` checks again when a file is saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.places import ROOT
from woningscan.content import load_content


def test_saving_a_file_is_checked_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    command = [str(Path(sys.executable).with_name("woningscan")), "check", "--watch"]
    environment = {**os.environ, "WONINGSCAN_CONTENT_DIR": str(folder)}
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True) as watching:
        assert watching.stderr is not None
        try:
            assert load_content(folder).version in watching.stderr.readline()
            labels = folder / "labels.yml"
            labels.write_text(labels.read_text("utf-8").replace("start_scan:", "start_scam:"), encoding="utf-8")
            while watching.stderr.readline() != "\n":
                pass  # what it told of the content before it was saved
            assert "start_scan" in watching.stderr.readline()
        finally:
            watching.kill()
