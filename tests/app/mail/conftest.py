"""Mails that wait in an outbox, and a real SMTP server on loopback that does as it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from bot.mail import MailComposer, SmtpTransport
from bot.store import Store
from tests.support.mail_server import TEMPLATES, ScriptedServer, free_port
from tests.support.request.steps import submit


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    scripted = ScriptedServer(free_port())
    scripted.start()
    yield scripted
    scripted.stop()


@pytest.fixture
def smtp(server: ScriptedServer) -> SmtpTransport:
    return SmtpTransport(f"smtp://127.0.0.1:{server.port}?starttls=off", timeout=120)


@pytest.fixture
def composer() -> MailComposer:
    return MailComposer(TEMPLATES, sender="zelfscan@example.org", recipient="secretariaat@example.org")


@pytest.fixture
def request_mail(store: Store, now: datetime) -> Callable[[], str]:
    """Submits a request, so that a mail waits; returns its reference."""

    def submitted() -> str:
        conversation = store.conversations.load(store.conversations.create("web", {}, [], [], now))
        (outcome,) = store.turns.commit_turn(
            conversation, state={}, offered=[], replies=[], effects=[submit()], external_id="m1", now=now
        )
        return str(outcome.data["reference"])

    return submitted
