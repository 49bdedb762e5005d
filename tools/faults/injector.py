"""Does the faults of a schedule to a world, each for as long as it lasts, and never two of one part at a time."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from tests.support.telegram.bot_api import randomly
from tools.faults.proxy import Behaviour, Mode
from tools.faults.schedule import APP, CLIENTS, CLOCK, DISK, ENGINE, POSTGRESQL, SMTP, SQLITE, TELEGRAM, Fault, Kind
from tools.faults.shorter_waits import set_clock
from tools.faults.world import World

Doing = Callable[[Fault], AbstractAsyncContextManager[None]]
HALF_SENT = 20
SERVES = 3.0
"""Seconds that an app which was started is left alone. On a slow machine faults queue up, and an app that is always
starting is none."""
_HALF = (
    b"POST /api/v1/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer invented\r\n"
    b"content-type: application/json\r\ncontent-length: 500\r\n\r\n{"
)
_NONSENSE: tuple[object, ...] = (
    {},
    [],
    5,
    {"error": "RuntimeError"},
    {"replies": 5, "effects": [], "state": {}},
    {"replies": [{"id": "x"}], "effects": [], "state": {}},
    {"replies": [], "effects": [], "state": {"slots": 5}},
    {"replies": [], "effects": [], "state": None},
    {"replies": [], "effects": [{"kind": "request.submit"}], "state": {}},
    {"replies": [], "effects": [], "state": {}},
)
"""What an engine may say that is JSON and no turn."""
_JUMPS = {
    "ahead": (timedelta(days=40), timedelta(hours=3)),
    "back": (timedelta(minutes=-2), timedelta(hours=-1)),
}


def kinds_for(world: World) -> list[Kind]:
    """The faults that can be done to this world."""
    database = POSTGRESQL if world.postgresql else (*SQLITE, *(DISK if world.disk else ()))
    return [*APP, *CLIENTS, *ENGINE, *SMTP, *TELEGRAM, *database, *CLOCK]


class Injector:
    """`done` counts the faults by part and name."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._locks: dict[str, asyncio.Lock] = {}
        self.done: Counter[str] = Counter()

    async def run(self, faults: Sequence[Fault]) -> None:
        """All of them, in their order; a part that is broken already is broken again after it was well."""
        at_work: list[asyncio.Task[None]] = []
        for fault in faults:
            await asyncio.sleep(fault.after)
            at_work.append(asyncio.create_task(self._do(fault)))
        await asyncio.gather(*at_work)

    async def _do(self, fault: Fault) -> None:
        place = f"app-{fault.which % len(self._world.apps)}" if fault.part == "app" else fault.part
        async with self._locks.setdefault(place, asyncio.Lock()), self._doing(fault):
            await asyncio.sleep(fault.lasts)
        self.done[f"{fault.part}.{fault.name}"] += 1

    def _doing(self, fault: Fault) -> AbstractAsyncContextManager[None]:
        own: dict[str, Doing] = {
            "app": self._to_app,
            "clients": self._half_sent,
            "clock": self._to_clock,
            "smtp.busy": self._scripted,
            "smtp.drop": self._scripted,
            "telegram.refuses": self._telegram_refuses,
            "engine.kill": self._to_engine,
            "engine.stop": self._to_engine,
            "database.restart": self._restart,
            "database.terminate": self._terminate,
            "database.read_only": self._read_only,
            "database.locked": self._locked,
            "database.full": self._full,
        }
        doing = own.get(fault.part) or own.get(f"{fault.part}.{fault.name}") or self._on_the_way
        return doing(fault)

    @asynccontextmanager
    async def _on_the_way(self, fault: Fault) -> AsyncIterator[None]:
        proxy = self._world.proxies[fault.part]
        seconds = 0.1 + (fault.which % 10) / 10
        await proxy.behave(Behaviour(Mode(fault.name), seconds, _as_http(_NONSENSE[fault.which % len(_NONSENSE)])))
        yield
        await proxy.behave(Behaviour())

    @asynccontextmanager
    async def _to_app(self, fault: Fault) -> AsyncIterator[None]:
        app = self._world.apps[fault.which % len(self._world.apps)]
        if fault.name == "stop":
            os.kill(app.pid, signal.SIGSTOP)
            yield
            os.kill(app.pid, signal.SIGCONT)
            return
        await asyncio.to_thread(app.kill if fault.name == "kill" else app.terminate)
        yield
        await asyncio.to_thread(app.start)
        await asyncio.sleep(SERVES)

    @asynccontextmanager
    async def _half_sent(self, fault: Fault) -> AsyncIterator[None]:
        """Clients that begin a message and never end it."""
        port = make_url(self._world.urls[fault.which % len(self._world.urls)]).port
        plugs: list[asyncio.StreamWriter] = []
        for _ in range(HALF_SENT):
            with contextlib.suppress(OSError):
                _, plug = await asyncio.open_connection("127.0.0.1", port)
                plug.write(_HALF)
                plugs.append(plug)
        yield
        for plug in plugs:
            plug.close()

    @asynccontextmanager
    async def _to_engine(self, fault: Fault) -> AsyncIterator[None]:
        engine = self._world.engine
        engine.signal(signal.SIGKILL if fault.name == "kill" else signal.SIGSTOP)
        yield
        engine.signal(signal.SIGCONT)

    @asynccontextmanager
    async def _scripted(self, fault: Fault) -> AsyncIterator[None]:
        self._world.smtp.script[:] = ["451 later" if fault.name == "busy" else "drop"] * 3
        yield
        self._world.smtp.script.clear()

    @asynccontextmanager
    async def _telegram_refuses(self, fault: Fault) -> AsyncIterator[None]:
        self._world.telegram.fault = randomly(0.7, fault.which)
        yield
        self._world.telegram.fault = lambda call: None

    @asynccontextmanager
    async def _to_clock(self, fault: Fault) -> AsyncIterator[None]:
        jumps = _JUMPS[fault.name]
        set_clock(self._world.clock, jumps[fault.which % len(jumps)])
        yield
        set_clock(self._world.clock, timedelta())

    @asynccontextmanager
    async def _restart(self, fault: Fault) -> AsyncIterator[None]:
        cluster = self._world.cluster
        assert cluster is not None
        await asyncio.to_thread(cluster.stop)
        yield
        await asyncio.to_thread(cluster.start)

    @asynccontextmanager
    async def _terminate(self, fault: Fault) -> AsyncIterator[None]:
        others = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname <> ''"
        )
        await asyncio.to_thread(self._as_operator, others)
        yield

    @asynccontextmanager
    async def _read_only(self, fault: Fault) -> AsyncIterator[None]:
        for value in ("on", "off"):
            change = f"ALTER SYSTEM SET default_transaction_read_only = {value}"
            await asyncio.to_thread(self._as_operator, change, "SELECT pg_reload_conf()")
            if value == "on":
                yield

    def _as_operator(self, *statements: str) -> None:
        url = self._world.database.replace("+psycopg", "")
        options = "-c default_transaction_read_only=off"
        with psycopg.connect(url, autocommit=True, options=options) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    @asynccontextmanager
    async def _locked(self, fault: Fault) -> AsyncIterator[None]:
        path = self._world.database.removeprefix("sqlite:///")
        holder = sqlite3.connect(path, isolation_level=None, timeout=20, check_same_thread=False)
        await asyncio.to_thread(holder.execute, "BEGIN IMMEDIATE")
        yield
        holder.close()

    @asynccontextmanager
    async def _full(self, fault: Fault) -> AsyncIterator[None]:
        assert self._world.disk is not None
        filler = self._world.disk / "filler"
        await asyncio.to_thread(_fill, filler)
        yield
        filler.unlink()


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (1024 * 1024, 4096):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))


def _as_http(value: object) -> bytes:
    body = json.dumps(value).encode()
    return b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b" % (len(body), body)
