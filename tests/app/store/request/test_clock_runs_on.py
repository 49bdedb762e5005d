"""The clock of a request runs on after a claim, and begins anew when it is given back with a visit ahead."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.jobs.alarms import alarms
from bot.store import Store
from bot.store.request.visits import VisitDetails
from tests.support.request.escalation import FIRST, SECOND, THIRD, Post, state_of
from tests.support.request.requests import make_request, open_lines
from tests.support.request.steps import submit

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
STAFF, COLLEAGUE = "a" * 32, "b" * 32
TO_ALL = sorted((address, "Melding wacht te lang") for address in (FIRST, SECOND, THIRD))


def file(store: Store, at: datetime) -> str:
    token = store.conversations.create("web", {}, [], [], at)
    (outcome,) = store.turns.commit_turn(
        store.conversations.load(token),
        state={},
        offered=[],
        replies=[],
        effects=[submit("woningscan")],
        external_id="m",
        now=at,
    )
    return str(outcome.data["reference"])


def codes(store: Store, now: datetime) -> list[str]:
    return [alarm.code for alarm in alarms(store, now) if alarm.code != "mail_wacht"]


def with_visit(store: Store, at: datetime) -> str:
    reference = file(store, at)
    store.cases.claim(reference, STAFF, at)
    details = VisitDetails((at + 14 * DAY).date(), at.time(), adviser="x", place="op afspraak")
    assert store.cases.arrange_visit(reference, STAFF, details, 1, at) is None
    return reference


def test_claimed_and_then_nothing(store: Store, post: Post, now: datetime) -> None:
    """Two days of office hours, however long the weekend between them."""
    reference = file(store, now)
    store.cases.claim(reference, STAFF, now)
    post.run(now, now + 26 * HOUR, 2 * HOUR)
    assert codes(store, now + 26 * HOUR) == []
    before = len(post.subjects())
    post.run(now + 26 * HOUR, now + 4 * DAY, 2 * HOUR)
    assert sorted(post.subjects()[before:]) == TO_ALL, "once"
    assert codes(store, now + 4 * DAY) == ["aanvraag_blijft_liggen"]
    assert store.cases.release(reference, STAFF, now + 4 * DAY) is None
    assert "aanvraag_blijft_liggen" not in codes(store, now + 4 * DAY)


def test_a_visit_in_nobodys_hands_climbs_but_the_official_is_not_told(store: Store, post: Post, now: datetime) -> None:
    reference = with_visit(store, now)
    post.tick(now)
    assert store.cases.release(reference, STAFF, now + MINUTE) is None
    (line,) = open_lines(store)
    assert line.owner_id is None
    before = len(post.subjects())
    for minutes, step in ((30, 0), (31, 1), (61, 2), (121, 2), (600, 2)):
        post.tick(now + minutes * MINUTE)
        assert state_of(store, reference).step == step
    waits = (SECOND, "Melding wacht")
    assert sorted(post.subjects()[before:]) == sorted([waits, *TO_ALL])
    assert codes(store, now + 600 * MINUTE) == ["aanvraag_niet_opgepakt"]
    assert store.cases.claim(reference, COLLEAGUE, now + 601 * MINUTE) is None
    assert codes(store, now + 601 * MINUTE) == []


def test_what_waits_of_a_visit_that_was_taken_over_is_not_sent(store: Store, post: Post, now: datetime) -> None:
    reference = with_visit(store, now)
    post.tick(now)
    store.cases.release(reference, STAFF, now)
    post.goes_down()
    post.tick(now + 61 * MINUTE)
    store.cases.claim(reference, COLLEAGUE, now + 62 * MINUTE)
    post.comes_up()
    before = len(post.subjects())
    post.tick(now + 3 * HOUR)
    assert post.subjects()[before:] == []


def test_a_visit_with_a_holder_has_no_clock(store: Store, post: Post, now: datetime) -> None:
    with_visit(store, now)
    post.run(now, now + 6 * DAY, 4 * HOUR)
    assert codes(store, now + 6 * DAY) == []


def test_a_reminder_puts_off_the_clock_of_what_can_wait(store: Store, post: Post, now: datetime) -> None:
    reference, later = file(store, now), now + 7 * DAY
    store.cases.claim(reference, STAFF, now)
    assert store.cases.remind(reference, STAFF, later.date(), now) is None
    post.tick(now)
    before = len(post.subjects())
    post.run(now, later, 4 * HOUR)
    assert post.subjects()[before:] == []
    post.run(later, later + 4 * DAY, 4 * HOUR)
    assert sorted(post.subjects()[before:]) == TO_ALL


def test_what_is_urgent_waits_for_no_reminder(store: Store, post: Post, now: datetime) -> None:
    reference = make_request(store, "terugbellen", urgent=True, at=now)
    store.cases.claim(reference, STAFF, now)
    assert store.cases.remind(reference, STAFF, (now + 7 * DAY).date(), now) is None
    post.run(now, now + HOUR, 5 * MINUTE)
    assert codes(store, now + HOUR) == ["spoed_blijft_liggen"]
