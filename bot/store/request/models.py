"""The tables of requests: what was asked and what happened to it, its escalation, its visit, the official's own way in.

A request has a data key of its own and no column that points to a conversation. Whatever is content is sealed with that
key, so it goes when the request is erased.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, false
from sqlalchemy.orm import Mapped

from bot.store.base.bindings import Bound
from bot.store.base.columns import HASH, ID, UtcTime, Word, sealed, tagged
from bot.store.base.models import Base
from bot.store.links import Link
from bot.store.request.states import AccessStage, Action, RequestKind, RequestStatus, VisitStatus


class Request(Bound, Base):
    """`owner_id` is the member of staff who holds it; `version` counts what happened to it (`RequestEvent`).

    `urgent`: asked for under a safety route, so it comes before the others. `filed_by` is a mark that only the
    conversation which filed it can make again (`bot/store/request/holder/withdrawals.py`). `look_again_on`: the day on
    which whoever holds it wants to be reminded.
    """

    __tablename__ = "request"
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    reference: Mapped[str] = tagged("pseudonymous", String(16), unique=True)
    kind: Mapped[RequestKind] = tagged("public", Word(RequestKind))
    status: Mapped[RequestStatus] = tagged("public", Word(RequestStatus), index=True)
    data_key_id: Mapped[str | None] = tagged(
        "pseudonymous", ForeignKey("data_key.id", ondelete="SET NULL"), unique=True, loose=True
    )
    fields: Mapped[bytes] = sealed(deferred=True)  # read where it is wanted, and not before
    urgent: Mapped[bool] = tagged("pseudonymous", Boolean, server_default=false())
    filed_by: Mapped[str | None] = tagged("pseudonymous", HASH)
    owner_id: Mapped[str | None] = tagged("pseudonymous", ID)
    claimed_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    look_again_on: Mapped[date | None] = tagged("pseudonymous", Date)
    version: Mapped[int] = tagged("public", Integer, server_default="0")
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    updated_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class RequestEvent(Bound, Base):
    """Who did what to a request, and what state that left it in. `position` is the request's version after it.

    `actor` is a staff id, or one of `audit.VISITOR`, `audit.UNPROVEN` and `audit.SYSTEM`.
    """

    __tablename__ = "request_event"
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = tagged("public", Integer, primary_key=True)
    action: Mapped[Action] = tagged("public", Word(Action))
    state: Mapped[RequestStatus] = tagged("public", Word(RequestStatus))
    actor: Mapped[str] = tagged("pseudonymous", String(64))
    at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class RequestNote(Bound, Base):
    """What a member of staff wrote down at a step; `position` is that of the step (`RequestEvent`)."""

    __tablename__ = "request_note"
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = tagged("public", Integer)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), index=True)
    contents: Mapped[bytes] = sealed()


class RequestLookup(Bound, Base):
    """By what somebody who calls can be found: keyed hashes of each number, mail address and word of the name."""

    __tablename__ = "request_lookup"
    term_hash: Mapped[str] = tagged("pseudonymous", HASH, primary_key=True)
    request_id: Mapped[str] = tagged(
        "pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), index=True)


class Appointment(Bound, Base):
    """The visit of a request; one, with one `uid` for ever, so that every calendar recognises it.

    `sequence` goes up with each change, also over a cancelled visit that is planned again, and is the round of its
    mails. `details` holds day, times, adviser and place; `adviser_day` is a keyed hash of adviser and day while it is
    planned, so that two visits of one adviser on a day are noticed. `told` is what the official was last told, by the
    mail of change `told_sequence`; `tried`: a mail about it may have arrived.
    """

    __tablename__ = "appointment"
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), unique=True)
    uid: Mapped[str] = tagged("pseudonymous", String(255), unique=True)
    sequence: Mapped[int] = tagged("public", Integer)
    status: Mapped[VisitStatus] = tagged("public", Word(VisitStatus))
    details: Mapped[bytes] = sealed()
    adviser_day: Mapped[str | None] = tagged("pseudonymous", HASH, index=True)
    told: Mapped[VisitStatus | None] = tagged("public", Word(VisitStatus))
    told_sequence: Mapped[int | None] = tagged("public", Integer)
    tried: Mapped[bool | None] = tagged("public", Boolean)
    updated_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class RequestAccess(Link, Base):
    """The official's way to the own request: a link that works once, and the short session that it opens."""

    __tablename__ = "request_access"
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), index=True)
    stage: Mapped[AccessStage] = tagged("public", Word(AccessStage))


class EscalationRow(Bound, Base):
    """How far a request was escalated since `begun_at`, and who acknowledged it in the console.

    `step` 0 to 3: nobody yet, second address, all addresses, the official. `round` counts how often the mails began
    anew. `reminded_at`: a request that was claimed stood still then.
    """

    __tablename__ = "escalation"
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    begun_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    round: Mapped[int] = tagged("public", Integer)
    step: Mapped[int] = tagged("public", Integer)
    step_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    acknowledged_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    acknowledged_by: Mapped[str | None] = tagged("pseudonymous", String(64))
    reminded_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
