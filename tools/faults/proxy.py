"""A small TCP proxy that stands between two parts and does to what passes as it is told."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
from dataclasses import dataclass
from enum import StrEnum

_CHUNK = 64 * 1024
_LOOK = 0.05
"""How often what waits looks whether it may go on, in seconds."""


class Mode(StrEnum):
    THROUGH = "through"
    DELAY = "delay"
    BLACK_HOLE = "black_hole"
    RESET = "reset"
    GONE = "gone"
    GARBLE = "garble"
    BABBLE = "babble"


@dataclass(frozen=True)
class Behaviour:
    """What happens to what passes.

    `seconds` is how long each piece of a DELAY waits. GARBLE puts noise in the place of each piece of an answer, so
    that nothing of it can be mistaken for one. BABBLE never asks: `says` is the answer to everything.
    """

    mode: Mode = Mode.THROUGH
    seconds: float = 0.0
    says: bytes = b""


class Proxy:
    """Listens on a port of its own and leads to another one. `behave` changes what it does, also to open connections.

    What was swallowed by a black hole never comes through later: its connections end with it.
    """

    def __init__(self, target: int, seed: int = 0) -> None:
        self._target = target
        self._noise = random.Random(seed)
        self._behaviour = Behaviour()
        self._open: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._end_all()

    async def behave(self, behaviour: Behaviour) -> None:
        """From now on. RESET and GONE end what is open, and so does the end of a BLACK_HOLE."""
        before, self._behaviour = self._behaviour, behaviour
        if behaviour.mode is Mode.GONE:
            await self.stop()
        elif self._server is None:
            await self.start()
        if behaviour.mode in (Mode.RESET, Mode.BABBLE) or before.mode in (Mode.BLACK_HOLE, Mode.GARBLE, Mode.BABBLE):
            self._end_all()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            if self._behaviour.mode is Mode.RESET:
                return
            if self._behaviour.mode is Mode.BABBLE:
                await self._babble(reader, writer)
                return
            onward_reader, onward_writer = await asyncio.open_connection("127.0.0.1", self._target)
            self._open.add(onward_writer)
            try:
                there = asyncio.create_task(self._pass_on(reader, onward_writer, answers=False))
                back = asyncio.create_task(self._pass_on(onward_reader, writer, answers=True))
                await asyncio.wait({there, back}, return_when=asyncio.FIRST_COMPLETED)
                for task in (there, back):
                    task.cancel()
                await asyncio.gather(there, back, return_exceptions=True)
            finally:
                self._end(onward_writer)
        except OSError:
            pass
        finally:
            self._end(writer)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, answers: bool) -> None:
        with contextlib.suppress(OSError):
            while piece := await reader.read(_CHUNK):
                behaviour = self._behaviour
                if behaviour.mode is Mode.DELAY:
                    await asyncio.sleep(behaviour.seconds)
                while self._behaviour.mode is Mode.BLACK_HOLE:
                    await asyncio.sleep(_LOOK)  # until its end ends this connection
                if behaviour.mode is Mode.GARBLE and answers:
                    piece = self._noise.randbytes(len(piece))
                writer.write(piece)
                await writer.drain()

    async def _babble(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while await reader.read(_CHUNK):
                writer.write(self._behaviour.says)
                await writer.drain()

    def _end_all(self) -> None:
        for writer in list(self._open):
            self._end(writer)

    def _end(self, writer: asyncio.StreamWriter) -> None:
        """At once and without goodbye: the other side sees a reset."""
        self._open.discard(writer)
        plug: socket.socket | None = writer.get_extra_info("socket")
        if plug is not None and not writer.is_closing():
            with contextlib.suppress(OSError):
                plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
