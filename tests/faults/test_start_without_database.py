"""The app starts without its database: it says so with the numbers to call, and goes on by itself once it is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import KeyProblem, KeyRing, UnsafeSettings, open_store
from bot.store.request import requests
from bot.store.request.states import RequestKind
from tests.support.process import AppProcess
from tests.support.running import NOWHERE
from tests.support.stress.cluster import Cluster, own_cluster
from tests.support.talking.conversing import Assistant
from tests.support.waiting import eventually

THREAT = "er staat nu iemand met een mes voor mijn deur"
NUMBERS = ("112", "0900-8844")


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with own_cluster() as made:
        yield made


def check_away(client: Any) -> None:
    """What everybody gets who comes while there is no database."""
    for path in ("/", "/zelfscan", "/widget/woningscan-chat.js", "/gezond"):
        assert client.get(path).status_code == 200, path
    assert all(number in client.get("/zelfscan").text for number in NUMBERS)
    ready = client.get("/gereed")
    assert (ready.status_code, ready.json()["gegevens"]) == (503, False)
    assert ready.json()["reden"].startswith(("database: ", "keys: "))
    opened = client.post("/api/v1/conversations")
    assert opened.status_code == 503
    for text, expected in ((THREAT, "threat.route.acuut"), ("hallo", "gate.unavailable")):
        said = client.post(
            "/api/v1/messages",
            json={"message_id": "message-1", "text": text},
            headers={"authorization": f"Bearer {'x' * 43}"},
        )
        assert said.json()["replies"][0]["id"] == expected
        page = client.post("/zelfscan", data={"bericht": "b" * 20, "beurt": "0", "tekst": text})
        assert page.status_code == 503
        assert all(number in page.text and number in said.text for number in NUMBERS[:1])
    for page in (client.post("/rapport/x"), client.post("/aanvraag/", data={"referentie": "WS-AAAA-AAAAA"})):
        assert page.status_code == 503
        assert page.headers["content-type"].startswith("text/html")
        assert all(number in page.text for number in NUMBERS)
    for text in (opened.text, said.text, page.text):
        assert "bewaard" not in text and "in uw mail" not in text
        assert all(number in text for number in NUMBERS)


def test_postgresql_that_comes_goes_and_comes_back(
    cluster: Cluster, tmp_path: Path, assistant: Assistant, keys: KeyRing
) -> None:
    app = AppProcess(tmp_path, keys, database_url=cluster.url, **assistant.address)
    app.start()
    try:
        with httpx.Client(base_url=app.url, timeout=30) as client:
            check_away(client)
            for number in (1, 2):
                cluster.start()
                eventually(lambda: client.get("/gereed").status_code == 200)
                token = app.open()
                assert app.send(token, 1, "!start_scan") == ["scan.ask.functie"]
                store = open_store(cluster.url, keys)
                with store.database.writing() as session:
                    fields = {"naam": "Jo", "functie": "raadslid", "contact": "0612345678"}
                    requests.submit(
                        session, store.vault, RequestKind.SCAN_VISIT, fields, "example.org", datetime.now(UTC)
                    )
                store.close()
                eventually(lambda expected=number: len(list((tmp_path / "mail").glob("*.eml"))) == expected)
                cluster.stop()
                eventually(lambda: client.get("/gereed").status_code == 503)
    finally:
        app.kill()


def in_the_way(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")


def no_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 500)


def a_folder(path: Path) -> None:
    path.mkdir(parents=True)


@pytest.mark.parametrize("broken", [in_the_way, no_database, a_folder])
def test_a_sqlite_file_that_cannot_be_opened(tmp_path: Path, broken: Callable[[Path], None]) -> None:
    folder = tmp_path / "gegevens"
    broken(folder / "woningscan.db")
    app = create_app(Settings(data_dir=folder, **NOWHERE))
    with TestClient(app, raise_server_exceptions=False) as client:
        check_away(client)
        folder.unlink() if folder.is_file() else shutil.rmtree(folder)
        eventually(lambda: client.get("/gereed").json()["gegevens"])
        assert "reden" not in client.get("/gereed").json()
        assert client.post("/api/v1/conversations").status_code == 201
        with app.state.services.store.database.reading() as session:
            assert session.connection().exec_driver_sql("SELECT count(*) FROM job_beat").scalar_one() > 4


def test_what_no_waiting_mends_still_refuses_to_start(tmp_path: Path, keys: KeyRing) -> None:
    url = f"sqlite:///{tmp_path / 'w.db'}"
    open_store(url, keys).close()
    other = KeyRing.generate("k9").to_text()
    refused: list[tuple[dict[str, Any], type[Exception]]] = [
        ({"database_url": url, "keys": other}, KeyProblem),
        ({"database_url": "postgresql://x:y@127.0.0.1:1/z", "keys": "geen sleutel"}, KeyProblem),
        ({"database_url": "postgresql://x:y@127.0.0.1:1/z", "smtp_url": "ftp://x"}, UnsafeSettings),
        ({"database_url": "mysql://x:y@127.0.0.1:1/z"}, UnsafeSettings),
    ]
    for settings, problem in refused:
        with pytest.raises(problem), TestClient(create_app(Settings(data_dir=tmp_path, **NOWHERE, **settings))):
            pass
