"""What is said after a commit: every outcome of every effect has its message, and nothing else has one."""

from __future__ import annotations

from typing import Any

import pytest

from woningscan.content.model import Content
from woningscan.conversation import effects
from woningscan.conversation.confirmations import confirmation
from woningscan.conversation.effects import Effect, Outcome

REFERENCE = "WS-7K3M-9P"


@pytest.mark.parametrize(
    ("kind", "data", "reply_id"),
    [
        (effects.SUBMIT_REQUEST, {"kind": "woningscan", "reference": REFERENCE}, "booking.confirmed.woningscan"),
        (effects.SUBMIT_REQUEST, {"kind": "terugbellen", "reference": REFERENCE}, "booking.confirmed.terugbellen"),
        (effects.CANCEL_REQUEST, {"result": "cancelled", "reference": REFERENCE}, "booking.cancelled"),
        (effects.CANCEL_REQUEST, {"result": "already", "reference": REFERENCE}, "booking.cancelled.already"),
        (effects.CANCEL_REQUEST, {"result": "passed", "url": "https://example.org/aanvraag/"}, "booking.cancel.passed"),
        (effects.CANCEL_REQUEST, {"result": "enough", "url": "https://example.org/aanvraag/"}, "booking.cancel.enough"),
        (effects.OFFER_REPORT, {"url": "https://example.org/rapport/abc"}, "plan.report"),
        (effects.OFFER_DATA, {"url": "https://example.org/gegevens/abc"}, "privacy.kept"),
        (effects.ERASE_CONVERSATION, {}, "privacy.erased"),
    ],
)
def test_every_outcome_has_a_message(content: Content, kind: str, data: dict[str, Any], reply_id: str) -> None:
    reply = confirmation(content, Outcome(kind, data))
    assert reply.id == reply_id
    assert all(str(value) in reply.text for key, value in data.items() if key in ("reference", "url"))
    assert "{" not in reply.text


def test_every_kind_of_request_that_can_be_made_can_be_confirmed(content: Content) -> None:
    for kind in content.request_fields:
        outcome = Outcome(effects.SUBMIT_REQUEST, {"kind": kind, "reference": REFERENCE})
        assert confirmation(content, outcome).id == f"booking.confirmed.{kind}"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("request.pay", {}),
        ("", {}),
        (effects.SUBMIT_REQUEST, {"kind": "koffie", "reference": REFERENCE}),
        (effects.SUBMIT_REQUEST, {"kind": "woningscan"}),
        (effects.CANCEL_REQUEST, {"result": "perhaps", "reference": REFERENCE}),
        (effects.CANCEL_REQUEST, {}),
        (effects.OFFER_REPORT, {}),
    ],
)
def test_what_nobody_knows_is_not_confirmed(content: Content, kind: str, data: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        confirmation(content, Outcome(kind, data))


def test_braces_in_a_reference_are_shown_and_not_filled_in(content: Content) -> None:
    outcome = Outcome(effects.CANCEL_REQUEST, {"result": "already", "reference": "{ccv_telefoon}"})
    assert "{ccv_telefoon}" in confirmation(content, outcome).text


def test_after_an_erasure_no_button_leads_back(content: Content) -> None:
    reply = confirmation(content, Outcome(effects.ERASE_CONVERSATION))
    assert reply.choices == reply.tools == ()


def test_an_effect_travels_as_plain_values() -> None:
    effect = Effect(effects.SUBMIT_REQUEST, {"kind": "woningscan", "fields": {"naam": "Jan"}})
    assert Effect.from_dict(effect.to_dict()) == effect
