"""A changed message is never met with silence, and a changed answer to a safety question may be a danger."""

from __future__ import annotations

from typing import Any

from tests.support.telegram.official import Official, World

KNIFE = "er staat iemand met een mes voor mijn deur"


def edit(official: Official, text: str | None, number: int | None = None, **more: Any) -> list[str]:
    message = official._message(text)
    changed = {**message, "message_id": number or message["message_id"], "edit_date": message["date"], **more}
    return official._through({"edited_message": changed})


def test_a_changed_message_is_answered_with_the_open_question(scripted: World) -> None:
    official = Official(scripted)
    official.say("eerste")
    before = len(official.heard())
    assert edit(official, "verbeterd") == ["gate.edited", "scan.ask.vraag1"]
    assert official.told() == ["eerste"] and "Ja" in official.labels()
    assert scripted.app.state.services.content.messages["gate.edited"] in official.heard()[before]
    official.press("Ja")
    assert official.told() == ["eerste", "antwoord:vraag1=ja"]


def test_a_change_that_comes_twice_is_answered_once(scripted: World) -> None:
    official = Official(scripted)
    official.say("eerste")
    update = {"update_id": scripted.number(), "edited_message": official._message("verbeterd")}
    before = len(official.heard())
    assert [scripted.deliver(update) for _ in range(3)] == [200] * 3
    scripted.settle()
    assert len(official.heard()) == before + 2


def test_a_changed_command_is_not_obeyed_but_the_numbers_are_given(scripted: World) -> None:
    official = Official(scripted)
    official.say("eerste")
    assert edit(official, "/verwijder")[0] == "gate.edited"
    edit(official, "/nood")
    assert scripted.app.state.services.content.contacts["politie"].value in official.heard()[-1]


def test_danger_in_a_changed_message_goes_before_everything(scripted: World) -> None:
    official = Official(scripted)
    official.say("eerste")
    before = len(official.heard())
    assert edit(official, KNIFE)[0] == "threat.route.acuut" and "112" in official.heard()[before]


def test_a_change_in_a_chat_without_conversation_begins_one(scripted: World) -> None:
    official = Official(scripted)
    assert edit(official, "verbeterd") == []
    assert "chatbot" in official.heard()[0]


def test_a_shared_place_that_moves_is_no_change_of_somebody(scripted: World) -> None:
    official = Official(scripted)
    official.say("eerste")
    said = len(official.heard())
    assert edit(official, None, location={"latitude": 52.0, "longitude": 5.0, "live_period": 60}) == []
    assert len(official.heard()) == said


def test_no_into_yes_at_the_question_about_danger(official: Official) -> None:
    official.say("/start zelfscan")
    official.say("wethouder")
    answered = official.sent + 1
    assert "scan.ask.voorval" in official.say("nee")
    assert edit(official, "ja", answered)[0].startswith("threat.")
    assert official.press("Er is geen dreiging")[-1] == "scan.ask.voorval"
    function = edit(official, "burgemeester", answered - 1)
    assert function == ["gate.edited", "scan.ask.voorval"]
    assert official.press("Antwoord wijzigen") == ["scan.change"]


def test_it_is_asked_too_where_it_is_not_known_what_was_changed(official: Official) -> None:
    official.say("/start zelfscan")
    official.say("wethouder")
    official.say("nee")
    assert edit(official, "ja", 999_999) == ["threat.check"]


def test_a_changed_answer_to_another_question_is_no_danger(official: Official) -> None:
    official.say("/start zelfscan")
    official.say("wethouder")
    for _ in range(4):
        official.say("nee")
    later = official.sent + 1
    official.say("nee")
    assert edit(official, "ja", later)[0] == "gate.edited"
