"""Measure every page of the console on a full PostgreSQL database: `python -m benchmarks.console [--requests 2000]`.

Server time from request to last byte, in this process, without a network: the middle of nine. Beside it the same page
of an empty database, and how many times as long it took. Needs `WONINGSCAN_TEST_POSTGRES`. Ends with status 1 where a
page takes longer than the bar.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from statistics import median

import httpx
from sqlalchemy import delete, insert
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import Store
from bot.store.base.models import Figure
from bot.store.figures import week_of
from bot.store.request import requests
from bot.store.request.states import Action, RequestKind
from bot.store.request.visits import VisitDetails
from tests.support.databases import postgres_database
from tests.support.running import NOWHERE
from tests.support.staff.members import Desk, make_member

BAR = 0.3
"""Seconds of server time."""
ROUNDS, YEARS, OPEN = 9, 5, 120
FIGURES = ("gesprek", "scan", "aanvraag.woningscan", "aanvraag.terugbellen", "chat", "chat.gemist", "route.acuut")
ADVISERS = ("A. Bakker", "B. de Boer", "C. Visser")


@dataclass(frozen=True)
class Filled:
    """The console of one database: somebody at it, and a request of theirs with a visit."""

    desk: Desk
    reference: str


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.console", description=__doc__)
    parser.add_argument("--requests", type=int, default=2000)
    number = parser.parse_args().requests
    with console(1) as empty, console(number) as full:
        before = {name: _seconds(page, empty) for name, page in PAGES.items()}
        missed = False
        print(f"{number} requests, {OPEN} of them open, {YEARS} years of figures; milliseconds")
        for name, page in PAGES.items():
            took = _seconds(page, full)
            missed |= took > BAR
            print(f"{name:38} {1000 * took:6.0f}   empty {1000 * before[name]:6.0f}   {took / before[name]:5.1f} times")
    return int(missed)


@contextmanager
def console(number: int) -> Iterator[Filled]:
    """The app on a database of its own with so many requests."""
    with postgres_database() as url, tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=url, **NOWHERE)
        with TestClient(create_app(settings)) as client:
            store: Store = client.app.state.services.store  # type: ignore[attr-defined]
            member = make_member(store)
            reference = _fill(store, member.id, number)
            yield Filled(Desk(client, store, member.token), reference)


def _fill(store: Store, staff_id: str, number: int) -> str:
    """Requests over the years, the last of them open, and figures for each week of that time where there are many."""
    now, made = datetime.now(UTC), []
    for place in range(number):
        at = now - timedelta(days=365 * YEARS * (number - place - 1) / max(number, 1))
        made.append(_file(store, place, at))
        if place < number - OPEN // 3:
            _work_on(store, staff_id, made[-1], place, at, close=place < number - OPEN)
    weeks = sorted({week_of(now - timedelta(days=7 * back)) for back in range(52 * YEARS)}) if number > OPEN else []
    rows = [{"week": week, "name": name, "count": 40} for week in weeks for name in FIGURES]
    if rows:
        with store.database.writing() as session:
            session.execute(delete(Figure))
            session.execute(insert(Figure), rows)
    if number == 1:
        _work_on(store, staff_id, made[0], 0, now, close=False)
    return made[-OPEN // 2] if number > OPEN else made[0]


def _file(store: Store, place: int, at: datetime) -> str:
    kind = RequestKind.CALL_BACK if place % 3 == 0 else RequestKind.SCAN_VISIT
    contact = f"06{10_000_000 + place:08d}, p{place}@example.org"
    fields = {"naam": f"P. Persoon{'abcdefghij'[place % 10]}", "functie": "Wethouder", "contact": contact}
    with store.database.writing() as session:
        return requests.submit(session, store.vault, kind, fields, "example.org", at, urgent=place % 9 == 0)


def _work_on(store: Store, staff_id: str, reference: str, place: int, at: datetime, *, close: bool) -> None:
    cases = store.cases
    cases.claim(reference, staff_id, at)
    cases.note(reference, staff_id, "Gebeld en afgesproken.", at)
    if close:
        cases.close(reference, staff_id, Action.FINISH, 2, at)
        return
    day = datetime.now(UTC).date() + timedelta(days=1 + place % 90)
    details = VisitDetails(day, clock(9 + place % 7), adviser=ADVISERS[place % 3], place="op afspraak")
    cases.arrange_visit(reference, staff_id, details, 2, at)


def _seconds(page: Callable[[Filled], httpx.Response], filled: Filled) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        answer = page(filled)
        took.append(time.perf_counter() - begun)
        if answer.status_code not in (200, 303):
            raise SystemExit(f"status {answer.status_code}")
    return median(took)


def _get(path: str) -> Callable[[Filled], httpx.Response]:
    return lambda filled: filled.desk.get(path.format(reference=filled.reference))


def _search(typed: str) -> Callable[[Filled], httpx.Response]:
    return lambda filled: filled.desk.post("/secretariaat/zoeken", {"zoek": typed})


PAGES: dict[str, Callable[[Filled], httpx.Response]] = {
    **{
        path: _get(f"/secretariaat/{path}")
        for path in (
            *("?stand=alles", "?stand=nieuw", "?stand=opgepakt", "?stand=afspraak", "?stand=mijn", "?stand=gesloten"),
            *("werklijst", "aanvraag/{reference}", "aanvraag/{reference}/afspraak"),
            *("gesprekken", "gesprekken/stand", "oproep", "cijfers", "cijfers/csv", "account"),
        )
    },
    "zoeken: part of a reference": _search("WS-A"),
    "zoeken: a number": _search("06 10000099"),
    "zoeken: a name": _search("Persoona"),
}

if __name__ == "__main__":
    sys.exit(main())
