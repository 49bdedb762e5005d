"""Every route of the console says who may use it, and nobody else can: all routes, everybody who could come by."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.testclient import TestClient

from bot.console.frame.access import ROOT_PATH, ConsolePage
from bot.console.parts import console_routes
from bot.store import Store
from bot.store.staff.roles import Role
from tests.support.staff.members import Desk, Member, make_member

Sit = Callable[..., Desk]
LET_IN = 299
OPEN_TO_ANYBODY = {
    ("/secretariaat", "GET"),
    ("/secretariaat/inloggen", "GET"),
    ("/secretariaat/inloggen", "POST"),
    ("/secretariaat/uitgelogd", "GET"),
    ("/secretariaat/instellen/{token:str}", "GET"),
    ("/secretariaat/instellen/{token:str}", "POST"),
    ("/secretariaat/bestanden/{name:str}", "GET"),
    ("/secretariaat/{rest:path}", "GET"),
}
ALLOWED = {
    "anonymous": {"nobody", "unknown", "setup", "medewerker", "beheerder", "expired", "left"},
    "setup": {"setup"},
    "medewerker": {"medewerker", "beheerder"},
    "beheerder": {"beheerder"},
}


def under_console(routes: list[BaseRoute]) -> list[BaseRoute]:
    return [one for one in routes if getattr(one, "path", "").startswith("/secretariaat")]


def pages() -> dict[tuple[str, str], ConsolePage]:
    """Each address and method with the route that answers: the first."""
    found: dict[tuple[str, str], ConsolePage] = {}
    for route in console_routes():
        for method in sorted((route.methods or set()) - {"HEAD"}):
            found.setdefault((route.path, method), route)
    return found


def address(path: str) -> str:
    """With something in the place of each parameter."""
    return re.sub(r"\{\w+(:\w+)?\}", lambda one: "1" if one[1] in (":int", ":float") else "WS-AAAA-AAAA", path)


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind each door nothing but an answer that says who is in: what pages do is tested elsewhere."""

    async def inside(request: Request) -> Response:
        return Response(status_code=LET_IN)

    for route in console_routes():
        monkeypatch.setattr(route, "inner", inside)


@pytest.fixture
def desks(sit_down: Sit, store: Store, member: Member, administrator: Member) -> dict[str, Desk]:
    now = datetime.now(UTC)
    sat = {name: sit_down() for name in ALLOWED["anonymous"]}
    sat["nobody"].token, sat["unknown"].token = "y" * 43, "x" * 43  # as the first page gives, and somebody's guess
    sat["setup"].token = store.staff.setup.begin(store.staff.add("nieuw", Role.ADMINISTRATOR, now), now) or ""
    sat["medewerker"].token, sat["beheerder"].token = member.token, administrator.token
    with time_machine.travel(now - timedelta(minutes=31)):
        sat["expired"].token = make_member(store, "beheerder").token
    gone = make_member(store, "beheerder")
    sat["left"].token = gone.token
    store.staff.disable(gone.name, now)
    return sat


def test_every_route_under_the_console_declares_who_may_use_it(client: TestClient):
    found = under_console(client.app.routes)  # type: ignore[attr-defined]
    assert len(found) >= 12
    assert [one.path for one in found if not isinstance(one, ConsolePage)] == []  # type: ignore[attr-defined]
    assert {one.role for one in found if isinstance(one, ConsolePage)} <= set(ALLOWED)


def test_a_route_that_does_not_declare_it_would_be_found():
    stray = [Route("/secretariaat/x", lambda request: None), Mount("/secretariaat/y", routes=[])]
    assert [one for one in under_console(stray) if not isinstance(one, ConsolePage)] == stray


def test_only_these_are_open_to_anybody():
    assert {at for at, route in pages().items() if route.role == "anonymous"} == OPEN_TO_ANYBODY


def test_nobody_gets_in_where_the_role_is_not_theirs(door: None, desks: dict[str, Desk]):
    wrong = []
    for (path, method), route in pages().items():
        for who, desk in desks.items():
            answered = desk.get(address(path)) if method == "GET" else desk.post(address(path))
            if (answered.status_code == LET_IN) != (who in ALLOWED[route.role]):
                wrong.append((method, path, who, answered.status_code))
    assert wrong == []


def test_what_is_for_administrators_is_refused_to_others_with_a_page(
    door: None, desks: dict[str, Desk], monkeypatch: pytest.MonkeyPatch
):
    start = pages()[ROOT_PATH, "GET"]
    monkeypatch.setattr(start, "role", "beheerder")
    answered = desks["medewerker"].get(ROOT_PATH)
    assert answered.status_code == 403
    assert "alleen voor beheerders" in answered.text
    assert desks["beheerder"].get(ROOT_PATH).status_code == LET_IN


def test_who_is_turned_away_is_told_what_to_do(door: None, desks: dict[str, Desk]):
    for (path, method), route in pages().items():
        for who in ("nobody", "expired", "left") if route.role in ("medewerker", "beheerder") else ():
            answered = desks[who].get(address(path)) if method == "GET" else desks[who].post(address(path))
            if route.background:
                assert (answered.status_code, answered.content) == (401, b""), path
            elif method == "GET":
                assert answered.status_code == 303, path
                assert answered.headers["location"].startswith("/secretariaat/inloggen?terug="), path
            else:
                assert answered.status_code == 401, path
                assert "niet verwerkt" in answered.text, path


def test_every_answer_is_private_and_under_the_strict_policy(door: None, desks: dict[str, Desk]):
    for path, method in pages():
        answered = desks["beheerder"].get(address(path)) if method == "GET" else desks["beheerder"].post(address(path))
        assert answered.headers["cache-control"] == "no-store", path
        assert answered.headers["referrer-policy"] == "same-origin", path
        policy = answered.headers["content-security-policy"]
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy, path
        assert "frame-ancestors 'none'" in policy, path
