"""The frame of the pages: what somebody sees of the console, alarms, files, and pages that are not there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from jinja2 import DictLoader, PrefixLoader
from starlette.requests import Request
from starlette.testclient import TestClient

from bot.console.frame.shell import Banner, Console, Section
from bot.store import StoreUnavailable
from tests.support.places import ROOT
from tests.support.staff.members import Desk, Member

Sit = Callable[..., Desk]
SECTIONS = {
    "sections/iedereen.html.j2": "{% set title = 'Voor iedereen' %}{% set about = 'Uitleg' %}",
    "sections/baas.html.j2": "{% set title = 'Voor de baas' %}{% set about = 'Meer <b>uitleg</b>' %}",
    "banners/proef.html.j2": "Er wachten {{ count }} van {{ whom }}",
}


@pytest.fixture
def console(client: TestClient, monkeypatch: pytest.MonkeyPatch):
    """With two sections and a banner that exist only here."""
    console = client.app.state.services.part(Console)  # type: ignore[attr-defined]
    own = PrefixLoader({"console": DictLoader(SECTIONS)})
    real = console.environment.loader

    class Both:
        def load(self, environment, name, globals=None):
            at = own if name.removeprefix("console/") in SECTIONS else real
            return at.load(environment, name, globals)

    monkeypatch.setattr(console.environment, "loader", Both())
    added = [Section("iedereen", "/secretariaat/iedereen"), Section("baas", "/secretariaat/baas", "beheerder")]
    monkeypatch.setattr(console, "sections", [*console.sections, *added])
    return console


def test_each_role_sees_its_own_sections(console, sit_down: Sit, member: Member, administrator: Member):
    seen, all_of_it = (sit_down(one).get("/secretariaat/account").text for one in (member, administrator))
    assert "Voor iedereen" in seen
    assert "Voor de baas" not in seen
    assert "Voor de baas" in all_of_it
    assert "(beheerder)" in all_of_it


def test_the_section_of_now_is_marked_once(sit_down: Sit, member: Member):
    page = sit_down(member).get("/secretariaat/account").text
    assert page.count('aria-current="page"') == 1
    assert '<a href="/secretariaat/account" aria-current="page">' in page


def test_who_is_not_logged_in_sees_nothing_of_it(console, sit_down: Sit):
    page = sit_down().get("/secretariaat/inloggen").text
    assert "<nav" not in page
    assert "Voor iedereen" not in page
    assert "Uitloggen" not in page


def test_an_alarm_is_on_every_page_and_its_values_are_inert(console, sit_down: Sit, member: Member, monkeypatch):
    async def source(request: Request) -> list[Banner]:
        return [Banner("proef", values={"count": 3, "whom": "<script>"})]

    monkeypatch.setattr(console, "banner_sources", [source])
    for path in ("/secretariaat/account", "/secretariaat/bestaat/niet"):
        page = sit_down(member).get(path).text
        assert 'class="banner alarm"' in page
        assert "Er wachten 3 van &lt;script&gt;" in page
    assert "Er wachten" not in sit_down().get("/secretariaat/inloggen").text


def test_an_alarm_that_cannot_be_looked_up_does_not_take_the_page_away(
    console, sit_down: Sit, member: Member, monkeypatch
):
    async def broken(request: Request) -> list[Banner]:
        raise StoreUnavailable("weg")

    monkeypatch.setattr(console, "banner_sources", [broken])
    assert sit_down(member).get("/secretariaat/account").status_code == 200


def test_without_the_database_the_page_says_so_and_confirms_nothing(
    sit_down: Sit, store, member: Member, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def away(*_: object, **__: object) -> None:
        raise StoreUnavailable("weg")

    monkeypatch.setattr(store.staff.sessions, "load", away)
    desk = sit_down(member)
    for answered in (desk.get("/secretariaat/"), desk.post("/secretariaat/uitloggen", {"formulier": "x"})):
        assert answered.status_code == 503
        assert "niet bereikbaar" in answered.text
    assert member.name not in caplog.text


def test_what_is_not_there_is_a_page_that_says_so(sit_down: Sit, member: Member):
    for desk in (sit_down(), sit_down(member)):
        answered = desk.get("/secretariaat/bestaat/niet")
        assert answered.status_code == 404
        assert "bestaat niet" in answered.text
    assert sit_down().get("/secretariaat").headers["location"] == "/secretariaat/"


@pytest.mark.parametrize(
    "name", ["..%2f..%2fsettings.py", "%2e%2e%2fparts.py", "geen.css", "parts.py", "console", "%00.css", ".css"]
)
def test_only_our_own_files_are_given(sit_down: Sit, name: str):
    assert sit_down().get(f"/secretariaat/bestanden/{name}").status_code == 404


def test_the_stylesheet_is_given_without_logging_in_and_may_be_kept(sit_down: Sit):
    given = sit_down().get("/secretariaat/bestanden/console.css")
    assert given.headers["content-type"].startswith("text/css")
    assert given.headers["cache-control"] == "no-cache"
    assert "set-cookie" not in given.headers


def test_no_page_has_anything_inline_that_the_policy_would_block():
    for template in sorted((ROOT / "content/templates/console").rglob("*.j2")):
        text = template.read_text(encoding="utf-8")
        assert " style=" not in text, template.name
        assert not re.search(r"\son\w+=|javascript:|<script(?![^>]*\bsrc=)", text), template.name
