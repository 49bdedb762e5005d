"""Asked to stop, the app stops, whoever keeps a connection open and whatever hangs; what was answered is kept."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.console.work.stream import STREAM_PATH
from bot.settings import ROOT
from bot.store import KeyRing, Store, open_store
from bot.store.mail import outbox as mails
from tests.support.mail_server import free_port
from tests.support.request.requests import make_request
from tests.support.running import NOWHERE
from tests.support.staff.members import make_member
from tests.support.waiting import GENEROUS, eventually
from woningscan.conversation.memory import memory_in

MOST = 20.0
"""Seconds in which it is down."""
HALF_SENT, STREAMS = 50, 20


class Served:
    """`woningscan serve` as it runs in use, with a mail server that takes the call and says nothing."""

    def __init__(self, folder: Path, keys: KeyRing) -> None:
        self.mail = socket.create_server(("127.0.0.1", 0))
        self.port, self.database = free_port(), f"sqlite:///{folder / 'woningscan.db'}"
        self.url = f"http://127.0.0.1:{self.port}"
        settings = {
            "data_dir": str(folder),
            "database_url": self.database,
            "keys": keys.to_text(),
            "smtp_url": f"smtp://127.0.0.1:{self.mail.getsockname()[1]}?starttls=off",
            **NOWHERE,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve", "--port", str(self.port)],
            cwd=ROOT,
            env={**os.environ, **{f"WONINGSCAN_{name.upper()}": value for name, value in settings.items()}},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        eventually(self._answers)

    def _answers(self) -> bool:
        assert self.process.poll() is None, "it ended at its start"
        with suppress(httpx.HTTPError):
            return httpx.get(f"{self.url}/gezond", timeout=GENEROUS).status_code == 200
        return False

    def asked_to_stop(self) -> float:
        """How many seconds it took."""
        asked = time.monotonic()
        self.process.terminate()
        self.process.wait(GENEROUS)
        return time.monotonic() - asked

    def close(self) -> None:
        self.process.kill()
        self.process.wait(GENEROUS)
        self.mail.close()


@pytest.fixture
def served(tmp_path: Path, keys: KeyRing) -> Iterator[Served]:
    with closing(Served(tmp_path, keys)) as served:
        yield served


@pytest.fixture
def store(served: Served, keys: KeyRing) -> Iterator[Store]:
    with closing(open_store(served.database, keys)) as opened:
        yield opened


def half_sent(port: int, token: str) -> socket.socket:
    """A message of which the end never comes."""
    plug = socket.create_connection(("127.0.0.1", port))
    head = f"POST /api/v1/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n"
    plug.sendall(f'{head}content-type: application/json\r\ncontent-length: 500\r\n\r\n{{"message_id": "half'.encode())
    return plug


def send(served: Served, token: str, choice: str) -> list[dict[str, Any]]:
    """The replies; empty where the message was not taken."""
    message = {"message_id": secrets.token_hex(8), "choice": choice}
    headers = {"authorization": f"Bearer {token}"}
    answer = httpx.post(f"{served.url}/api/v1/messages", json=message, headers=headers, timeout=GENEROUS)
    return answer.json()["replies"] if answer.status_code == 200 else []


def scan(served: Served, token: str, answered: dict[str, str]) -> None:
    """Answer one question after another until nobody answers any more."""
    with suppress(httpx.HTTPError):
        replies = send(served, token, "start_scan")
        while replies:
            choices = [choice["id"] for choice in replies[-1]["choices"]]
            choice = next((choice for choice in choices if choice.endswith("=nee")), choices[-1])
            replies = send(served, token, choice)
            if replies and not replies[0]["id"].startswith("gate."):
                question, _, value = choice.removeprefix("antwoord:").partition("=")
                answered[question] = value


def test_with_half_sent_requests_open_streams_and_a_mail_server_that_hangs(served: Served, store: Store) -> None:
    for _ in range(3):
        make_request(store)
    token = httpx.post(f"{served.url}/api/v1/conversations", json={}, timeout=GENEROUS).json()["conversation"]
    member = make_member(store)
    with ExitStack() as open_ones:
        halves = [open_ones.enter_context(closing(half_sent(served.port, token))) for _ in range(HALF_SENT)]
        browser = open_ones.enter_context(
            httpx.Client(base_url=served.url, cookies={"secretariaat": member.token}, timeout=GENEROUS)
        )
        for _ in range(STREAMS):
            stream = open_ones.enter_context(browser.stream("GET", STREAM_PATH))
            assert stream.status_code == 200 and "event-stream" in stream.headers["content-type"]
        open_ones.enter_context(served.mail.accept()[0])  # a mail is on its way
        answered: dict[str, str] = {}
        scanning = threading.Thread(target=scan, args=(served, token, answered))
        scanning.start()
        eventually(lambda: answered)
        assert served.asked_to_stop() < MOST
        scanning.join(GENEROUS)
        for half in halves:
            said = half.recv(64 * 1024)
            assert said.startswith(b"HTTP/1.1 503 ") and b"112" in said, "also who is cut is told what to do"
    stored = store.conversations.load(token)
    assert stored is not None
    assert memory_in(stored.state).answers.items() >= answered.items(), "what was answered is kept"
    waiting = mails.overview(store.database)
    assert (waiting.waiting, waiting.failed) == (3, 0)
