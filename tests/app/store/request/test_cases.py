"""A request in the hands of the secretariat: one holder, everything on record, nothing done on an old screen."""

from __future__ import annotations

import threading
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import select

from bot.store import Store, audit, figures
from bot.store.mail.models import OutboxRow
from bot.store.request import escalation
from bot.store.request.case import Refusal
from bot.store.request.states import Action
from bot.store.request.visits import VisitDetails
from tests.support.request.requests import make_request, open_lines

ANNE, BO = "a" * 32, "b" * 32


def visit(now: datetime, days: int = 20, **changes: object) -> VisitDetails:
    return VisitDetails((now + timedelta(days)).date(), time(10), None, "A. Adviseur", "op afspraak", **changes)  # type: ignore[arg-type]


def mails(store: Store) -> list[tuple[str, int]]:
    with store.database.reading() as session:
        rows = session.execute(select(OutboxRow.kind, OutboxRow.round).order_by(OutboxRow.created_at, OutboxRow.kind))
        return [(kind, number) for kind, number in rows if kind != "new"]


def acts(store: Store) -> list[str]:
    return [entry.action for entry in audit.entries(store.database)][::-1]


@pytest.mark.parametrize("attempt", range(5))
def test_two_claims_at_once_and_one_gets_it(store: Store, now: datetime, attempt: int):
    reference, start = make_request(store), threading.Barrier(2)
    results: dict[str, Refusal | None] = {}

    def claim(staff_id: str) -> None:
        start.wait()
        results[staff_id] = store.cases.claim(reference, staff_id, now)

    threads = [threading.Thread(target=claim, args=(one,)) for one in (ANNE, BO)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winner = next(one for one, refusal in results.items() if refusal is None)
    assert results[BO if winner == ANNE else ANNE] == Refusal("held", winner)
    case = store.cases.open(reference, ANNE, now)
    assert case is not None and case.owner_id == winner and len(case.history) == 1


def test_claiming_stops_the_escalation_and_giving_back_starts_it_again(store: Store, now: datetime):
    reference = make_request(store)
    assert store.cases.claim(reference, ANNE, now) is None
    with store.database.reading() as session:
        state = escalation.state_of(session, reference)
    assert state is not None and state.acknowledged_by == ANNE
    assert store.cases.release(reference, BO, now) == Refusal("held", ANNE)
    assert store.cases.release(reference, ANNE, now + timedelta(hours=1)) is None
    with store.database.reading() as session:
        state = escalation.state_of(session, reference)
    assert state is not None and state.acknowledged_at is None and state.begun_at == now + timedelta(hours=1)


def test_somebody_who_is_away_loses_a_case_only_to_who_may_take_it(store: Store, now: datetime):
    reference = make_request(store)
    store.cases.claim(reference, ANNE, now)
    assert store.cases.release(reference, BO, now, of_anybody=True) is None
    assert store.cases.claim(reference, BO, now) is None


def test_every_reading_is_on_record_also_of_what_is_not_there(store: Store, now: datetime):
    reference = make_request(store)
    before = len(acts(store))
    assert store.cases.open("WS-AAAA-AAAAA", BO, now) is None
    assert len(acts(store)) == before
    case = store.cases.open(reference.lower().replace("-", " "), BO, now)
    assert case is not None and case.reference == reference
    entry = audit.entries(store.database)[0]
    assert (entry.actor, entry.action, entry.object) == (BO, "request.read", reference)


def test_planning_moving_and_calling_off(store: Store, now: datetime):
    reference = make_request(store)
    assert store.cases.arrange_visit(reference, ANNE, visit(now), 0, now) == Refusal("not_yours")
    store.cases.claim(reference, ANNE, now)
    assert store.cases.arrange_visit(reference, BO, visit(now), 1, now) == Refusal("held", ANNE)
    assert store.cases.arrange_visit(reference, ANNE, visit(now), 0, now) == Refusal("changed")
    assert store.cases.arrange_visit(reference, ANNE, visit(now), 1, now) is None
    assert store.cases.arrange_visit(reference, ANNE, visit(now, 21), 2, now) is None
    assert store.cases.close(reference, ANNE, "finish", 3, now) == Refusal("visit_ahead")
    assert store.cases.call_off_visit(reference, ANNE, 3, now) is None
    assert store.cases.call_off_visit(reference, ANNE, 4, now) == Refusal("not_now")
    assert store.cases.arrange_visit(reference, ANNE, visit(now, 22), 4, now) is None
    assert mails(store) == [
        ("visit", 0),
        ("visit", 3),
        ("visit_called_off", 2),
        ("visit_changed", 1),
    ]
    case = store.cases.open(reference, ANNE, now)
    assert case is not None and case.visit is not None
    assert (case.visit.sequence, case.visit.is_planned) == (3, True)
    assert store.cases.close(reference, ANNE, "finish", case.version, now + timedelta(days=30)) is None
    assert store.cases.claim(reference, BO, now) == Refusal("closed")


def test_a_case_that_lapses_calls_off_a_visit_that_is_ahead_and_no_other(store: Store, now: datetime):
    for later, expected in ((timedelta(0), 2), (timedelta(days=30), 1)):
        reference = make_request(store)
        store.cases.claim(reference, ANNE, now)
        before = len(mails(store))
        store.cases.arrange_visit(reference, ANNE, visit(now), 1, now)
        assert store.cases.close(reference, ANNE, "lapse", 2, now + later) is None
        assert len(mails(store)) - before == expected


def test_erasing_takes_the_visit_along(store: Store, now: datetime):
    reference = make_request(store)
    store.cases.claim(reference, ANNE, now)
    store.cases.arrange_visit(reference, ANNE, visit(now), 1, now)
    assert store.requests.erase(reference, actor="beheer", now=now)
    case = store.cases.open(reference, ANNE, now)
    assert case is not None and case.fields is None and case.visit is None
    assert [event.action for event in case.history] == ["claim", "plan"]


def test_the_list_has_the_urgent_first_and_nothing_sealed(store: Store, now: datetime):
    first = make_request(store)
    urgent = make_request(store, "terugbellen", urgent=True)
    store.cases.claim(first, ANNE, now)
    lines = {line.reference: line for line in open_lines(store)}
    assert lines[urgent].urgent and not lines[first].urgent
    assert lines[first].owner_id == ANNE and not hasattr(lines[first], "fields")


def test_search_forgives_what_people_misread(store: Store):
    reference = make_request(store)
    bare = reference[3:].replace("-", "")
    misread = f"{bare[:4]}0{bare[5:]}"
    for typed in (reference, bare.lower(), f"w5 {bare[:4]} {bare[4:]}", bare[2:7], f"ws-{bare[:5].lower()}", misread):
        assert reference in [line.reference for line in store.work.search(typed)], typed
    for typed in ("", "%", "___", "ab", "0000", "' or 1=1", "ws", "x" * 64):
        assert store.work.search(typed) == [], typed


def test_lead_times_are_counted_once_a_request_and_never_with_who_it_was(store: Store, now: datetime):
    quick, slow = make_request(store, at=now), make_request(store, at=now)
    for reference, claimed, finished in (
        (quick, timedelta(hours=2), timedelta(days=10)),
        (slow, timedelta(days=2), timedelta(days=60)),
    ):
        assert store.cases.claim(reference, ANNE, now + claimed) is None
        assert store.cases.release(reference, ANNE, now + claimed) is None
        assert store.cases.claim(reference, ANNE, now + claimed + timedelta(days=5)) is None
        case = store.cases.open(reference, ANNE, now + finished)
        assert case is not None
        assert store.cases.close(reference, ANNE, Action.FINISH, case.version, now + finished) is None
    counts: dict[str, int] = {}
    for week in figures.read(store.database).values():
        for name, number in week.items():
            if name.startswith(("opgepakt.", "klaar.")):
                counts[name] = counts.get(name, 0) + number
    assert counts == {"opgepakt.dag": 1, "opgepakt.drie_dagen": 1, "klaar.twee_weken": 1, "klaar.later": 1}
