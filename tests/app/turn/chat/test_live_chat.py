"""A chat with staff from beginning to end: offered, agreed to, taken, talked in, given back."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.store.chat.staff import NotYours
from bot.store.chat.states import ChatState
from tests.support.talking.house import CONTENT, House, Talk
from tests.support.talking.safe_triage import safely
from woningscan.chat.live import STAFF_SAID


def give_back(house: House, talk: Talk, member: str, resume: bool = True) -> None:
    asyncio.run(house.service.give_back(talk.chat_id, member, resume=resume))


def test_with_staff_on_line_a_chat_is_offered(house: House, member: str, talk: Talk):
    (offer,) = talk.send(choice="talk_to_human")
    assert offer.choices[0].id == "start_chat"
    assert "start_callback" in [choice.id for choice in offer.choices]
    assert CONTENT.contacts["ccv_telefoon"].value in offer.text


def test_after_two_misses_a_chat_is_offered(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.say("blub blub")
    replies = talk.send(text="qsdfqsdf")
    person = next(reply for reply in replies if reply.id == "fallback.person")
    assert "start_chat" in [tool.id for tool in person.tools]


def test_nothing_is_shared_without_a_yes(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    assert talk.ask_for_a_person(share=False) == ["handoff.waiting"]
    (listed,) = house.store.staff_chats.open_chats()
    assert (listed.state, listed.staff_id) == (ChatState.WAITING, None)
    with pytest.raises(NotYours):
        house.store.staff_chats.read(listed.id, member, house.clock)
    house.take(listed.id, member)
    assert house.store.staff_chats.read(listed.id, member, house.clock).shared is None


def test_what_is_shared_is_what_was_said_up_to_the_yes(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.press("antwoord:gevaar_nu=nee")
    talk.ask_for_a_person(share=True)
    house.take(talk.chat_id, member)
    talk.say("dit zeg ik later")
    shared = house.store.staff_chats.read(talk.chat_id, member, house.clock).shared
    assert shared and CONTENT.questions["voorval"].ask in "\n".join(shared)
    assert "dit zeg ik later" not in "\n".join(shared)


@pytest.mark.parametrize(("typed", "shared"), [("Ja", True), ("ja.", True), ("nee", False)])
def test_a_typed_yes_or_no_is_the_answer_to_what_may_be_shown(house, member, talk, typed, shared):
    talk.in_the_scan()
    talk.press("talk_to_human")
    talk.press("start_chat")
    assert talk.say(typed) == ["handoff.waiting"]
    house.take(talk.chat_id, member)
    assert (house.store.staff_chats.read(talk.chat_id, member, house.clock).shared is not None) == shared


def test_a_yes_later_on_shares_nothing(house: House, member: str, talk: Talk):
    talk.press("talk_to_human")
    talk.press("start_chat")
    talk.say("hoe lang duurt dit")
    talk.say("ja")
    assert house.chats(talk.id) == []


def test_messages_go_to_the_person_and_the_engine_is_not_asked(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.ask_for_a_person()
    asked = house.engine.asked
    assert talk.say("is er een wachttijd?") == []
    house.take(talk.chat_id, member)
    assert talk.say("nee", message_id="m-tweede") == []
    assert talk.say("nee", message_id="m-tweede") == []
    assert house.engine.asked == asked
    said = [one.text for one in house.store.staff_chats.read(talk.chat_id, member, house.clock).messages if one.text]
    assert said == ["is er een wachttijd?", "nee"]
    house.staff_says(talk.chat_id, member, "Ja, 3 weken.", "c-1234567")
    house.staff_says(talk.chat_id, member, "Ja, 3 weken.", "c-1234567")
    assert [reply.id for reply in talk.look()] == ["handoff.taken", STAFF_SAID]
    assert talk.look() == []


@pytest.mark.parametrize("away", [False, True])
def test_given_back_the_bot_goes_on_at_the_same_question(house: House, member: str, talk: Talk, away: bool):
    question = talk.in_the_scan()
    talk.ask_for_a_person()
    house.take(talk.chat_id, member)
    talk.look()
    house.engine.away = away
    give_back(house, talk, member)
    house.engine.away = False
    told = [reply.id for reply in talk.look()]
    assert told == (["handoff.back.staff"] if away else ["handoff.back.staff", question])
    assert house.owner(talk.id) == "bot"
    assert [reply["id"] for reply in talk.stored.last_replies] == told
    if away:
        assert talk.press("resume") == [question]
    assert talk.press("antwoord:gevaar_nu=nee") == ["scan.ask.voorval"]


def test_the_official_goes_back_to_the_scan(house: House, member: str, talk: Talk):
    question = talk.in_the_scan()
    talk.ask_for_a_person()
    assert talk.press("chat_stop") == ["handoff.back", question]
    assert house.owner(talk.id) == "bot"
    assert house.store.staff_chats.open_chats() == []
    assert talk.press("chat_stop") == [question], "an old screen: the chat is over already"


def test_a_half_filled_request_is_there_after_the_chat(house: House, member: str, talk: Talk):
    safely(talk.press("book_scan"), talk.press)
    talk.say("J. de Vries")
    talk.ask_for_a_person()
    assert talk.press("chat_stop") == ["handoff.back", "booking.ask.functie"]


def test_only_closed_the_bot_waits(house: House, member: str, talk: Talk):
    question = talk.in_the_scan()
    talk.ask_for_a_person()
    house.take(talk.chat_id, member)
    give_back(house, talk, member, resume=False)
    assert talk.look()[-1].id == "handoff.back.staff"
    assert talk.press("resume") == [question]


def test_to_a_colleague_and_no_longer_readable(house: House, member: str, colleague: str, talk: Talk):
    talk.ask_for_a_person(share=True)
    chat = talk.chat_id
    house.take(chat, member)
    house.transfer(chat, member)
    for act in (
        lambda: house.store.staff_chats.read(chat, member, house.clock),
        lambda: house.staff_says(chat, member, "nog iets"),
    ):
        with pytest.raises(NotYours):
            act()
    house.take(chat, colleague)
    assert house.chats(talk.id)[0].state == ChatState.ACTIVE
    assert [reply.id for reply in talk.look()] == ["handoff.taken", "handoff.transferred", "handoff.taken"]


def test_buttons_of_the_bot_are_kept_from_the_engine(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.ask_for_a_person()
    asked = house.engine.asked
    for choice in ("antwoord:gevaar_nu=nee", "book_scan", "resume", "skip", "affirm", "zomaar"):
        assert talk.press(choice) == ["handoff.button"]
    assert house.engine.asked == asked


def test_the_second_chat_goes_on_counting(house: House, member: str, talk: Talk):
    for _ in range(2):
        talk.ask_for_a_person()
        house.take(talk.chat_id, member)
        talk.look()
        talk.press("chat_stop")
    assert [reply.id for reply in talk.heard].count("handoff.taken") == 2


def test_what_was_said_goes_a_day_after_the_chat(house: House, member: str, talk: Talk):
    talk.ask_for_a_person(share=True)
    talk.say("een vraag")
    talk.press("chat_stop")
    house.store.desk.sweep(house.clock + timedelta(hours=22))
    assert house.messages(talk.id)
    house.store.desk.sweep(house.clock + timedelta(hours=25))
    assert not house.messages(talk.id)
    assert house.chats(talk.id)[0].shared is None


def test_each_act_of_staff_is_in_the_log(house: House, member: str, talk: Talk):
    from bot.store.audit import entries, verify

    talk.ask_for_a_person()
    chat = talk.chat_id
    house.take(chat, member)
    house.store.staff_chats.read(chat, member, house.clock)
    give_back(house, talk, member)
    acts = [entry.action for entry in entries(house.store.database) if entry.actor == member]
    assert acts == ["chat.close", "chat.read", "chat.take"]
    verify(house.store.database)
