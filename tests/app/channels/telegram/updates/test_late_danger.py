"""A dangerous answer to a safety question counts from any button that was ever sent, in the chat and in a live chat."""

from __future__ import annotations

import pytest

from bot.channels.telegram.buttons import Buttons
from tests.support.telegram.official import Official, World
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually


def buttons(official: Official) -> tuple[int, dict[str, str]]:
    number, shown = official.world.api.last_keyboard(official.chat)
    return number, {button["text"]: button["callback_data"] for button in shown}


def at_the_danger_question(official: Official) -> tuple[int, dict[str, str]]:
    official.say("/start zelfscan")
    official.press("Wethouder")
    return buttons(official)


def test_yes_right_after_no(official: Official) -> None:
    number, old = at_the_danger_question(official)
    assert "scan.ask.voorval" in official.press("Nee")
    before = len(official.heard())
    assert official._through(official.pressed(number, old["Ja"]))[0] == "threat.route.acuut"
    assert "112" in official.heard()[before]
    eventually(lambda: len(official.world.api.done("answerCallbackQuery")) >= 3)
    assert not any("eerdere" in call.values.get("text", "") for call in official.world.api.done("answerCallbackQuery"))
    assert "Uw keuze: Ja" in official.world.api.chats[official.chat][number].text


def test_a_doubt_much_later_and_no_is_still_too_late(official: Official) -> None:
    number, old = at_the_danger_question(official)
    for _ in range(4):
        official.press("Nee")
    assert official._through(official.pressed(number, old["Nee"]))[0] == "gate.old_choice"
    assert official._through(official.pressed(number, old["Ik twijfel"]))[0] == "threat.route.acuut"


def test_the_other_safety_questions_too(official: Official) -> None:
    at_the_danger_question(official)
    official.press("Nee")
    number, old = buttons(official)
    official.press("Nee")
    assert (
        official._through(official.pressed(number, old["Ja, en de politie weet het niet"]))[0]
        == "threat.route.concreet"
    )


def test_a_button_of_a_conversation_that_is_gone(official: Official) -> None:
    number, old = at_the_danger_question(official)
    on_its_way = official.pressed(number, old["Ja"])
    official.say("/verwijder")
    official.press("Ja")
    assert official._through(on_its_way)[0] == "threat.route.acuut"
    calls = official.world.api.calls  # the message with that button was deleted: it cannot be changed any more
    calls[:] = [call for call in calls if call.refused != "message to edit not found"]


@pytest.mark.parametrize(
    "choice", ["antwoord:gevaar_nu=ja", "antwoord:doxing=ja_met_een_bedreiging_of_oproep_om_langs_te_gaan"]
)
def test_it_needs_no_engine(tmp_path, api, choice: str) -> None:
    with running(telegram_settings(tmp_path, api), api) as world:
        official = Official(world)
        official.say("hallo")
        number, _ = world.api.last_keyboard(official.chat)
        assert official._through(official.pressed(number, Buttons("0" * 8, 1).data(choice)))[0].startswith(
            "threat.route."
        )


def test_a_late_danger_goes_before_what_waits(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    number, _ = scripted.api.last_keyboard(official.chat)
    data = Buttons("0" * 8, 1).data("antwoord:gevaar_nu=ja")
    scripted.next_update += 3  # one before it is still on its way: what is not urgent would wait for it
    assert official._through(official.pressed(number, data))[0] == "threat.route.acuut"
    assert official.told() == ["begin"]
