"""A request that staff files out of a chat, and reading back a chat that is over, on both databases."""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.store import Conflict
from bot.store.audit import verify
from bot.store.chat.desk import KEPT
from bot.store.chat.staff import NotYours
from bot.turn.filing import Filing, file_request
from tests.support.request.requests import open_lines
from tests.support.talking.house import CONTENT, House, Talk

PERSON = {"naam": "J. de Vries", "functie": "Wethouder", "contact": "jo@example.org", "voorkeur": "geen voorkeur"}


def filing(chat_id: str, member: str, number: str = "", **changed: bool) -> Filing:
    return Filing(chat_id, member, number or secrets.token_hex(12), "terugbellen", PERSON, **changed)


@pytest.fixture
def chat(house: House, member: str, talk: Talk) -> str:
    talk.in_the_scan()
    talk.ask_for_a_person()
    house.take(talk.chat_id, member)
    return talk.chat_id


def test_it_is_the_conversations_own_and_the_scan_stays_where_it_was(house: House, member: str, talk: Talk, chat: str):
    before = talk.stored.state["slots"]["memory"]["answers"]
    reference = file_request(CONTENT, house.store, filing(chat, member, urgent=True), house.clock)
    assert reference
    case = house.store.cases.open(reference, member, house.clock)
    assert case and case.urgent and case.owner_id == member and case.fields == PERSON
    assert talk.stored.requests == [reference]
    assert talk.stored.state["slots"]["memory"]["answers"] == before
    assert [reply.id for reply in talk.look()] == ["handoff.taken", "booking.confirmed.terugbellen"]
    asyncio.run(house.service.give_back(chat, member, resume=False))
    assert "booking.cancelled" in talk.say(f"annuleren {reference}")
    verify(house.store.database)


def test_many_presses_of_one_button_are_one_request(house: House, member: str, talk: Talk, chat: str):
    number = secrets.token_hex(12)

    def press(_: int) -> str | None:
        try:
            return file_request(CONTENT, house.store, filing(chat, member, number), house.clock)
        except Conflict:
            return None

    with ThreadPoolExecutor(4) as threads:
        made = [one for one in threads.map(press, range(4)) if one]
    assert len(made) == 1 and talk.stored.requests == made
    assert len(open_lines(house.store)) == 1


def test_who_does_not_have_the_chat_files_nothing(house: House, member: str, colleague: str, talk: Talk, chat: str):
    with pytest.raises(NotYours):
        file_request(CONTENT, house.store, filing(chat, colleague), house.clock)
    asyncio.run(house.service.give_back(chat, member, resume=False))
    with pytest.raises(NotYours):
        file_request(CONTENT, house.store, filing(chat, member), house.clock)
    assert open_lines(house.store) == []


def test_read_back_by_who_had_it_as_long_as_it_is_kept(
    house: House, member: str, colleague: str, talk: Talk, chat: str
):
    talk.say("mijn vraag")
    house.staff_says(chat, member, "mijn antwoord")
    with pytest.raises(NotYours):
        house.store.past_chats.read(chat, member, house.clock)
    asyncio.run(house.service.give_back(chat, member, resume=False))
    (listed,) = house.store.past_chats.of(member, house.clock)
    view = house.store.past_chats.read(listed.id, member, house.clock)
    assert [(one.text, one.by) for one in view.messages if one.text] == [("mijn vraag", ""), ("mijn antwoord", member)]
    assert house.store.past_chats.of(colleague, house.clock) == []
    with pytest.raises(NotYours):
        house.store.past_chats.read(chat, colleague, house.clock)
    house.clock += KEPT + timedelta(hours=1)
    assert house.store.past_chats.of(member, house.clock) == []
    with pytest.raises(NotYours):
        house.store.past_chats.read(chat, member, house.clock)


def test_a_chat_that_was_erased_is_gone_for_who_had_it(house: House, member: str, talk: Talk, chat: str):
    asyncio.run(house.service.give_back(chat, member, resume=False))
    house.store.conversations.erase(talk.id, now=house.clock)
    assert house.store.past_chats.of(member, house.clock) == []
    with pytest.raises(NotYours):
        house.store.past_chats.read(chat, member, house.clock)
