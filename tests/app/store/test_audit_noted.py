"""What an earlier count of the audit log gave shows later what the chain alone cannot: rows cut off at its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.store import AuditBroken, Store, audit
from bot.store.audit import AuditSummary
from tests.app.store.request.test_audit_and_requests import forge
from tests.support.request.steps import submit
from woningscan.conversation.effects import Outcome

TakeTurn = Callable[..., list[Outcome]]


@pytest.fixture
def noted(store: Store, take_turn: TakeTurn) -> AuditSummary:
    take_turn(*[submit() for _ in range(3)])
    return audit.verify(store.database)


def test_a_log_that_only_grew_agrees_with_what_was_noted(store: Store, noted: AuditSummary, take_turn: TakeTurn):
    take_turn(submit(), external_id="m2")
    assert audit.verify(store.database, noted).rows == 4


def test_rows_cut_off_are_found_at_the_first_that_is_missing(store: Store, noted: AuditSummary):
    forge(store, "DELETE FROM audit WHERE seq >= 2")
    assert audit.verify(store.database).rows == 1
    with pytest.raises(AuditBroken) as broken:
        audit.verify(store.database, noted)
    assert broken.value.seq == 2


def test_rows_written_anew_are_found(store: Store, noted: AuditSummary, take_turn: TakeTurn):
    forge(store, "DELETE FROM audit WHERE seq = 3")
    take_turn(submit(), external_id="m2")
    assert audit.verify(store.database).rows == 3
    with pytest.raises(AuditBroken) as broken:
        audit.verify(store.database, noted)
    assert broken.value.seq == 3


def test_reading_is_recorded(store: Store, now: datetime):
    with store.database.writing() as session:
        audit.record_read(session, actor="a" * 32, object="WS-ACDE-FGHJK", now=now)
    (entry,) = audit.entries(store.database)
    assert (entry.actor, entry.action, entry.object) == ("a" * 32, "request.read", "WS-ACDE-FGHJK")
