"""What is wrong with the content, told to the editor: file, line, key, what, why, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Problem(str):
    """One line for the editor. `file` and `path` say where it stands; `line` is 0 while nobody looked it up."""

    file: str
    path: tuple[Any, ...]
    line: int
    _rest: str

    def __new__(cls, file: str, path: Iterable[Any], rest: str, line: int = 0) -> Problem:
        made = super().__new__(cls, f"{file}: regel {line}: {rest}" if line else f"{file}: {rest}")
        made.file, made.path, made.line, made._rest = file, tuple(path), line, rest
        return made

    def at(self, line: int) -> Problem:
        """The same problem with its line number."""
        return Problem(self.file, self.path, self._rest, line)


class ContentError(Exception):
    """The content cannot be used. `problems` lists everything that was found, not only the first thing."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def problem(file: str, path: Iterable[Any], text: str, *, name: str | None = None, line: int = 0) -> Problem:
    """One line: the file, the key in it (`questions[3].tip`) and the text.

    `name` is what an editor calls the place, where that says more than the key: the id of a question.
    """
    parts = tuple(path)
    key = name
    if key is None:
        key = ""
        for part in parts:
            key += f"[{part}]" if isinstance(part, int) else f".{part}" if key else str(part)
    return Problem(file, parts, f"{key}: {text}" if key else text, line)


def schema_problems(file: str, error: Any) -> list[Problem]:
    """A jsonschema ValidationError in the editor's language; one line per thing to change."""
    path, expected = list(error.absolute_path), error.validator_value
    if error.validator == "required":
        missing = [key for key in expected if isinstance(error.instance, dict) and key not in error.instance]
        return [problem(file, [*path, key], f"ontbreekt. {_ADD}") for key in missing]
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        extra = [key for key in error.instance if key not in known]
        remedy = f"Kies uit: {', '.join(known)}"
        return [problem(file, [*path, key], f"deze sleutel bestaat niet. {remedy}") for key in extra]
    if error.validator == "dependencies":
        absent = {key for given, needed in expected.items() if given in error.instance for key in needed}
        return [problem(file, [*path, key], f"ontbreekt. {_ADD}") for key in sorted(absent - set(error.instance))]
    if error.validator == "not":
        return [problem(file, path, "hoort hier niet. Haal deze sleutel weg")]
    if error.validator == "pattern":
        form = _FORMS.get(
            "checked" if path and path[-1] == "checked" else expected, f"heeft niet de juiste vorm. {_COMPARE}"
        )
        return [problem(file, path, form)]
    wanted = ", ".join(map(str, expected)) if isinstance(expected, list) else expected
    text = _TEXTS.get(error.validator, f"klopt niet met het schema ({{1}}). {_COMPARE}")
    return [problem(file, path, text.format(wanted, error.validator, _KINDS.get(str(expected), "")))]


_ADD = "Voeg deze sleutel toe, of kijk of de naam goed is gespeld"
_COMPARE = "Vergelijk met een ander onderdeel van dit bestand"
_KINDS = {
    "string": "Schrijf een tekst, en zet aanhalingstekens om een nummer of datum",
    "integer": "Schrijf een heel getal, zonder aanhalingstekens",
    "boolean": "Schrijf true of false, zonder aanhalingstekens",
    "object": "Schrijf hier sleutels met waarden",
    "array": "Maak er een lijst van: [een, twee]",
}
_ID_FORM = "mag alleen kleine letters, cijfers en _ hebben, en begint met een letter. Schrijf de id zo op"
_FORMS = {
    "checked": 'is geen datum. Schrijf de dag zo, met aanhalingstekens: "jaar-maand-dag"',
    "^[a-z][a-z0-9_]*$": _ID_FORM,
    "^[a-z][a-z0-9_.:]*$": _ID_FORM,
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": 'is geen datum. Schrijf de dag zo, met aanhalingstekens: "jaar-maand-dag"',
    "^[^<>]*$": "opmaak: hier mag geen < of > in. Haal die tekens weg",
    "^[A-Z]{1,2}[0-9]{1,2}$": "is een of twee hoofdletters en een nummer, zoals WI8. Schrijf de ref zo op",
    "^https?://\\S+$": "is geen webadres. Begin met https://",
    "^(tel:\\+?[0-9]+|mailto:[^@\\s]+@[^@\\s]+|https://\\S+)$": (
        "is geen adres dat een knop kan openen. Schrijf tel: en alleen cijfers, of mailto: en een mailadres, of https://"
    ),
    "^[0-2][0-9]:[0-5][0-9]$": 'is geen tijd. Schrijf hem zo: "09:00"',
}
_TEXTS = {
    "type": "moet van het soort {0} zijn. {2}",
    "enum": "moet een van deze waarden zijn: {0}. Kies een waarde uit dit rijtje",
    "maxLength": "is langer dan {0} tekens. Maak de tekst korter",
    "minLength": "is leeg. Schrijf hier een tekst",
    "minItems": "moet minstens {0} onderdelen hebben. Vul de lijst aan",
    "maxItems": "mag hooguit {0} onderdelen hebben. Haal er een weg",
    "minProperties": "moet minstens {0} sleutels hebben. Vul aan",
    "uniqueItems": "noemt iets twee keer. Haal er een weg",
    "minimum": "moet minstens {0} zijn. Kies een hoger getal",
    "maximum": "mag hooguit {0} zijn. Kies een lager getal",
    "oneOf": "is geen voorwaarde: gebruik question met is, is_not of any_of, of all, of any",
}
