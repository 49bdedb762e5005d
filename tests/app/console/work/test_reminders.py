"""A day to look at a request again: first in the work list when it is due, with whoever holds it, gone at its end."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.office_hours import local
from bot.store import Store
from bot.store.request import log
from bot.store.request.holder import own, rights
from bot.store.request.states import Action
from tests.support.request.requests import case_path, make_request
from tests.support.staff.members import Desk

Sit = Callable[..., Desk]


@pytest.fixture
def held(sit_down: Sit, app_store: Store) -> tuple[Desk, str]:
    desk, reference = sit_down(), make_request(app_store)
    assert desk.post(case_path(reference, "/oppakken")).status_code == 303
    return desk, reference


def today() -> date:
    """The office's day as a test runs: a run may go on past midnight."""
    return local(datetime.now(UTC)).date()


def remind(desk: Desk, reference: str, day: date | str) -> int:
    return desk.post(case_path(reference, "/herinnering"), {"weer": str(day)}).status_code


def day_of(store: Store, reference: str) -> date | None:
    case = store.cases.open(reference, "a" * 32, datetime.now(UTC))
    assert case is not None
    return case.look_again_on


def due(desk: Desk) -> list[str]:
    """What the list of this member shows under the heading."""
    page = desk.get("/secretariaat/").text
    listed = re.findall(r'id="werk-([\w-]+)"', _between(page))
    assert ('id="weer-titel" hidden' not in page) == bool(listed)
    return listed


def _between(page: str) -> str:
    return page.split('<ol class="work" id="weer"')[1].split("</ol>")[0]


def test_set_changed_and_taken_away(held: tuple[Desk, str], app_store: Store):
    desk, reference = held
    later = today() + timedelta(days=9)
    assert remind(desk, reference, later) == 303 and day_of(app_store, reference) == later
    assert reference not in due(desk)
    assert remind(desk, reference, today().strftime("%d-%m-%Y")) == 303 and day_of(app_store, reference) == today()
    assert reference in due(desk)
    assert desk.post(case_path(reference, "/herinnering"), {"weg": "ja"}).status_code == 303
    assert day_of(app_store, reference) is None and reference not in due(desk)
    page = desk.get(case_path(reference)).text
    assert "herinnering gezet" in page and "herinnering weggehaald" in page


@pytest.mark.parametrize("day", ["", "morgen", "31-02-2027", timedelta(days=-1), timedelta(days=91)])
def test_a_day_that_is_none_is_refused_and_stays_in_the_field(
    held: tuple[Desk, str], app_store: Store, day: str | timedelta
):
    desk, reference = held
    typed = today() + day if isinstance(day, timedelta) else day
    answer = desk.post(case_path(reference, "/herinnering"), {"weer": str(typed)})
    assert answer.status_code == 422 and 'id="weer-fout"' in answer.text and f'value="{typed}"' in answer.text
    assert day_of(app_store, reference) is None


def test_it_calls_whoever_holds_it_and_nobody_else(held: tuple[Desk, str], sit_down: Sit):
    (desk, reference), colleague = held, sit_down()
    before = colleague.get("/secretariaat/oproep").json()["wacht"], desk.get("/secretariaat/oproep").json()["wacht"]
    remind(desk, reference, today())
    assert reference in due(desk) and reference not in due(colleague)
    fields = {"collega": colleague.member.id, "notitie": "Bel na de lunch."}  # type: ignore[attr-defined]
    assert desk.post(case_path(reference, "/overdragen"), fields).status_code == 303
    assert reference in due(colleague) and reference not in due(desk)
    board = [desk_.get("/secretariaat/oproep").json()["wacht"] for desk_ in (colleague, desk)]
    assert board[0] >= before[0] and board[1] <= before[1]


def test_who_waits_urgently_comes_before_a_reminder(held: tuple[Desk, str], app_store: Store):
    desk, reference = held
    remind(desk, reference, today())
    urgent = make_request(app_store, "terugbellen", urgent=True)
    page = desk.get("/secretariaat/").text
    first, rest = page.split('<ol class="work" id="weer"')
    assert f'id="werk-{urgent}"' in first and f'id="werk-{urgent}"' not in rest
    assert f'id="werk-{reference}"' in rest.split("</ol>")[0]


def test_it_is_for_the_holder_only(held: tuple[Desk, str], sit_down: Sit, app_store: Store):
    _, reference = held
    assert remind(sit_down(), reference, today()) == 409
    assert day_of(app_store, reference) is None


@pytest.mark.parametrize("end", ["finish", "lapse", "withdraw", "erase"])
def test_it_is_gone_when_the_case_ends(held: tuple[Desk, str], app_store: Store, end: str):
    desk, reference = held
    remind(desk, reference, today())
    me, now = desk.member.id, datetime.now(UTC)  # type: ignore[attr-defined]
    with app_store.database.writing() as session:
        row = log.locked(session, reference)
        assert row is not None
        if end == "withdraw":
            own.withdraw(session, app_store.vault, row, "example.org", now)
        elif end == "erase":
            rights.erase(session, app_store.vault, row, me, now)
        else:
            log.step(session, row, Action(end), me, now)
    assert day_of(app_store, reference) is None
    assert reference not in due(desk)
    if end == "finish":
        assert desk.post(case_path(reference, "/heropenen")).status_code == 303
        assert day_of(app_store, reference) is None
