"""`woningscan check` is what an editor waits for: it loads nothing of what only a running assistant needs."""

from __future__ import annotations

import subprocess

from bot.settings import ROOT

CHECKS = "import sys; from bot.commands.main import main; status = main(['check']); print(status, *sys.modules)"


def test_it_loads_neither_the_store_nor_the_encoder() -> None:
    ended = subprocess.run([ROOT / ".venv/bin/python", "-c", CHECKS], capture_output=True, text=True, cwd=ROOT)
    status, *modules = ended.stdout.splitlines()[-1].split()
    assert status == "0" and "woningscan.content.check" in modules, ended.stderr
    assert {"sqlalchemy", "onnxruntime", "uvicorn", "httpx"}.isdisjoint(modules)
