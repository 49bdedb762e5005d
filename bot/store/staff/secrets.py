"""What staff logs in with: a passphrase (Argon2id), a code that changes (TOTP, RFC 6238), recovery codes."""

from __future__ import annotations

import hmac
import re
import secrets
import unicodedata
from datetime import datetime
from functools import cached_property
from itertools import pairwise

import pyotp
from argon2 import Parameters, PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

MIN_PASSPHRASE, MAX_PASSPHRASE = 14, 256
STEP_SECONDS, DRIFT_STEPS = 30, 1
RECOVERY_CODES = 10
_RECOVERY_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without I, O, 0 and 1, which look alike on paper
_RECOVERY_LENGTH = 16  # 80 bits: a keyed hash is enough to keep it by
_FEWEST_SIGNS = 6
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


def normal_login(typed: str) -> str:
    """A login name as it is compared: capitals and surrounding blanks do not count."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def is_login(login: str) -> bool:
    return bool(_LOGIN.fullmatch(login))


def weakness(passphrase: str, login: str) -> str | None:
    """Why this passphrase is refused: `short`, `long`, `name`, `repeated` or `row`; None when it may be used."""
    signs = unicodedata.normalize("NFKC", passphrase).casefold().strip()
    if len(signs) < MIN_PASSPHRASE:
        return "short"
    if len(passphrase) > MAX_PASSPHRASE:
        return "long"
    letters = "".join(sign for sign in signs if sign.isalnum())
    name = "".join(sign for sign in login.casefold() if sign.isalnum())
    if name and len(letters.replace(name, "")) < MIN_PASSPHRASE // 2 and name in letters:
        return "name"
    words = re.findall(r"\w+", signs)
    if len(set(signs)) < _FEWEST_SIGNS or (len(words) > 1 and len(set(words)) == 1) or _is_periodic(letters):
        return "repeated"
    steps = {ord(after) - ord(before) for before, after in pairwise(letters)}
    return "row" if len(steps) <= 1 or (letters.isdigit() and len(steps) <= 2) else None


def _is_periodic(letters: str) -> bool:
    """True for one piece written again and again, as in `geheimgeheimgeheim`."""
    return len(letters) > 1 and letters in (letters + letters)[1:-1]


class Passphrases:
    """Hashes and verifies. Every login verifies exactly once, also for a name that nobody has."""

    def __init__(self, parameters: Parameters = RFC_9106_LOW_MEMORY) -> None:
        self._hasher = PasswordHasher.from_parameters(parameters)

    def hash(self, passphrase: str) -> str:
        return self._hasher.hash(_normal(passphrase))

    @cached_property
    def _of_nobody(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe(32))

    def verify(self, stored: str | None, passphrase: str) -> bool:
        """Without a stored hash the same work is done against one that fits nothing."""
        try:
            nobody = self._of_nobody  # made before it is known who logs in: the first login is no exception
            return self._hasher.verify(stored or nobody, _normal(passphrase)) and stored is not None
        except (VerificationError, InvalidHashError):
            return False


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase[: MAX_PASSPHRASE + 1]).encode("utf-8", "replace").decode()


def new_totp_secret() -> str:
    return pyotp.random_base32()


def totp_uri(secret: str, login: str, issuer: str) -> str:
    """What the QR code says to an authenticator."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=issuer)


def totp_step(secret: str, typed: str, now: datetime, last_used: int | None) -> int | None:
    """The time step of a valid code, or None. One step of drift either way; a step counts once and never backwards."""
    code = "".join(typed.split())
    if not re.fullmatch(r"[0-9]{6}", code):
        return None
    current, matched = int(now.timestamp()) // STEP_SECONDS, None
    generator = pyotp.HOTP(secret)
    for step in range(current - DRIFT_STEPS, current + DRIFT_STEPS + 1):
        if hmac.compare_digest(generator.at(step), code) and (last_used is None or step > last_used):
            matched = step
    return matched


def new_recovery_codes() -> list[str]:
    """Ten codes as they are shown: four groups of four."""
    drawn = ("".join(secrets.choice(_RECOVERY_SIGNS) for _ in range(_RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES))
    return ["-".join(code[at : at + 4] for at in range(0, _RECOVERY_LENGTH, 4)) for code in drawn]


def normal_recovery_code(typed: str) -> str | None:
    """A recovery code as it is compared, or None for what cannot be one."""
    code = re.sub(r"[\s-]", "", typed).upper()
    return code if len(code) == _RECOVERY_LENGTH and set(code) <= set(_RECOVERY_SIGNS) else None
