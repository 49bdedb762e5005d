"""Measure the console at a desk that is busy: `python -m benchmarks.desk [--requests 2000] [--years 5] [--times 7]`.

Two databases of their own on the PostgreSQL server of WONINGSCAN_TEST_POSTGRES: an empty one, and one with so many
requests of the past year, each as far as its age says, and the figures of so many years. Every page of the console is
asked for in turns in both, and printed with the time that the server needs for it, and how often longer that is than
with the empty one. It is the least of several runs: a busy neighbour changes it least. It ends with an error where a
page is not under the bar.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path

from sqlalchemy import update
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import Store, figures
from bot.store.adviser.advisers import AdviserDetails
from bot.store.mail.models import OutboxRow
from bot.store.queue import QueueStatus
from bot.store.request.states import Action
from bot.store.request.visits import VisitDetails
from bot.store.retention import sweep
from bot.turn.limits import RateLimits
from tests.support.databases import postgres_database
from tests.support.request.requests import case_path, make_request
from tests.support.running import NOWHERE
from tests.support.staff.members import Desk, Member, make_member
from tests.support.staff.offices import Always
from tests.support.staff.visitors import CHATS, Visitor, chat_of
from tests.support.talking.house import CoreEngine

BAR = 0.3
_YEAR, _DAY = timedelta(days=365), timedelta(days=1)
_COLLEAGUES, _ADVISERS, _FIGURES = 5, 8, 14
_START = "/secretariaat/"


@dataclass
class Office:
    """An app with its desk."""

    client: TestClient
    desk: Desk
    store: Store
    me: str


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.desk", description=__doc__)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--times", type=int, default=7)
    asked = parser.parse_args()
    with ExitStack() as stack:
        empty, busy = stack.enter_context(opened()), stack.enter_context(opened())
        started = time.monotonic()
        fill(busy, asked.requests, asked.years)
        here, there = pages(empty), pages(busy)
        print(f"{asked.requests} requests and {asked.years} years of figures, in {time.monotonic() - started:.0f} s")
        print(f"{'page':<44} {'empty':>8} {'busy':>8} {'ratio':>6}")
        slow = []
        for name in here:
            spent = measured([(empty.desk, here[name]), (busy.desk, there[name])], asked.times)
            print(
                f"{name:<44} {1000 * spent[0]:6.0f}ms {1000 * spent[1]:6.0f}ms {spent[1] / spent[0]:6.1f}", flush=True
            )
            slow += [name] if spent[1] >= BAR else []
    sys.exit(f"not under {BAR} s: {', '.join(slow)}" if slow else 0)


@contextmanager
def opened() -> Iterator[Office]:
    """An app on a database of its own."""
    with tempfile.TemporaryDirectory() as folder, postgres_database() as url:
        settings = Settings(data_dir=Path(folder), database_url=url, **NOWHERE)
        with TestClient(create_app(settings), raise_server_exceptions=False) as client:
            services = client.app.state.services  # type: ignore[attr-defined]
            services.limits = RateLimits("1000/second", "1000/second", "1000/second")
            services.turns._engine, services.turns._reception._hours = CoreEngine(), Always()
            member: Member = make_member(services.store, "beheerder")
            desk = Desk(TestClient(client.app, raise_server_exceptions=False), services.store, member.token)
            yield Office(client, desk, services.store, member.id)


def pages(office: Office) -> dict[str, str]:
    """Every page by its name, with the one request and the one chat that some of them are about."""
    store, desk, me = office.store, office.desk, office.me
    reference, now = make_request(store), datetime.now(UTC)
    store.cases.claim(reference, me, now)
    adviser = store.advisers.add(AdviserDetails("A. Adviseur", "a@example.org"), me, now)
    desk.post(f"{CHATS}/beschikbaar", {"beschikbaar": "ja"})
    visitor = Visitor(office.client)
    visitor.ask_for_a_person()
    chat = chat_of(visitor, store)
    desk.post(f"{CHATS}/{chat}/oppakken")
    views = ["?blad=2", "?blad=99999", "?spoed=ja", "?soort=woningscan", "?wie=niemand", "?wie={me}"]
    views += [f"?volgorde={order}" for order in ("wacht", "spoed", "wie", "stand")]
    views += [f"?stand={stand}" for stand in ("nieuw", "opgepakt", "afspraak", "mijn", "gesloten")]
    views += ["?stand=gesloten&blad=20", "?stand=gesloten&volgorde=wie&om=ja", "?stand=gesloten&wie={me}"]
    named = {f"werklijst {view}": f"{_START}{view.format(me=me)}" for view in ["", *views]}
    named |= {"aanvraag": case_path(reference)}
    named |= {f"aanvraag {act}": case_path(reference, f"/{act}") for act in ("afspraak", "afspraak/vrij", "gegevens")}
    named |= {"chat": f"{CHATS}/{chat}", "aanvraag uit een chat": f"{CHATS}/{chat}/aanvraag"}
    named |= {"adviseur": f"{_START}adviseurs/{adviser}"}
    named |= {"logboek van een aanvraag": f"{_START}logboek?over={reference}"}
    named |= {"logboek van een medewerker": f"{_START}logboek?wie={me}"}
    names = (
        "werklijst",
        "oproep",
        "gesprekken",
        "cijfers",
        "adviseurs",
        "medewerkers",
        "logboek",
        "mail",
        "bewaren",
        "hulp",
    )
    return named | {name: f"{_START}{name}" for name in (*names, "account", "bevestigen")}


def fill(office: Office, requests: int, years: int) -> None:
    """A year at a desk of five: most of it closed, and of the last weeks what is still open."""
    store, now, pick = office.store, datetime.now(UTC), random.Random(7)  # the same year each time
    staff = [office.me, *(make_member(store).id for _ in range(_COLLEAGUES - 1))]
    advisers = [
        store.advisers.add(AdviserDetails(f"Adviseur {number}", f"a{number}@example.org"), office.me, now)
        for number in range(_ADVISERS)
    ]
    for number in range(requests):
        at = now - _YEAR * ((requests - number) / requests)
        kind, urgent = pick.choice(["woningscan", "woningscan", "terugbellen"]), pick.random() < 0.1
        contact = {"naam": f"Naam{number} Achternaam", "contact": f"n{number}@example.org"}
        reference = make_request(store, kind, urgent=urgent and kind == "terugbellen", at=at, **contact)
        _work_on(store, reference, (now - at) / _DAY, (pick.choice(staff), pick.choice(advisers), number), at)
    with store.database.writing() as session:
        counted = [(f"cijfer.{number}", 20) for number in range(_FIGURES)] + [("gesprek", 60), ("scan", 40)]
        for week in range(1, 52 * years):
            figures.count(session, counted, now - week * timedelta(weeks=1))
        sent = {"status": QueueStatus.DONE, "due_at": None}
        session.execute(update(OutboxRow).where(OutboxRow.created_at < now - _DAY).values(**sent))
    sweep(store.database, now)


def _work_on(store: Store, reference: str, days: float, who: tuple[str, str, int], at: datetime) -> None:
    """As far as a request of so many days is: it waits a day, then is held, has a visit and is closed after weeks."""
    staff_id, adviser, number = who
    cases = store.cases
    if days < 1:
        return
    cases.claim(reference, staff_id, at + _DAY / 4)
    cases.note(reference, staff_id, "Gebeld, belt morgen terug.", at + _DAY / 3)
    if number % 3 and days > 4:
        day = (at + timedelta(days=25)).date()
        details = VisitDetails(day, clock(9 + number % 7), adviser="Adviseur", place="op afspraak", adviser_id=adviser)
        cases.arrange_visit(reference, staff_id, details, 2, at + 4 * _DAY)
    if days > 28 and number % 40:  # one in forty is never closed
        version = 3 if number % 3 else 2
        cases.close(reference, staff_id, Action.FINISH, version, at + 28 * _DAY)


def measured(asked: list[tuple[Desk, str]], times: int) -> list[float]:
    """The least seconds of each page, in turns."""
    spent: list[list[float]] = [[] for _ in asked]
    for turn in range(times + 1):
        for place, (desk, path) in enumerate(asked):
            begun = time.perf_counter()
            answer = desk.get(path)
            if turn:  # the first one fills what is kept in memory
                spent[place].append(time.perf_counter() - begun)
            assert answer.status_code == 200, (path, answer.status_code)
    return [min(seconds) for seconds in spent]


if __name__ == "__main__":
    main()
