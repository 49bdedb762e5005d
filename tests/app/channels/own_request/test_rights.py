"""What an official and the secretariat can do with what is kept in a request: see all of it, put it right, erase it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from bot.store import Store, audit
from bot.store.kept import Kept
from tests.app.channels.own_request.test_own_request import OWN, PATH, let_in, link_to, mails, visitor
from tests.app.console.work.test_work_pages import visit_fields
from tests.support.request.requests import FIELDS, case_path, make_request
from tests.support.staff.members import Desk

__all__ = ["visitor"]
Sit = Callable[..., Desk]


def taken_up(desk: Desk, reference: str, *, visit: bool = False) -> None:
    desk.post(case_path(reference, "/oppakken"))
    if visit:
        desk.post(case_path(reference, "/afspraak"), visit_fields(1))


def last_acts(store: Store, count: int) -> list[str]:
    return [row.action for row in audit.entries(store.database, count)]


def is_complete(kept: Kept) -> bool:
    return kept["request"][0]["fields"] == FIELDS and {"request_event", "appointment", "outbox"} <= set(kept)


def test_the_official_takes_everything_along(visitor: TestClient, app_store: Store, sit_down: Sit):
    desk, reference = sit_down(), make_request(app_store, urgent=True)
    taken_up(desk, reference, visit=True)
    let_in(visitor, app_store, reference)
    page = visitor.get(PATH).text
    assert all(told in page for told in ("er is een afspraak gemaakt", "heeft spoed", "Autoriteit Persoonsgegevens"))
    saved = visitor.post(f"{PATH}bestand", headers=OWN)
    kept = json.loads(saved.text)
    assert is_complete(kept) and kept["request"][0]["urgent"] is True
    assert kept["appointment"][0]["details"]["adviser"] == "A. Adviseur"
    assert desk.member.id not in saved.text, "a member of staff is not who asks"
    assert saved.headers["cache-control"] == "no-store" and "attachment" in saved.headers["content-disposition"]
    assert last_acts(app_store, 1) == ["request.export"]


@pytest.mark.parametrize("path", ["bestand", "wissen"])
def test_without_the_proven_link_there_is_nothing(visitor: TestClient, app_store: Store, path: str):
    reference = make_request(app_store)
    refused = visitor.post(f"{PATH}{path}", headers=OWN, follow_redirects=False)
    assert refused.status_code == 303 and refused.headers["location"] == PATH
    let_in(visitor, app_store, reference)
    assert visitor.post(f"{PATH}{path}", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert app_store.requests.find(reference).fields == FIELDS


def test_the_official_erases_and_it_is_withdrawn(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    let_in(visitor, app_store, reference)
    assert "ook ingetrokken" in visitor.get(f"{PATH}wissen").text
    assert "Uw gegevens zijn gewist" in visitor.post(f"{PATH}wissen", headers=OWN).text
    left = app_store.requests.find(reference)
    assert (left.fields, left.status) == (None, "withdrawn")
    assert mails(app_store, reference) == ["new", "withdrawn"]
    assert "Uw gegevens zijn gewist" not in visitor.post(f"{PATH}wissen", headers=OWN).text, "nothing was left to erase"
    assert visitor.post(link_to(app_store, reference), headers=OWN).status_code == 410


@pytest.mark.parametrize("withdrawn_first", [False, True])
def test_who_comes_to_visit_has_to_be_told_first(
    visitor: TestClient, app_store: Store, sit_down: Sit, withdrawn_first: bool
):
    desk, reference = sit_down(), make_request(app_store)
    taken_up(desk, reference, visit=True)
    let_in(visitor, app_store, reference)
    if withdrawn_first:
        visitor.post(f"{PATH}intrekken", headers=OWN)
    refused = visitor.post(f"{PATH}wissen", headers=OWN).text
    assert "Er komt nog een adviseur" in refused and "gewist" not in refused
    assert app_store.requests.find(reference).fields == FIELDS
    cookie = visitor.cookies["aanvraag"]
    assert app_store.own_requests.load(cookie, datetime.now(UTC)).can_be_erased is False


def test_after_the_visit_it_can_be_erased(visitor: TestClient, app_store: Store, sit_down: Sit):
    desk, reference = sit_down(), make_request(app_store)
    taken_up(desk, reference, visit=True)
    desk.post(case_path(reference, "/afspraak/afzeggen"), {"versie": str(version_of(app_store, desk, reference))})
    let_in(visitor, app_store, reference)
    assert "Uw gegevens zijn gewist" in visitor.post(f"{PATH}wissen", headers=OWN).text


def version_of(store: Store, desk: Desk, reference: str) -> int:
    case = store.cases.open(reference, desk.member.id, datetime.now(UTC))
    assert case is not None
    return case.version


def test_staff_takes_everything_along_for_who_asks_by_telephone(app_store: Store, sit_down: Sit):
    desk, reference = sit_down(), make_request(app_store)
    taken_up(desk, reference, visit=True)
    assert "Een referentie bewijst niets" in desk.get(case_path(reference, "/gegevens")).text
    saved = desk.post(case_path(reference, "/gegevens/bestand"))
    assert saved.status_code == 200 and is_complete(json.loads(saved.text))
    assert last_acts(app_store, 1) == ["request.export"]
    assert desk.post(case_path("WS-AAAA-AAAAA", "/gegevens/bestand")).status_code == 404


def test_staff_puts_right_what_its_holder_is_told(visitor: TestClient, app_store: Store, sit_down: Sit):
    desk, other, reference = sit_down(), sit_down(), make_request(app_store)
    link = link_to(app_store, reference)
    path = case_path(reference, "/gegevens/verbeteren")
    sent = FIELDS | {"naam": "P. Anders", "functie": "raadslid", "contact": "0612345678"}
    taken_up(desk, reference)
    version = {"versie": str(version_of(app_store, desk, reference))}
    wrong = desk.post(path, sent | version | {"contact": "061"})
    assert wrong.status_code == 422 and 'value="061"' in wrong.text and 'value="P. Anders"' in wrong.text
    assert desk.post(path, sent | {"versie": "0"}).status_code == 409, "an old screen changes nothing"
    assert other.post(path, sent | version).status_code == 409, "a colleague holds it"
    assert app_store.requests.find(reference).fields == FIELDS
    assert desk.post(path, sent | version).status_code == 303
    fields = app_store.requests.find(reference).fields
    wanted = FIELDS | {"naam": "P. Anders", "functie": "Raadslid", "contact": "0612345678"}
    assert {name: fields[name] for name in FIELDS} == wanted
    assert "verbeterd door" in desk.get(case_path(reference)).text and last_acts(app_store, 2)[1] == "request.correct"
    assert visitor.post(link, headers=OWN).status_code == 410, "another way to be reached"


def test_staff_erases_only_with_the_box_ticked_and_only_its_own(app_store: Store, sit_down: Sit):
    desk, other, reference = sit_down(), sit_down(), make_request(app_store)
    path = case_path(reference, "/gegevens/wissen")
    taken_up(desk, reference, visit=True)
    version = {"versie": str(version_of(app_store, desk, reference))}
    assert desk.post(path, version).status_code == 422
    assert other.post(path, version | {"zeker": "ja"}).status_code == 409
    assert desk.post(path, {"zeker": "ja", "versie": "0"}).status_code == 409
    assert app_store.requests.find(reference).fields == FIELDS
    assert desk.post(path, version | {"zeker": "ja"}).status_code == 303
    left = app_store.requests.find(reference)
    assert (left.fields, left.status) == (None, "lapsed")
    page = desk.get(case_path(reference)).text
    assert "De gegevens zijn gewist" in page and "/gegevens" not in page


def test_staff_erases_a_closed_request_of_anybody(app_store: Store, sit_down: Sit):
    desk, other, reference = sit_down(), sit_down(), make_request(app_store)
    taken_up(desk, reference)
    version = str(version_of(app_store, desk, reference))
    desk.post(case_path(reference, "/sluiten"), {"versie": version, "einde": "afhandelen"})
    assert other.post(case_path(reference, "/gegevens/wissen"), {"zeker": "ja", "versie": "0"}).status_code == 303
    left = app_store.requests.find(reference)
    assert (left.fields, left.status) == (None, "finished")
