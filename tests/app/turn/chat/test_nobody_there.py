"""Nobody takes the chat, or the one who had it went away: said honestly, with what can be done instead."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.store.chat.chats import MAX_WAITING
from bot.turn.limits import RateLimits
from tests.support.talking.house import CONTENT, House, Talk
from woningscan.reading.incoming import Incoming

SUNDAY = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 25, 10, 30, tzinfo=UTC)
EVENING = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
PHONE = CONTENT.contacts["ccv_telefoon"].value


def offered(talk: Talk) -> list[str]:
    (offer,) = talk.send(choice="talk_to_human")
    assert PHONE in offer.text
    return [choice.id for choice in (*offer.choices, *offer.tools)]


@pytest.mark.parametrize("moment", [SUNDAY, CHRISTMAS, EVENING])
def test_outside_office_hours_no_chat_is_offered(house: House, member: str, moment: datetime):
    house.clock = moment
    house.sit_down(member)
    talk = Talk(house)
    assert "start_chat" not in offered(talk)
    assert CONTENT.messages["handoff.out_of_hours"] in talk.heard[-1].text


def test_with_nobody_on_line_no_chat_is_offered(house: House, talk: Talk):
    assert "start_chat" not in offered(talk)
    assert CONTENT.messages["handoff.nobody"] in talk.heard[-1].text


def test_on_line_is_a_page_of_just_now(house: House, member: str, talk: Talk):
    house.wait(34)
    assert "start_chat" in offered(talk)
    house.wait(1)
    assert "start_chat" not in offered(talk)
    house.store.desk.seen(member, house.clock)
    assert "start_chat" in offered(talk)
    house.store.desk.set_available(member, False, house.clock)
    assert "start_chat" not in offered(talk)


def test_who_was_disabled_is_not_on_line(house: House, member: str, talk: Talk):
    name = next(one.name for one in house.store.staff.members() if one.id == member)
    house.store.staff.disable(name, house.clock)
    assert "start_chat" not in offered(talk)


def test_one_client_cannot_take_all_places(house: House, member: str):
    """Neither with buttons nor in words, however many conversations it begins."""
    limits = RateLimits()
    house.service._chat_allowed = limits.chat_allowed
    told = [ask_in_a_new_conversation(house, "2001:db8::/64", typed=number % 2 == 1) for number in range(8)]
    assert told == ["handoff.waiting"] * 3 + ["handoff.too_often"] * 5
    assert ask_in_a_new_conversation(house, "198.51.100.1") == "handoff.waiting"
    assert len(house.store.staff_chats.open_chats()) == 4 < MAX_WAITING


def ask_in_a_new_conversation(house: House, client: str, typed: bool = False) -> str:
    """What is said to a client that wants a chat."""

    async def ask() -> str:
        token, _ = await house.service.open("web")
        yes = Incoming(text="ja") if typed else Incoming(choice="chat_private")
        for incoming in (Incoming(choice="talk_to_human"), Incoming(choice="start_chat"), yes):
            replies = await house.service.answer(token, incoming, client=client)
        return replies[-1].id

    return asyncio.run(ask())


def test_gone_between_the_offer_and_the_yes(house: House, member: str, talk: Talk):
    talk.press("talk_to_human")
    talk.press("start_chat")
    house.store.desk.set_available(member, False, house.clock)
    (told,) = talk.send(choice="chat_private")
    assert told.id == "handoff.no_chat"
    assert "start_callback" in [choice.id for choice in told.choices]
    assert house.chats(talk.id) == []


def test_a_channel_of_others_gets_no_chat(house: House, member: str):
    assert "start_chat" not in offered(Talk(house, channel="terminal"))


def test_nobody_takes_it_in_two_minutes(house: House, member: str, talk: Talk):
    question = talk.in_the_scan()
    talk.ask_for_a_person()
    talk.say("hallo?")
    house.wait(119)
    assert house.look_after() == 0
    house.wait(1)
    assert house.look_after() == 1
    assert house.look_after() == 0
    (told,) = talk.look()
    assert told.id == "handoff.not_taken"
    assert PHONE in told.text
    assert [choice.id for choice in told.choices] == ["start_callback", "resume"]
    assert house.owner(talk.id) == "bot"
    assert talk.press("resume") == [question]


def test_too_early_nothing_is_done_whoever_asks(house: House, member: str, talk: Talk):
    """Under the lock it is looked at again: somebody may have taken the chat since the job looked."""
    talk.ask_for_a_person()
    house.wait(119)
    assert house.store.desk.look_after(talk.id, lambda key, state: {}, house.clock) is None
    house.take(talk.chat_id, member)
    house.wait(30)
    assert house.store.desk.look_after(talk.id, lambda key, state: {}, house.clock) is None
    assert house.owner(talk.id) == "person"


def test_being_called_back_after_that(house: House, member: str, talk: Talk):
    talk.ask_for_a_person()
    house.wait(121)
    house.look_after()
    assert talk.press("start_callback")[0] == "booking.start.terugbellen"


def test_taken_too_late_is_not_taken(house: House, member: str, talk: Talk):
    from bot.store.chat.staff import NotYours

    talk.ask_for_a_person()
    chat = talk.chat_id
    house.wait(121)
    house.look_after()
    with pytest.raises(NotYours) as raised:
        house.take(chat, member)
    assert raised.value.why == "closed"


@pytest.fixture
def left_alone(house: House, member: str, talk: Talk) -> Talk:
    """The member who has the chat closes the console while a question is open."""
    talk.in_the_scan()
    talk.ask_for_a_person()
    house.take(talk.chat_id, member)
    house.staff_says(talk.chat_id, member, "Goedemorgen.")
    talk.say("ik heb een vraag")
    talk.look()
    return talk


def test_a_colleague_may_take_over_from_who_went_away(house: House, colleague: str, left_alone: Talk):
    house.wait(35)
    house.store.desk.seen(colleague, house.clock)
    assert house.look_after() == 1
    assert [reply.id for reply in left_alone.look()] == ["handoff.colleague"]
    house.take(left_alone.chat_id, colleague)
    view = house.store.staff_chats.read(left_alone.chat_id, colleague, house.clock)
    assert "ik heb een vraag" in [one.text for one in view.messages]


def test_without_a_colleague_the_bot_has_it_back(house: House, left_alone: Talk):
    house.wait(34)
    assert house.look_after() == 0
    house.wait(1)
    assert house.look_after() == 1
    (told,) = left_alone.look()
    assert told.id == "handoff.staff_gone"
    assert PHONE in told.text
    assert house.owner(left_alone.id) == "bot"


def test_an_answer_keeps_the_chat(house: House, member: str, left_alone: Talk):
    house.staff_says(left_alone.chat_id, member, "Daar ben ik weer.")
    house.wait(600)
    assert house.look_after() == 0, "nobody waits for an answer"


def test_the_list_has_room_for_so_many(house: House, member: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.store.chat.chats.MAX_WAITING", 1)
    Talk(house).ask_for_a_person()
    assert Talk(house).ask_for_a_person() == ["handoff.no_chat"]
