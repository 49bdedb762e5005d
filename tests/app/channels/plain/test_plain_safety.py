"""Danger is answered on every plain page, in every state; leaving and erasing leave nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.store import StoreUnavailable
from bot.turn import carrying_out
from bot.turn.limits import RateLimits
from tests.support.running import PLENTY, Running
from tests.support.talking.visitor import PlainVisitor

Visit = Callable[..., PlainVisitor]
KNIFE = "er staat nu iemand met een mes in mijn huis"
ALARM = "Bel nu 112."


def on_first_page(visitor: PlainVisitor) -> PlainVisitor:
    return visitor


def in_the_scan(visitor: PlainVisitor) -> PlainVisitor:
    return visitor.press("Zelfscan beginnen").choose("Wethouder", "Nee", "Nee")


def in_a_request(visitor: PlainVisitor) -> PlainVisitor:
    return visitor.book().type("J. de Vries")


def while_confirming(visitor: PlainVisitor) -> PlainVisitor:
    return in_the_scan(visitor).press("Wis mijn gegevens")


POINTS = [on_first_page, in_the_scan, in_a_request, while_confirming]


@pytest.mark.parametrize("point", POINTS)
def test_a_threat_in_words_brings_the_alarm_number_first(visit: Visit, point: Callable) -> None:
    visitor = point(visit()).type(KNIFE)
    assert visitor.page.heading == "Hulp bij dreiging"
    assert visitor.page.lines[1] == ALARM
    assert not visitor.page.radios
    assert visitor.open().page.lines[1] == ALARM, "refreshing takes the route away"


@pytest.mark.parametrize("broken", [{"bericht": "kort"}, {"beurt": "-1"}, {"keuze": "k" * 200}, {"keuze": "skip"}])
def test_a_threat_in_a_form_that_is_not_ours(visit: Visit, broken: dict[str, str]) -> None:
    visitor = in_the_scan(visit())
    visitor.send(visitor.page.form_with("Verstuur"), {"tekst": KNIFE, **broken})
    assert visitor.page.lines[1] == ALARM


@pytest.mark.parametrize("point", POINTS)
def test_a_text_whose_end_is_unread_is_told_so(visit: Visit, point: Callable) -> None:
    visitor = point(visit()).type(f"{'mooi weer ' * 1100} {KNIFE}")
    assert "het einde niet gelezen" in visitor.page.problem[1] and "112" in visitor.page.problem[1]
    assert point(visit()).type(f"{'mooi weer ' * 900} {KNIFE}").page.lines[1] == ALARM


@pytest.mark.parametrize("point", POINTS)
def test_the_button_is_on_every_page_and_asks_one_question(visit: Visit, point: Callable) -> None:
    visitor = point(visit())
    assert ("112", "tel:112") in visitor.page.links
    assert "Snel weg" in visitor.page.buttons
    visitor.press("Er is dreiging")
    assert visitor.page.heading.startswith("Ik wil u goed helpen")
    visitor.press("Er is nu gevaar")
    assert visitor.page.lines[1] == ALARM


def test_an_answer_of_the_triage_stops_the_scan(visit: Visit) -> None:
    visitor = visit().press("Zelfscan beginnen").choose("Raadslid", "Ja")
    assert visitor.page.lines[1] == ALARM
    assert "Woningscan aanvragen" not in visitor.page.buttons


def test_a_threat_on_an_old_page_is_answered(visit: Visit) -> None:
    visitor = visit().press("Zelfscan beginnen")
    old = next(form for form in visitor.page.forms if form.typed is not None)
    visitor.choose("Wethouder").send(old, {"tekst": KNIFE})
    assert visitor.page.lines[1] == ALARM


@pytest.fixture
def strict_limits(server: Running) -> Iterator[Callable[[str, str], None]]:
    def limit(per_conversation: str, per_client: str) -> None:
        server.app.state.services.limits = RateLimits(per_conversation, per_client)

    yield limit
    limit(PLENTY, PLENTY)


def test_a_limit_keeps_what_was_typed_and_never_stops_a_threat(visit: Visit, strict_limits: Callable) -> None:
    visitor = visit().press("Zelfscan beginnen")
    strict_limits("1/hour", PLENTY)
    visitor.choose("Wethouder").type("alles is rustig")
    assert visitor.response.status_code == 429
    assert "te veel berichten" in visitor.page.problem[1]
    assert visitor.page.written == "alles is rustig"
    assert "nu in gevaar" in visitor.page.heading
    assert visitor.type(KNIFE).page.lines[1] == ALARM


def test_where_no_conversation_may_begin_a_threat_is_answered_all_the_same(
    visit: Visit, strict_limits: Callable
) -> None:
    strict_limits(PLENTY, "1/hour")
    visit().press("Zelfscan beginnen")
    refused = visit().press("Zelfscan beginnen")
    assert refused.response.status_code == 429
    assert refused.token is None
    assert refused.type(KNIFE).page.lines[1] == ALARM
    pressed = visit().press("Er is dreiging", "Er is nu gevaar")
    assert pressed.page.lines[1] == ALARM
    assert pressed.token is None


def test_with_the_engine_away_the_scan_goes_on(visit: Visit, without_engine: Running, server: Running) -> None:
    visitor = visit().press("Zelfscan beginnen")
    visitor.http.base_url = without_engine.url
    visitor.choose("Wethouder")
    assert visitor.response.status_code == 200
    assert "nu in gevaar" in visitor.page.heading
    assert visitor.type(KNIFE).page.lines[1] == ALARM

    visitor.http.base_url = server.url
    visitor.open().press("Opnieuw beginnen")
    assert "nu in gevaar" in visitor.page.heading, "the function is kept, the safety questions are asked anew"


def test_with_the_core_failing_too_nothing_is_lost(
    visit: Visit, without_engine: Running, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("no core")

    visitor = visit().press("Zelfscan beginnen")
    visitor.http.base_url = without_engine.url
    with monkeypatch.context() as patch:
        patch.setattr(carrying_out, "turn_of_the_core", fails)
        visitor.choose("Wethouder")
        assert visitor.response.status_code == 503
        assert "even niet goed antwoorden" in visitor.page.problem[1]
        form = visitor.page.form_with("Wethouder")
        assert form.checked == form.radios["Wethouder"], "the answer has to be given again"
        assert visitor.type("dat vertel ik liever niet").page.written == "dat vertel ik liever niet"
    visitor.http.base_url = server.url
    visitor.send(form, {"keuze": form.checked or ""})
    assert "nu in gevaar" in visitor.page.heading


def test_leaving_erases_first_and_goes_to_a_neutral_page(visit: Visit, server: Running) -> None:
    visitor = in_the_scan(visit())
    token = visitor.token
    visitor.press("Snel weg")
    assert server.app.state.services.store.conversations.load(token) is None
    assert visitor.token is None
    assert visitor.page.refresh is not None
    assert visitor.page.refresh.startswith("0; url=https://")
    assert visitor.page.title == "Even laden"
    assert "zelfscan" not in visitor.response.text.replace("/static/zelfscan.css", "").lower()
    assert visitor.open().page.heading == "Zelfscan woning"


def test_leaving_works_when_erasing_does_not(visit: Visit, server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(token: str) -> None:
        raise StoreUnavailable("no database")

    visitor = in_the_scan(visit())
    monkeypatch.setattr(server.app.state.services.turns, "erase", broken)
    visitor.press("Snel weg")
    assert visitor.page.refresh is not None
    assert visitor.token is None


def test_erasing_ends_the_conversation_and_its_cookie(visit: Visit, server: Running) -> None:
    visitor = in_the_scan(visit())
    token = visitor.token
    visitor.press("Wis mijn gegevens", "Ja")
    assert "zijn gewist" in visitor.page.text
    assert visitor.token is None
    assert server.app.state.services.store.conversations.load(token) is None
    visitor.press("Er is dreiging")
    assert visitor.page.heading.startswith("Ik wil u goed helpen")


def test_without_a_database_the_numbers_are_there(
    visit: Visit, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(token: str) -> None:
        raise StoreUnavailable("no database")

    visitor = in_the_scan(visit())
    monkeypatch.setattr(server.app.state.services.store.conversations, "load", broken)
    visitor.open()
    assert visitor.response.status_code == 503
    assert ("112", "tel:112") in visitor.page.links
    assert visitor.token is not None, "the conversation is not gone, only out of reach"
    visitor.type(KNIFE)
    assert visitor.page.lines[1] == ALARM
