"""Effects that the tests of stores and mail use."""

from __future__ import annotations

from woningscan.conversation.effects import CANCEL_REQUEST, ERASE_CONVERSATION, OFFER_REPORT, SUBMIT_REQUEST, Effect

FIELDS = {"naam": "Jo Voorbeeld", "functie": "raadslid", "contact": "jo@example.org"}
OFFER = Effect(OFFER_REPORT)
ERASE = Effect(ERASE_CONVERSATION)


def submit(kind: str = "woningscan", **fields: str) -> Effect:
    return Effect(SUBMIT_REQUEST, {"kind": kind, "fields": fields or FIELDS})


def cancel(reference: str) -> Effect:
    return Effect(CANCEL_REQUEST, {"reference": reference})
