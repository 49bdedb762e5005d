"""The page with figures and its CSV: who may see them, and that a small number is nowhere in what is sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.store import Store, figures
from bot.store.request.states import RequestKind
from bot.store.staff.models import SessionRow
from tests.support.rows import changed
from tests.support.staff.members import Desk, Member

SitDown = Callable[..., Desk]
PAGE, CSV = "/secretariaat/cijfers", "/secretariaat/cijfers/csv"


@pytest.fixture
def counted(store: Store) -> str:
    """Two weeks of half a year ago with figures, and one count of today."""
    moment = datetime.now(UTC) - timedelta(weeks=30)
    with store.database.writing() as session:
        figures.count(session, [("gesprek", 83), ("scan", 7), ("aanvraag.woningscan", 12)], moment)
        figures.count(session, [("gesprek", 91)], datetime.now(UTC))
    return figures.week_of(moment)


def test_both_roles_see_the_page(sit_down: SitDown, member: Member, administrator: Member, counted: str):
    for who in (member, administrator):
        desk = sit_down(who)
        start = desk.get(PAGE)
        assert start.status_code == 200
        oldest = min(word for word in start.text.split('"') if word.startswith(f"{PAGE}?kwartaal="))
        page = desk.get(oldest)
        row = page.text.partition(f'<th scope="row">{counted}</th>')[2].partition("</tr>")[0]
        assert "<td>83</td>" in row and "<td>12</td>" in row and "<td>minder dan 10</td>" in row
        assert ">7<" not in page.text and ">91<" not in page.text, "neither a small count nor the week of now"
        assert 'role="img"' in page.text and "<svg" in page.text


def test_the_csv_asks_for_a_fresh_login(sit_down: SitDown, store: Store, member: Member, counted: str):
    desk = sit_down(member)
    fresh = desk.get(CSV)
    assert fresh.status_code == 200 and fresh.headers["content-type"].startswith("text/csv")
    assert fresh.text.startswith("periode,cijfer,aantal")
    assert "attachment" in fresh.headers["content-disposition"]
    changed(store, SessionRow, fresh_at=datetime.now(UTC) - timedelta(minutes=11))
    asked = desk.get(CSV)
    assert asked.status_code == 303 and "bevestigen" in asked.headers["location"]


def test_nobody_else_sees_them(sit_down: SitDown, counted: str):
    for path in (PAGE, CSV):
        answer = sit_down().get(path)
        assert answer.status_code == 303 and "inloggen" in answer.headers["location"]


def test_a_quarter_that_is_not_there_is_not_found(sit_down: SitDown, member: Member, counted: str):
    for wanted in ("2020-K1", "../../etc", "<script>", ""):
        assert sit_down(member).get(f"{PAGE}?kwartaal={wanted}").status_code == 404


def test_every_figure_has_a_name_that_people_read(sit_down: SitDown, member: Member, counted: str):
    page = sit_down(member).get(PAGE).text
    heads = re.findall(r'<th scope="col">(.*?)</th>', page)
    assert len(heads) > 10 and len(set(heads)) == len(heads)
    assert [head for head in heads if re.fullmatch(r"[a-z]+\.[a-z_]+", head)] == []


def test_without_figures_the_page_says_so(sit_down: SitDown, member: Member):
    page = sit_down(member).get(PAGE)
    assert page.status_code == 200 and "nog geen cijfers" in page.text
    assert sit_down(member).get(CSV).text.splitlines() == ["periode,cijfer,aantal"]


def test_alarms_stand_on_every_page(sit_down: SitDown, store: Store, member: Member):
    from bot.store.request import requests

    assert "banner alarm" not in sit_down(member).get("/secretariaat/").text
    with store.database.writing() as session:
        long_ago = datetime.now(UTC) - timedelta(days=100)
        requests.submit(
            session, store.vault, RequestKind.SCAN_VISIT, {"naam": "x", "contact": "y"}, "example.org", long_ago
        )
    page = sit_down(member).get("/secretariaat/").text
    assert "banner alarm" in page and "langer dan 90 dagen" in page
