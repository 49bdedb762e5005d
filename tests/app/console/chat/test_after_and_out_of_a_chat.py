"""What staff has of a chat beyond it: what was said, for a day and for who had it; a request made out of it."""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.store import Store
from bot.store.audit import entries
from bot.store.chat.desk import KEPT
from bot.store.chat.staff import NotYours
from bot.store.request.models import Request
from tests.support.staff.members import Desk
from tests.support.staff.visitors import CHATS, Visitor, chat_of, message

FIELDS = {
    "soort": "terugbellen",
    "naam": "J. de Vries",
    "functie": "Wethouder",
    "contact": "jo@example.org",
    "voorkeur": "",
}


@pytest.fixture
def chat(visitor: Visitor, desks: list[Desk], store: Store) -> str:
    visitor.ask_for_a_person(share=False)
    chat = chat_of(visitor, store)
    assert desks[0].post(f"{CHATS}/{chat}/oppakken").status_code == 303
    visitor.news()
    return chat


def file(desk: Desk, chat: str, **changed: str) -> tuple[int, str]:
    fields = FIELDS | {"nummer": secrets.token_hex(12), "akkoord": "ja"} | changed
    answer = desk.post(f"{CHATS}/{chat}/aanvraag", fields)
    return answer.status_code, answer.headers.get("location", answer.text)


def test_who_had_it_reads_it_back_and_nobody_else(visitor: Visitor, desks: list[Desk], store: Store, chat: str):
    desk, other = desks
    visitor.send(text="Mijn vraag gaat over <b>sloten</b>")
    desk.post(f"{CHATS}/{chat}/bericht", message("Dat zoek ik uit."))
    assert desk.get(f"{CHATS}/{chat}/teruglezen").status_code == 410, "it is not over"
    desk.post(f"{CHATS}/{chat}/terug", {"verder": "nee"})
    assert f"{CHATS}/{chat}/teruglezen" in desk.get(CHATS).text
    assert f"{CHATS}/{chat}/teruglezen" not in other.get(CHATS).text
    before = len([entry for entry in entries(store.database) if entry.actor == desk.me])  # type: ignore[attr-defined]
    page = desk.get(f"{CHATS}/{chat}/teruglezen")
    assert "&lt;b&gt;sloten&lt;/b&gt;" in page.text and "Dat zoek ik uit." in page.text
    assert len([entry for entry in entries(store.database) if entry.actor == desk.me]) == before + 1  # type: ignore[attr-defined]
    assert other.get(f"{CHATS}/{chat}/teruglezen").status_code == 409
    later = datetime.now(UTC) + KEPT + timedelta(hours=1)
    with pytest.raises(NotYours):
        store.past_chats.read(chat, desk.me, later)  # type: ignore[attr-defined]
    assert store.past_chats.of(desk.me, later) == []  # type: ignore[attr-defined]


def test_what_the_official_erases_is_gone_for_who_had_it(visitor: Visitor, desks: list[Desk], store: Store, chat: str):
    desks[0].post(f"{CHATS}/{chat}/terug", {"verder": "nee"})
    stored = store.conversations.load(visitor.token)
    store.conversations.erase(stored.id, now=datetime.now(UTC))
    assert desks[0].get(f"{CHATS}/{chat}/teruglezen").status_code == 404
    assert chat not in desks[0].get(CHATS).text


def test_each_colleague_under_their_own_name(visitor: Visitor, desks: list[Desk], store: Store, chat: str):
    first, second = desks
    first.post(f"{CHATS}/{chat}/bericht", message("Van de eerste."))
    first.post(f"{CHATS}/{chat}/overdragen")
    second.post(f"{CHATS}/{chat}/oppakken")
    second.post(f"{CHATS}/{chat}/bericht", message("Van de tweede."))
    name = next(one.name for one in store.staff.members() if one.id == first.me)  # type: ignore[attr-defined]
    lines = second.get(f"{CHATS}/{chat}/nieuws?na=0").json()["berichten"]
    written = {line["tekst"]: line["naam"] for line in lines if line["van"] == "medewerker"}
    assert written == {"Van de eerste.": name, "Van de tweede.": ""}
    assert re.search(rf"<strong>{name}</strong>.*?Van de eerste", second.get(f"{CHATS}/{chat}").text, re.DOTALL)
    second.post(f"{CHATS}/{chat}/terug", {"verder": "nee"})
    assert second.get(f"{CHATS}/{chat}/teruglezen").status_code == 200
    assert first.get(f"{CHATS}/{chat}/teruglezen").status_code == 409


