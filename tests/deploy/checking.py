"""The programs that look over deploy/, and its files read as they are used."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.support.databases import cannot
from tests.support.places import ROOT

DEPLOY = ROOT / "deploy"
TOOLS = ROOT / ".tools" / "deploy" / "bin"


def ran(program: str, *arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """A program of `tools/deploy_checks.sh`, or one of this machine. A missing one leaves out no test where all run."""
    path = TOOLS / program if (TOOLS / program).exists() else shutil.which(program)
    if path is None:
        cannot(f"no {program}: run tools/deploy_checks.sh, or install it")
    return subprocess.run([str(path), *map(str, arguments)], input=given, capture_output=True, text=True)


@cache
def compose() -> dict[str, Any]:
    """With the images that are taken where nobody names another."""
    text = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", (DEPLOY / "compose.yml").read_text(encoding="utf-8"))
    loaded: dict[str, Any] = json.loads(json.dumps(YAML(typ="safe").load(text)))
    return loaded


@cache
def manifests() -> list[dict[str, Any]]:
    """What Kustomize makes of the base."""
    made = ran("kubectl", "kustomize", DEPLOY)
    assert made.returncode == 0, made.stderr
    return list(YAML(typ="safe").load_all(made.stdout))


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [manifest for manifest in manifests() if manifest["kind"] == kind]
