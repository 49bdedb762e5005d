"""`WONINGSCAN_TELEGRAM_TOKEN=… make run` is all it takes; and what is not safe refuses to start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram.service import TelegramChannel
from bot.settings import Settings, UnsafeSettings
from bot.store.base.keys import KeyRing
from tests.support.telegram.bot_api import TOKEN, BotApi
from tests.support.telegram.official import Official
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually

SAFE = {
    "environment": "production",
    "keys": KeyRing.generate().to_text(),
    "public_url": "https://woningscan.test",
    "smtp_url": "smtps://a:b@mail.test",
    "mail_to": "a@ccv.example",
    "mail_from": "b@ccv.example",
    "database_url": "postgresql://localhost/woningscan",
    "telegram_token": TOKEN,
    "telegram_secret": "s" * 32,
}


def test_a_token_alone_is_enough_in_development(tmp_path: Path, api: BotApi) -> None:
    settings = telegram_settings(tmp_path, api, telegram_mode="auto", telegram_secret="")
    settings.refuse_unsafe()
    with running(settings, api) as world:
        official = Official(world)
        for text in ("/start", "/nood", "er staat iemand met een mes voor mijn deur"):
            api.updates.append({"update_id": world.number(), "message": official._message(text)})
        acute = world.app.state.services.content.routes["acuut"].lead
        eventually(lambda: acute in official.heard())
        world.settle()
        assert any(call.method == "deleteWebhook" for call in api.calls)
        assert any("mes" not in said and "112" in said for said in official.heard())
        said = len(official.heard())
    with running(settings, api) as world:  # Telegram offers them again after a restart
        eventually(lambda: TelegramChannel in world.app.state.services.parts)
        world.settle()
        assert len(official.heard()) == said


def reasons(**changes: Any) -> str:
    workers = changes.pop("workers", 1)
    try:
        Settings(**{**SAFE, **changes}).refuse_unsafe(workers)
    except UnsafeSettings as refused:
        return str(refused)
    return ""


def test_a_safe_webhook_starts() -> None:
    assert reasons() == ""
    assert reasons(telegram_mode="polling", telegram_secret="") == ""
    assert not Settings(**SAFE).telegram_polls
    assert Settings(telegram_token=TOKEN).telegram_polls


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"telegram_secret": ""}, "WONINGSCAN_TELEGRAM_SECRET is empty"),
        ({"environment": "development", "telegram_mode": "webhook", "telegram_secret": ""}, "SECRET is empty"),
        ({"telegram_secret": "kort"}, "at least 32 characters"),
        ({"telegram_secret": "s" * 31 + "é"}, "A-Z, a-z, 0-9"),
        ({"telegram_secret": "s" * 257}, "A-Z, a-z, 0-9"),
        ({"telegram_token": "geen token"}, "not a bot token"),
        ({"telegram_token": "1:a/../b"}, "not a bot token"),
        ({"telegram_api": "http://bots.test"}, "WONINGSCAN_TELEGRAM_API must be https"),
        ({"telegram_mode": "polling", "workers": 2}, "for one worker"),
    ],
)
def test_unsafe_settings_refuse_to_start(changes: dict[str, Any], told: str) -> None:
    assert told in reasons(**changes)


def test_the_token_is_not_shown_with_the_settings() -> None:
    shown = repr(Settings(telegram_token=TOKEN, telegram_secret="geheim-geheim"))
    assert TOKEN not in shown and "geheim-geheim" not in shown
