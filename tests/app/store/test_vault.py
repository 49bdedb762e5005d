"""The vault: what it seals and finds again, which keys belong to which database, and what a new master key changes."""

from __future__ import annotations

import secrets
from datetime import datetime

import pytest
from sqlalchemy import delete, select, text, update

from bot.store import KeyProblem, KeyRing, Store, StoreUnavailable, Tampered
from bot.store.base import vault as vault_module
from bot.store.base.database import Database
from bot.store.base.envelope import Place
from bot.store.base.errors import Unreadable
from bot.store.base.models import DataKey
from bot.store.base.vault import OpenKey, Vault, opens
from bot.store.conversation.models import Conversation
from tests.support.rows import attacked

KEY = bytes(range(32))
KNOWN_KEYS = [
    "874454b44043abab896f625b29e7ea0323068a9211f6ae18630e6104f4bbf392",
    "c351c1a1a739816aacef183be3096f6d5bc7933522d4e8b619d82abb536b920d",
]
KNOWN = "cf2489a35a632606969f558a621294c5d1ba0e2e4956d7191a80da491f842276"


@pytest.fixture
def ring() -> KeyRing:
    return KeyRing.generate()


def without_index(store: Store) -> Database:
    """The database as it is before anybody opened it."""
    with store.database.writing() as session:
        session.execute(delete(DataKey).where(DataKey.id == "index"))
    return store.database


@pytest.mark.parametrize("value", ["é", "\ud800", {"a": [1, None, "😀"]}, [], "", 0])
def test_what_was_sealed_comes_back_as_it_was(value: object) -> None:
    key, row = OpenKey("key1", KEY), Conversation(id="row1")
    key.seal(row, Conversation.state, value)
    assert key.open(row, Conversation.state) == value


def test_nothing_was_put_there() -> None:
    assert OpenKey("key1", KEY).open(Conversation(id="row1"), Conversation.ledger) is None


def test_the_length_tells_nothing_within_256_bytes() -> None:
    def length(value: str) -> int:
        row = Conversation(id="row1")
        OpenKey("key1", KEY).seal(row, Conversation.state, value)
        return len(row.state)

    assert length("") == length("x" * 254) < length("x" * 255) == length("x" * 510) < length("x" * 511)
    assert length("x" * 255) - length("") == 256


def test_a_forged_row_does_not_open_although_its_value_would(store: Store, now: datetime) -> None:
    store.conversations.create("web", {}, [], [], now)
    with store.database.reading() as session:
        row = session.scalars(select(Conversation)).one()
        key = store.vault.key_of(session, row.data_key_id)
        assert key.open(row, Conversation.state) == {}
    attacked(store, "UPDATE conversation SET token_hash = :hash", hash="f" * 64)
    with store.database.reading() as session:
        row = session.scalars(select(Conversation)).one()
        with pytest.raises(Tampered):
            key.open(row, Conversation.state)


def test_a_data_key_opens_what_it_sealed_until_it_is_erased(store: Store) -> None:
    with store.database.writing() as session:
        key, other = (store.vault.new_data_key(session, purpose) for purpose in ("request", "conversation"))
    with store.database.writing() as session:
        assert session.scalar(select(DataKey.purpose).where(DataKey.id == key.id)) == "request"
        assert store.vault.data_key(session, key.id) == store.vault.key_of(session, key.id) == key
        store.vault.erase(session, key.id)
    with store.database.reading() as session:
        assert store.vault.data_key(session, key.id) is None
        assert store.vault.data_key(session, None) is None
        assert store.vault.data_key(session, other.id) == other
        with pytest.raises(Unreadable):
            store.vault.key_of(session, key.id)
    assert key.id != other.id and key != OpenKey(key.id, KEY)
    assert KEY.hex() not in repr(OpenKey("id", KEY)) and repr(KEY) not in repr(OpenKey("id", KEY))


def test_a_wrapped_key_that_was_moved_to_another_row_does_not_open(store: Store) -> None:
    with store.database.writing() as session:
        first, second = (store.vault.new_data_key(session, "request") for _ in range(2))
        wrapped = session.scalars(select(DataKey.wrapped).where(DataKey.id == first.id)).one()
    assert store.vault._keys.unwrap(wrapped, Place("data_key", "wrapped", first.id))
    with pytest.raises(Tampered):
        store.vault.unwrap(second.id, wrapped)


def test_tokens_are_long_and_none_comes_twice(store: Store) -> None:
    tokens = {store.vault.new_token() for _ in range(50)}
    assert len(tokens) == 50 and {len(token) for token in tokens} == {43}


