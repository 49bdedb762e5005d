"""After "Snel weg" no tab of the visit shows anything any more; and nobody waits for a slow server to get away."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.settings import Settings
from tests.browser.plain.leaving import (
    NEUTRAL,
    a_plan,
    by_press,
    by_shift,
    chat,
    own_request,
    plain_scan,
    plan_from,
)
from tests.browser.website import Website
from tests.support.running import Running, listening
from tests.support.waiting import eventually

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def arrive(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A browser of its own, in which only this machine answers. Afterwards no policy may have been in the way."""
    opened: list[BrowserContext] = []
    blocked: list[str] = []

    def context(scripts: bool = True) -> BrowserContext:
        made = browser.new_context(java_script_enabled=scripts, viewport=PHONE, locale="nl-NL", reduced_motion="reduce")
        made.route(lambda url: "127.0.0.1" not in url, lambda one: one.fulfill(body=NEUTRAL, content_type="text/html"))
        made.on("console", lambda said: blocked.append(said.text) if "Content Security Policy" in said.text else None)
        opened.append(made)
        return made

    yield context
    for made in opened:
        made.close()
    assert blocked == []


@pytest.fixture
def website() -> Iterator[Website]:
    started = Website()
    yield started
    started.stop()


@pytest.fixture
def embedding(server: Running, data_dir: Path, website: Website) -> Iterator[Running]:
    """The app on the same database, for a chat on another website; no engine is needed to leave."""
    nowhere = f"unix:{data_dir / 'no-engine.sock'}"
    settings = Settings(
        data_dir=data_dir,
        engine_url=nowhere,
        engine_token=secrets.token_hex(32),
        embed_origins=website.url,
    )
    with listening(settings) as started:
        website.app_url = started.url
        yield started


def gone(*pages: Page) -> None:
    for page in pages:
        expect(page).to_have_title("Neutraal")


def erased(server: Running, token: str) -> None:
    eventually(lambda: server.app.state.services.store.conversations.load(token) is None)


@pytest.mark.parametrize(
    ("where", "way"),
    [*((one, by_press) for one in ("chat", "plan", "plain", "own")), ("plan", by_shift), ("plain", by_shift)],
)
def test_one_exit_takes_every_tab_along(arrive: Callable, server: Running, where: str, way: Callable) -> None:
    context = arrive()
    talking, token = chat(context, server, server.url)
    tabs = {"chat": talking, "plan": plan_from(talking), "plain": plain_scan(context, server)}
    tabs["own"] = own_request(context, server)
    plain_token = next(one["value"] for one in context.cookies() if one["name"] == "zelfscan")
    tabs[where].bring_to_front()
    way(tabs[where])
    gone(*tabs.values())
    erased(server, token)
    erased(server, plain_token)
    eventually(lambda: context.cookies() == [])
    tabs["plan"].go_back()
    assert "todo" not in tabs["plan"].content(), "the plan is not behind the Back button"


@pytest.mark.parametrize("first", ["chat", "plan"])
def test_a_chat_on_another_website_and_its_plan_leave_together(
    arrive: Callable, embedding: Running, website: Website, first: str
) -> None:
    context = arrive()
    talking, token = chat(context, embedding, website.url)
    tabs = {"chat": talking, "plan": plan_from(talking)}
    own = own_request(context, embedding)
    tabs[first].bring_to_front()
    by_press(tabs[first])
    gone(*tabs.values(), own)
    erased(embedding, token)


def test_only_a_plan_from_such_a_chat_can_be_sent_away_by_its_opener(arrive: Callable, server: Running) -> None:
    page = arrive().new_page()
    for query, policy in (("", "same-origin"), ("?chat", "unsafe-none")):
        answer = page.goto(f"{server.url}/rapport/{a_plan(server)[1]}{query}")
        assert answer.headers["cross-origin-opener-policy"] == policy
        with page.expect_response(lambda one: one.request.method == "POST") as opened:
            page.get_by_role("button").click()
        assert opened.value.headers["cross-origin-opener-policy"] == policy


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("page", ["/zelfscan", "/aanvraag/"])
def test_nobody_waits_for_a_slow_server(
    arrive: Callable, server: Running, monkeypatch: pytest.MonkeyPatch, page: str, scripts: bool
) -> None:
    """Erasing does not end before the visitor is away."""
    go_on = threading.Event()
    store = server.app.state.services.store
    ended: list[str] = []

    def slowly(token: str, *_: object, **__: object) -> None:
        assert go_on.wait(30)
        ended.append(token)

    context = arrive(scripts=scripts)
    monkeypatch.setattr(store.conversations, "erase", slowly)
    monkeypatch.setattr(store.own_requests, "end", slowly)
    monkeypatch.setattr(store.own_requests, "load", lambda *_: None)
    tab = plain_scan(context, server) if page == "/zelfscan" else own_request(context, server)
    name = "zelfscan" if page == "/zelfscan" else "aanvraag"
    if name == "aanvraag":
        context.add_cookies([{"name": name, "value": "t0ken", "url": server.url}])
    assert name in [one["name"] for one in context.cookies()]
    by_press(tab)
    gone(tab)
    assert ended == []
    go_on.set()
    eventually(lambda: len(ended) == 1)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("address", ["/rapport/{plan}", "/rapport/weg", "/aanvraag/begin/weg"])
def test_every_page_of_a_link_has_its_way_out(
    arrive: Callable, server: Running, address: str, opened: bool, scripts: bool
) -> None:
    """Without asking the server: before the button, on the plan, and where the link is used up."""
    page = arrive(scripts=scripts).new_page()
    page.goto(server.url + address.format(plan=a_plan(server)[1]))
    if opened:
        page.get_by_role("button").click()
        page.wait_for_load_state()
    way = page.get_by_role("link", name="Snel weg", exact=True)
    page.keyboard.press("End")
    expect(way).to_be_in_viewport(ratio=1)
    page.context.route(f"{server.url}/**", lambda _: None)  # from here on the server does not answer
    way.click()
    gone(page)


def test_a_form_that_was_sent_before_the_script_was_there_takes_the_other_tabs_along(
    arrive: Callable, server: Running
) -> None:
    context = arrive()
    other, early = own_request(context, server), context.new_page()
    early.route("**/static/weg.js", lambda one: one.abort())
    early.goto(f"{server.url}/zelfscan")
    early.unroute("**/static/weg.js")
    by_press(early)
    gone(early, other)


def test_the_page_is_covered_while_the_neutral_one_is_slow(arrive: Callable, server: Running) -> None:
    page = arrive().new_page()
    page.goto(f"{server.url}/rapport/{a_plan(server)[1]}")
    page.get_by_role("button").click()
    expect(page.get_by_role("button", name="Printen")).to_be_visible()
    seen = page.evaluate("""() => {
      document.querySelector('[data-exit]').click();
      return [document.title, document.body.checkVisibility()];
    }""")
    assert seen == ["Even laden", False]
    gone(page)


def test_a_capital_or_two_presses_are_no_exit(arrive: Callable, server: Running) -> None:
    page = plain_scan(arrive(), server)
    page.locator("textarea").focus()
    for key in ("Shift+A", "Shift+B", "Shift+C", "Shift", "d", "Shift", "Shift"):
        page.keyboard.press(key)
    assert page.locator("textarea").input_value() == "ABCd"
    assert page.url.endswith("/zelfscan")
