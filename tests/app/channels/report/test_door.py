"""The door to the report: a look does not use the link up, opening does, and nothing in it can act as markup."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.channels.report.pages import Pages
from bot.settings import ROOT
from bot.store import Store
from woningscan.content.model import Content
from woningscan.conversation.effects import OFFER_REPORT, Effect
from woningscan.conversation.memory import Memory, state_with

ANSWERS = {"functie": "raadslid", "scanlengte": "volledig", "rookmelders": "nee", "kierstandhouder": "ja"}


@pytest.fixture
def link(client: TestClient) -> str:
    """The address of a report that nobody opened yet."""
    assert isinstance(client.app, Starlette)
    store: Store = client.app.state.services.store
    now = datetime.now(UTC)
    state = state_with({}, Memory(version=client.app.state.services.content.version, answers=ANSWERS))
    token = store.conversations.create("web", state, [], [], now)
    stored = store.conversations.load(token)
    assert stored is not None
    turn = {"state": state, "offered": [], "replies": [], "effects": [Effect(OFFER_REPORT)], "external_id": "bericht-1"}
    (outcome,) = store.turns.commit_turn(stored, **turn, now=now)
    return f"/rapport/{outcome.data['token']}"


def test_looking_at_the_door_does_not_use_the_link_up(client: TestClient, link: str) -> None:
    for _ in range(3):
        looked = client.get(link)
        assert looked.status_code == 200
        assert '<form method="post"' in looked.text
    assert client.head(link).status_code == 200
    assert client.post(link).status_code == 200


def test_the_plan_opens_once(client: TestClient, content: Content, link: str) -> None:
    opened = client.post(link)
    assert opened.status_code == 200
    tip = content.questions["rookmelders"].choice("nee")
    assert tip is not None and tip.tip is not None
    assert content.questions["rookmelders"].why in opened.text
    again = client.post(link)
    assert again.status_code == 410
    assert content.messages["report.gone.title"] in again.text
    assert content.questions["rookmelders"].why not in again.text


@pytest.mark.parametrize("token", ["geraden", "a" * 500, "%00", "%ED%A0%80", "..%2f..", "%3Cscript%3E"])
def test_a_guessed_link_looks_like_a_used_one(client: TestClient, content: Content, token: str) -> None:
    assert client.get(f"/rapport/{token}").status_code in (200, 404)
    opened = client.post(f"/rapport/{token}")
    assert opened.status_code in (404, 410)
    assert "<script>" not in opened.text


def test_nobody_keeps_or_passes_on_the_page(client: TestClient, link: str) -> None:
    for response in (client.get(link), client.post(link), client.post(link)):
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["referrer-policy"] == "no-referrer"
        assert "noindex" in response.headers["x-robots-tag"]
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        assert "set-cookie" not in response.headers
        assert "<script" not in response.text.replace("<script src=", "")
        assert " style=" not in response.text and " onclick=" not in response.text


def test_markup_in_the_content_is_shown_and_does_nothing(content: Content) -> None:
    attack = '<img src=x onerror=alert(1)>"&'
    messages = {**content.messages, "plan.intro": attack, "report.gone": attack}
    broken = Content(**{**vars(content), "messages": messages})
    pages = Pages(broken, ROOT / "content" / "templates")
    state = state_with({}, Memory(version=content.version, answers=ANSWERS))
    for page in (pages.plan(state, datetime.now(UTC), copy_token=None), pages.gone()):
        assert "<img src=x" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_a_report_of_old_answers_opens_under_new_content(content: Content) -> None:
    state = state_with({}, Memory(version="oud", answers={**ANSWERS, "bestaat_niet": "ja", "vluchtplan": "groen"}))
    page = Pages(content, ROOT / "content" / "templates").plan(state, datetime.now(UTC), copy_token=None)
    assert content.questions["rookmelders"].why in page
    assert "groen" not in page
