"""A real SMTP server on loopback that does as it is told."""

from __future__ import annotations

import asyncio
import socket
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.support.places import ROOT

TEMPLATES = ROOT / "content" / "templates"


class ScriptedServer:
    """Takes mails. `script` holds what to do with the next ones: a reply line, `stall` or `drop`."""

    def __init__(self, port: int, **options: Any) -> None:
        self.script: list[str] = []
        self.received: list[EmailMessage] = []
        self.port = port
        self._controller = Controller(self, hostname="127.0.0.1", port=port, **options)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, to: str, _options: Any) -> str:
        if self.script and self.script[0].startswith("RCPT "):
            return self.script.pop(0).removeprefix("RCPT ")
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        step = self.script.pop(0) if self.script else "250 OK"
        if step == "stall":
            await asyncio.sleep(20)  # longer than any client here waits for it
            return "451 too late"
        if step in ("250 OK", "drop"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.received.append(message_from_bytes(content, policy=policy.default))
        if step == "drop":  # accepted, but the answer never arrives
            assert server.transport is not None
            server.transport.abort()
            return "250 OK"
        return step

    def start(self) -> None:
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop(no_assert=True)


class MailServer:
    """A mail server that can be away. `received` is what it took in all its time."""

    def __init__(self) -> None:
        self.port = free_port()
        self.server: ScriptedServer | None = None
        self._before: list[EmailMessage] = []

    def comes_up(self) -> None:
        self.server = ScriptedServer(self.port)
        self.server.start()

    def goes_down(self) -> None:
        if self.server is not None:
            self._before += self.server.received
            self.server.stop()
            self.server = None

    @property
    def received(self) -> list[EmailMessage]:
        return [*self._before, *(self.server.received if self.server else [])]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
