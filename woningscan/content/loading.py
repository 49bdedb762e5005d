"""Reads the YAML of a content folder, checks its shape against the schemas and builds the model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import SchemaError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from woningscan.content.building import build_content
from woningscan.content.contacts import contact_problems
from woningscan.content.model import Content
from woningscan.content.problems import ContentError, Problem, problem, schema_problems
from woningscan.content.texts import forbidden_texts

MAX_BYTES = 256 * 1024
"""Per file. The largest is a tenth of it; a bigger one is a mistake, and parsing YAML is slow."""

THEMES = "questionnaire"
APPROVAL = "content.yml"
NOT_SAID = frozenset({"ids.yml", APPROVAL})
"""Files that are about the content and of which nothing is ever said; who checks and signs it reads them."""
_MISSING = "dit bestand ontbreekt. Zet het terug, met precies deze naam"
_UNREAD = "Geef het de naam van een bestand dat wel wordt gelezen, of haal het weg"
_SCHEMAS = {
    "intake.yml": "questions",
    "triage.yml": "questions",
    "profile.yml": "questions",
    "routes.yml": "routes",
    "sources.yml": "sources",
    "answers.yml": "answers",
    "booking.yml": "booking",
    "desk.yml": "desk",
    "answer_words.yml": "answer_words",
    "messages.yml": "texts",
    "labels.yml": "texts",
}
_SHAPES = _SCHEMAS | {APPROVAL: "content"}


@dataclass(frozen=True)
class Read:
    """The files of a content folder: `parsed` has those that fit their schema; `complete` when that is every file."""

    parsed: Mapping[str, Any]
    complete: bool
    problems: tuple[Problem, ...]
    version: str


def load_content(folder: Path) -> Content:
    """The content of `folder`, complete and well-formed. What it promises is proven by `woningscan.content.check`.

    Raises ContentError with every problem found: missing or unknown files, broken YAML, wrong shape, contact details
    or markup in a text, contacts that do not agree with themselves, references that lead nowhere.
    Content that was loaded before and has not changed since is not read again: who holds it, may not change it.
    """
    return _loaded(folder, _fingerprint(folder))


@lru_cache(maxsize=8)
def _loaded(folder: Path, _as_it_is: str) -> Content:
    read = read_content(folder)
    if read.problems:
        raise ContentError(_with_lines(folder, read.problems))
    try:
        return build_content(read.parsed, read.version)
    except ContentError as error:
        raise ContentError(_with_lines(folder, error.problems)) from None


def read_content(folder: Path) -> Read:
    """Every file on its own: what can be said without knowing the others."""
    files, problems = _files(folder)
    parsed: dict[str, Any] = {}
    for name, path in files.items():
        data, found = _parse(name, path)
        found = found or _check_shape(folder, name, data)
        problems += found
        if not found:
            parsed[name] = data
    complete = not problems
    for name, data in parsed.items():
        problems += forbidden_texts(name, data)
        if name == "routes.yml":
            problems += contact_problems(data["contacts"])
    return Read(parsed, complete, tuple(problems), _version(files))


def _with_lines(folder: Path, problems: Iterable[Problem]) -> list[Problem]:
    from woningscan.content.lines import with_lines  # only needed once something is wrong

    return with_lines(folder, problems)


def load_office_hours(folder: Path) -> dict[str, Any]:
    """When the secretariat answers: `{confirmed, days, from, until}`. No fact to tell while `confirmed` is False."""
    return dict(_one_file(folder, "booking.yml")["office_hours"])


def load_approval(folder: Path) -> dict[str, Any]:
    """Which version was approved: `{version, approved_by, on, contents, safety}`; only `version: 0` while none was.

    Raises ContentError for a file that is gone or has another shape.
    """
    return _one_file(folder, APPROVAL)


def _one_file(folder: Path, name: str) -> dict[str, Any]:
    data, problems = _parse(name, folder / name)
    problems = problems or _check_shape(folder, name, data)
    if problems:
        raise ContentError(_with_lines(folder, problems))
    return dict(data)


def _files(folder: Path) -> tuple[dict[str, Path], list[Problem]]:
    """Every content file by its name in the folder, and what is missing or would silently not be read."""
    themes = sorted((folder / THEMES).glob("*.yml"))
    files = {name: folder / name for name in _SCHEMAS} | {f"{THEMES}/{path.name}": path for path in themes}
    missing = [name for name, path in files.items() if not path.is_file()]
    problems = [problem(name, (), _MISSING) for name in missing]
    if not themes:
        problems.append(problem(THEMES, (), "er is geen enkel thema. Zet de bestanden van de thema's terug"))
    found = [*folder.glob("*.y*ml"), *(folder / THEMES).glob("*.y*ml")]
    names = {path.relative_to(folder).as_posix() for path in found}
    unread = sorted(names - set(files) - NOT_SAID)
    problems += [problem(name, (), f"dit bestand wordt niet gelezen. {_UNREAD}") for name in unread]
    return {name: path for name, path in files.items() if path.is_file()}, problems


def _parse(name: str, path: Path) -> tuple[Any, list[Problem]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            return None, [problem(name, (), f"is groter dan {MAX_BYTES // 1024} kB. Maak het kleiner")]
        return YAML(typ="safe").load(path.read_bytes().decode("utf-8")), []
    except FileNotFoundError:
        return None, [problem(name, (), _MISSING)]
    except UnicodeDecodeError:
        return None, [problem(name, (), "is geen tekst in UTF-8. Bewaar het opnieuw als UTF-8")]
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, [problem(name, (), f"geen geldige YAML: {error.problem}. {_yaml_remedy(error)}", line=line)]
    except (YAMLError, ValueError, RecursionError) as error:
        return None, [problem(name, (), f"geen geldige YAML: {str(error)[:200]}. {_YAML_REMEDY}")]


_MISPLACED = "Een thema (theme) staat in de map questionnaire, de regels (rules) staan in triage.yml"
_YAML_REMEDY = "Kijk of er een aanhalingsteken, dubbele punt of inspringing mist"


def _yaml_remedy(error: MarkedYAMLError) -> str:
    """What to do about a mistake of form, and from which line on to look when it began earlier."""
    said = str(error.problem)
    if "'\\t'" in said:
        return "Vervang de tab door spaties"
    if "duplicate" in said:
        return "Deze sleutel staat er twee keer. Haal er een weg of geef hem een andere naam"
    if "mapping values" in said:
        return "Staat er een dubbele punt in de tekst? Zet dan aanhalingstekens om de hele tekst"
    began = error.context_mark.line + 1 if error.context_mark else 0
    return f"{_YAML_REMEDY}{f', vanaf regel {began}' if began else ''}"


def _check_shape(folder: Path, name: str, data: Any) -> list[Problem]:
    schema = _SHAPES.get(name, "questions")
    if schema == "questions" and isinstance(data, dict):
        belongs = {"theme": name.startswith(THEMES), "rules": name == "triage.yml"}
        misplaced = [key for key, here in belongs.items() if (key in data) != here]
        if misplaced:
            return [problem(name, (key,), f"ontbreekt of hoort hier niet. {_MISPLACED}") for key in misplaced]
    described = f"schemas/{schema}.schema.json"
    try:
        validator = _validator(folder / described)
    except (OSError, ValueError, SchemaError) as error:
        line = getattr(error, "lineno", 0)
        return [problem(described, (), "is niet te lezen. Zet dit bestand terug zoals het was", line=line)]
    errors = sorted(validator.iter_errors(data), key=lambda error: [str(part) for part in error.absolute_path])
    found = [line for error in errors for line in schema_problems(name, error)]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=64)
def _validator(path: Path) -> Draft7Validator:
    described = json.loads(path.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(described)
    return Draft7Validator(described)


def _fingerprint(folder: Path) -> str:
    """Changes with any change of what is read to load the content, the schemas too."""
    paths = [*folder.glob("*.y*ml"), *(folder / THEMES).glob("*.y*ml"), *(folder / "schemas").glob("*.json")]
    return _version({path.relative_to(folder).as_posix(): path for path in paths if path.is_file()})


def _version(files: dict[str, Path]) -> str:
    """Changes with any change of the content: saved answers carry it."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name].read_bytes() + b"\0")
    return digest.hexdigest()[:12]
