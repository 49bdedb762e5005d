"""The threat check runs during a live chat: the official gets the numbers at once, staff sees the route to give."""

from __future__ import annotations

import pytest

from bot.console.chat.view import danger_shown
from tests.support.talking.house import CONTENT, House, Talk

ACUTE = "er staat nu een man met een mes voor mijn deur"
CONCRETE = "ik ben gisteren met de dood bedreigd"
ALARM = CONTENT.contacts["alarmnummer"].value


@pytest.fixture
def chatting(house: House, member: str, talk: Talk) -> Talk:
    talk.in_the_scan()
    talk.ask_for_a_person()
    house.take(talk.chat_id, member)
    talk.look()
    return talk


def seen(house: House, talk: Talk, member: str):
    return house.store.staff_chats.news(talk.chat_id, member, 0)


def test_acute_danger_gets_the_alarm_number_first_and_reaches_staff(house: House, member: str, chatting: Talk):
    asked = house.engine.asked
    replies = chatting.send(text=ACUTE)
    assert replies[0].id == "threat.route.acuut"
    assert ALARM in replies[0].text
    assert house.engine.asked == asked
    view = seen(house, chatting, member)
    assert view.danger == "acuut"
    assert view.messages[-1].text == ACUTE, "the words themselves reach the person too"
    assert house.owner(chatting.id) == "person"
    shown = danger_shown(CONTENT, view.danger)
    assert shown is not None
    assert shown["eerst"] == CONTENT.routes["acuut"].lead
    assert shown["stappen"] == list(CONTENT.routes["acuut"].steps)


def test_a_concrete_threat_gets_the_route_and_stops_the_scan(house: House, member: str, chatting: Talk):
    replies = chatting.send(text=CONCRETE)
    assert replies[0].id == "threat.route.concreet"
    assert {choice.id.partition(":")[0] for reply in replies for choice in (*reply.choices, *reply.tools)} == {
        "dreiging"
    }
    assert seen(house, chatting, member).danger == "concreet"
    assert "threat.stays" in chatting.press("chat_stop")


def test_the_button_asks_the_check_question_and_its_answer_reaches_staff(house: House, member: str, chatting: Talk):
    assert chatting.press("report_threat") == ["threat.check"]
    assert seen(house, chatting, member).danger == "controle"
    assert chatting.say("Er is dreiging.") == ["threat.check"], "typed word for word it is the button"
    assert chatting.press("dreiging:nu")[0] == "threat.route.acuut"
    view = seen(house, chatting, member)
    assert view.danger == "acuut"
    assert view.messages[-1].text == CONTENT.labels["dreiging:nu"]


def test_no_danger_after_all_lets_the_chat_go_on(house: House, member: str, chatting: Talk):
    chatting.press("report_threat")
    assert chatting.press("dreiging:nee") == ["threat.check.none"]
    assert chatting.say("ja dat klopt") == [], "not an answer to the check question"
    assert house.owner(chatting.id) == "person"
    assert chatting.stored.state["slots"]["memory"].get("route") is None


def test_what_was_heaviest_stays_on_the_screen(house: House, member: str, chatting: Talk):
    chatting.say(ACUTE)
    chatting.say(CONCRETE)
    chatting.press("report_threat")
    assert seen(house, chatting, member).danger == "acuut"


def test_danger_while_nobody_has_the_chat(house: House, member: str, talk: Talk):
    talk.ask_for_a_person()
    assert talk.send(text=ACUTE)[0].id == "threat.route.acuut"
    house.take(talk.chat_id, member)
    assert seen(house, talk, member).danger == "acuut"


def test_danger_in_a_text_that_is_too_long(house: House, member: str, chatting: Talk):
    ids = chatting.say("bla bla " * 130 + ACUTE)
    assert ids[0] == "threat.route.acuut"
    assert ids[-1] == "gate.too_long"


def test_a_full_chat_still_gives_the_numbers(house: House, member: str, chatting: Talk, monkeypatch):
    monkeypatch.setattr("bot.store.chat.chats.MAX_MESSAGES", 2)
    chatting.say("een")
    assert chatting.say("twee") == ["handoff.too_many"]
    assert chatting.say(ACUTE)[0] == "threat.route.acuut"
    assert seen(house, chatting, member).danger == "acuut"


def test_in_acute_danger_no_chat_is_offered(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.say(ACUTE)
    numbers, offer = talk.send(choice="talk_to_human")
    assert numbers.id == "threat.route.acuut", "before any other number"
    assert "start_chat" not in [choice.id for choice in (*offer.choices, *offer.tools)]
    assert talk.press("start_chat")[0] in ("threat.route.acuut", "gate.unknown_choice")
    assert house.chats(talk.id) == []


def test_under_a_concrete_threat_a_chat_comes_with_a_warning(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.say(CONCRETE)
    (offer,) = talk.send(choice="talk_to_human")
    offered = [choice.id for choice in offer.choices]
    assert {"start_chat", "start_callback"} <= set(offered)
    assert offer.text.index(ALARM) < offer.text.index(CONTENT.messages["handoff.chat.threat"])
    (consent,) = talk.send(choice="start_chat")
    assert CONTENT.messages["handoff.no_details"] in consent.text


def test_erasing_is_asked_first_and_only_a_button_does_it(house: House, member: str, chatting: Talk):
    assert chatting.press("erase_data") == ["nav.confirm.erase"]
    assert chatting.press("deny") == ["handoff.goes_on"]
    chatting.press("erase_data")
    assert chatting.say("ja") == [], "typed, it is for the member of staff"
    assert chatting.press("affirm") == ["handoff.button"]
    chat = chatting.chat_id
    chatting.press("erase_data")
    assert chatting.press("affirm") == ["privacy.erased"]
    assert house.store.conversations.load(chatting.token) is None
    assert house.store.staff_chats.open_chats() == []
    from bot.store.chat.staff import NotYours

    for act in (lambda: house.staff_says(chat, member, "hallo?"), lambda: house.store.staff_chats.mark(chat, member)):
        with pytest.raises(NotYours) as raised:
            act()
        assert raised.value.why == "erased"
    assert house.messages(chatting.id) == []
