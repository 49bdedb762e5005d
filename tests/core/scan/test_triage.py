"""The triage's rules over every combination of answers that the real questions allow."""

from __future__ import annotations

from itertools import product

from woningscan.content.model import Content
from woningscan.safety.triage import route_for, stops_the_scan
from woningscan.scan.questionnaire import questions_in_order

LEVELS = ("geen", "diffuus", "concreet", "acuut")
# Chapter 6.2 of the domain: answer by answer the level at least; a doubt counts one step heavier.
AT_LEAST = {
    ("gevaar_nu", "ja"): "acuut",
    ("gevaar_nu", "ik_twijfel"): "acuut",
    ("voorval", "ja_en_de_politie_weet_het_niet"): "concreet",
    ("voorval", "ja_en_de_politie_weet_het_al"): "concreet",
    ("voorval", "weet_niet_zeker"): "diffuus",
    ("doxing", "ja_met_een_bedreiging_of_oproep_om_langs_te_gaan"): "concreet",
    ("doxing", "ja_zonder_bedreiging"): "diffuus",
    ("onveilig_gevoel", "ja"): "diffuus",
}


def combinations(content: Content) -> list[dict[str, str]]:
    """Every way through the triage, asked as the questionnaire asks it."""
    found: list[dict[str, str]] = []
    for values in product(*(question.choices for question in content.triage)):
        chosen = {question.id: choice.value for question, choice in zip(content.triage, values, strict=True)}
        answers: dict[str, str] = {}
        for question in content.triage:
            if question in questions_in_order(content, answers):
                answers[question.id] = chosen[question.id]
        if answers not in found:
            found.append(answers)
    return found


def test_every_combination_has_the_level_of_its_heaviest_answer(content: Content) -> None:
    ways = combinations(content)
    assert len(ways) > 1
    for answers in ways:
        route = route_for(content, answers)
        assert route is not None
        heaviest = max((AT_LEAST.get(answer, "geen") for answer in answers.items()), key=LEVELS.index)
        assert route.level == heaviest, answers


def test_only_a_concrete_threat_stops_the_scan(content: Content) -> None:
    for answers in combinations(content):
        route = route_for(content, answers)
        assert route is not None
        assert stops_the_scan(content, route.id) is (route.level in ("concreet", "acuut"))
    assert not stops_the_scan(content, None)


def test_an_unfinished_triage_never_gives_the_go_ahead(content: Content) -> None:
    for answers in combinations(content):
        for length in range(len(answers)):
            begun = dict(list(answers.items())[:length])
            route = route_for(content, begun)
            assert route is None or route.level != "geen", begun


def test_an_answer_never_makes_the_level_lower(content: Content) -> None:
    for answers in combinations(content):
        levels = []
        for length in range(1, len(answers) + 1):
            route = route_for(content, dict(list(answers.items())[:length]))
            levels.append(LEVELS.index(route.level) if route else 0)
        assert levels == sorted(levels), answers
