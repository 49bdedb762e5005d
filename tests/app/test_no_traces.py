"""Of who came by nothing is left: no address, no typed text, no line for a visit."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.commands.main import serve
from bot.settings import Settings
from bot.store import Store
from bot.store.conversation.models import Conversation
from bot.store.kept import kept_with
from tests.support.running import serving

ADDRESS, AGENT, CANARY = "203.0.113.77", "Kanariebrowser/1.0", "kanariepiet"
OWN = {"sec-fetch-site": "same-origin", "user-agent": AGENT}
TYPED = (f"ik ben wethouder, zegt {CANARY}", f"{CANARY} staat met een mes voor mijn deur", f"{CANARY} {CANARY}", "nee")


def talk(visitor: TestClient) -> None:
    """Somebody who types, is in danger, asks for an own request, guesses at the console and asks what is not there."""
    opened = visitor.post("/api/v1/conversations", headers=OWN).json()["conversation"]
    mine = {**OWN, "authorization": f"Bearer {opened}"}
    for number, typed in enumerate(TYPED):
        sent = {"message_id": f"bericht-{number}", "text": typed}
        assert visitor.post("/api/v1/messages", json=sent, headers=mine).status_code == 200
    visitor.post("/aanvraag/", data={"referentie": CANARY}, headers=OWN)
    visitor.post("/secretariaat/inloggen", data={"naam": CANARY, "wachtzin": CANARY}, headers=OWN)
    visitor.get(f"/{CANARY}", headers=OWN)
    visitor.post("/api/v1/messages", content=b"{", headers=mine)


def test_no_address_and_no_typed_text_is_kept_or_logged(
    settings: Callable[..., Settings], caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    made = settings()
    with serving(made) as client:
        talk(TestClient(client.app, client=(ADDRESS, 50_000), raise_server_exceptions=False))
        store: Store = client.app.state.services.store  # type: ignore[attr-defined]
        with store.database.reading() as session:
            keys = session.scalars(select(Conversation.data_key_id)).all()
            kept = json.dumps([kept_with(session, store.vault.key_of(session, key)) for key in keys])
    assert "wethouder" in kept, "what was chosen is kept"
    ours = [line for line in caplog.messages if not line.startswith("HTTP Request")]  # said by the test's own client
    files = [path.read_bytes() for path in Path(made.data_dir).rglob("*") if path.is_file()]
    for trace in (ADDRESS, AGENT, CANARY):
        assert trace not in kept.casefold() and not any(trace in line for line in ours)
        assert not any(trace.encode() in content for content in files)


def test_a_visit_leaves_no_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    said: dict[str, object] = {}
    monkeypatch.setenv("WONINGSCAN_DATA_DIR", str(tmp_path))
    monkeypatch.setattr("uvicorn.run", lambda app, **options: said.update(options))
    serve()
    assert (said["access_log"], said["server_header"], said["log_level"]) == (False, False, "warning")
