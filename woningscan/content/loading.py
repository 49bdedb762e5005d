"""Reads the YAML of a content folder, checks its shape against the schemas and builds the model."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from woningscan.content.building import build_content
from woningscan.content.model import Content
from woningscan.content.problems import ContentError, problem, schema_problems
from woningscan.content.texts import forbidden_texts

MAX_BYTES = 256 * 1024
"""Per file. The largest is a tenth of it; a bigger one is a mistake, and parsing YAML is slow."""

THEMES = "questionnaire"
_SCHEMAS = {
    "intake.yml": "questions",
    "triage.yml": "questions",
    "profile.yml": "questions",
    "routes.yml": "routes",
    "sources.yml": "sources",
    "answers.yml": "answers",
    "booking.yml": "booking",
    "answer_words.yml": "answer_words",
    "messages.yml": "texts",
    "labels.yml": "texts",
}


def load_content(folder: Path) -> Content:
    """The content of `folder`, complete and well-formed. What it promises is proven by `woningscan.content.checks`.

    Raises ContentError with every problem found: missing or unknown files, broken YAML, wrong shape, contact details
    or markup in a text, references that lead nowhere.
    """
    files, problems = _files(folder)
    parsed: dict[str, Any] = {}
    for name, path in files.items():
        data, found = _parse(name, path)
        found = found or _check_shape(folder, name, data)
        problems += found
        if not found:
            parsed[name] = data
    if problems:
        raise ContentError(problems)
    return build_content(parsed, _version(files))


def load_office_hours(folder: Path) -> dict[str, Any]:
    """When the secretariat answers: `{confirmed, days, from, until}`. No fact to tell while `confirmed` is False."""
    data, problems = _parse("booking.yml", folder / "booking.yml")
    problems = problems or _check_shape(folder, "booking.yml", data)
    if problems:
        raise ContentError(problems)
    return dict(data["office_hours"])


def _files(folder: Path) -> tuple[dict[str, Path], list[str]]:
    """Every content file by its name in the folder, and what is missing or would silently not be read."""
    themes = sorted((folder / THEMES).glob("*.yml"))
    files = {name: folder / name for name in _SCHEMAS} | {f"{THEMES}/{path.name}": path for path in themes}
    problems = [problem(name, (), "dit bestand ontbreekt") for name, path in files.items() if not path.is_file()]
    if not themes:
        problems.append(problem(THEMES, (), "er is geen enkel thema"))
    found = [*folder.glob("*.y*ml"), *(folder / THEMES).glob("*.y*ml")]
    names = {path.relative_to(folder).as_posix() for path in found}
    problems += [
        problem(name, (), "dit bestand wordt niet gelezen; heet het anders?") for name in sorted(names - set(files))
    ]
    return {name: path for name, path in files.items() if path.is_file()}, problems


def _parse(name: str, path: Path) -> tuple[Any, list[str]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            return None, [problem(name, (), f"is groter dan {MAX_BYTES // 1024} kB")]
        return YAML(typ="safe").load(path.read_bytes().decode("utf-8")), []
    except UnicodeDecodeError:
        return None, [problem(name, (), "is geen tekst in UTF-8")]
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return None, [problem(name, (), f"regel {line}: geen geldige YAML: {error.problem}")]
    except (YAMLError, ValueError, RecursionError) as error:
        return None, [problem(name, (), f"geen geldige YAML: {error}")]


def _check_shape(folder: Path, name: str, data: Any) -> list[str]:
    schema = _SCHEMAS.get(name, "questions")
    if schema == "questions" and isinstance(data, dict):
        belongs = {"theme": name.startswith(THEMES), "rules": name == "triage.yml"}
        misplaced = [key for key, here in belongs.items() if (key in data) != here]
        if misplaced:
            return [problem(name, (key,), "ontbreekt of hoort hier niet") for key in misplaced]
    validator = _validator(folder / "schemas" / f"{schema}.schema.json")
    errors = sorted(validator.iter_errors(data), key=lambda error: [str(part) for part in error.absolute_path])
    found = [line for error in errors for line in schema_problems(name, error)]
    return list(dict.fromkeys(found)) or forbidden_texts(name, data)


@lru_cache(maxsize=64)
def _validator(path: Path) -> Draft7Validator:
    return Draft7Validator(json.loads(path.read_text(encoding="utf-8")))


def _version(files: dict[str, Path]) -> str:
    """Changes with any change of the content: saved answers carry it."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name].read_bytes() + b"\0")
    return digest.hexdigest()[:12]
