"""All that runs: the apps, the engine, the database, the mail server and Telegram; before each but the apps a proxy."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx
from sqlalchemy import make_url

from bot.store import KeyRing
from tests.support.mail_server import ScriptedServer, free_port
from tests.support.stress.cluster import Cluster, own_cluster
from tests.support.telegram.bot_api import TOKEN as BOT_TOKEN
from tests.support.telegram.bot_api import BotApi
from tests.support.telegram.official import SECRET
from tools.faults.app import App
from tools.faults.engine import TOKEN, Engine
from tools.faults.proxy import Behaviour, Proxy
from tools.faults.shorter_waits import set_clock
from tools.faults.stored import waiting

DISK = "96m"
SETTLED = 120.0
"""Seconds in which all that waits must be done once nothing is wrong any more."""


class World:
    """Two apps on PostgreSQL; on SQLite one, as it is made for. `database` is its address without the proxy."""

    def __init__(self, folder: Path, *, postgresql: bool, stub: bool, broken: str, seed: int) -> None:
        self.folder, self.postgresql, self._broken, self._seed = folder, postgresql, broken, seed
        self.keys = KeyRing.generate()
        self.clock = folder / "clock"
        self.smtp = ScriptedServer(free_port())
        self.telegram = BotApi()
        self.engine = Engine(folder / "engine.log", stub=stub)
        self.proxies: dict[str, Proxy] = {}
        self.apps: list[App] = []
        self.cluster: Cluster | None = None
        self.disk: Path | None = None
        self.database = ""

    @property
    def urls(self) -> list[str]:
        return [app.url for app in self.apps]

    async def heal(self) -> None:
        """Nothing is wrong any more: what a fault left behind is put right."""
        for proxy in self.proxies.values():
            await proxy.behave(Behaviour())
        self.smtp.script.clear()
        self.telegram.fault = lambda call: None
        set_clock(self.clock, timedelta())
        self.engine.signal(signal.SIGCONT)

    async def settle(self) -> bool:
        """Wait until the apps are ready and nothing waits to be sent; False when that does not come."""
        await self.heal()
        end = time.monotonic() + SETTLED
        async with httpx.AsyncClient(timeout=10) as client:
            while time.monotonic() < end:
                if await self._calm(client):
                    return True
                await asyncio.sleep(0.3)
        return False

    async def _calm(self, client: httpx.AsyncClient) -> bool:
        with contextlib.suppress(httpx.HTTPError):
            for url in self.urls:
                if (await client.get(f"{url}/gereed")).status_code != 200:
                    return False
            return await asyncio.to_thread(waiting, self.database, self.keys) == 0
        return False

    async def _begin(self) -> None:
        database_port = self._begin_database()
        telegram_port = make_url(self.telegram.url).port or 0
        targets = {"engine": self.engine.port, "smtp": self.smtp.port, "telegram": telegram_port}
        if database_port:
            targets["database"] = database_port
        for part, port in targets.items():
            self.proxies[part] = proxy = Proxy(port, self._seed)
            await proxy.start()
        self.smtp.start()
        await self.engine.start()
        set_clock(self.clock, timedelta())
        settings = {
            "database_url": self._address(),
            "engine_url": f"http://127.0.0.1:{self.proxies['engine'].port}",
            "engine_token": TOKEN,
            "engine_timeout": "2",
            "smtp_url": f"smtp://127.0.0.1:{self.proxies['smtp'].port}?starttls=off",
            "mail_to": "secretariaat@voorbeeld.example",
            "telegram_token": BOT_TOKEN,
            "telegram_api": f"http://127.0.0.1:{self.proxies['telegram'].port}",
            "telegram_mode": "webhook",
            "telegram_secret": SECRET,
        }
        self.apps = [App(self.folder, self.keys, broken=self._broken, **settings) for _ in range(1 + self.postgresql)]
        for app in self.apps:
            await asyncio.to_thread(app.start)

    def _begin_database(self) -> int:
        """The port of the server; 0 where the database is a file."""
        if self.cluster is not None:
            self.cluster.start()
            self.database = self.cluster.url
            return self.cluster.port
        self.database = f"sqlite:///{(self.disk or self.folder) / 'woningscan.db'}"
        return 0

    def _address(self) -> str:
        """Where the apps find the database."""
        if self.cluster is None:
            return self.database
        url = make_url(self.database).set(port=self.proxies["database"].port)
        return url.render_as_string(hide_password=False)

    async def _end(self) -> None:
        for app in self.apps:
            with contextlib.suppress(AttributeError, ProcessLookupError):  # it never started, or ended
                os.kill(app.pid, signal.SIGCONT)
                await asyncio.to_thread(app.kill)
        for proxy in self.proxies.values():
            await proxy.stop()
        await self.engine.stop()
        with contextlib.suppress(RuntimeError, AttributeError):
            self.smtp.stop()
        await asyncio.to_thread(self.telegram.close)


@asynccontextmanager
async def running(folder: Path, *, postgresql: bool, stub: bool, broken: str, seed: int) -> AsyncIterator[World]:
    """A world in an empty folder, from its start to its end."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    world = World(folder, postgresql=postgresql, stub=stub, broken=broken, seed=seed)
    with ExitStack() as places:
        if postgresql:
            world.cluster = places.enter_context(own_cluster())
        else:
            world.disk = _small_disk(folder, places)
        async with AsyncExitStack() as ends:
            ends.push_async_callback(world._end)
            await world._begin()
            yield world


def _small_disk(folder: Path, places: ExitStack) -> Path | None:
    """A disk that can be filled, where this machine lets one be made."""
    disk = folder / "disk"
    disk.mkdir()
    if os.geteuid() != 0:
        return None
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)], check=False)
    if made.returncode != 0:
        return None
    places.callback(subprocess.run, ["umount", "-l", str(disk)], check=False)
    return disk
