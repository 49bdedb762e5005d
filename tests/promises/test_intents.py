"""Every canonical intent is there, is trained on enough, and leads somewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.support.places import ROOT

CANONICAL = (
    "greet goodbye affirm deny unsure skip back stop pause resume restart help ask_capabilities ask_why ask_who_reads"
    " ask_privacy erase_data book_scan cancel_booking talk_to_human send_report repeat_tips ask_duration ask_costs"
    " ask_who_visits ask_eligibility ask_bewaken_beveiligen thanks insult nonsense out_of_scope english start_scan"
    " report_threat"
).split()
ENOUGH = 25


def read(path: Path) -> dict[str, Any]:
    return dict(YAML(typ="safe").load(path.read_text(encoding="utf-8")))


DOMAIN = read(ROOT / "domain.yml")
EXAMPLES: dict[str, list[str]] = {}
for _path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
    for _entry in read(_path)["nlu"]:
        if "intent" in _entry:
            lines = [line.removeprefix("- ").strip() for line in _entry["examples"].splitlines() if line.strip()]
            EXAMPLES.setdefault(_entry["intent"], []).extend(lines)
FLOWS = [
    flow
    for kind in ("rules", "stories")
    for path in sorted((ROOT / "data" / kind).glob("*.yml"))
    for flow in read(path)[kind]
]


def test_the_domain_has_the_canonical_intents_and_no_others() -> None:
    assert sorted(DOMAIN["intents"]) == sorted(CANONICAL)
    assert sorted(EXAMPLES) == sorted(CANONICAL)


@pytest.mark.parametrize("intent", CANONICAL)
def test_enough_different_examples(intent: str) -> None:
    assert len({" ".join(one.casefold().split()) for one in EXAMPLES[intent]}) >= ENOUGH


@pytest.mark.parametrize("intent", CANONICAL)
def test_each_intent_leads_to_an_action(intent: str) -> None:
    actions = [
        after["action"]
        for flow in FLOWS
        for step, after in zip(flow["steps"], flow["steps"][1:], strict=False)
        if step.get("intent") == intent and "action" in after
    ]
    assert actions and set(actions) <= set(DOMAIN["actions"])


def test_no_example_belongs_to_two_intents() -> None:
    seen: dict[str, str] = {}
    for intent, examples in EXAMPLES.items():
        for example in examples:
            plain = " ".join(example.casefold().split())
            assert seen.setdefault(plain, intent) == intent, f"{plain!r}: {seen[plain]} and {intent}"


def test_each_action_of_the_domain_is_in_a_rule_or_belongs_to_a_form() -> None:
    used = {step["action"] for flow in FLOWS for step in flow["steps"] if "action" in step}
    of_forms = {f"validate_{form}" for form in DOMAIN["forms"]}
    of_forms |= {f"action_ask_{form}_{slots['required_slots'][0]}" for form, slots in DOMAIN["forms"].items()}
    assert set(DOMAIN["actions"]) == (used - set(DOMAIN["forms"])) | of_forms


def test_only_one_form_and_one_slot_per_form() -> None:
    assert all(len(form["required_slots"]) == 1 for form in DOMAIN["forms"].values())
    assert len((ROOT / "domain.yml").read_text(encoding="utf-8").splitlines()) <= 250
