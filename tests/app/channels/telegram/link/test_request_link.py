"""The link out of Telegram: once, for a day, for a browser that asks for it, with the answers only after a yes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from starlette.testclient import TestClient

from bot.store.request.states import RequestKind
from bot.store.telegram.request_links import BegunRequest
from tests.support.talking.safe_triage import SAFE_TRIAGE
from tests.support.telegram.official import World
from woningscan.conversation.memory import memory_in

ANSWERS = {"functie": "wethouder", "gevaar_nu": "nee"}
OWN = {"sec-fetch-site": "same-origin"}


def link(world: World, kind: str = "woningscan", answers: dict[str, str] | None = None) -> tuple[str, str]:
    """A conversation and a link that came from it."""
    store, now = world.store, datetime.now(UTC)
    begun = BegunRequest(RequestKind.of_word(kind), answers or {})
    token = store.conversations.create("telegram", {}, [], [], now)
    stored = store.conversations.load(token)
    assert stored is not None
    from sqlalchemy import select

    from bot.store.conversation.models import Conversation

    with store.database.writing() as session:
        key_id = session.scalars(select(Conversation.data_key_id).where(Conversation.id == stored.id)).one()
        key = store.vault.data_key(session, key_id)
        assert key is not None
        return stored.id, store.request_links.offer(session, key, begun, now)


def a_browser(world: World) -> TestClient:
    """As of somebody who was never here; it shares the app's event loop, as a real one does."""
    world.client.cookies.clear()
    return world.client


def session_behind(world: World, browser: TestClient):
    stored = world.store.conversations.load(browser.cookies["zelfscan"])
    assert stored is not None
    assert stored.channel == "plain"
    return memory_in(stored.state)


def test_looking_at_the_link_uses_nothing_up(scripted: World) -> None:
    _, token = link(scripted)
    browser = a_browser(scripted)
    for _ in range(3):
        door = browser.get(f"/aanvraag/begin/{token}")
        assert door.status_code == 200 and door.headers["cache-control"] == "no-store"
        assert "noindex" in door.headers["x-robots-tag"] and not browser.cookies
    assert token not in door.text and "meta property" not in door.text
    opened = browser.post(f"/aanvraag/begin/{token}", headers=OWN, follow_redirects=False)
    assert (opened.status_code, opened.headers["location"]) == (303, "/zelfscan")
    assert "HttpOnly" in opened.headers["set-cookie"] and "samesite=strict" in opened.headers["set-cookie"].lower()


def test_it_opens_once_and_not_after_a_day(scripted: World) -> None:
    _, token = link(scripted)
    assert a_browser(scripted).post(f"/aanvraag/begin/{token}", headers=OWN, follow_redirects=False).is_redirect
    again = a_browser(scripted).post(f"/aanvraag/begin/{token}", headers=OWN)
    assert again.status_code == 410 and "112" in again.text
    _, late = link(scripted)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=24, seconds=1)):
        assert a_browser(scripted).post(f"/aanvraag/begin/{late}", headers=OWN).status_code == 410
    for unknown in ("x", "a" * 500):
        assert a_browser(scripted).post(f"/aanvraag/begin/{unknown}", headers=OWN).status_code == 410


def test_another_website_cannot_open_it(scripted: World) -> None:
    _, token = link(scripted)
    refused = a_browser(scripted).post(f"/aanvraag/begin/{token}", headers={"sec-fetch-site": "cross-site"})
    assert refused.status_code == 403
    assert a_browser(scripted).post(f"/aanvraag/begin/{token}", headers=OWN, follow_redirects=False).is_redirect


def test_erasing_the_conversation_ends_its_links(scripted: World) -> None:
    conversation, token = link(scripted)
    scripted.store.conversations.erase(conversation, now=datetime.now(UTC))
    assert a_browser(scripted).post(f"/aanvraag/begin/{token}", headers=OWN).status_code == 410


@pytest.mark.parametrize("kind", ["woningscan", "terugbellen"])
def test_a_new_conversation_begins_with_the_request(world: World, kind: str) -> None:
    _, token = link(world, kind)
    browser = a_browser(world)
    page = browser.post(f"/aanvraag/begin/{token}", headers=OWN)
    content, session = world.app.state.services.content, session_behind(world, browser)
    if kind == "woningscan":  # not before the safety questions
        assert content.questions["gevaar_nu"].ask in page.text and session.wish == kind and session.draft is None
    else:
        assert content.request_fields[kind][0].ask in page.text
        assert session.draft is not None and session.draft.kind == kind
    assert session.answers == {} and not session.overheard


def test_safety_that_was_answered_in_telegram_is_not_asked_again(world: World) -> None:
    _, token = link(world, answers={"functie": "wethouder", **SAFE_TRIAGE})
    browser = a_browser(world)
    page = browser.post(f"/aanvraag/begin/{token}", headers=OWN)
    assert world.app.state.services.content.request_fields["woningscan"][0].ask in page.text
    session = session_behind(world, browser)
    assert session.draft is not None and dict(session.draft.fields) == {"functie": "wethouder"}


def test_an_answer_that_stops_the_scan_stops_the_request_too(world: World) -> None:
    known = {"gevaar_nu": "nee", "voorval": "ja_en_de_politie_weet_het_niet"}
    _, token = link(world, answers=known)
    browser = a_browser(world)
    page = browser.post(f"/aanvraag/begin/{token}", headers=OWN)
    assert world.app.state.services.content.contacts["politie"].value in page.text
    session = session_behind(world, browser)
    assert (session.route, session.draft, session.wish) == ("concreet", None, "")


def test_answers_go_along_only_where_they_were_put_in_the_link(world: World) -> None:
    _, token = link(world, answers=ANSWERS)
    browser = a_browser(world)
    browser.post(f"/aanvraag/begin/{token}", headers=OWN)
    session = session_behind(world, browser)
    assert dict(session.answers) == ANSWERS
    assert session.wish == "woningscan"
