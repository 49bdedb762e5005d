"""Finding a request by who it is of, without reading any: keyed hashes of numbers, addresses and words of the name.

They go with the request's data key. What is searched for is hashed in the same way and kept nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from bot.store.base.vault import Vault
from bot.store.request.models import Request, RequestLookup
from woningscan.request.contacts.contact import ways_in

_PURPOSE = "request-lookup"
_WORD = re.compile(r"[^\W\d_]{2,}")


def write(session: Session, vault: Vault, request: Request, fields: Mapping[str, str]) -> None:
    """The terms of a request of now, in place of those it had."""
    session.execute(delete(RequestLookup).where(RequestLookup.request_id == request.id))
    terms = {*_ways(vault, fields.get("contact", "")), *_words(vault, fields.get("naam", ""))}
    owner = {"request_id": request.id, "data_key_id": request.data_key_id}
    session.add_all(RequestLookup(term_hash=term, **owner) for term in sorted(terms))
    session.flush()


def matching(vault: Vault, typed: str) -> ColumnElement[bool] | None:
    """The requests of a number or address in what was typed, or of all the words in it; None where there is neither."""
    ways = _ways(vault, typed)
    if ways:
        return Request.id.in_(select(RequestLookup.request_id).where(RequestLookup.term_hash.in_(ways)))
    words = _words(vault, typed)
    if not words:
        return None
    having_all = (
        select(RequestLookup.request_id)
        .where(RequestLookup.term_hash.in_(words))
        .group_by(RequestLookup.request_id)
        .having(func.count() == len(words))
    )
    return Request.id.in_(having_all)


def others_of(session: Session, vault: Vault, request: Request, fields: Mapping[str, str]) -> tuple[str, ...]:
    """The references of other requests with a number or address of this one, the latest first."""
    ways = _ways(vault, fields.get("contact", ""))
    same = select(RequestLookup.request_id).where(RequestLookup.term_hash.in_(ways))
    chosen = select(Request.reference).where(Request.id.in_(same), Request.id != request.id)
    return tuple(session.scalars(chosen.order_by(Request.created_at.desc()))) if ways else ()


def _ways(vault: Vault, text: str) -> set[str]:
    return _hashes(vault, "contact", ways_in(text))


def _words(vault: Vault, text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _hashes(vault, "name", _WORD.findall(bare))


def _hashes(vault: Vault, kind: str, terms: Iterable[str]) -> set[str]:
    return {vault.hash(_PURPOSE, kind, term) for term in terms}
