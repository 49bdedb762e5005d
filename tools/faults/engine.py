"""The engine as a process of its own on a port, started again whenever it ends, as a service manager does."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path

from bot.rasa.client import EngineClient
from bot.settings import ROOT, Settings
from tests.support.mail_server import free_port
from tests.support.talking.conversing import START_SECONDS

TOKEN = "e" * 40
LOOK, AGAIN = 0.1, 0.5


class Engine:
    """`stub`: the core alone, in an engine that takes a turn as strictly as Rasa's; it starts at once."""

    def __init__(self, log: Path, *, stub: bool) -> None:
        self.port = free_port()
        module = "tools.faults.stub_engine" if stub else "engine"
        python = sys.executable if stub else str(Settings().engine_python)
        self._command = [python, "-m", module, "--port", str(self.port), "--with-parent"]
        self._log = log
        self._process: asyncio.subprocess.Process | None = None
        self._keeper: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Until it answers."""
        self._keeper = asyncio.create_task(self._keep_running())
        client = EngineClient(f"http://127.0.0.1:{self.port}", TOKEN, 1.0)
        async with asyncio.timeout(START_SECONDS):
            while not await client.ready():
                await asyncio.sleep(LOOK)
        await client.close()

    def signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(number)

    async def stop(self) -> None:
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        self.signal(signal.SIGKILL)
        if self._process is not None:
            await self._process.wait()

    async def _keep_running(self) -> None:
        quiet = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "PYTHONWARNINGS": "ignore"}
        environment = {**os.environ, **quiet, "WONINGSCAN_ENGINE_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)}
        with self._log.open("ab") as log:
            while True:
                self._process = await asyncio.create_subprocess_exec(
                    *self._command, cwd=ROOT, env=environment, stdin=asyncio.subprocess.PIPE, stdout=log, stderr=log
                )
                await self._process.wait()
                await asyncio.sleep(AGAIN)
