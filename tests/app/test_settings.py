"""Settings: a plain development run needs none, production refuses what would endanger people or data."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any

import pytest

from bot.making import make_keys
from bot.settings import Settings, UnsafeSettings
from bot.store import KeyRing
from tests.support.commands import Command

STRONG = KeyRing.generate().to_text()
SAFE: dict[str, Any] = {
    "environment": "production",
    "keys": "1:sleutel",
    "public_url": "https://scan.example.org",
    "smtp_url": "smtps://post.example.org",
    "mail_from": "scan@example.org",
    "mail_to": "secretariaat@example.org",
    "database_url": "postgresql+psycopg://scan@gegevens.example.org/scan",
}


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("WONINGSCAN_")]:
        monkeypatch.delenv(name)


def test_the_defaults_are_a_working_development_run() -> None:
    Settings().refuse_unsafe()
    assert Settings().database.startswith("sqlite:///")


def test_safe_production_settings_start() -> None:
    Settings(**SAFE).refuse_unsafe(workers=4)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"keys": ""}, "WONINGSCAN_KEYS"),
        ({"public_url": "http://scan.example.org"}, "WONINGSCAN_PUBLIC_URL"),
        ({"smtp_url": ""}, "WONINGSCAN_SMTP_URL"),
        ({"mail_to": "secretariaat@localhost"}, "WONINGSCAN_MAIL_TO"),
        ({"mail_from": "woningscan@localhost"}, "WONINGSCAN_MAIL_FROM"),
        ({"database_url": ""}, "WONINGSCAN_DATABASE_URL"),
        ({"engine_url": "http://127.0.0.1:5200"}, "WONINGSCAN_ENGINE_TOKEN"),
        ({"engine_url": "http://127.0.0.1:5200", "engine_token": "kort"}, "WONINGSCAN_ENGINE_TOKEN"),
        ({"embed_origins": "https://www.example.org/pagina"}, "WONINGSCAN_EMBED_ORIGINS"),
        ({"embed_origins": "*"}, "WONINGSCAN_EMBED_ORIGINS"),
        ({"embed_origins": "https://a.example.org,http://b.example.org"}, "WONINGSCAN_EMBED_ORIGINS"),
        ({"database_url": "sqlite://"}, "WONINGSCAN_DATABASE_URL"),
        ({"database_url": "sqlite:///:memory:"}, "WONINGSCAN_DATABASE_URL"),
        ({"database_url": "sqlite:///file:x?mode=memory&uri=true"}, "WONINGSCAN_DATABASE_URL"),
        *(
            ({name: address}, "WONINGSCAN_MAIL_TO")
            for name in ("mail_from", "mail_to", "mail_second", "mail_all")
            for address in ("nergens", "a@b", "@example.org", "a@example.org\nBcc: b@example.org", "a b@example.org")
        ),
        ({"mail_to": ""}, "WONINGSCAN_MAIL_TO"),
        ({"mail_from": " "}, "WONINGSCAN_MAIL_TO"),
        ({"keys": f"k1:{base64.b64encode(bytes(32)).decode()}"}, "WONINGSCAN_KEYS"),
        ({"keys": f"k1:{base64.b64encode(b'ab' * 16).decode()}"}, "WONINGSCAN_KEYS"),
        ({"keys": f"{STRONG},k0:{base64.b64encode(bytes(32)).decode()}"}, "WONINGSCAN_KEYS"),
        ({"smtp_url": "smtp://gebruiker:geheim@post.example.org?starttls=off"}, "WONINGSCAN_SMTP_URL"),
        ({"smtp_url": "http://post.example.org"}, "WONINGSCAN_SMTP_URL"),
        ({"smtp_url": "smtp://"}, "WONINGSCAN_SMTP_URL"),
        ({"engine_url": "http://10.0.0.8:5200", "engine_token": "t" * 32}, "WONINGSCAN_ENGINE_URL"),
        ({"engine_timeout": 0}, "WONINGSCAN_ENGINE_TIMEOUT"),
        ({"engine_timeout": -1}, "WONINGSCAN_ENGINE_TIMEOUT"),
        ({"engine_timeout": 61}, "WONINGSCAN_ENGINE_TIMEOUT"),
        ({"engine_timeout": float("nan")}, "WONINGSCAN_ENGINE_TIMEOUT"),
        ({"request_days": 366}, "WONINGSCAN_REQUEST_DAYS"),
        ({"request_days": 10**9}, "WONINGSCAN_REQUEST_DAYS"),
    ],
)
def test_an_unsafe_production_setting_refuses_with_its_reason(change: dict[str, Any], named: str) -> None:
    with pytest.raises(UnsafeSettings, match=named):
        Settings(**{**SAFE, **change}).refuse_unsafe()


@pytest.mark.parametrize(
    "change",
    [
        {"keys": STRONG},
        {"smtp_url": "smtp://gebruiker:geheim@post.example.org"},
        {"smtp_url": "smtp://post.example.org:25?starttls=off"},
        {"engine_url": "unix:/run/woningscan/engine.sock", "engine_token": "t" * 32},
        {"engine_url": "http://127.0.0.1:5200", "engine_token": "t" * 32},
        {"mail_second": "tweede@example.org", "mail_all": "a@example.org, b@example.org"},
        {"embed_origins": "https://www.example.org"},
    ],
)
def test_what_is_safe_is_not_refused(change: dict[str, Any]) -> None:
    Settings(**{**SAFE, **change}).refuse_unsafe()


def test_the_data_folder_is_for_this_user_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_keys(Settings(data_dir=tmp_path / "een" / "var"))
    finally:
        os.umask(before)
    assert (tmp_path / "een" / "var").stat().st_mode & 0o777 == 0o700


def test_all_reasons_are_given_at_once() -> None:
    with pytest.raises(UnsafeSettings) as refused:
        Settings(environment="production", engine_url="http://127.0.0.1:5200").refuse_unsafe(workers=2)
    assert len(str(refused.value).splitlines()) == 7


def test_more_workers_on_sqlite_and_an_engine_without_token_are_refused_everywhere() -> None:
    with pytest.raises(UnsafeSettings, match="SQLite"):
        Settings().refuse_unsafe(workers=2)
    with pytest.raises(UnsafeSettings, match="WONINGSCAN_ENGINE_TOKEN"):
        Settings(engine_url="http://127.0.0.1:5200").refuse_unsafe()


def test_serving_with_unsafe_settings_ends_before_it_begins(run_command: Command) -> None:
    ended = run_command("serve", WONINGSCAN_ENVIRONMENT="production")
    assert ended.returncode == 1
    assert b"WONINGSCAN_KEYS" in ended.errors
    assert b"Traceback" not in ended.errors
    assert ended.output == b""


def test_a_setting_of_the_wrong_form_is_named_and_its_value_is_not_shown(run_here: Command) -> None:
    ended = run_here("outbox", WONINGSCAN_ENGINE_TIMEOUT="geheim-123")
    assert ended.returncode == 1
    assert b"WONINGSCAN_ENGINE_TIMEOUT" in ended.errors
    assert b"geheim-123" not in ended.errors
    assert b"Traceback" not in ended.errors
