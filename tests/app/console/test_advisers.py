"""Advisers at the console: an administrator keeps them, a visit chooses one, their calendar has a secret link."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.store import Store
from tests.support.request.requests import case_path, make_request
from tests.support.staff.members import Desk, Member

PATH = "/secretariaat/adviseurs"
FIELDS = {"naam": "B. Bakker", "mail": "b@example.org", "regio": "Noord", "van": "09:00", "tot": "13:00"}
DAYS = {f"dag-{day}": "ja" for day in range(5)}


def monday(weeks: int = 3) -> datetime:
    now = datetime.now(UTC)
    return now + timedelta(days=7 * weeks - now.weekday() + 1)


@pytest.fixture
def office(sit_down: Callable[..., Desk], administrator: Member) -> Desk:
    return sit_down(administrator)


@pytest.fixture
def adviser(office: Desk, store: Store) -> str:
    assert office.post(PATH, FIELDS | DAYS).status_code == 303
    return store.advisers.all()[-1].id


def test_added_changed_and_taken_out(office: Desk, adviser: str, store: Store):
    assert "B. Bakker" in office.get(PATH).text
    assert office.post(f"{PATH}/{adviser}", FIELDS | DAYS | {"naam": "C. <b>Bakker"}).status_code == 303
    assert "C. &lt;b&gt;Bakker" in office.get(PATH).text
    assert office.post(f"{PATH}/{adviser}/weg").status_code == 303
    assert store.advisers.all() == [] and office.get(f"{PATH}/{adviser}").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"naam": ""}, {"naam": "x" * 81}, {"mail": "geen"}, {"van": "25:00"}, {"tot": "09:00"}, {"regio": "x" * 81}],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(office: Desk, store: Store, wrong: dict[str, str]):
    answer = office.post(PATH, FIELDS | DAYS | wrong)
    assert answer.status_code == 422 and store.advisers.all() == []
    for name in wrong:
        assert f'href="#{name}"' in answer.text
    assert "Noord" in answer.text or "regio" in wrong
    assert office.post(PATH, FIELDS).status_code == 422, "no day at all"


def test_a_visit_is_given_to_one_of_them(
    office: Desk, adviser: str, store: Store, sit_down: Callable[..., Desk], member: Member
):
    desk, reference = sit_down(member), make_request(store)
    desk.post(case_path(reference, "/oppakken"))
    assert f'<option value="{adviser}"' in desk.get(case_path(reference, "/afspraak")).text
    fields = {
        "datum": monday().date().isoformat(),
        "tijd": "10:00",
        "tot": "11:00",
        "plaats": "op afspraak",
        "versie": "1",
    }
    assert desk.post(case_path(reference, "/afspraak"), fields | {"adviseur": "Zomaar iemand"}).status_code == 422
    late = desk.post(case_path(reference, "/afspraak"), fields | {"adviseur": adviser, "tijd": "14:00", "tot": "15:00"})
    assert late.status_code == 422 and "Deze adviseur werkt dan niet." in late.text
    assert desk.post(case_path(reference, "/afspraak"), fields | {"adviseur": adviser}).status_code == 303
    assert "B. Bakker" in desk.get(case_path(reference)).text
    assert f'<option value="{adviser}" selected' in desk.get(case_path(reference, "/afspraak")).text
    other = make_request(store)
    desk.post(case_path(other, "/oppakken"))
    assert desk.post(case_path(other, "/afspraak"), fields | {"adviseur": adviser}).status_code == 422, "taken"
    busy = office.post(f"{PATH}/{adviser}/weg")
    assert busy.status_code == 409 and reference in busy.text


def test_the_calendar_is_behind_a_link_that_is_shown_once_and_withdrawn(
    office: Desk, adviser: str, store: Store, sit_down: Callable[..., Desk]
):
    page = office.post(f"{PATH}/{adviser}/agenda")
    (path,) = re.findall(r"https?://[^/]+(/adviseur/agenda/[\w-]+)", page.text)
    assert path not in office.get(f"{PATH}/{adviser}").text
    stranger = sit_down()
    feed = stranger.get(path)
    assert feed.status_code == 200 and feed.headers["content-type"].startswith("text/calendar")
    assert feed.headers["cache-control"] == "no-store" and "BEGIN:VCALENDAR" in feed.text
    assert office.post(f"{PATH}/{adviser}/agenda/weg").status_code == 303
    assert stranger.get(path).status_code == 404


def test_a_link_asks_for_the_passphrase_again(office: Desk, adviser: str, monkeypatch: pytest.MonkeyPatch):
    later = datetime.now(UTC) + timedelta(minutes=11)
    monkeypatch.setattr("bot.services.Services.now", staticmethod(lambda: later))
    for act in ("agenda", "weg"):
        assert "/bevestigen" in office.post(f"{PATH}/{adviser}/{act}").headers["location"]
