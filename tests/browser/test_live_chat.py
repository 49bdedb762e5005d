"""A live chat in a real Chromium, from both sides at once: the widget here, the console there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from bot.settings import Settings
from tests.browser.axe import problems
from tests.browser.sides import TwoSides, ask_for_a_person
from tests.support.running import Running, listening
from tests.support.staff.offices import Always
from tests.support.waiting import eventually
from tests.support.web.pictures import keep

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, engine_address: dict[str, str]) -> Iterator[Running]:
    with listening(Settings(data_dir=tmp_path_factory.mktemp("chat"), **engine_address)) as started:
        started.app.state.services.turns._reception._hours = Always()
        yield started


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_whole_chat_from_both_sides(sides: TwoSides, size: dict[str, int]):
    name = f"{size['width']}"
    desk = sides.at_the_desk(viewport=size)
    visitor = sides.official(viewport=size).open()
    visitor.press("Zelfscan beginnen", "Wethouder")
    visitor.sees("nu in gevaar?")
    question = visitor.page.locator(".choices").get_attribute("aria-label")
    ask_for_a_person(visitor)
    keep(visitor.page, f"chat-widget-waiting-{name}")
    expect(desk.get_by_role("button", name="Oppakken")).to_be_visible()
    keep(desk, f"chat-console-list-{name}")
    assert problems(desk) == []
    desk.get_by_role("button", name="Oppakken").click()
    visitor.sees("U praat met een medewerker van het CCV.", "Dat is een mens.")
    expect(desk.locator(".shared")).to_contain_text("Wat is uw functie")
    visitor.type("Hoe lang moet ik wachten op een <b>adviseur</b>?")
    expect(desk.locator("#berichten li.ambtsdrager")).to_contain_text("<b>adviseur</b>")
    desk.get_by_label("Uw bericht").fill("Goedemorgen. Dat duurt ongeveer 3 weken.")
    desk.keyboard.press("Enter")
    visitor.sees("Dat duurt ongeveer 3 weken.")
    expect(visitor.page.locator("li.staff .by")).to_have_text("Medewerker van het CCV")
    eventually(lambda: any(one.startswith("Medewerker van het CCV: Goedemorgen") for one in visitor.heard()))
    expect(visitor.page.locator(".status.waiting"), "no pretended typing").to_be_hidden()
    keep(visitor.page, f"chat-widget-talking-{name}")
    keep(desk, f"chat-console-talking-{name}")
    assert problems(visitor.page) == []
    assert problems(desk) == []
    visitor.page.reload()
    visitor.sees("U praat met een medewerker van het CCV.", "Dat duurt ongeveer 3 weken.")
    assert sum("3 weken" in one for one in visitor.transcript()) == 1
    desk.get_by_role("button", name="Terug naar de zelfscan").click()
    visitor.sees("U praat weer met mij, de chatbot.")
    expect(visitor.page.locator(".choices")).to_have_attribute("aria-label", str(question))
    expect(visitor.page.locator(".person")).to_have_count(0)
    before = visitor.transcript()
    visitor.page.reload()
    visitor.sees("U praat weer met mij, de chatbot.")
    assert visitor.transcript() == before, "nothing twice after a reload"


def test_danger_in_the_chat_is_on_both_screens(sides: TwoSides):
    desk = sides.at_the_desk()
    visitor = sides.official().open()
    ask_for_a_person(visitor, share=False)
    desk.get_by_role("button", name="Oppakken").click()
    expect(desk.get_by_text("deelt niets")).to_be_attached()
    visitor.sees("U praat met een medewerker")
    visitor.type("er staat nu een man met een mes voor mijn deur")
    visitor.sees("Bel nu 112.")
    expect(desk.locator(".danger-route h2")).to_have_text("Gevaar nu")
    expect(desk.locator(".danger-route")).to_contain_text("Blijf binnen en doe niet open")
    keep(visitor.page, "chat-widget-danger-390")
    keep(desk, "chat-console-danger-1280")
    assert problems(desk) == []
    assert problems(visitor.page) == []
    desk.set_viewport_size(PHONE)
    keep(desk, "chat-console-danger-390")
    visitor.press("Terug naar de zelfscan")
    expect(desk.get_by_text("Dit gesprek is voorbij")).to_be_visible()
    expect(desk.locator("#berichten li"), "nothing of it stays on the screen").to_have_count(0)
    assert problems(desk) == []


def test_by_keyboard_alone(sides: TwoSides):
    desk = sides.at_the_desk()
    visitor = sides.official().open()
    ask_for_a_person(visitor)
    desk.get_by_role("button", name="Oppakken").focus()
    desk.keyboard.press("Enter")
    visitor.sees("U praat met een medewerker")
    desk.get_by_label("Uw bericht").focus()
    desk.keyboard.type("Hallo")
    desk.keyboard.press("Shift+Enter")
    desk.keyboard.type("daar")
    desk.keyboard.press("Enter")
    visitor.sees("Hallo\ndaar")
    assert desk.evaluate("document.activeElement.id") == "tekst", "the focus stays where one writes"
    visitor.page.locator("textarea").focus()
    visitor.type("dag")
    expect(desk.locator("#nieuws")).to_contain_text("Ambtsdrager: dag")
    visitor.tab_to("Terug naar de zelfscan")
    visitor.page.keyboard.press("Enter")
    visitor.sees("U praat weer met mij, de chatbot.")


def test_erased_during_the_chat(sides: TwoSides):
    desk = sides.at_the_desk()
    visitor = sides.official().open()
    ask_for_a_person(visitor)
    desk.get_by_role("button", name="Oppakken").click()
    visitor.sees("U praat met een medewerker")
    visitor.type("een vraag")
    expect(desk.locator("#berichten")).to_contain_text("een vraag")
    visitor.press("Meer", "Ja, wis dit gesprek")
    visitor.sees("Dit gesprek is gewist.")
    expect(visitor.page.locator(".person")).to_have_count(0)
    expect(desk.get_by_text("heeft dit gesprek gewist")).to_be_visible()
    assert "een vraag" not in desk.content()


def test_without_streams_and_without_a_connection(sides: TwoSides):
    """The console asks by itself where events do not come through; what was typed without a connection is sent once."""
    desk = sides.at_the_desk()
    visitor = sides.official().open()
    ask_for_a_person(visitor)
    desk.context.route("**/live", lambda route: route.abort())
    desk.get_by_role("button", name="Oppakken").click()
    visitor.sees("U praat met een medewerker")
    visitor.type("komt dit aan?")
    expect(desk.locator("#berichten")).to_contain_text("komt dit aan?")
    desk.context.route("**/bericht", lambda route: (route.fetch(), route.abort()))
    desk.get_by_label("Uw bericht").fill("Ja hoor.")
    desk.keyboard.press("Enter")
    expect(desk.locator("#stand")).to_contain_text("nog niet verstuurd")
    desk.context.unroute("**/bericht")
    desk.get_by_role("button", name="Versturen").click()
    visitor.sees("Ja hoor.")
    expect(desk.get_by_label("Uw bericht")).to_have_value("")
    assert sum("Ja hoor." in one for one in visitor.transcript()) == 1
    visitor.page.context.set_offline(True)
    desk.get_by_label("Uw bericht").fill("Bent u er nog?")
    desk.keyboard.press("Enter")
    expect(desk.locator("#berichten")).to_contain_text("Bent u er nog?")
    visitor.page.context.set_offline(False)
    visitor.sees("Bent u er nog?")


def test_no_request_before_opening_and_none_after_the_chat(sides: TwoSides):
    desk = sides.at_the_desk()
    visitor = sides.official()
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url) if "/api/" in request.url else None)
    visitor.page.wait_for_timeout(2500)
    assert asked == []
    visitor.open()
    visitor.page.wait_for_timeout(2500)
    assert not [one for one in asked if "/chat" in one]
    ask_for_a_person(visitor)
    eventually(lambda: visitor.page.evaluate("1") and len([one for one in asked if "/chat" in one]) >= 2)
    visitor.press("Terug naar de zelfscan")
    visitor.sees("U praat weer met mij, de chatbot.")
    visitor.page.wait_for_timeout(3000)
    before = len(asked)
    visitor.page.wait_for_timeout(3000)
    assert len(asked) == before
    assert desk.title().startswith("Gesprekken")


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no script"])
def test_a_saved_reply_is_changed_before_it_goes(sides: TwoSides, scripts: bool):
    desk = sides.at_the_desk(viewport=PHONE, java_script_enabled=scripts)
    visitor = sides.official().open()
    ask_for_a_person(visitor)
    desk.reload()
    desk.get_by_role("button", name="Oppakken").first.press("Enter")
    box = desk.get_by_label("Uw bericht")
    box.fill("Goedemiddag.")
    desk.get_by_label("Vaste tekst").select_option(label="Liever bellen")
    desk.get_by_role("button", name="In mijn bericht zetten").press("Enter")
    expect(box).to_have_value("Goedemiddag.\nPraat u liever? Bel 030 751 67 99.")
    if scripts:
        assert problems(desk) == []
        assert not desk.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
        keep(desk, "chat-saved-reply-390")
    box.fill("Bellen kan ook: 030 751 67 99.")
    desk.get_by_role("button", name="Versturen").press("Enter")
    visitor.sees("Bellen kan ook: 030 751 67 99.")
    desk.get_by_role("button", name="Gesprek sluiten").press("Enter")


def test_a_request_out_of_a_chat_and_reading_it_back_by_keyboard(sides: TwoSides):
    desk = sides.at_the_desk(viewport=PHONE)
    visitor = sides.official().open()
    ask_for_a_person(visitor)
    desk.get_by_role("button", name="Oppakken").first.press("Enter")
    visitor.sees("U praat nu met een medewerker")
    desk.get_by_role("link", name="Hier een aanvraag van maken").press("Enter")
    desk.get_by_label("Naam").fill("J. de Vries")
    desk.get_by_label("Functie").select_option(label="Wethouder")
    desk.get_by_label("Telefoonnummer of mailadres").fill("jo@example.org")
    desk.get_by_role("button", name="Aanvraag vastleggen").press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("Vraag de ambtsdrager om toestemming")
    assert problems(desk) == []
    assert not desk.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    keep(desk, "chat-filing-390")
    desk.get_by_label("De ambtsdrager zei ja").press("Space")
    desk.get_by_role("button", name="Aanvraag vastleggen").press("Enter")
    expect(desk.get_by_text("opgepakt door u")).to_be_visible()
    visitor.sees("Uw terugbelverzoek is ontvangen. Uw referentie is WS-")
    before = visitor.transcript()
    visitor.page.reload()
    visitor.sees("Uw referentie is WS-")
    assert sum("Uw referentie is WS-" in line for line in visitor.transcript()) == 1, before
    desk.goto(f"{sides.app.url}/secretariaat/gesprekken")
    desk.locator("main a.go").first.press("Enter")
    desk.get_by_role("button", name="Gesprek sluiten").press("Enter")
    desk.locator("section[aria-labelledby=voorbij-titel] a").first.press("Enter")
    expect(desk.get_by_text("Uw referentie is WS-")).to_be_visible()
    assert problems(desk) == []
    keep(desk, "chat-past-390")
