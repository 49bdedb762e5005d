"""The webhook: for who knows the secret, for updates of a known form and size, and for nothing else."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from bot.app import create_app
from tests.support.telegram.bot_api import TOKEN, BotApi, Fault
from tests.support.telegram.official import HEADERS, SECRET, Official, World, waiting
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually

JSON = {"content-type": "application/json"}


def kept(world: World) -> list[int]:
    """How much is stored of everything that an update could lead to."""
    with world.store.database.reading() as session:
        return [
            session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in ("telegram_update", "telegram_outgoing", "conversation")
        ]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": SECRET},
        *({"x-telegram-bot-api-secret-token": wrong} for wrong in ("", SECRET[:-1], f"{SECRET}s", SECRET.upper())),
    ],
)
def test_a_wrong_or_missing_secret_is_refused_and_does_nothing(scripted: World, headers: dict[str, str]) -> None:
    official, before = Official(scripted), kept(scripted)
    update = {"update_id": 1, "message": official._message("er staat iemand met een mes voor mijn deur")}
    assert scripted.deliver(update, headers) == 403
    assert kept(scripted) == before and official.heard() == []


def test_a_large_body_is_refused_before_it_is_read(scripted: World) -> None:
    before = kept(scripted)
    large = b'{"update_id": 1, "message": "' + b"a" * 1024 * 1024 + b'"}'

    def in_pieces():
        for start in range(0, len(large), 65536):
            yield large[start : start + 65536]

    for body in (large, in_pieces()):
        answer = scripted.client.post("/telegram/webhook", content=body, headers={**HEADERS, **JSON})
        assert answer.status_code == 413
    assert kept(scripted) == before


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"a"', b"{}", b'{"update_id": "7"}', b"[" * 5000, b"\xff"]
)
def test_what_is_no_update_is_refused(scripted: World, body: bytes) -> None:
    before = kept(scripted)
    answer = scripted.client.post("/telegram/webhook", content=body, headers={**HEADERS, **JSON})
    assert answer.status_code == 400
    assert kept(scripted) == before


def test_only_json_and_only_post(scripted: World) -> None:
    form = scripted.client.post("/telegram/webhook", data={"update_id": "1"}, headers=HEADERS)
    assert form.status_code == 415
    assert scripted.client.get("/telegram/webhook", headers=HEADERS).status_code == 405


@pytest.mark.parametrize(
    "kind",
    [
        {"poll": {"id": "1", "question": "?", "options": []}},
        {"something_new": {"anything": [1, 2]}},
        {"message": {"no": "message"}},
        {"message": "text"},
        {"callback_query": {"id": "1", "from": {"id": 1, "is_bot": False, "first_name": "a"}, "chat_instance": "1"}},
        {"inline_query": {"id": "1"}},
        {},
    ],
)
def test_an_unknown_kind_of_update_is_ignored(scripted: World, kind: dict[str, Any]) -> None:
    assert scripted.deliver({"update_id": 77, **kind}) == 200
    assert waiting(scripted.store) == 0
    assert scripted.api.done("sendMessage") == []


def test_without_a_token_or_a_secret_there_is_no_webhook(tmp_path: Path, api: BotApi) -> None:
    for changes in ({"telegram_token": ""}, {"telegram_secret": "", "telegram_mode": "polling"}):
        with TestClient(create_app(telegram_settings(tmp_path, api, **changes))) as client:
            for headers in ({}, {"x-telegram-bot-api-secret-token": ""}):
                assert client.post("/telegram/webhook", json={"update_id": 1}, headers=headers).status_code == 404


def test_telegram_is_told_where_and_what_the_bot_is(tmp_path: Path, api: BotApi) -> None:
    with running(telegram_settings(tmp_path, api), api):
        eventually(lambda: bool(api.done("setMyShortDescription")))
    webhook = api.done("setWebhook")[0].values
    assert webhook["secret_token"] == SECRET and webhook["url"].endswith("/telegram/webhook")
    assert set(json.loads(webhook["allowed_updates"])) >= {"message", "callback_query", "my_chat_member"}
    commands = [one["command"] for one in json.loads(api.done("setMyCommands")[0].values["commands"])]
    wanted = "start nood help terug stop verder opnieuw medewerker privacy verwijder"
    assert sorted(commands) == sorted(wanted.split())
    assert "112" in api.done("setMyDescription")[0].values["description"]
    assert api.done("setChatMenuButton")


def test_the_app_starts_when_telegram_is_away(tmp_path: Path, api: BotApi) -> None:
    settings = telegram_settings(tmp_path, api, telegram_api="http://127.0.0.1:9")
    with running(settings, api) as world:
        assert world.client.get("/gezond").status_code == 200
        official = Official(world)
        assert official.send({"message": official._message("hallo")}) == 200


class Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=0)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(("httpx2", "python_multipart")):  # those are the tests' own
            self.lines.append(f"{record.name} {logging.Formatter().format(record)} {record.args}")


def test_the_token_and_what_is_said_are_in_no_log(tmp_path: Path, api: BotApi) -> None:
    listener, root = Listener(), logging.getLogger()
    levels = {name: logging.getLogger(name).level for name in [None, *logging.root.manager.loggerDict]}
    root.addHandler(listener)
    for name in levels:
        logging.getLogger(name).setLevel(logging.DEBUG)
    faults = iter([Fault(502), Fault(429, 0), Fault(403)])
    api.fault = lambda call: next(faults, None) if call.method == "sendMessage" else None
    try:
        with running(telegram_settings(tmp_path, api), api) as world:
            official = Official(world)
            official.say("kanarievogel staat voor mijn deur met een mes")
            official.say("kanarievogel")
            world.deliver({"update_id": world.number(), "message": {"kanarievogel": 1}})
    finally:
        root.removeHandler(listener)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
    logged = "\n".join(listener.lines)
    assert len(listener.lines) > 20
    assert TOKEN not in logged and TOKEN.partition(":")[2] not in logged
    assert [line for line in listener.lines if "kanarie" in line.casefold()] == []
