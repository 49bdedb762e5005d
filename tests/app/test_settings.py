"""Settings: a plain development run needs none, production refuses what would endanger people or data."""

from __future__ import annotations

from typing import Any

import pytest

from bot.settings import Settings, UnsafeSettings
from tests.support.commands import Command

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
    import os

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
    ],
)
def test_an_unsafe_production_setting_refuses_with_its_reason(change: dict[str, Any], named: str) -> None:
    with pytest.raises(UnsafeSettings, match=named):
        Settings(**{**SAFE, **change}).refuse_unsafe()


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
