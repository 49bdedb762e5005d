"""Counts per ISO week. A row says how often something happened, never to whom; erasing a conversation leaves it alone.

Count last in a transaction, after `audit.append`: every transaction then takes the locks of the two in the same order.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.base.database import Database, insert
from bot.store.base.models import Figure

log = logging.getLogger("bot.store")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")

PICKED_UP = (
    ("opgepakt.dag", timedelta(days=1)),
    ("opgepakt.drie_dagen", timedelta(days=3)),
    ("opgepakt.later", timedelta.max),
)
FINISHED = (
    ("klaar.twee_weken", timedelta(weeks=2)),
    ("klaar.zes_weken", timedelta(weeks=6)),
    ("klaar.later", timedelta.max),
)
"""Lead times of a request as counts: the name of each step, and the longest time that it stands for."""


def lead_time(steps: Iterable[tuple[str, timedelta]], made: datetime, now: datetime) -> tuple[str, int]:
    """One for the count of the step of `steps` in which what was made then falls now."""
    return next(name for name, longest in steps if now - made <= longest), 1


def week_of(moment: datetime) -> str:
    """`2026-W48`: the ISO week in Dutch time."""
    year, week, _ = moment.astimezone(AMSTERDAM).isocalendar()
    return f"{year}-W{week:02d}"


def monday_of(week: str) -> date:
    year, _, number = week.partition("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def count(session: Session, figures: Iterable[tuple[str, int]], now: datetime) -> None:
    """Adds to the counts of this week in the caller's transaction."""
    week = week_of(now)
    for name, number in sorted(figures):  # always in one order, so that two transactions never wait for each other
        if number == 0:
            continue
        added = insert(session, Figure).values(week=week, name=name, count=number)
        counted = {"count": Figure.count + number}
        session.execute(added.on_conflict_do_update(index_elements=["week", "name"], set_=counted))


def read(database: Database) -> dict[str, dict[str, int]]:
    """The counts by week and name. A row that is no count of a week is left out: it must not hide the others."""
    with database.reading() as session:
        rows = session.execute(select(Figure.week, Figure.name, Figure.count).order_by(Figure.week, Figure.name)).all()
    counts: dict[str, dict[str, int]] = {}
    for week, name, count in rows:
        if isinstance(count, int) and (week in counts or _is_week(week)):
            counts.setdefault(week, {})[name] = count
    return counts


def _is_week(week: object) -> bool:
    try:
        monday_of(str(week))
    except ValueError:
        log.error("figure of no week left out")
        return False
    return True
