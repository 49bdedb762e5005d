"""Walks over the routes of an app and finds those that do something with a visitor's text without judging it.

Nothing is listed by hand. A route that takes requests with a body is asked with nothing in it, and then with a text
about danger in every field that a page of ours or a channel names. Where the text changes what comes back, what comes
back must be the route to call 112: otherwise something was done with it that was not judged.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from httpx import Response
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.support.places import ROOT

KNIFE = "kom snel er staat nu iemand met een mes in mijn huis"
ALARM = "Bel nu 112."
STAFF = "/secretariaat/"
_CHANGING = {"POST", "PUT", "PATCH"}
_OWN = {"sec-fetch-site": "same-origin"}
_INPUT = re.compile(r'<(?:textarea|input type="(?!hidden|radio)\w+")[^>]*\bname="(\w+)"')
_TAKEN = re.compile(r'(?:\.get\(|\.text\(|\[)"([a-z]\w*)"')
_RANDOM = re.compile(r"[\w-]{20,}|WS-[\w-]+|\d{4}-\d\d-\d\dT[\d:.+]+")
"""What differs each time: tokens, references, moments."""
_MARKUP = re.compile(r"<[^>]+>")
# Put in by a page or by the widget itself, typed by nobody.
_NOT_TYPED = {"bericht", "beurt", "gezien", "keuze", "choice", "message_id"}
Visitor = tuple[TestClient, dict[str, str]]


def names_of_texts(more: Iterable[str]) -> set[str]:
    """Every name that a form of a visitor's page, or a channel's code, gives to something that is sent."""
    forms = (path.read_text(encoding="utf-8") for path in _below("content/templates", "*.j2", "console", "mail"))
    code = (path.read_text(encoding="utf-8") for path in _below("bot/channels", "*.py", "telegram"))
    named = {
        *more,
        *(name for text in forms for name in _INPUT.findall(text)),
        *(name for text in code for name in _TAKEN.findall(text)),
    }
    return named - _NOT_TYPED


def _below(folder: str, pattern: str, *but: str) -> Iterator[Path]:
    """The files of a folder, without those of these folders in it."""
    return (path for path in (ROOT / folder).rglob(pattern) if not set(but) & set(path.parts))


@dataclass
class Walk:
    """`arrive` gives a client with everything that a visitor may have, and its headers."""

    app: Starlette
    arrive: Callable[[], Visitor]
    names: set[str]
    judged: set[str] = field(default_factory=set)
    missed: set[str] = field(default_factory=set)

    def run(self) -> Walk:
        """`judged`: the paths that take a text and judge it; `missed`: path and field of a text that is not judged."""
        for method, path in self.routes():
            for send in (self._form, self._json):
                nothing = _shown(send(method, path, {}))
                if nothing[0] == 415:  # it does not take what is sent like this
                    continue
                for name in sorted(self.names):
                    answer = send(method, path, {name: KNIFE})
                    if _shown(answer) in (nothing, _shown(send(method, path, {}))):  # a page may tell the time
                        continue
                    if ALARM in _MARKUP.sub("", answer.text):
                        self.judged.add(path)
                    else:
                        self.missed.add(f"{path} {name}")
        return self

    def routes(self) -> Iterator[tuple[str, str]]:
        """Method and path of each route that something can be sent to, but the console's."""
        for route in self.app.routes:
            if isinstance(route, Route) and not route.path.startswith(STAFF):
                for method in sorted(_CHANGING & (route.methods or set())):
                    yield method, route.path

    def _form(self, method: str, path: str, fields: dict[str, str]) -> Response:
        client, headers = self.arrive()
        sent = {"bericht": secrets.token_urlsafe(16), "beurt": "0", **fields}
        return client.request(method, _address(path), data=sent, headers={**_OWN, **headers})

    def _json(self, method: str, path: str, fields: dict[str, str]) -> Response:
        client, headers = self.arrive()
        sent = json.dumps({"message_id": secrets.token_urlsafe(8), **fields})
        headers = {**_OWN, **headers, "content-type": "application/json"}
        return client.request(method, _address(path), content=sent, headers=headers)


def _address(path: str) -> str:
    return re.sub(r"\{\w+(?::\w+)?\}", "x" * 20, path)


def _shown(response: Response) -> tuple[int, str]:
    return response.status_code, _RANDOM.sub("", response.text)
