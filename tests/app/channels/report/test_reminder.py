"""A reminder for one's own calendar: a day that is chosen, and nothing that tells an onlooker anything."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from starlette.testclient import TestClient

from bot.channels.report.reminder import MONTHS, USUAL, day_after
from tests.support.report.report_words import Outline
from woningscan.content.model import Content

LINES = {
    *("BEGIN", "END", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "CLASS", "TRANSP"),
    *("ACTION", "DESCRIPTION", "TRIGGER"),
}


def file(client: TestClient, months: int) -> str:
    answer = client.get("/herinnering/bestand", params={"over": months})
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/calendar")
    assert 'filename="herinnering.ics"' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store" and not answer.cookies
    return answer.text.replace("\r\n ", "")


def test_the_file_has_the_day_that_was_chosen(client: TestClient) -> None:
    page = Outline(client.get("/herinnering").text)
    offered = list(page.all("option"))
    assert [int(option["value"]) for option in offered] == list(MONTHS)
    assert [option["value"] for option in offered if "selected" in option] == [str(USUAL)]
    (event,) = Calendar.from_ical(file(client, USUAL)).walk("VEVENT")
    assert timedelta(days=85) < event["dtstart"].dt - event["dtstamp"].dt.date() < timedelta(days=97)
    assert len(event.walk("VALARM")) == 1


def test_who_sees_the_calendar_learns_nothing(client: TestClient, content: Content) -> None:
    written = file(client, USUAL)
    assert {line.partition(":")[0].partition(";")[0] for line in written.splitlines()} <= LINES, "no link, no place"
    telling = "woning scan plan ccv dreig veilig politie ambt burgemeester raad bestuur http @".split()
    assert [word for word in telling if word in written.casefold()] == []
    assert [theme.title for theme in content.themes if theme.title.casefold() in written.casefold()] == []


def test_two_files_belong_to_nobody_together(client: TestClient) -> None:
    numbers = {str(Calendar.from_ical(file(client, USUAL)).walk("VEVENT")[0]["uid"]) for _ in range(3)}
    assert len(numbers) == 3


@pytest.mark.parametrize("over", ["", "0", "13", "-1", "3.5", "er staat iemand", "³"])
def test_another_day_is_refused_and_nothing_typed_comes_back(client: TestClient, over: str) -> None:
    answer = client.get("/herinnering/bestand", params={"over": over})
    assert answer.status_code == 400 and "er staat iemand" not in answer.text


@given(today=st.dates(date(2026, 1, 1), date(2090, 1, 1)), months=st.sampled_from(MONTHS))
def test_the_day_is_in_the_month_that_was_meant(today: date, months: int) -> None:
    day = day_after(today, months)
    assert (day.year - today.year) * 12 + day.month - today.month == months
    assert day.day == today.day or (day + timedelta(days=1)).day == 1
