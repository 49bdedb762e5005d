"""A request that cannot be read is shown as broken in the console, never as an error of the server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.store import Store, Unreadable
from bot.store.request.visits import VisitDetails
from tests.app.store.request.test_poisoned import WRONG_FIELDS, poison
from tests.support.request.requests import make_request, open_lines
from tests.support.staff.members import Desk

KINDS = 4 + len(WRONG_FIELDS)
BROKEN = "Niet te lezen"
SitDown = Callable[..., Desk]


def test_each_kind_is_shown_and_can_be_claimed_and_closed(app_store: Store, sit_down: SitDown) -> None:
    desk = sit_down()
    references = [make_request(app_store, "terugbellen") for _ in range(KINDS)]
    sound = make_request(app_store)
    poison(app_store, references)
    for reference in references:
        path = f"/secretariaat/aanvraag/{reference}"
        page = desk.get(path)
        assert page.status_code == 200, page.text
        assert BROKEN in page.text and "gewist." not in page.text.split("<h2>Meer")[0].split("<form")[0]
        assert desk.post(f"{path}/oppakken").status_code == 303
        page = desk.get(path)
        assert "einde-vervallen" in page.text
        assert desk.post(f"{path}/link").status_code == 409
        closes = {"einde": "vervallen", "versie": page.text.split('name="versie" value="')[1].split('"')[0]}
    listed = desk.get("/secretariaat/")
    assert listed.status_code == 200
    assert listed.text.count(BROKEN) == KINDS
    assert desk.post(f"{path}/sluiten", closes).status_code == 303
    assert BROKEN not in desk.get(f"/secretariaat/aanvraag/{sound}").text
    assert "aanvraag_onleesbaar" in desk.get("/gereed").json()["alarmen"]


@pytest.mark.parametrize("spoiled", ["created_at = 'gisteren'", "claimed_at = 'x'", "updated_at = 5, fields = 'tekst'"])
def test_a_row_of_which_nothing_can_be_read(app_store: Store, sit_down: SitDown, spoiled: str) -> None:
    desk, reference = sit_down(), make_request(app_store)
    path = f"/secretariaat/aanvraag/{reference}"
    desk.get(path)
    with app_store.database.writing() as session:
        session.execute(text(f"UPDATE request SET {spoiled} WHERE reference = :r"), {"r": reference})
    for answer in (desk.get(path), desk.post(f"{path}/oppakken"), desk.get(path)):
        assert answer.status_code in (200, 303, 409)
    assert BROKEN in desk.get(path).text
    assert desk.get("/secretariaat/").status_code == 200
    with app_store.database.writing() as session:
        session.execute(text("DELETE FROM request WHERE reference = :r"), {"r": reference})


def test_a_visit_that_cannot_be_read(app_store: Store, sit_down: SitDown) -> None:
    desk, reference = sit_down(), make_request(app_store)
    path = f"/secretariaat/aanvraag/{reference}"
    now = datetime.now(UTC)
    staff_id = desk.member.id  # type: ignore[attr-defined]
    app_store.cases.claim(reference, staff_id, now)
    visit = VisitDetails((now + timedelta(days=5)).date(), now.time(), adviser="x", place="op afspraak")
    assert app_store.cases.arrange_visit(reference, staff_id, visit, 1, now) is None
    with app_store.database.writing() as session:
        session.execute(text("UPDATE appointment SET details = :x"), {"x": b"geen envelop"})
    page = desk.get(path)
    assert page.status_code == 200 and BROKEN in page.text
    assert "J. de Vries" in page.text, "what can be read stays to be read"
    assert desk.post(f"{path}/sluiten", {"einde": "vervallen", "versie": "2"}).status_code == 303


def test_a_word_that_is_none_of_ours_hides_no_request(store: Store, now: datetime):
    whole, odd = make_request(store), make_request(store)
    with store.database.writing() as session:
        session.execute(text("UPDATE request SET status = 'anders', kind = 'anders' WHERE reference = :r"), {"r": odd})
    lines = {line.reference: line.broken for line in open_lines(store)}
    assert (lines[whole], lines[odd]) == (False, True)
    with pytest.raises(Unreadable):
        store.cases.open(odd, "a" * 32, now)
