"""The engine as a function the app can call: a turn, or the plain fact that it is not there now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from woningscan.conversation.effects import Effect
from woningscan.conversation.memory import memory_in
from woningscan.conversation.reply import Reply

READY_SECONDS = 1.0


class EngineUnavailable(Exception):
    """No answer from the engine: away, too slow, or an action failed. The message names a class, never a text."""


@dataclass(frozen=True)
class EngineTurn:
    state: dict[str, Any]
    replies: list[Reply]
    effects: list[Effect]


class EngineClient:
    """Talks to one engine address. `url` is `http://…`, or `unix:/path` for a socket.

    `on_timeout` is called when a turn took too long: an engine that is away fails fast, one that hangs does not.
    """

    def __init__(self, url: str, token: str, timeout: float, on_timeout: Callable[[], None] = lambda: None) -> None:
        self._on_timeout = on_timeout
        socket = url.removeprefix("unix:") if url.startswith("unix:") else None
        self._http = httpx.AsyncClient(
            base_url="http://engine" if socket else url,
            transport=httpx.AsyncHTTPTransport(uds=socket) if socket else None,
            headers={"authorization": f"Bearer {token}"},
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
        body = await self._post("/turn", {"state": state, "text": text, "choice": choice, "reading": reading})
        if body.get("error"):
            raise EngineUnavailable(body["error"])
        return _turn_in(body)

    async def parse(self, text: str) -> tuple[str | None, float]:
        body = await self._post("/nlu", {"text": text})
        return body["intent"], body["confidence"]

    async def ready(self, seconds: float = READY_SECONDS) -> bool:
        try:
            return (await self._http.get("/gereed", timeout=seconds)).status_code == 200
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        await self._http.aclose()

    async def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        try:
            response = await self._http.post(path, json=body)
            response.raise_for_status()
            answer: Any = response.json()
        except (httpx.HTTPError, ValueError) as error:
            if isinstance(error, httpx.TimeoutException):
                self._on_timeout()
            raise EngineUnavailable(type(error).__name__) from None
        if not isinstance(answer, dict):
            raise EngineUnavailable("no object")
        return answer


def _turn_in(body: dict[str, Any]) -> EngineTurn:
    """The turn of an answer. Raises EngineUnavailable for what is none, before anything of it is said or kept."""
    try:
        state, replies = body["state"], [Reply.from_dict(one) for one in body["replies"]]
        effects = [Effect.from_dict(one) for one in body["effects"]]
        memory_in(state)
        whole = [isinstance(state["slots"], dict), "loop" in state]
        whole += [isinstance(reply.id, str) and isinstance(reply.text, str) for reply in replies]
        whole += [isinstance(effect.kind, str) and isinstance(effect.data, dict) for effect in effects]
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise EngineUnavailable(f"no turn: {type(error).__name__}") from None
    if not all(whole):
        raise EngineUnavailable("no turn")
    return EngineTurn(state, replies, effects)
