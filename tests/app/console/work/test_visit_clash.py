"""Two visits of one adviser at one time are noticed, and the visits to come are listed by their day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.store import Store
from tests.support.request.requests import case_path, make_request
from tests.support.staff.members import Desk

Sit = Callable[..., Desk]
CLASH = "Deze adviseur heeft dan al een afspraak"


def monday(weeks: int = 3) -> datetime:
    now = datetime.now(UTC)
    return now + timedelta(days=7 * weeks - now.weekday() + 1)


def claimed(desk: Desk, store: Store) -> str:
    reference = make_request(store)
    assert desk.post(case_path(reference, "/oppakken")).status_code == 303
    return reference


def plan(desk: Desk, store: Store, reference: str, start: str, until: str = "", **fields: str) -> int:
    case = store.cases.open(reference, desk.member.id, datetime.now(UTC))  # type: ignore[attr-defined]
    assert case is not None
    given = {"datum": monday().date().isoformat(), "adviseur": "A. Bakker", "plaats": "op afspraak", "toch": "ja"}
    given |= {"tijd": start, "tot": until, "versie": str(case.version)} | fields
    answer = desk.post(case_path(reference, "/afspraak"), given)
    assert (CLASH in answer.text) == (answer.status_code == 422)
    return answer.status_code


@pytest.mark.parametrize(
    ("start", "until", "fields", "status"),
    [
        ("10:00", "11:30", {}, 422),
        ("11:29", "12:00", {}, 422),
        ("09:00", "", {}, 422),
        ("11:30", "12:00", {}, 303),
        ("08:00", "10:00", {}, 303),
        ("08:30", "", {}, 303),
        ("10:00", "11:30", {"adviseur": "a bakker"}, 422),
        ("10:00", "11:30", {"adviseur": "B. Bakker"}, 303),
        ("10:00", "11:30", {"datum": (monday() + timedelta(days=1)).date().isoformat()}, 303),
        ("10:00", "11:30", {"dubbel": "ja"}, 303),
    ],
)
def test_the_same_adviser_twice(
    sit_down: Sit, app_store: Store, start: str, until: str, fields: dict[str, str], status: int
):
    desk = sit_down()
    first, second = claimed(desk, app_store), claimed(desk, app_store)
    assert plan(desk, app_store, first, "10:00", "11:30", dubbel="ja") == 303
    others = [one for one in app_store.cases.planned_ahead() if one != first]
    assert plan(desk, app_store, second, start, until, **fields) == status
    for one in (first, second, *others):
        done(desk, app_store, one)


def done(desk: Desk, store: Store, reference: str) -> None:
    """So that each row of the table begins with no visit."""
    case = store.cases.open(reference, desk.member.id, datetime.now(UTC))  # type: ignore[attr-defined]
    if case is not None and case.visit is not None:
        desk.post(case_path(reference, "/afspraak/afzeggen"), {"versie": str(case.version)})


def test_moving_ones_own_visit_clashes_with_nothing(sit_down: Sit, app_store: Store):
    desk = sit_down()
    reference, other = claimed(desk, app_store), claimed(desk, app_store)
    assert plan(desk, app_store, reference, "10:00", "11:30") == 303
    assert plan(desk, app_store, reference, "10:30", "12:00") == 303
    done(desk, app_store, reference)
    assert plan(desk, app_store, other, "10:30", "12:00") == 303, "what was called off takes no time"
    done(desk, app_store, other)


def test_the_visits_are_listed_by_their_day(sit_down: Sit, app_store: Store):
    desk = sit_down()
    late, soon = claimed(desk, app_store), claimed(desk, app_store)
    assert plan(desk, app_store, late, "10:00", datum=monday(5).date().isoformat()) == 303
    assert plan(desk, app_store, soon, "10:00", datum=monday(2).date().isoformat()) == 303
    listed = desk.get("/secretariaat/?stand=afspraak").text
    assert listed.index(soon) < listed.index(late)
    assert f"Bezoek op {monday(2):%d-%m-%Y} 10:00" in listed
    assert "Bezoek op" not in desk.get("/secretariaat/").text
