"""A visitor with Telegram: updates are brought until they are taken, as Telegram does, and the chat is read."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections.abc import Sequence
from typing import Any

import httpx

from tests.support.telegram.bot_api import BotApi, message_json
from tests.support.telegram.official import HEADERS
from tools.faults.client import ATTEMPT, PATIENCE
from tools.faults.observations import Record, Seen
from tools.faults.visitors import DANGER, QUESTIONS

_updates = itertools.count(1000)
_presses = itertools.count(1)
_chats = itertools.count(5_000_000)
SAFE_LABEL = "Nee"
QUIET = 0.4
"""So long nothing new is said before the next thing is done."""


class TelegramVisitor:
    """One official in one chat after another, who says or presses `longest` things in it at most."""

    def __init__(self, api: BotApi, urls: Sequence[str], record: Record, chance: random.Random, longest: int) -> None:
        self._longest = longest
        self._api, self._urls, self._record, self._chance = api, urls, record, chance
        self._http = httpx.AsyncClient(timeout=httpx.Timeout(ATTEMPT, connect=2.0), headers=HEADERS)
        self._chat, self._number, self._sent = 0, -1, 0

    async def talk(self) -> None:
        """A whole conversation in a new chat."""
        self._chat, self._sent = next(_chats), 0
        self._number = len(self._record.tokens)
        self._record.tokens[self._number] = ""
        await self._say("/start")
        for _ in range(self._chance.randint(1 + self._longest // 4, 1 + self._longest // 2)):
            if self._chance.random() < 0.2:
                await self._say(self._chance.choice(QUESTIONS))
            else:
                await self._press()
        if self._chance.random() < 0.5:
            await self._say(self._chance.choice(DANGER), danger=True)

    async def close(self) -> None:
        await self._http.aclose()

    async def _say(self, text: str, *, danger: bool = False) -> None:
        await self._bring({"message": self._message(text)}, text, danger)

    async def _press(self) -> None:
        """One of the first buttons on the screen: what is safe where it is asked."""
        number, buttons = self._api.last_keyboard(self._chat)
        labels = [button["text"] for button in buttons]
        if not labels:
            return
        chosen = SAFE_LABEL if SAFE_LABEL in labels else labels[0]
        data = next(button["callback_data"] for button in buttons if button["text"] == chosen)
        shown = message_json(self._chat, number, self._api.chats[self._chat][number].text, by_bot=True)
        query = {"id": f"q{next(_presses)}", "from": self._message(None)["from"], "chat_instance": "1", "data": data}
        await self._bring({"callback_query": {**query, "message": shown}}, chosen, danger=False)

    async def _bring(self, update: dict[str, Any], what: str, danger: bool) -> None:
        """Until it is taken and something was said."""
        number, before, end = next(_updates), len(self._api.texts(self._chat)), time.monotonic() + PATIENCE
        while not await self._taken({"update_id": number, **update}):
            if time.monotonic() > end:
                self._note("gave_up", number, what, danger, "")
                return
            await asyncio.sleep(self._chance.uniform(0.2, 0.8))
        while len(self._api.texts(self._chat)) == before:
            if time.monotonic() > end:
                self._note("gave_up", number, what, danger, "")
                return
            await asyncio.sleep(0.05)
        await self._quiet()
        self._note("chat", number, what, danger, "\n".join(self._api.texts(self._chat)[before:]))

    async def _quiet(self) -> None:
        said = -1
        while said != len(self._api.texts(self._chat)):
            said = len(self._api.texts(self._chat))
            await asyncio.sleep(QUIET)

    async def _taken(self, update: dict[str, Any]) -> bool:
        try:
            answer = await self._http.post(f"{self._chance.choice(self._urls)}/telegram/webhook", json=update)
        except httpx.HTTPError:
            return False
        return answer.status_code == 200

    def _note(self, act: str, number: int, what: str, danger: bool, said: str) -> None:
        status = 200 if act == "chat" else None
        seen = Seen(act, self._number, str(number), text=what, danger=danger, status=status, body=said)
        self._record.seen.append(seen)

    def _message(self, text: str | None) -> dict[str, Any]:
        self._sent += 1
        return message_json(self._chat, self._sent, text)
