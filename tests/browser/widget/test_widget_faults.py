"""What goes wrong between the widget and its server, and that nothing the visitor did gets lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.widget.widget_driver import Visitor
from tests.support.waiting import eventually

Visit = Callable[..., Visitor]


def test_server_killed_and_back(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.server.stop()
    visitor.press("Raadslid").sees(
        "De chat kan de server nu niet bereiken.", "Nog niet verzonden", "Bellen kan altijd:"
    )
    visitor.press("Opnieuw proberen").sees("De chat kan de server nu niet bereiken.")
    assert visitor.focused()["name"] == "Opnieuw proberen", "a failed try leaves the focus where it was"
    visitor.server.start()
    visitor.press("Opnieuw proberen").sees("Is er verlichting bij de voordeur?")
    assert visitor.focused()["name"] == "Is er verlichting bij de voordeur?"
    expect(visitor.page.get_by_text("Nog niet verzonden")).to_have_count(0)
    assert len(visitor.server.bodies) == 2


def test_a_lost_answer_is_asked_for_again_with_the_same_id(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.server.lose_answers = 1
    visitor.press("Raadslid").sees("Nog niet verzonden").press("Opnieuw proberen").sees("Is er verlichting")
    sent = visitor.server.bodies[1:]
    assert len(sent) == 2 and sent[0] == sent[1]
    assert visitor.own_messages() == ["Zelfscan beginnen", "Raadslid"]


def test_what_was_typed_survives_a_dead_server_and_a_reload(visit: Visit) -> None:
    visitor = visit().open()
    visitor.server.broken = True
    visitor.type("Er stond gisteren iemand bij mijn deur").sees("Nog niet verzonden")
    visitor.page.reload()
    visitor.sees("Er stond gisteren iemand bij mijn deur", "De chat kan de server nu niet bereiken.")
    visitor.server.broken = False
    visitor.press("Opnieuw proberen").sees("Ik weet niet zeker wat u bedoelt.")
    assert visitor.own_messages() == ["Er stond gisteren iemand bij mijn deur"]


def test_typing_before_the_conversation_could_begin(visit: Visit) -> None:
    visitor = visit()
    visitor.server.broken = True
    visitor.page.get_by_role("button", name="Chat: zelfscan woning").click()
    visitor.sees("De chat kan de server nu niet bereiken.").type("Hallo").sees("Nog niet verzonden")
    visitor.server.broken = False
    visitor.press("Opnieuw proberen").sees("Ik weet niet zeker wat u bedoelt.")
    assert visitor.transcript()[0].endswith("Is er nu gevaar? Bel 112."), "the opening comes before what was typed"


def test_offline_is_told_and_mends_itself(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.page.context.set_offline(True)
    visitor.sees("U hebt geen internet.").press("Raadslid").sees("Nog niet verzonden")
    visitor.page.context.set_offline(False)
    visitor.sees("Is er verlichting bij de voordeur?")


def test_a_connection_that_comes_and_goes_moves_nothing(visit: Visit) -> None:
    visitor = visit(360, 640).open().press("Zelfscan beginnen", "Raadslid").sees("Is er verlichting bij de voordeur?")
    asked = visitor.page.locator(".question strong").last
    first = visitor.page.locator(".choices button").first
    for offline, told in ((True, "U hebt geen internet."), (False, "U hebt weer internet.")):
        visitor.page.context.set_offline(offline)
        visitor.sees(told)
        expect(asked).to_be_in_viewport(ratio=0.9)
        expect(first).to_be_in_viewport(ratio=1)
    expect(visitor.page.get_by_text("U hebt weer internet.")).to_have_count(1)
    told = ["U hebt geen internet. Wat u schreef, blijft hier staan.", "U hebt weer internet."]
    eventually(lambda: [one for one in visitor.heard() if "internet" in one] == told)


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
def test_after_a_reload_the_question_is_in_view(visit: Visit, size: tuple[int, int]) -> None:
    visitor = visit(*size).open().press("Zelfscan beginnen")
    for _ in range(4):
        visitor.press("Raadslid").sees("Is er verlichting bij de voordeur?")
        visitor.press("Vorige vraag").sees("Wat is uw functie?")
    visitor.page.reload()
    visitor.sees("Wat is uw functie?")
    expect(visitor.page.locator(".question strong").last).to_be_in_viewport(ratio=0.9)
    expect(visitor.page.locator(".choices button").first).to_be_in_viewport(ratio=1)


def test_reload_in_the_middle_of_the_scan(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen", "Raadslid").sees("Is er verlichting")
    before = visitor.transcript()
    visitor.page.reload()
    visitor.sees("Is er verlichting bij de voordeur?", "Vraag 2 van 3")
    assert visitor.transcript() == before
    visitor.press("Weet ik niet").sees("Werken de rookmelders")


def test_reload_on_a_large_screen_takes_no_focus(visit: Visit) -> None:
    visitor = visit(1280, 800).open()
    visitor.page.reload()
    visitor.sees("Wilt u de zelfscan beginnen?")
    assert visitor.focused()["tag"] == "body"


def test_a_closed_chat_stays_closed_and_silent_after_a_reload(visit: Visit) -> None:
    visitor = visit().open().press("Sluiten")
    visitor.server.calls.clear()
    visitor.page.reload()
    visitor.page.wait_for_timeout(200)
    assert visitor.server.api_calls() == []
    visitor.open()
    eventually(visitor.server.api_calls)
    assert visitor.server.api_calls() == [("GET", "/api/v1/conversation")], "it is taken up, not begun again"


def test_what_the_server_said_meanwhile_is_shown_after_a_reload(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    (talk,) = visitor.server.talks.values()
    visitor.server.answer(talk, {"message_id": "elsewhere", "choice": "antwoord:functie=1"})
    visitor.page.reload()
    visitor.sees("Is er verlichting bij de voordeur?")


def test_a_refusal_is_shown_and_can_be_tried_again(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    for status in (429, 503, 500):
        visitor.server.refuse = (status, f"Er zijn nu te veel berichten ({status}).")
        visitor.press("Opnieuw proberen" if status != 429 else "Raadslid")
        visitor.sees(f"Er zijn nu te veel berichten ({status}).", "Nog niet verzonden", "Bellen kan altijd:")
    visitor.server.refuse = None
    visitor.press("Opnieuw proberen").sees("Is er verlichting bij de voordeur?")


def test_a_text_that_is_not_taken_comes_back_to_be_changed(visit: Visit) -> None:
    visitor = visit().open()
    for status in (400, 413, 415, 422):
        visitor.server.refuse = (status, f"Uw bericht past niet ({status}).")
        visitor.type("Een heel lang verhaal").sees(f"Uw bericht past niet ({status}).")
        assert visitor.input.input_value() == "Een heel lang verhaal"
        assert visitor.own_messages() == []
    visitor.server.refuse = None
    visitor.type("Korter").sees("Ik weet niet zeker wat u bedoelt.")
    expect(visitor.page.locator("[part=status]")).to_have_count(0)


def test_an_expired_conversation_offers_a_new_one(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.server.talks.clear()
    visitor.type("mijn antwoord").sees("Dit gesprek is verlopen of gewist.")
    assert visitor.input.input_value() == "mijn antwoord"
    assert visitor.stored() == {}
    visitor.press("Nieuw gesprek beginnen").sees("Wilt u de zelfscan beginnen?")
    assert visitor.own_messages() == []
    visitor.server.talks.clear()
    visitor.press("Verstuur").sees("Dit gesprek is verlopen of gewist.")
    visitor.press("Verstuur").sees("Ik weet niet zeker wat u bedoelt.")
    assert visitor.own_messages() == ["mijn antwoord"], "who just types again gets a new conversation too"


def test_an_answer_that_is_no_json_is_a_failure_not_a_crash(visit: Visit) -> None:
    visitor = visit().open()
    visitor.page.route("**/api/v1/messages", lambda route: route.fulfill(status=200, body="<html>proxy</html>"))
    visitor.press("Zelfscan beginnen").sees("De chat kan de server nu niet bereiken.")


def test_deleting_the_conversation(visit: Visit) -> None:
    visitor = (
        visit().open().press("Zelfscan beginnen", "Raadslid", "Meer").sees("Dat kan niet ongedaan worden gemaakt.")
    )
    visitor.press("Ja, wis dit gesprek").sees("Dit gesprek is gewist.")
    eventually(lambda: not visitor.server.talks)
    assert visitor.stored() == {} and visitor.own_messages() == []
    visitor.press("Nieuw gesprek beginnen").sees("Wilt u de zelfscan beginnen?")
    eventually(lambda: len(visitor.server.talks) == 1)


def test_deleting_is_not_claimed_before_it_happened(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.server.broken = True
    visitor.press("Meer", "Ja, wis dit gesprek").sees("Uw gesprek is nog niet gewist.")
    visitor.server.broken = False
    visitor.press("Opnieuw proberen").sees("Dit gesprek is gewist.")
    eventually(lambda: not visitor.server.talks)


def test_erasing_by_asking_for_it_leaves_nothing_in_the_browser(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen", "Raadslid").sees("Is er verlichting").type("wis")
    visitor.sees("Uw gesprek en uw antwoorden zijn gewist.", "Nieuw gesprek beginnen")
    assert visitor.stored() == {} and visitor.own_messages() == []
