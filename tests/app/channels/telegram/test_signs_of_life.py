"""A channel that brings nothing is an alarm and not ready, in polling and by webhook."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.channels.telegram import introduction
from bot.jobs.alarms import TELEGRAM_SILENT, alarms
from bot.store.base import beats
from bot.store.base.models import JobBeat
from tests.support.telegram.bot_api import BotApi, Fault
from tests.support.telegram.official import World
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually

LONG_AGO = datetime.now(UTC) - timedelta(hours=1)


def quiet_since(world: World, moment: datetime) -> None:
    with world.store.database.writing() as session:
        session.execute(update(JobBeat).where(JobBeat.name == beats.TAKES_IN).values(at=moment))


def last_sign(world: World) -> datetime:
    with world.store.database.reading() as session:
        return session.scalars(select(JobBeat.at).where(JobBeat.name == beats.TAKES_IN)).one()


def ready(world: World) -> bool:
    answer = world.client.get("/gereed")
    works = bool(answer.json()["telegram"])
    assert works is (TELEGRAM_SILENT not in answer.json()["alarmen"])
    assert works or (answer.status_code == 503 and not answer.json()["gereed"])
    return works


def looks(api: BotApi) -> int:
    """How often the app asked, whether or not it got an answer."""
    return sum(call.method == "getWebhookInfo" for call in list(api.calls))


def looked(api: BotApi, times: int = 2) -> None:
    """Wait until the app looked at the webhook once more, from begin to end."""
    before = looks(api)
    eventually(lambda: looks(api) >= before + times)


def test_a_lost_webhook_is_told_again_and_one_that_fails_is_not_ready(
    tmp_path: Path, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(introduction, "LOOK_EVERY", 0.02)
    with running(telegram_settings(tmp_path, api), api) as world:
        eventually(lambda: api.webhook["url"].endswith("/telegram/webhook"))
        api.webhook = {"url": "https://iemand.anders"}
        eventually(lambda: api.webhook["url"].endswith("/telegram/webhook"))
        eventually(lambda: ready(world))  # there is a sign of life, which may then be of long ago
        ours = dict(api.webhook)
        just_now = int((datetime.now(UTC) + timedelta(hours=1)).timestamp())
        for wrong in ({**ours, "pending_update_count": 3, "last_error_date": just_now}, None):
            api.webhook = wrong or ours
            api.fault = lambda call, wrong=wrong: None if wrong or call.method != "getWebhookInfo" else Fault(502)
            looked(api)
            quiet_since(world, LONG_AGO)
            assert not ready(world)
            api.fault, api.webhook = lambda call: None, ours
            eventually(lambda: ready(world))
        api.webhook = {**ours, "pending_update_count": 3, "last_error_date": int(LONG_AGO.timestamp())}
        quiet_since(world, LONG_AGO)
        eventually(lambda: ready(world))  # what failed an hour ago and waits now is on its way


def test_polling_gives_a_sign_each_time_and_its_silence_is_seen(tmp_path: Path, api: BotApi) -> None:
    settings = telegram_settings(tmp_path, api, telegram_mode="polling", telegram_secret="")
    begun = datetime.now(UTC)
    with running(settings, api) as world:
        eventually(lambda: ready(world))
        quiet_since(world, LONG_AGO)
        assert TELEGRAM_SILENT in [alarm.code for alarm in alarms(world.store, datetime.now(UTC))]
        eventually(lambda: last_sign(world) >= begun)
        assert ready(world)


def test_without_a_bot_nothing_is_missed(tmp_path: Path, api: BotApi) -> None:
    with running(telegram_settings(tmp_path, api, telegram_token="", telegram_secret=""), api) as world:
        assert "telegram" not in world.client.get("/gereed").json()
        assert [beat.name for beat in beats.read(world.store.database) if beat.name == beats.TAKES_IN] == []
