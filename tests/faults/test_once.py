"""Each message has its effect once, however often and however close together it comes."""

from __future__ import annotations

import asyncio

from bot.store import Store
from bot.store.mail import outbox as mails
from tests.support.talking.conversing import Talk
from woningscan.reading.incoming import Incoming


def test_a_request_sent_twice_with_one_id_is_one_request(talk: Talk, store: Store) -> None:
    talk.to_review()
    first = talk.press("veld:akkoord=ja", "consent-1")
    said = [reply.to_dict() for reply in talk.replies]
    for _ in range(3):
        assert talk.press("veld:akkoord=ja", "consent-1") == first == ["booking.confirmed.woningscan"]
        assert [reply.to_dict() for reply in talk.replies] == said
    assert store.requests.counts()["new"] == 1 and mails.overview(store.database).waiting == 1


def test_a_request_pressed_twice_at_once_is_one_request(talk: Talk, store: Store) -> None:
    talk.to_review()
    both = _at_once(talk, [Incoming(choice="veld:akkoord=ja", message_id=f"press-{n}") for n in range(2)])
    confirmed = {reply.text for replies in both for reply in replies if reply.id == "booking.confirmed.woningscan"}
    assert len(confirmed) == 1, "one reference, however often it is shown"
    assert store.requests.counts()["new"] == 1 and mails.overview(store.database).waiting == 1


def test_one_message_delivered_five_times_at_once_counts_once(talk: Talk) -> None:
    answered = _at_once(talk, [Incoming(text="nee", message_id="same")] * 5)
    assert {tuple(reply.id for reply in replies) for replies in answered} == {("scan.ask.voorval",)}
    assert dict(talk.memory.answers) == {"functie": "wethouder", "gevaar_nu": "nee"}


def test_two_messages_at_once_are_answered_one_after_the_other(talk: Talk) -> None:
    answered = _at_once(talk, [Incoming(text="nee", message_id=f"no-{n}") for n in range(2)])
    assert sorted(replies[-1].id for replies in answered) == ["scan.ask.doxing", "scan.ask.voorval"]
    assert dict(talk.memory.answers) == {"functie": "wethouder", "gevaar_nu": "nee", "voorval": "nee"}


def test_a_threat_and_an_answer_at_once_end_in_the_route(talk: Talk) -> None:
    _at_once(talk, [Incoming(text="nee"), Incoming(text="er staat iemand met een mes voor mijn deur")])
    assert talk.memory.route == "acuut" and talk.memory.answers["functie"] == "wethouder"


def _at_once(talk: Talk, messages: list[Incoming]):
    async def send():
        return await asyncio.gather(*(talk.service.answer(talk.token, one) for one in messages))

    return talk.assistant.run(send())
