"""What is wrong with the content, told to the editor: file, key, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class ContentError(Exception):
    """The content cannot be used. `problems` lists everything that was found, not only the first thing."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def problem(file: str, path: Iterable[Any], text: str) -> str:
    """One line: the file, the key in it (`questions[3].tip`) and the text."""
    key = ""
    for part in path:
        key += f"[{part}]" if isinstance(part, int) else f".{part}" if key else str(part)
    return f"{file}: {key}: {text}" if key else f"{file}: {text}"


def schema_problems(file: str, error: Any) -> list[str]:
    """A jsonschema ValidationError in the editor's language; one line per thing to change."""
    path, expected = list(error.absolute_path), error.validator_value
    if error.validator == "required":
        missing = [key for key in expected if isinstance(error.instance, dict) and key not in error.instance]
        return [problem(file, [*path, key], "ontbreekt") for key in missing]
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        return [problem(file, [*path, key], "deze sleutel bestaat niet") for key in error.instance if key not in known]
    if error.validator == "dependencies":
        absent = {key for given, needed in expected.items() if given in error.instance for key in needed}
        return [problem(file, [*path, key], "ontbreekt") for key in sorted(absent - set(error.instance))]
    if error.validator == "not":
        return [problem(file, path, "hoort hier niet")]
    return [
        problem(
            file, path, _TEXTS.get(error.validator, "klopt niet met het schema ({})").format(expected, error.validator)
        )
    ]


_TEXTS = {
    "type": "moet van het soort {0} zijn",
    "enum": "moet een van deze waarden zijn: {0}",
    "maxLength": "is langer dan {0} tekens",
    "minLength": "is leeg",
    "pattern": "heeft niet de juiste vorm ({0})",
    "minItems": "moet minstens {0} onderdelen hebben",
    "maxItems": "mag hooguit {0} onderdelen hebben",
    "minProperties": "moet minstens {0} sleutels hebben",
    "uniqueItems": "noemt iets twee keer",
    "minimum": "moet minstens {0} zijn",
    "maximum": "mag hooguit {0} zijn",
    "oneOf": "is geen voorwaarde: gebruik question met is, is_not of any_of, of all, of any",
}
