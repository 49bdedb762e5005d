"""A request from both sides, in two real browsers, with the real engine and a real SMTP server: made in the widget,
seen, claimed, planned, moved and called off in the console, changed and withdrawn by the official."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import Browser, Page, expect

from bot.settings import Settings
from tests.browser.axe import problems
from tests.support.mail_server import ScriptedServer, free_port
from tests.support.running import Running, listening
from tests.support.waiting import eventually, until_ready
from tests.support.web.pictures import keep

ADDRESS = "j.devries@example.org"
SIZES = [(390, 844), (1280, 800)]
WIDE = "() => document.documentElement.scrollWidth > innerWidth + 1"


@pytest.fixture(scope="module")
def post() -> Iterator[ScriptedServer]:
    scripted = ScriptedServer(free_port())
    scripted.start()
    yield scripted
    scripted.stop()


@pytest.fixture(scope="module")
def server(post: ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    port = free_port()
    settings = Settings(
        data_dir=tmp_path_factory.mktemp("both"),
        smtp_url=f"smtp://127.0.0.1:{post.port}?starttls=off",
        mail_to="secretariaat@example.org",
        mail_from="scan@example.org",
        public_url=f"http://127.0.0.1:{port}",
    )
    with listening(settings, port) as running:
        until_ready(running.url)
        yield running


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A browser of its own for each side."""
    opened = []

    def open_one(**options: object) -> Page:
        context = browser.new_context(locale="nl-NL", reduced_motion="reduce", **options)  # type: ignore[arg-type]
        opened.append(context)
        return context.new_page()

    yield open_one
    for context in opened:
        context.close()


def mail(post: ScriptedServer, to: str, subject: str, number: int = 1) -> EmailMessage:
    """The so many-th mail with such a subject, once it is there."""

    def found() -> list[EmailMessage]:
        return [one for one in post.received if one["To"] == to and str(one["Subject"]).startswith(subject)]

    eventually(lambda: len(found()) >= number)
    return found()[number - 1]


def event_of(message: EmailMessage) -> tuple[str, Event]:
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    calendar = Calendar.from_ical(part.get_content())
    return str(calendar["method"]), calendar.walk("VEVENT")[0]


def link_in(message: EmailMessage) -> str:
    found = re.search(r"http://\S+/aanvraag/link/[0-9a-f]+", message.get_body().get_content())  # type: ignore[union-attr]
    assert found
    return found[0]


