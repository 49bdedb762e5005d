"""The audit chain notices every change; references are readable, unique and forgiving when typed."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.store import AuditBroken, KeyRing, Store, audit, open_store
from bot.store.base import references
from bot.store.base.envelope import key_id_of
from tests.support.request.steps import cancel, submit
from woningscan.conversation.effects import Outcome

TakeTurn = Callable[..., list[Outcome]]


@pytest.fixture
def three_rows(take_turn: TakeTurn) -> None:
    reference = take_turn(submit())[0].data["reference"]
    take_turn(cancel(reference), external_id="m2")
    take_turn(submit(), external_id="m3")


def forge(store: Store, statement: str) -> None:
    """Changes the table as somebody with full rights on the database could: without its triggers."""
    with store.database.writing() as session:
        if store.database.is_sqlite:
            session.execute(text("DROP TRIGGER audit_no_update"))
            session.execute(text("DROP TRIGGER audit_no_delete"))
        else:
            session.execute(text("DROP TRIGGER audit_no_change ON audit"))
        session.execute(text(statement))


@pytest.mark.usefixtures("three_rows")
def test_the_chain_adds_up(store: Store):
    summary = audit.verify(store.database)
    assert summary.rows == 3
    assert len(summary.head) == 64
    assert [entry.action for entry in audit.entries(store.database)] == [
        "request.submit",
        "request.withdraw",
        "request.submit",
    ]


@pytest.mark.usefixtures("three_rows")
@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"])
def test_rows_cannot_be_changed_or_removed(store: Store, statement: str):
    with pytest.raises(DBAPIError, match="append-only"), store.database.writing() as session:
        session.execute(text(statement))
    assert audit.verify(store.database).rows == 3


@pytest.mark.usefixtures("three_rows")
@pytest.mark.parametrize(
    ("statement", "row"),
    [
        ("UPDATE audit SET actor = 'ander' WHERE seq = 2", 2),
        ("UPDATE audit SET object = 'WS-AAAA-AAAAA' WHERE seq = 1", 1),
        ("UPDATE audit SET hash = prev_hash WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 2", 3),
        ("DELETE FROM audit WHERE seq = 1", 2),
    ],
)
def test_a_forged_row_is_found(store: Store, statement: str, row: int):
    forge(store, statement)
    with pytest.raises(AuditBroken) as broken:
        audit.verify(store.database)
    assert broken.value.seq == row


@pytest.mark.usefixtures("three_rows")
def test_rows_cut_off_at_the_end_show_in_the_head(store: Store):
    before = audit.verify(store.database)
    forge(store, "DELETE FROM audit WHERE seq = 3")
    assert audit.verify(store.database).head != before.head


def test_references_are_readable_and_hard_to_guess():
    made = {references.new_reference() for _ in range(2000)}
    assert len(made) == 2000
    letters = set("".join(made).replace("WS-", "").replace("-", ""))
    assert not letters & set("0O1IL2Z5S8B6")
    assert math.log2(len(letters)) * 9 > 40


def test_a_typed_reference_is_understood():
    assert references.normalise(" ws acde fghjk ") == "WS-ACDE-FGHJK"
    assert references.normalise("acde–fghjk") == "WS-ACDE-FGHJK"
    for wrong in ("", "WS-ACDE-FGHJ", "WS-ACDE-FGHJKM", "WS-ACDE-FGHJ0", "é" * 9):
        assert references.normalise(wrong) is None


def test_counts_name_every_status(store: Store):
    assert store.requests.counts() == dict.fromkeys(["new", "claimed", "visit", "finished", "lapsed", "withdrawn"], 0)
    assert store.requests.find("WS-ACDE-FGHJK") is None


def test_rotation_wraps_all_keys_again_and_everything_still_opens(
    store: Store, database_url: str, keys: KeyRing, token: str, take_turn: TakeTurn
):
    reference = take_turn(submit())[0].data["reference"]
    new = KeyRing.generate("k2")
    both = open_store(database_url, KeyRing.parse(f"{new.to_text()},{keys.to_text()}"))
    assert both.conversations.load(token) is not None
    assert both.vault.rotate().changed == 3
    assert both.vault.rotate().changed == 0
    with both.database.reading() as session:
        wrapped = session.execute(text("SELECT wrapped FROM data_key")).scalars().all()
    assert {key_id_of(bytes(value)) for value in wrapped} == {"k2"}
    both.close()

    only_new = open_store(database_url, new)
    assert only_new.conversations.load(token).state == {"answers": {"slot": "ja"}}
    assert only_new.requests.find(reference).fields is not None
    only_new.close()
