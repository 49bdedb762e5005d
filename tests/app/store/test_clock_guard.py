"""Nothing is removed because of a clock that jumped, nor nearly everything at once; an alarm says so."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from bot.jobs import schedule
from bot.jobs.alarms import alarms
from bot.making import make_bounds
from bot.settings import Settings, UnsafeSettings
from bot.store import Store
from bot.store.base import clock_guard
from bot.store.base.clock_guard import ClockGuard
from bot.store.request.models import Request
from bot.store.retention import Bounds, Held, Limits, Swept, sweep_with_care
from tests.support.request.steps import submit
from tests.support.rows import changed
from woningscan.content import load_content

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Clocks:
    """The clock on the wall and the steady one of one process; they only differ when the first is set."""

    def __init__(self, store: Store, now: datetime) -> None:
        self.store, self.wall, self.steady = store, now, 1000.0
        self.restart()

    def restart(self) -> None:
        self.guard = ClockGuard(lambda: self.steady)

    def passes(self, time: timedelta) -> None:
        self.wall += time
        self.steady += time.total_seconds()

    def sweep(self, bounds: Bounds | None = None) -> Swept:
        return sweep_with_care(self.store.database, self.guard, self.wall, Limits(), bounds)

    def held(self) -> str:
        with pytest.raises(Held) as held:
            self.sweep()
        assert [one.code for one in alarms(self.store, self.wall)] == ["bewaartermijn_wacht"]
        return str(held.value)

    def runs_for(self, time: timedelta) -> int:
        """As the job does, every hour; how many conversations went."""
        erased, until = 0, self.wall + time
        while self.wall < until:
            self.passes(HOUR)
            erased += self.sweep().conversations
        assert alarms(self.store, self.wall) == []
        return erased


@pytest.fixture
def clocks(store: Store, now: datetime) -> Clocks:
    made = Clocks(store, now)
    made.sweep()
    return made


def talks(store: Store, now: datetime, number: int = 3) -> list[str]:
    return [store.conversations.create("web", {}, [], [], now) for _ in range(number)]


def left(store: Store) -> int:
    with store.database.reading() as session:
        return int(session.execute(text("SELECT count(*) FROM conversation")).scalar_one())


def test_the_usual_days_go_as_before(store: Store, clocks: Clocks, now: datetime) -> None:
    talks(store, now)
    assert clocks.runs_for(71 * HOUR) == 0
    assert clocks.runs_for(2 * HOUR) == 3


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("jump", [40 * DAY, 3 * DAY, -HOUR, -40 * DAY])
def test_a_jump_removes_nothing_and_ends_when_the_clock_is_put_right(
    store: Store, clocks: Clocks, now: datetime, jump: timedelta, restarted: bool
) -> None:
    talks(store, now)
    clocks.wall += jump
    if restarted:
        clocks.restart()
    for _ in range(3):
        assert clocks.held() == ("ahead" if jump > HOUR else "back")
        assert left(store) == 3
        clocks.passes(MINUTE)
    clocks.wall -= jump
    clocks.passes(HOUR)
    assert clocks.sweep().conversations == 0
    assert clocks.runs_for(73 * HOUR) == 3


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("jump", [40 * DAY, 3 * DAY, -HOUR, -40 * DAY])
def test_waits_go_on_by_the_steady_clock(store: Store, clocks: Clocks, jump: timedelta, restarted: bool) -> None:
    database = store.database
    right = clocks.wall
    assert clocks.guard.believed(database, right) == right
    clocks.wall += jump
    if restarted:
        clocks.restart()
    for minutes in range(0, 50, 20):
        assert clocks.guard.believed(database, clocks.wall) == right + minutes * MINUTE
        clocks.passes(20 * MINUTE)
    clock_guard.confirm(database, clocks.wall)
    assert clocks.guard.believed(database, clocks.wall) == clocks.wall


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("jump", [-2 * MINUTE, 2 * MINUTE])
def test_a_small_correction_only_puts_off_one_run(
    store: Store, clocks: Clocks, now: datetime, jump: timedelta, restarted: bool
) -> None:
    talks(store, now - 73 * HOUR)
    clocks.wall += jump
    if restarted:
        clocks.restart()
    if not (restarted and jump > timedelta(0)):  # as if the app had been off for two minutes
        assert clocks.held() in ("corrected", "back")
        assert left(store) == 3
        clocks.passes(HOUR)
    assert clocks.sweep().conversations == 3
    assert alarms(store, clocks.wall) == []


@pytest.mark.parametrize("jump", [HOUR, 47 * HOUR])
def test_a_jump_of_hours_is_seen_by_the_process_that_lived_through_it(
    store: Store, clocks: Clocks, now: datetime, jump: timedelta
) -> None:
    talks(store, now - 71 * HOUR)
    clocks.wall += jump
    assert clocks.held() == "ahead"
    clocks.restart()
    clocks.passes(HOUR)
    assert clocks.held() == "ahead", "starting again is no way round it"
    assert left(store) == 3


def test_the_hour_that_comes_twice_is_no_jump(store: Store) -> None:
    clocks = Clocks(store, datetime(2026, 10, 24, 20, tzinfo=AMSTERDAM).astimezone(ZoneInfo("UTC")))
    for _ in range(2 * 24):
        clocks.passes(HOUR)
        clocks.guard.doubt(store.database, clocks.wall.astimezone(AMSTERDAM))
        assert clocks.sweep().conversations == 0


def test_an_operator_may_say_that_the_clock_is_right(store: Store, clocks: Clocks, now: datetime) -> None:
    talks(store, now)
    clocks.wall += 40 * DAY
    clocks.held()
    clock_guard.confirm(store.database, clocks.wall)
    assert clocks.sweep().conversations == 3, "the process that saw the jump believes the operator too"
    assert alarms(store, clocks.wall) == []


def test_an_app_that_was_off_for_a_night_goes_on(store: Store, clocks: Clocks, now: datetime) -> None:
    talks(store, now - 70 * HOUR)
    clocks.passes(12 * HOUR)
    clocks.restart()
    assert clocks.sweep().conversations == 3


@pytest.mark.parametrize(("number", "fresh", "goes"), [(25, 0, True), (26, 0, False), (26, 26, True)])
def test_no_more_than_a_share_goes_at_once(
    store: Store, clocks: Clocks, now: datetime, number: int, fresh: int, goes: bool
) -> None:
    talks(store, now - 73 * HOUR, number)
    talks(store, now, fresh)
    if goes:
        assert clocks.sweep().conversations == number
        assert alarms(store, now) == []
    else:
        assert clocks.held() == "too_much"
        assert left(store) == number
        assert clocks.sweep(Bounds(share=1.0)).conversations == number, "a setting says how much"
        assert alarms(store, now) == []


def test_requests_count_as_well(store: Store, clocks: Clocks, now: datetime) -> None:
    (token,) = talks(store, now, 1)
    for number in range(3):
        conversation = store.conversations.load(token)
        store.turns.commit_turn(
            conversation, state={}, offered=[], replies=[], effects=[submit()], external_id=f"m{number}", now=now
        )
    changed(store, Request, status="lapsed", updated_at=now - timedelta(days=2000))
    with store.database.writing() as session:
        session.execute(text("UPDATE outbox SET status = 'done'"))
    with pytest.raises(Held, match="too_much"):
        clocks.sweep(Bounds(floor=2))
    assert clocks.sweep(Bounds(floor=3)).requests == 3


@pytest.mark.parametrize("job", ["bewaartermijn", "gesprek_opruimen", "telegram_opruimen"])
def test_every_job_that_removes_by_age_asks_first(
    store: Store, now: datetime, job: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings()
    clock = [now]
    monkeypatch.setattr(schedule, "_now", lambda: clock[0])
    guard = ClockGuard(lambda: 0.0)
    jobs = schedule.make_jobs(store, settings, load_content(settings.content_dir), guard)
    jobs |= schedule.telegram_jobs(store, guard)
    jobs[job][1]()
    old = now.replace(year=2020)
    store.telegram.put(1, old)
    talks(store, old)
    clock[0] = now + 40 * DAY
    jobs[job][1]()
    assert left(store) == 3
    with store.database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM telegram_update")).scalar_one() == 1
    assert "bewaartermijn_wacht" in [alarm.code for alarm in alarms(store, now)]


@pytest.mark.parametrize("wrong", [{"retention_share": 0}, {"retention_share": 1.1}, {"retention_floor": -1}])
def test_bounds_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(UnsafeSettings, match="RETENTION"):
        Settings.model_validate(wrong).refuse_unsafe()
    assert make_bounds(Settings()) == Bounds()
