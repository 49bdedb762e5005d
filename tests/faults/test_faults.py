"""`make faults`, for a moment: with a sound build no promise breaks, and a build that is broken on purpose is found.

The engine is the core itself, so that it is there at once; the long runs with Rasa are in docs/faults.md.
"""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.support.mail_server import free_port
from tools.faults.broken import BUILDS
from tools.faults.proxy import Behaviour, Mode, Proxy
from tools.faults.run import Outcome, Plan, run
from tools.faults.schedule import APP, DISK, ENGINE, SMTP, schedule

FAULTS = 8


def short(folder: Path, *, postgresql: bool = False, broken: str = "") -> Outcome:
    """Some seconds, in short conversations."""
    few = {"faults": FAULTS, "visitors": 3, "longest": 6}
    return asyncio.run(run(Plan(folder / "run", postgresql, seed=3, pace=0.3, stub=True, broken=broken, **few)))


@pytest.mark.parametrize("postgresql", [False, True], ids=["sqlite", "postgresql"])
def test_a_sound_build_keeps_its_promises(tmp_path: Path, postgresql: bool) -> None:
    outcome = short(tmp_path, postgresql=postgresql)
    assert outcome.violations == []
    assert outcome.faults.total() == FAULTS and outcome.turns > 20, "it was really broken, and really used"


@pytest.mark.parametrize("name", BUILDS)
def test_a_build_that_is_broken_on_purpose_is_found(tmp_path: Path, name: str) -> None:
    assert short(tmp_path, broken=name).violations


def test_a_seed_always_gives_the_same_faults() -> None:
    kinds = (*APP, *ENGINE, *SMTP, *DISK)
    assert schedule(kinds, 50, 7, 1.0) == schedule(kinds, 50, 7, 1.0) != schedule(kinds, 50, 8, 1.0)
    assert {(fault.part, fault.name) for fault in schedule(kinds, 2000, 7, 1.0)} == {(k.part, k.name) for k in kinds}


async def _through(proxy: Proxy) -> bytes:
    """What comes back of a word, or what kept it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    try:
        writer.write(b"word")
        return await asyncio.wait_for(reader.read(100), 0.3)
    finally:
        writer.close()


def test_the_proxy_does_as_it_is_told() -> None:
    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(100):
            writer.write(piece)
        writer.close()

    async def all_of_it() -> None:
        port = free_port()
        server = await asyncio.start_server(echo, "127.0.0.1", port)
        proxy = Proxy(port, random.Random(1).randrange(100))
        await proxy.start()
        assert await _through(proxy) == b"word"
        await proxy.behave(Behaviour(Mode.DELAY, seconds=0.05))
        assert await _through(proxy) == b"word"
        await proxy.behave(Behaviour(Mode.BLACK_HOLE))
        with pytest.raises(TimeoutError):
            await _through(proxy)
        await proxy.behave(Behaviour(Mode.GARBLE))
        assert await _through(proxy) != b"word"
        await proxy.behave(Behaviour(Mode.BABBLE, says=b"nonsense"))
        assert await _through(proxy) == b"nonsense"
        for mode in (Mode.RESET, Mode.GONE):
            await proxy.behave(Behaviour(mode))
            with pytest.raises(OSError):
                await _through(proxy)
        await proxy.behave(Behaviour())
        assert await _through(proxy) == b"word"
        await proxy.stop()
        server.close()

    asyncio.run(all_of_it())
