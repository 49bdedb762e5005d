"""Updates as they come: twice, in another order, of groups, edited, without text, with old and foreign buttons."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest

from bot.store.telegram.updates import GAP_WAIT
from tests.support.telegram.bot_api import Fault, message_json
from tests.support.telegram.official import Official, World
from tests.support.waiting import eventually
from woningscan.conversation.reply import Reply, text


def test_the_same_update_twice_is_one_message(scripted: World) -> None:
    official, before = Official(scripted), scripted.store.requests.counts()["new"]
    update = {"update_id": scripted.number(), "message": official._message("aanvraag")}
    assert [scripted.deliver(update) for _ in range(5)] == [200] * 5
    scripted.settle()
    assert scripted.deliver(update) == 200
    scripted.settle()
    assert official.told() == ["aanvraag"]
    assert scripted.store.requests.counts()["new"] == before + 1
    assert sum("ontvangen" in said for said in official.heard()) == 1


def test_messages_that_come_in_another_order_are_handled_in_theirs(scripted: World) -> None:
    official = Official(scripted)
    official.say("/start")
    numbers = [scripted.number() for _ in range(6)]
    updates = [{"update_id": one, "message": official._message(f"tekst {one}")} for one in numbers]
    for at in (3, 1, 0, 5, 2, 4):
        scripted.deliver(updates[at])
    scripted.settle()
    assert official.told() == [f"tekst {one}" for one in numbers]


def test_a_gap_in_the_numbers_is_not_waited_for_long(scripted: World) -> None:
    official = Official(scripted)
    official.say("/start")
    scripted.next_update += 5
    official.say("daar ben ik")
    assert official.told() == ["daar ben ik"] and timedelta(seconds=4) >= GAP_WAIT


def test_groups_and_channels_are_told_where_to_talk_and_left_and_nothing_is_kept(scripted: World) -> None:
    group = {**message_json(-100, 1, "hallo"), "chat": {"id": -100, "type": "supergroup", "title": "Raad"}}
    channel = {**message_json(-200, 1, "hallo"), "chat": {"id": -200, "type": "channel", "title": "Raad"}}
    for kind in ({"message": group}, {"message": group}, {"channel_post": channel}, {"my_chat_member": added(-300)}):
        assert scripted.deliver({"update_id": scripted.number(), **kind}) == 200
    left = scripted.api.done
    eventually(lambda: len(left("leaveChat")) == 3)
    assert {call.chat for call in left("leaveChat")} == {-100, -200, -300}
    told = [text for chat in (-100, -200, -300) for text in scripted.api.texts(chat)]
    assert len(told) == 3 and all("https://t.me/woningscan_bot " in text and "112" in text for text in told)
    assert scripted.idle()


def test_a_group_is_left_each_time_also_where_nothing_may_be_said(scripted: World) -> None:
    scripted.api.fault = lambda call: Fault(403) if call.method == "sendMessage" else None
    for times in (1, 2, 3):
        assert scripted.deliver({"update_id": scripted.number(), "my_chat_member": added(-400)}) == 200
        eventually(lambda times=times: len(scripted.api.done("leaveChat", -400)) == times)


def test_a_group_that_could_not_be_left_is_left_at_its_next_word(scripted: World) -> None:
    scripted.api.fault = lambda call: Fault(502) if call.method == "leaveChat" else None
    scripted.deliver({"update_id": scripted.number(), "my_chat_member": added(-500)})
    eventually(lambda: any(call.method == "leaveChat" for call in scripted.api.calls))
    scripted.api.fault = lambda call: None
    word = {**message_json(-500, 1, "hallo"), "chat": {"id": -500, "type": "group", "title": "Raad"}}

    def left() -> bool:
        scripted.deliver({"update_id": scripted.number(), "message": word})
        return bool(scripted.api.done("leaveChat", -500))

    eventually(left)


def test_another_bot_is_not_spoken_to(scripted: World) -> None:
    bot = Official(scripted)
    said = bot._message("er staat iemand met een mes voor mijn deur")
    for update in ({"message": said}, {"message": {**said, "poll": "?"}}):
        bot.send({kind: {**one, "from": {**one["from"], "is_bot": True}} for kind, one in update.items()})
    scripted.settle()
    assert bot.heard() == [] and bot.told() == []


def added(chat: int) -> dict[str, Any]:
    """Somebody puts the bot in a group."""
    members = {"user": {"id": 123456789, "is_bot": True, "first_name": "W"}}
    return {
        **{"chat": {"id": chat, "type": "group", "title": "Raad"}, "from": message_json(5, 1, None)["from"]},
        **{"date": int(time.time()), "old_chat_member": {**members, "status": "left"}},
        "new_chat_member": {**members, "status": "member"},
    }


def test_what_is_no_text_gets_a_friendly_note(scripted: World) -> None:
    official = Official(scripted)
    official.say("/start")
    voice = {"file_id": "a", "file_unique_id": "a", "duration": 3}
    official._through({"message": {**official._message(None), "voice": voice}})
    assert "alleen tekst" in official.heard()[-1] and "112" in official.heard()[-1]
    assert "Zelfscan beginnen" in official.labels(), "what was asked comes back"
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    caption = "er staat iemand met een mes voor mijn deur"
    before = len(official.heard())
    official._through({"message": {**official._message(None), "photo": photo, "caption": caption}})
    assert "112" in official.heard()[before]
    assert official.told() == []


def test_an_album_gets_one_answer_with_the_open_question(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    for album in ("1", "2"):
        before = len(official.heard())
        for _ in range(4):
            official.send({"message": {**official._message(None), "photo": photo, "media_group_id": album}})
        scripted.settle()
        (said,) = official.heard()[before:]
        assert "alleen tekst" in said and "Vraag 1 & <meer>?" in said and "Ja" in official.labels()
    assert official.press("Ja") == ["scan.ask.vraag2"]
    caption = {"photo": photo, "media_group_id": "2", "caption": "er staat iemand met een mes voor mijn deur"}
    assert official._through({"message": {**official._message(None), **caption}})[0] == "threat.route.acuut"


def test_a_greeting_that_begins_gets_the_opening_alone(scripted: World, monkeypatch: pytest.MonkeyPatch) -> None:
    official = Official(scripted)

    async def greets(*_: Any, **__: Any) -> list[Reply]:
        return [Reply("talk.greet", (text("Goedendag."),))]

    with monkeypatch.context() as patch:
        patch.setattr(scripted.app.state.services.turns, "answer", greets)
        official.say("hallo")
        (said,) = official.heard()
        assert "chatbot" in said and not said.endswith("Goedendag.")
        official.say("hallo")
    assert official.heard()[1:] == ["Goedendag."]


def test_a_pressed_question_shows_the_choice_and_loses_its_buttons(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    number, _ = scripted.api.last_keyboard(official.chat)
    official.press("Ja")
    shown = scripted.api.chats[official.chat][number]
    assert shown.keyboard == [] and shown.text.endswith("Uw keuze: Ja") and "Vraag 1 & <meer>?" in shown.text
    assert scripted.api.shows_buttons(official.chat) == [scripted.api.last_keyboard(official.chat)[0]]
    assert len(scripted.api.done("answerCallbackQuery")) == 1


def test_a_double_click_counts_once(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    update = official.pressing("Ja")
    again = {"callback_query": {**update["callback_query"], "id": "again"}}
    third = {"callback_query": {**update["callback_query"], "id": "third"}}
    for one in (update, again):
        assert official.send(one) == 200
    scripted.settle()
    said = len(official.heard())
    official._through(third)
    assert official.told() == ["begin", "antwoord:vraag1=ja"] and len(official.heard()) == said
    eventually(lambda: len(scripted.api.done("answerCallbackQuery")) == 3)
    notes = [call.values.get("text", "") for call in scripted.api.done("answerCallbackQuery")]
    assert notes[-1] == scripted.app.state.services.content.messages["telegram.twice"]


def test_an_old_button_gets_a_note_and_the_question_of_now(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    number, buttons = scripted.api.last_keyboard(official.chat)
    old = {button["text"]: button["callback_data"] for button in buttons}
    official.say("verder")
    assert official._through(official.pressed(number, old["Ja"])) == ["gate.old_choice", "scan.ask.vraag2"]
    assert official._through(official.pressed(number, old["Sla over"])) == ["gate.old_choice", "scan.ask.vraag2"]
    assert official.told() == ["begin", "verder"], "an old skip must not skip the question of now"
    assert official._through(official.pressed(number, "q:unknown-version")) == ["gate.old_choice", "scan.ask.vraag2"]
    assert official._through(official.pressed(number, old["Er is dreiging"])) == ["threat.check"]


def test_a_button_of_an_erased_conversation_begins_a_new_one(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    number, buttons = scripted.api.last_keyboard(official.chat)
    official.say("wissen")
    assert official.told() == []
    old = {button["text"]: button["callback_data"] for button in buttons}
    before = len(official.heard())
    official._through(official.pressed(number, old["Ja"]))
    assert "chatbot" in official.heard()[before] and official.told() == []
    eventually(lambda: bool(scripted.api.done("answerCallbackQuery")))
    assert "niet meer is" in scripted.api.done("answerCallbackQuery")[-1].values["text"]
    stranger = Official(scripted)
    scripted.api.chats[stranger.chat] = {number: scripted.api.chats[official.chat][number]}
    assert stranger._through(stranger.pressed(number, old["Er is dreiging"])) == ["threat.check"]


def test_a_deep_link_takes_known_codes_only(scripted: World) -> None:
    threatened = Official(scripted)
    assert threatened.say("/start dreiging") == ["threat.check"]
    first = scripted.api.done("sendMessage", threatened.chat)[0].values
    assert "112" in first["text"] and "Ik wil u goed helpen" in threatened.heard()[0], "before any other word"
    assert first["disable_notification"] == "false"
    for code in ("onbekend", "../etc", "zelfscan extra", "x" * 64):
        official = Official(scripted)
        assert official.say(f"/start {code}") == [] and official.told() == []
    official = Official(scripted)
    official.say("/start zelfscan")
    assert official.told() == ["start_scan"]


def test_start_again_goes_on_and_repeats_the_opening_only_at_the_beginning(scripted: World) -> None:
    official = Official(scripted)
    official.say("/start")
    said = official.heard()
    official.say("/start")
    assert official.heard() == said * 2
    official.say("begin")
    official.say("/start")
    assert official.told() == ["begin", "resume"]


def test_commands_are_presses_and_unknown_ones_are_text(scripted: World) -> None:
    official = Official(scripted)
    for typed in (
        "/help",
        "/HELP@woningscan_bot",
        "/stop",
        "/verder",
        "/privacy",
        "/medewerker",
        "/terug",
        "/geen",
    ):
        official.say(typed)
    heard = ["help", "help", "stop", "resume", "ask_privacy", "talk_to_human", "Vorige vraag", "geen"]
    assert official.told() == heard
    assert official.say("/stop er staat iemand met een mes voor mijn deur")[0] == "threat.route.acuut"


def test_the_emergency_command_gives_the_numbers(scripted: World) -> None:
    official = Official(scripted)
    assert official.say("/nood") == []
    contacts = scripted.app.state.services.content.contacts
    for name in ("alarmnummer", "politie", "ondersteuningsteam", "ccv_telefoon"):
        assert contacts[name].value in official.heard()[0]
    assert "+31" in official.heard()[0], "in the form that Telegram makes tappable"
    assert official.told() == [] and len(official.heard()) == 1
