"""The conversation in the widget: by clicking, by typing and by keyboard alone; going back; waiting."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.widget.widget_driver import Visitor

Visit = Callable[..., Visitor]


def test_a_whole_scan_by_clicking(visit: Visit) -> None:
    visitor = visit().open()
    visitor.press("Zelfscan beginnen", "Raadslid", "Weet ik niet", "Ja, op elke verdieping")
    visitor.sees("Dit plan komt uit uw eigen antwoorden.", "Test elke maand uw rookmelders.")
    assert visitor.own_messages() == ["Zelfscan beginnen", "Raadslid", "Weet ik niet", "Ja, op elke verdieping"]
    assert [body.get("choice") for body in visitor.server.bodies] == [
        "start_scan",
        "antwoord:functie=2",
        "antwoord:buitenverlichting=2",
        "antwoord:rookmelder=0",
    ]


def test_a_whole_scan_by_typing(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.type("Wethouder").sees("Is er verlichting bij de voordeur?")
    visitor.type("Nee").sees("Werken de rookmelders in uw woning?")
    visitor.type("Ja, op elke verdieping").sees("Dit plan komt uit uw eigen antwoorden.")
    assert [body.get("text") for body in visitor.server.bodies][1:] == ["Wethouder", "Nee", "Ja, op elke verdieping"]
    assert visitor.focused()["tag"] == "textarea", "who types keeps typing"


def test_a_whole_scan_by_keyboard_alone(visit: Visit) -> None:
    visitor = visit(1280, 800)
    visitor.tab_to("Chat: zelfscan woning").page.keyboard.press("Enter")
    visitor.sees("Wilt u de zelfscan beginnen?")
    assert visitor.focused()["name"] == "Zelfscan chatbot", "opening puts the focus at the start of the panel"
    for name, asked in (
        ("Zelfscan beginnen", "Wat is uw functie?"),
        ("Raadslid", "Is er verlichting bij de voordeur?"),
        ("Weet ik niet", "Werken de rookmelders in uw woning?"),
    ):
        visitor.tab_to(name).page.keyboard.press("Enter")
        visitor.sees(asked)
        assert visitor.focused()["name"] == asked, "the next Tab must reach the first answer"
    visitor.tab_to("Ja, op elke verdieping").page.keyboard.press("Space")
    visitor.sees("Dit plan komt uit uw eigen antwoorden.")
    for name in ("Plan openen (opent in een nieuw tabblad)", "Verstuur", "Er is dreiging", "Nummers"):
        visitor.tab_to(name)
    for name in ("Snel weg", "Meer", "Sluiten"):
        expect(visitor.button(name)).to_be_visible()
    visitor.page.keyboard.press("Escape")
    assert visitor.focused()["name"] == "Chat: zelfscan woning", "closing gives the focus back"


def test_answers_can_be_taken_back(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen", "Raadslid", "Vorige vraag", "Wethouder")
    visitor.sees("Is er verlichting bij de voordeur?")
    assert visitor.own_messages()[1:] == ["Raadslid", "Vorige vraag", "Wethouder"]


def test_progress_tells_number_and_theme(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen", "Raadslid").sees("Vraag 2 van 3 · Woninginbraak")
    bar = visitor.page.get_by_role("progressbar", name="Vraag 2 van 3 · Woninginbraak")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [1, 3]


def test_a_double_click_answers_one_question(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen", "Raadslid").sees("Is er verlichting")
    place = visitor.button("Ja").bounding_box()
    assert place
    mouse = visitor.page.mouse
    mouse.click(place["x"] + 30, place["y"] + 10)
    visitor.sees("Werken de rookmelders")
    next_place = visitor.button("Ja, op elke verdieping").bounding_box()
    assert next_place
    mouse.move(next_place["x"] + 30, next_place["y"] + 10)
    for click_count in (2, 1):
        mouse.down(click_count=click_count)
        mouse.up(click_count=click_count)
        visitor.page.wait_for_timeout(200)
        assert len(visitor.server.bodies) == (3 if click_count == 2 else 4)


def test_waiting_is_told_without_pretending_to_be_human(visit: Visit) -> None:
    visitor = visit().open()
    with visitor.server.holding():
        visitor.press("Zelfscan beginnen").sees("Uw bericht wordt verwerkt.")
        assert visitor.button("Zelfscan beginnen").get_attribute("aria-disabled") == "true"
        visitor.button("Zelfscan beginnen").dispatch_event("click")
    visitor.sees("Wat is uw functie?")
    assert len(visitor.server.bodies) == 1, "a second press while waiting is no second answer"
    expect(visitor.page.get_by_text("Uw bericht wordt verwerkt.")).to_have_count(0)


def test_what_is_typed_while_waiting_stays_in_the_input(visit: Visit) -> None:
    visitor = visit().open()
    with visitor.server.holding():
        visitor.press("Zelfscan beginnen").type("nog een vraag")
        assert visitor.input.input_value() == "nog een vraag"
    visitor.sees("Wat is uw functie?")
    visitor.page.keyboard.press("Enter")
    visitor.sees("Ik weet niet zeker wat u bedoelt.")


def test_shift_enter_makes_a_new_line_and_an_empty_message_is_not_sent(visit: Visit) -> None:
    visitor = visit().open().type("  ")
    visitor.input.fill("regel een")
    visitor.page.keyboard.press("Shift+Enter")
    visitor.page.keyboard.type("regel twee")
    visitor.press("Verstuur").sees("Ik weet niet zeker wat u bedoelt.")
    assert [body["text"] for body in visitor.server.bodies] == ["regel een\nregel twee"]


def test_a_part_of_the_page_can_open_the_chat(visit: Visit) -> None:
    visitor = visit()
    visitor.page.evaluate("document.querySelector('[data-woningscan-open]').dataset.woningscanOpen = ''")
    visitor.press("Start de zelfscan").sees("Wilt u de zelfscan beginnen?")
    assert visitor.focused()["name"] == "Zelfscan chatbot"
    assert visitor.own_messages() == []


def test_a_part_of_the_page_can_begin_the_scan(visit: Visit) -> None:
    visitor = visit().press("Start de zelfscan").sees("Ik ben een chatbot", "Wat is uw functie?")
    assert visitor.own_messages() == ["Zelfscan beginnen"]
    visitor.press("Sluiten", "Start de zelfscan").sees("Wat is uw functie?")
    assert visitor.own_messages() == ["Zelfscan beginnen"], "what was begun goes on"
