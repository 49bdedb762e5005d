"""What is wrong with the routes: a part that is gone, a step that endangers, answers that lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from woningscan.content.check.routes.needed import KINDS, ROUTES, OfAKind
from woningscan.content.check.routes.parts import LEAD, NEVER_AT_DANGER, Part
from woningscan.content.model import Content
from woningscan.content.problems import Problem, problem
from woningscan.content.references import alternatives
from woningscan.content.texts import sentences, texts_in
from woningscan.safety.triage import STOPPING_LEVELS, route_for

FILE = "routes.yml"
BACK = "Zet het terug, eventueel in andere woorden"


def route_problems(routes: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """`routes` as they are written, with placeholders."""
    for key in ROUTES:
        if key not in routes:
            text = f"deze route is weg, en de chatbot gebruikt haar. Zet haar terug. {alternatives(key, routes)}"
            yield problem(FILE, ("routes", key), text)
    for key, route in routes.items():
        if key not in ROUTES:
            yield problem(
                FILE,
                ("routes", key),
                "van deze route is niet bekend wat er niet uit mag. Vraag de ontwikkelaar om haar in"
                " woningscan/content/check/routes/needed.py te zetten",
            )
            continue
        needed = ROUTES[key]
        if route["level"] != needed.level:
            text = f"deze route hoort bij {needed.level}. Zet level: {needed.level} terug"
            yield problem(FILE, ("routes", key, "level"), text)
        for part in needed.parts:
            if not _says(route, part):
                place = part.where or ("steps" if route["steps"] else "close")
                yield problem(FILE, ("routes", key, place), f"hier is een vast onderdeel weg: {part.told}. {BACK}")
        yield from _kind_problems(key, route.get("kinds", {}))
        if needed.level in STOPPING_LEVELS:
            yield from _never_at_danger(key, route)


def _never_at_danger(key: str, route: Mapping[str, Any]) -> Iterator[Problem]:
    for path, text in texts_in({part: route[part] for part in ("lead", "steps", "kinds", "close") if part in route}):
        for pattern, told in NEVER_AT_DANGER:
            if any(pattern.search(sentence) for sentence in sentences(text)):
                yield problem(FILE, ("routes", key, *path), f"bij gevaar is dit gevaarlijk: {told}. Haal het weg")


def _kind_problems(key: str, kinds: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """What a step for one kind of danger may not lose, and may never say."""
    for kind in (name for name in KINDS.get(key, {}) if name not in kinds):
        text = f"de stappen voor {kind} zijn weg. Zet ze terug. {alternatives(kind, kinds)}"
        yield problem(FILE, ("routes", key, "kinds"), text)
    for kind, steps in kinds.items():
        path = ("routes", key, "kinds", kind)
        if "?" not in sentences(steps[0])[0]:
            text = "begin met een vraag, zoals 'Is er brand?': de soort gevaar kan verkeerd gelezen zijn"
            yield problem(FILE, path, text)
        needed = KINDS.get(key, {}).get(kind, OfAKind())
        said = [sentence for step in steps for sentence in sentences(step)]
        for part in needed.parts:
            if not any(part.sense.search(sentence) for sentence in said):
                yield problem(FILE, path, f"hier is een vast onderdeel weg: {part.told}. {BACK}")
        for pattern, told in needed.never:
            if any(pattern.search(sentence) for sentence in said):
                yield problem(FILE, path, f"bij {kind} is dit gevaarlijk: {told}. Haal het weg")


def triage_problems(content: Content) -> Iterator[Problem]:
    """Answers that no longer lead to the route they must lead to: a threat would be taken for less than it is."""
    for key, needed in ROUTES.items():
        for answers in needed.reached_by:
            found = route_for(content, answers)
            if found is None or found.id != key:
                given = ", ".join(f"{question} = {value}" for question, value in answers.items())
                led = f"leidt naar {found.id}" if found else "leidt nergens heen"
                index = next(
                    (at for at, rule in enumerate(content.triage_rules) if rule.route == key and rule.when), None
                )
                path = ("rules",) if index is None else ("rules", index)
                text = f"{given} {led}, en moet leiden naar {key}. Zet de regels en antwoorden terug"
                yield problem("triage.yml", path, text)


def _says(route: Mapping[str, Any], part: Part) -> bool:
    texts = [route["lead"]] if part.where == LEAD else [route["lead"], *route["steps"], route["close"]]
    return any(part.sense.search(sentence) for text in texts for sentence in sentences(text))
