"""The app's own engine process: started, watched, restarted with back-off, and never left behind."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import tempfile
from pathlib import Path

from bot.metrics.instruments import ENGINE_ENDED
from bot.rasa.client import EngineClient
from bot.settings import ROOT, Settings

log = logging.getLogger("bot.engine")
FIRST_PAUSE, LONGEST_PAUSE, STEADY_AFTER = 0.2, 30.0, 60.0
POLL = 0.1
HANG_SECONDS = 3.0


class EngineNotStarted(Exception):
    """The engine could not be started at all; the message says what to do."""


class EngineProcess:
    """Keeps one engine running on a private socket. `client` talks to it; `ready` tells whether it answers now."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._token = secrets.token_urlsafe(32)
        self._folder = tempfile.TemporaryDirectory(prefix="woningscan-")  # short: a socket's path has little room
        self._socket = Path(self._folder.name) / "engine.sock"
        self._process: asyncio.subprocess.Process | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._up = asyncio.Event()
        self._doubt: asyncio.Task[None] | None = None
        address, seconds = f"unix:{self._socket}", settings.engine_timeout
        self.client = EngineClient(address, self._token, seconds, self._on_timeout, self._on_bad_answer)

    @property
    def ready(self) -> bool:
        return self._up.is_set()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    async def start(self) -> None:
        """Begin to start it; `wait_ready` tells when it answers. Raises EngineNotStarted without its environment."""
        if not self._settings.engine_python.exists():
            raise EngineNotStarted(f"no engine environment at {self._settings.engine_python}: run `make setup`")
        self._watcher = asyncio.create_task(self._keep_running())

    async def wait_ready(self, seconds: float) -> None:
        """Wait until the engine answers. Raises EngineNotStarted when it ended for good or the time is over."""
        if self._watcher is None:
            raise EngineNotStarted("start() comes before wait_ready()")
        waiting = asyncio.create_task(self._up.wait())
        await asyncio.wait({waiting, self._watcher}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if not waiting.done():
            waiting.cancel()
            raise EngineNotStarted("the engine did not become ready; what it said is above")

    async def stop(self) -> None:
        tasks = [task for task in (self._watcher, self._doubt) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._end()
        await self.client.close()
        self._folder.cleanup()

    def restart(self) -> None:
        """End a process that hangs; the watcher starts another."""
        self._up.clear()
        if self._process and self._process.returncode is None:
            self._process.kill()

    def _on_timeout(self) -> None:
        """A turn took too long. One look at a time whether the engine hangs; while it starts it is only busy."""
        if self.ready and (self._doubt is None or self._doubt.done()):
            self._doubt = asyncio.create_task(self._restart_if_hanging())

    def _on_bad_answer(self) -> None:
        log.error("engine gave an answer that is none, starting another")
        self.restart()

    async def _restart_if_hanging(self) -> None:
        """An engine with many turns waiting still answers this in between; a hanging one does not."""
        if not await self.client.ready(HANG_SECONDS):
            log.error("engine does not answer, starting another")
            self.restart()

    async def _keep_running(self) -> None:
        pause = FIRST_PAUSE
        while True:
            started = asyncio.get_running_loop().time()
            self._process = await self._spawn()
            announce = asyncio.create_task(self._announce_when_ready())
            code = await self._process.wait()
            announce.cancel()
            self._up.clear()
            if code in (2, 3):  # its settings or its model are wrong: starting again changes nothing
                return
            if asyncio.get_running_loop().time() - started > STEADY_AFTER:
                pause = FIRST_PAUSE
            ENGINE_ENDED.inc()
            log.error("engine ended with code %s, starting again in %.1f s", code, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _spawn(self) -> asyncio.subprocess.Process:
        self._socket.unlink(missing_ok=True)
        keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR", "TZ") if name in os.environ}
        secret_free = {
            **keep,
            "WONINGSCAN_ENGINE_TOKEN": self._token,
            "WONINGSCAN_CONTENT_DIR": str(self._settings.content_dir),
        }
        quiet = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "PYTHONWARNINGS": "ignore"}
        return await asyncio.create_subprocess_exec(
            str(self._settings.engine_python),
            *("-m", "engine", "--socket", str(self._socket), "--with-parent"),
            cwd=ROOT,
            env={**secret_free, **quiet},
            stdin=asyncio.subprocess.PIPE,  # closes with this process, however it ends: then the engine ends itself
            stdout=2,  # standard output belongs to the commands that print lines for other programs
        )

    async def _announce_when_ready(self) -> None:
        while not await self.client.ready():
            await asyncio.sleep(POLL)
        self._up.set()

    async def _end(self) -> None:
        if self._process and self._process.returncode is None:
            self._process.terminate()
            try:
                await asyncio.wait_for(self._process.wait(), 5)
            except TimeoutError:
                self._process.kill()
                await self._process.wait()