def test_a_request_is_told_to_the_official_and_held_by_the_member(
    visitor: Visitor, desks: list[Desk], store: Store, chat: str
):
    desk = desks[0]
    status, where = file(desk, chat)
    assert status == 303 and "/aanvraag/WS-" in where
    reference = where.rsplit("/", 1)[1]
    case = store.cases.open(reference, desk.me, datetime.now(UTC))  # type: ignore[attr-defined]
    assert case is not None and case.owner_id == desk.me and not case.urgent  # type: ignore[attr-defined]
    assert case.fields == {
        "naam": "J. de Vries",
        "functie": "Wethouder",
        "contact": "jo@example.org",
        "voorkeur": "geen voorkeur",
    }
    (told,) = visitor.news()["replies"]
    assert told["id"] == "booking.confirmed.terugbellen" and reference in told["parts"][0]["text"]
    filed = [
        entry for entry in entries(store.database) if entry.object == reference and entry.action == "request.submit"
    ]
    assert [entry.actor for entry in filed] == [desk.me]  # type: ignore[attr-defined]
    assert desk.get(f"{CHATS}/{chat}").status_code == 200, "the chat goes on"
    desk.post(f"{CHATS}/{chat}/terug", {"verder": "nee"})
    assert reference in store.conversations.load(visitor.token).requests
    assert "booking.cancelled" in visitor.send(text=f"annuleren {reference}"), "it is the conversation's own"


@pytest.mark.parametrize(
    ("changed", "shown"),
    [({"akkoord": ""}, 'href="#akkoord"'), ({"contact": "niets"}, 'href="#contact"'), ({"naam": ""}, 'href="#naam"')],
)
def test_without_a_yes_or_with_something_wrong_nothing_is_filed(
    visitor: Visitor, desks: list[Desk], store: Store, chat: str, changed: dict[str, str], shown: str
):
    before = requests(store)
    status, page = file(desks[0], chat, **changed)
    assert (status == 422 and shown in page and 'value="jo@example.org"' in page) or "contact" in changed
    assert requests(store) == before and visitor.news()["replies"] == []
    desks[0].post(f"{CHATS}/{chat}/terug", {"verder": "nee"})


def test_the_same_form_twice_is_one_request_and_a_colleague_files_nothing(
    visitor: Visitor, desks: list[Desk], store: Store, chat: str
):
    before, number = requests(store), secrets.token_hex(12)
    assert file(desks[1], chat)[0] == 409
    assert [file(desks[0], chat, nummer=number)[0] for _ in range(2)] == [303, 303]
    assert requests(store) == before + 1
    assert len(visitor.news()["replies"]) == 1
    desks[0].post(f"{CHATS}/{chat}/terug", {"verder": "nee"})
    assert file(desks[0], chat)[0] == 410, "it is over"


def test_after_a_danger_it_is_a_call_back_with_haste(visitor: Visitor, desks: list[Desk], store: Store, chat: str):
    visitor.send(text="er staat nu een man met een mes voor mijn deur")
    page = desks[0].get(f"{CHATS}/{chat}/aanvraag").text
    assert 'value="woningscan"' not in page and "met spoed" in page
    assert file(desks[0], chat, soort="woningscan")[0] == 400
    reference = file(desks[0], chat)[1].rsplit("/", 1)[1]
    case = store.cases.open(reference, desks[0].me, datetime.now(UTC))  # type: ignore[attr-defined]
    assert case is not None and case.urgent
    desks[0].post(f"{CHATS}/{chat}/terug", {"verder": "nee"})


def requests(store: Store) -> int:
    with store.database.reading() as session:
        return len(session.scalars(select(Request.id)).all())
