"""The chat at the console and in the web API: who may see what, and what a page that is old or a stranger gets."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bot.console.chat.stream import PACE
from bot.store import Store
from bot.store.audit import entries
from bot.store.chat.models import LiveChat
from tests.support.staff.members import Desk
from tests.support.staff.visitors import CHATS, Visitor, chat_of, message


def test_from_both_sides(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.press("start_scan")
    visitor.ask_for_a_person()
    assert visitor.news()["notice"] == "U wacht op een medewerker van het CCV."
    (desk, other), chat = desks, chat_of(visitor, store)
    reference = next(one.reference for one in store.staff_chats.open_chats() if one.id == chat)
    for page in (desk.get(CHATS).text, desk.get("/secretariaat/").text):
        assert reference in page
        assert "zelfscan.ask" not in page
    assert desk.post(f"{CHATS}/{chat}/oppakken").status_code == 303
    page = desk.get(f"{CHATS}/{chat}")
    assert page.status_code == 200
    assert "Wat is uw functie" in page.text
    visitor.send(text="Hoe lang duurt het? <b>&")
    news = desk.get(f"{CHATS}/{chat}/nieuws?na=1").json()
    assert [line["tekst"] for line in news["berichten"]] == ["Hoe lang duurt het? <b>&"]
    assert "<b>&" not in desk.get(f"{CHATS}/{chat}").text
    assert desk.post(f"{CHATS}/{chat}/bericht", message("Drie weken.\r\nOngeveer.")).status_code == 303
    told = visitor.news()
    assert [reply["id"] for reply in told["replies"]] == ["handoff.taken", "handoff.staff"]
    assert told["replies"][1]["parts"] == [{"kind": "text", "text": "Drie weken.\nOngeveer."}]
    assert visitor.client.get("/api/v1/conversation", headers=visitor.headers).json()["chat"] is True
    assert desk.post(f"{CHATS}/{chat}/terug", {"verder": "ja"}).status_code == 303
    told = visitor.news()
    assert told["open"] is False
    assert [reply["id"] for reply in told["replies"]] == ["handoff.back.staff", "scan.ask.functie"]
    assert desk.get(f"{CHATS}/{chat}").status_code == 410
    assert other.get(f"{CHATS}/{chat}").status_code == 410


def test_a_colleague_reads_and_does_nothing(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    visitor.send(text="geheim woord")
    (desk, other), chat = desks, chat_of(visitor, store)
    assert desk.get(f"{CHATS}/{chat}").status_code == 409, "nobody reads what nobody took"
    desk.post(f"{CHATS}/{chat}/oppakken")
    before = len([entry for entry in entries(store.database) if entry.actor == other.me])  # type: ignore[attr-defined]
    answers = [
        other.get(f"{CHATS}/{chat}"),
        other.get(f"{CHATS}/{chat}/nieuws?na=0"),
        other.post(f"{CHATS}/{chat}/oppakken"),
        other.post(f"{CHATS}/{chat}/bericht", message("hoi")),
        other.post(f"{CHATS}/{chat}/bericht", message("hoi"), accept="application/json"),
        other.post(f"{CHATS}/{chat}/terug"),
        other.post(f"{CHATS}/{chat}/overdragen"),
    ]
    assert {answer.status_code for answer in answers} == {409}
    assert not any("geheim" in answer.text for answer in answers)
    assert len([entry for entry in entries(store.database) if entry.actor == other.me]) == before  # type: ignore[attr-defined]
    assert "data: weg" in other.get(f"{CHATS}/{chat}/live").text


@pytest.mark.parametrize("chat", ["f" * 32, "x", "..%2f..", "%00", "e" * 500])
def test_a_chat_that_does_not_exist(desks: list[Desk], chat: str):
    for answer in (
        desks[0].get(f"{CHATS}/{chat}"),
        desks[0].get(f"{CHATS}/{chat}/nieuws"),
        desks[0].post(f"{CHATS}/{chat}/bericht", message("hoi")),
        desks[0].post(f"{CHATS}/{chat}/terug"),
    ):
        assert answer.status_code in (404, 405)


def test_what_no_page_of_ours_sends(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    desk.post(f"{CHATS}/{chat}/oppakken")
    path = f"{CHATS}/{chat}/bericht"
    assert desk.post(path, {"tekst": "hoi"}).status_code == 400
    assert desk.post(path, {"tekst": "hoi", "nummer": "x;y"}).status_code == 400
    assert desk.post(path, message("   ")).status_code == 422
    too_long = desk.post(path, message("a" * 1001))
    assert too_long.status_code == 422
    assert "a" * 1001 in too_long.text, "what was typed is still there"
    assert desk.post(path, message("\u202e\u0000")).status_code == 422
    assert desk.get(f"{CHATS}/{chat}/nieuws?na=x").status_code == 400
    assert desk.post(path, message("hoi"), origin="https://elders.example").status_code == 403
    assert [reply["id"] for reply in visitor.news()["replies"]] == ["handoff.taken"]


def test_the_same_message_twice_is_said_once(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    desk.post(f"{CHATS}/{chat}/oppakken")
    for _ in range(2):
        sent = desk.post(f"{CHATS}/{chat}/bericht", message("hoi", "n" * 24), accept="application/json")
        assert sent.json() == {"probleem": ""}
    assert [reply["id"] for reply in visitor.news()["replies"]] == ["handoff.taken", "handoff.staff"]


def test_danger_is_on_the_screen_with_the_route(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    desk.post(f"{CHATS}/{chat}/oppakken")
    assert visitor.send(text="er staat nu een man met een mes voor mijn deur")[0] == "threat.route.acuut"
    shown = desk.get(f"{CHATS}/{chat}").text
    assert "Gevaar nu" in shown
    assert visitor.client.app.state.services.content.routes["acuut"].steps[0] in shown  # type: ignore[attr-defined]
    assert desk.get(f"{CHATS}/{chat}/nieuws?na=0").json()["dreiging"]["niveau"] == "acuut"


def test_erased_it_is_gone_for_staff_too(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    desk.post(f"{CHATS}/{chat}/oppakken")
    assert visitor.client.delete("/api/v1/conversation", headers=visitor.headers).status_code == 204
    assert desk.get(f"{CHATS}/{chat}").status_code == 404
    assert desk.get(f"{CHATS}/{chat}/nieuws").status_code == 404
    assert visitor.client.get("/api/v1/chat", headers=visitor.headers).status_code == 404


@pytest.mark.parametrize("query", ["na=-1", "na=x", "na=", "na=9999999999", "na=٣"])
def test_the_feed_takes_a_number(visitor: Visitor, query: str):
    assert visitor.client.get(f"/api/v1/chat?{query}", headers=visitor.headers).status_code == 400


def test_the_feed_is_for_who_has_the_token(visitor: Visitor):
    assert visitor.client.get("/api/v1/chat").status_code == 401
    assert visitor.client.get("/api/v1/chat", headers={"authorization": "Bearer iets"}).status_code == 404
    assert visitor.news() == {"open": False, "seq": 0, "replies": []}


def test_asking_for_news_uses_up_no_messages(visitor: Visitor):
    visitor.ask_for_a_person()
    statuses = [visitor.client.get("/api/v1/chat", headers=visitor.headers).status_code for _ in range(30)]
    assert set(statuses) == {200, 429}
    assert visitor.send(text="hoi") == []


def test_a_stream_ends_by_itself_and_says_what_changed(visitor: Visitor, desks: list[Desk], store: Store, monkeypatch):
    monkeypatch.setattr("bot.console.chat.stream.PACE", replace(PACE, lasts=0.2))
    first = desks[0].get(f"{CHATS}/live").text
    visitor.ask_for_a_person()
    second = desks[0].get(f"{CHATS}/live").text
    assert "event: stand" in first
    assert first.split("data: ")[1] != second.split("data: ")[1]
    chat = chat_of(visitor, store)
    desks[0].post(f"{CHATS}/{chat}/oppakken")
    assert "data: 1\n" in desks[0].get(f"{CHATS}/{chat}/live").text


def test_a_saved_reply_is_put_in_the_box_and_nothing_is_sent(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    (desk, other), chat = desks, chat_of(visitor, store)
    desk.post(f"{CHATS}/{chat}/oppakken")
    visitor.news()
    chosen = {**message("Een <b>begin</b>"), "vast": "bellen"}
    page = desk.post(f"{CHATS}/{chat}/vast", chosen)
    assert page.status_code == 200
    assert "Een &lt;b&gt;begin&lt;/b&gt;\nPraat u liever?" in page.text
    assert desk.post(f"{CHATS}/{chat}/vast", {**message("Zo"), "vast": "bestaat_niet"}).status_code == 200
    assert visitor.news()["replies"] == []
    assert other.post(f"{CHATS}/{chat}/vast", chosen).status_code == 409
    assert desk.post(f"{CHATS}/{chat}/terug", {"verder": "nee"}).status_code == 303


def test_the_page_says_when_the_official_may_not_be_looking(visitor: Visitor, desks: list[Desk], store: Store):
    """Two silent minutes of a page that asked before; of one that never asked nothing is known, and nothing said."""
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    assert desk.post(f"{CHATS}/{chat}/oppakken").status_code == 303
    later = datetime.now(UTC) + timedelta(minutes=2)
    with time_machine.travel(later, tick=False):
        assert desk.get(f"{CHATS}/{chat}/nieuws?na=0").json()["afwezig"] == ""
    visitor.news()
    assert desk.get(f"{CHATS}/{chat}/nieuws?na=0").json()["afwezig"] == ""
    with time_machine.travel(later, tick=False):
        since = desk.get(f"{CHATS}/{chat}/nieuws?na=0").json()["afwezig"]
        assert re.fullmatch(r"\d\d:\d\d", since)
        assert f"van de pagina kwam om {since} uur." in desk.get(f"{CHATS}/{chat}").text
        visitor.news()
        assert desk.get(f"{CHATS}/{chat}/nieuws?na=0").json()["afwezig"] == ""
    assert desk.post(f"{CHATS}/{chat}/terug", {"verder": "nee"}).status_code == 303
    with store.database.reading() as session:
        closed = session.get(LiveChat, chat)
        assert closed is not None and closed.looked_at is None, "a moment that is not a whole hour does not stay"
