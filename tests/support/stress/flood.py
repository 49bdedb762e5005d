"""A flood of long texts over the API, and a visitor who is there meanwhile."""

from __future__ import annotations

import itertools
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

WORDS = itertools.cycle("de vergunning van het plein gaat over de kerk en de dijk en de school en het bos".split())
LONG = " ".join(itertools.islice(WORDS, 1_700))
"""Eight thousand characters that tell of nothing."""
THREAT = "er staat nu iemand met een mes in mijn huis"
INVENTED, REAL = 8, 4


class Visitor:
    """One conversation over the API."""

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, timeout=120)
        self.token = self.client.post("/api/v1/conversations", json={}).json()["conversation"]

    def send(self, token: str | None = None, **message: str) -> httpx.Response:
        sent = {"message_id": secrets.token_hex(8), **message}
        headers = {"authorization": f"Bearer {token or self.token}"}
        return self.client.post("/api/v1/messages", json=sent, headers=headers)

    def told(self, **message: str) -> list[str]:
        answer = self.send(**message)
        assert answer.status_code == 200, answer.text
        return [reply["id"] for reply in answer.json()["replies"]]


@contextmanager
def flood(url: str) -> Iterator[list[bool]]:
    """Long texts from invented and from real conversations at once, all of them ready first.

    Given are the answers so far: whether invented. At the end each has been answered at least once.
    """
    stop, answered = threading.Event(), []
    ready = threading.Barrier(INVENTED + REAL + 1)

    def run(invented: bool) -> None:
        visitor = Visitor(url)
        ready.wait(120)
        while True:
            visitor.send(secrets.token_urlsafe(32) if invented else None, text=LONG)
            answered.append(invented)
            if stop.is_set():
                return

    threads = [threading.Thread(target=run, args=(number < INVENTED,)) for number in range(INVENTED + REAL)]
    for thread in threads:
        thread.start()
    ready.wait(120)
    try:
        yield answered
    finally:
        stop.set()
        for thread in threads:
            thread.join(120)