def look_at(page: Page, name: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert problems(page) == []
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert not page.evaluate(WIDE)
            keep(page, f"{name}-{width}x{height}-{scheme}")


def ask_for_a_scan(page: Page, url: str) -> None:
    """In the widget, up to the button that sends the request."""
    page.goto(url)
    page.get_by_role("button", name="Chat: zelfscan woning").click()
    expect(page.get_by_role("button", name="Zelfscan beginnen")).to_be_visible()
    typing = page.get_by_label("Typ uw antwoord of uw vraag")
    for said, heard in {
        "ik wil een woningscan aanvragen": "nu in gevaar?",
        "Nee": "iets aangedaan",
        "nee": "online gedeeld",
        "nee.": "onveilig voelt",
        "nee!": "Wat is uw naam?",
        "J. de Vries": "Wat is uw functie?",
        "wethouder": "kan het CCV u bereiken",
        ADDRESS: "Wanneer kan het CCV u het beste bereiken",
        "dinsdag in de ochtend": "Klopt dit?",
    }.items():
        expect(typing).to_be_enabled()
        typing.fill(said)
        page.keyboard.press("Enter")
        expect(page.get_by_text(heard).last).to_be_visible()


@contextmanager
def console(window: Callable[..., Page], server: Running) -> Iterator[Page]:
    member = server.member()
    page = window(viewport={"width": 1280, "height": 800})
    page.context.add_cookies([{"name": "secretariaat", "value": member.token, "url": server.url}])
    page.goto(f"{server.url}/secretariaat/")
    expect(page.get_by_text("De lijst werkt zichzelf bij.")).to_be_visible()
    yield page


def working_day(days: int) -> str:
    day = datetime.now(UTC).date() + timedelta(days)
    while day.weekday() > 3 or (day.month, day.day) in {(12, 25), (12, 26), (1, 1), (5, 5)}:
        day += timedelta(1)
    return day.isoformat()


def test_from_the_chat_to_the_calendar_and_back(window: Callable[..., Page], server: Running, post: ScriptedServer):
    official = window(viewport={"width": 390, "height": 844})
    ask_for_a_scan(official, server.url)
    keep(official, "widget", whole=False)
    with console(window, server) as page:
        official.get_by_role("button", name="Ja, verstuur mijn aanvraag").click()
        line = page.locator("#regels > li").first
        expect(line).to_be_visible()
        expect(page.get_by_text("De lijst werkt zichzelf bij.")).to_be_visible()  # not asked for now and then
        reference = line.get_by_role("link").inner_text()
        expect(official.get_by_text(reference).last).to_be_visible()

        line.get_by_role("button", name=f"Oppakken: {reference}").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text(reference)
        page.get_by_role("link", name="Afspraak plannen").click()
        page.get_by_label("Datum").fill(working_day(20))
        page.get_by_label("Begintijd").fill("10:00")
        page.get_by_label("Adviseur").fill("A. Adviseur")
        page.get_by_role("button", name="Afspraak vastleggen").click()
        planned = mail(post, ADDRESS, "Uw afspraak WS-")
        method, first = event_of(planned)
        assert (method, int(first["sequence"]), str(first["summary"])) == ("REQUEST", 0, "Afspraak")

        page.get_by_role("link", name="Afspraak verzetten").click()
        page.get_by_label("Begintijd").fill("14:00")
        page.get_by_role("button", name="Afspraak verzetten").click()
        method, moved = event_of(mail(post, ADDRESS, "Uw afspraak is gewijzigd"))
        assert (method, int(moved["sequence"]), moved["uid"]) == ("REQUEST", 1, first["uid"])
        assert moved["dtstart"].dt.hour == 14

        page.get_by_role("button", name="Afspraak afzeggen").click()
        expect(page.get_by_text("Deze afspraak gaat niet door.")).to_be_visible()
        method, cancelled = event_of(mail(post, ADDRESS, "Uw afspraak gaat niet door"))
        assert (method, int(cancelled["sequence"]), cancelled["uid"]) == ("CANCEL", 2, first["uid"])
        page.goto(f"{server.url}/secretariaat/")

        official.goto(link_in(planned))
        look_at(official, "eigen-deur")
        official.get_by_role("button", name="Open mijn aanvraag").focus()
        official.keyboard.press("Enter")
        expect(official.get_by_role("heading", level=1)).to_contain_text(reference)
        look_at(official, "eigen-aanvraag")
        official.get_by_role("link", name="Wijzig uw gegevens").click()
        official.get_by_label("Telefoonnummer of mailadres").fill("061")
        official.keyboard.press("Enter")
        expect(official.get_by_role("alert")).to_be_focused()
        look_at(official, "eigen-wijzigen")
        official.get_by_label("Telefoonnummer of mailadres").fill(ADDRESS)
        official.get_by_label("Voorkeur voor een moment").fill("donderdag")
        official.keyboard.press("Enter")
        expect(official.get_by_text("Uw wijziging is bewaard.")).to_be_visible()
        expect(line).to_contain_text("Gewijzigd door de aanvrager")
        mail(post, "secretariaat@example.org", f"Gewijzigde melding {reference}")

        official.get_by_role("link", name="Trek uw aanvraag in").click()
        expect(official.get_by_role("heading", level=1)).to_have_text("Wilt u uw aanvraag intrekken?")
        look_at(official, "eigen-intrekken")
        official.get_by_role("button", name="Ja, trek mijn aanvraag in").click()
        expect(official.get_by_text("Uw aanvraag is ingetrokken.")).to_be_visible()
        expect(page.locator("#regels > li")).to_have_count(0)
        mail(post, "secretariaat@example.org", f"Ingetrokken melding {reference}")
        assert not any("vries" in str(one["Subject"]).casefold() for one in post.received)


def test_a_new_link_by_mail_and_pages_without_a_session(
    window: Callable[..., Page], server: Running, post: ScriptedServer
):
    from tests.support.request.requests import make_request

    reference = make_request(server.store, contact=ADDRESS)
    page = window(viewport={"width": 390, "height": 844})
    page.goto(f"{server.url}/aanvraag/")
    look_at(page, "eigen-vraag-link")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.get_by_label("Referentie").fill(reference.lower())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in uw mail")
    look_at(page, "eigen-kijk-in-mail")
    link = link_in(mail(post, ADDRESS, f"Link naar uw aanvraag {reference}"))
    for _ in range(2):
        page.goto(link)
        page.get_by_role("button", name="Open mijn aanvraag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")
    look_at(page, "eigen-link-op")
    page.goto(f"{server.url}/aanvraag/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(reference)
    page.get_by_role("button", name="Klaar, sluit deze pagina af").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("De pagina is afgesloten")
    look_at(page, "eigen-afgesloten")
