"""An official in a chat, and what of it staff works with."""

from __future__ import annotations

import secrets
from typing import Any

import httpx
from sqlalchemy import select

from bot.store import Store
from bot.store.chat.models import LiveChat
from bot.store.chat.states import ChatState

CHATS = "/secretariaat/gesprekken"


class Visitor:
    """An official with the widget, without the widget."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.token = client.post("/api/v1/conversations").json()["conversation"]
        self.headers = {"authorization": f"Bearer {self.token}"}
        self.seq = 0
        self.replies: list[dict[str, Any]] = []

    def send(self, **message: str) -> list[str]:
        body = {"message_id": secrets.token_hex(8), **message}
        answer = self.client.post("/api/v1/messages", json=body, headers=self.headers)
        assert answer.status_code == 200, answer.text
        self.replies = answer.json()["replies"]
        return [reply["id"] for reply in self.replies]

    def press(self, *choices: str) -> list[str]:
        return [self.send(choice=choice) for choice in choices][-1]

    def news(self) -> dict[str, Any]:
        answer = self.client.get(f"/api/v1/chat?na={self.seq}", headers=self.headers)
        assert answer.status_code == 200, answer.text
        assert answer.headers["cache-control"] == "no-store"
        self.seq = answer.json()["seq"]
        return answer.json()

    def ask_for_a_person(self, share: bool = True) -> None:
        assert self.press("talk_to_human", "start_chat", "chat_share" if share else "chat_private") == [
            "handoff.waiting"
        ]


def chat_of(visitor: Visitor, store: Store) -> str:
    stored = store.conversations.load(visitor.token)
    with store.database.reading() as session:
        chosen = select(LiveChat.id).where(LiveChat.conversation_id == stored.id, LiveChat.state != ChatState.CLOSED)
        return session.scalars(chosen).one()


def message(text: str, number: str = "") -> dict[str, str]:
    return {"tekst": text, "nummer": number or secrets.token_hex(12)}
