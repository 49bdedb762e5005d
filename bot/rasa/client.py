"""The engine as a function the app can call: a turn, or the plain fact that it is not there now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from bot.rasa.answer import MAX_ANSWER, BadAnswer, EngineUnavailable, intent_in, turn_in
from woningscan.conversation.effects import Effect
from woningscan.conversation.reply import Reply

READY_SECONDS = 1.0


@dataclass(frozen=True)
class EngineTurn:
    """`intent` and `confidence`: what the engine took the message for."""

    state: dict[str, Any]
    replies: list[Reply]
    effects: list[Effect]
    intent: str | None = None
    confidence: float = 0.0


class EngineClient:
    """Talks to one engine address. `url` is `http://…`, or `unix:/path` for a socket. `timeout`: seconds for a turn.

    `on_timeout` is called when a turn took too long: an engine that is away fails fast, one that hangs does not.
    `on_bad_answer` is called when an answer was none that an engine of ours gives.
    """

    def __init__(
        self,
        url: str,
        token: str,
        timeout: float,
        on_timeout: Callable[[], None] = lambda: None,
        on_bad_answer: Callable[[], None] = lambda: None,
    ) -> None:
        self._on_timeout = on_timeout
        self._on_bad_answer = on_bad_answer
        self._seconds = timeout
        socket = url.removeprefix("unix:") if url.startswith("unix:") else None
        self._http = httpx.AsyncClient(
            base_url="http://engine" if socket else url,
            transport=httpx.AsyncHTTPTransport(uds=socket) if socket else None,
            headers={"authorization": f"Bearer {token}", "accept-encoding": "identity"},
            timeout=httpx.Timeout(timeout, connect=0.5),
        )

    async def turn(
        self,
        state: dict[str, Any],
        *,
        text: str | None = None,
        choice: str | None = None,
        reading: Mapping[str, Any] | None = None,
    ) -> EngineTurn:
        """One Rasa turn; `reading` is what the gate read in the text. Raises EngineUnavailable, the state is kept."""
        answer = await self._post("/turn", {"state": state, "text": text, "choice": choice, "reading": reading})
        try:
            turn = turn_in(answer)
        except BadAnswer:
            self.distrust()
            raise
        if turn["error"]:
            raise EngineUnavailable("an action failed")
        replies = [Reply.from_dict(reply) for reply in turn["replies"]]
        effects = [Effect.from_dict(effect) for effect in turn["effects"]]
        return EngineTurn(turn["state"], replies, effects, turn["intent"], turn["confidence"])

    async def parse(self, text: str) -> tuple[str | None, float]:
        return intent_in(await self._post("/nlu", {"text": text}))

    async def ready(self, seconds: float = READY_SECONDS) -> bool:
        try:
            return (await self._http.get("/gereed", timeout=seconds)).status_code == 200
        except httpx.HTTPError:
            return False

    def distrust(self) -> None:
        """Its answer was none that an engine of ours gives."""
        self._on_bad_answer()

    async def close(self) -> None:
        await self._http.aclose()

    async def _post(self, path: str, body: dict[str, Any]) -> bytes:
        """The answer, of no more than MAX_ANSWER bytes and one. The time is that of the whole answer, not of a read."""
        answer = b""
        try:
            async with asyncio.timeout(self._seconds), self._http.stream("POST", path, json=body) as response:
                response.raise_for_status()
                async for piece in response.aiter_raw():
                    answer += piece[: MAX_ANSWER + 1 - len(answer)]
                    if len(answer) > MAX_ANSWER:
                        break
        except (TimeoutError, httpx.TimeoutException) as error:
            self._on_timeout()
            raise EngineUnavailable(type(error).__name__) from None
        except (httpx.HTTPError, ValueError) as error:
            raise EngineUnavailable(type(error).__name__) from None
        return answer
