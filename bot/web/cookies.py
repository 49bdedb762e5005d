"""A token in a cookie that scripts and other websites cannot use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

_TOKEN = re.compile(r"[\x00-\x7f]{1,128}")


@dataclass(frozen=True)
class Cookie:
    """Without a `lifetime` (seconds) it ends with the browser. `shape` is what a token looks like; another is none.

    Over https, and always in production, its name begins with `__Host-`: no other host can set it. Only a development
    run over http, on one's own machine, has plain names: browsers refuse the others there.
    """

    plain_name: str
    secure: bool
    lifetime: int | None = None
    shape: re.Pattern[str] = _TOKEN

    @property
    def name(self) -> str:
        return f"__Host-{self.plain_name}" if self.secure else self.plain_name

    def read(self, request: Request) -> str | None:
        token = request.cookies.get(self.name, "")
        return token if self.shape.fullmatch(token) else None

    def set(self, response: Response, token: str) -> None:
        self._send(response, token, self.lifetime)

    def delete(self, response: Response) -> None:
        self._send(response, "", 0)

    def _send(self, response: Response, token: str, lifetime: int | None) -> None:
        response.set_cookie(self.name, token, lifetime, path="/", secure=self.secure, httponly=True, samesite="strict")
