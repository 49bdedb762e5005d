"""Which mail goes next: what is urgent before all else, and nothing that became untrue while it waited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select
from sqlalchemy.orm import Session

from bot.store import queue
from bot.store.base.bindings import require
from bot.store.base.database import Database
from bot.store.mail.kinds import ESCALATION_KINDS, VISIT_KINDS, MailKind
from bot.store.mail.models import OutboxRow
from bot.store.mail.outbox import OutboxMail
from bot.store.queue import Claim, QueueStatus
from bot.store.request import states, visits
from bot.store.request.models import EscalationRow, Request

_LOOKED_UP = 64
_REMEMBERED = timedelta(seconds=5)


@dataclass(frozen=True)
class Longest:
    """How long a mail is put off at most, and an urgent one."""

    any: timedelta = queue.LONGEST_WAIT
    urgent: timedelta = queue.LONGEST_WAIT


class DueMails:
    """The mails that are due, in their order, for one who sends them one after another.

    Which come next is looked up for many at once: with thousands that wait, putting those in order costs more than a
    mail. So it is for a moment only, after which one that is urgent and came since goes before the others.
    """

    def __init__(self, database: Database, lease: timedelta, longest: Longest | None = None) -> None:
        self._database, self._lease, self._longest = database, lease, longest or Longest()
        self._next: list[str] = []
        self._looked_up = datetime.min.replace(tzinfo=UTC)

    def claim(self, now: datetime) -> OutboxMail | None:
        """Claims the first: an urgent one before all others, then the one that has waited longest."""
        in_vain = list[str]()
        while self._look_up(now) and self._next != in_vain:  # the same again: another is claiming just those
            mail = self._claim_next(now)
            if mail is None:
                in_vain, self._next = self._next, []
            elif not _drop_outdated(self._database, OutboxRow.id == mail.id):
                return mail
        _drop_outdated(self._database, _free(now))  # also those that are not due, or failed: nobody looks at them again
        return None

    def _look_up(self, now: datetime) -> bool:
        """Whether there are any, by what is remembered or looked up."""
        if not self._next or not self._looked_up <= now < self._looked_up + _REMEMBERED:
            due = queue.due_rows(OutboxRow, _in_order(), now, self._lease, self._too_late(now)).limit(_LOOKED_UP)
            with self._database.reading() as session:
                self._next = list(session.scalars(due))
            self._looked_up = now
        return bool(self._next)

    def _claim_next(self, now: datetime) -> OutboxMail | None:
        wanted, too_late = _in_order().where(OutboxRow.id.in_(self._next)), self._too_late(now)
        claimed = queue.claim(self._database, OutboxRow, wanted, _read, now, self._lease, too_late=too_late)
        return next(iter(claimed), None)

    def _too_late(self, now: datetime) -> ColumnElement[bool]:
        any_mail, urgent = now + self._longest.any, now + self._longest.urgent
        return or_(OutboxRow.due_at > any_mail, and_(Request.urgent, OutboxRow.due_at > urgent))


def _in_order() -> Select[str]:
    wanted = select(OutboxRow.id).join(Request, Request.id == OutboxRow.request_id)
    return wanted.order_by(Request.urgent.desc(), OutboxRow.due_at)


def claim(database: Database, now: datetime, lease: timedelta, longest: Longest | None = None) -> OutboxMail | None:
    """Claims a single mail that is due."""
    return DueMails(database, lease, longest).claim(now)


def begin_sending(database: Database, mail: OutboxMail) -> bool:
    """From now on the official may know of the visit. Gives whether that was so before, or it tells of none."""
    if mail.kind not in (MailKind.VISIT, MailKind.VISIT_CHANGED):
        return True
    with database.writing() as session:
        return visits.note_tried(session, mail.request_id, True)


def not_sent(database: Database, mail: OutboxMail) -> None:
    """It did not go out, for certain."""
    with database.writing() as session:
        visits.note_tried(session, mail.request_id, False)


def mark_sent(database: Database, mail: OutboxMail) -> None:
    """It went out: with it, what the official knows of the visit by now."""
    with database.writing() as session:
        if mail.kind in VISIT_KINDS:
            visits.note_told(session, mail.request_id, mail.kind, mail.round)
        queue.finish_in(session, OutboxRow, mail.claim)


def _read(session: Session, row: OutboxRow, claim: Claim) -> OutboxMail:
    require(row)
    chosen = select(Request.reference, Request.urgent, Request.status).where(Request.id == row.request_id)
    request = session.execute(chosen).one()
    return OutboxMail(
        id=row.id,
        kind=row.kind,
        reference=request.reference,
        message_id=row.message_id,
        attempts=claim.attempts,
        created_at=row.created_at,
        request_id=row.request_id,
        round=row.round,
        recipient=row.recipient,
        urgent=request.urgent,
        claimed=request.status == states.CLAIMED,
    )


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until <= now)


def _drop_outdated(database: Database, which: ColumnElement[bool]) -> int:
    """How many of these were taken away, because what they say is no longer true."""
    with database.writing() as session:
        untrue = delete(OutboxRow).where(which, OutboxRow.status != QueueStatus.DONE, _outdated())
        return session.connection().execute(untrue).rowcount


def _outdated() -> ColumnElement[bool]:
    """Escalations of a request that somebody picked up, or that is no longer open.

    What was put there after one was claimed tells that it stands still, and is true as long as it does.
    """
    picked_up = or_(
        Request.status.in_(states.CLOSED), Request.owner_id.is_not(None), EscalationRow.acknowledged_at.is_not(None)
    )
    handled = select(EscalationRow.request_id).join(Request, Request.id == EscalationRow.request_id)
    handled = handled.where(EscalationRow.request_id == OutboxRow.request_id, picked_up)
    standing = select(Request.id).where(
        Request.id == OutboxRow.request_id,
        Request.status == states.CLAIMED,
        Request.claimed_at < OutboxRow.created_at,
    )
    return and_(
        OutboxRow.kind.in_(ESCALATION_KINDS),
        handled.correlate(OutboxRow).exists(),
        ~standing.correlate(OutboxRow).exists(),
    )
