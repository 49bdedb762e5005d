"""Advisers: kept by an administrator, chosen for a visit, told by mail, each with a calendar behind a secret link."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.adviser.models import AdviserRow
from bot.store.base.bindings import written_rows
from bot.store.base.database import Database
from bot.store.base.errors import KeyProblem, Tampered
from bot.store.base.vault import OpenKey, Vault
from bot.store.request import visits
from bot.store.request.visits import Visit, VisitDetails


@dataclass(frozen=True)
class AdviserDetails:
    """`days` counts from Monday, 0; `opens` and `closes` are on the clock on the wall."""

    name: str = field(repr=False)
    mail: str = field(repr=False)
    region: str = ""
    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    opens: time = time(9)
    closes: time = time(17)

    def works_at(self, visit: VisitDetails) -> bool:
        """Whether the visit lies in their hours; of one without an end only its begin is looked at."""
        until = visit.until or visit.start
        return visit.day.weekday() in self.days and self.opens <= visit.start and until <= self.closes


@dataclass(frozen=True)
class Adviser:
    id: str
    details: AdviserDetails
    has_feed: bool


class Advisers:
    """Each change is one transaction with its audit row."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def all(self) -> list[Adviser]:
        """By name. What cannot be read is left out."""
        with self._database.reading() as session:
            read = [self._read(session, row) for row in written_rows(session, AdviserRow)]
        known = [adviser for adviser in read if adviser is not None]
        return sorted(known, key=lambda adviser: (adviser.details.name.casefold(), adviser.id))

    def find(self, adviser_id: str) -> Adviser | None:
        with self._database.reading() as session:
            row = session.get(AdviserRow, adviser_id)
            return None if row is None or row.forged else self._read(session, row)

    def add(self, details: AdviserDetails, staff_id: str, now: datetime) -> str:
        """Returns the id."""
        with self._database.writing() as session:
            key = self._vault.new_data_key(session, "adviser")
            row = AdviserRow(id=secrets.token_hex(16), data_key_id=key.id, created_at=now)
            key.seal(row, AdviserRow.contents, _plain(details))
            session.add(row)
            session.flush()
            audit.append(session, actor=staff_id, action="adviser.add", object=row.id, now=now)
            return row.id

    def change(self, adviser_id: str, details: AdviserDetails, staff_id: str, now: datetime) -> bool:
        """False for one that is not there any more."""
        with self._database.writing() as session:
            row, key = self._locked(session, adviser_id)
            if row is None or key is None:
                return False
            key.seal(row, AdviserRow.contents, _plain(details))
            audit.append(session, actor=staff_id, action="adviser.change", object=row.id, now=now)
            return True

    def remove(self, adviser_id: str, staff_id: str, now: datetime) -> tuple[str, ...] | None:
        """Erases an adviser; the references of visits that are still to come, and then nothing is done. None for one
        that is not there."""
        with self._database.writing() as session:
            row, _ = self._locked(session, adviser_id)
            if row is None:
                return None
            ahead = [ref for ref, visit in visits.of_adviser(session, self._vault, row.id) if visit.is_ahead(now)]
            if ahead:
                return tuple(ahead)
            self._vault.erase(session, row.data_key_id)
            audit.append(session, actor=staff_id, action="adviser.remove", object=adviser_id, now=now)
        self._database.scrub()
        return ()

    def make_feed(self, adviser_id: str, staff_id: str, now: datetime) -> str | None:
        """The token of a new calendar link; an earlier one works no more. None for one that is not there."""
        token = self._vault.new_token()
        return token if self._set_feed(adviser_id, self._feed_hash(token), "feed", staff_id, now) else None

    def end_feed(self, adviser_id: str, staff_id: str, now: datetime) -> bool:
        return self._set_feed(adviser_id, None, "feed_end", staff_id, now)

    def feed(self, token: str) -> list[tuple[str, Visit]] | None:
        """The visits behind a calendar link, by the reference of their request; None for a link that does not work."""
        with self._database.reading() as session:
            rows = written_rows(session, AdviserRow, AdviserRow.feed_hash == self._feed_hash(token))
            return list(visits.of_adviser(session, self._vault, rows[0].id)) if rows else None

    def visits_on(self, adviser: Adviser, days: Sequence[date], *, besides: str) -> tuple[VisitDetails, ...]:
        """What this adviser has on these days, the visit of the request `besides` left out."""
        whose = VisitDetails(date.min, time(), adviser=adviser.details.name, adviser_id=adviser.id)
        with self._database.reading() as session:
            planned = visits.with_adviser(session, self._vault, besides, whose, days)
            return tuple(visit.details for _, visit in planned)

    def _set_feed(self, adviser_id: str, hashed: str | None, act: str, staff_id: str, now: datetime) -> bool:
        with self._database.writing() as session:
            row, _ = self._locked(session, adviser_id)
            if row is None:
                return False
            row.feed_hash = hashed
            session.flush()
            audit.append(session, actor=staff_id, action=f"adviser.{act}", object=row.id, now=now)
            return True

    def _feed_hash(self, token: str) -> str:
        return self._vault.hash("adviser-feed", token)

    def _locked(self, session: Session, adviser_id: str) -> tuple[AdviserRow | None, OpenKey | None]:
        row = session.scalars(select(AdviserRow).where(AdviserRow.id == adviser_id).with_for_update()).one_or_none()
        if row is None or row.forged:
            return None, None
        return row, self._vault.data_key(session, row.data_key_id)

    def _read(self, session: Session, row: AdviserRow) -> Adviser | None:
        try:
            key = self._vault.data_key(session, row.data_key_id)
            return None if key is None else Adviser(row.id, _opened(key, row), row.feed_hash is not None)
        except (KeyProblem, Tampered, ValueError, TypeError, KeyError):
            return None


def _plain(details: AdviserDetails) -> dict[str, Any]:
    hours = {"opens": details.opens.isoformat("minutes"), "closes": details.closes.isoformat("minutes")}
    return {"name": details.name, "mail": details.mail, "region": details.region, "days": list(details.days), **hours}


def _opened(key: OpenKey, row: AdviserRow) -> AdviserDetails:
    plain = key.open(row, AdviserRow.contents)
    opens, closes = (time.fromisoformat(plain[name]) for name in ("opens", "closes"))
    return AdviserDetails(plain["name"], plain["mail"], plain["region"], tuple(plain["days"]), opens, closes)
