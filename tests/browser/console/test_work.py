"""The work list and a request in a real Chromium: live, by keyboard, at every size, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from datetime import time as clock

import pytest
from playwright.sync_api import Page, expect

from bot.store.adviser.advisers import AdviserDetails
from bot.store.request.states import Action
from bot.store.request.visits import VisitDetails
from tests.browser.axe import problems
from tests.support.request.requests import case_path, make_request
from tests.support.running import Running
from tests.support.staff.members import Member
from tests.support.web.pictures import keep

SIZES = [(390, 844), (1280, 800)]
WIDE = "() => document.documentElement.scrollWidth > innerWidth + 1"
SMALL = """() => [...document.querySelectorAll('main button, main nav a, .go, label + input, p + input')]
  .filter((e) => { const b = e.getBoundingClientRect(); return b.height && (b.height < 43.5 || b.width < 43.5); })
  .map((e) => e.outerHTML)"""
LIST = "/secretariaat/"


@pytest.fixture
def arrive(arrive: Callable[..., Page]) -> Callable[..., Page]:
    """With scripts, unless a test says otherwise."""

    def at(path: str, member: Member | None = None, scripts: bool = True, **options: object) -> Page:
        return arrive(path, member, scripts, **options)

    return at


def look_at(page: Page, name: str) -> None:
    """Nothing for axe, nothing too wide, nothing too small to press, in both colour schemes and at each size."""
    page.wait_for_load_state()  # with its stylesheet
    assert page.evaluate(SMALL) == []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert problems(page) == []
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert not page.evaluate(WIDE)
            keep(page, f"{name}-{width}x{height}-{scheme}")


def visit(days: int = 30) -> VisitDetails:
    return VisitDetails(
        datetime.now(UTC).date() + timedelta(days), clock(10), clock(11, 30), "A. Adviseur", "op afspraak"
    )


def test_every_page_is_accessible_and_fits(arrive: Callable[..., Page], server: Running):
    member, colleague, now = server.member(), server.member(), datetime.now(UTC)
    waiting, urgent, mine, theirs = (
        make_request(server.store, *kind, urgent=hurry)
        for kind, hurry in [((), False), (("terugbellen",), True), ((), False), ((), False)]
    )
    server.store.cases.claim(mine, member.id, now)
    server.store.cases.claim(theirs, colleague.id, now)
    page = arrive(LIST, member)
    expect(page.get_by_text("De lijst werkt zichzelf bij.")).to_be_visible()
    look_at(page, "werklijst")
    page.goto(server.url + case_path(urgent))
    look_at(page, "aanvraag-spoed")
    page.goto(server.url + case_path(theirs))
    look_at(page, "aanvraag-van-collega")
    page.goto(server.url + case_path(mine, "/afspraak"))
    look_at(page, "afspraak")
    page.get_by_label("Datum").fill("2026-12-25")
    page.get_by_label("Begintijd").fill("10:00")
    page.get_by_role("button", name="Afspraak vastleggen").click()
    expect(page.get_by_role("alert")).to_be_focused()
    look_at(page, "afspraak-fout")
    server.store.cases.arrange_visit(mine, member.id, visit(), 1, now)
    page.goto(server.url + case_path(mine))
    look_at(page, "aanvraag-met-afspraak")
    page.goto(server.url + LIST)
    page.get_by_label("Zoek een aanvraag").fill("zzz")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Er is geen aanvraag gevonden")).to_be_visible()
    look_at(page, "niet-gevonden")
    assert waiting


def test_a_new_request_appears_by_itself_and_disturbs_nobody(arrive: Callable[..., Page], server: Running):
    first = make_request(server.store)
    page = arrive(LIST, server.member())
    expect(page.get_by_text("De lijst werkt zichzelf bij.")).to_be_visible()
    page.get_by_label("Zoek een aanvraag").fill("ws-ab")
    second = make_request(server.store)
    expect(page.get_by_role("link", name=second)).to_be_visible()
    expect(page.get_by_label("Zoek een aanvraag")).to_have_value("ws-ab")
    expect(page.get_by_label("Zoek een aanvraag")).to_be_focused()
    expect(page.locator("#nieuws")).to_have_text("Er is 1 nieuwe melding in de werklijst.")
    page.get_by_role("link", name=first).focus()
    server.store.cases.claim(second, server.member().id, datetime.now(UTC))
    expect(page.locator(f"#werk-{second}")).to_contain_text("Opgepakt")
    expect(page.get_by_role("link", name=first)).to_be_focused()
    page.get_by_role("link", name=second).focus()
    server.store.cases.release(second, server.member("beheerder").id, datetime.now(UTC), of_anybody=True)
    expect(page.locator(f"#werk-{second}")).to_contain_text("Wacht")
    expect(page.get_by_role("link", name=second)).to_be_focused()
    expect(page.locator("#nieuws")).to_have_text("Er is 1 nieuwe melding in de werklijst.")


def test_without_server_sent_events_it_asks_now_and_then(arrive: Callable[..., Page], server: Running):
    page = arrive(LIST, server.member())
    page.context.route(re.compile("/werklijst/live"), lambda route: route.abort())
    page.reload()
    expect(page.get_by_text("De verbinding hapert.")).to_be_visible()
    reference = make_request(server.store)
    expect(page.get_by_role("link", name=reference)).to_be_visible()


def test_who_is_logged_out_meanwhile_is_told_so(arrive: Callable[..., Page], server: Running):
    member = server.member()
    page = arrive(LIST, member)
    expect(page.get_by_text("De lijst werkt zichzelf bij.")).to_be_visible()
    server.store.staff.disable(member.name, datetime.now(UTC))
    expect(page.get_by_text("U bent niet meer ingelogd.")).to_be_visible()
    reference = make_request(server.store)
    page.wait_for_timeout(3000)
    expect(page.get_by_role("link", name=reference)).to_have_count(0)


def test_by_keyboard_without_scripts(arrive: Callable[..., Page], server: Running):
    reference = make_request(server.store)
    page = arrive(LIST, server.member(), scripts=False)
    expect(page.get_by_role("link", name="Vernieuw de lijst")).to_be_visible()
    page.get_by_role("button", name=f"Oppakken: {reference}").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(reference)
    page.get_by_role("link", name="Afspraak plannen").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Datum").fill((datetime.now(UTC).date() + timedelta(20)).isoformat())
    page.get_by_label("Begintijd").fill("03:00")
    page.get_by_label("Adviseur").fill("A. Adviseur")
    page.keyboard.press("Enter")
    toch = page.get_by_label("Toch op dit moment")
    expect(toch).to_be_visible()
    expect(page.get_by_label("Adviseur")).to_have_value("A. Adviseur")
    toch.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Afspraak gemaakt · opgepakt door u")).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "() => { const e = document.activeElement;"
            " return e === document.body || getComputedStyle(e).outlineStyle !== 'none'; }"
        )
        assert ring


@pytest.fixture
def many(server: Running) -> Iterator[list[str]]:
    """More than a page of one kind, the oldest first; gone afterwards."""
    now = datetime.now(UTC)
    references = [make_request(server.store, "terugbellen", at=now - timedelta(days=n)) for n in range(54, 0, -1)]
    yield references
    for reference in references:
        server.store.cases.claim(reference, "a" * 32, now)
        server.store.cases.close(reference, "a" * 32, Action.FINISH, 1, now)


def test_order_filter_and_pages_without_scripts(arrive: Callable[..., Page], server: Running, many: list[str]):
    page = arrive(LIST, server.member(), scripts=False)
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Soort").select_option("terugbellen")
    page.get_by_label("Wie").select_option("niemand")
    page.get_by_role("button", name="Toon").press("Enter")
    page.get_by_role("navigation", name="Volgorde").get_by_role("link", name="Binnen sinds").press("Enter")
    lines = page.locator("ol.work > li")
    expect(lines).to_have_count(50)
    expect(lines.first).to_contain_text(many[0])
    page.get_by_role("link", name="Volgende 50").press("Enter")
    expect(page.get_by_role("link", name="Vorige 50")).to_be_visible()
    expect(page.get_by_label("Soort")).to_have_value("terugbellen")
    address = page.url
    page = arrive(address.removeprefix(server.url), server.member())
    look_at(page, "werklijst-bladen")
    page.get_by_text("Filter: staat aan").click()
    look_at(page, "werklijst-filter-dicht")
    page.goto(f"{server.url}{LIST}?stand=gesloten")
    look_at(page, "werklijst-gesloten")


def test_a_line_of_another_page_is_no_news(arrive: Callable[..., Page], server: Running, many: list[str]):
    page = arrive(f"{LIST}?soort=terugbellen&volgorde=wacht", server.member())
    expect(page.get_by_text("De lijst werkt zichzelf bij.")).to_be_visible()
    last = page.locator("ol.work > li").last.get_attribute("id")
    server.store.cases.claim(many[0], "a" * 32, datetime.now(UTC))
    server.store.cases.close(many[0], "a" * 32, Action.FINISH, 1, datetime.now(UTC))
    expect(page.locator(f"#werk-{many[0]}")).to_have_count(0)
    expect(page.locator("ol.work > li").last).not_to_have_id(last or "")
    expect(page.locator("#nieuws")).to_have_text("")


def test_a_free_moment_is_chosen_by_keyboard_without_scripts(arrive: Callable[..., Page], server: Running):
    member, now = server.member(), datetime.now(UTC)
    details = AdviserDetails("V. Vrij", "v@example.org", "Noord", days=(0, 2, 3), closes=clock(15))
    adviser, reference = server.store.advisers.add(details, member.id, now), make_request(server.store)
    server.store.cases.claim(reference, member.id, now)
    page = arrive(case_path(reference, "/afspraak"), member, scripts=False)
    page.get_by_role("link", name="Bekijk wanneer een adviseur vrij is").press("Enter")
    page.get_by_label("Adviseur").select_option(adviser)
    page.get_by_role("button", name="Toon").press("Enter")
    moments = page.get_by_role("button", name=re.compile(r"10\.30 uur"))
    page.get_by_role("link", name="Volgende week").press("Enter")
    while not moments.count():
        page.get_by_role("link", name="Volgende week").press("Enter")
    address = page.url
    moments.first.press("Enter")
    expect(page.get_by_label("Begintijd")).to_have_value("10:30")
    expect(page.get_by_label("Eindtijd")).to_have_value("12:00")
    expect(page.get_by_label("Adviseur")).to_have_value(adviser)
    page.get_by_role("button", name="Afspraak vastleggen").press("Enter")
    expect(page.get_by_text("Afspraak gemaakt · opgepakt door u")).to_be_visible()
    look_at(arrive(address.removeprefix(server.url), member), "vrije-momenten")


def test_what_is_due_comes_first_while_the_list_is_open(arrive: Callable[..., Page], server: Running):
    member, now = server.member(), datetime.now(UTC)
    reference = make_request(server.store)
    server.store.cases.claim(reference, member.id, now)
    page = arrive(LIST, member)
    heading = page.get_by_role("heading", name="Hier wilde u weer naar kijken")
    expect(page.get_by_text("De lijst werkt zichzelf bij.")).to_be_visible()
    expect(heading).to_be_hidden()
    server.store.cases.remind(reference, member.id, now.date() - timedelta(days=1), now)
    expect(heading).to_be_visible()
    expect(page.locator("#weer li")).to_contain_text(reference)
    look_at(page, "werklijst-herinnering")
    page.goto(server.url + case_path(reference))
    page.get_by_label("Kijk hier weer naar op").fill("2020-01-01")
    page.get_by_role("button", name="Datum wijzigen").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("al voorbij")
    look_at(page, "aanvraag-herinnering")
    page.get_by_role("button", name="Herinnering weghalen").press("Enter")
    expect(page.get_by_role("button", name="Datum bewaren")).to_be_visible()
