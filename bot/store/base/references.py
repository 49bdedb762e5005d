"""References of requests: read out over the telephone, written on paper, typed back. `WS-XXXX-XXXXX`, 41 bits."""

from __future__ import annotations

import re
import secrets

_ALPHABET = "ACDEFGHJKMNPQRTUVWXY3479"  # without 0 O 1 I L 2 Z 5 S 6 8 B, which are taken for one another
_LENGTH = 9  # 24 symbols: 41 bits; eight would be 36


def new_reference() -> str:
    return _format("".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH)))


def normalise(typed: str) -> str | None:
    """A typed reference as it is stored (any case, spaces or dashes left out or added), or None when it is not one."""
    letters = re.sub(r"[\s\-‐‑–—.]", "", typed[:64]).upper()
    letters = letters.removeprefix("WS")
    if len(letters) != _LENGTH or not set(letters) <= set(_ALPHABET):
        return None
    return _format(letters)


def pattern(typed: str) -> str | None:
    """What a LIKE on bare references takes: all nine signs, or a part of three or more somewhere in it.

    A sign that is in no reference was read wrongly (an O, a 5) and stands for any. None when it is too little.
    """
    letters = re.sub(r"[^A-Z0-9]", "", typed[:64].upper())
    if len(letters) > _LENGTH or re.match(r"\s*W[S5]", typed.upper()):
        letters = re.sub(r"^W[S5]", "", letters)
    known = sum(sign in _ALPHABET for sign in letters)
    if known < 3 or len(letters) > _LENGTH:
        return None
    signs = "".join(sign if sign in _ALPHABET else "_" for sign in letters)
    return signs if len(letters) == _LENGTH else f"%{signs}%"


def _format(letters: str) -> str:
    return f"WS-{letters[:4]}-{letters[4:]}"
