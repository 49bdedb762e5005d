"""The conversation's memory: it travels as plain JSON, and survives a changed questionnaire."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from woningscan import replies
from woningscan.content.model import SKIPPED, Content
from woningscan.replies import Choice, Reply
from woningscan.session import STATE_SLOT, Draft, Session, adopted, session_in, state_with

words = st.text(min_size=1, max_size=12)
maybe = st.none() | words
drafts = st.builds(Draft, kind=words, fields=st.dictionaries(words, words, max_size=4), editing=maybe)
sessions = st.builds(
    Session,
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
def test_it_comes_back_from_json_as_it_was(session: Session) -> None:
    assert Session.from_dict(json.loads(json.dumps(session.to_dict()))) == session
    assert session_in(state_with({"slots": {"iets": 1}, "loop": "scan_form"}, session)) == session


def test_an_empty_one_takes_no_room() -> None:
    assert Session().to_dict() == {}
    assert (
        Session.from_dict(None) == Session.from_dict({}) == session_in({}) == session_in({"slots": None}) == Session()
    )


@given(sessions)
def test_the_state_keeps_what_is_not_ours_and_closes_the_form(session: Session) -> None:
    state = state_with({"slots": {"iets": 1, "requested_slot": "scan_answer"}, "loop": "scan_form"}, session)
    assert state == {"slots": {"iets": 1, STATE_SLOT: session.to_dict()}, "loop": None}


def test_an_answer_replaces_and_asks_for_a_response() -> None:
    session = Session(answers={"auto": "ja"}, revisit="auto", misses=2).answered("auto", "nee")
    assert session == Session(answers={"auto": "nee"}, fresh="auto")
    assert session.without_answers({"auto", "iets"}).answers == {}


def test_under_the_same_content_nothing_changes(content: Content) -> None:
    session = Session(version=content.version, answers={"bestaat_niet": "ja"})
    assert adopted(session, content) == (session, False)


def test_what_the_new_content_does_not_know_is_dropped_and_told(content: Content) -> None:
    answers = {"functie": "raadslid", "bestaat_niet": "ja", "rookmelders": "groen", "auto": SKIPPED}
    session = Session(version="oud", answers=answers, revisit="bestaat_niet", fresh="rookmelders", started=True)
    after, changed = adopted(session, content)
    assert changed
    assert after == Session(version=content.version, answers={"functie": "raadslid", "auto": SKIPPED}, started=True)


def test_what_it_knows_is_kept_and_nothing_is_told(content: Content) -> None:
    draft = Draft("woningscan", {"naam": "Jan"}, "naam")
    session = Session(version="oud", answers={"auto": "ja"}, revisit="auto", fresh="auto", route="diffuus", draft=draft)
    assert adopted(session, content) == (session.but(version=content.version), False)


def test_a_route_that_is_gone_still_stops_the_scan(content: Content) -> None:
    after, _ = adopted(Session(version="oud", route="bestaat_niet"), content)
    assert after.route == "concreet"


@given(session=sessions)
def test_any_session_is_adopted_into_one_that_fits(content: Content, session: Session) -> None:
    after, _ = adopted(session.but(version="oud"), content)
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
