"""The conversation's memory: it travels as plain JSON, and survives a changed questionnaire."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from woningscan.content.model import SKIPPED, Content
from woningscan.conversation import reply as replies
from woningscan.conversation.memory import STATE_SLOT, Draft, Dropped, Memory, adopted, memory_in, state_with
from woningscan.conversation.reply import Choice, Reply

words = st.text(min_size=1, max_size=12)
maybe = st.none() | words
drafts = st.builds(Draft, kind=words, fields=st.dictionaries(words, words, max_size=4), editing=maybe)
sessions = st.builds(
    Memory,
    version=st.text(max_size=8),
    started=st.booleans(),
    answers=st.dictionaries(words, words, max_size=6),
    route=maybe,
    aside=maybe,
    revisit=maybe,
    fresh=maybe,
    planned=st.booleans(),
    requested=st.booleans(),
    misses=st.integers(0, 9),
    draft=st.none() | drafts,
)


@given(sessions)
def test_it_comes_back_from_json_as_it_was(memory: Memory) -> None:
    assert Memory.from_dict(json.loads(json.dumps(memory.to_dict()))) == memory
    assert memory_in(state_with({"slots": {"iets": 1}, "loop": "scan_form"}, memory)) == memory


def test_an_empty_one_takes_no_room() -> None:
    assert Memory().to_dict() == {}
    assert Memory.from_dict(None) == Memory.from_dict({}) == memory_in({}) == memory_in({"slots": None}) == Memory()


@given(sessions)
def test_the_state_keeps_what_is_not_ours_and_closes_the_form(memory: Memory) -> None:
    state = state_with({"slots": {"iets": 1, "requested_slot": "scan_answer"}, "loop": "scan_form"}, memory)
    assert state == {"slots": {"iets": 1, STATE_SLOT: memory.to_dict()}, "loop": None}


def test_an_answer_replaces_and_asks_for_a_response() -> None:
    memory = Memory(answers={"auto": "ja"}, revisit="auto", misses=2).answered("auto", "nee")
    assert memory == Memory(answers={"auto": "nee"}, fresh="auto")
    assert memory.without_answers({"auto", "iets"}).answers == {}


def test_under_the_same_content_nothing_changes(content: Content) -> None:
    memory = Memory(version=content.version, answers={"bestaat_niet": "ja"})
    assert adopted(memory, content) == (memory, Dropped())


def test_what_the_new_content_does_not_know_is_dropped_and_told(content: Content) -> None:
    answers = {"functie": "raadslid", "bestaat_niet": "ja", "rookmelders": "groen", "auto": SKIPPED}
    memory = Memory(version="oud", answers=answers, revisit="bestaat_niet", fresh="rookmelders", started=True)
    after, dropped = adopted(memory, content)
    assert dropped == Dropped(choices=("rookmelders",), questions=("bestaat_niet",))
    assert after == Memory(version=content.version, answers={"functie": "raadslid", "auto": SKIPPED}, started=True)


def test_what_it_knows_is_kept_and_nothing_is_told(content: Content) -> None:
    draft = Draft("woningscan", {"naam": "Jan"}, "naam")
    memory = Memory(version="oud", answers={"auto": "ja"}, revisit="auto", fresh="auto", route="diffuus", draft=draft)
    assert adopted(memory, content) == (memory.but(version=content.version), Dropped())


def test_a_route_that_is_gone_still_stops_the_scan(content: Content) -> None:
    after, _ = adopted(Memory(version="oud", route="bestaat_niet"), content)
    assert after.route == "concreet"


@given(memory=sessions)
def test_any_session_is_adopted_into_one_that_fits(content: Content, memory: Memory) -> None:
    after, _ = adopted(memory.but(version="oud"), content)
    for key, value in after.answers.items():
        assert value == SKIPPED or content.questions[key].choice(value)
    assert {after.revisit, after.fresh} <= {None, *after.answers}
    assert after.route is None or after.route in content.routes


PARTS = (
    replies.text("Tekst"),
    replies.notice("Bel nu", "emergency"),
    replies.items(["een", "twee"]),
    replies.items(("een", "twee"), ordered=True),
    replies.link("Open", "https://example.org"),
    replies.progress(1, 4, "Thema", "Vraag 1 van 4"),
)


def test_a_reply_travels_and_reads_as_plain_text() -> None:
    reply = Reply("iets", PARTS, (Choice("a", "A"),), (Choice("b", "B"),))
    assert Reply.from_dict(json.loads(json.dumps(reply.to_dict()))) == reply
    assert reply.text.splitlines() == [
        *("Tekst", "Bel nu", "- een", "- twee", "1. een", "2. twee", "Open: https://example.org", "Vraag 1 van 4")
    ]
