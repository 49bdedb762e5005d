"""Danger typed on the page of one's own request: who to call comes at once, and nothing is done with the text."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from bot.store import Store
from bot.store.base.references import new_reference
from bot.turn.limits import RateLimits
from tests.app.channels.own_request.test_own_request import OWN, PATH, let_in, mails
from tests.support.request.requests import FIELDS, make_request
from tests.support.running import PLENTY
from tests.support.web.pages import read

KNIFE = "kom snel er staat nu iemand met een mes in mijn huis"
DEATH = "ik word met de dood bedreigd"
NOTHING_WRONG = {field: FIELDS[field] for field in ("naam", "functie", "contact", "voorkeur")}


@pytest.fixture
def visitor(client: TestClient) -> TestClient:
    client.app.state.services.limits = RateLimits(PLENTY, PLENTY, PLENTY)  # type: ignore[attr-defined]
    return TestClient(client.app, raise_server_exceptions=False)


class Unlimited(RateLimits):
    async def link_allowed(self, client: str) -> bool:
        return True


def kept(store: Store, reference: str) -> dict[str, str]:
    found = store.requests.find(reference)
    assert found is not None and found.fields is not None
    return found.fields


@pytest.mark.parametrize("field", list(NOTHING_WRONG))
def test_112_comes_first_and_the_text_is_kept_on_the_page_alone(visitor: TestClient, app_store: Store, field: str):
    reference = make_request(app_store)
    let_in(visitor, app_store, reference)
    page = visitor.post(f"{PATH}wijzigen", headers=OWN, data={**NOTHING_WRONG, field: KNIFE})
    shown = read(page.text)
    assert shown.heading == "Hulp bij dreiging" and shown.lines[1] == "Bel nu 112."
    assert 'class="notice emergency"' in page.text and ("112", "tel:112") in shown.links
    assert f'value="{KNIFE}"' in page.text and "bewaard" not in shown.text
    assert page.headers["cache-control"] == "no-store"
    assert kept(app_store, reference) == FIELDS and mails(app_store, reference) == ["new"]


def test_a_threat_without_danger_now_brings_the_police(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    let_in(visitor, app_store, reference)
    page = visitor.post(f"{PATH}wijzigen", headers=OWN, data={**NOTHING_WRONG, "voorkeur": DEATH})
    assert read(page.text).lines[1].startswith("Bel de politie: 0900-8844.")
    assert 'class="notice emergency"' in page.text
    assert kept(app_store, reference) == FIELDS


def test_its_buttons_lead_to_a_conversation_where_the_route_holds(visitor: TestClient, app_store: Store):
    let_in(visitor, app_store, make_request(app_store))
    page = visitor.post(f"{PATH}wijzigen", headers=OWN, data={**NOTHING_WRONG, "voorkeur": DEATH})
    form = read(page.text).form_with("Er is nu gevaar")
    assert form.action == "/zelfscan"
    after = visitor.post(form.action, headers=OWN, data={**form.hidden, "keuze": "dreiging:nu"})
    assert read(after.text).lines[1] == "Bel nu 112."
    assert read(visitor.get("/zelfscan").text).lines[1] == "Bel nu 112."


def test_what_was_no_danger_goes_on_after_it_was_read(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    let_in(visitor, app_store, reference)
    typed = {**NOTHING_WRONG, "voorkeur": "maandag, vraag naar de heer die mij bedreigt met een mes"}
    page = visitor.post(f"{PATH}wijzigen", headers=OWN, data=typed)
    form = read(page.text).form_with("Verder met deze tekst")
    assert kept(app_store, reference) == FIELDS
    other = {**typed, "voorkeur": KNIFE}
    assert read(visitor.post(form.action, headers=OWN, data={**form.hidden, **other}).text).lines[1] == "Bel nu 112."
    assert kept(app_store, reference) == FIELDS
    assert "Uw wijziging is bewaard" in visitor.post(form.action, headers=OWN, data={**form.hidden, **typed}).text
    assert kept(app_store, reference)["voorkeur"] == typed["voorkeur"]


@pytest.mark.parametrize("typed", [KNIFE, DEATH, f"{KNIFE} {'verder niets ' * 300}"])
def test_danger_where_a_reference_is_asked(visitor: TestClient, typed: str):
    page = visitor.post(PATH, headers=OWN, data={"referentie": typed})
    assert 'class="notice emergency"' in page.text and "Kijk in uw mail" not in page.text
    assert read(page.text).form_with("Verder met deze tekst").action == PATH


@pytest.mark.parametrize("address", [PATH, f"{PATH}wijzigen"])
def test_danger_behind_a_field_that_is_far_too_long(visitor: TestClient, address: str):
    """Whatever comes first in a form, what comes behind it is read."""
    long = "mooi weer " * 9000
    for fields in ({"referentie": f"{KNIFE} {long}"}, {"contact": long, "voorkeur": KNIFE, "referentie": KNIFE}):
        page = visitor.post(address, headers=OWN, data={"voorkeur": KNIFE, **fields})
        assert read(page.text).lines[1] == "Bel nu 112."


@pytest.mark.parametrize("field", list(NOTHING_WRONG))
def test_a_text_whose_end_is_unread_is_told_so_and_not_stored(visitor: TestClient, app_store: Store, field: str):
    reference = make_request(app_store)
    let_in(visitor, app_store, reference)
    page = visitor.post(f"{PATH}wijzigen", headers=OWN, data={**NOTHING_WRONG, field: f"{'mooi weer ' * 1100}{KNIFE}"})
    assert page.status_code == 413
    assert "niet helemaal gelezen" in page.text and ("112", "tel:112") in read(page.text).links
    assert kept(app_store, reference) == FIELDS


def test_danger_is_answered_without_a_session(visitor: TestClient):
    page = visitor.post(f"{PATH}wijzigen", headers=OWN, data={"voorkeur": KNIFE})
    assert read(page.text).lines[1] == "Bel nu 112."


def test_no_reference_looks_like_danger(visitor: TestClient):
    visitor.app.state.services.limits = Unlimited()  # type: ignore[attr-defined]
    pages = {visitor.post(PATH, headers=OWN, data={"referentie": new_reference()}).text for _ in range(100)}
    assert len(pages) == 1 and "Kijk in uw mail" in pages.pop()


def test_another_website_reads_no_judgement(visitor: TestClient):
    cross = visitor.post(PATH, headers={"sec-fetch-site": "cross-site"}, data={"referentie": KNIFE})
    assert cross.status_code == 403 and not re.search(r"Bel nu", cross.text)


def test_what_cannot_be_seen_is_not_stored(visitor: TestClient, app_store: Store):
    reference = make_request(app_store)
    let_in(visitor, app_store, reference)
    visitor.post(
        f"{PATH}wijzigen", headers=OWN, data={**NOTHING_WRONG, "voorkeur": "vrijdag\u202e\u0007 \u200b na vijven"}
    )
    assert kept(app_store, reference)["voorkeur"] == "vrijdag na vijven"
