"""A request that begins in Telegram and goes on behind its one-time link, on our own page."""

from __future__ import annotations

import re

import httpx

from tests.support.telegram.official import Official, World

OWN = {"sec-fetch-site": "same-origin"}


def link_of(official: Official) -> str:
    """The path of the link that was said last."""
    found = re.search(r"https?://\S+(/aanvraag/begin/\S+)", official.heard()[-1])
    assert found, official.heard()[-1]
    return found[1]


def fill_in(world: World, path: str, prefilled: bool, contact: str = "j@devries.nl") -> str:
    """Opens the link as a browser does, and sends the request; its reference."""
    browser, counts = world.client, world.store.requests.counts
    browser.cookies.clear()
    before = counts().get("new", 0)
    door = browser.get(path)
    assert door.status_code == 200 and "<button" in door.text and "og:" not in door.text
    page = browser.post(path, headers=OWN)
    assert page.status_code == 200 and page.url.path == "/zelfscan"
    assert browser.post(path).status_code == 410, "the link works once"
    safe = () if prefilled else ("nee",) * 4  # without the answers of the scan, the safety questions come first
    for typed in (*safe, "J. de Vries", *(() if prefilled else ("raadslid",)), contact, "maandag"):
        assert "gate." not in page.text
        page = _answer(browser, page.text, typed)
    assert counts().get("new", 0) == before
    page = _answer(browser, page.text, "ja, verstuur maar")
    assert counts()["new"] == before + 1
    found = re.search(r"WS-\w{4}-\w{5}", page.text)
    assert found is not None
    return found[0]


def _answer(browser: httpx.Client, page: str, typed: str) -> httpx.Response:
    form = {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("bericht", "beurt")}  # type: ignore[index]
    return browser.post("/zelfscan", data={**form, "tekst": typed}, headers=OWN)
