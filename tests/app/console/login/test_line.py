"""However many try to log in at once: one passphrase is verified at a time, the line is short, all else goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Event, Lock
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from bot.console.login import line
from bot.console.login.line import LONGEST, Line, LineFull
from bot.store import Store
from bot.store.staff.attempts import FREE
from bot.store.staff.secrets import Passphrases
from tests.support.staff.members import Desk, Member

Sit = Callable[..., Desk]
PATH = "/secretariaat/inloggen"


class Verifying:
    """In the place of Argon2: does not end before it may, and knows how many were at it at once."""

    def __init__(self) -> None:
        self.may_end, self.number, self.at_once, self.most = Event(), 0, 0, 0
        self._lock = Lock()

    def verify(self, _: Passphrases, stored: str | None, typed: str) -> bool:
        with self._lock:
            self.number, self.at_once = self.number + 1, self.at_once + 1
            self.most = max(self.most, self.at_once)
        self.may_end.wait(30)
        with self._lock:
            self.at_once -= 1
        return False


@pytest.fixture
def verifying(monkeypatch: pytest.MonkeyPatch) -> Verifying:
    slow = Verifying()
    monkeypatch.setattr(Passphrases, "verify", lambda *arguments: slow.verify(*arguments))
    return slow


def visitor(client: TestClient, address: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(client.app, client=(address, 50000))  # type: ignore[arg-type]
    return httpx.AsyncClient(transport=transport, base_url=str(client.base_url), cookies={"secretariaat": "b" * 43})


async def try_it(client: TestClient, store: Store, address: str, **more: str) -> httpx.Response:
    form = store.staff.sessions.form_token("b" * 43)
    fields = {"naam": "wie dan ook", "wachtzin": "x", "code": "000000", "formulier": form, **more}
    async with visitor(client, address) as http:
        return await http.post(PATH, data=fields, headers={"origin": str(client.base_url).rstrip("/")})


async def test_a_flood_of_logins_is_turned_away_and_holds_up_nothing_else(
    client: TestClient, store: Store, verifying: Verifying
) -> None:
    number = 3 * LONGEST
    tries = [asyncio.create_task(try_it(client, store, f"203.0.113.{host}")) for host in range(number)]
    done: set[asyncio.Task[httpx.Response]] = set()
    while len(done) < number - LONGEST:
        ended, _ = await asyncio.wait(set(tries) - done, return_when=asyncio.FIRST_COMPLETED, timeout=30)
        assert ended, "they are turned away while the others wait"
        done |= ended
    assert {task.result().status_code for task in done} == {503} and verifying.number <= 1
    assert "Uw gegevens zijn niet bekeken" in next(iter(done)).result().text
    async with visitor(client, "198.51.100.9") as http:
        assert (await http.get(PATH)).status_code == 200, "pages go on"
    verifying.may_end.set()
    answers = [(await task).status_code for task in tries]
    assert (answers.count(503), answers.count(422)) == (number - LONGEST, LONGEST)
    assert (verifying.number, verifying.most) == (LONGEST, 1), "one at a time, and none of who was turned away"


async def test_who_has_to_wait_takes_no_place(client: TestClient, store: Store, verifying: Verifying) -> None:
    """Even with all places taken: it is known before."""
    verifying.may_end.set()
    for _ in range(FREE):
        await try_it(client, store, "203.0.113.1")
    verifying.may_end.clear()
    tries = [asyncio.create_task(try_it(client, store, f"203.0.113.{host}")) for host in range(10, 11 + LONGEST)]
    await asyncio.wait(tries, return_when=asyncio.FIRST_COMPLETED, timeout=30)
    assert (await try_it(client, store, "203.0.113.1")).status_code == 429
    verifying.may_end.set()
    await asyncio.gather(*tries)


def test_whoever_works_here_does_not_wait_for_strangers(
    sit_down: Sit, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A device that logged in before has a line of its own; what only looks like its mark has none."""
    known, forged, stranger = sit_down(), sit_down(address="192.0.2.9"), sit_down(address="192.0.2.8")
    assert known.log_in(member).status_code == 303
    forged.http.cookies.set("apparaat", "m" * 20 + "." + "p" * 40, domain="testserver.local")
    lines: list[str] = []
    for name in ("known", "strangers"):
        noted(monkeypatch, name, lines)
    known.post("/secretariaat/uitloggen")
    for desk in (known, forged, stranger):
        desk.log_in(member, "000000", wachtzin="iets anders")
    assert lines == ["known", "strangers", "strangers"]


def noted(monkeypatch: pytest.MonkeyPatch, name: str, lines: list[str]) -> None:
    place = getattr(line, name).place

    def taken() -> Any:
        lines.append(name)
        return place()

    monkeypatch.setattr(getattr(line, name), "place", taken)


async def test_a_line_has_an_end_and_another_line_its_own() -> None:
    first, second, go = Line(), Line(), asyncio.Event()

    async def wait() -> None:
        async with first.place():
            await go.wait()

    waiting = [asyncio.create_task(wait()) for _ in range(LONGEST)]
    await asyncio.sleep(0)
    with pytest.raises(LineFull):
        async with first.place():
            pass
    async with second.place():
        pass
    waiting[-1].cancel()  # who goes away leaves the place
    await asyncio.wait([waiting[-1]])
    waiting.append(asyncio.create_task(wait()))
    go.set()
    await asyncio.gather(*waiting[:-2], waiting[-1])
