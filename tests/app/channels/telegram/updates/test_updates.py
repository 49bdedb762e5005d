"""Updates as they come: twice, in another order, of groups, edited, without text, with old and foreign buttons."""

from __future__ import annotations

import time
from datetime import timedelta

from bot.store.telegram.updates import GAP_WAIT
from tests.support.telegram.bot_api import message_json
from tests.support.telegram.official import Official, World
from tests.support.waiting import eventually


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


def test_groups_and_channels_are_left_and_nothing_is_kept(scripted: World) -> None:
    group = {**message_json(-100, 1, "hallo"), "chat": {"id": -100, "type": "supergroup", "title": "Raad"}}
    channel = {**message_json(-200, 1, "hallo"), "chat": {"id": -200, "type": "channel", "title": "Raad"}}
    user = message_json(5, 1, None)["from"]
    members = {"user": {"id": 123456789, "is_bot": True, "first_name": "W"}}
    added = {
        **{"chat": {"id": -300, "type": "group", "title": "Raad"}, "from": user, "date": int(time.time())},
        "old_chat_member": {**members, "status": "left"},
        "new_chat_member": {**members, "status": "member"},
    }
    for kind in ({"message": group}, {"message": group}, {"channel_post": channel}, {"my_chat_member": added}):
        assert scripted.deliver({"update_id": scripted.number(), **kind}) == 200
    eventually(lambda: len(scripted.api.done("leaveChat")) == 3)
    assert {call.chat for call in scripted.api.done("leaveChat")} == {-100, -200, -300}
    assert scripted.api.done("sendMessage") == [] and scripted.idle()


def test_what_is_no_text_gets_a_friendly_note(scripted: World) -> None:
    official = Official(scripted)
    official.say("/start")
    voice = {"file_id": "a", "file_unique_id": "a", "duration": 3}
    official._through({"message": {**official._message(None), "voice": voice}})
    assert "alleen tekst" in official.heard()[-1] and "112" in official.heard()[-1]
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    caption = "er staat iemand met een mes voor mijn deur"
    before = len(official.heard())
    official._through({"message": {**official._message(None), "photo": photo, "caption": caption}})
    assert "112" in official.heard()[before]
    assert official.told() == []


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
    assert Official(scripted).say("/start dreiging") == ["threat.check"]
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
