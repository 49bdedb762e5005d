"""Data keys and keyed hashes, kept in the database and wrapped by a master key.

Content is sealed with a data key of its conversation or request, so deleting one small row erases all of it. Backups
follow only when the table `data_key` is backed up apart and briefly. The secret of the keyed hashes is wrapped the same
way, so tokens stay valid when master keys come and go.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import delete, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.store.base import envelope
from bot.store.base.bindings import require
from bot.store.base.database import Database
from bot.store.base.envelope import KEY_BYTES, Place
from bot.store.base.errors import KeyProblem, StoreUnavailable, Tampered, Unreadable
from bot.store.base.keys import KeyRing
from bot.store.base.models import Base, DataKey

_INDEX_ID = "index"
_PAD = 256
_BATCH = 500
SealedColumn = InstrumentedAttribute[bytes] | InstrumentedAttribute[bytes | None]


@dataclass(frozen=True)
class OpenKey:
    """An unwrapped data key: seals JSON values into the sealed columns of a row, and opens them there."""

    id: str
    _key: bytes = field(repr=False)

    def seal(self, row: Base, column: SealedColumn, value: Any) -> None:
        """Puts the value into that column of the row, whose primary key must be set.

        The length is rounded up with blanks: it would tell how far somebody is.
        """
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        padded = plain.ljust(-(-len(plain) // _PAD) * _PAD)
        setattr(row, column.key, envelope.seal(self._key, self.id, padded, _place_in(row, column)))

    def open(self, row: Base, column: SealedColumn) -> Any:
        """The value in that column of the row; None where nothing was put.

        Raises `Tampered` when it was changed or belongs to another table, column, row or key, and for a forged row.
        """
        require(row)
        sealed: bytes | None = getattr(row, column.key)
        if sealed is None:
            return None
        plain = envelope.unseal(self._key, sealed, _place_in(row, column))
        return json.loads(plain.decode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Rotated:
    """How many data keys were wrapped anew, and the ids of those that do not open."""

    changed: int
    failed: tuple[str, ...] = ()


class Vault:
    """The master keys at work on one database. Until it was opened nothing can be sealed, found or read."""

    def __init__(self, database: Database, keys: KeyRing | Callable[[], KeyRing]) -> None:
        """`keys` may be what gets them, should that fail at first."""
        self._database = database
        self._given = keys
        self._opened: tuple[KeyRing, bytes] | None = None

    def open(self) -> None:
        """Takes the keys; the migrations must have run.

        Raises `KeyProblem` or `Tampered` when the keys do not belong to this database, `StoreUnavailable` without it.
        """
        keys = self._given if isinstance(self._given, KeyRing) else self._given()
        self._opened = (keys, self._load_index(keys))
        self._database.audit_key, self._database.row_key = self._derived("audit"), self._derived("row")

    @property
    def _keys(self) -> KeyRing:
        return self._open_parts[0]

    @property
    def _index(self) -> bytes:
        return self._open_parts[1]

    @property
    def _open_parts(self) -> tuple[KeyRing, bytes]:
        if self._opened is None:
            raise StoreUnavailable(self._database.problem)
        return self._opened

    def new_token(self) -> str:
        """256 random bits for a client; only its keyed hash is stored."""
        return secrets.token_urlsafe(32)

    def hash(self, purpose: str, *values: str) -> str:
        """Keyed hash of `values`, with a key of its own per purpose."""
        key = self._derived(purpose)
        encoded = (value.encode("utf-8", "surrogatepass") for value in values)
        message = b"".join(len(value).to_bytes(4, "big") + value for value in encoded)
        return hmac.new(key, message, hashlib.sha256).hexdigest()

    def _derived(self, purpose: str) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"woningscan/{purpose}".encode()).derive(self._index)

    def new_data_key(self, session: Session, purpose: str) -> OpenKey:
        key = OpenKey(secrets.token_hex(16), secrets.token_bytes(KEY_BYTES))
        session.execute(insert(DataKey).values(id=key.id, purpose=purpose, wrapped=self._wrap(key)))
        return key

    def data_key(self, session: Session, key_id: str | None) -> OpenKey | None:
        """The data key, or None when it was erased."""
        if key_id is None:
            return None
        wrapped = session.execute(select(DataKey.wrapped).where(DataKey.id == key_id)).scalar_one_or_none()
        return None if wrapped is None else self.unwrap(key_id, wrapped)

    def key_of(self, session: Session, key_id: str | None) -> OpenKey:
        """As `data_key`. Raises `Unreadable` when it was erased."""
        key = self.data_key(session, key_id)
        if key is None:
            raise Unreadable("its key is gone")
        return key

    def unwrap(self, key_id: str, wrapped: bytes) -> OpenKey:
        """Opens a data key that was read together with its row."""
        return OpenKey(key_id, self._keys.unwrap(wrapped, _place(key_id)))

    def erase(self, session: Session, key_id: str) -> None:
        """Deletes a data key, and by the foreign keys the rows of its conversation and its report links."""
        session.execute(delete(DataKey).where(DataKey.id == key_id))

    def rotate(self) -> Rotated:
        """Wraps every data key with the active master key; one that does not open stays as it is. Content is not
        touched.

        Works while conversations go on, and can be run again after an interruption.
        """
        changed, failed, after = 0, list[str](), ""
        while True:
            with self._database.writing() as session:
                rows = session.execute(
                    select(DataKey.id, DataKey.wrapped).where(DataKey.id > after).order_by(DataKey.id).limit(_BATCH)
                ).all()
                for key_id, wrapped in rows:
                    try:
                        again = self._wrapped_again(key_id, wrapped)
                    except (KeyProblem, Tampered):
                        failed.append(key_id)
                        continue
                    if again is not None:
                        session.execute(update(DataKey).where(DataKey.id == key_id).values(wrapped=again))
                        changed += 1
            if not rows:
                self._database.scrub()
                return Rotated(changed, tuple(failed))
            after = rows[-1].id

    def _wrapped_again(self, key_id: str, wrapped: bytes) -> bytes | None:
        """None for what the active master key wrapped."""
        key = self.unwrap(key_id, wrapped)
        return None if envelope.key_id_of(wrapped) == self._keys.active_id else self._wrap(key)

    def _wrap(self, key: OpenKey) -> bytes:
        return self._keys.wrap(key._key, _place(key.id))

    def _load_index(self, keys: KeyRing) -> bytes:
        with self._database.reading() as session:
            wrapped = session.scalars(select(DataKey.wrapped).where(DataKey.id == _INDEX_ID)).one_or_none()
        if wrapped is not None:
            return keys.unwrap(wrapped, _place(_INDEX_ID))
        index = secrets.token_bytes(KEY_BYTES)
        sealed = keys.wrap(index, _place(_INDEX_ID))
        try:
            with self._database.writing() as session:
                session.execute(insert(DataKey).values(id=_INDEX_ID, purpose="index", wrapped=sealed))
        except IntegrityError:  # another process was first: its key counts
            return self._load_index(keys)
        return index


def opens(session: Session, keys: KeyRing | None) -> bool:
    """Whether these keys open the database's own; True where it has none yet. Raises KeyProblem and Tampered."""
    wrapped = session.scalars(select(DataKey.wrapped).where(DataKey.id == _INDEX_ID)).one_or_none()
    if wrapped is None or keys is None:
        return wrapped is None
    keys.unwrap(wrapped, _place(_INDEX_ID))
    return True


def _place_in(row: Base, column: SealedColumn) -> Place:
    """Where a value of this row belongs. Raises TypeError for a column that is none of the row's sealed ones."""
    if not isinstance(row, column.parent.class_) or column.info.get("privacy") != "sealed":
        raise TypeError(f"{column} is no sealed column of this row")
    mapper = inspect(type(row))
    (row_id,) = mapper.primary_key_from_instance(row)
    if not row_id:
        raise TypeError("a row without its primary key has no place yet")
    return Place(mapper.local_table.name, mapper.attrs[column.key].columns[0].name, str(row_id))


def _place(key_id: str) -> Place:
    return Place("data_key", "wrapped", key_id)
