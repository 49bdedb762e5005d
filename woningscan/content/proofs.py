"""Proofs by search: the triage always leads somewhere, every question can come up, nobody ends without questions."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.scan.conditions import holds
from woningscan.scan.questionnaire import LENGTH_QUESTION, questions_in_order
from woningscan.scan.triage import STOPPING_LEVELS, route_for

SEVERITY = ("acuut", "concreet", "diffuus", "geen")
FROM_FREE_TEXT = frozenset({"zorg", "zorg_acuut", "acuut_kind"})
"""Routes that no triage answer leads to: what people write about themselves does."""
NEEDED_ROUTES = frozenset(
    {"acuut", "concreet", "concreet_bekend", "doxing", "diffuus", "geen", "zorg", "zorg_acuut", "acuut_kind"}
)
ALARM = "alarmnummer"
MAX_COMBINATIONS = 20_000


def triage_is_total(content: Content) -> Iterator[str]:
    """Every way through the triage ends in one route, every route can be reached, the most severe are tested first."""
    reached = set()
    for answers in _triage_paths(content, {}):
        route = route_for(content, answers)
        if route is None:
            yield f"triage: deze antwoorden leiden nergens heen: {answers}"
        else:
            reached.add(route.id)
    for rule in content.triage_rules:
        if rule.route not in reached:
            yield f"triage.rules: de route {rule.route} wordt nooit bereikt"
        if rule.when is not None:
            yield from _condition("triage.rules", rule.when, {question.id: question for question in content.triage})
    for question in content.triage:
        if question.skippable:
            yield f"{question.id}: een vraag van de triage mag niet worden overgeslagen"
    levels = [SEVERITY.index(content.routes[rule.route].level) for rule in content.triage_rules]
    if levels != sorted(levels):
        yield "triage.rules: de zwaarste regels moeten bovenaan staan"
    yield from _routes(content, reached)


def everyone_is_served(content: Content) -> Iterator[str]:
    """With every set of answers before the themes, short and full, each theme has a question; a skip hides nothing."""
    before: dict[str, Question] = {
        question.id: question for question in (*content.intake, *content.triage, *content.profile)
    }
    themed = [question for theme in content.themes for question in theme.questions]
    broken = list(_conditions(content, before, themed))
    yield from broken
    if broken:
        return
    asked: set[str] = set()
    empty: set[tuple[str, str]] = set()
    for answers in _combinations(before, [question.show_if for question in (*content.profile, *themed)]):
        for length in ("kort", "volledig"):
            found = questions_in_order(content, {**answers, LENGTH_QUESTION: length})
            asked |= {question.id for question in found}
            served = {question.theme for question in found}
            empty |= {(theme.id, length) for theme in content.themes if theme.id not in served}
    for theme, length in sorted(empty):
        yield f"{theme}: wie bepaalde antwoorden geeft, krijgt hier geen vraag in de scan '{length}'"
    for question in themed:
        if question.id not in asked:
            yield f"{question.id}: deze vraag wordt nooit gesteld"


def _routes(content: Content, reached: set[str]) -> Iterator[str]:
    for missing in sorted(NEEDED_ROUTES - set(content.routes)):
        yield f"routes.{missing}: ontbreekt"
    alarm = content.contacts[ALARM].value
    for route in content.routes.values():
        if route.id not in reached | FROM_FREE_TEXT:
            yield f"routes.{route.id}: niets leidt naar deze route"
        texts = (route.lead, *route.steps, route.close)
        if not any(alarm in text for text in texts):
            yield f"routes.{route.id}: noemt het alarmnummer niet"
        if route.level in STOPPING_LEVELS and alarm not in route.lead:
            yield f"routes.{route.id}.lead: begint niet met het alarmnummer"
    acute = content.routes.get("acuut")
    if acute and (acute.lead.rstrip(".").count(". ") or len(acute.lead) > 40):
        yield "routes.acuut.lead: moet één korte zin zijn"


def _triage_paths(content: Content, answers: dict[str, str]) -> Iterator[dict[str, str]]:
    """Every set of answers at which the triage stops asking: a stopping rule matched, or no question is left."""
    if answers and any(rule.when and holds(rule.when, answers) for rule in content.triage_rules):
        yield answers
        found = route_for(content, answers)
        if found is not None and found.level in STOPPING_LEVELS:
            return
    asked = next((q for q in content.triage if q.id not in answers and holds(q.show_if, answers)), None)
    if asked is None:
        yield answers
        return
    for choice in asked.choices:
        yield from _triage_paths(content, {**answers, asked.id: choice.value})


def _conditions(content: Content, before: Mapping[str, Question], themed: list[Question]) -> Iterator[str]:
    earlier: dict[str, Question] = {}
    for question in (*before.values(), *themed):
        if question.show_if is not None:
            yield from _condition(question.id, question.show_if, earlier)
            if _skip_hides(question.show_if, earlier):
                yield f"{question.id}.show_if: wie een vraag overslaat, moet deze vraag wel krijgen"
        if question.section != "theme":
            earlier[question.id] = question
    for key, answer in content.answers.items():
        for variant in answer.get("variants", ()):
            yield from _condition(f"answers.{key}.variants", variant["show_if"], content.questions)


def _skip_hides(condition: Mapping[str, Any], earlier: Mapping[str, Question]) -> bool:
    """Whether some answer makes the condition true where skipping that question, or not being asked it, does not."""
    for answers in _combinations({key: earlier[key] for key in _subjects(condition) if key in earlier}, [condition]):
        for key in answers:
            if earlier[key].skippable and holds(condition, answers):
                without = {other: value for other, value in answers.items() if other != key}
                if not (holds(condition, without) and holds(condition, {**without, key: SKIPPED})):
                    return True
    return False


def _condition(key: str, condition: Mapping[str, Any], known: Mapping[str, Question]) -> Iterator[str]:
    """A condition names questions that were asked before, and values that these have."""
    for part in _leaves(condition):
        question = known.get(part["question"])
        if question is None:
            yield f"{key}: de voorwaarde noemt {part['question']}, en die vraag is er dan nog niet"
            continue
        values = part.get("any_of") or [part.get("is", part.get("is_not"))]
        for value in values:
            if question.choice(value) is None:
                yield f"{key}: de voorwaarde noemt {part['question']} {value}, maar dat antwoord bestaat niet"


def _leaves(condition: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for part in condition.get("all", condition.get("any", ())):
        yield from _leaves(part)
    if "question" in condition:
        yield condition


def _subjects(condition: Mapping[str, Any] | None) -> list[str]:
    return list(dict.fromkeys(part["question"] for part in _leaves(condition or {})))


def _combinations(
    before: Mapping[str, Question], conditions: Iterable[Mapping[str, Any] | None]
) -> Iterator[dict[str, str]]:
    """Every combination of answers that conditions look at, skips included; a fixed sample if there are too many."""
    named = dict.fromkeys(key for condition in conditions for key in _subjects(condition))
    subjects = [key for key in named if key in before]
    options = []
    for key in subjects:
        values = [choice.value for choice in before[key].choices]
        options.append([*values, SKIPPED] if before[key].skippable else values)
    if math.prod(map(len, options)) <= MAX_COMBINATIONS:
        yield from (dict(zip(subjects, values, strict=True)) for values in itertools.product(*options))
        return
    pick = random.Random(0)  # noqa: S311 - a sample that is the same every time, not a secret
    for _ in range(MAX_COMBINATIONS):
        yield {key: pick.choice(values) for key, values in zip(subjects, options, strict=True)}
