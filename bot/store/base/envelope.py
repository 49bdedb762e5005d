"""Sealed values: AES-256-GCM with a version, the id of the key, and the place where the value belongs.

Layout: version (1 byte), length of the key id (1 byte), key id, nonce (12 bytes), ciphertext with tag. Version, key id
and place (table, column, row) are authenticated: a value that is copied to another row or column does not open.
"""

from __future__ import annotations

import secrets
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.store.base.errors import Tampered

KEY_BYTES = 32
_VERSION = 1
_NONCE_BYTES = 12


class Place(NamedTuple):
    """Where a sealed value belongs."""

    table: str
    column: str
    row: str


def seal(key: bytes, key_id: str, plaintext: bytes, place: Place) -> bytes:
    header = bytes([_VERSION, len(key_id)]) + key_id.encode("ascii")
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return header + nonce + AESGCM(key).encrypt(nonce, plaintext, _authenticated(header, place))


def unseal(key: bytes, envelope: bytes, place: Place) -> bytes:
    """Raises `Tampered` when the value, its key or its place is not what it was sealed with."""
    nonce_at = 2 + len(key_id_of(envelope))
    text_at = nonce_at + _NONCE_BYTES
    header, nonce = envelope[:nonce_at], envelope[nonce_at:text_at]
    try:
        return AESGCM(key).decrypt(nonce, envelope[text_at:], _authenticated(header, place))
    except (InvalidTag, ValueError) as error:
        raise Tampered(f"sealed value in {place.table}.{place.column} does not open") from error


def key_id_of(envelope: bytes) -> str:
    if len(envelope) < 2 or envelope[0] != _VERSION or len(envelope) < 2 + envelope[1] + _NONCE_BYTES:
        raise Tampered("not a sealed value of a known version")
    try:
        return envelope[2 : 2 + envelope[1]].decode("ascii")
    except UnicodeDecodeError as error:
        raise Tampered("not a sealed value of a known version") from error


def _authenticated(header: bytes, place: Place) -> bytes:
    parts = [header, *(part.encode() for part in place)]
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)
