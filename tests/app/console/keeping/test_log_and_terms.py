"""The audit log to read, and what is erased when: for administrators, without anything that was filled in or said."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.console.keeping.audit import PER_PAGE
from bot.making import make_limits
from bot.settings import Settings
from bot.store import Store, audit
from bot.store.request.states import Action
from bot.store.retention import ahead, sweep
from tests.support.places import ROOT
from tests.support.request.requests import FIELDS, case_path, make_request
from tests.support.staff.members import Desk, Member

Sit = Callable[..., Desk]
LOG, TERMS = "/secretariaat/logboek", "/secretariaat/bewaren"


@pytest.fixture
def office(sit_down: Sit, administrator: Member) -> Desk:
    return sit_down(administrator)


def test_who_did_what_with_a_request(office: Desk, sit_down: Sit, store: Store, member: Member):
    desk, reference, other = sit_down(member), make_request(store), make_request(store)
    desk.post(case_path(reference, "/oppakken"))
    desk.get(case_path(reference))
    page = office.get(f"{LOG}?over={reference.lower().replace('-', ' ')}").text
    body = page.split("<tbody>")[1]
    assert other not in body and body.count(reference) == 4
    for words in ("opgepakt", "aanvraag gelezen", "aanvraag gedaan", member.name):
        assert words in body
    assert not [text for text in FIELDS.values() if text in page]
    mine = office.get(f"{LOG}?over={reference}&wie={member.id}").text.split("<tbody>")[1]
    assert "aanvraag gedaan" not in mine and "opgepakt" in mine


def test_it_is_paged(office: Desk, store: Store):
    with store.database.writing() as session:
        for number in range(PER_PAGE + 5):
            audit.append(session, actor=audit.SYSTEM, action="chat.close", object=f"CH-{number}", now=datetime.now(UTC))
    page = office.get(LOG).text
    assert page.count("<tr>") == PER_PAGE + 1
    (older,) = re.findall(r'href="(/secretariaat/logboek\?na=\d+[^"]*)"', page)
    assert "CH-0<" in office.get(older.replace("&amp;", "&")).text
    assert "Hier staat niets" in office.get(f"{LOG}?over=bestaat-niet").text
    assert office.get(f"{LOG}?na=x").status_code == 400


def test_every_act_in_the_code_has_a_name_on_the_page():
    page = (ROOT / "content/templates/console/keeping/audit.html.j2").read_text(encoding="utf-8")
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    named = set(re.findall(r'"((?:staff|chat|request|adviser|retention|conversation|mail)\.[a-z_]+)"', source))
    logged = {name for name in named if re.search(rf'action\b[^\n]*"{re.escape(name)}"', source)}
    assert {"mail.retry", "staff.login", "staff.confirm", "chat.take", "request.submit"} <= logged
    wanted = logged | {f"request.{action}" for action in Action}
    assert sorted(name for name in wanted if f"'{name}'" not in page) == []


def test_what_is_told_to_go_goes_then_and_not_before(office: Desk, sit_down: Sit, store: Store, member: Member):
    desk, reference = sit_down(member), make_request(store)
    desk.post(case_path(reference, "/oppakken"))
    desk.post(case_path(reference, "/sluiten"), {"einde": "afhandelen", "versie": "1"})
    limits = make_limits(Settings())
    going = next(one for one in ahead(store.database, datetime.now(UTC), limits).requests if one.reference == reference)
    assert reference in office.get(TERMS).text
    sweep(store.database, going.goes_at - timedelta(seconds=1), limits)
    assert reference in office.get(TERMS).text
    sweep(store.database, going.goes_at, limits)
    assert reference not in office.get(TERMS).text


def test_a_member_reads_the_help_and_neither_of_these(sit_down: Sit, member: Member):
    desk = sit_down(member)
    assert desk.get("/secretariaat/hulp").status_code == 200
    assert [desk.get(path).status_code for path in (LOG, TERMS)] == [403, 403]
