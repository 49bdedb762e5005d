"""What Rasa's old packages carry cannot be reached: it is not loaded, or nothing of it listens."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from engine.turn import Engine
from tools import sbom

ROOT = Path(__file__).parents[2]
ADVISORIES = YAML(typ="safe").load((ROOT / "requirements" / "advisories.yml").read_text(encoding="utf-8"))


def test_nothing_of_it_listens(engine: Engine, run: Any) -> None:
    """The engine's own socket is made by engine/host.py, and is no address of a network."""
    run(engine.turn({}, text="hallo"))
    mine = {os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()}
    tables = [Path(f"/proc/net/{kind}").read_text().splitlines()[1:] for kind in ("tcp", "tcp6")]
    listening = [row.split() for table in tables for row in table if row.split()[3] == "0A"]
    assert [row[1] for row in listening if f"socket:[{row[9]}]" in mine] == []


def test_every_licence_goes_with_ours() -> None:
    parts = sbom.bill("engine")["components"]
    assert sbom.not_allowed(parts) == {}
    assert sum("licenses" in part for part in parts) >= 0.9 * len(parts), "nearly everything here is installed"


@pytest.mark.parametrize("advisory", ADVISORIES, ids=lambda advisory: str(advisory["package"]))
def test_what_is_said_not_to_be_loaded_is_not(engine: Engine, run: Any, advisory: dict[str, Any]) -> None:
    run(engine.turn({}, text="hallo"))
    loaded = [module for module in advisory["modules"] if module in sys.modules]
    assert bool(loaded) == advisory["loaded"], f"say it as it is in requirements/advisories.yml: {loaded}"
