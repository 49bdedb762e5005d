"""`/gereed` is not ready while the database cannot be written, however well it can be read."""

from __future__ import annotations

import itertools
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, make_url, text
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import KeyRing, Store
from tests.faults.test_database_away import locked, read_only
from tests.faults.test_start_without_database import NOWHERE, THREAT
from tests.support.databases import cannot

NUMBER, KEPT = "112", "bewaard"


def opened(folder: Path, **settings: Any) -> TestClient:
    return TestClient(create_app(Settings(data_dir=folder, **NOWHERE, **settings)), raise_server_exceptions=False)


def stored(client: TestClient) -> bool:
    """What `/gereed` says of the database; not ready is status 503, with the reason."""
    answer = client.get("/gereed")
    told: dict[str, Any] = answer.json()
    assert told["gegevens"] or (answer.status_code == 503 and told["reden"])
    return bool(told["gegevens"])


def store_of(client: TestClient) -> Store:
    store: Store = client.app.state.services.store  # type: ignore[attr-defined]
    return store


def test_each_look_really_writes(tmp_path: Path) -> None:
    with opened(tmp_path) as client:
        for _ in range(2):
            assert stored(client)
            with store_of(client).database.writing() as session:
                done = session.connection().execute(text("DELETE FROM job_beat WHERE name = 'gereed'"))
                assert done.rowcount == 1


def test_a_read_only_file(tmp_path: Path) -> None:
    with opened(tmp_path) as client:
        assert stored(client)
        with read_only(store_of(client)):
            assert not stored(client)
        assert stored(client)


def test_a_file_that_somebody_else_holds(tmp_path: Path) -> None:
    with opened(tmp_path) as client:
        with locked(tmp_path / "woningscan.db"):
            assert not stored(client)
        assert stored(client)


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    with opened(tmp_path) as client:
        database = store_of(client).database
        assert stored(client)
        with database.reading() as session:
            pages = session.execute(text("PRAGMA page_count")).scalar_one()

        def limit(connection: sqlite3.Connection, *_: object) -> None:  # SQLite keeps it per connection
            connection.execute(f"PRAGMA max_page_count={pages}")

        event.listen(database._engine, "checkout", limit)
        assert not stored(client)
        event.remove(database._engine, "checkout", limit)
        database._engine.dispose()
        assert stored(client)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if os.geteuid() != 0:
        cannot("only root may mount a disk")
    disk = tmp_path / "schijf"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], check=True)
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk(tmp_path: Path, small_disk: Path) -> None:
    url = f"sqlite:///{small_disk / 'woningscan.db'}"
    with opened(tmp_path, database_url=url) as client:
        assert stored(client)
        filler = small_disk / "vol"
        with filler.open("wb", buffering=0) as file, pytest.raises(OSError):
            while True:
                file.write(bytes(4096))
        assert not stored(client)
        filler.unlink()
        assert stored(client)


def test_what_visitors_see_of_a_full_disk(tmp_path: Path, small_disk: Path) -> None:
    with opened(tmp_path, database_url=f"sqlite:///{small_disk / 'woningscan.db'}") as client:
        token = client.post("/api/v1/conversations", json={}).json()["conversation"]

        def told(**message: str) -> list[str]:
            sent = {"message_id": f"message-{next(numbers)}", **message}
            answer = client.post("/api/v1/messages", json=sent, headers={"authorization": f"Bearer {token}"})
            assert answer.status_code == 200 and "gate.old_choice" not in answer.text
            if "gate.unavailable" in answer.text:
                assert NUMBER in answer.text and KEPT not in answer.text
            return [reply["id"] for reply in answer.json()["replies"]]

        numbers = itertools.count()
        assert told(choice="start_scan") == ["scan.ask.functie"]
        filler = small_disk / "vol"
        with filler.open("wb", buffering=0) as file, pytest.raises(OSError):
            while True:
                file.write(bytes(4096))
        while told(choice="antwoord:functie=wethouder") != ["gate.unavailable"]:  # what still has room is kept
            assert told(choice="back")
        assert told(text=THREAT)[0] == "threat.route.acuut"
        refused = client.post("/api/v1/conversations", json={})
        assert refused.status_code == 503 and NUMBER in refused.text
        filler.unlink()
        assert "gate.unavailable" not in told(choice="help")


def test_a_disk_that_became_read_only(tmp_path: Path, small_disk: Path) -> None:
    with opened(tmp_path, database_url=f"sqlite:///{small_disk / 'woningscan.db'}") as client:
        assert stored(client)
        store_of(client).close()  # an open file keeps a disk from becoming read-only
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=False)
        if os.access(small_disk, os.W_OK) and not _refuses(small_disk):
            cannot("this machine does not let a disk become read-only")
        assert not stored(client)
        subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
        assert stored(client)


def _refuses(folder: Path) -> bool:
    try:
        (folder / "probe").write_text("x")
    except OSError:
        return True
    return False


def test_postgresql_that_is_read_only(tmp_path: Path, postgres_url: str, keys: KeyRing) -> None:
    for read_only_now in (False, True):
        url = make_url(postgres_url)
        options = f"{url.query.get('options', '')} -cdefault_transaction_read_only={'on' if read_only_now else 'off'}"
        url = url.update_query_dict({"options": options})
        settings = {"database_url": url.render_as_string(hide_password=False), "keys": keys.to_text()}
        with opened(tmp_path, **settings) as client:
            assert stored(client) is not read_only_now
            assert client.post("/api/v1/conversations").status_code == (503 if read_only_now else 201)
