"""Requests as officials make them."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.store import Store
from bot.store.request import requests
from bot.store.request.listing import Wanted
from bot.store.request.states import RequestKind
from bot.store.request.work import RequestLine

FIELDS = {"naam": "J. de Vries", "functie": "Wethouder", "contact": "jo@example.org", "voorkeur": "dinsdag"}
DOMAIN = "example.org"


def make_request(
    store: Store, kind: str = "woningscan", *, urgent: bool = False, at: datetime | None = None, **fields: str
) -> str:
    """A request that was just submitted, or at a moment; returns its reference."""
    now = at or datetime.now(UTC)
    with store.database.writing() as session:
        return requests.submit(
            session, store.vault, RequestKind.of_word(kind), FIELDS | fields, DOMAIN, now, urgent=urgent
        )


def open_lines(store: Store) -> list[RequestLine]:
    """All open requests, as a list has them."""
    return store.work.lines(Wanted(), 0, 100_000)


def case_path(reference: str, act: str = "") -> str:
    """Where staff sees it."""
    return f"/secretariaat/aanvraag/{reference}{act}"
