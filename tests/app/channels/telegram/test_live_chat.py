"""A live chat in Telegram, against a strict Bot API: in order, once, and clear who speaks."""

from __future__ import annotations

import contextlib
import html
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.jobs.chat_watch import look_after_chats
from bot.store.chat.models import LiveChat
from bot.store.chat.staff import NotYours
from tests.support.rows import changed
from tests.support.staff.members import make_member
from tests.support.staff.offices import Always
from tests.support.talking.house import CONTENT, CoreEngine
from tests.support.telegram.bot_api import BotApi, Fault
from tests.support.telegram.official import Official, World
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually
from woningscan.chat import live


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The app with the core as its engine, and a desk that is open at any hour."""
    api = BotApi()
    with running(telegram_settings(tmp_path_factory.mktemp("telegram"), api), api) as opened:
        opened.app.state.services.turns._engine = CoreEngine()
        opened.app.state.services.turns._reception._hours = Always()
        yield opened
        opened.settle()
    assert [(call.method, call.refused) for call in api.refused()] == []
    api.close()


@pytest.fixture
def official(world: World) -> Official:
    return Official(world)


@pytest.fixture(scope="module")
def staff_id(world: World) -> str:
    return make_member(world.store).id


@pytest.fixture
def member(world: World, staff_id: str) -> str:
    world.store.desk.set_available(staff_id, True, datetime.now(UTC))
    return staff_id


@pytest.fixture
def chat(official: Official, member: str) -> Iterator[str]:
    """A chat that the member has taken."""
    official.say("/start")
    official.press("Zelfscan beginnen")
    official.press("Wethouder")
    official.say("/medewerker")
    official.press(CONTENT.labels["start_chat"])
    assert CONTENT.messages["handoff.overheard"] in official.heard()[-1]
    assert official.press(CONTENT.labels["chat_private"]) == ["handoff.waiting"]
    store = official.world.store
    listed = next(one for one in store.staff_chats.open_chats() if one.state == "waiting")
    store.staff_chats.take(listed.id, member, [told("handoff.taken")], datetime.now(UTC))
    hears(official, CONTENT.messages["handoff.taken"])
    yield listed.id
    with contextlib.suppress(NotYours):
        official.world.client.portal.call(official.world.app.state.services.turns.give_back, listed.id, member)


def told(key: str) -> dict[str, Any]:
    return live.said(CONTENT, key, tools=(live.STOP,)).to_dict()


def hears(official: Official, text: str) -> None:
    eventually(lambda: any(text in one for one in official.heard()))


def says(official: Official, chat: str, member: str, text: str, number: str) -> None:
    said = [live.staff_said(text).to_dict()]
    official.world.store.staff_chats.say(chat, member, number, text, said, datetime.now(UTC))


def test_both_ways_in_order_and_once(official: Official, chat: str, member: str):
    assert official.say("Is er een <wachttijd>?") == []
    for number in range(5):
        for _ in range(2):
            says(official, chat, member, f"antwoord {number} & <b>", f"nummer-{number}")
    hears(official, "antwoord 4")
    official.world.settle()
    label = CONTENT.messages["handoff.staff"]
    heard = [one for one in official.heard() if one.startswith(label)]
    assert [html.unescape(one) for one in heard] == [f"{label}:\n\nantwoord {number} & <b>" for number in range(5)]
    view = official.world.store.staff_chats.news(chat, member, 0)
    assert [one.text for one in view.messages if one.sender == "official"] == ["Is er een <wachttijd>?"]


def test_danger_comes_first_there_too(official: Official, chat: str, member: str):
    assert official.say("er staat nu een man met een mes voor mijn deur")[0] == "threat.route.acuut"
    assert official.world.store.staff_chats.news(chat, member, 0).danger == "acuut"


def test_a_forwarded_threat_and_a_change_reach_staff_as_such(official: Official, chat: str, member: str):
    sent = official._message("Ik maak je af, ik weet waar je woont")
    origin = {"type": "hidden_user", "sender_user_name": "Iemand", "date": sent["date"]}
    assert official._through({"message": {**sent, "forward_origin": origin}})[0].startswith("threat.")
    official.say("bel 06 1234")
    changed = {**official._message("bel 06 99999999"), "message_id": official.sent, "edit_date": sent["date"]}
    assert official._through({"edited_message": changed}) == []
    view = official.world.store.staff_chats.news(chat, member, 0)
    shown = [one.text for one in view.messages if one.sender == "official"]
    marks = (CONTENT.messages["handoff.forwarded"], CONTENT.messages["handoff.edited"])
    assert shown == [marks[0].format(text=sent["text"]), "bel 06 1234", marks[1].format(text="bel 06 99999999")]
    assert view.danger.startswith("concreet")


def test_given_back_the_question_can_be_answered_by_its_button(official: Official, chat: str, member: str):
    official.say("dank u")
    turns = official.world.app.state.services.turns
    official.world.client.portal.call(turns.give_back, chat, member)  # type: ignore[union-attr]
    hears(official, CONTENT.messages["handoff.back.staff"])
    hears(official, CONTENT.questions["gevaar_nu"].ask)
    official.world.settle()
    assert "scan.ask.voorval" in official.press("Nee")


def test_the_button_back_works_after_more_was_said(official: Official, chat: str, member: str):
    official.say("een vraag")
    says(official, chat, member, "een antwoord", "nummer-1")
    hears(official, "een antwoord")
    official.world.settle()
    assert official.press(CONTENT.labels["chat_stop"]) == ["handoff.back", "scan.ask.gevaar_nu"]
    assert chat not in [one.id for one in official.world.store.staff_chats.open_chats()]


def test_nobody_there_in_time_with_a_button_to_go_on(official: Official, chat: str, member: str):
    store, now = official.world.store, datetime.now(UTC)
    store.staff_chats.transfer(chat, member, [told("handoff.transferred")], now)
    changed(store, LiveChat, LiveChat.id == chat, waiting_since=now - timedelta(seconds=121))
    look_after_chats(store, CONTENT, now)  # the app's own job may have been first
    hears(official, CONTENT.contacts["ccv_telefoon"].value)
    official.world.settle()
    assert official.press(CONTENT.labels["resume"]) == ["scan.ask.gevaar_nu"]


def test_a_chat_is_over_for_who_blocks_the_bot(official: Official, chat: str, member: str):
    official.world.api.fault = lambda call: Fault(403) if call.method == "sendMessage" else None
    says(official, chat, member, "bent u er nog?", "nummer-1")
    eventually(lambda: chat not in [one.id for one in official.world.store.staff_chats.open_chats()])
    official.world.api.fault = lambda call: None
    assert official.say("/verder") == ["scan.ask.gevaar_nu"], "the answers stay, and the bot speaks again"


def test_erased_by_command(official: Official, chat: str, member: str):
    official.say("/verwijder")
    official.press("Ja")
    assert chat not in [one.id for one in official.world.store.staff_chats.open_chats()]
