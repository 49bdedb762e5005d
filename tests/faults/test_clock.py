"""A clock that jumps forty days ahead while the app runs: what visitors see is that nothing happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.jobs import schedule
from bot.jobs.alarms import alarms
from bot.services import Services
from bot.settings import Settings
from bot.store import Store
from bot.store.base.models import ClockMark
from tests.faults.test_flood import Visitor
from tests.support.request.requests import FIELDS, make_request
from tests.support.running import NOWHERE, listening
from tests.support.waiting import eventually
from woningscan.conversation.memory import memory_in

JUMP = timedelta(days=40)
EVERY = 0.05
HELD = "bewaartermijn_wacht"


class Clock:
    """What time it is, wherever the app asks."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(schedule, "_now", clock)
    monkeypatch.setattr(schedule, "HOURLY", EVERY)
    monkeypatch.setattr(Services, "now", staticmethod(clock))
    return clock


def codes(store: Store, clock: Clock) -> list[str]:
    return [alarm.code for alarm in alarms(store, clock())]


def test_a_scan_and_a_request_go_on(tmp_path: Path, clock: Clock) -> None:
    with listening(Settings(data_dir=tmp_path, **NOWHERE)) as here:
        visitor = Visitor(here.url)
        visitor.told(choice="start_scan")
        visitor.told(choice="antwoord:functie=wethouder")
        reference = make_request(here.store)
        eventually(lambda: _swept(here.store))
        clock.ahead = JUMP
        eventually(lambda: HELD in codes(here.store, clock))
        assert visitor.told(choice="antwoord:gevaar_nu=nee") == ["scan.ask.voorval"]
        assert visitor.told(text="er staat nu iemand met een mes in mijn huis")[0] == "threat.route.acuut"
        other = Visitor(here.url)
        assert other.told(choice="start_scan") == ["scan.ask.functie"]
        clock.ahead = timedelta()
        eventually(lambda: HELD not in codes(here.store, clock))
        stored = here.store.conversations.load(visitor.token)
        assert stored is not None
        assert memory_in(stored.state).answers.items() >= {"functie": "wethouder", "gevaar_nu": "nee"}.items()
        assert other.told(choice="antwoord:functie=raadslid") == ["scan.ask.gevaar_nu"]
        request = here.store.requests.find(reference)
        assert request is not None and request.fields == FIELDS


def _swept(store: Store) -> bool:
    """Whether it was looked once for what is past its time: before that any clock is believed."""
    with store.database.reading() as session:
        return session.scalars(select(ClockMark)).first() is not None
