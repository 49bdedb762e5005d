"""A reference proves nothing: only the conversation that filed a request withdraws it; others' wishes are passed on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text

from bot.store import KeyRing, Store, audit, open_store
from bot.store.mail.models import OutboxRow
from bot.store.request.models import Request
from tests.support.request.requests import open_lines
from tests.support.request.steps import ERASE, cancel, submit
from woningscan.conversation.effects import OFFER_REQUEST, Effect, Outcome

STAFF = "a" * 32
Turn = Callable[..., list[Outcome]]


@pytest.fixture
def turn(store: Store, now: datetime) -> Turn:
    """One turn with these effects in the conversation of a token."""
    return lambda token, *effects, at=now: turn_in(store, token, *effects, at=at)


def turn_in(store: Store, token: str, *effects: Effect, at: datetime) -> list[Outcome]:
    stored = store.conversations.load(token)
    assert stored is not None
    return store.turns.commit_turn(
        stored, state={}, offered=[], replies=[], effects=list(effects), external_id=str(stored.version), now=at
    )


def begun(store: Store, now: datetime) -> str:
    return store.conversations.create("web", {}, [], [], now)


def status_of(store: Store, reference: str) -> str:
    found = store.requests.find(reference)
    assert found is not None
    return found.status


def wishes(store: Store, reference: str) -> list[str]:
    """The mails about a wish to withdraw this request."""
    chosen = select(OutboxRow.kind).join(Request, Request.id == OutboxRow.request_id)
    with store.database.reading() as session:
        kinds = session.scalars(chosen.where(Request.reference == reference))
        return [kind for kind in kinds if kind == "withdrawal_asked"]


def test_another_conversation_withdraws_nothing_and_learns_nothing(store: Store, turn: Turn, now: datetime):
    mine = begun(store, now)
    open_one, closed, withdrawn = (turn(mine, submit())[0].data["reference"] for _ in range(3))
    store.cases.claim(closed, STAFF, now)
    store.cases.close(closed, STAFF, "finish", 1, now)
    turn(mine, cancel(withdrawn))
    for typed in (open_one, closed, withdrawn, "WS-AAAA-AAAAA", "WS-0000-0000", ""):
        assert turn(begun(store, now), cancel(typed))[0].data == {"result": "passed"}, typed
    assert [status_of(store, one) for one in (open_one, closed, withdrawn)] == ["new", "finished", "withdrawn"]
    assert [wishes(store, one) for one in (open_one, closed, withdrawn)] == [["withdrawal_asked"], [], []]


def test_the_secretariat_sees_the_wish_until_somebody_says_so(store: Store, turn: Turn, now: datetime):
    reference = turn(begun(store, now), submit())[0].data["reference"]
    turn(begun(store, now), cancel(reference))
    assert [line.withdrawal_asked for line in open_lines(store)] == [True]
    entry = audit.entries(store.database)[0]
    assert (entry.actor, entry.action, entry.object) == (audit.UNPROVEN, "request.ask_withdrawal", reference)
    store.cases.claim(reference, STAFF, now)
    case = store.cases.open(reference, STAFF, now)
    assert case is not None and case.withdrawal_asked and case.history[0].actor == audit.UNPROVEN
    store.cases.seen(reference, STAFF, now)
    case = store.cases.open(reference, STAFF, now)
    assert case is not None and not case.withdrawal_asked
    assert [line.withdrawal_asked for line in open_lines(store)] == [False]


def test_a_change_by_the_official_is_not_hidden_by_a_wish(store: Store, turn: Turn, now: datetime):
    reference = turn(begun(store, now), submit())[0].data["reference"]
    token = store.cases.claim(reference, STAFF, now) or store.own_requests.make_link(reference, STAFF, now)
    session = store.own_requests.open_link(str(token), now)
    assert store.own_requests.change(str(session), {"contact": "0612345678"}, now)
    turn(begun(store, now), cancel(reference))
    case = store.cases.open(reference, STAFF, now)
    assert case is not None and case.change_unseen and case.withdrawal_asked
    assert [(line.changed, line.withdrawal_asked) for line in open_lines(store)] == [(True, True)]


def test_one_request_is_asked_about_once_a_day(store: Store, turn: Turn, now: datetime):
    reference = turn(begun(store, now), submit())[0].data["reference"]
    for hours in (0, 1, 23):
        assert turn(begun(store, now), cancel(reference), at=now + timedelta(hours=hours))[0].data["result"] == "passed"
    assert wishes(store, reference) == ["withdrawal_asked"]
    turn(begun(store, now), cancel(reference), at=now + timedelta(hours=25))
    assert wishes(store, reference) == ["withdrawal_asked"] * 2


@pytest.mark.parametrize("exists", [True, False])
def test_one_conversation_passes_on_a_few_in_a_day_whether_they_exist_or_not(
    store: Store, turn: Turn, now: datetime, exists: bool
):
    mine, other = begun(store, now), begun(store, now)
    typed = [turn(mine, submit())[0].data["reference"] if exists else "WS-AAAA-AAAAA" for _ in range(5)]
    results = [turn(other, cancel(one))[0].data for one in typed]
    assert results == [{"result": "passed"}] * 3 + [{"result": "enough"}] * 2
    if exists:
        assert [len(wishes(store, one)) for one in typed] == [1, 1, 1, 0, 0]
    assert turn(other, cancel(typed[-1]), at=now + timedelta(hours=25))[0].data == {"result": "passed"}


def test_the_conversation_that_filed_it_withdraws_it_also_after_a_restart(
    database_url: str, keys: KeyRing, now: datetime
):
    first = open_store(database_url, keys)
    token = begun(first, now)
    one, other = (turn_in(first, token, submit(), at=now)[0].data["reference"] for _ in range(2))
    first.close()
    again = open_store(database_url, keys)
    outcome = turn_in(again, token, cancel(one.lower()), at=now)[0]
    assert outcome.data == {"reference": one, "result": "cancelled"}
    assert turn_in(again, token, cancel(one), at=now)[0].data["result"] == "already"
    assert (status_of(again, one), status_of(again, other)) == ("withdrawn", "new")
    again.close()


def test_a_request_begun_elsewhere_is_withdrawn_in_both_conversations(store: Store, turn: Turn, now: datetime):
    chat = begun(store, now)
    references = []
    for _ in range(2):
        (offered,) = turn(chat, Effect(OFFER_REQUEST, {"kind": "terugbellen", "with_answers": False}))
        link = store.request_links.take(offered.data["token"], now)
        assert link is not None
        page = store.conversations.create("plain", {}, [], [], now, filer=link.filer)
        references.append(turn(page, submit("terugbellen"))[0].data["reference"])
    assert turn(page, cancel(references[1]))[0].data["result"] == "cancelled"
    assert turn(chat, cancel(references[0]))[0].data["result"] == "cancelled"


def test_with_the_conversation_the_proof_is_gone(store: Store, turn: Turn, now: datetime):
    token = begun(store, now)
    references = [turn(token, submit())[0].data["reference"] for _ in range(2)]
    stored = store.conversations.load(token)
    assert stored is not None
    secret = stored.ledger["filer"]
    with store.database.reading() as session:
        marks = session.scalars(select(Request.filed_by)).all()
        everything = [
            str(row) for table in ("request", "conversation") for row in session.execute(text(f"SELECT * FROM {table}"))
        ]
    assert len(set(marks)) == 2 and None not in marks, "two requests of one conversation cannot be told to be so"
    assert not [row for row in everything if secret in row]
    turn(token, ERASE)
    assert store.conversations.load(token) is None
    assert turn(begun(store, now), cancel(references[0]))[0].data == {"result": "passed"}
