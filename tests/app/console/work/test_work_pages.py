"""The pages of the work list and of a request, as they come from the server."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.console.frame.shell import Console
from bot.console.work.items import WorkItem
from bot.store import Store, audit
from bot.store.request.states import RequestStatus
from tests.support.request.requests import case_path, make_request
from tests.support.staff.members import Desk

LIST = "/secretariaat/"
SitDown = Callable[..., Desk]
CANARY = {"naam": "Kanarie Naam", "functie": "Kanariefunctie", "contact": "k@example.org", "voorkeur": "Kanariedag"}


def line_of(page: str, reference: str) -> str:
    return page.partition(f'id="werk-{reference}"')[2].partition("</li>")[0]


_days = itertools.count(30)


def visit_fields(version: int, **changes: str) -> dict[str, str]:
    """A visit on a day of its own: the same adviser is not in two homes at once."""
    day = datetime.now(UTC).date() + timedelta(next(_days))
    while day.weekday() > 4 or (day.month, day.day) in {(12, 25), (1, 1)}:
        day = datetime.now(UTC).date() + timedelta(next(_days))
    fields = {"datum": day.isoformat(), "tijd": "10:00", "adviseur": "A. Adviseur", "plaats": "op afspraak"}
    return fields | {"versie": str(version), "toch": "ja"} | changes


def test_the_list_shows_no_more_of_a_request_than_its_number(sit_down: SitDown, app_store: Store):
    reference = make_request(app_store, **CANARY)
    page = sit_down().get(LIST).text
    assert reference in page and "kanarie" not in page.casefold() and "k@example.org" not in page
    assert "kanarie" not in sit_down().get("/secretariaat/werklijst").text.casefold()


def test_a_call_back_after_a_threat_is_above_everything(sit_down: SitDown, app_store: Store):
    old = make_request(app_store, at=datetime.now(UTC) - timedelta(days=9))
    call = make_request(app_store, "terugbellen", at=datetime.now(UTC) - timedelta(days=1))
    urgent = make_request(app_store, "terugbellen", urgent=True)
    page = sit_down().get(LIST).text
    places = [page.index(f"werk-{reference}") for reference in (urgent, call, old)]
    assert places == sorted(places)
    assert "Spoed" in line_of(page, urgent) and "Spoed" not in line_of(page, call)


def test_filters_and_numbers(sit_down: SitDown, app_store: Store):
    desk, waiting, mine = sit_down(), make_request(app_store), make_request(app_store)
    desk.post(case_path(mine, "/oppakken"))
    for chosen, there in {
        "nieuw": {waiting},
        "opgepakt": {mine},
        "mijn": {mine},
        "afspraak": set(),
        "gesloten": set(),
    }.items():
        page = desk.get(f"{LIST}?stand={chosen}").text
        assert {one for one in (waiting, mine) if f"werk-{one}" in page} == there, chosen
    assert desk.get(f"{LIST}?stand=onzin").status_code == 404
    assert "<dt>Mail niet bezorgd</dt>" in desk.get(LIST).text


def test_a_second_member_gets_the_name_of_the_holder(sit_down: SitDown, app_store: Store):
    first, second, reference = sit_down(), sit_down(), make_request(app_store)
    assert first.post(case_path(reference, "/oppakken")).status_code == 303
    answer = second.post(case_path(reference, "/oppakken"))
    assert answer.status_code == 409
    assert f"Deze aanvraag is al opgepakt door {first.member.name}." in answer.text  # type: ignore[attr-defined]
    for act, fields in (
        ("/afspraak", visit_fields(1)),
        ("/sluiten", {"einde": "afhandelen", "versie": "1"}),
        ("/link", {}),
    ):
        assert second.post(case_path(reference, act), fields).status_code == 409
    assert second.post(case_path(reference, "/teruggeven")).status_code == 409
    assert sit_down(role="beheerder").post(case_path(reference, "/teruggeven")).status_code == 303
    assert second.post(case_path(reference, "/oppakken")).status_code == 303


def test_each_view_of_a_request_is_on_record(sit_down: SitDown, app_store: Store):
    desk, reference = sit_down(), make_request(app_store)
    staff_id = desk.member.id  # type: ignore[attr-defined]

    def reads() -> int:
        rows = audit.entries(app_store.database, limit=1000)
        return sum((row.actor, row.action, row.object) == (staff_id, "request.read", reference) for row in rows)

    desk.get(LIST)
    assert reads() == 0
    for number, path in enumerate((case_path(reference), case_path(reference.lower()), case_path(reference)), start=1):
        assert desk.get(path).status_code == 200
        assert reads() == number
    assert desk.get(case_path("WS-AAAA-AAAAA")).status_code == 404
    desk.post(case_path(reference, "/oppakken"))
    desk.get(case_path(reference, "/afspraak"))
    assert reads() == 4


def test_the_page_shows_what_was_given_and_nothing_else(sit_down: SitDown, app_store: Store):
    """Whatever else a request might ever hold, answers of the scan among it, stays where it is."""
    more = {"woonadres": "Geheimstraat", "antwoorden": "rookmelder nee", "partij": "Geheimpartij"}
    page = sit_down().get(case_path(make_request(app_store, **CANARY, **more))).text
    for value in CANARY.values():
        assert value in page
    assert "Geheim" not in page and "rookmelder" not in page


def test_what_people_typed_is_text(sit_down: SitDown, app_store: Store):
    page = sit_down().get(case_path(make_request(app_store, naam="<b onclick=x>\u202eomgekeerd"))).text
    assert "<b onclick" not in page and "\u202e" not in page and "&lt;b onclick=x&gt;omgekeerd" in page


def test_planning_with_everything_wrong_keeps_what_was_typed(sit_down: SitDown, app_store: Store):
    desk, reference = sit_down(), make_request(app_store)
    desk.post(case_path(reference, "/oppakken"))
    fields = visit_fields(1, datum="2020-01-01", tijd="", adviseur="A. de <Boer>")
    answer = desk.post(case_path(reference, "/afspraak"), fields)
    assert answer.status_code == 422
    for link in (
        'href="#datum"',
        'href="#tijd"',
        "Fout: Afspraak plannen",
        "A. de &lt;Boer&gt;",
        'aria-invalid="true"',
    ):
        assert link in answer.text
    assert desk.get(case_path(reference)).text.count("Er is nog geen afspraak") == 1


def test_a_form_from_an_older_screen_changes_nothing(sit_down: SitDown, app_store: Store):
    desk, reference = sit_down(), make_request(app_store)
    desk.post(case_path(reference, "/oppakken"))
    assert desk.post(case_path(reference, "/afspraak"), visit_fields(1)).status_code == 303
    late = desk.post(case_path(reference, "/afspraak"), visit_fields(1, tijd="15:00"))
    assert late.status_code == 409 and "intussen veranderd" in late.text and 'value="15:00"' in late.text
    assert desk.post(case_path(reference, "/sluiten"), {"einde": "vervallen", "versie": "1"}).status_code == 409
    assert desk.post(case_path(reference, "/sluiten"), {"versie": "2"}).status_code == 422
    assert desk.post(case_path(reference, "/sluiten"), {"einde": "vervallen", "versie": "2"}).status_code == 303
    assert "Vervallen" in desk.get(case_path(reference)).text
    assert desk.get(case_path(reference, "/afspraak")).status_code == 409


@pytest.mark.parametrize(("contact", "told"), [("0612345678", True), ("k@example.org", False)])
def test_without_a_mail_address_staff_is_told_to_telephone(
    sit_down: SitDown, app_store: Store, contact: str, told: bool
):
    desk, reference = sit_down(), make_request(app_store, contact=contact)
    desk.post(case_path(reference, "/oppakken"))
    desk.post(case_path(reference, "/afspraak"), visit_fields(1))
    page = desk.get(case_path(reference)).text
    assert ("er gaat geen mail" in page) == told
    assert ("Mail aan de aanvrager" in page) == (not told)
    assert ("Maak een link voor de aanvrager" in page) == told


def test_search_leads_to_the_request(sit_down: SitDown, app_store: Store):
    desk, reference = sit_down(), make_request(app_store)
    found = desk.post("/secretariaat/zoeken", {"zoek": f" {reference.lower().replace('-', ' ')} "})
    assert found.headers["location"] == case_path(reference)
    assert f"werk-{reference}" in desk.post("/secretariaat/zoeken", {"zoek": reference[3:9]}).text
    none = desk.post("/secretariaat/zoeken", {"zoek": "<script>"})
    assert none.status_code == 200 and "geen aanvraag gevonden" in none.text
    assert "<script>" not in none.text.partition("</head>")[2]


def test_another_part_adds_its_own_work(sit_down: SitDown, app_store: Store, client: object):
    console: Console = client.app.state.services.part(Console)  # type: ignore[attr-defined]
    now, new = datetime.now(UTC), RequestStatus.NEW
    item = WorkItem("gast", "woningscan", "Een ander", "/secretariaat/cijfers", new, now, rank=0)

    async def source(request: object) -> list[WorkItem]:
        return [item]

    console.work_sources.append(source)
    try:
        page = sit_down().get(f"{LIST}?stand=nieuw").text
    finally:
        console.work_sources.remove(source)
    assert "Een ander" in line_of(page, "gast") and "<form" not in line_of(page, "gast")
