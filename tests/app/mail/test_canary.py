"""Nothing that a person says is in clear anywhere on disk, in a mail or in a log."""

from __future__ import annotations

import logging
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from bot.mail import MailComposer, SpoolTransport, deliver_due
from bot.store import Conflict, KeyRing, Store, open_store
from bot.store.retention import sweep
from tests.support.request.steps import ERASE, OFFER, cancel, submit

CANARY = "kanarie-7f3a"


def everything(store: Store, composer: MailComposer, spool: Path, now: datetime) -> list[str]:
    """Drives every function with canaries in all content; returns the tokens that clients hold."""
    said = {"tekst": CANARY, CANARY: [CANARY]}
    token = store.conversations.create("web", said, [said], [said], now)
    tokens = [token]

    def turn(*effects, external_id):
        conversation = store.conversations.load(token)
        outcomes = store.turns.commit_turn(
            conversation,
            state=said,
            offered=[said],
            replies=[said],
            effects=list(effects),
            external_id=external_id,
            now=now,
        )
        store.turns.record_replies(conversation.id, external_id, [said], [said])
        store.conversations.already_answered(conversation.id, external_id)
        return conversation, outcomes

    before, (request, report) = turn(submit(naam=CANARY, contact=CANARY), OFFER, external_id=f"{CANARY}-1")
    tokens.append(report.data["token"])
    with pytest.raises(Conflict):
        store.turns.commit_turn(
            before, state=said, offered=[said], replies=[said], effects=[], external_id=f"{CANARY}-x", now=now
        )
    with pytest.raises(ValueError):
        turn(submit(CANARY, naam=CANARY), external_id=f"{CANARY}-2")
    turn(cancel(CANARY), cancel(request.data["reference"]), OFFER, external_id=f"{CANARY}-3")
    logging.getLogger().debug("%r %r", before, store)
    store.reports.open_report(tokens[1], now)
    store.reports.open_report(CANARY, now)
    store.requests.find(request.data["reference"])
    store.vault.rotate()
    deliver_due(store.database, SpoolTransport(spool), now, composer=composer)
    sweep(store.database, now)
    turn(external_id=f"{CANARY}-4")
    other = store.conversations.load(store.conversations.create("web", said, [said], [said], now))
    store.turns.commit_turn(
        other, state=said, offered=[said], replies=[said], effects=[ERASE], external_id=CANARY, now=now
    )
    return tokens


def test_no_canary_in_files_mails_or_logs(
    sqlite_url: str,
    keys: KeyRing,
    composer: MailComposer,
    tmp_path: Path,
    now: datetime,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
):
    caplog.set_level(logging.DEBUG)
    store = open_store(sqlite_url, keys)
    tokens = everything(store, composer, tmp_path / "spool", now)
    assert (tmp_path / "woningscan.db-wal").exists(), "the write-ahead log is searched as well"
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert sum(path.suffix == ".eml" for path in files) == 2
    output = capfd.readouterr()
    files[Path("logs")] = "\n".join([caplog.text, output.out, output.err]).encode()
    secrets = [CANARY, *tokens, *keys.to_text().split(":")[1:]]
    hits = [(str(path), secret) for path, content in files.items() for secret in secrets if secret.encode() in content]
    assert hits == []
    store.close()


def test_no_canary_in_postgresql(
    postgres_url: str, keys: KeyRing, composer: MailComposer, tmp_path: Path, now: datetime
):
    store = open_store(postgres_url, keys)
    tokens = everything(store, composer, tmp_path / "spool", now)
    engine = create_engine(postgres_url)
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        dump = [
            bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
            for table in tables
            for row in connection.execute(text(f"SELECT * FROM {table}"))
            for value in row
        ]
    engine.dispose()
    assert len(dump) > 60
    assert not [value for value in dump for secret in [CANARY, *tokens] if secret.encode() in value]
    store.close()


def test_a_database_error_does_not_repeat_values(sqlite_url: str, keys: KeyRing, now: datetime, tmp_path: Path):
    store = open_store(sqlite_url, keys)
    conversation = store.conversations.load(store.conversations.create("web", {}, [], [], now))
    raw = sqlite3.connect(tmp_path / "woningscan.db")
    raw.execute("DROP TABLE request")
    raw.commit()
    raw.close()
    with pytest.raises(Exception) as problem:
        store.turns.commit_turn(
            conversation,
            state={},
            offered=[],
            replies=[],
            effects=[submit(naam=CANARY)],
            external_id=CANARY,
            now=now,
        )
    told = [str(problem.value), str(problem.value.__cause__)]
    assert "nieuw" not in "".join(told), "not even harmless parameters are shown"
    assert CANARY not in "".join(told)
    store.close()
