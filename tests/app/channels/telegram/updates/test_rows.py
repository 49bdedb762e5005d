"""Everything that may come in, as data: read by the real types of python-telegram-bot, seen by the visitor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from telegram import Update

from tests.support.telegram.bot_api import BotApi
from tests.support.telegram.official import Official, World
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually

THREATS = {
    "KNIFE": "er staat nu iemand met een mes voor mijn deur",
    "DEATH": "Ik maak je af, ik weet waar je woont",
}
Row = dict[str, Any]


def rows() -> list[Row]:
    data = yaml.safe_load(Path(__file__).with_name("rows.yml").read_text("utf-8"))["rows"]
    said = json.dumps(data)
    for name, threat in THREATS.items():
        said = said.replace(name, threat)
    made: list[Row] = json.loads(said)
    return made


ROWS = rows()
UNREADABLE = [row for row in ROWS if row.get("unreadable")]
of_each = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"].replace(" ", "-"))


def update_of(official: Official, row: Row) -> dict[str, Any]:
    """The update of a row, without its number."""
    if "press" not in row:
        return {row.get("kind", "message"): {**official._message(None), **row["message"]}}
    number, _ = official.world.api.last_keyboard(official.chat)
    pressed = official.pressed(number, row["press"])["callback_query"]
    message = {**pressed["message"], **row.get("callback_message", {})}
    made = {**pressed, "message": message, **row.get("callback", {})}
    return {"callback_query": {name: value for name, value in made.items() if value is not None}}


@pytest.fixture(scope="module")
def seen(running_scripted: World, started_api: BotApi) -> Iterator[dict[str, tuple[Official, list[str]]]]:
    """Who sent each row, and what that official saw then. All at once, as a busy evening would bring them."""
    world = running_scripted
    senders = {row["name"]: Official(world) for row in ROWS}
    for row in ROWS:
        if not row.get("first"):
            assert senders[row["name"]].send({"message": senders[row["name"]]._message("begin")}) == 200
    world.settle()
    before = {name: len(official.heard()) for name, official in senders.items()}
    for row in ROWS:
        assert senders[row["name"]].send(update_of(senders[row["name"]], row)) == 200, row["name"]
    world.settle()
    yield {name: (official, official.heard()[before[name] :]) for name, official in senders.items()}
    assert [(call.method, call.refused) for call in started_api.refused()] == []


def test_there_are_enough_and_each_is_one() -> None:
    assert len(ROWS) >= 80 and len({row["name"] for row in ROWS}) == len(ROWS)


@of_each
def test_what_the_visitor_sees(row: Row, seen: dict[str, tuple[Official, list[str]]]) -> None:
    official, heard = seen[row["name"]]
    content = official.world.app.state.services.content
    told = official.told()[0 if row.get("first") else 1 :]
    first, last = (heard[0], heard[-1]) if heard else ("", "")
    asked = "Vraag 1 & <meer>?" in last and "Ja" in official.labels()
    routes = [route.lead for route in content.routes.values()]
    with_question = {
        "asked": "",
        "picture": content.messages["telegram.text_only"],
        "relayed": content.messages["gate.relayed"],
        "changed": content.messages["gate.edited"],
        "old": content.messages["gate.old_choice"],
    }
    if row["sees"] in with_question:
        assert asked and any(with_question[row["sees"]] in said for said in heard) and told == []
        return
    right = {
        "acute": first == content.routes["acuut"].lead and told == [],
        "threat": told == []
        and "112" in first
        and any(words in first for words in (*routes, content.messages["threat.check"])),
        "next": "Vraag 2 & <meer>?" in last and len(told) == 1,
        "numbers": told == [] and all(content.contacts[name].value in first for name in ("alarmnummer", "politie")),
        "opening": content.messages["opening.chatbot"] in first and "112" in first,
        "nothing": heard == [] and told == [],
    }
    assert right[row["sees"]], heard


@of_each
def test_the_library_reads_what_it_can(row: Row, running_scripted: World) -> None:
    if "press" in row:
        return
    official = Official(running_scripted)
    raw = json.loads(json.dumps({"update_id": 1, **update_of(official, row)}))

    def read() -> Update:
        return Update.de_json(raw, None)

    if row.get("unreadable"):
        with pytest.raises(Exception, match=r".*"):
            read()
    else:
        assert read().update_id == 1


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_a_broken_update_between_two_good_ones_loses_neither(tmp_path: Path, api: BotApi, mode: str) -> None:
    changes = {"telegram_mode": mode} | ({"telegram_secret": ""} if mode == "polling" else {})
    with running(telegram_settings(tmp_path, api, **changes), api) as world:
        officials = []
        for row in UNREADABLE:
            before, between, after = Official(world), Official(world), Official(world)
            officials.append((before, between, after))
            updates = [
                {"message": before._message(THREATS["KNIFE"])},
                update_of(between, row),
                {"message": after._message("/nood")},
            ]
            for update in updates:
                numbered = {"update_id": world.number(), **update}
                if mode == "polling":
                    api.updates.append(numbered)
                else:
                    assert world.deliver(numbered) == 200
        everybody = [official for three in officials for official in three]
        eventually(lambda: all(official.heard() for official in everybody))
        world.settle()
        acute = world.app.state.services.content.routes["acuut"].lead
        for before, _, after in officials:
            assert before.heard().count(acute) == 1 and len(after.heard()) == 1 and "0900-8844" in after.heard()[0]
        assert "telegram_onleesbaar" in world.client.get("/gereed").json()["alarmen"]
