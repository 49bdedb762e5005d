"""The work list in pages, orders and filters: all in the address, by links and forms alone."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.console.frame.shell import Console
from bot.console.work.items import WorkItem
from bot.console.work.pages import PER_PAGE
from bot.store import Store
from bot.store.request.states import Action, RequestStatus
from tests.support.request.requests import make_request
from tests.support.staff.members import Desk

LIST = "/secretariaat/"
SitDown = Callable[..., Desk]
MANY = 2 * PER_PAGE + 3


@pytest.fixture(scope="module", autouse=True)
def made(client: object) -> list[str]:
    """References, the oldest first; every tenth is urgent."""
    store: Store = client.app.state.services.store  # type: ignore[attr-defined]
    now = datetime.now(UTC)
    return [
        make_request(store, "terugbellen", urgent=age % 10 == 0, at=now - timedelta(hours=age))
        for age in range(MANY, 0, -1)
    ]


def listed(page: str) -> list[str]:
    return re.findall(r'<li id="werk-([\w-]+)"', page)


def link(page: str, words: str) -> str:
    """Where the link with these words leads."""
    links = [
        html.unescape(href)
        for href, text in re.findall(r'<a [^>]*?href="([^"]+)"[^>]*>([^<]+)', page)
        if text.strip().startswith(words)
    ]
    return links[0] if links else ""


def walk(desk: Desk, address: str) -> list[str]:
    """All lines, from page to page."""
    references: list[str] = []
    while address:
        page = desk.get(address).text
        references += listed(page)
        address = link(page, "Volgende 50")
    return references


def test_pages_of_fifty_with_links_and_a_count(sit_down: SitDown, made: list[str]):
    desk = sit_down()
    first = desk.get(LIST).text
    assert len(listed(first)) == PER_PAGE and f"1 tot en met 50 van {MANY}" in first
    assert link(first, "Vorige 50") == ""
    second = desk.get(link(first, "Volgende 50")).text
    assert f"51 tot en met 100 van {MANY}" in second and "bladzijde 2 van 3" in second
    assert listed(desk.get(link(second, "Vorige 50")).text) == listed(first)
    everything = walk(desk, LIST)
    assert sorted(everything) == sorted(made)
    urgent = [reference for age, reference in zip(range(MANY, 0, -1), made, strict=True) if age % 10 == 0]
    assert everything[: len(urgent)] == urgent
    assert listed(desk.get(f"{LIST}?blad=99").text) == everything[2 * PER_PAGE :], "the last one"


def test_order_filters_and_page_stay_in_the_address(sit_down: SitDown, made: list[str]):
    desk = sit_down()
    by_age = link(desk.get(f"{LIST}?soort=terugbellen").text, "Binnen sinds")
    assert "soort=terugbellen" in by_age and walk(desk, by_age) == made
    turned = link(desk.get(by_age).text, "Binnen sinds")
    assert walk(desk, turned) == made[::-1]
    second = link(desk.get(turned).text, "Volgende 50")
    assert all(part in second for part in ("soort=terugbellen", "volgorde=wacht", "om=ja", "blad=2"))
    page = desk.get(second).text
    form = page.split('<form method="get"')[1].split("</form>")[0]
    assert 'name="volgorde" value="wacht"' in form and 'name="om" value="ja"' in form
    assert "blad=" not in link(page, "Opgepakt") and "soort=terugbellen" in link(page, "Opgepakt")
    assert listed(desk.get(f"{LIST}werklijst?{second.partition('?')[2]}").text) == listed(page), "as the script asks it"


def test_filters_go_together(sit_down: SitDown, app_store: Store, made: list[str]):
    desk, now = sit_down(), datetime.now(UTC)
    me = desk.member.id  # type: ignore[attr-defined]
    app_store.cases.claim(made[3], me, now)  # urgent
    app_store.cases.claim(made[4], me, now)
    try:
        assert listed(desk.get(f"{LIST}?wie={me}&spoed=ja").text) == [made[3]]
        assert len(walk(desk, f"{LIST}?wie=niemand")) == MANY - 2
        assert listed(desk.get(f"{LIST}?soort=woningscan").text) == []
        assert "Hier staat nu niets." in desk.get(f"{LIST}?soort=woningscan").text
    finally:
        for reference in (made[3], made[4]):
            app_store.cases.release(reference, me, now)


@pytest.mark.parametrize(
    "odd", ["stand=x", "volgorde=x", "wie=x", "soort=x", "spoed=x", "om=x", "blad=0", "blad=-1", "blad=x"]
)
def test_an_address_that_no_link_leads_to(sit_down: SitDown, odd: str):
    assert sit_down().get(f"{LIST}?{odd}").status_code == 404


def test_closed_requests_are_paged_the_last_one_first(sit_down: SitDown, app_store: Store):
    desk, now = sit_down(), datetime.now(UTC)
    me = desk.member.id  # type: ignore[attr-defined]
    closed = [make_request(app_store) for _ in range(PER_PAGE + 2)]
    for number, reference in enumerate(closed):
        app_store.cases.claim(reference, me, now)
        app_store.cases.close(reference, me, Action.FINISH, 1, now + timedelta(seconds=number))
    assert walk(desk, f"{LIST}?stand=gesloten") == closed[::-1]
    page = desk.get(f"{LIST}?stand=gesloten").text
    assert page.count("Gesloten op") == PER_PAGE and f"1 tot en met 50 van {PER_PAGE + 2}" in page
    assert walk(desk, link(page, "Binnen sinds")) == closed


@pytest.mark.parametrize("order", ["", "volgorde=wacht"])
def test_other_work_keeps_its_place_over_the_pages(sit_down: SitDown, client: object, made: list[str], order: str):
    """Somebody who waits in a chat comes first; a chat that was taken stands where it belongs, once."""
    console: Console = client.app.state.services.part(Console)  # type: ignore[attr-defined]
    since = datetime.now(UTC) - timedelta(days=90)
    waiting = WorkItem("wacht", "chat", "Wacht", LIST, RequestStatus.NEW, since, rank=0)
    taken = WorkItem("bezig", "chat", "Bezig", LIST, RequestStatus.CLAIMED, since, rank=0, holder="a" * 32)

    async def source(request: object) -> list[WorkItem]:
        return [taken, waiting]

    console.work_sources.append(source)
    try:
        everything = walk(sit_down(), f"{LIST}?{order}")
    finally:
        console.work_sources.remove(source)
    assert sorted(everything) == sorted([*made, "wacht", "bezig"])
    assert everything[0] == "wacht" and everything.index("bezig") == (1 if order else MANY + 1)
