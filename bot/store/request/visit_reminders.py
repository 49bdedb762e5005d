"""A reminder of a visit, by mail, the day before: to who was told of the visit as it is now."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.store.base.database import Database
from bot.store.base.errors import Unreadable
from bot.store.base.vault import Vault
from bot.store.mail import outbox
from bot.store.mail.kinds import MailKind
from bot.store.request import log, visits
from bot.store.request.holder import access
from bot.store.request.visits import Visit

AHEAD, TOO_LATE = timedelta(hours=24), timedelta(hours=2)
"""So long before a visit it goes, and so shortly before it no more. Who heard of it less than AHEAD ago needs none."""


def put_due(database: Database, vault: Vault, mail_domain: str, now: datetime) -> int:
    """Lets the reminders wait that are due; each change of a visit has one at most. Returns for how many visits it
    looked: several processes may do this at once."""
    with database.reading() as session:
        due = [reference for reference, visit in visits.all_planned(session, vault) if _is_due(visit, now)]
    for reference in due:
        with database.writing() as session:
            try:
                row = log.locked(session, reference)
                visit = None if row is None else visits.read(session, vault, row)
            except Unreadable:
                continue
            if row is None or visit is None or not _is_due(visit, now):
                continue
            if outbox.put(session, row.id, MailKind.VISIT_REMINDER, mail_domain, now, round=visit.sequence):
                access.grant_for_mail(session, vault, row.id, MailKind.VISIT_REMINDER, visit.sequence, now)
    return len(due)


def _is_due(visit: Visit, now: datetime) -> bool:
    left = visit.details.starts_at.timestamp() - now.timestamp()
    told_long_ago = visit.updated_at <= now - AHEAD
    return visit.is_known and told_long_ago and TOO_LATE.total_seconds() <= left <= AHEAD.total_seconds()
