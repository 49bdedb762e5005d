"""The official's own page: a reference gives nothing away, a link works once, what is changed is seen and mailed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.channels.own_request import routes as own_request
from bot.channels.plain.view import PlainView
from bot.services import Services
from bot.settings import Settings
from bot.store import Store, audit
from bot.store.mail.models import OutboxRow
from bot.store.request.holder import access
from bot.store.request.models import Request, RequestAccess
from bot.store.request.states import AccessStage
from bot.turn.limits import RateLimits
from tests.app.console.work.test_work_pages import visit_fields
from tests.support.request.requests import FIELDS, case_path, make_request
from tests.support.staff.members import Desk

OWN = {"sec-fetch-site": "same-origin"}
PATH = "/aanvraag/"


@pytest.fixture
def visitor(client: TestClient) -> TestClient:
    client.app.state.services.limits = RateLimits()  # type: ignore[attr-defined]
    return TestClient(client.app, raise_server_exceptions=False)


def mails(store: Store, reference: str) -> list[str]:
    with store.database.reading() as session:
        chosen = select(OutboxRow.kind).join(Request, Request.id == OutboxRow.request_id)
        return sorted(session.scalars(chosen.where(Request.reference == reference)))


def link_to(store: Store, reference: str, until: timedelta = timedelta(hours=1)) -> str:
    token = store.vault.new_token()
    with store.database.writing() as session:
        row = session.scalars(select(Request).where(Request.reference == reference)).one()
        access.add(session, store.vault, row.id, AccessStage.LINK, datetime.now(UTC) + until, token)
    return f"{PATH}link/{token}"


def let_in(visitor: TestClient, store: Store, reference: str) -> TestClient:
    assert visitor.post(link_to(store, reference), headers=OWN, follow_redirects=False).status_code == 303
    return visitor


def test_a_reference_gives_nothing_away(visitor: TestClient, app_store: Store):
    with_mail, by_phone = make_request(app_store), make_request(app_store, contact="0612345678")
    answers = [
        visitor.post(PATH, data={"referentie": typed}, headers=OWN)
        for typed in (with_mail, by_phone, "WS-AAAA-AAAAA", "onzin", with_mail.lower())
    ]
    assert len({(one.status_code, one.text, str(dict(one.headers))) for one in answers}) == 1
    assert with_mail not in answers[0].text
    assert mails(app_store, with_mail) == ["access", "new"]  # the second time it was too soon
    assert mails(app_store, by_phone) == ["new"]


def test_the_answer_does_not_wait_for_what_is_done_about_it(
    visitor: TestClient, app_store: Store, monkeypatch: pytest.MonkeyPatch
):
    order = []
    monkeypatch.setattr(own_request, "_mail_link", lambda store, typed: order.append("done"))
    response_of = own_request.OwnRequestPages.ask_link

    async def watched(self: own_request.OwnRequestPages, request: object) -> object:
        response = await response_of(self, request)  # type: ignore[arg-type]
        order.append("answered")
        return response

    monkeypatch.setattr(own_request.OwnRequestPages, "ask_link", watched)
    services = Services.of(Settings(), visitor.app.state.services.content)  # type: ignore[attr-defined]
    services.store = app_store
    view = PlainView(services.content, services.settings.content_dir / "templates")
    app = Starlette(routes=own_request.routes(services, view))
    app.state.services = services
    TestClient(app).post(PATH, data={"referentie": make_request(app_store)}, headers=OWN)
    assert order == ["answered", "done"]


def test_asking_again_and_again_is_limited(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    statuses = [visitor.post(PATH, data={"referentie": "WS-AAAA-AAAAA"}, headers=OWN).status_code for _ in range(12)]
    assert statuses == [200] * 10 + [429] * 2
    now = datetime.now(UTC)
    for minutes in range(0, 60, 5):
        app_store.own_requests.mail_link(reference, now + timedelta(minutes=minutes))
    assert mails(app_store, reference).count("access") == 4


def test_a_link_works_once_and_opening_the_page_does_not_count(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    link = link_to(app_store, reference)
    for _ in range(3):
        door = visitor.get(link)
        assert door.status_code == 200 and reference not in door.text
    assert visitor.post(link, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert visitor.post(link, headers=OWN, follow_redirects=False).status_code == 303
    page = visitor.get(PATH)
    assert all(value in page.text for value in (reference, *FIELDS.values()))
    assert page.headers["cache-control"] == "no-store" and page.headers["referrer-policy"] == "same-origin"
    other = TestClient(visitor.app)
    assert other.post(link, headers=OWN).status_code == 410
    assert reference not in other.get(PATH).text


def test_an_old_link_and_an_old_session_are_over(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    assert visitor.post(link_to(app_store, reference, timedelta(seconds=-1)), headers=OWN).status_code == 410
    assert visitor.post(f"{PATH}link/{'x' * 500}", headers=OWN).status_code == 410
    let_in(visitor, app_store, reference)
    with app_store.database.writing() as session:
        for row in session.scalars(select(RequestAccess).where(RequestAccess.stage == "session")):
            row.expires_at = datetime.now(UTC)
    assert "U was niet meer ingelogd" in visitor.get(PATH).text
    for path in ("wijzigen", "intrekken"):
        assert visitor.get(f"{PATH}{path}", follow_redirects=False).headers["location"] == PATH
        assert (
            visitor.post(f"{PATH}{path}", headers=OWN, data={"contact": "x"}, follow_redirects=False).status_code == 303
        )


def test_a_change_is_seen_in_the_console_and_mailed(
    visitor: TestClient, app_store: Store, sit_down: Callable[..., Desk]
):
    desk, reference = sit_down(), make_request(app_store)
    desk.post(case_path(reference, "/oppakken"))
    let_in(visitor, app_store, reference)
    wrong = visitor.post(f"{PATH}wijzigen", headers=OWN, data=FIELDS | {"contact": "061", "voorkeur": "vrijdag"})
    assert wrong.status_code == 422 and 'value="061"' in wrong.text and 'value="vrijdag"' in wrong.text
    sent = FIELDS | {"contact": "06 12 34 56 78", "voorkeur": "vrijdag", "naam": "P. Anders", "status": "finished"}
    assert "Uw wijziging is bewaard" in visitor.post(f"{PATH}wijzigen", headers=OWN, data=sent).text
    assert mails(app_store, reference)[0] == "changed"
    assert "Gewijzigd door de aanvrager" in desk.get("/secretariaat/").text
    cleared = visitor.post(f"{PATH}wijzigen", headers=OWN, data=sent | {"voorkeur": " "})
    assert "geen voorkeur" in cleared.text
    visitor.post(f"{PATH}wijzigen", headers=OWN, data=sent)
    page = desk.get(case_path(reference)).text
    assert "0612345678" in page and "vrijdag" in page and "P. Anders" in page and FIELDS["naam"] not in page
    assert "De aanvrager heeft iets gewijzigd" in page
    desk.post(case_path(reference, "/gezien"))
    assert "De aanvrager heeft iets gewijzigd" not in desk.get(case_path(reference)).text


def test_the_same_again_changes_nothing_and_a_new_address_ends_old_links(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    old = link_to(app_store, reference)
    let_in(visitor, app_store, reference)
    visitor.post(f"{PATH}wijzigen", headers=OWN, data=FIELDS)
    assert mails(app_store, reference) == ["new"]
    visitor.post(f"{PATH}wijzigen", headers=OWN, data=FIELDS | {"contact": "ander@example.org"})
    assert TestClient(visitor.app).post(old, headers=OWN).status_code == 410
    assert reference in visitor.get(PATH).text  # this session goes on


def test_withdrawing_calls_off_the_visit_and_closes_the_case(
    visitor: TestClient, app_store: Store, sit_down: Callable[..., Desk]
):
    desk, reference = sit_down(), make_request(app_store)
    desk.post(case_path(reference, "/oppakken"))
    desk.post(case_path(reference, "/afspraak"), visit_fields(1))
    let_in(visitor, app_store, reference)
    assert "A. Adviseur" in visitor.get(PATH).text
    assert "De afspraak gaat niet door" in visitor.get(f"{PATH}intrekken").text
    assert "ingetrokken" in visitor.post(f"{PATH}intrekken", headers=OWN).text
    assert mails(app_store, reference) == ["new", "visit", "visit_called_off", "withdrawn"]
    assert "Ingetrokken door de aanvrager" in desk.get(case_path(reference)).text
    assert visitor.get(f"{PATH}wijzigen", follow_redirects=False).status_code == 303
    assert [row.action for row in audit.entries(app_store.database, 3)][1:] == ["request.withdraw", "request.own_read"]


def test_staff_makes_a_link_for_who_has_no_mail(visitor: TestClient, app_store: Store, sit_down: Callable[..., Desk]):
    desk, reference = sit_down(), make_request(app_store, contact="0612345678")
    desk.post(case_path(reference, "/oppakken"))
    shown = re.search(r"/aanvraag/link/[\w-]{40,}", desk.post(case_path(reference, "/link")).text)
    assert shown and shown[0] not in desk.get(case_path(reference)).text
    assert visitor.post(shown[0], headers=OWN, follow_redirects=False).status_code == 303
    assert reference in visitor.get(PATH).text


@pytest.mark.parametrize("way", ["sluiten", "weg"])
def test_leaving_ends_the_session_on_the_server_too(visitor: TestClient, app_store: Store, way: str):
    reference = make_request(app_store)
    let_in(visitor, app_store, reference)
    cookie = visitor.cookies["aanvraag"]
    assert visitor.post(f"{PATH}{way}", headers=OWN).status_code == 200
    visitor.cookies.set("aanvraag", cookie)
    assert reference not in visitor.get(PATH).text


def test_an_erased_request_is_gone_for_its_owner_too(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    let_in(visitor, app_store, reference)
    app_store.requests.erase(reference, actor="beheer", now=datetime.now(UTC))
    assert reference not in visitor.get(PATH).text
    assert visitor.post(link_to(app_store, reference), headers=OWN).status_code == 410


def test_only_hashes_of_links_are_kept(app_store: Store):
    link = link_to(app_store, make_request(app_store)).rpartition("/")[2]
    with app_store.database.reading() as session:
        assert all(link not in row.token_hash for row in session.scalars(select(RequestAccess)))
