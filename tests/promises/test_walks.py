"""The walks of one answer, one threat and one request through the app in `docs/architecture.md` are those taken.

What a message passes is seen by `sys.monitoring` while the app answers it; the engine's part is seen the same way in
its own tests. The rules and tables of the readers are one stop, however many files they are.
"""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from tests.support.places import ROOT
from tests.support.talking.conversing import Assistant
from tests.support.talking.safe_triage import safely

OURS = ("bot/", "woningscan/")
STOPS = ("woningscan/reading/threat/", "woningscan/reading/answers/")
_TOOL = sys.monitoring.PROFILER_ID
_FILE = re.compile(r"^\d+\. `([\w/.]+)`", re.MULTILINE)
Talk = Callable[..., list[str]]


def walk(title: str) -> set[str]:
    """The files that the document names under this heading."""
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    section = text.split(f"### {title}\n")[1].split("\n#")[0]
    return set(_FILE.findall(section))


def stop(path: str) -> str:
    return next((folder for folder in STOPS if path.startswith(folder)), path)


def passed(act: Callable[[], object]) -> list[str]:
    """The files of ours in which something ran while `act` did, in any thread, as they came."""
    files: dict[str, None] = {}

    def start(code: Any, _: int) -> Any:
        files.setdefault(code.co_filename)
        return sys.monitoring.DISABLE

    sys.monitoring.use_tool_id(_TOOL, "walk")
    try:
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.PY_START, start)
        sys.monitoring.restart_events()
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.PY_START)
        act()
    finally:
        sys.monitoring.set_events(_TOOL, 0)
        sys.monitoring.free_tool_id(_TOOL)
    own = (Path(file).relative_to(ROOT).as_posix() for file in files if Path(file).is_relative_to(ROOT))
    return list(dict.fromkeys(stop(path) for path in own if path.startswith(OURS)))


@pytest.fixture
def say(tmp_path: Path, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[Talk]:
    """Says or presses something in a conversation over the API; no background work runs meanwhile."""

    async def no_jobs(*_: object) -> None:
        return

    monkeypatch.setattr("bot.app.start_jobs", no_jobs)
    monkeypatch.setattr("bot.channels.report.pdf.PdfPrinter.warm_up", lambda self: None)
    numbers = itertools.count()
    with TestClient(create_app(Settings(data_dir=tmp_path, **assistant.address))) as client:
        opened = client.post("/api/v1/conversations", json={}).json()
        headers = {"authorization": f"Bearer {opened['conversation']}"}

        def send(**message: str) -> list[str]:
            sent = {"message_id": f"message-{next(numbers)}", **message}
            answer = client.post("/api/v1/messages", json=sent, headers=headers)
            assert answer.status_code == 200, answer.text
            return [reply["id"] for reply in answer.json()["replies"]]

        yield send


def compare(title: str, files: list[str]) -> None:
    named = walk(title)
    assert sorted(set(files) - named) == [], "passed, and not in the document"
    assert sorted(named - set(files)) == [], "in the document, and not passed"


def test_one_answer(say: Talk) -> None:
    for message in ({"choice": "start_scan"}, {"text": "raadslid"}, {"text": "nee"}):
        say(**message)
    compare("One answer", passed(lambda: say(text="nee")))


def test_one_threat(say: Talk) -> None:
    for message in ({"choice": "start_scan"}, {"text": "raadslid"}, {"text": "nee"}):
        say(**message)
    replies: list[str] = []
    files = passed(lambda: replies.extend(say(text="er staat nu iemand met een mes in mijn huis")))
    assert replies[0] == "threat.route.acuut"
    compare("One threat", files)


def test_one_request(say: Talk) -> None:
    replies = safely(say(choice="book_scan"), lambda choice: say(choice=choice))
    for typed in ("Jan de Vries", "raadslid", "jan@voorbeeld.nl", "geen voorkeur"):
        replies = say(text=typed)
    assert replies == ["booking.review"]
    files = passed(lambda: replies.extend(say(text="akkoord, verstuur maar")))
    assert any(reply.startswith("booking.confirmed") for reply in replies)
    compare("One request", files)
