"""The bill of materials of an environment, as CycloneDX 1.6 in JSON: each package of a lock, its hashes and licence.

    python -m tools.sbom app          # also dev, engine, engine-dev, tools, train, and widget

Licences are those that the installed packages state, so run it with the Python of that environment.
"""

from __future__ import annotations

import base64
import json
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_BY_CLASSIFIER = re.compile(r"License :: (?:OSI Approved :: )?(.+)")
# Licences under which software may be used and given on beside ours (EUPL-1.2), by words that name them.
_ALLOWED = re.compile(
    r"\b(?:MIT|BSD|0BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|LGPL|Lesser|Unlicense|CC0|HPND|Historical"
    r"|ZPL|Zope|Public Domain|CNRI|EUPL|BlueOak|Zlib|Python-2\.0|Boost|Artistic)\b",
    re.IGNORECASE,
)
_NOT_ALLOWED = re.compile(
    r"\b(?:AGPL|Affero|Proprietary|Commercial|SSPL|BUSL)|(?<!L)GPL|(?<!Lesser )General Public", re.IGNORECASE
)
STATED_ELSEWHERE = {"dnspython": "ISC", "pyphen": "LGPL-2.1-or-later OR MPL-1.1", "skops": "MIT"}
"""Of which the metadata say less or something else than the package's own files."""


def pins(lock: str) -> list[tuple[str, str, list[str]]]:
    """Name, version and hashes of every package of a lock of `requirements/`."""
    starts = [*_PIN.finditer(lock)]
    ends = [match.start() for match in starts[1:]] + [len(lock)]
    return [
        (start[1], start[2], _HASH.findall(lock[start.end() : end])) for start, end in zip(starts, ends, strict=True)
    ]


def licence_of(package: str) -> str:
    """What the installed package states: an expression, a classifier, or the first line of its text; "" without any."""
    try:
        stated = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        return ""
    classified = [match[1] for line in stated.get_all("Classifier") or () if (match := _BY_CLASSIFIER.fullmatch(line))]
    written = (stated.get("License") or "").strip().splitlines()
    if package in STATED_ELSEWHERE:
        return STATED_ELSEWHERE[package]
    expression: str = stated.get("License-Expression") or " AND ".join(classified) or (written[0] if written else "")
    return expression


def _component(name: str, version: str, purl: str, hashes: list[dict[str, str]], licence: str) -> dict[str, Any]:
    known = {"licenses": [{"license": {"name": licence}}]} if licence else {}
    return {"type": "library", "name": name, "version": version, "purl": purl, "hashes": hashes, **known}


def not_allowed(parts: list[dict[str, Any]]) -> dict[str, str]:
    """The packages whose licence does not go with ours, or is not known to, with that licence."""
    stated = {part["name"]: part["licenses"][0]["license"]["name"] for part in parts if "licenses" in part}
    return {name: of for name, of in stated.items() if _NOT_ALLOWED.search(of) or not _ALLOWED.search(of)}


def python_parts(lock: str) -> list[dict[str, Any]]:
    """The packages of a lock of `requirements/`."""
    return [
        _component(
            name,
            version,
            f"pkg:pypi/{name.lower()}@{version}",
            [{"alg": "SHA-256", "content": digest} for digest in hashes],
            licence_of(name),
        )
        for name, version, hashes in pins(lock)
    ]


def widget_parts(lock: str) -> list[dict[str, Any]]:
    """The packages that the widget is built with."""
    packages = {path: stated for path, stated in json.loads(lock)["packages"].items() if path}
    parts = []
    for path, stated in packages.items():
        name, version = path.rpartition("node_modules/")[2], stated["version"]
        digest = base64.b64decode(stated["integrity"].partition("-")[2]).hex()
        hashes = [{"alg": "SHA-512", "content": digest}]
        purl = f"pkg:npm/{name.replace('@', '%40')}@{version}"
        parts.append(_component(name, version, purl, hashes, stated.get("license", "")))
    return parts


def bill(what: str) -> dict[str, Any]:
    """The bill of one lock. Raises FileNotFoundError for one that is not there."""
    if what == "widget":
        parts = widget_parts((ROOT / "widget" / "package-lock.json").read_text(encoding="utf-8"))
    else:
        parts = python_parts((ROOT / "requirements" / f"{what}.lock").read_text(encoding="utf-8"))
    about = {"component": {"type": "application", "name": f"woningscan-{what}"}}
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": about, "components": parts}


if __name__ == "__main__":
    print(json.dumps(bill(sys.argv[1]), indent=1))
