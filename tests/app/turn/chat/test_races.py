"""Everything at once: a late answer of the bot, two members and one chat, an end while a message is on its way."""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor

from bot.store.chat.staff import NotYours
from bot.store.chat.states import ChatState
from tests.support.talking.house import House, Talk
from woningscan.reading.incoming import Incoming

STAFF = 6


def attempt(act) -> bool:
    try:
        act()
    except NotYours:
        return False
    return True


def test_an_answer_that_comes_too_late_is_never_said(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.press("talk_to_human")
    talk.press("start_chat")

    async def a_person_takes_over() -> None:
        await house.service.answer(talk.token, Incoming(choice="chat_private", message_id="m-overname"))

    house.engine.during = a_person_takes_over
    assert talk.say("hoe lang duurt het") == []
    assert house.owner(talk.id) == "person"
    assert [sender for _, sender in house.messages(talk.id)] == ["official"]
    assert [reply["id"] for reply in talk.stored.last_replies] == []


def test_a_message_that_crosses_the_end_of_the_chat_is_handled_once(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.ask_for_a_person()
    house.take(talk.chat_id, member)

    async def something_is_said() -> None:
        await house.service.answer(talk.token, Incoming(text="nog één ding", message_id="m-kruist"))

    house.engine.during = something_is_said
    asyncio.run(house.service.give_back(talk.chat_id, member))
    assert house.owner(talk.id) == "bot"
    assert [sender for _, sender in house.messages(talk.id)].count("official") == 1
    assert [reply.id for reply in talk.look()].count("handoff.back.staff") == 1


def test_given_back_while_a_colleague_has_it_by_now(house: House, member: str, colleague: str, talk: Talk):
    talk.in_the_scan()
    talk.ask_for_a_person()
    chat = talk.chat_id
    house.take(chat, member)

    async def a_colleague_takes_over() -> None:
        await asyncio.to_thread(house.transfer, chat, member)
        await asyncio.to_thread(house.take, chat, colleague)

    house.engine.during = a_colleague_takes_over
    assert not attempt(lambda: asyncio.run(house.service.give_back(chat, member)))
    assert house.owner(talk.id) == "person"
    assert house.chats(talk.id)[0].staff_id == colleague


def test_one_of_many_takes_a_chat(house: House, talk: Talk):
    staff = [house.hire() for _ in range(STAFF)]
    house.sit_down(staff[0])
    talk.ask_for_a_person()
    chat = talk.chat_id
    with ThreadPoolExecutor(STAFF) as threads:
        took = list(threads.map(lambda one: attempt(lambda: house.take(chat, one)), staff))
    assert took.count(True) == 1
    assert house.chats(talk.id)[0].staff_id == staff[took.index(True)]


def test_everybody_writes_at_once(house: House, member: str, talk: Talk):
    talk.ask_for_a_person()
    chat = talk.chat_id
    house.take(chat, member)
    with ThreadPoolExecutor(8) as threads:
        for number in range(5):
            turn = house.service.answer(talk.token, Incoming(f"a{number}", None, f"am-{number:06}"))
            threads.submit(house.staff_says, chat, member, f"m{number}")
            threads.submit(asyncio.run, turn)
    sent = house.messages(talk.id)
    assert [seq for seq, _ in sent] == list(range(1, 12))
    assert [sender for _, sender in sent].count("official") == 5
    assert [sender for _, sender in sent].count("staff") == 5


def test_asked_for_twice_at_once_there_is_one_chat(house: House, member: str, talk: Talk):
    talk.press("talk_to_human")
    talk.press("start_chat")
    with ThreadPoolExecutor(4) as threads:
        for _ in range(4):
            turn = house.service.answer(talk.token, Incoming(choice="chat_share", message_id=secrets.token_hex(8)))
            threads.submit(asyncio.run, turn)
    assert len([chat for chat in house.chats(talk.id) if chat.state != ChatState.CLOSED]) == 1


def test_the_job_in_many_processes_says_it_once(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.ask_for_a_person()
    house.wait(121)
    with ThreadPoolExecutor(4) as threads:
        said = sum(threads.map(lambda _: house.look_after(), range(4)))
    assert said == 1
    assert [reply.id for reply in talk.look()] == ["handoff.not_taken"]


def test_taken_and_given_up_at_the_same_moment(house: House, member: str):
    """Whoever is first wins; either way somebody owns it and the official was told one thing."""
    for _ in range(4):
        talk = Talk(house)
        talk.ask_for_a_person()
        chat = talk.chat_id
        house.wait(121)
        with ThreadPoolExecutor(2) as threads:
            taking = threads.submit(attempt, lambda chat=chat: house.take(chat, member))
            threads.submit(house.look_after)
        told = [reply.id for reply in talk.look()]
        assert told == (["handoff.taken"] if taking.result() else ["handoff.not_taken"])
        assert house.owner(talk.id) == ("person" if taking.result() else "bot")
        if taking.result():
            talk.press("chat_stop")
        house.store.desk.seen(member, house.clock)


def test_erased_while_staff_writes(house: House, member: str, talk: Talk):
    talk.ask_for_a_person()
    chat = talk.chat_id
    house.take(chat, member)
    with ThreadPoolExecutor(4) as threads:
        writing = [threads.submit(attempt, lambda n=n: house.staff_says(chat, member, f"m{n}")) for n in range(6)]
        threads.submit(asyncio.run, house.service.erase(talk.token))
    assert all(one.exception() is None for one in writing)
    assert house.messages(talk.id) == []
    assert house.store.staff_chats.open_chats() == []
