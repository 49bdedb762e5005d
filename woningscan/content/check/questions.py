"""Proves what the content promises beyond its shape. Part of `woningscan.content.check`, never of a start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from woningscan.content.check.applies import applying_problems
from woningscan.content.check.language.wording import wording_problems
from woningscan.content.check.placing import at_choice, at_question
from woningscan.content.check.proofs import everyone_is_served, triage_is_total
from woningscan.content.check.sourcing.resting import facts, official_problems
from woningscan.content.model import SKIPPED, Content
from woningscan.content.problems import Problem, problem
from woningscan.content.references import alternatives
from woningscan.content.topics import INTENT_OF_TOPIC
from woningscan.conversation.choices import BUTTONS

GROUPS = frozenset({"woning", "gezin", "digitaal", "onderweg"})  # the groups of the CCV's own zelfscan
MEASURES = frozenset({"bouwkundig", "elektronisch", "gedrag"})  # the kinds of measure of the folder
# Values that code names; renaming one in the content would break a rule silently.
NAMED_IN_CODE = {
    "functie": {
        *("burgemeester", "wethouder", "raadslid", "gedeputeerde", "commissaris_van_de_koning"),
        *("waterschapsbestuurder", "andere_functie"),
    },
    "scanlengte": {"kort", "volledig"},
}

_OUTCOME = "Kijk bij elk antwoord of outcome klopt: done, todo of check"
_INTENT = "Geef het de oude naam terug, of vraag de ontwikkelaar om een intent met deze naam"


def check(content: Content, domain: Path | None = None) -> list[Problem]:
    """Every broken promise, one line each; an empty list means that the content may be used.

    `domain` is Rasa's domain file: with it, `ask_*` intents and answers are compared both ways.
    """
    problems = [
        *_questions(content),
        *_coverage(content),
        *_named_in_code(content),
        *triage_is_total(content),
        *everyone_is_served(content),
        *applying_problems(content),
        *_sources_used(content),
        *official_problems(content),
        *wording_problems(content),
    ]
    return problems + (_intents(content, domain) if domain else [])


def _questions(content: Content) -> Iterator[Problem]:
    for question in content.questions.values():
        if question.choice(SKIPPED):
            text = f"{SKIPPED} is de waarde van een vraag die men overslaat. Kies een andere value"
            yield at_choice(question, SKIPPED, text, "value")
        if question.section != "theme":
            continue
        if question.quick_win and question.effort == "met_hulp":
            text = (
                "wat met hulp moet (met_hulp), kan niet vandaag (quick_win). Zet quick_win op false of haal effort weg"
            )
            yield at_question(question, text, "quick_win")
        outcomes = {choice.outcome for choice in question.choices}
        if "done" not in outcomes:
            yield at_question(question, f"geen enkel antwoord is in orde (done). {_OUTCOME}", "choices")
        if not outcomes & {"todo", "check"}:
            yield at_question(question, f"geen enkel antwoord leidt tot een actie. {_OUTCOME}", "choices")
        unsure = question.choice("weet_niet")
        if unsure is None or unsure.outcome != "check":
            remedy = "Voeg een antwoord toe met value: weet_niet en outcome: check"
            yield at_question(question, f"het antwoord weet_niet (check) ontbreekt. {remedy}", "choices")
        for choice in question.choices:
            if not choice.tip or choice.outcome is None:
                yield at_choice(question, choice.value, "heeft geen tip of geen outcome. Vul allebei in")


def _coverage(content: Content) -> Iterator[Problem]:
    themed = [question for theme in content.themes for question in theme.questions]
    for name, wanted, found in (
        ("group", GROUPS, {question.group for question in themed}),
        ("measure", MEASURES, {question.measure for question in themed}),
    ):
        for missing in sorted(wanted - found):
            file, path = themed[0].place if themed else ("questionnaire", ())
            remedy = f"Geef minstens één vraag {name}: {missing}"
            yield problem(file, path, f"geen enkele vraag gaat over {missing}. {remedy}", name=name)


def _named_in_code(content: Content) -> Iterator[Problem]:
    for key, values in NAMED_IN_CODE.items():
        question = content.questions.get(key)
        found = {choice.value for choice in question.choices} if question else set()
        if found != values:
            text = f"deze vraag moet precies deze waarden hebben: {', '.join(sorted(values))}. Zet ze terug bij value"
            if question:
                yield at_question(question, text, "choices")
            else:
                yield problem("intake.yml", ("questions",), text, name=key)
    for button in BUTTONS:
        if button not in content.labels:
            near = alternatives(button, content.labels)
            text = f"deze knop heeft geen tekst. Zet de sleutel {button} terug. {near}"
            yield problem("labels.yml", (button,), text, name=f"labels.{button}")


def _sources_used(content: Content) -> Iterator[Problem]:
    used = {source for fact in facts(content) for source in fact.sources}
    for source in content.sources:
        if source not in used:
            text = "wordt nergens gebruikt. Noem deze bron bij een vraag, route of antwoord, of haal hem weg"
            yield problem("sources.yml", (source,), text, name=f"sources.{source}")


def _intents(content: Content, domain: Path) -> list[Problem]:
    data: Any = YAML(typ="safe").load(domain.read_text(encoding="utf-8"))
    intents = {next(iter(intent)) if isinstance(intent, dict) else intent for intent in data["intents"]}
    asked = {intent for intent in intents if intent.startswith("ask_")}
    missing = sorted(asked - set(content.answers))  # a topic without a text of its own gets that of its intent
    unknown = sorted(set(content.answers) - intents - set(INTENT_OF_TOPIC))
    return [
        *(_answer(intent, f"ontbreekt, maar staat wel in {domain.name}. Zet dit antwoord terug") for intent in missing),
        *(_answer(key, f"staat niet in {domain.name}. {_INTENT}") for key in unknown),
    ]


def _answer(key: str, text: str) -> Problem:
    return problem("answers.yml", (key,), text, name=f"answers.{key}")
