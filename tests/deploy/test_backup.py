"""The backup scripts on a real PostgreSQL: what was kept comes back, what was erased does not."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot.store import KeyRing, Store, audit, open_store, row_check
from tests.support.databases import cannot, postgres_database
from tests.support.places import ROOT
from tests.support.request.steps import submit

SCRIPTS = ROOT / "deploy" / "backup"
SAID = "kanarie-7f3a"


def script(name: str, url: str, *arguments: Path | str, **environment: str) -> subprocess.CompletedProcess[str]:
    parts = make_url(url)
    where = {
        "PGHOST": str(parts.host),
        "PGPORT": str(parts.port),
        "PGUSER": str(parts.username),
        "PGPASSWORD": str(parts.password),
        "PGDATABASE": str(parts.database),
    }
    if not any((Path(folder) / "pg_dump").exists() for folder in os.environ["PATH"].split(":")):
        cannot("no pg_dump")
    command = ["sh", str(SCRIPTS / name), *map(str, arguments)]
    return subprocess.run(
        command, env={"PATH": os.environ["PATH"], **where, **environment}, capture_output=True, text=True
    )


@pytest.fixture
def empty_url() -> Iterator[str]:
    with postgres_database("template0") as url:
        yield url


def talked(store: Store, now: datetime) -> tuple[str, str]:
    """The token of a conversation, and the reference of the request that was made in it."""
    said = {"tekst": SAID}
    token = store.conversations.create("web", said, [said], [said], now)
    conversation = store.conversations.load(token)
    assert conversation is not None
    (outcome,) = store.turns.commit_turn(
        conversation, state=said, offered=[], replies=[said], effects=[submit(naam=SAID)], external_id="m1", now=now
    )
    return token, outcome.data["reference"]


def backed_up(url: str, folder: Path) -> tuple[Path, Path]:
    done = script("backup.sh", url, WONINGSCAN_BACKUPS=str(folder))
    assert done.returncode == 0, done.stderr
    newest = [max(folder.glob(f"{kind}-*.dump"), key=lambda path: path.stat().st_mtime) for kind in ("lang", "kort")]
    return newest[0], newest[1]


def test_what_was_kept_comes_back_and_what_was_erased_since_does_not(
    postgres_url: str, empty_url: str, keys: KeyRing, tmp_path: Path, now: datetime
) -> None:
    store = open_store(postgres_url, keys)
    kept, gone = talked(store, now), talked(store, now)
    store.telegram.put(7, now, chat_id=1, contents={"tekst": SAID}, urgent=False, in_order=False, messages=())
    long, _ = backed_up(postgres_url, tmp_path)
    erased = store.conversations.load(gone[0])
    assert erased is not None and store.conversations.erase(erased.id, now=now)
    assert store.requests.erase(gone[1], actor=audit.OPERATOR, now=now)
    with store.database.writing() as session:  # an update whose key is gone too
        session.execute(text("DELETE FROM data_key WHERE id IN (SELECT data_key_id FROM telegram_update)"))
    time.sleep(1.1 - time.time() % 1)  # a name holds whole seconds
    _, short = backed_up(postgres_url, tmp_path)
    store.close()

    done = script("restore.sh", empty_url, long, short)
    assert done.returncode == 0, done.stderr
    back = open_store(empty_url, keys)
    conversation, request = back.conversations.load(kept[0]), back.requests.find(kept[1])
    assert conversation is not None and conversation.state == {"tekst": SAID}
    assert request is not None and request.fields is not None and request.fields["naam"] == SAID
    assert back.conversations.load(gone[0]) is None
    forgotten = back.requests.find(gone[1])
    assert forgotten is not None and forgotten.fields is None
    assert row_check.wrong_rows(back.database, back.vault) == []
    audit.verify(back.database)
    with back.database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM data_key WHERE purpose = 'erased'")).scalar_one() == 0
        assert session.execute(text("SELECT count(*) FROM telegram_update")).scalar_one() == 0
    assert back.database.is_current()
    talked(back, now)
    back.close()


def test_the_files_are_for_their_owner_alone_and_say_nothing(
    postgres_url: str, keys: KeyRing, tmp_path: Path, now: datetime
) -> None:
    folder = tmp_path / "kopie"
    store = open_store(postgres_url, keys)
    talked(store, now)
    files = backed_up(postgres_url, folder)
    store.close()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in files] == [0o600, 0o600]
    for path in files:
        plain = subprocess.run(["pg_restore", "--file=-", str(path)], capture_output=True, check=True).stdout
        assert SAID.encode() not in plain
    wrapped = subprocess.run(["pg_restore", "--file=-", str(files[0])], capture_output=True, check=True).stdout
    assert wrapped.partition(b"COPY public.data_key")[2] == b"", "the long one holds no key"


def test_short_files_go_after_a_day_and_long_ones_after_their_days(
    postgres_url: str, keys: KeyRing, tmp_path: Path
) -> None:
    open_store(postgres_url, keys).close()
    ages = {"kort-oud.dump": 25, "kort-nieuw.dump": 23, "lang-oud.dump": 32 * 24, "lang-nieuw.dump": 29 * 24}
    for name, hours in ages.items():
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (time.time() - hours * 3600,) * 2)
    made = backed_up(postgres_url, tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"kort-nieuw.dump", "lang-nieuw.dump", made[0].name, made[1].name}


def test_a_backup_that_fails_leaves_no_file_and_takes_none_away(postgres_url: str, tmp_path: Path) -> None:
    (tmp_path / "kort-oud.dump").write_bytes(b"")
    os.utime(tmp_path / "kort-oud.dump", (0, 0))
    failed = script(
        "backup.sh",
        make_url(postgres_url).set(database="nergens").render_as_string(False),
        WONINGSCAN_BACKUPS=str(tmp_path),
    )
    assert failed.returncode != 0
    assert [path.name for path in tmp_path.iterdir()] == ["kort-oud.dump"]


def test_nothing_is_put_back_over_what_is_there(postgres_url: str, keys: KeyRing, tmp_path: Path) -> None:
    open_store(postgres_url, keys).close()
    files = backed_up(postgres_url, tmp_path)
    refused = script("restore.sh", postgres_url, *files)
    assert refused.returncode == 1 and "not empty" in refused.stderr
