"""A visitor's browser: sends a message until it is answered, with one id, and writes down all that came back."""

from __future__ import annotations

import asyncio
import json
import random
import secrets
import time
from collections.abc import Sequence
from typing import Any

import httpx

from tools.faults.observations import Record, Seen

PATIENCE = 90.0
"""Seconds after which a visitor gives up; no fault lasts as long."""
ATTEMPT = 12.0
"""Seconds that one attempt waits for its answer."""
GONE = 404
"""The status of an answer that there is no such conversation: no other will come."""
AGAIN = 0.12
"""How often a message that was answered is sent once more, as a browser does that lost the answer."""


class Client:
    """One conversation, over whichever of the apps answers. `replies` are what is on the screen."""

    def __init__(self, urls: Sequence[str], record: Record, chance: random.Random) -> None:
        self._http = httpx.AsyncClient(timeout=httpx.Timeout(ATTEMPT, connect=2.0))
        self._urls, self._record, self._chance = urls, record, chance
        self._began = time.monotonic()
        self._number, self._token = -1, ""
        self.replies: list[dict[str, Any]] = []

    @property
    def last(self) -> str:
        return str(self.replies[-1]["id"]) if self.replies else ""

    @property
    def choices(self) -> dict[str, str]:
        """The buttons of what was said last: label by id."""
        if not self.replies:
            return {}
        return {one["id"]: one["label"] for one in (*self.replies[-1]["choices"], *self.replies[-1]["tools"])}

    async def open(self) -> bool:
        """Begin another conversation; False when nobody lets one in for too long."""
        self._number, self._token = len(self._record.tokens), ""
        self._record.tokens[self._number] = ""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answer = await self._ask("POST", "conversations", {})
            told = _object(answer)
            self._note("open", answer, replies=told.get("replies", []))
            if answer is not None and answer.status_code == 201:
                self._token = self._record.tokens[self._number] = told["conversation"]
                self.replies = told["replies"]
                return True
            await self._pause()
        self._note("gave_up", None)
        return False

    async def press(self, choice: str) -> bool:
        return await self._send({"choice": choice})

    async def say(self, text: str, *, danger: bool = False) -> bool:
        return await self._send({"text": text}, danger)

    async def erase(self) -> None:
        """Erase the conversation by the request of the API, until that is certain."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answer = await self._ask("DELETE", "conversation", None)
            self._note("erase", answer)
            if answer is not None and answer.status_code in (204, GONE):
                return
            await self._pause()
        self._note("gave_up", None)

    async def say_once(self, text: str) -> None:
        """Say something whatever comes back: to a conversation that is gone."""
        await self._attempt({"message_id": secrets.token_hex(8), "text": text}, danger=False)

    async def close(self) -> None:
        await self._http.aclose()

    async def _send(self, what: dict[str, str], danger: bool = False) -> bool:
        message = {"message_id": secrets.token_hex(8), **what}
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            seen = await self._attempt(message, danger)
            if seen.answered:
                self.replies = seen.replies
                if self._chance.random() < AGAIN:
                    await self._attempt(message, danger)
                return True
            if seen.status == GONE:
                return False
            await self._pause()
        self._note("gave_up", None, danger=danger, message=message)
        return False

    async def _attempt(self, message: dict[str, str], danger: bool) -> Seen:
        answer = await self._ask("POST", "messages", message)
        return self._note("message", answer, danger=danger, message=message, replies=_object(answer).get("replies", []))

    async def _ask(self, method: str, path: str, body: dict[str, str] | None) -> httpx.Response | None:
        """The answer, or None where none came: the connection broke, or it took too long."""
        url = f"{self._chance.choice(self._urls)}/api/v1/{path}"
        headers = {"authorization": f"Bearer {self._token}"} if self._token else {}
        try:
            return await self._http.request(method, url, json=body, headers=headers)
        except httpx.HTTPError:
            return None

    def _note(
        self,
        act: str,
        answer: httpx.Response | None,
        *,
        danger: bool = False,
        message: dict[str, str] | None = None,
        replies: list[dict[str, Any]] | None = None,
    ) -> Seen:
        sent = message or {}
        seen = Seen(
            act=act,
            conversation=self._number,
            message_id=sent.get("message_id", ""),
            text=sent.get("text"),
            choice=sent.get("choice"),
            danger=danger,
            status=None if answer is None else answer.status_code,
            replies=replies or [],
            body="" if answer is None or replies else answer.text,
            at=round(time.monotonic() - self._began, 3),
        )
        self._record.seen.append(seen)
        return seen

    async def _pause(self) -> None:
        await asyncio.sleep(self._chance.uniform(0.1, 0.6))


def _object(answer: httpx.Response | None) -> dict[str, Any]:
    """The JSON object of an answer; empty where there is none."""
    if answer is None:
        return {}
    try:
        told = answer.json()
    except json.JSONDecodeError:
        return {}
    return told if isinstance(told, dict) else {}
