"""The chat at the console and in the web API: who may see what, and what a page that is old or a stranger gets."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.app import create_app
from bot.console.chat.stream import PACE
from bot.settings import Settings
from bot.store import Store
from bot.store.audit import entries
from bot.store.chat.models import LiveChat
from bot.store.chat.states import ChatState
from bot.turn.limits import RateLimits
from tests.support.running import NOWHERE
from tests.support.staff.members import Desk, Member, make_member
from tests.support.staff.offices import Always
from tests.support.talking.house import CoreEngine

GESPREKKEN = "/secretariaat/gesprekken"


class Visitor:
    """An official with the widget, without the widget."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.token = client.post("/api/v1/conversations").json()["conversation"]
        self.headers = {"authorization": f"Bearer {self.token}"}
        self.seq = 0

    def send(self, **message: str) -> list[str]:
        body = {"message_id": secrets.token_hex(8), **message}
        answer = self.client.post("/api/v1/messages", json=body, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return [reply["id"] for reply in answer.json()["replies"]]

    def press(self, *choices: str) -> list[str]:
        return [self.send(choice=choice) for choice in choices][-1]

    def news(self) -> dict[str, Any]:
        answer = self.client.get(f"/api/v1/chat?na={self.seq}", headers=self.headers)
        assert answer.status_code == 200, answer.text
        assert answer.headers["cache-control"] == "no-store"
        self.seq = answer.json()["seq"]
        return answer.json()

    def ask_for_a_person(self, share: bool = True) -> None:
        assert self.press("talk_to_human", "start_chat", "chat_share" if share else "chat_private") == [
            "handoff.waiting"
        ]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("console")
    with TestClient(create_app(Settings(data_dir=folder, **NOWHERE)), raise_server_exceptions=False) as opened:
        opened.app.state.services.limits = RateLimits("1000/second", "1000/second", "1000/second")  # type: ignore[attr-defined]
        turns = opened.app.state.services.turns  # type: ignore[attr-defined]
        turns._engine = CoreEngine()
        turns._reception._hours = Always()
        yield opened


@pytest.fixture(scope="module")
def store(client: TestClient) -> Store:
    opened: Store = client.app.state.services.store  # type: ignore[attr-defined]
    return opened


@pytest.fixture(scope="module")
def desks(client: TestClient, store: Store) -> Iterator[list[Desk]]:
    with ExitStack() as stack:
        made = []
        for _ in range(2):
            http = TestClient(client.app, raise_server_exceptions=False)
            stack.callback(http.close)
            member: Member = make_member(store)
            made.append(Desk(http, store, member.token))
            made[-1].me = member.id  # type: ignore[attr-defined]
        assert made[0].post(f"{GESPREKKEN}/beschikbaar", {"beschikbaar": "ja"}).status_code == 303
        yield made


@pytest.fixture
def visitor(client: TestClient, desks: list[Desk]) -> Visitor:
    return Visitor(client)


def chat_of(visitor: Visitor, store: Store) -> str:
    stored = store.conversations.load(visitor.token)
    with store.database.reading() as session:
        chosen = select(LiveChat.id).where(LiveChat.conversation_id == stored.id, LiveChat.state != ChatState.CLOSED)
        return session.scalars(chosen).one()


def message(text: str, number: str = "") -> dict[str, str]:
    return {"tekst": text, "nummer": number or secrets.token_hex(12)}


def test_from_both_sides(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.press("start_scan")
    visitor.ask_for_a_person()
    assert visitor.news()["notice"] == "U wacht op een medewerker van het CCV."
    (desk, other), chat = desks, chat_of(visitor, store)
    reference = next(one.reference for one in store.staff_chats.open_chats() if one.id == chat)
    for page in (desk.get(GESPREKKEN).text, desk.get("/secretariaat/").text):
        assert reference in page
        assert "zelfscan.ask" not in page
    assert desk.post(f"{GESPREKKEN}/{chat}/oppakken").status_code == 303
    page = desk.get(f"{GESPREKKEN}/{chat}")
    assert page.status_code == 200
    assert "Wat is uw functie" in page.text
    visitor.send(text="Hoe lang duurt het? <b>&")
    news = desk.get(f"{GESPREKKEN}/{chat}/nieuws?na=1").json()
    assert [line["tekst"] for line in news["berichten"]] == ["Hoe lang duurt het? <b>&"]
    assert "<b>&" not in desk.get(f"{GESPREKKEN}/{chat}").text
    assert desk.post(f"{GESPREKKEN}/{chat}/bericht", message("Drie weken.\r\nOngeveer.")).status_code == 303
    told = visitor.news()
    assert [reply["id"] for reply in told["replies"]] == ["handoff.taken", "handoff.staff"]
    assert told["replies"][1]["parts"] == [{"kind": "text", "text": "Drie weken.\nOngeveer."}]
    assert visitor.client.get("/api/v1/conversation", headers=visitor.headers).json()["chat"] is True
    assert desk.post(f"{GESPREKKEN}/{chat}/terug", {"verder": "ja"}).status_code == 303
    told = visitor.news()
    assert told["open"] is False
    assert [reply["id"] for reply in told["replies"]] == ["handoff.back.staff", "scan.ask.functie"]
    assert desk.get(f"{GESPREKKEN}/{chat}").status_code == 410
    assert other.get(f"{GESPREKKEN}/{chat}").status_code == 410


def test_a_colleague_reads_and_does_nothing(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    visitor.send(text="geheim woord")
    (desk, other), chat = desks, chat_of(visitor, store)
    assert desk.get(f"{GESPREKKEN}/{chat}").status_code == 409, "nobody reads what nobody took"
    desk.post(f"{GESPREKKEN}/{chat}/oppakken")
    before = len([entry for entry in entries(store.database) if entry.actor == other.me])  # type: ignore[attr-defined]
    answers = [
        other.get(f"{GESPREKKEN}/{chat}"),
        other.get(f"{GESPREKKEN}/{chat}/nieuws?na=0"),
        other.post(f"{GESPREKKEN}/{chat}/oppakken"),
        other.post(f"{GESPREKKEN}/{chat}/bericht", message("hoi")),
        other.post(f"{GESPREKKEN}/{chat}/bericht", message("hoi"), accept="application/json"),
        other.post(f"{GESPREKKEN}/{chat}/terug"),
        other.post(f"{GESPREKKEN}/{chat}/overdragen"),
    ]
    assert {answer.status_code for answer in answers} == {409}
    assert not any("geheim" in answer.text for answer in answers)
    assert len([entry for entry in entries(store.database) if entry.actor == other.me]) == before  # type: ignore[attr-defined]
    assert "data: weg" in other.get(f"{GESPREKKEN}/{chat}/live").text


@pytest.mark.parametrize("chat", ["f" * 32, "x", "..%2f..", "%00", "e" * 500])
def test_a_chat_that_does_not_exist(desks: list[Desk], chat: str):
    for answer in (
        desks[0].get(f"{GESPREKKEN}/{chat}"),
        desks[0].get(f"{GESPREKKEN}/{chat}/nieuws"),
        desks[0].post(f"{GESPREKKEN}/{chat}/bericht", message("hoi")),
        desks[0].post(f"{GESPREKKEN}/{chat}/terug"),
    ):
        assert answer.status_code in (404, 405)


def test_what_no_page_of_ours_sends(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    desk.post(f"{GESPREKKEN}/{chat}/oppakken")
    path = f"{GESPREKKEN}/{chat}/bericht"
    assert desk.post(path, {"tekst": "hoi"}).status_code == 400
    assert desk.post(path, {"tekst": "hoi", "nummer": "x;y"}).status_code == 400
    assert desk.post(path, message("   ")).status_code == 422
    too_long = desk.post(path, message("a" * 1001))
    assert too_long.status_code == 422
    assert "a" * 1001 in too_long.text, "what was typed is still there"
    assert desk.post(path, message("\u202e\u0000")).status_code == 422
    assert desk.get(f"{GESPREKKEN}/{chat}/nieuws?na=x").status_code == 400
    assert desk.post(path, message("hoi"), origin="https://elders.example").status_code == 403
    assert [reply["id"] for reply in visitor.news()["replies"]] == ["handoff.taken"]


def test_the_same_message_twice_is_said_once(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    desk.post(f"{GESPREKKEN}/{chat}/oppakken")
    for _ in range(2):
        sent = desk.post(f"{GESPREKKEN}/{chat}/bericht", message("hoi", "n" * 24), accept="application/json")
        assert sent.json() == {"probleem": ""}
    assert [reply["id"] for reply in visitor.news()["replies"]] == ["handoff.taken", "handoff.staff"]


def test_danger_is_on_the_screen_with_the_route(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    desk.post(f"{GESPREKKEN}/{chat}/oppakken")
    assert visitor.send(text="er staat nu een man met een mes voor mijn deur")[0] == "threat.route.acuut"
    shown = desk.get(f"{GESPREKKEN}/{chat}").text
    assert "Gevaar nu" in shown
    assert visitor.client.app.state.services.content.routes["acuut"].steps[0] in shown  # type: ignore[attr-defined]
    assert desk.get(f"{GESPREKKEN}/{chat}/nieuws?na=0").json()["dreiging"]["niveau"] == "acuut"


def test_erased_it_is_gone_for_staff_too(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    desk, chat = desks[0], chat_of(visitor, store)
    desk.post(f"{GESPREKKEN}/{chat}/oppakken")
    assert visitor.client.delete("/api/v1/conversation", headers=visitor.headers).status_code == 204
    assert desk.get(f"{GESPREKKEN}/{chat}").status_code == 404
    assert desk.get(f"{GESPREKKEN}/{chat}/nieuws").status_code == 404
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
    first = desks[0].get(f"{GESPREKKEN}/live").text
    visitor.ask_for_a_person()
    second = desks[0].get(f"{GESPREKKEN}/live").text
    assert "event: stand" in first
    assert first.split("data: ")[1] != second.split("data: ")[1]
    chat = chat_of(visitor, store)
    desks[0].post(f"{GESPREKKEN}/{chat}/oppakken")
    assert "data: 1\n" in desks[0].get(f"{GESPREKKEN}/{chat}/live").text


def test_a_saved_reply_is_put_in_the_box_and_nothing_is_sent(visitor: Visitor, desks: list[Desk], store: Store):
    visitor.ask_for_a_person()
    (desk, other), chat = desks, chat_of(visitor, store)
    desk.post(f"{GESPREKKEN}/{chat}/oppakken")
    visitor.news()
    chosen = {**message("Een <b>begin</b>"), "vast": "bellen"}
    page = desk.post(f"{GESPREKKEN}/{chat}/vast", chosen)
    assert page.status_code == 200
    assert "Een &lt;b&gt;begin&lt;/b&gt;\nPraat u liever?" in page.text
    assert desk.post(f"{GESPREKKEN}/{chat}/vast", {**message("Zo"), "vast": "bestaat_niet"}).status_code == 200
    assert visitor.news()["replies"] == []
    assert other.post(f"{GESPREKKEN}/{chat}/vast", chosen).status_code == 409
    assert desk.post(f"{GESPREKKEN}/{chat}/terug", {"verder": "nee"}).status_code == 303
