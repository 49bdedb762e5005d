"""What somebody else wrote and comes along: judged for danger, never an answer; and words behind a command."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.support.telegram.bot_api import BOT, message_json
from tests.support.telegram.official import Official, World

THREAT = "Ik maak je af, ik weet waar je woont"
FIRE = "ik steek je huis in brand vannacht"
HARMLESS = "vergadering verplaatst naar dinsdag"
SOMEBODY = {"type": "hidden_user", "sender_user_name": "Iemand", "date": int(time.time())}
PHOTO = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]


def in_the_scan(world: World) -> Official:
    official = Official(world)
    official.say("begin")
    return official


def send(official: Official, text: str | None = None, **more: Any) -> list[str]:
    return official._through({"message": {**official._message(text), **more}})


def forward(official: Official, text: str | None, **more: Any) -> list[str]:
    return send(official, text, forward_origin=SOMEBODY, **more)


def replied(official: Official, text: str, by_bot: bool = False, **more: Any) -> dict[str, Any]:
    return {"reply_to_message": {**message_json(official.chat, 1, text, by_bot=by_bot), **more}}


def test_a_forwarded_threat_is_read_as_said_to_the_official(scripted: World) -> None:
    official = in_the_scan(scripted)
    before = len(official.heard())
    assert forward(official, THREAT)[0].startswith("threat.")
    assert "112" in official.heard()[before]
    assert official.told() == ["begin"]


def test_it_is_found_in_a_first_message_and_under_a_picture(scripted: World) -> None:
    assert forward(Official(scripted), THREAT)[0].startswith("threat.")
    assert forward(in_the_scan(scripted), None, photo=PHOTO, caption=FIRE)[0].startswith("threat.")


@pytest.mark.parametrize("text", ["ja", "nee", "/stop", "aanvraag", HARMLESS])
def test_a_forwarded_text_is_no_answer_and_the_question_comes_back(scripted: World, text: str) -> None:
    official = in_the_scan(scripted)
    assert forward(official, text) == ["gate.relayed", "scan.ask.vraag1"]
    assert official.told() == ["begin"] and "Ja" in official.labels()


def test_a_forwarded_message_of_the_bot_itself_is_no_danger(scripted: World) -> None:
    origin = {"type": "user", "sender_user": BOT, "date": int(time.time())}
    official = in_the_scan(scripted)
    words = scripted.app.state.services.content.questions["voorval"].ask
    assert send(official, words, forward_origin=origin) == ["gate.relayed", "scan.ask.vraag1"]


def test_a_quote_of_another_chat_is_read(scripted: World) -> None:
    official = in_the_scan(scripted)
    quoted = {"external_reply": {"origin": SOMEBODY}, "quote": {"text": FIRE, "position": 0}}
    assert send(official, "kijk dit eens", **quoted)[0].startswith("threat.route.")


def test_the_message_that_is_replied_to_is_read(scripted: World) -> None:
    official = in_the_scan(scripted)
    ids = send(official, "zie dit bericht", **replied(official, THREAT, forward_origin=SOMEBODY))
    assert ids[0].startswith("threat.")


def test_a_reply_to_the_bot_or_to_something_harmless_is_just_an_answer(scripted: World) -> None:
    official = in_the_scan(scripted)
    danger = scripted.app.state.services.content.questions["gevaar_nu"].ask
    quote = {"quote": {"text": danger, "position": 0}}
    assert send(official, "nee", **replied(official, danger, by_bot=True), **quote) == ["scan.ask.vraag2"]
    assert send(official, "nee", **replied(official, HARMLESS, forward_origin=SOMEBODY)) == ["scan.ask.vraag3"]
    assert official.told() == ["begin", "antwoord:vraag1=nee", "antwoord:vraag2=nee"]


def test_a_checklist_and_a_kind_still_unknown_get_the_answer_of_a_photo(scripted: World) -> None:
    official = in_the_scan(scripted)
    for kind in (
        {"checklist": {"title": "Boodschappen", "tasks": [{"id": 1, "text": "brood"}]}},
        {"hologram": {"a": 1}},
    ):
        before = len(official.heard())
        assert send(official, **kind) == []
        (said,) = official.heard()[before:]
        assert "alleen tekst" in said and "Vraag 1" in said
    assert official.told() == ["begin"]


@pytest.mark.parametrize(
    "kind",
    [
        {"checklist": {"title": "er staat iemand met een mes voor mijn deur", "tasks": [{"id": 1, "text": "x"}]}},
        {"checklist": {"title": "vandaag", "tasks": [{"id": 1, "text": "er staat iemand met een mes voor mijn deur"}]}},
        {"hologram": {"inside": [{"caption": "er staat iemand met een mes voor mijn deur"}]}},
    ],
)
def test_a_danger_in_its_words_is_seen(scripted: World, kind: dict[str, Any]) -> None:
    official = in_the_scan(scripted)
    before = len(official.heard())
    assert send(official, **kind)[0].startswith("threat.")
    assert "112" in official.heard()[before]


def test_a_note_of_telegram_itself_gets_no_answer(scripted: World) -> None:
    official = in_the_scan(scripted)
    said = len(official.heard())
    pinned = {"pinned_message": message_json(official.chat, 1, "gezellig")}
    assert send(official, **pinned) == [] and len(official.heard()) == said


@pytest.mark.parametrize(
    "typed",
    [
        "/start er staat nu iemand met een mes in mijn huis",
        "/start er_staat_nu_iemand_met_een_mes_in_mijn_huis",
        "/stop er is brand in mijn huis",
        "/verwijder\ner staat nu iemand met een mes in mijn huis",
        "/onbekend er staat nu iemand met een mes in mijn huis",
        "/help@woningscan_bot er staat nu iemand met een mes in mijn huis",
        "/nood er staat nu iemand met een mes in mijn huis",
    ],
)
def test_words_behind_a_command_go_before_it(scripted: World, typed: str) -> None:
    for official in (in_the_scan(scripted), Official(scripted)):
        before = len(official.heard())
        assert official.say(typed)[0] == "threat.route.acuut"
        assert "112" in official.heard()[before] and official.told() in ([], ["begin"])


def test_harmless_words_behind_a_command_change_nothing(scripted: World) -> None:
    official = in_the_scan(scripted)
    official.say("/start volgende keer")
    official.say("/stop even")
    assert official.told() == ["begin", "resume", "stop even"]
