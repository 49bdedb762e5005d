"""Proves what the content promises beyond its shape. Run by `woningscan check`; the loader followed the references."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from woningscan.choices import BUTTONS
from woningscan.content.model import Content
from woningscan.content.proofs import everyone_is_served, triage_is_total
from woningscan.content.wording import wording_problems

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


def check(content: Content, domain: Path | None = None) -> list[str]:
    """Every broken promise, one line each; an empty list means that the content may be used.

    `domain` is Rasa's domain file: with it, `ask_*` intents and answers are compared both ways.
    """
    problems = [
        *_questions(content),
        *_coverage(content),
        *_named_in_code(content),
        *triage_is_total(content),
        *everyone_is_served(content),
        *_sources_used(content),
        *wording_problems(content),
    ]
    return problems + (_intents(content, domain) if domain else [])


def _questions(content: Content) -> Iterator[str]:
    for question in content.questions.values():
        if question.section != "theme":
            continue
        outcomes = {choice.outcome for choice in question.choices}
        if "done" not in outcomes:
            yield f"{question.id}: geen enkel antwoord is in orde (done)"
        if not outcomes & {"todo", "check"}:
            yield f"{question.id}: geen enkel antwoord leidt tot een actie"
        unsure = question.choice("weet_niet")
        if unsure is None or unsure.outcome != "check":
            yield f"{question.id}: het antwoord weet_niet (check) ontbreekt"
        for choice in question.choices:
            if not choice.tip or choice.outcome is None:
                yield f"{question.id}.{choice.value}: heeft geen tip of geen outcome"


def _coverage(content: Content) -> Iterator[str]:
    themed = [question for theme in content.themes for question in theme.questions]
    for name, wanted, found in (
        ("group", GROUPS, {question.group for question in themed}),
        ("measure", MEASURES, {question.measure for question in themed}),
    ):
        for missing in sorted(wanted - found):
            yield f"{name}: geen enkele vraag gaat over {missing}"


def _named_in_code(content: Content) -> Iterator[str]:
    for key, values in NAMED_IN_CODE.items():
        question = content.questions.get(key)
        found = {choice.value for choice in question.choices} if question else set()
        if found != values:
            yield f"{key}: deze vraag moet precies deze waarden hebben: {', '.join(sorted(values))}"
    for button in BUTTONS:
        if button not in content.labels:
            yield f"labels.{button}: deze knop heeft geen tekst"


def _sources_used(content: Content) -> Iterator[str]:
    used = {source for question in content.questions.values() for source in question.sources}
    used |= {source for route in content.routes.values() for source in route.sources}
    used |= {contact.source for contact in content.contacts.values()}
    used |= {source for answer in content.answers.values() for source in answer.get("sources", ())}
    for source in content.sources:
        if source not in used:
            yield f"sources.{source}: wordt nergens gebruikt"


def _intents(content: Content, domain: Path) -> list[str]:
    data: Any = YAML(typ="safe").load(domain.read_text(encoding="utf-8"))
    intents = {next(iter(intent)) if isinstance(intent, dict) else intent for intent in data["intents"]}
    asked = {intent for intent in intents if intent.startswith("ask_")}
    missing = sorted(asked - set(content.answers))
    unknown = sorted(set(content.answers) - intents)
    return [
        *(f"answers.{intent}: ontbreekt, maar staat wel in {domain.name}" for intent in missing),
        *(f"answers.{key}: staat niet in {domain.name}" for key in unknown),
    ]
