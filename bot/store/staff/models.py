"""The tables of the secretariat's staff. Who they are and what they log in with is sealed with a data key per person.

A copy of the database alone tells neither names nor anything to guess passphrases against.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped

from bot.store.base.bindings import Bound
from bot.store.base.columns import HASH, ID, UtcTime, Word, sealed, tagged
from bot.store.base.models import Base
from bot.store.links import Link
from bot.store.staff.roles import AttemptKind, Role, SessionStage, StaffStatus


class StaffRow(Bound, Base):
    """`passphrase` is an Argon2id hash, `totp_counter` the last time step whose code was used."""

    __tablename__ = "staff"
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    login_hash: Mapped[str] = tagged("pseudonymous", HASH, unique=True)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), unique=True)
    name: Mapped[bytes] = sealed()
    role: Mapped[Role] = tagged("public", Word(Role))
    status: Mapped[StaffStatus] = tagged("public", Word(StaffStatus))
    passphrase: Mapped[bytes | None] = sealed()
    totp_secret: Mapped[bytes | None] = sealed()
    totp_counter: Mapped[int | None] = tagged("pseudonymous", Integer)
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class RecoveryCode(Bound, Base):
    """A code for who lost the phone: used once, and then the row is gone."""

    __tablename__ = "staff_recovery_code"
    code_hash: Mapped[str] = tagged("pseudonymous", HASH, primary_key=True)
    staff_id: Mapped[str] = tagged("pseudonymous", ForeignKey("staff.id", ondelete="CASCADE"), index=True)


class SetupLink(Link, Base):
    """The link with which a member sets the account up; it works until that is done."""

    __tablename__ = "staff_setup_link"
    staff_id: Mapped[str] = tagged("pseudonymous", ForeignKey("staff.id", ondelete="CASCADE"), unique=True)


class SessionRow(Link, Base):
    """`fresh_at` is when passphrase and code were last given in this session."""

    __tablename__ = "staff_session"
    staff_id: Mapped[str] = tagged("pseudonymous", ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    stage: Mapped[SessionStage] = tagged("public", Word(SessionStage))
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    fresh_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class AttemptRow(Base):
    """A login that did not succeed, or is being tried now. Keyed hashes only; gone after a day."""

    __tablename__ = "staff_attempt"
    __table_args__ = (Index(None, "client_hash", "at"), Index(None, "login_hash", "at"))
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    client_hash: Mapped[str] = tagged("pseudonymous", HASH)
    login_hash: Mapped[str] = tagged("pseudonymous", HASH)
    kind: Mapped[AttemptKind] = tagged("public", Word(AttemptKind))
    at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class StaffPresence(Base):
    """Whether a member takes chats in the session of now, and when a page of theirs was last heard of."""

    __tablename__ = "staff_presence"
    staff_id: Mapped[str] = tagged("pseudonymous", ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    available: Mapped[bool] = tagged("public", Boolean)
    seen_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
