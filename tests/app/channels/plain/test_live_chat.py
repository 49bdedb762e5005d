"""A live chat on the plain pages, for who uses no scripts: nothing refreshes by itself, nothing typed gets lost."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from bot.jobs.chat_watch import look_after_chats
from bot.settings import Settings
from bot.store.chat.models import LiveChat
from bot.store.chat.states import ChatState
from tests.browser.axe import problems
from tests.support.rows import changed
from tests.support.running import NOWHERE, Running, listening
from tests.support.staff.members import make_member
from tests.support.staff.offices import Always
from tests.support.talking.house import CONTENT, CoreEngine
from tests.support.talking.visitor import PlainVisitor
from tests.support.waiting import eventually
from tests.support.web.pictures import keep
from woningscan.chat import live

SAID, LABELS = CONTENT.messages, CONTENT.labels


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with listening(Settings(data_dir=tmp_path_factory.mktemp("chat"), **NOWHERE)) as started:
        started.app.state.services.turns._engine = CoreEngine()
        started.app.state.services.turns._reception._hours = Always()
        yield started


@pytest.fixture(scope="module")
def staff_id(app: Running) -> str:
    return make_member(app.app.state.services.store).id


@pytest.fixture
def member(app: Running, staff_id: str) -> str:
    app.app.state.services.store.desk.set_available(staff_id, True, datetime.now(UTC))
    return staff_id


@pytest.fixture
def visitor(app: Running, member: str) -> Iterator[PlainVisitor]:
    """Somebody in the middle of the scan who asked for a person."""
    with PlainVisitor(app.url) as opened:
        opened.press(LABELS["start_scan"]).choose("Wethouder")
        typing = next(form for form in opened.page.forms if form.typed is not None)
        opened.send(typing, {"keuze": "talk_to_human"})
        opened.press(LABELS["start_chat"])
        opened.press(LABELS["chat_share"])
        yield opened


def chat_of(app: Running, visitor: PlainVisitor) -> str:
    store = app.app.state.services.store
    stored = store.conversations.load(visitor.token)
    with store.database.reading() as session:
        chosen = select(LiveChat.id).where(LiveChat.conversation_id == stored.id, LiveChat.state != ChatState.CLOSED)
        return session.scalars(chosen).one()


def take(app: Running, visitor: PlainVisitor, member: str) -> str:
    chat = chat_of(app, visitor)
    taken = [live.said(CONTENT, "handoff.taken").to_dict()]
    app.app.state.services.store.staff_chats.take(chat, member, taken, datetime.now(UTC))
    return chat


def says(app: Running, chat: str, member: str, text: str) -> None:
    said = [live.staff_said(text).to_dict()]
    app.app.state.services.store.staff_chats.say(chat, member, secrets.token_hex(8), text, said, datetime.now(UTC))


def test_waiting_and_talking(app: Running, visitor: PlainVisitor, member: str):
    assert SAID["handoff.notice.wacht"] in visitor.response.text
    assert "http-equiv" not in visitor.response.text
    assert "refresh" not in visitor.response.headers
    visitor.type("Hoe lang <b>duurt</b> het?")
    chat = take(app, visitor, member)
    says(app, chat, member, "Drie weken & een dag.")
    text = visitor.open().response.text
    assert SAID["handoff.notice.actief"] in text
    assert SAID["plain.chatbot"] not in text
    assert text.index("&lt;b&gt;duurt") < text.index("Drie weken &amp; een dag.")
    assert SAID["handoff.staff"] in text
    visitor.type("Dank u").press(LABELS["chat_stop"])
    assert SAID["handoff.back"] in visitor.response.text
    assert CONTENT.questions["gevaar_nu"].ask in visitor.response.text


def test_what_is_typed_while_staff_answers_is_not_an_old_page(app: Running, visitor: PlainVisitor, member: str):
    chat = take(app, visitor, member)
    visitor.open()
    says(app, chat, member, "Bent u er nog?")
    assert visitor.type("Ja, ik ben er").response.status_code == 200
    assert "Ja, ik ben er" in visitor.response.text


def test_given_back_the_last_words_of_staff_are_still_seen(app: Running, visitor: PlainVisitor, member: str):
    chat = take(app, visitor, member)
    visitor.open()
    says(app, chat, member, "Tot ziens!")
    asyncio.run(app.app.state.services.turns.give_back(chat, member))
    visitor.type("nog een vraag")
    assert visitor.response.status_code == 409, "typed for somebody who is gone: it answers no question of the bot"
    assert "nog een vraag" in visitor.response.text
    text = visitor.open().response.text
    assert "Tot ziens!" in text
    assert CONTENT.questions["gevaar_nu"].ask in text
    assert "Tot ziens!" not in visitor.choose("Nee").response.text


def test_who_gets_no_answer_may_choose_without_typing(app: Running, visitor: PlainVisitor, member: str):
    store, now = app.app.state.services.store, datetime.now(UTC)
    take(app, visitor, member)
    assert LABELS["start_callback"] not in visitor.open().response.text
    changed(store, LiveChat, unanswered_since=now - timedelta(seconds=90))
    eventually(lambda: LABELS["start_callback"] in visitor.open().response.text)
    assert SAID["handoff.late"][:40] in visitor.response.text
    assert SAID["handoff.notice.actief"] in visitor.response.text
    visitor.press(LABELS["start_callback"])
    assert SAID["handoff.notice.actief"] not in visitor.response.text
    assert SAID["booking.start.terugbellen"][:30] in visitor.response.text


def test_nobody_came(app: Running, visitor: PlainVisitor):
    store, now, chat = app.app.state.services.store, datetime.now(UTC), chat_of(app, visitor)
    changed(store, LiveChat, LiveChat.id == chat, waiting_since=now - timedelta(minutes=3))
    look_after_chats(store, CONTENT, now)
    text = visitor.open().response.text
    assert CONTENT.contacts["ccv_telefoon"].value in text
    assert LABELS["start_callback"] in text


def test_danger_and_mistakes(app: Running, visitor: PlainVisitor, member: str):
    take(app, visitor, member)
    visitor.open().type("")
    assert visitor.response.status_code == 422
    assert SAID["handoff.notice.actief"] in visitor.response.text
    visitor.type("er staat nu een man met een mes voor mijn deur")
    assert CONTENT.routes["acuut"].steps[0] in visitor.response.text
    assert SAID["handoff.notice.actief"] in visitor.response.text
    visitor.press(LABELS["report_threat"])
    assert SAID["threat.check"] in visitor.response.text
    visitor.press(LABELS["dreiging:nee"])
    assert SAID["threat.check.none"] in visitor.response.text or SAID["threat.stays"] in visitor.response.text
    visitor.press(LABELS["erase_data"]).press(LABELS["affirm"])
    assert SAID["privacy.erased"] in visitor.response.text


def test_nothing_for_axe_to_find(app: Running, visitor: PlainVisitor, member: str, browser: Browser):
    chat = take(app, visitor, member)
    says(app, chat, member, "Goedemorgen.")
    visitor.open().type("Een vraag")
    for width, height in ((390, 844), (1280, 800)):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL")
        context.add_cookies([{"name": "zelfscan", "value": str(visitor.token), "url": app.url}])
        page = context.new_page()
        page.goto(f"{app.url}/zelfscan")
        keep(page, f"chat-plain-{width}")
        assert problems(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()
