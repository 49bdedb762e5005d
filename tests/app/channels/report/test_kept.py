"""What is kept of a conversation, for who asks in it: once as a page and once as a file, and nothing that opens it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.channels.report import kept
from bot.store import Store
from bot.store.base.models import Base
from bot.store.kept import COPY_LIFETIME, LIFETIME
from bot.web.problems import Problem, on_problem
from tests.support.report.answer_sets import state_of
from woningscan.content.model import Content
from woningscan.conversation.effects import OFFER_DATA, OPEN_CHAT, SAY_IN_CHAT, SUBMIT_REQUEST, Effect, Outcome
from woningscan.conversation.memory import Draft, Memory, state_with
from woningscan.conversation.reply import Reply, text

CANARY = "kanarie-7f3a"
REPLY = Reply("x", (text(f"{CANARY}-antwoord"),)).to_dict()
FIELDS = {"naam": f"{CANARY}-naam", "contact": "jo@example.org"}


@pytest.fixture
def now() -> datetime:
    """The routes go by the real clock."""
    return datetime.now(UTC)


@pytest.fixture
def browser(app: Starlette) -> TestClient:
    app.router.routes.extend(kept.routes)
    app.add_exception_handler(Problem, on_problem)
    return TestClient(app, headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def state(content: Content) -> dict[str, Any]:
    draft = Draft("terugbellen", {"naam": f"{CANARY}-concept"})
    return state_with(state_of(content, {"rookmelders": "nee"}), Memory(answers={"rookmelders": "nee"}, draft=draft))


@pytest.fixture
def token(store: Store, state: dict[str, Any], now: datetime) -> str:
    return store.conversations.create("web", state, [], [REPLY], now)


@pytest.fixture
def talk(store: Store, token: str, state: dict[str, Any], now: datetime) -> Callable[..., list[Outcome]]:
    """Takes a turn of a conversation in which something of everything was kept."""
    numbers = iter(range(1000))

    def take(*effects: Effect) -> list[Outcome]:
        return store.turns.commit_turn(
            store.conversations.load(token),
            state=state,
            offered=[],
            replies=[REPLY],
            effects=list(effects),
            external_id=f"m{next(numbers)}",
            now=now,
        )

    take(Effect(SUBMIT_REQUEST, {"kind": "woningscan", "fields": FIELDS}))
    take(Effect(OPEN_CHAT, {"share": True, "urgent": False}))
    take(Effect(SAY_IN_CHAT, {"text": f"{CANARY}-chat", "danger": ""}))
    return take


def link(talk: Callable[..., list[Outcome]]) -> str:
    (outcome,) = talk(Effect(OFFER_DATA))
    return f"/gegevens/{outcome.data['token']}"


def file_link(page: str) -> str:
    return page.partition('action="')[2].partition('"')[0]


def test_everything_is_on_the_page_and_in_the_file(
    browser: TestClient, talk: Callable[..., list[Outcome]], store: Store, content: Content
):
    path = link(talk)
    opened = browser.post(path)
    assert opened.status_code == 200
    answer = content.questions["rookmelders"].choice("nee")
    assert answer is not None and f"{content.questions['rookmelders'].title}: {answer.label}" in opened.text
    assert all(f"{CANARY}-{part}" in opened.text for part in ("concept", "chat"))
    assert f"{CANARY}-naam" not in opened.text, "what lies with the secretariat takes its own proof"
    saved = browser.post(file_link(opened.text))
    assert saved.headers["content-type"] == "application/json"
    assert all(f"{CANARY}-{part}" in saved.text for part in ("concept", "chat", "antwoord"))
    assert set(json.loads(saved.text)) >= {"conversation", "inbox", "live_chat", "live_message"}


def test_nothing_on_it_opens_anything(
    browser: TestClient, talk: Callable[..., list[Outcome]], store: Store, token: str
):
    stored = store.conversations.load(token)
    opened = browser.post(link(talk))
    saved = browser.post(file_link(opened.text)).text
    secrets = [token, stored.ledger["filer"], stored.id]
    assert [secret for secret in secrets if secret in opened.text + saved] == []


def test_a_look_uses_nothing_up_and_each_opens_once(browser: TestClient, talk: Callable[..., list[Outcome]]):
    path = link(talk)
    for _ in range(3):
        assert browser.get(path).status_code == 200 and CANARY not in browser.get(path).text
    assert browser.post(path, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    file = file_link(browser.post(path).text)
    assert browser.post(path).status_code == 410
    assert browser.post(file.replace("/bestand", "")).status_code == 410, "the file's token opens no page"
    assert browser.post(file).status_code == 200
    gone = browser.post(file)
    assert gone.status_code == 410 and "112" in gone.text and CANARY not in gone.text
    assert gone.headers["cache-control"] == "no-store" and gone.headers["referrer-policy"] == "no-referrer"


def test_the_links_run_out_and_go_with_the_conversation(
    store: Store, talk: Callable[..., list[Outcome]], token: str, now: datetime
):
    late, erased, opened = (link(talk).rpartition("/")[2] for _ in range(3))
    assert store.kept_links.open(late, now + LIFETIME) is None
    _, file = store.kept_links.open(opened, now) or ({}, "")
    assert store.kept_links.open_file(file, now + COPY_LIFETIME) is None
    assert store.reports.open_report(erased, now) is None, "no link to a plan"
    store.conversations.erase(store.conversations.load(token).id, now=now)
    assert store.kept_links.open(erased, now) is None


def test_nothing_of_another_is_shown(store: Store, talk: Callable[..., list[Outcome]], content: Content, now: datetime):
    other = store.conversations.create("web", {"van": "een ander"}, [], [], now)
    (outcome,) = store.turns.commit_turn(
        store.conversations.load(other),
        state={"van": "een ander"},
        offered=[],
        replies=[],
        effects=[Effect(OFFER_DATA)],
        external_id="m1",
        now=now,
    )
    shown, _ = store.kept_links.open(outcome.data["token"], datetime.now(UTC) - timedelta(days=999)) or ({}, "")
    assert CANARY not in json.dumps(shown) and "een ander" in json.dumps(shown)


def test_what_is_erased_together_is_shown_together():
    """Every table with something sealed is of a conversation or a request, of staff, or is gone once handled."""
    shown = {"conversation", "inbox", "report_link", "request_link", "telegram_chat", "telegram_outgoing"}
    shown |= {"live_chat", "live_message", "request", "request_note", "appointment"}
    of_others = {"adviser", "staff", "telegram_update"}
    sealed = {
        table.name
        for table in Base.metadata.tables.values()
        if any(column.info.get("privacy") == "sealed" for column in table.columns)
    }
    assert sealed == shown | of_others
