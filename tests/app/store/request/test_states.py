"""What may happen to a request: the table itself, and random lives of requests that never leave it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bot.store import KeyRing, open_store
from bot.store.audit import verify
from bot.store.request import states
from bot.store.request.states import (
    CLOSED,
    OPEN,
    TRANSITIONS,
    AccessStage,
    Action,
    RequestStatus,
    after,
)
from bot.store.request.visits import VisitDetails
from tests.support.request.requests import make_request

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=timezone.utc)
STAFF = ["a" * 32, "b" * 32]


def test_the_table_names_every_state_and_nothing_else():
    assert {*OPEN, *CLOSED} == set(RequestStatus)
    assert {state for action, state in TRANSITIONS if action != Action.REOPEN} == set(OPEN)
    assert set(TRANSITIONS.values()) == set(RequestStatus)
    assert {action for action, _ in TRANSITIONS} == set(Action)


@pytest.mark.parametrize("state", CLOSED)
@pytest.mark.parametrize("action", [action for action in Action if action != Action.REOPEN])
def test_nothing_happens_to_what_is_closed(action: str, state: str):
    assert after(action, state) is None


@pytest.mark.parametrize(
    ("action", "state", "then"),
    [
        ("claim", "new", "claimed"),
        ("claim", "claimed", None),
        ("release", "claimed", "new"),
        ("release", "new", None),
        ("plan", "new", None),
        ("plan", "claimed", "visit"),
        ("move", "claimed", None),
        ("call_off", "visit", "claimed"),
        ("finish", "new", None),
        ("finish", "visit", "finished"),
        ("lapse", "claimed", "lapsed"),
        ("withdraw", "new", "withdrawn"),
        ("reopen", "finished", "claimed"),
        ("reopen", "lapsed", "claimed"),
        ("reopen", "withdrawn", None),
    ],
)
def test_the_table(action: str, state: str, then: str | None):
    assert after(action, state) == then


class Life(RuleBasedStateMachine):
    """Two members of staff and an official do whatever they like with one request."""

    def __init__(self) -> None:
        super().__init__()
        self.store = open_store("sqlite:///:memory:", KeyRing.generate(), "example.org")
        self.reference = make_request(self.store)
        self.owner: str | None = None
        self.status = "new"
        self.now = NOW
        self.steps = 0
        link = "l" * 40
        with self.store.database.writing() as session:
            from bot.store.request import log
            from bot.store.request.holder import access

            row = log.locked(session, self.reference)
            assert row is not None
            access.add(session, self.store.vault, row.id, AccessStage.LINK, NOW + timedelta(days=9), link)
        self.memory = self.store.own_requests.open_link(link, self.now) or ""

    def teardown(self) -> None:
        self.store.close()

    def version(self) -> int:
        case = self.store.cases.open(self.reference, STAFF[0], self.now)
        assert case is not None
        return case.version

    def expect(self, action: str, done: bool, staff: str | None) -> None:
        """The model: who holds it, what the table says, and what really came of it."""
        holds = staff is None or self.owner == staff
        state = after(action, self.status)
        allowed = state is not None and (self.owner is None if action == "claim" else holds)
        assert done == allowed, (action, self.status, staff, self.owner)
        if allowed:
            self.steps += 1
            self.status = state or ""
            if action == "claim":
                self.owner = staff
            elif action == "release":
                self.owner = None

    @rule(staff=st.sampled_from(STAFF))
    def claim(self, staff: str) -> None:
        refusal = self.store.cases.claim(self.reference, staff, self.now)
        if self.owner == staff and self.status in OPEN:
            assert refusal is None  # again: nothing changes
        else:
            self.expect("claim", refusal is None, staff)

    @rule(staff=st.sampled_from(STAFF))
    def release(self, staff: str) -> None:
        self.expect("release", self.store.cases.release(self.reference, staff, self.now) is None, staff)

    @rule(staff=st.sampled_from(STAFF), days=st.integers(1, 300))
    def arrange(self, staff: str, days: int) -> None:
        details = VisitDetails(NOW.date() + timedelta(days), time(10), None, "A", "op afspraak")
        done = self.store.cases.arrange_visit(self.reference, staff, details, self.version(), self.now) is None
        self.expect("move" if self.status == "visit" else "plan", done, staff)

    @rule(staff=st.sampled_from(STAFF))
    def call_off(self, staff: str) -> None:
        done = self.store.cases.call_off_visit(self.reference, staff, self.version(), self.now) is None
        self.expect("call_off", done, staff)

    @rule(staff=st.sampled_from(STAFF))
    def lapse(self, staff: str) -> None:
        done = self.store.cases.close(self.reference, staff, "lapse", self.version(), self.now) is None
        self.expect("lapse", done, staff)

    @rule(moment=st.text("abc", min_size=2, max_size=9))
    def change(self, moment: str) -> None:
        own = self.store.own_requests.load(self.memory, self.now)
        same = own is not None and own.fields["voorkeur"] == moment
        done = self.store.own_requests.change(self.memory, {"voorkeur": moment}, self.now)
        if not (done and same):
            self.expect("change", done, None)

    @rule()
    def withdraw(self) -> None:
        self.expect("withdraw", self.store.own_requests.withdraw(self.memory, self.now), None)

    @invariant()
    def it_is_as_the_model_says(self) -> None:
        case = self.store.cases.open(self.reference, STAFF[0], self.now)
        assert case is not None
        assert (case.status, case.owner_id if case.is_open else self.owner) == (self.status, self.owner)
        assert case.version == len(case.history) == self.steps
        if case.history:
            assert case.history[-1].state == case.status
        planned = case.visit is not None and case.visit.is_planned
        assert planned == (case.status == "visit")
        verify(self.store.database)


def test_random_lives_keep_to_the_table():
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )


def test_a_visit_is_planned_by_the_clock_on_the_wall():
    details = VisitDetails(date(2026, 7, 1), time(10))
    assert details.starts_at.astimezone(timezone.utc).hour == 8
    assert states.NEW == "new"
