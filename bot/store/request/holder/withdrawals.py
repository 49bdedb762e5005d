"""Withdrawing a request from within a conversation.

A reference stands in mails, so knowing it proves nothing. Only the conversation that filed a request withdraws it: it
has a secret of its own, sealed with its key, and the request has a mark that can be made with that secret alone. No row
leads from one to the other, and with the conversation the secret is erased. A wish of anybody else is passed on to the
secretariat, and what is answered to it is the same whatever the reference is.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.errors import Unreadable
from bot.store.base.vault import Vault
from bot.store.mail import outbox
from bot.store.mail.kinds import MailKind
from bot.store.request import log, states
from bot.store.request.holder import own
from bot.store.request.models import Request, RequestEvent
from bot.store.request.states import Action

# So many wishes a conversation may have in a day, typing errors included, and so often one request is asked about.
MOST_WISHES, WISHES_WITHIN = 3, timedelta(hours=24)
_FILER, _WISHES = "filer", "wishes"


def filer_of(vault: Vault, ledger: dict[str, Any]) -> str:
    """The secret of a conversation, made at its first use and kept in its sealed ledger."""
    secret: str = ledger.setdefault(_FILER, vault.new_token())
    return secret


def mark_of(vault: Vault, filer: str, reference: str) -> str | None:
    """The mark on a request that was filed with this secret; another one for each request."""
    return vault.hash("request-filer", filer, reference) if filer else None


def withdraw(
    session: Session, vault: Vault, typed: str, ledger: dict[str, Any], mail_domain: str, now: datetime
) -> dict[str, str]:
    """Does what a conversation asks, in the caller's transaction, and notes in its ledger what must be remembered.

    The result is `cancelled` or `already` (closed before) for a request that was filed here. For every other reference,
    known or not, it is `passed`, or `enough` once this conversation asked too often; that tells nothing of a request.
    """
    try:
        row = log.locked(session, typed)
    except Unreadable:  # the console shows it as broken; here it is like any other that is not known
        row = None
    if row is not None and _is_own(vault, ledger, row):
        if row.status in states.CLOSED:
            return {"reference": row.reference, "result": "already"}
        own.withdraw(session, vault, row, mail_domain, now)
        return {"reference": row.reference, "result": "cancelled"}
    recent = [at for at in ledger.get(_WISHES, ()) if datetime.fromisoformat(at) > now - WISHES_WITHIN]
    if len(recent) >= MOST_WISHES:
        return {"result": "enough"}
    ledger[_WISHES] = [*recent, now.isoformat()]
    if row is not None and row.status in states.OPEN:
        _pass_on(session, row, mail_domain, now)
    return {"result": "passed"}


def _is_own(vault: Vault, ledger: dict[str, Any], row: Request) -> bool:
    mark = mark_of(vault, ledger.get(_FILER, ""), row.reference)
    return mark is not None and row.filed_by is not None and hmac.compare_digest(row.filed_by, mark)


def _pass_on(session: Session, row: Request, mail_domain: str, now: datetime) -> None:
    """Lets the secretariat see that somebody asked, once a day for a request. Its row is locked."""
    asked = select(func.max(RequestEvent.at)).where(
        RequestEvent.request_id == row.id, RequestEvent.action == Action.ASK_WITHDRAWAL
    )
    last = session.execute(asked).scalar_one()
    if last is not None and last > now - WISHES_WITHIN:
        return
    outbox.put(session, row.id, MailKind.WITHDRAWAL_ASKED, mail_domain, now, round=row.version + 1)
    log.step(session, row, Action.ASK_WITHDRAWAL, audit.UNPROVEN, now)
