"""Members of staff for tests: made through the real set-up, logged in through the store or through the login page."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import pyotp

from bot.store import Store
from bot.store.staff.roles import Role

PASSPHRASE = "vier losse woorden regen"


@dataclass
class Member:
    """`token` is a session that is logged in; `next_code` a code that was not used before."""

    id: str
    name: str
    passphrase: str
    secret: str
    token: str
    recovery_codes: tuple[str, ...]
    _used: int = field(default=0)

    def next_code(self) -> str:
        """Twice in a row: the set-up used the code of one step ago, now and the next are left. Then time must pass."""
        step = max(self._used + 1, int(datetime.now(UTC).timestamp()) // 30)
        self._used = step
        return pyotp.HOTP(self.secret).at(step)


ROLES = {"medewerker": Role.MEMBER, "beheerder": Role.ADMINISTRATOR}


def make_member(store: Store, role: str = "medewerker", name: str = "", passphrase: str = PASSPHRASE) -> Member:
    """A member who is set up and logged in, without a browser."""
    name = name or f"m{secrets.token_hex(6)}"
    now = datetime.now(UTC)
    session = store.staff.setup.begin(store.staff.add(name, ROLES[role], now), now)
    signed_in = store.staff.sessions.load(session or "", now)
    assert signed_in is not None
    secret = store.staff.setup.secret(signed_in.staff_id) or ""
    code = pyotp.HOTP(secret).at(int(now.timestamp()) // 30 - 1)
    finished = store.staff.setup.finish(signed_in.staff_id, name, passphrase, code, now)
    assert finished.problem is None
    return Member(signed_in.staff_id, name, passphrase, secret, finished.token, finished.recovery_codes)


class Desk:
    """Somebody at the console: a client with a cookie jar of its own, that posts as a browser does."""

    def __init__(self, http: httpx.Client, store: Store, token: str = "", cookie: str = "secretariaat") -> None:
        self.http = http
        self._store = store
        self._cookie = cookie
        http.cookies.clear()
        if token:
            self.token = token

    @property
    def token(self) -> str:
        return next((one.value or "" for one in self.http.cookies.jar if one.name == self._cookie), "")

    @token.setter
    def token(self, token: str) -> None:
        host = self.http.base_url.host
        self.http.cookies.clear()
        self.http.cookies.set(self._cookie, token, domain=host if "." in host else f"{host}.local")

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.http.get(path, follow_redirects=False, **options)

    def post(self, path: str, fields: dict[str, str] | None = None, **headers: str) -> httpx.Response:
        """With the form token of this session and our own origin, unless `headers` (or a field `formulier`) differ."""
        if not self.token:
            self.get("/secretariaat/inloggen")  # a browser has a session from the page that its form is on
        own = {"origin": str(self.http.base_url).rstrip("/")} | headers
        data = dict(fields or {})
        if "formulier" not in data:
            data["formulier"] = self.form_token()
        given = {name: value for name, value in own.items() if value}
        return self.http.post(path, data=data, headers=given, follow_redirects=False)

    def form_token(self) -> str:
        """As it is on the page that this browser shows."""
        sessions = self._store.staff.sessions
        return sessions.form_token(self.token, sessions.load(self.token, datetime.now(UTC), touch=False))

    def log_in(self, member: Member, code: str | None = None, **changed: str) -> httpx.Response:
        """Through the login page."""
        fields = {
            "naam": member.name,
            "wachtzin": member.passphrase,
            "code": member.next_code() if code is None else code,
        }
        return self.post("/secretariaat/inloggen", fields | changed)
