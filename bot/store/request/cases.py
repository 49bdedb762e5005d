"""A request in the hands of the secretariat. Two people never hold one case: the lock on its row decides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.database import Database
from bot.store.base.errors import Unreadable
from bot.store.base.vault import Vault
from bot.store.kept import Kept
from bot.store.request import escalation, log, notes, states, visits
from bot.store.request.case import Case, Refusal, read_case, readable_visit
from bot.store.request.holder import rights
from bot.store.request.models import Request
from bot.store.request.states import Action
from bot.store.request.visits import Visit, VisitDetails

UNDONE_WITHIN = timedelta(days=1)


class Cases:
    """Each act is one transaction with its history and its audit row, and gives None or why it was not done."""

    def __init__(self, database: Database, vault: Vault, mail_domain: str) -> None:
        self._database = database
        self._vault = vault
        self._mail_domain = mail_domain

    def open(self, reference: str, staff_id: str, now: datetime) -> Case | None:
        """The case, and in the same transaction the record that this member of staff read it.

        What cannot be read of it is left out, and noted. Raises `Unreadable` when nothing of it can be.
        """
        with self._database.writing() as session:
            row = log.locked(session, reference)
            if row is None:
                return None
            try:
                case = read_case(session, self._vault, row, now)
            except (ValueError, TypeError) as error:  # a value in its history is none of its kind
                raise Unreadable(type(error).__name__) from None
            audit.record_read(session, actor=staff_id, object=row.reference, now=now)
            return case

    def claim(self, reference: str, staff_id: str, now: datetime) -> Refusal | None:
        """Takes a case that nobody holds. What one already holds may be claimed again."""
        with self._database.writing() as session:
            row = log.locked(session, reference)
            if row is None:
                return Refusal("gone")
            if row.status in states.CLOSED:
                return Refusal("closed")
            if row.owner_id is not None:
                return None if row.owner_id == staff_id else Refusal("held", row.owner_id)
            row.owner_id, row.claimed_at = staff_id, now
            log.step(session, row, Action.CLAIM, staff_id, now)
            escalation.acknowledge(session, row.reference, staff_id, now)
        return None

    def release(self, reference: str, staff_id: str, now: datetime, *, of_anybody: bool = False) -> Refusal | None:
        """Gives a case back. `of_anybody`: also one that somebody else holds, who is away."""
        with self._held(reference, staff_id, of_anybody=of_anybody) as (session, row, refusal):
            if refusal:
                return refusal
            row.owner_id = row.claimed_at = None
            log.step(session, row, Action.RELEASE, staff_id, now)
            escalation.reopen(session, row.reference, now)
        return None

    def seen(self, reference: str, staff_id: str, now: datetime) -> Refusal | None:
        """Records that the holder saw what the official changed, or that somebody asked to withdraw the request."""
        with self._held(reference, staff_id) as (session, row, refusal):
            if not refusal:
                log.step(session, row, Action.SEEN, staff_id, now)
            return refusal

    def note(self, reference: str, staff_id: str, text: str, now: datetime) -> Refusal | None:
        """Keeps what the holder writes down."""
        return self._written(reference, staff_id, Action.NOTE, text, now)

    def not_reached(self, reference: str, staff_id: str, now: datetime) -> Refusal | None:
        """Records that the official was called and did not answer."""
        with self._held(reference, staff_id) as (session, row, refusal):
            if not refusal:
                log.step(session, row, Action.NOT_REACHED, staff_id, now)
            return refusal

    def hand_over(self, reference: str, staff_id: str, colleague: str, text: str, now: datetime) -> Refusal | None:
        """Gives the case to a colleague, with a note; `colleague` is the staff id of somebody who works here."""
        return self._written(reference, staff_id, Action.HAND_OVER, text, now, owner=colleague)

    def remind(self, reference: str, staff_id: str, day: date | None, now: datetime) -> Refusal | None:
        """Sets or changes the day on which to look at it again; None takes it away. Whoever holds it then is reminded.

        An erased request takes none.
        """
        with self._held(reference, staff_id) as (session, row, refusal):
            if refusal:
                return refusal
            if row.data_key_id is None:
                return Refusal("erased")
            if day != row.look_again_on:
                row.look_again_on = day
                log.step(session, row, Action.REMIND if day else Action.NO_REMINDER, staff_id, now)
        return None

    def reopen(self, reference: str, staff_id: str, now: datetime) -> Refusal | None:
        """Undoes the end of a case that staff ended a day ago at most; it is this member's then. A visit that was
        called off with it stays called off."""
        with self._database.writing() as session:
            row = log.locked(session, reference)
            if row is None:
                return Refusal("gone")
            if states.after(Action.REOPEN, row.status) is None:
                return Refusal("not_now")
            if row.updated_at <= now - UNDONE_WITHIN or row.data_key_id is None:
                return Refusal("too_late")
            row.owner_id, row.claimed_at = staff_id, now
            log.step(session, row, Action.REOPEN, staff_id, now)
        return None

    def close(self, reference: str, staff_id: str, action: Action, version: int, now: datetime) -> Refusal | None:
        """Ends a case: `Action.FINISH` or `LAPSE`; the latter calls off a visit that was planned.

        Raises ValueError for another action.
        """
        if action not in (Action.FINISH, Action.LAPSE):
            raise ValueError("not a way to end")
        with self._held(reference, staff_id, version) as (session, row, refusal):
            if refusal:
                return refusal
            visit = readable_visit(session, self._vault, row)
            if visit is not None and visit.is_ahead(now):
                if action == Action.FINISH:
                    return Refusal("visit_ahead")
                visits.call_off(session, self._vault, row, self._mail_domain, now)
            log.step(session, row, action, staff_id, now)
        return None

    def everything(self, reference: str, staff_id: str, now: datetime) -> Kept | None:
        """All that is kept of a request, for who asked for it by telephone or mail; None when it was erased."""
        with self._database.writing() as session:
            row = log.locked(session, reference)
            return None if row is None else rights.everything(session, self._vault, row, staff_id, now)

    def put_right(
        self, reference: str, staff_id: str, changes: dict[str, str], version: int, now: datetime
    ) -> Refusal | None:
        """Corrects what was filled in."""
        with self._held(reference, staff_id, version) as (session, row, refusal):
            if not refusal:
                change = rights.Change(changes, Action.CORRECT, staff_id)
                rights.put_right(session, self._vault, row, change, self._mail_domain, now)
            return refusal

    def erase(self, reference: str, staff_id: str, version: int, now: datetime) -> Refusal | None:
        """Erases the personal data of a case that is closed, or that one holds: then it lapses, and a visit is called
        off."""
        with self._held(reference, staff_id, version) as (session, row, refusal):
            if refusal and refusal.reason != "closed":
                return refusal
            if not refusal:
                visits.call_off(session, self._vault, row, self._mail_domain, now)
                log.step(session, row, Action.LAPSE, staff_id, now)
            rights.erase(session, self._vault, row, staff_id, now)
        self._database.scrub()
        return None

    def arrange_visit(
        self, reference: str, staff_id: str, details: VisitDetails, version: int, now: datetime
    ) -> Refusal | None:
        """Plans a visit, or moves the one that is planned; the official gets mail about it."""
        with self._held(reference, staff_id, version) as (session, row, refusal):
            if refusal:
                return refusal
            action = Action.MOVE if row.status == states.VISIT else Action.PLAN
            visits.arrange(session, self._vault, row, details, self._mail_domain, now)
            log.step(session, row, action, staff_id, now)
        return None

    def call_off_visit(self, reference: str, staff_id: str, version: int, now: datetime) -> Refusal | None:
        """Calls the visit off; the case stays with its holder."""
        with self._held(reference, staff_id, version) as (session, row, refusal):
            if refusal:
                return refusal
            if row.status != states.VISIT:
                return Refusal("not_now")
            visits.call_off(session, self._vault, row, self._mail_domain, now)
            log.step(session, row, Action.CALL_OFF, staff_id, now)
        return None

    def clashes(self, reference: str, details: VisitDetails) -> tuple[str, ...]:
        """Other requests whose visit is then, with the same adviser."""
        with self._database.reading() as session:
            return visits.clashing(session, self._vault, reference, details)

    def planned_ahead(self) -> dict[str, datetime]:
        """When each visit is that is still to come, by reference: the moment and nothing else of it."""
        with self._database.reading() as session:
            return visits.planned_ahead(session, self._vault)

    def visit_of(self, reference: str) -> Visit | None:
        """For the mail about it; not for showing to staff, who go through `open`."""
        with self._database.reading() as session:
            row = session.scalars(select(Request).where(Request.reference == reference)).one_or_none()
            return None if row is None else visits.read(session, self._vault, row)

    def _written(
        self, reference: str, staff_id: str, action: Action, text: str, now: datetime, *, owner: str | None = None
    ) -> Refusal | None:
        """Takes the step and keeps what was written with it; a request whose data was erased keeps nothing new."""
        if not text:
            return Refusal("empty")
        with self._held(reference, staff_id) as (session, row, refusal):
            if refusal:
                return refusal
            key = self._vault.data_key(session, row.data_key_id)
            if key is None:
                return Refusal("erased")
            if owner is not None:
                row.owner_id, row.claimed_at = owner, now
            log.step(session, row, action, staff_id, now)
            notes.add(session, key, row, text[: notes.MAX_NOTE])
        return None

    @contextmanager
    def _held(
        self, reference: str, staff_id: str, version: int | None = None, *, of_anybody: bool = False
    ) -> Iterator[tuple[Session, Request, Refusal | None]]:
        """A transaction with the locked case, and why this member of staff may not act on it.

        `version` is the one that was on the screen: who saw something older first has to look again.
        """
        with self._database.writing() as session:
            row = log.locked(session, reference)
            if row is None:
                yield session, Request(), Refusal("gone")
            elif row.status in states.CLOSED:
                yield session, row, Refusal("closed")
            elif row.owner_id is None or (row.owner_id != staff_id and not of_anybody):
                yield session, row, Refusal("held" if row.owner_id else "not_yours", row.owner_id)
            elif version is not None and row.version != version:
                yield session, row, Refusal("changed")
            else:
                yield session, row, None
