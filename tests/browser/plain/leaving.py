"""The tabs of one visit, for tests of leaving: the chat, its plan, the plain scan and the own request."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.plain.kinds import question
from tests.support.report.answer_sets import all_to_do, state_of
from tests.support.running import Running
from woningscan.conversation.effects import OFFER_REPORT, Effect
from woningscan.conversation.reply import Reply, link, text

NEUTRAL = "<!doctype html><html lang=nl><title>Neutraal</title><p>Niets bijzonders"


def a_plan(server: Running) -> tuple[str, str]:
    """A conversation that has come to its plan: its token and that of the link."""
    store, content, now = server.app.state.services.store, server.app.state.services.content, datetime.now(UTC)
    state = state_of(content, all_to_do(content))
    token = store.conversations.create("web", state, [], [], now)
    (outcome,) = store.turns.commit_turn(
        store.conversations.load(token),
        state=state,
        offered=[],
        replies=[],
        effects=[Effect(OFFER_REPORT)],
        external_id="m1",
        now=now,
    )
    return token, str(outcome.data["token"])


def chat(context: BrowserContext, server: Running, address: str) -> tuple[Page, str]:
    """The chat on the page at `address`, at the point where it offers the plan; and the conversation's token."""
    token, report = a_plan(server)
    said = Reply("plan.report", (text("Uw plan."), link("Plan openen", f"/rapport/{report}"))).to_dict()
    items = [{"who": "assistant", "reply": said}]
    kept = {"server": server.url, "token": token, "open": True, "items": items, "seq": 0}
    page = context.new_page()
    page.goto(address)
    page.evaluate("kept => sessionStorage.setItem('woningscan-chat', kept)", json.dumps(kept))
    page.reload()
    expect(page.get_by_role("link", name="Plan openen")).to_be_visible()
    return page, token


def plan_from(page: Page) -> Page:
    """The plan, opened from the chat as a visitor does, in its own tab."""
    with page.context.expect_page() as coming:
        page.get_by_role("link", name="Plan openen").click()
    plan = coming.value
    plan.get_by_role("button").click()
    expect(plan.get_by_role("button", name="Printen")).to_be_visible()
    return plan


def plain_scan(context: BrowserContext, server: Running) -> Page:
    page = context.new_page()
    page.goto(f"{server.url}/zelfscan")
    question(page)
    return page


def own_request(context: BrowserContext, server: Running) -> Page:
    page = context.new_page()
    page.goto(f"{server.url}/aanvraag/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state()
    return page


def by_press(page: Page) -> None:
    page.locator("button.exit, .leave a").first.click()


def by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")
