"""Firefox and WebKit, driven by what Debian has of them: Firefox by its own Marionette, WebKit by its WebDriver.

Their windows cannot be as narrow as a telephone. The pages are therefore shown in a frame, which can be of any size:
what a page knows of its window is then the size of the frame.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from tests.support.waiting import GENEROUS, eventually

_PATHS = {"Navigate": "url", "ExecuteScript": "execute/sync", "SwitchToFrame": "frame"}
PROGRAMS = {"firefox": ["firefox-esr"], "webkit": ["WebKitWebDriver", "Xvfb"]}


class Refused(Exception):
    """The engine does not do what it was asked."""


class Engine:
    """One browser with one window; `_call` is how it takes a command, by the name that Marionette has for it."""

    def _call(self, name: str, **values: Any) -> Any:
        raise NotImplementedError

    def goto(self, url: str) -> None:
        self._call("Navigate", url=url)

    def evaluate(self, script: str, value: Any = None) -> Any:
        """What the function that `script` is gives for the value, as Playwright's `Page.evaluate` does."""
        body = f"return ({script})(arguments[0])" if "=>" in script[:40] else f"return ({script})"
        return self._call("ExecuteScript", script=body, args=[value])

    def outside(self) -> None:
        """From now on scripts run in the page around the frame."""
        self._call("SwitchToFrame", id=None)

    def inside(self) -> None:
        """From now on scripts run in the frame."""
        self.outside()
        self._call("SwitchToFrame", id=0)

    def resize(self, width: int, height: int) -> None:
        """Another size of the frame, and the pictures in which the page in it finds out."""
        self.outside()
        size = f"width: {width}px; height: {height}px; border: 0"
        self.evaluate("(size) => document.querySelector('iframe').setAttribute('style', size)", size)
        self.inside()
        eventually(lambda: self.evaluate("[innerWidth, innerHeight]") == [width, height])
        self.drawn()

    def drawn(self) -> None:
        self.evaluate("() => { window.shown = 0; const next = () => ++window.shown < 4 && requestAnimationFrame(next);"
                      " requestAnimationFrame(next) }")  # fmt: skip
        eventually(lambda: self.evaluate("window.shown >= 4"))


class Firefox(Engine):
    """By Marionette: lines of JSON over a socket, each after its length."""

    def __init__(self, port: int) -> None:
        self._socket = eventually(lambda: _connected(port))
        self._number = 0
        self._receive()
        self._call("NewSession", capabilities={"alwaysMatch": {}})

    def _call(self, name: str, **values: Any) -> Any:
        self._number += 1
        sent = json.dumps([0, self._number, f"WebDriver:{name}", values]).encode()
        self._socket.sendall(b"%d:%s" % (len(sent), sent))
        _, _, error, result = self._receive()
        if error:
            raise Refused(f"{name}: {error['message']}")
        return result.get("value") if isinstance(result, dict) else result

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, length: int) -> bytes:
        got = b""
        while len(got) < length:
            more = self._socket.recv(length - len(got))
            assert more, "Firefox has ended"
            got += more
        return got


class WebKit(Engine):
    """By the standard's HTTP interface."""

    def __init__(self, port: int) -> None:
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=GENEROUS)
        eventually(lambda: _connected(port))
        got = self._http.post("/session", json={"capabilities": {"alwaysMatch": {}}}).json()["value"]
        assert "sessionId" in got, got
        self._session = got["sessionId"]

    def _call(self, name: str, **values: Any) -> Any:
        got = self._http.post(f"/session/{self._session}/{_PATHS[name]}", json=values)
        if got.status_code != 200:
            raise Refused(f"{name}: {got.text}")
        return got.json()["value"]

    def quit(self) -> None:
        self._http.delete(f"/session/{self._session}")


@contextmanager
def started(name: str) -> Iterator[Engine]:
    """The engine of that name. A missing program is an error: these tests are never skipped."""
    for program in PROGRAMS[name]:
        if not shutil.which(program):
            raise RuntimeError(f"{program} is missing: .ci/run installs it on Debian")
    with ExitStack() as stack:
        yield stack.enter_context({"firefox": _firefox, "webkit": _webkit}[name]())


@contextmanager
def _firefox() -> Iterator[Engine]:
    port = _free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        wishes = {"marionette.port": port, "ui.prefersReducedMotion": 1, "app.update.auto": False}
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in wishes.items()]
        Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        with _running("firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", profile):
            yield Firefox(port)


@contextmanager
def _webkit() -> Iterator[Engine]:
    read, write = os.pipe()
    with _running("Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1200x24", "-nolisten", "tcp", keep=write):
        os.close(write)
        with os.fdopen(read, encoding="ascii") as told:
            display = told.readline().strip()
        port = _free_port()
        with _running("WebKitWebDriver", f"--port={port}", DISPLAY=f":{display}", GTK_A11Y="none"):
            engine = WebKit(port)
            yield engine
            engine.quit()


@contextmanager
def _running(*command: str, keep: int | None = None, **environment: str) -> Iterator[None]:
    """The program for as long as this lasts; `keep` is a file that it inherits."""
    files = [] if keep is None else [keep]
    program = subprocess.Popen(
        command,
        env=os.environ | environment,
        pass_fds=files,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _connected(port: int) -> socket.socket | None:
    with suppress(OSError):
        return socket.create_connection(("127.0.0.1", port), timeout=GENEROUS)
    return None
