"""Who can write in the database and has no key: a row that is made to lead elsewhere opens nothing there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import text

from bot.store import AuditBroken, Store, Tampered, audit
from bot.store.request import requests
from bot.store.request.holder import access
from bot.store.request.states import AccessStage, RequestKind
from bot.store.staff.models import StaffRow
from bot.store.staff.roles import Role, SessionStage
from tests.app.store.request.test_audit_and_requests import forge
from tests.support.request.requests import FIELDS
from tests.support.rows import attacked, changed

HOUR = timedelta(hours=1)


@pytest.fixture
def write(store: Store) -> Callable[..., None]:
    return partial(attacked, store)


def conversation(store: Store, now: datetime, name: str) -> tuple[str, str]:
    token = store.conversations.create("web", {"slots": {"memory": {"version": name}}}, [], [], now)
    stored = store.conversations.load(token)
    assert stored is not None
    return token, stored.id


def test_a_conversation_opens_with_its_own_token_only(store: Store, now: datetime, write: Callable[..., None]) -> None:
    (mine, my_id), (_, victim) = conversation(store, now, "mine"), conversation(store, now, "victim")
    with store.database.reading() as session:
        own = session.execute(text("SELECT token_hash FROM conversation WHERE id = :id"), {"id": my_id}).scalar_one()
    write("UPDATE conversation SET token_hash = :free WHERE id = :id", free="f" * 64, id=my_id)
    write("UPDATE conversation SET token_hash = :own WHERE id = :id", own=own, id=victim)
    with pytest.raises(Tampered):
        store.conversations.load(mine)


@pytest.mark.parametrize("column", ["state", "offered", "last_replies", "ledger"])
def test_what_one_conversation_holds_does_not_open_in_another(
    store: Store, now: datetime, write: Callable[..., None], column: str
) -> None:
    (mine, my_id), (_, victim) = conversation(store, now, "mine"), conversation(store, now, "victim")
    theirs = f"(SELECT {column} FROM conversation WHERE id = :victim)"
    write(f"UPDATE conversation SET {column} = {theirs} WHERE id = :id", id=my_id, victim=victim)
    with pytest.raises(Tampered):
        store.conversations.load(mine)


def filed(store: Store, now: datetime) -> str:
    with store.database.writing() as session:
        reference = requests.submit(session, store.vault, RequestKind.SCAN_VISIT, FIELDS, "example.org", now)
        return session.scalars(text("SELECT id FROM request WHERE reference = :r").bindparams(r=reference)).one()


@pytest.mark.parametrize("stage", list(AccessStage))
def test_a_link_to_a_request_leads_to_no_other(
    store: Store, now: datetime, write: Callable[..., None], stage: AccessStage
) -> None:
    mine, victim = filed(store, now), filed(store, now)
    with store.database.writing() as session:
        token = access.add(session, store.vault, mine, stage, now + HOUR)
    write("UPDATE request_access SET request_id = :victim", victim=victim)
    assert store.own_requests.open_link(token, now) is None
    assert store.own_requests.load(token, now) is None
    assert not store.own_requests.change(token, {"contact": "x@example.nl"}, now)
    assert not store.own_requests.withdraw(token, now)
    write("UPDATE request_access SET request_id = :mine", mine=mine)
    opened = store.own_requests.load if stage is AccessStage.SESSION else store.own_requests.open_link
    assert opened(token, now) is not None, "its own opens"


def test_a_link_of_one_stage_is_none_of_the_other(store: Store, now: datetime, write: Callable[..., None]) -> None:
    request_id = filed(store, now)
    with store.database.writing() as session:
        token = access.add(session, store.vault, request_id, AccessStage.LINK, now + HOUR)
    write("UPDATE request_access SET stage = 'session'")
    assert store.own_requests.load(token, now) is None


@pytest.mark.parametrize("change", ["role = 'admin'", "staff_id", "stage", "new row"])
def test_nobody_becomes_somebody_else_in_the_console(
    store: Store, now: datetime, write: Callable[..., None], change: str
) -> None:
    for name in ("anna", "bert"):
        store.staff.add(name, Role.MEMBER, now)
    ids = {member.name: member.id for member in store.staff.members()}
    changed(store, StaffRow, status="active")
    with store.database.writing() as session:
        token = store.staff.sessions.start(session, ids["anna"], SessionStage.SIGNED_IN, now)
    assert store.staff.sessions.load(token, now) is not None
    if change.startswith("role"):
        write(
            "UPDATE staff SET role = :role WHERE id = :id",
            role=next(r for r in Role if r != Role.MEMBER),
            id=ids["anna"],
        )
        with pytest.raises(Tampered):
            store.staff.sessions.load(token, now)
        return
    if change == "stage":
        write("UPDATE staff_session SET stage = :stage", stage=SessionStage.SETUP)
        changed(store, StaffRow, status="invited")
    else:
        write("UPDATE staff_session SET staff_id = :bert", bert=ids["bert"])
    if change == "new row":
        write("UPDATE staff_session SET binding = :guess", guess=hashlib.sha256(token.encode()).hexdigest())
    assert store.staff.sessions.load(token, now) is None


def test_a_log_that_is_written_anew_without_the_key_is_seen(
    store: Store, now: datetime, write: Callable[..., None]
) -> None:
    """Each row, and the whole chain, with hashes that fit each other as anybody can make them."""
    for _ in range(3):
        filed(store, now)
    assert audit.verify(store.database).rows == 3
    head = "0" * 64
    for seq in range(1, 4):
        with store.database.reading() as session:
            row = session.execute(text("SELECT * FROM audit WHERE seq = :s"), {"s": seq}).one()
        record = json.dumps([seq, now.isoformat(timespec="microseconds"), "nobody", row.action, row.object, head])
        made = hashlib.sha256(record.encode()).hexdigest()
        statement = f"UPDATE audit SET actor = 'nobody', prev_hash = '{head}', hash = '{made}' WHERE seq = {seq}"
        (write if seq > 1 else partial(forge, store))(statement)  # `forge` takes off what refuses changes
        head = made
    with pytest.raises(AuditBroken) as broken:
        audit.verify(store.database)
    assert broken.value.seq == 1


def test_the_head_of_the_log_is_noted_in_the_log_of_the_app(
    store: Store, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    filed(store, now)
    audit.check(store.database, now)
    audit.check(store.database, now + HOUR)
    assert [record.getMessage() for record in caplog.records if record.name == "bot.audit"] == [
        f"audit log: 1 rows, head {audit.verify(store.database).head}"
    ], "once, until it grows"
