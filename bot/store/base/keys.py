"""The master keys. They only wrap data keys (vault.py); content is never sealed with a master key itself."""

from __future__ import annotations

import base64
import binascii
import contextlib
import os
import re
import secrets
from pathlib import Path

from bot.store.base import envelope
from bot.store.base.envelope import KEY_BYTES, Place
from bot.store.base.errors import KeyProblem

_KEY_ID = re.compile(r"[A-Za-z0-9._-]{1,32}")


class KeyRing:
    """Master keys by id. The first is active and wraps; the others only open what they wrapped before."""

    def __init__(self, keys: dict[str, bytes]) -> None:
        if not keys:
            raise KeyProblem("no key given")
        for key_id, key in keys.items():
            if not _KEY_ID.fullmatch(key_id):
                raise KeyProblem("a key id is 1 to 32 letters, digits, dots, dashes or underscores")
            if len(key) != KEY_BYTES:
                raise KeyProblem(f"key {key_id} is not {KEY_BYTES} bytes long")
        self._keys = dict(keys)
        self.active_id = next(iter(keys))

    @classmethod
    def parse(cls, text: str) -> KeyRing:
        """Reads `WONINGSCAN_KEYS`: `k2:<base64 of 32 bytes>,k1:<…>`. Errors never repeat what was given."""
        keys: dict[str, bytes] = {}
        for number, entry in enumerate(filter(None, (part.strip() for part in text.split(","))), start=1):
            key_id, colon, encoded = entry.partition(":")
            if not colon:
                raise KeyProblem(f"key {number} has no id: write id:base64")
            if key_id in keys:
                raise KeyProblem(f"key {number} has an id that was used before")
            try:
                keys[key_id] = base64.b64decode(encoded, validate=True)
            except (binascii.Error, ValueError) as error:
                raise KeyProblem(f"key {number} is not base64") from error
        return cls(keys)

    @classmethod
    def generate(cls, key_id: str = "k1") -> KeyRing:
        return cls({key_id: secrets.token_bytes(KEY_BYTES)})

    @classmethod
    def load_or_create(cls, path: Path) -> KeyRing:
        """The key file of a development run: made at the first start, readable by its owner only.

        Two processes that start at once end up with the same key: the file appears complete or not at all.
        """
        if not path.exists():
            _write_once(path, cls.generate().to_text())
        if path.stat().st_mode & 0o077:
            raise KeyProblem(f"key file {path} can be read by others: chmod 600")
        return cls.parse(path.read_text(encoding="ascii"))

    def to_text(self) -> str:
        return ",".join(f"{key_id}:{base64.b64encode(key).decode()}" for key_id, key in self._keys.items())

    def wrap(self, data_key: bytes, place: Place) -> bytes:
        return envelope.seal(self._keys[self.active_id], self.active_id, data_key, place)

    def unwrap(self, wrapped: bytes, place: Place) -> bytes:
        """Raises `KeyProblem` when the key that wrapped it is not in the ring, `Tampered` when it does not open."""
        key_id = envelope.key_id_of(wrapped)
        if key_id not in self._keys:
            raise KeyProblem(f"key {key_id} is not in the key ring, but this database uses it")
        return envelope.unseal(self._keys[key_id], wrapped, place)

    def __repr__(self) -> str:
        return f"KeyRing(active={self.active_id!r}, size={len(self._keys)})"


def _write_once(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)  # unlike a rename, this never replaces a key that another process just made
    finally:
        draft.unlink()
