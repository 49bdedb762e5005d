"""The operator's commands, run as programs: lines of JSON, and a status that says whether it went well."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest

from bot.store import KeyRing, Store, open_store
from bot.store.mail import outbox
from bot.store.request import due_mail
from tests.support.commands import Command
from tests.support.request.steps import submit


@pytest.fixture
def run(run_here: Command, keys: KeyRing) -> Command:
    return partial(run_here, WONINGSCAN_KEYS=keys.to_text())


@pytest.fixture
def made(tmp_path: Path, keys: KeyRing, now: datetime) -> tuple[str, str]:
    """The token of a conversation, and the reference of the request made in it."""
    store: Store = open_store(f"sqlite:///{tmp_path / 'woningscan.db'}", keys)
    token = store.conversations.create("web", {}, [], [], now)
    (outcome,) = store.turns.commit_turn(
        store.conversations.load(token),
        state={},
        offered=[],
        replies=[],
        effects=[submit()],
        external_id="m1",
        now=now,
    )
    mail = due_mail.claim(store.database, now, timedelta(minutes=1))
    outbox.mark_failed(store.database, mail, "SMTPDataError")
    store.close()
    return token, outcome.data["reference"]


def reopened(tmp_path: Path, keys: KeyRing) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'woningscan.db'}", keys)


def test_erase_takes_a_request_once(run: Command, made: tuple[str, str], tmp_path: Path, keys: KeyRing):
    _, reference = made
    first, second = run("erase", reference.lower().replace("-", " ")), run("erase", reference)
    assert (first.returncode, json.loads(first.stdout)) == (0, {"gewist": True})
    assert second.returncode != 0 and json.loads(second.stdout) == {"gewist": False}
    store = reopened(tmp_path, keys)
    assert store.requests.find(reference).fields is None
    store.close()


@pytest.mark.parametrize("from_input", [False, True])
def test_erase_takes_a_conversation(
    run: Command, run_command: Command, made: tuple[str, str], tmp_path: Path, keys: KeyRing, from_input: bool
):
    token, reference = made
    done = (
        run_command("erase", "--conversation-token", "-", stdin=f"{token}\n".encode(), WONINGSCAN_KEYS=keys.to_text())
        if from_input
        else run("erase", f"--conversation-token={token}")
    )
    assert (done.returncode, json.loads(done.stdout)) == (0, {"gewist": True})
    assert token not in done.stdout + done.stderr
    store = reopened(tmp_path, keys)
    assert store.conversations.load(token) is None
    assert store.requests.find(reference).fields is not None
    store.close()


@pytest.mark.parametrize("arguments", [[], ["WS-AAAA-AAAAA", "--conversation-token=x"], ["--conversation-token=x"]])
def test_erase_wants_one_thing_that_is_there(run: Command, made: tuple[str, str], arguments: list[str]):
    assert run("erase", *arguments).returncode != 0


def test_audit_verify_says_the_first_wrong_row(run: Command, made: tuple[str, str], tmp_path: Path):
    right = run("audit", "verify")
    told = json.loads(right.stdout)
    assert right.returncode == 0 and told["klopt"] and told["rijen"] == 1
    noted = f"{told['rijen']}:{told['laatste']}"
    assert run("audit", "verify", "--noted", noted).returncode == 0
    assert run("audit", "verify", "--noted", f"5:{told['laatste']}").returncode != 0
    assert run("audit", "verify", "--noted", "zomaar").returncode != 0
    raw = sqlite3.connect(tmp_path / "woningscan.db")
    raw.executescript("DROP TRIGGER audit_no_update; UPDATE audit SET object = 'WS-AAAA-AAAAA' WHERE seq = 1;")
    raw.close()
    wrong = run("audit", "verify")
    assert wrong.returncode != 0
    assert json.loads(wrong.stdout) == {"klopt": False, "eerste_fout": 1}
    assert "row 1" in wrong.stderr and "Traceback" not in wrong.stderr


def test_audit_verify_names_each_row_that_was_changed(run: Command, made: tuple[str, str], tmp_path: Path):
    raw = sqlite3.connect(tmp_path / "woningscan.db", isolation_level=None)
    (request,) = raw.execute("SELECT id FROM request").fetchone()
    (mail,) = raw.execute("SELECT id FROM outbox").fetchone()
    raw.execute("UPDATE request SET owner_id = 'mij'")
    raw.execute("UPDATE outbox SET kind = 'access'")
    raw.close()
    wrong = run("audit", "verify")
    assert wrong.returncode != 0 and "2 rows" in wrong.stderr and "Traceback" not in wrong.stderr
    *named, log = map(json.loads, wrong.stdout.splitlines())
    assert {(row["tabel"], row["rij"]) for row in named} == {("request", request), ("outbox", mail)}
    assert not log["klopt"] and log["rijen"] == 1


def test_one_key_that_does_not_open_is_named_and_the_others_go_on(
    run: Command, made: tuple[str, str], tmp_path: Path, keys: KeyRing
):
    raw = sqlite3.connect(tmp_path / "woningscan.db", isolation_level=None)
    (broken,) = raw.execute("SELECT data_key_id FROM request").fetchone()
    raw.execute("UPDATE data_key SET wrapped = x'01026b39' WHERE id = ?", (broken,))
    raw.close()
    rotated = run("keys", "rotate", WONINGSCAN_KEYS=f"{run('keys', 'new', 'k2').stdout.strip()},{keys.to_text()}")
    assert rotated.returncode != 0 and "keep the old master key" in rotated.stderr
    assert json.loads(rotated.stdout) == {"opnieuw_verpakt": 2, "niet_te_openen": [broken]}


def test_keys_new_and_rotate(run: Command, made: tuple[str, str], tmp_path: Path, keys: KeyRing):
    new = run("keys", "new", "k2").stdout.strip()
    assert run("keys", "new", "met spatie").returncode != 0
    both = f"{new},{keys.to_text()}"
    for changed in (3, 0):
        told = json.loads(run("keys", "rotate", WONINGSCAN_KEYS=both).stdout)
        assert told == {"opnieuw_verpakt": changed, "niet_te_openen": []}
    store = reopened(tmp_path, KeyRing.parse(new))
    assert store.requests.find(made[1]).fields is not None
    store.close()
    assert run("keys", "rotate").returncode != 0, "the old key alone no longer opens it"


def test_retention_prints_what_was_removed(run: Command, made: tuple[str, str], tmp_path: Path):
    old = (datetime.now(timezone.utc) - timedelta(days=400)).replace(tzinfo=None)
    raw = sqlite3.connect(tmp_path / "woningscan.db")
    raw.execute("UPDATE conversation SET updated_at = ?", (str(old),))
    raw.execute("UPDATE request SET status = 'finished', updated_at = ?", (str(old),))
    raw.commit()
    raw.close()
    done = run("retention")
    told = json.loads(done.stdout)
    assert (done.returncode, told["conversations"], told["requests"]) == (0, 1, 1)
    assert json.loads(run("retention").stdout)["requests"] == 0
    assert run("retention", WONINGSCAN_REQUEST_DAYS="0").returncode != 0


def test_retention_does_not_believe_a_clock_that_jumped_until_it_is_confirmed(
    run: Command, made: tuple[str, str], tmp_path: Path
):
    old = (datetime.now(timezone.utc) - timedelta(days=100)).replace(tzinfo=None)
    raw = sqlite3.connect(tmp_path / "woningscan.db")
    raw.execute("UPDATE conversation SET updated_at = ?", (str(datetime.now(timezone.utc).replace(tzinfo=None)),))
    raw.commit()
    raw.close()
    assert json.loads(run("retention").stdout)["conversations"] == 0
    raw = sqlite3.connect(tmp_path / "woningscan.db")
    raw.execute("UPDATE conversation SET updated_at = ?", (str(old),))
    raw.execute("UPDATE clock_mark SET at = ?", (str(old),))
    raw.commit()
    raw.close()
    held = run("retention")
    assert (held.returncode != 0, json.loads(held.stdout)) == (True, {"niets_gewist": "vooruit"})
    assert "--confirm" in held.stderr and "Traceback" not in held.stderr
    done = run("retention", "--confirm")
    assert (done.returncode, json.loads(done.stdout)["conversations"]) == (0, 1)
    assert run("retention").returncode == 0


def test_outbox_gives_failed_mail_a_new_start(run: Command, made: tuple[str, str], tmp_path: Path):
    done = run("outbox", "--retry-failed", "--deliver")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert lines[0] == {"opnieuw_klaargezet": 1}
    assert lines[1]["verzonden"] == 1
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1
