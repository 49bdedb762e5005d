"""A report of any set of answers: as a page, as a pdf, and behind its one-time link."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from bot.channels.report import routes as report
from bot.channels.report.pages import Pages
from bot.channels.report.pdf import PdfPrinter
from bot.services import Services
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.web.headers import SecurityHeaders
from tests.support.report.answer_sets import all_to_do, state_of
from tests.support.report.report_words import words_of_pdf
from woningscan.content import load_content
from woningscan.content.model import Content
from woningscan.conversation.effects import OFFER_REPORT, Effect


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(ROOT / "content")


@pytest.fixture(scope="session")
def pages(content: Content) -> Pages:
    return Pages(content, ROOT / "content" / "templates")


@pytest.fixture(scope="session")
def printer() -> Iterator[PdfPrinter]:
    """Loaded once: that takes a second or more. Pango must be there, as on every machine that runs all tests."""
    made = PdfPrinter()
    yield made
    made.close()


@pytest.fixture(scope="session")
def print_pdf(pages: Pages, printer: PdfPrinter, content: Content) -> Callable[[dict[str, str]], bytes]:
    moment = datetime.fromisoformat("2026-11-24T10:30:00+00:00")

    def make(answers: dict[str, str]) -> bytes:
        return asyncio.run(printer.render(pages.for_pdf(state_of(content, answers), moment)))

    assert words_of_pdf(make({}))
    return make


@pytest.fixture
def link(store: Store, content: Content, now: datetime) -> Callable[..., str]:
    """Makes a link to a plan, as a turn does; returns its token."""

    def offer(answers: dict[str, str] | None = None) -> str:
        state = state_of(content, answers or all_to_do(content))
        token = store.conversations.create("web", state, [], [], now)
        loaded = store.conversations.load(token)
        (outcome,) = store.turns.commit_turn(
            loaded, state=state, offered=[], replies=[], effects=[Effect(OFFER_REPORT)], external_id="m1", now=now
        )
        offer.conversation = loaded.id  # type: ignore[attr-defined]
        return str(outcome.data["token"])

    return offer


@pytest.fixture
def app(store: Store, content: Content, pages: Pages, printer: PdfPrinter) -> Starlette:
    """The report's routes under the app's own headers, on a real store and without an engine."""
    made = Starlette(routes=report.routes, middleware=[Middleware(SecurityHeaders)])
    made.state.services = Services.of(Settings(), content)
    made.state.services.store = store
    made.state.services.parts |= {Pages: pages, PdfPrinter: printer}
    return made
