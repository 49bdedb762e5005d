"""What somebody may have done with what is kept in a request: shown whole, put right, erased (GDPR, articles 15 to 17).

The official does it on the own page, the secretariat for who asks by telephone or mail. All of it happens in the
caller's transaction, on a request whose row is locked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.vault import Vault
from bot.store.kept import Kept, kept_with
from bot.store.mail import outbox
from bot.store.mail.kinds import MailKind
from bot.store.request import fields as request_fields
from bot.store.request import log, lookups
from bot.store.request.holder import access
from bot.store.request.models import Request
from bot.store.request.states import Action


def everything(session: Session, vault: Vault, row: Request, actor: str, now: datetime) -> Kept | None:
    """All that is kept of a request, and in the log that `actor` took it along; None when it was erased."""
    key = vault.data_key(session, row.data_key_id)
    if key is None:
        return None
    kept = kept_with(session, key)
    audit.append(session, actor=actor, action="request.export", object=row.reference, now=now)
    return kept


@dataclass(frozen=True)
class Change:
    """Other values of fields. `by` is who made it and `session` the token of the own page it was made on, if any."""

    values: Mapping[str, str]
    action: Action
    by: str
    session: str = ""


def put_right(session: Session, vault: Vault, row: Request, change: Change, mail_domain: str, now: datetime) -> bool:
    """Writes other values of fields that are there; False when that changed nothing.

    Another way to be reached is told to the old mail address, and ends what was opened or can be opened by others: who
    read that mail and changed it is seen. Raises `Unreadable` for an erased request.
    """
    key = vault.key_of(session, row.data_key_id)
    before = request_fields.read(session, vault, row) or {}
    fields = before | {name: value for name, value in change.values.items() if name in before}
    if fields == before:
        return False
    moved = fields.get("contact") != before.get("contact")
    told = moved and outbox.official_address(before) is not None
    if told:
        fields |= {request_fields.former_contact(row.version + 1): before["contact"]}
    key.seal(row, Request.fields, fields)
    lookups.write(session, vault, row, fields)
    if moved:
        access.revoke(session, vault, row.id, keep=change.session)
    log.step(session, row, change.action, change.by, now)
    if told:
        outbox.put(session, row.id, MailKind.CONTACT_CHANGED, mail_domain, now, round=row.version)
    return True


def erase(session: Session, vault: Vault, row: Request, actor: str, now: datetime) -> bool:
    """Erases the personal data, the visit's too, and keeps reference and status. False when there is none left.

    Call `Database.scrub` after the commit.
    """
    key_id = row.data_key_id
    if key_id is None:
        return False
    if row.forged:  # what is wrong in it stays to be seen; what is personal goes all the same
        session.execute(
            update(Request).where(Request.id == row.id).values(fields=b"", data_key_id=None, look_again_on=None)
        )
    else:
        row.fields, row.data_key_id, row.look_again_on, row.updated_at = b"", None, None, now
        session.flush()
    vault.erase(session, key_id)
    audit.append(session, actor=actor, action="request.erase", object=row.reference, now=now)
    return True
