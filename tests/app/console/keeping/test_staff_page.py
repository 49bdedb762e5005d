"""Staff at the console: an administrator invites, resets, disables and gives roles, and never shuts everybody out."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from bot.store import StaffProblem, Store
from bot.store.audit import entries
from bot.store.staff.roles import Role, StaffStatus
from tests.support.request.requests import case_path, make_request
from tests.support.staff.members import Desk, Member, make_member

PATH = "/secretariaat/medewerkers"
Sit = Callable[..., Desk]


@pytest.fixture
def office(sit_down: Sit, administrator: Member) -> Desk:
    return sit_down(administrator)


def state(store: Store, name: str) -> tuple[Role, StaffStatus]:
    member = next(one for one in store.staff.members() if one.name == name)
    return member.role, member.status


def test_an_invited_member_opens_the_link_that_is_shown_once(office: Desk, sit_down: Sit, store: Store):
    page = office.post(PATH, {"naam": "Nieuw.Lid", "rol": "medewerker"})
    (path,) = re.findall(r"https?://[^/]+(/secretariaat/instellen/[\w-]+)", page.text)
    assert state(store, "nieuw.lid") == (Role.MEMBER, StaffStatus.INVITED)
    assert path not in office.get(PATH).text
    assert sit_down().get(path).status_code == 200
    again = office.post(PATH, {"naam": "nieuw.lid", "rol": "beheerder"})
    assert again.status_code == 422 and "bestaat al" in again.text
    assert office.post(PATH, {"naam": "?", "rol": "medewerker"}).status_code == 422
    assert office.post(PATH, {"naam": "x.y", "rol": "baas"}).status_code == 400


def test_reset_and_disable_end_every_session(office: Desk, sit_down: Sit, store: Store, member: Member):
    desk = sit_down(member)
    make_request(store)
    assert desk.get("/secretariaat/").status_code == 200
    page = office.post(f"{PATH}/{member.id}/opnieuw")
    assert "/secretariaat/instellen/" in page.text and desk.get("/secretariaat/").status_code == 303
    assert state(store, member.name)[1] is StaffStatus.INVITED
    assert office.post(f"{PATH}/{member.id}/uit").status_code == 303
    assert state(store, member.name)[1] is StaffStatus.DISABLED
    acts = [
        entry
        for entry in entries(store.database)
        if entry.object == member.id and entry.actor == office_id(store, office)
    ]
    assert [entry.action for entry in acts] == ["staff.disable", "staff.reset"]


def office_id(store: Store, office: Desk) -> str:
    session = store.staff.sessions.load(office.token, datetime.now(UTC), touch=False)
    assert session is not None
    return session.staff_id


def test_a_role_holds_at_once_and_the_last_administrator_stays(
    office: Desk, sit_down: Sit, store: Store, member: Member, administrator: Member
):
    desk = sit_down(member)
    for act, fields in (("rol", {"rol": "medewerker"}), ("uit", {}), ("opnieuw", {})):
        refused = office.post(f"{PATH}/{administrator.id}/{act}", fields)
        assert refused.status_code == 409 and "Er moet een beheerder overblijven" in refused.text
    assert state(store, administrator.name) == (Role.ADMINISTRATOR, StaffStatus.ACTIVE)
    assert desk.get(PATH).status_code == 403
    assert office.post(f"{PATH}/{member.id}/rol", {"rol": "beheerder"}).status_code == 303
    assert desk.get(PATH).status_code == 200
    assert desk.post(f"{PATH}/{administrator.id}/rol", {"rol": "medewerker"}).status_code == 303
    assert office.get(PATH).status_code == 403
    assert desk.post(f"{PATH}/{member.id}/uit").status_code == 409


def test_an_invited_administrator_is_none_who_could_let_others_in(office: Desk, store: Store, administrator: Member):
    store.staff.add("later", Role.ADMINISTRATOR, datetime.now(UTC))
    assert office.post(f"{PATH}/{administrator.id}/uit").status_code == 409


def test_what_a_member_holds_is_shown_before_they_go(office: Desk, sit_down: Sit, store: Store, member: Member):
    desk, reference = sit_down(member), make_request(store)
    desk.post(case_path(reference, "/oppakken"))
    assert "heeft 1 aanvraag in handen" in office.get(PATH).text


def test_every_act_asks_for_the_passphrase_again(office: Desk, member: Member, monkeypatch: pytest.MonkeyPatch):
    later = datetime.now(UTC) + timedelta(minutes=11)
    monkeypatch.setattr("bot.services.Services.now", staticmethod(lambda: later))
    for path in (PATH, *(f"{PATH}/{member.id}/{act}" for act in ("opnieuw", "uit", "rol"))):
        answer = office.post(path, {"naam": "nieuw", "rol": "medewerker"})
        assert "/bevestigen" in answer.headers["location"]


def test_somebody_who_is_not_there(office: Desk):
    for act in ("opnieuw", "uit", "rol"):
        assert office.post(f"{PATH}/{'f' * 32}/{act}", {"rol": "medewerker"}).status_code == 404


def test_two_administrators_who_take_each_other_away_at_once(store: Store):
    first, second = make_member(store, "beheerder"), make_member(store, "beheerder")
    for other in store.staff.members():
        if other.role is Role.ADMINISTRATOR and other.id not in (first.id, second.id):
            store.staff.disable(other.name, datetime.now(UTC))

    def disable(pair: tuple[Member, Member]) -> str:
        try:
            store.staff.disable(pair[1].name, datetime.now(UTC), actor=pair[0].id)
        except StaffProblem as problem:
            return str(problem.why)
        return "done"

    with ThreadPoolExecutor(2) as threads:
        results = list(threads.map(disable, [(first, second), (second, first)]))
    assert sorted(results) == ["done", "last_administrator"]
