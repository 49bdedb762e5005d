"""A confirmation is rendered from what was committed, and from nothing else."""

from __future__ import annotations

import ast

import pytest
from ruamel.yaml import YAML

from tests.support.places import ROOT
from woningscan.content import load_content
from woningscan.conversation import effects
from woningscan.conversation.confirmations import confirmation
from woningscan.conversation.effects import Outcome

CONFIRMING = (
    "booking.confirmed",
    "booking.cancelled",
    "booking.cancel.passed",
    "booking.cancel.enough",
    "plan.report",
    "privacy.erased",
    "privacy.kept",
)
CONTENT = load_content(ROOT / "content")


def test_no_other_module_can_say_a_confirmation() -> None:
    named = {
        str(path.relative_to(ROOT))
        for package in ("woningscan", "actions", "engine", "bot")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(CONFIRMING)
    }
    # The plain pages show the page after an erasure at an address of its own, because the conversation is gone by then.
    # Telegram recognises that reply, to forget the chat together with the conversation.
    silent = {"bot/channels/plain/exit.py", "bot/channels/telegram/handler.py"}
    # The content check knows every key there is; nothing that speaks imports it (`test_content_keys.py`).
    checks = {path for path in named if path.startswith("woningscan/content/check/")}
    assert named - silent - checks == {"woningscan/conversation/confirmations.py"}


def test_only_the_turn_renders_confirmations() -> None:
    using = {
        str(path.relative_to(ROOT))
        for package in ("actions", "engine", "bot")
        for path in (ROOT / package).rglob("*.py")
        if "woningscan.conversation.confirmations" in path.read_text(encoding="utf-8")
    }
    # Telegram repeats what the turn said of an erasure when a crash came between: the chat's row is gone by then.
    # A request that staff files out of a chat is a turn of that conversation.
    assert using == {"bot/turn/committing.py", "bot/turn/filing.py", "bot/channels/telegram/handler.py"}


def test_every_confirming_text_needs_what_only_the_row_has() -> None:
    messages = dict(YAML(typ="safe").load((ROOT / "content" / "messages.yml").read_text(encoding="utf-8")))
    for key in ("booking.confirmed.woningscan", "booking.confirmed.terugbellen", "booking.cancelled"):
        assert "{reference}" in messages[key]


def test_an_unknown_outcome_is_an_error_and_no_confirmation() -> None:
    for outcome in (
        Outcome("something.else"),
        Outcome(effects.SUBMIT_REQUEST, {"kind": "onbekend", "reference": "WS-AAAA-AAAAA"}),
        Outcome(effects.SUBMIT_REQUEST, {"kind": "woningscan"}),
        Outcome(effects.CANCEL_REQUEST, {"result": "maybe", "reference": "WS-AAAA-AAAAA"}),
        Outcome(effects.OFFER_REPORT, {}),
    ):
        with pytest.raises(KeyError):
            confirmation(CONTENT, outcome)
