"""Proofs by search: the triage always leads somewhere, every question can come up, nobody ends without questions."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from woningscan.content.check.placing import at_question
from woningscan.content.conditions import holds
from woningscan.content.contacts import ALARM
from woningscan.content.model import SKIPPED, Content, Question
from woningscan.content.problems import Problem, problem
from woningscan.content.references import alternatives
from woningscan.safety.triage import STOPPING_LEVELS, route_for
from woningscan.scan.questionnaire import LENGTH_QUESTION, questions_in_order

SEVERITY = ("acuut", "concreet", "diffuus", "geen")
FROM_FREE_TEXT = frozenset({"zorg", "zorg_acuut", "zorg_acuut_ander", "acuut_kind"})
"""Routes that no triage answer leads to: what people write about themselves does."""
NEEDED_ROUTES = frozenset({"acuut", "concreet", "concreet_bekend", "doxing", "diffuus", "geen"}) | FROM_FREE_TEXT
MAX_COMBINATIONS = 20_000
"""Questions of the themes: what takes at most a few minutes."""


def triage_is_total(content: Content) -> Iterator[Problem]:
    """Every way through the triage ends in one route, every route can be reached, the most severe are tested first."""
    reached = set()
    for answers in _triage_paths(content, {}):
        route = route_for(content, answers)
        if route is None:
            yield _rules(("rules",), f"deze antwoorden leiden nergens heen: {answers}. Voeg een regel toe", "triage")
        else:
            reached.add(route.id)
    for index, rule in enumerate(content.triage_rules):
        path = ("otherwise",) if rule.when is None else ("rules", index)
        if rule.route not in reached:
            remedy = "Kijk of een regel erboven haar verdringt en of de antwoorden in de voorwaarde bestaan"
            yield _rules(path, f"de route {rule.route} wordt nooit bereikt. {remedy}")
        if rule.when is not None:
            for text in _condition(rule.when, {question.id: question for question in content.triage}):
                yield _rules(path, text)
    for question in content.triage:
        if question.skippable:
            text = "een vraag van de triage mag niet worden overgeslagen. Zet skippable op false"
            yield at_question(question, text)
    levels = [SEVERITY.index(content.routes[rule.route].level) for rule in content.triage_rules]
    if levels != sorted(levels):
        yield _rules(("rules",), "de zwaarste regels moeten bovenaan staan. Zet de volgorde terug")
    yield from _routes(content, reached)


def everyone_is_served(content: Content) -> Iterator[Problem]:
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
    for answers in combinations(before, [question.show_if for question in (*content.profile, *themed)]):
        for length in ("kort", "volledig"):
            found = questions_in_order(content, {**answers, LENGTH_QUESTION: length})
            asked |= {question.id for question in found}
            served = {question.theme for question in found}
            empty |= {(theme.id, length) for theme in content.themes if theme.id not in served}
    for theme, length in sorted(empty):
        text = f"wie bepaalde antwoorden geeft, krijgt hier geen vraag in de scan '{length}'"
        remedy = "Geef minstens één vraag van dit thema priority: 3 en geen show_if"
        yield problem(f"questionnaire/{theme}.yml", ("questions",), f"{text}. {remedy}", name=theme)
    for question in themed:
        if question.id not in asked:
            remedy = "De voorwaarde is altijd onwaar. Wijzig show_if of haal die weg"
            yield at_question(question, f"deze vraag wordt nooit gesteld. {remedy}", "show_if")


def _routes(content: Content, reached: set[str]) -> Iterator[Problem]:
    for missing in sorted(NEEDED_ROUTES - set(content.routes)):
        text = f"ontbreekt. De chatbot gebruikt deze route: zet haar terug. {alternatives(missing, content.routes)}"
        yield problem("routes.yml", ("routes", missing), text, name=f"routes.{missing}")
    if ALARM not in content.contacts:
        text = f"ontbreekt. Zet het contact {ALARM} terug"
        yield problem("routes.yml", ("contacts", ALARM), text, name=f"contacts.{ALARM}")
        return
    alarm = content.contacts[ALARM].value
    for route in content.routes.values():
        if route.id not in reached | FROM_FREE_TEXT:
            yield _route(route.id, "", "niets leidt naar deze route. Maak een regel in triage.yml, of haal haar weg")
        texts = (route.lead, *route.steps, route.close)
        if not any(alarm in text for text in texts):
            yield _route(route.id, "", "noemt het alarmnummer niet. Zet {alarmnummer} in de tekst")
        if route.level in STOPPING_LEVELS and alarm not in route.lead:
            yield _route(route.id, "lead", "begint niet met het alarmnummer. Zet {alarmnummer} in lead")
    acute = content.routes.get("acuut")
    if acute and (acute.lead.rstrip(".").count(". ") or len(acute.lead) > 40):
        yield _route("acuut", "lead", "moet één korte zin zijn. Zet de rest bij steps")


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


def _conditions(content: Content, before: Mapping[str, Question], themed: list[Question]) -> Iterator[Problem]:
    earlier: dict[str, Question] = {}
    for question in (*before.values(), *themed):
        if question.show_if is not None:
            for text in _condition(question.show_if, earlier):
                yield at_question(question, text, "show_if")
            if _skip_hides(question.show_if, earlier):
                text = "wie een vraag overslaat, moet deze vraag wel krijgen. Gebruik is_not in plaats van is"
                yield at_question(question, text, "show_if", part=".show_if")
        for number, choice in enumerate(question.choices):
            for at, variant in enumerate(choice.variants):
                for text in _condition(variant.show_if, earlier):
                    yield at_question(question, text, "choices", number, "variants", at, "show_if")
        if question.section != "theme":
            earlier[question.id] = question
    for index, note in enumerate(content.notes):
        for text in _condition(note.show_if, content.questions):
            yield problem("profile.yml", ("notes", index, "show_if"), text)
    for key, answer in content.answers.items():
        for index, variant in enumerate(answer.get("variants", ())):
            for text in _condition(variant["show_if"], content.questions):
                yield problem("answers.yml", (key, "variants", index), text, name=f"answers.{key}.variants")


def _skip_hides(condition: Mapping[str, Any], earlier: Mapping[str, Question]) -> bool:
    """Whether some answer makes the condition true where skipping that question, or not being asked it, does not."""
    for answers in combinations({key: earlier[key] for key in subjects(condition) if key in earlier}, [condition]):
        for key in answers:
            if earlier[key].skippable and holds(condition, answers):
                without = {other: value for other, value in answers.items() if other != key}
                if not (holds(condition, without) and holds(condition, {**without, key: SKIPPED})):
                    return True
    return False


def _condition(condition: Mapping[str, Any], known: Mapping[str, Question]) -> Iterator[str]:
    """A condition names questions that were asked before, and values that these have, and can be true."""
    wrong = False
    for part in leaves(condition):
        question = known.get(part["question"])
        if question is None:
            remedy = f"{alternatives(part['question'], known)} Een vraag van later telt niet"
            yield f"de voorwaarde noemt {part['question']}, en die vraag is er dan nog niet. {remedy}"
            wrong = True
            continue
        values = part.get("any_of") or [part.get("is", part.get("is_not"))]
        for value in values:
            if question.choice(value) is None:
                remedy = alternatives(value, [choice.value for choice in question.choices])
                yield f"de voorwaarde noemt {part['question']} {value}, maar dat antwoord bestaat niet. {remedy}"
                wrong = True
    if not wrong and not _can_hold(condition, known):
        yield "deze voorwaarde kan nooit waar zijn: twee delen spreken elkaar tegen. Haal er een weg, of gebruik any"


def _can_hold(condition: Mapping[str, Any], known: Mapping[str, Question]) -> bool:
    """Whether some answers to the questions it names make the condition true; no answer is one of them."""
    named = subjects(condition)
    options = [[None, *(choice.value for choice in known[key].choices)] for key in named]
    if math.prod(map(len, options)) > MAX_COMBINATIONS:
        return True
    return any(
        holds(condition, {key: value for key, value in zip(named, values, strict=True) if value is not None})
        for values in itertools.product(*options)
    )


def _rules(path: tuple[Any, ...], text: str, name: str = "triage.rules") -> Problem:
    return problem("triage.yml", path, text, name=name)


def _route(route: str, part: str, text: str) -> Problem:
    return problem("routes.yml", ("routes", route, *([part] if part else [])), text)


def leaves(condition: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The parts of a condition that name a question."""
    for part in condition.get("all", condition.get("any", ())):
        yield from leaves(part)
    if "question" in condition:
        yield condition


def subjects(condition: Mapping[str, Any] | None) -> list[str]:
    """The ids of the questions that a condition names, each once."""
    return list(dict.fromkeys(part["question"] for part in leaves(condition or {})))


def combinations(
    before: Mapping[str, Question], conditions: Iterable[Mapping[str, Any] | None]
) -> Iterator[dict[str, str]]:
    """Every combination of answers that conditions look at, skips included; a fixed sample if there are too many."""
    named = dict.fromkeys(key for condition in conditions for key in subjects(condition))
    asked = [key for key in named if key in before]
    options = []
    for key in asked:
        values = [choice.value for choice in before[key].choices]
        options.append([*values, SKIPPED] if before[key].skippable else values)
    if math.prod(map(len, options)) <= MAX_COMBINATIONS:
        yield from (dict(zip(asked, values, strict=True)) for values in itertools.product(*options))
        return
    pick = random.Random(0)  # noqa: S311 - a sample that is the same every time, not a secret
    for _ in range(MAX_COMBINATIONS):
        yield {key: pick.choice(values) for key, values in zip(asked, options, strict=True)}
