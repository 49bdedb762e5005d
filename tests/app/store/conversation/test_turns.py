"""A turn is committed whole or not at all, once, and its confirmations come from what was committed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import text

from bot.store import Conflict, ConversationGone, Duplicate, Store
from bot.store.mail import outbox
from tests.support.request.steps import ERASE, FIELDS, OFFER, cancel, submit
from woningscan.conversation.effects import Effect, Outcome

TakeTurn = Callable[..., list[Outcome]]


def count(store: Store, table: str) -> int:
    with store.database.reading() as session:
        return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_a_new_conversation_is_found_by_its_token_only(store: Store, token: str):
    conversation = store.conversations.load(token)
    assert len(token) >= 43
    assert (conversation.version, conversation.channel, conversation.finished) == (1, "web", False)
    assert conversation.state == {"answers": {}}
    assert conversation.offered == [{"id": "start", "label": "Beginnen"}]
    assert store.conversations.load(token + "x") is None
    assert store.conversations.load(conversation.id) is None


def test_content_does_not_show_in_repr(store: Store, token: str):
    assert "Beginnen" not in repr(store.conversations.load(token))


def test_a_turn_changes_state_version_and_replies(store: Store, token: str, take_turn: TakeTurn):
    assert take_turn(state={"answers": {"slot": "nee"}}, offered=[{"id": "ja", "label": "Ja"}], finished=True) == []
    conversation = store.conversations.load(token)
    assert (conversation.version, conversation.finished) == (2, True)
    assert conversation.state == {"answers": {"slot": "nee"}}
    assert conversation.offered == [{"id": "ja", "label": "Ja"}]
    assert conversation.last_replies == [{"id": "r1"}]
    take_turn(external_id="m2")
    assert store.conversations.load(token).finished is True


def test_text_of_any_kind_comes_back_as_it_was(store: Store, token: str, take_turn: TakeTurn):
    odd = {"tekst": "nul \0, half \ud83d, emoji 👩‍👩‍👧, rechts \u202e links, {{7*7}}, '; DROP TABLE inbox; --"}
    take_turn(state=odd, external_id=odd["tekst"])
    conversation = store.conversations.load(token)
    assert conversation.state == odd
    assert store.conversations.already_answered(conversation.id, odd["tekst"]) == [{"id": "r1"}]


def test_a_request_is_stored_with_its_mail_and_audit_row(store: Store, take_turn: TakeTurn, now: datetime):
    (outcome,) = take_turn(submit())
    assert outcome.kind == "request.submit"
    request = store.requests.find(outcome.data["reference"])
    assert (request.kind, request.status, request.fields) == ("scan_visit", "new", FIELDS)
    assert (request.created_at, request.updated_at) == (now, now)
    assert store.requests.counts()["new"] == 1
    assert outbox.overview(store.database).waiting == 1
    assert count(store, "audit") == 1


def test_a_request_is_cancelled_once(store: Store, take_turn: TakeTurn):
    reference = take_turn(submit("terugbellen"))[0].data["reference"]
    typed = reference.lower().replace("-", " ")
    assert take_turn(cancel(typed), external_id="m2")[0].data == {"reference": reference, "result": "cancelled"}
    assert store.requests.find(reference).status == "withdrawn"
    assert outbox.overview(store.database).waiting == 2
    assert take_turn(cancel(reference), external_id="m3")[0].data == {"reference": reference, "result": "already"}
    assert outbox.overview(store.database).waiting == 2


@pytest.mark.parametrize("typed", ["WS-AAAA-AAAAA", "", "geen idee", "x" * 5000])
def test_an_unknown_reference_cancels_nothing(store: Store, take_turn: TakeTurn, typed: str):
    data = take_turn(cancel(typed))[0].data
    assert data == {"result": "passed"}
    assert count(store, "outbox") == count(store, "audit") == 0


def test_an_effect_that_does_not_exist_commits_nothing(store: Store, token: str, take_turn: TakeTurn):
    with pytest.raises(ValueError, match="unknown effect"):
        take_turn(submit(), OFFER, Effect("request.approve"))
    assert store.conversations.load(token).version == 1
    assert [count(store, table) for table in ("request", "outbox", "audit", "report_link", "inbox")] == [0] * 5


def test_an_old_version_conflicts_and_changes_nothing(store: Store, token: str, take_turn: TakeTurn, now: datetime):
    before = store.conversations.load(token)
    take_turn(external_id="m1")
    with pytest.raises(Conflict):
        store.turns.commit_turn(
            before, state={"lost": True}, offered=[], replies=[], effects=[submit()], external_id="m2", now=now
        )
    assert store.conversations.load(token).version == 2
    assert count(store, "request") == 0


def test_the_same_message_again_has_no_second_effect(store: Store, token: str, take_turn: TakeTurn):
    take_turn(submit())
    with pytest.raises(Duplicate) as again:
        take_turn(submit())
    assert again.value.replies == [{"id": "r1"}]
    assert count(store, "request") == count(store, "outbox") == 1
    conversation = store.conversations.load(token)
    assert store.conversations.already_answered(conversation.id, "m1") == [{"id": "r1"}]
    assert store.conversations.already_answered(conversation.id, "m2") is None


def test_the_same_message_id_in_another_conversation_is_another_message(
    store: Store, take_turn: TakeTurn, now: datetime
):
    take_turn(external_id="1")
    other = store.conversations.load(store.conversations.create("web", {}, [], [], now))
    assert store.conversations.already_answered(other.id, "1") is None


def test_confirmations_are_recorded_after_the_commit(store: Store, token: str, take_turn: TakeTurn):
    outcomes = take_turn(submit())
    conversation = store.conversations.load(token)
    assert store.conversations.unconfirmed_outcomes(conversation.id, "m1") == outcomes
    final, choices = [{"id": "r1"}, {"id": "booking.confirmed"}], [{"id": "klaar", "label": "Klaar"}]
    for _ in range(2):
        store.turns.record_replies(conversation.id, "m1", final, choices)
    assert store.conversations.already_answered(conversation.id, "m1") == final
    assert store.conversations.unconfirmed_outcomes(conversation.id, "m1") == []
    loaded = store.conversations.load(token)
    assert (loaded.last_replies, loaded.offered, loaded.version) == (final, choices, 2)


def test_late_confirmations_do_not_replace_a_newer_turn(store: Store, token: str, take_turn: TakeTurn):
    take_turn(submit(), external_id="m1")
    take_turn(external_id="m2", replies=[{"id": "r2"}])
    conversation = store.conversations.load(token)
    store.turns.record_replies(conversation.id, "m1", [{"id": "booking.confirmed"}], [])
    assert store.conversations.load(token).last_replies == [{"id": "r2"}]
    assert store.conversations.already_answered(conversation.id, "m1") == [{"id": "booking.confirmed"}]


def test_an_erased_conversation_takes_no_more_turns(store: Store, token: str, take_turn: TakeTurn, now: datetime):
    before = store.conversations.load(token)
    assert take_turn(submit(), ERASE)[1] == Outcome("conversation.erase", {})
    with pytest.raises(ConversationGone):
        store.turns.commit_turn(before, state={}, offered=[], replies=[], effects=[], external_id="m2", now=now)
    store.turns.record_replies(before.id, "m1", [{"id": "erased"}], [])
    assert store.conversations.load(token) is None
    assert count(store, "request") == 1
