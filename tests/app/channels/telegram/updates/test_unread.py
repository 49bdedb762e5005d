"""One update that cannot be read is in nobody's way: it is answered from what there is of it, counted, and alarmed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from bot.jobs.alarms import alarms
from tests.support.telegram.bot_api import BotApi, message_json
from tests.support.telegram.official import Official, World
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually

KNIFE = "er staat nu iemand met een mes voor mijn deur"
POLL = {"id": "1", "question": "Wat eten we?", "options": [{"text": "brood", "voter_count": 0}]}
WORDS = pytest.mark.parametrize(
    "more",
    [
        {"text": KNIFE, "reply_to_message": {"message_id": 1, "date": 1, "poll": POLL}},
        {"poll": {**POLL, "question": KNIFE}},
        {"caption": KNIFE, "photo": 7},
        {"text": 5, "quote": {"text": "ik steek je huis in brand vannacht"}},
        {"text": "ik steek je huis in brand vannacht", "forward_origin": {"type": "nieuw"}, "poll": POLL},
        {"checklist": KNIFE},
    ],
)


def alarmed(world: World, now: datetime | None = None) -> int:
    found = [one for one in alarms(world.store, now or datetime.now(UTC)) if one.code == "telegram_onleesbaar"]
    return found[0].count if found else 0


@WORDS
@pytest.mark.parametrize("kind", ["message", "edited_message"])
def test_danger_in_an_unreadable_message_is_answered(scripted: World, more: dict[str, Any], kind: str) -> None:
    official, before = Official(scripted), alarmed(scripted)
    ids = official._through({kind: {**official._message(None), **more}})
    assert ids[0].startswith("threat.") and "112" in official.heard()[0]
    assert alarmed(scripted) == before + 1


@pytest.mark.parametrize("more", [{"poll": POLL}, {"text": 5}, {"text": "nee", "poll": POLL}, {"poll": "?"}])
def test_a_harmless_one_gets_the_answer_of_a_photo_and_is_counted_once(scripted: World, more: dict[str, Any]) -> None:
    official = Official(scripted)
    official.say("begin")
    before, said = alarmed(scripted), len(official.heard())
    update = {"update_id": scripted.number(), "message": {**official._message(None), **more}}
    assert [scripted.deliver(update) for _ in range(3)] == [200] * 3
    scripted.settle()
    (answer,) = official.heard()[said:]
    assert answer.startswith(scripted.app.state.services.content.messages["telegram.text_only"])
    assert official.told() == ["begin"] and alarmed(scripted) == before + 1


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"message_id": 1, "date": 1}},
        {"message": {"message_id": 1, "date": 1, "chat": {}}},
        {"message": {"message_id": 1, "date": 1, "chat": {"id": "5", "type": "private"}, "text": KNIFE}},
        {"message": [KNIFE]},
        {"message": KNIFE},
        {"callback_query": {"id": 1, "data": 5}},
        {"my_chat_member": {"chat": 3}},
    ],
)
def test_what_has_no_chat_to_answer_is_counted_and_is_no_error(scripted: World, update: dict[str, Any]) -> None:
    before = alarmed(scripted)
    assert scripted.deliver({"update_id": scripted.number(), **update}) == 200
    assert scripted.idle() and alarmed(scripted) == before + 1


def test_a_button_under_an_unreadable_message_still_counts(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    query = official.pressing("Er is dreiging")["callback_query"]
    assert (
        official._through({"callback_query": {**query, "message": {**query["message"], "poll": POLL}}})[0]
        == "threat.check"
    )


def test_the_alarm_is_over_after_a_quiet_day(scripted: World) -> None:
    later = datetime.now(UTC) + timedelta(hours=25)
    scripted.deliver({"update_id": scripted.number(), "message": {"message_id": 1, "date": 1}})
    assert alarmed(scripted) >= 1 and alarmed(scripted, later) == 0
    with time_machine.travel(later, tick=False):
        scripted.deliver({"update_id": scripted.number(), "message": {"message_id": 1, "date": 1}})
        assert alarmed(scripted, later + timedelta(minutes=1)) == 1


def test_an_error_of_our_own_in_one_update_is_no_500(scripted: World, monkeypatch: pytest.MonkeyPatch) -> None:
    official, before = Official(scripted), alarmed(scripted)

    def broken(*_: Any) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr("bot.channels.telegram.receiver.seen_in", broken)
    assert official._through({"message": official._message(KNIFE)})[0] == "threat.route.acuut"
    assert alarmed(scripted) == before + 1


def test_polling_goes_on_behind_one_and_tells_the_alarm(tmp_path: Path, api: BotApi) -> None:
    settings = telegram_settings(tmp_path, api, telegram_mode="polling", telegram_secret="")
    with running(settings, api) as world:
        official, other = Official(world), Official(world)
        broken = {**message_json(official.chat, 1, None), "poll": POLL}
        api.updates += [
            {"update_id": 5001, "message": {"message_id": 1, "date": 1}},
            {"update_id": 5002, "message": broken},
            {"update_id": 5003, "message": other._message(KNIFE)},
        ]
        eventually(lambda: any("112" in said for said in other.heard()))
        world.settle()
        assert any("alleen tekst" in said for said in official.heard())
        assert alarmed(world) == 2
        assert "telegram_onleesbaar" in world.client.get("/gereed").json()["alarmen"]
        api.updates.append({"update_id": 5004, "message": other._message("/nood")})
        said = len(other.heard())
        eventually(lambda: len(other.heard()) > said)
