"""Master keys and sealed values: what opens, what does not, and what an operator gets to read."""

from __future__ import annotations

import base64
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bot.store import KeyProblem, KeyRing, Tampered
from bot.store.base.envelope import Place, seal, unseal
from bot.store.base.models import Base
from bot.store.base.vault import OpenKey
from bot.store.conversation.models import Conversation, InboxRow

KEY = bytes(range(32))
PLACE = Place("conversation", "state", "row1")


def encoded(key: bytes = KEY) -> str:
    return base64.b64encode(key).decode()


def test_the_first_key_is_active_and_older_keys_still_open():
    old = KeyRing.parse(f"k1:{encoded()}")
    wrapped = old.wrap(b"data key", PLACE)
    ring = KeyRing.parse(f"k2:{encoded(bytes(32))}, k1:{encoded()}")
    assert ring.active_id == "k2"
    assert ring.unwrap(wrapped, PLACE) == b"data key"
    with pytest.raises(KeyProblem, match="k2 is not in the key ring"):
        old.unwrap(ring.wrap(b"data key", PLACE), PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ",",
        encoded(),
        f"k1:{encoded()[:-4]}",
        f"k1:{encoded(KEY[:31])}",
        f"k1:{encoded()},k1:{encoded()}",
        "k 1:AAAA",
        "k1:é",
    ],
    ids=["empty", "comma", "no id", "cut off", "31 bytes", "id twice", "id with blank", "not base64"],
)
def test_malformed_keys_are_refused_without_repeating_them(text: str):
    with pytest.raises(KeyProblem) as problem:
        KeyRing.parse(text)
    assert encoded()[:10] not in str(problem.value)


def test_keys_do_not_show_in_repr():
    assert encoded() not in repr(KeyRing.parse(f"k1:{encoded()}"))


def test_the_key_file_is_private_and_the_same_for_all_who_start_at_once(tmp_path: Path):
    path = tmp_path / "var" / "keys"
    with ThreadPoolExecutor(8) as threads:
        rings = list(threads.map(lambda _: KeyRing.load_or_create(path).to_text(), range(8)))
    assert len(set(rings)) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path):
    path = tmp_path / "keys"
    KeyRing.load_or_create(path)
    path.chmod(0o644)
    with pytest.raises(KeyProblem, match="chmod 600"):
        KeyRing.load_or_create(path)


@pytest.mark.parametrize(
    "place", [PLACE._replace(table="inbox"), PLACE._replace(column="offered"), PLACE._replace(row="row2")], ids=str
)
def test_a_value_that_was_moved_does_not_open(place: Place):
    with pytest.raises(Tampered):
        unseal(KEY, seal(KEY, "k1", b"value", PLACE), place)


def test_any_flipped_bit_is_noticed():
    sealed = seal(KEY, "k1", b"value", PLACE)
    assert unseal(KEY, sealed, PLACE) == b"value"
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(Tampered):
            unseal(KEY, bytes(changed), PLACE)


@pytest.mark.parametrize("length", range(20))
def test_a_value_that_was_cut_off_is_noticed(length: int):
    with pytest.raises(Tampered):
        unseal(KEY, seal(KEY, "k1", b"", PLACE)[:length], PLACE)


def test_equal_values_look_different_when_sealed():
    assert seal(KEY, "k1", b"value", PLACE) != seal(KEY, "k1", b"value", PLACE)


def test_a_sealed_column_knows_its_own_place():
    key, row, other = OpenKey("key1", KEY), Conversation(id="row1"), Conversation(id="row2")
    key.seal(row, Conversation.state, {"a": 1})
    assert key.open(row, Conversation.state) == {"a": 1}
    other.state = row.offered = row.state
    for moved, column in ((other, Conversation.state), (row, Conversation.offered)):
        with pytest.raises(Tampered):
            key.open(moved, column)
    with pytest.raises(Tampered):
        OpenKey("key2", KEY[::-1]).open(row, Conversation.state)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (Conversation(), Conversation.state),
        (Conversation(id="row1"), Conversation.channel),
        (InboxRow(id="i"), Conversation.state),
    ],
    ids=["no primary key", "not sealed", "of another table"],
)
def test_nothing_is_sealed_without_a_place(row: Base, column: Any):
    with pytest.raises(TypeError):
        OpenKey("key1", KEY).seal(row, column, "value")
