"""In a live chat: what somebody else wrote and what was changed reaches staff as such, and so does a danger in it."""

from __future__ import annotations

import asyncio
import secrets

import pytest

from tests.support.talking.house import CONTENT, House, Talk
from woningscan.reading.incoming import Incoming

THREAT = "Ik maak je af, ik weet waar je woont"
HARMLESS = "vergadering verplaatst naar dinsdag"


@pytest.fixture
def chatting(house: House, member: str, talk: Talk) -> Talk:
    talk.in_the_scan()
    talk.ask_for_a_person()
    house.take(talk.chat_id, member)
    talk.look()
    return talk


def send(house: House, talk: Talk, **message) -> list[str]:
    incoming = Incoming(message_id=secrets.token_hex(8), **message)
    return [reply.id for reply in asyncio.run(house.service.answer(talk.token, incoming))]


def shown(house: House, talk: Talk, member: str) -> tuple[list[str], str]:
    view = house.store.staff_chats.news(talk.chat_id, member, 0)
    return [one.text for one in view.messages if one.sender == "official"], view.danger


def marked(key: str, text: str) -> str:
    return CONTENT.messages[key].format(text=text)


def test_a_forwarded_text_is_marked_and_a_threat_in_it_raises_the_mark(house: House, member: str, chatting: Talk):
    assert send(house, chatting, heard=(HARMLESS,)) == []
    texts, danger = shown(house, chatting, member)
    assert texts[-1] == marked("handoff.forwarded", HARMLESS) and not danger
    assert send(house, chatting, heard=(THREAT,))[0].startswith("threat.")
    texts, danger = shown(house, chatting, member)
    assert texts[-1] == marked("handoff.forwarded", THREAT) and danger


def test_a_quote_comes_beside_the_own_words(house: House, member: str, chatting: Talk):
    assert send(house, chatting, text="kijk dit eens", heard=(THREAT,))[0].startswith("threat.")
    texts, danger = shown(house, chatting, member)
    assert texts[-2:] == ["kijk dit eens", marked("handoff.quoted", THREAT)] and danger


def test_a_changed_text_is_passed_on_as_such(house: House, member: str, chatting: Talk):
    send(house, chatting, text="bel mij op 06 1234")
    assert send(house, chatting, text="bel mij op 06 99999999", edited=True) == []
    texts, danger = shown(house, chatting, member)
    assert texts[-2:] == ["bel mij op 06 1234", marked("handoff.edited", "bel mij op 06 99999999")] and not danger
    assert (
        send(house, chatting, text="er staat nu een man met een mes voor mijn deur", edited=True)[0]
        == "threat.route.acuut"
    )
    assert shown(house, chatting, member)[1] == "acuut"


def test_a_changed_text_is_no_button_and_no_consent(house: House, member: str, talk: Talk):
    talk.in_the_scan()
    talk.send(choice="talk_to_human")
    talk.send(choice="start_chat")
    assert send(house, talk, text="ja", edited=True)[0] != "handoff.waiting"
    assert house.chats(talk.id) == []


def test_a_late_dangerous_answer_gives_the_route_and_reaches_staff(house: House, member: str, chatting: Talk):
    assert chatting.press("antwoord:gevaar_nu=ja")[0] == "threat.route.acuut"
    texts, danger = shown(house, chatting, member)
    assert danger == "acuut" and texts[-1].endswith(": Ja")
    assert house.owner(chatting.id) == "person"
