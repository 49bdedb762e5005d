"""The channel against another's idea of Telegram: tg-auto-test, with a real PTB application and the real engine."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler
from tg_auto_test.test_utils.models import ServerlessMessage
from tg_auto_test.test_utils.serverless_telegram_client import ServerlessTelegramClient

from bot.channels.telegram.service import TelegramChannel
from bot.settings import Settings
from bot.store import KeyRing, Store, open_store
from bot.turn.limits import RateLimits
from tests.support.talking.conversing import Assistant
from woningscan.content.model import Question

Client = ServerlessTelegramClient


class Chat:
    """One chat of their client. `said` are the newest messages; buttons are pressed on the last one that has them."""

    def __init__(self, assistant: Assistant, store: Store) -> None:
        self._assistant = assistant
        self._store = store
        self.ids: list[str] = []
        self.said: list[ServerlessMessage] = []
        self.client = Client(build_application=self._build)
        # Theirs knows no method that takes away buttons and keeps the text.
        self.client._request._handlers["editMessageReplyMarkup"] = self.client._request._handle_ack
        assistant.run(self.client.connect())

    def say(self, text: str) -> list[str]:
        return self._do(self.client._process_text_message(text))

    def press(self, label: str) -> list[str]:
        asking = next(message for message in reversed(self.said) if message.buttons)
        button = next(button for row in asking.buttons or [] for button in row if button.text == label)
        return self._do(asking.click(data=button.data))

    def close(self) -> None:
        self._assistant.run(self.client.disconnect())

    @property
    def labels(self) -> list[str]:
        return [button.text for message in self.said for row in message.buttons or [] for button in row]

    def _do(self, work) -> list[str]:
        self.ids.clear()
        self._assistant.run(self._captured(work))
        return list(self.ids)

    async def _captured(self, work) -> None:
        heard: list[ServerlessMessage] = []
        self.client._request.on_api_call = lambda call: heard.append(call) if call.api_method == "sendMessage" else None
        await work
        from tg_auto_test.test_utils.response_processor import process_api_call

        client = self.client
        self.said = [
            process_api_call(call, {}, client._invoices, client._handle_click, client._poll_tracker) for call in heard
        ]

    def _build(self, builder: ApplicationBuilder) -> Application:
        application = builder.build()
        assistant, store = self._assistant, self._store
        turns = assistant.turns(store)
        answer = turns.answer

        async def recorded(*arguments, **named):
            replies = await answer(*arguments, **named)
            self.ids.extend(reply.id for reply in replies)
            return replies

        turns.answer = recorded  # type: ignore[method-assign]
        settings = Settings(telegram_token="123:ABC")
        limits = RateLimits("1000/second", "1000/second", "1000/second")
        channel = TelegramChannel(
            settings, assistant.content, store, turns, limits, lambda: datetime.now(UTC), application.bot
        )

        async def receive(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
            await channel.receiver.receive(update, in_order=True)
            while claimed := await channel.handler.claim():
                await asyncio.gather(*(channel.handler.handle(update) for update in claimed))
            while await channel.sender.send_due():
                pass

        application.add_handler(TypeHandler(Update, receive))
        return application


@pytest.fixture
def chat(assistant: Assistant, tmp_path: Path):
    store = open_store(f"sqlite:///{tmp_path / 'chat.db'}", KeyRing.generate())
    opened = Chat(assistant, store)
    yield opened
    opened.close()
    store.close()


def test_a_whole_scan_by_buttons(chat: Chat, assistant: Assistant) -> None:
    chat.say("/start")
    assert "Telegram" in chat.said[-1].text and "/zelfscan" in chat.said[-1].text
    ids = chat.press("Zelfscan beginnen")
    while ids[-1] != "plan.next":
        ids = chat.press(_label(assistant.content.questions[ids[-1].removeprefix("scan.ask.")]))
    assert chat.press("Woningscan aanvragen") == ["booking.link.ask"]
    assert chat.press("Ja") == ["booking.link.woningscan"]
    assert "/aanvraag/begin/" in chat.said[-1].text


def test_danger_and_a_person_by_text(chat: Chat) -> None:
    chat.say("/start")
    chat.say("ik wil de zelfscan doen")
    assert chat.say("er staat iemand met een mes voor mijn deur")[0] == "threat.route.acuut"
    assert "112" in chat.said[0].text
    assert chat.say("/medewerker") == ["threat.route.acuut", "handoff.offer"]


def test_erasing(chat: Chat) -> None:
    chat.say("/start")
    assert chat.say("/verwijder") == ["nav.confirm.erase"]
    assert chat.press("Ja") == ["privacy.erased"]
    assert "gewist" in chat.said[0].text


def _label(question: Question) -> str:
    if question.id == "functie":
        return question.choices[2].label
    wanted = {"triage": "nee", "profile": "kort" if question.id == "scanlengte" else ""}.get(question.section)
    at = next((at for at, choice in enumerate(question.choices) if choice.value == wanted), 0)
    return question.choices[at].label
