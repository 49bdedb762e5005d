"""An official with Telegram: types and presses as a person does, and waits until everything was said."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.channels.telegram.service import TelegramChannel
from bot.store import Store
from tests.support.telegram.bot_api import BotApi, message_json
from tests.support.waiting import GENEROUS, eventually

SECRET = "s" * 40
HEADERS = {"x-telegram-bot-api-secret-token": SECRET}
_numbers = itertools.count(1)


@dataclass
class World:
    """The app as it runs, Telegram as it is, and what the assistant said according to itself."""

    app: Starlette
    client: TestClient
    api: BotApi
    turns: list[list[str]] = field(default_factory=list)
    next_update: int = 1000

    @property
    def store(self) -> Store:
        store: Store = self.app.state.services.store
        return store

    def record_turns(self) -> None:
        answer = self.app.state.services.turns.answer

        async def recorded(*arguments: Any, **named: Any) -> Any:
            replies = await answer(*arguments, **named)
            self.turns.append([reply.id for reply in replies])
            return replies

        self.app.state.services.turns.answer = recorded

    def deliver(self, update: dict[str, Any], headers: dict[str, str] | None = None) -> int:
        """Bring an update as Telegram does; the status."""
        given = HEADERS if headers is None else headers
        return self.client.post("/telegram/webhook", json=update, headers=given).status_code

    def number(self) -> int:
        self.next_update += 1
        return self.next_update

    def settle(self, within: float = GENEROUS) -> None:
        """Wait until nothing waits any more."""
        eventually(self.idle, within)

    def idle(self) -> bool:
        return waiting(self.store) == 0 and not self.app.state.services.part(TelegramChannel).handler._busy


@dataclass
class Official:
    world: World
    chat: int = field(default_factory=lambda: 5_000_000 + next(_numbers))
    sent: int = 0

    def say(self, text: str) -> list[str]:
        """Type something; the ids of the replies."""
        return self._through({"message": self._message(text)})

    def press(self, wanted: str) -> list[str]:
        """Press the newest button with this label."""
        return self._through(self.pressing(wanted))

    def pressing(self, wanted: str) -> dict[str, Any]:
        number, buttons = self.world.api.last_keyboard(self.chat)
        data = next((button["callback_data"] for button in buttons if button["text"] == wanted), None)
        assert data is not None, f"no button {wanted!r} among {[button['text'] for button in buttons]}"
        return self.pressed(number, data)

    def pressed(self, number: int, data: str) -> dict[str, Any]:
        text = self.world.api.chats[self.chat][number].text
        query = {"id": f"q{next(_numbers)}", "from": self._message(None)["from"], "chat_instance": "1", "data": data}
        return {"callback_query": {**query, "message": message_json(self.chat, number, text, by_bot=True)}}

    def labels(self) -> list[str]:
        return [button["text"] for button in self.world.api.last_keyboard(self.chat)[1]]

    def heard(self) -> list[str]:
        """What was said in this chat."""
        return self.world.api.texts(self.chat)

    def told(self) -> list[str]:
        """What the scripted engine got of this chat, in its order."""
        telegram = self.world.store.telegram
        chat = telegram.chat(telegram.chat_hash(self.chat))
        stored = None if chat is None else self.world.store.conversations.load(chat.token)
        return [] if stored is None else list(stored.state["slots"].get("heard", []))

    def send(self, update: dict[str, Any]) -> int:
        return self.world.deliver({"update_id": self.world.number(), **update})

    def _through(self, update: dict[str, Any]) -> list[str]:
        before = len(self.world.turns)
        assert self.send(update) == 200
        self.world.settle()
        return [reply for turn in self.world.turns[before:] for reply in turn]

    def _message(self, text: str | None) -> dict[str, Any]:
        self.sent += 1
        return message_json(self.chat, self.sent, text)


def waiting(store: Store) -> int:
    """How many updates and messages wait."""
    from sqlalchemy import func, select

    from bot.store.telegram.models import TelegramOutgoing, TelegramUpdate

    pending = select(func.count()).select_from(TelegramUpdate).where(TelegramUpdate.contents.is_not(None))
    with store.database.reading() as session:
        updates = session.scalars(pending).one()
        messages = session.scalars(select(func.count()).select_from(TelegramOutgoing)).one()
    return int(updates) + int(messages)
