"""`woningscan doctor` says of each part that it is in order, or what to do; each is broken here for real."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import text

from bot.commands.doctor import on_this_machine
from bot.commands.doctor.findings import WHAT_TO_DO
from bot.settings import ROOT
from bot.store import Database, KeyRing, open_store
from bot.store.base import clock_guard, migrating
from tests.faults.test_readiness import small_disk  # noqa: F401 - a fixture
from tests.support.commands import Command, Ended
from tests.support.mail_server import ScriptedServer, free_port
from tests.support.telegram.bot_api import TOKEN, BotApi

Look = Callable[..., Ended]


@pytest.fixture
def look(run_here: Command, engine: dict[str, str], keys: KeyRing) -> Look:
    """Doctor, with an engine that answers and keys."""
    return lambda **changes: run_here("doctor", **{**engine, "WONINGSCAN_KEYS": keys.to_text(), **changes})


def todo(ended: Ended) -> list[str]:
    """The problems that were told, by their keys; the status says the same."""
    told = [key for key, words in WHAT_TO_DO.items() if f"DOEN: {words}" in ended.stdout]
    assert len(told) == ended.stdout.count("DOEN:") and ended.returncode == int(bool(told)), ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr
    return told


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A Bot API that no other app has told where it is: what another test's app says there is kept."""
    started = BotApi()
    yield started
    started.close()


@pytest.fixture
def opened(database_url: str, keys: KeyRing) -> str:
    """A database of this version."""
    open_store(database_url, keys).close()
    return database_url


def test_everything_in_order_is_said_of_each_part(
    look: Look, opened: str, smtp_url: str, api: BotApi, tmp_path: Path
) -> None:
    ended = look(
        WONINGSCAN_DATABASE_URL=opened,
        WONINGSCAN_SMTP_URL=smtp_url,
        WONINGSCAN_TELEGRAM_TOKEN=TOKEN,
        WONINGSCAN_TELEGRAM_API=api.url,
    )
    assert todo(ended) == []
    parts = [line.split()[0] for line in ended.stdout.splitlines()]
    expected = "instellingen inhoud lezer model motor database sleutels klok schijf mail telegram"
    assert parts == expected.split()


def test_as_a_program_it_starts_an_engine_of_its_own_and_makes_no_file(run_command: Command, tmp_path: Path) -> None:
    ended = run_command("doctor")
    assert todo(ended) == [] and list(tmp_path.iterdir()) == []
    assert "nog leeg" in ended.stdout


def test_settings_that_are_unsafe_or_of_a_wrong_form(look: Look) -> None:
    unsafe = look(WONINGSCAN_ENVIRONMENT="production", WONINGSCAN_SMTP_URL="smtp://a:geheim-1@127.0.0.1:9?starttls=off")
    assert {"settings.unsafe", "mail"} <= set(todo(unsafe)) and "WONINGSCAN_PUBLIC_URL" in unsafe.stdout
    wrong = look(WONINGSCAN_ENGINE_TIMEOUT="geheim-2")
    assert todo(wrong) == ["settings.form"] and "WONINGSCAN_ENGINE_TIMEOUT" in wrong.stdout
    assert "geheim" not in unsafe.stdout + unsafe.stderr + wrong.stdout + wrong.stderr


def test_content_that_does_not_load(look: Look, tmp_path: Path) -> None:
    broken = tmp_path / "inhoud"
    shutil.copytree(ROOT / "content", broken)
    (broken / "messages.yml").write_text("geen: [inhoud", encoding="utf-8")
    assert todo(look(WONINGSCAN_CONTENT_DIR=str(broken))) == ["content"]