def test_a_hash_depends_on_the_purpose_and_on_where_each_value_ends(store: Store) -> None:
    made = [
        store.vault.hash("a", "bc", "d"),
        store.vault.hash("a", "b", "cd"),
        store.vault.hash("a", "bcd"),
        store.vault.hash("ab", "cd"),
        store.vault.hash("a", "\ud800"),
        store.vault.hash("a"),
    ]
    assert len(set(made)) == len(made)
    assert store.vault.hash("a", "bc", "d") == made[0] and len(made[0]) == 64


def test_hashes_stay_what_they_are_from_release_to_release(
    store: Store, ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise no token, link or login of before would be found again."""
    vault = Vault(store.database, ring)
    vault._opened = (ring, KEY)
    assert vault.hash("link", "a", "é") == KNOWN
    monkeypatch.setattr(Vault, "_load_index", lambda vault, ring: KEY)
    vault.open()
    assert [key and key.hex() for key in (store.database.audit_key, store.database.row_key)] == KNOWN_KEYS


def test_another_process_with_the_same_keys_finds_the_same(store: Store, ring: KeyRing) -> None:
    first, second = Vault(without_index(store), ring), Vault(store.database, lambda: ring)
    first.open()
    keys = (store.database.audit_key, store.database.row_key)
    assert None not in keys and keys[0] != keys[1] and len(keys[0] or b"") == 32
    second.open()
    assert (store.database.audit_key, store.database.row_key) == keys
    assert first.hash("a", "b") == second.hash("a", "b")
    with store.database.reading() as session:
        assert session.scalar(select(DataKey.purpose).where(DataKey.id == "index")) == "index"


def test_of_two_that_open_a_new_database_at_once_one_key_counts(
    store: Store, ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Vault(without_index(store), ring), Vault(store.database, ring)
    made = secrets.token_bytes

    def meanwhile(number: int) -> bytes:
        monkeypatch.setattr(vault_module.secrets, "token_bytes", made)
        second.open()
        return made(number)

    monkeypatch.setattr(vault_module.secrets, "token_bytes", meanwhile)
    first.open()
    assert first.hash("a", "b") == second.hash("a", "b")


def test_a_vault_that_was_not_opened_says_so(store: Store, ring: KeyRing) -> None:
    with pytest.raises(StoreUnavailable):
        Vault(store.database, ring).hash("a", "b")


def test_other_keys_open_no_database(store: Store, ring: KeyRing) -> None:
    Vault(without_index(store), ring).open()
    with pytest.raises((KeyProblem, Tampered)):
        Vault(store.database, KeyRing.generate()).open()
    with store.database.reading() as session:
        assert opens(session, ring) is True
        assert opens(session, None) is False
        with pytest.raises((KeyProblem, Tampered)):
            opens(session, KeyRing.generate())


def test_a_database_without_a_key_of_its_own_opens_with_any(store: Store, ring: KeyRing) -> None:
    with without_index(store).reading() as session:
        assert opens(session, ring) is True
        assert opens(session, None) is True


def test_a_new_master_key_wraps_all_and_names_what_does_not_open(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault_module, "_BATCH", 2)
    scrubbed: list[bool] = []
    monkeypatch.setattr(Database, "scrub", lambda database: scrubbed.append(True))
    old = Vault(without_index(store), KeyRing.parse(f"k1:{'A' * 43}="))
    old.open()
    with store.database.writing() as session:
        session.execute(delete(DataKey).where(DataKey.id != "index"))
        made = sorted(old.new_data_key(session, "request").id for _ in range(5))
        session.execute(update(DataKey).where(DataKey.id == made[1]).values(wrapped=b"x"))
    new = Vault(store.database, KeyRing.parse(f"k2:{'B' * 43}=,k1:{'A' * 43}="))
    new.open()
    assert (rotated := new.rotate()).failed == (made[1],)
    assert rotated.changed == 5  # the four that open and the database's own
    assert scrubbed == [True]
    assert new.rotate() == vault_module.Rotated(0, (made[1],))
    only_new = Vault(store.database, KeyRing.parse(f"k2:{'B' * 43}="))
    only_new.open()
    with store.database.reading() as session:
        assert all(only_new.data_key(session, key_id) is not None for key_id in made if key_id != made[1])
        assert session.scalars(text("SELECT purpose FROM data_key WHERE id = 'index'")).one() == "index"