def test_a_reader_that_was_changed(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "model"
    shutil.copytree(on_this_machine.MODEL, folder)
    with (folder / "encoder.onnx").open("ab") as network:
        network.write(b"x")
    monkeypatch.setattr(on_this_machine, "MODEL", folder)
    assert todo(look()) == ["reader"]


def test_a_model_that_is_not_the_recorded_one_or_trained_on_other_files(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "elders"
    for name in ("engine", "models", "data/nlu", "data/rules", "data/stories"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, copy / name)
    for name in ("config.yml", "domain.yml"):
        shutil.copy(ROOT / name, copy / name)
    monkeypatch.setattr(on_this_machine, "ROOT", copy)
    assert todo(look()) == []
    with (copy / "domain.yml").open("a", encoding="utf-8") as domain:
        domain.write("# anders\n")
    assert todo(look()) == ["model"]
    shutil.copy(ROOT / "domain.yml", copy / "domain.yml")
    with (copy / "models" / "woningscan.tar.gz").open("ab") as model:
        model.write(b"x")
    assert todo(look()) == ["model"]


def test_an_engine_that_is_away_or_does_not_know_us(look: Look, engine: dict[str, str]) -> None:
    away = look(WONINGSCAN_ENGINE_URL=f"http://127.0.0.1:{free_port()}")
    assert todo(away) == ["engine.silent"]
    assert todo(look(WONINGSCAN_ENGINE_TOKEN="x" * 40)) == ["engine.silent"]


def test_an_engine_without_its_environment(look: Look, tmp_path: Path) -> None:
    missing = look(WONINGSCAN_ENGINE_URL="", WONINGSCAN_ENGINE_PYTHON=str(tmp_path / "python"))
    assert missing.stdout.count(WHAT_TO_DO["engine.environment"]) == 2, "neither the model nor the engine can be tried"
    assert missing.returncode == 1
    elsewhere = look(WONINGSCAN_ENGINE_PYTHON=str(tmp_path / "python"))
    assert todo(elsewhere) == [], "an engine elsewhere has its environment there"


def test_a_database_that_is_away(look: Look) -> None:
    for url in (f"postgresql://scan:geheim-3@127.0.0.1:{free_port()}/scan", "mysql://scan:geheim-3@127.0.0.1/scan"):
        ended = look(WONINGSCAN_DATABASE_URL=url)
        assert todo(ended) == ["database.away"] and "geheim" not in ended.stdout + ended.stderr


def test_a_database_of_another_version(
    look: Look, opened: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = tmp_path / "migrations"
    shutil.copytree(ROOT / "migrations", newer)
    head = 'revision = "0002"\ndown_revision = "0001"\n\n\ndef upgrade() -> None: ...\n'
    (newer / "versions" / "0002_later.py").write_text(head, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "_FOLDER", newer)
        assert todo(look(WONINGSCAN_DATABASE_URL=opened)) == ["database.older"]
    with closing(Database(opened)) as database, database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    assert todo(look(WONINGSCAN_DATABASE_URL=opened)) == ["database.newer"]


def test_keys_of_another_database(look: Look, opened: str) -> None:
    other = look(WONINGSCAN_DATABASE_URL=opened, WONINGSCAN_KEYS=KeyRing.generate().to_text())
    assert todo(other) == ["keys"]
    none = look(WONINGSCAN_DATABASE_URL=opened, WONINGSCAN_KEYS="")
    assert todo(none) == ["keys"]


def test_a_database_whose_clock_differs(look: Look, postgres_url: str, keys: KeyRing) -> None:
    open_store(postgres_url, keys).close()
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=10)):
        assert todo(look(WONINGSCAN_DATABASE_URL=postgres_url)) == ["clock.differs"]


def test_a_clock_that_was_set_back_and_removing_that_waits(look: Look, opened: str, keys: KeyRing) -> None:
    store = open_store(opened, keys)
    guard, now = clock_guard.ClockGuard(), datetime.now(UTC)
    assert guard.doubt(store.database, now + timedelta(days=1)) is None
    assert todo(look(WONINGSCAN_DATABASE_URL=opened)) == ["clock.back"]
    clock_guard.confirm(store.database, now)
    with store.database.writing() as session:
        clock_guard.hold_too_much(session, True, now)
    assert todo(look(WONINGSCAN_DATABASE_URL=opened)) == ["clock.held"]
    store.close()


def test_a_disk_that_is_full_or_not_to_be_written(look: Look, small_disk: Path) -> None:  # noqa: F811
    full = look(WONINGSCAN_DATA_DIR=str(small_disk))
    assert todo(full) == ["disk.full"] and "MB vrij" in full.stdout
    file = small_disk.parent / "geen-map"
    file.write_text("", encoding="utf-8")
    assert todo(look(WONINGSCAN_DATA_DIR=str(file))) == ["disk.unwritable"]


@pytest.fixture
def smtp() -> Iterator[ScriptedServer]:
    server = ScriptedServer(free_port())
    server.start()
    yield server
    server.stop()


@pytest.fixture
def smtp_url(smtp: ScriptedServer) -> str:
    return f"smtp://127.0.0.1:{smtp.port}?starttls=off"


def test_a_mail_server_is_tried_without_a_mail(look: Look, smtp: ScriptedServer, smtp_url: str) -> None:
    assert todo(look(WONINGSCAN_SMTP_URL=smtp_url)) == [] and smtp.received == []
    assert todo(look(WONINGSCAN_SMTP_URL=f"smtp://127.0.0.1:{smtp.port}")) == ["mail"], "it has no TLS"
    assert todo(look(WONINGSCAN_SMTP_URL=f"smtp://127.0.0.1:{free_port()}?starttls=off")) == ["mail"]


def test_telegram_that_brings_its_messages_elsewhere_or_cannot(look: Look, api: BotApi) -> None:
    bot = {"WONINGSCAN_TELEGRAM_TOKEN": TOKEN, "WONINGSCAN_TELEGRAM_API": api.url}
    bot |= {"WONINGSCAN_TELEGRAM_MODE": "webhook", "WONINGSCAN_TELEGRAM_SECRET": "s" * 40}
    assert todo(look(**bot)) == ["bot.elsewhere"]
    api.webhook = {"url": "http://127.0.0.1:8080/telegram/webhook"}
    assert todo(look(**bot)) == []
    api.webhook |= {"pending_update_count": 3, "last_error_date": int(datetime.now(UTC).timestamp())}
    assert todo(look(**bot)) == ["bot.fails"]
    gone = look(**{**bot, "WONINGSCAN_TELEGRAM_API": f"http://127.0.0.1:{free_port()}"})
    assert todo(gone) == ["bot.away"] and TOKEN not in gone.stdout + gone.stderr
