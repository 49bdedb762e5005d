"""Only the listed websites may use the API and the bundle; the lines for a website carry the bundle's own hash."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator

import pytest
from starlette.testclient import TestClient

from bot.settings import BadOrigin, Settings, UnsafeSettings, origins_of
from bot.web.embedding import BUNDLE, snippet
from tests.support.places import ROOT
from tests.support.running import serving
from woningscan.content import load_content

CONTENT = load_content(ROOT / "content")
HOST = "https://www.gemeente.example"
ASKED = {"access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type"}


@pytest.fixture(scope="module")
def embedded(settings: Callable[..., Settings]) -> Iterator[TestClient]:
    with serving(settings(embed_origins=f"{HOST}, https://www.ccv.example")) as client:
        yield client


def test_a_listed_website_may_talk_to_the_api_without_cookies(embedded: TestClient) -> None:
    asked = embedded.options("/api/v1/messages", headers={"origin": HOST, **ASKED})
    assert asked.status_code == 200 and asked.headers["access-control-allow-origin"] == HOST
    assert "access-control-allow-credentials" not in asked.headers
    opened = embedded.post("/api/v1/conversations", headers={"origin": HOST})
    assert opened.status_code == 201 and opened.headers["access-control-allow-origin"] == HOST


def test_a_listed_website_may_load_the_bundle_and_check_its_hash(embedded: TestClient) -> None:
    bundle = embedded.get("/widget/woningscan-chat.js", headers={"origin": HOST})
    assert bundle.headers["access-control-allow-origin"] == HOST


@pytest.mark.parametrize(
    "origin",
    ["https://gemeente.example", f"{HOST}.evil.example", "http://www.gemeente.example", f"{HOST}:8443", "null"],
)
def test_another_website_is_refused(embedded: TestClient, origin: str) -> None:
    asked = embedded.options("/api/v1/messages", headers={"origin": origin, **ASKED})
    assert asked.status_code == 400 and "access-control-allow-origin" not in asked.headers
    assert (
        "access-control-allow-origin"
        not in embedded.get("/widget/woningscan-chat.js", headers={"origin": origin}).headers
    )


def test_without_a_list_no_other_website_may(settings: Callable[..., Settings]) -> None:
    with serving(settings()) as client:
        assert (
            "access-control-allow-origin" not in client.post("/api/v1/conversations", headers={"origin": HOST}).headers
        )


@pytest.mark.parametrize(
    "listed", ["*", "https://*.example", f"{HOST}/", f"{HOST}/pad", "www.gemeente.example", "ftp://a.example"]
)
def test_what_is_not_an_origin_refuses_to_start(listed: str, settings: Callable[..., Settings]) -> None:
    with pytest.raises(BadOrigin):
        origins_of(listed)
    with pytest.raises(UnsafeSettings, match="WONINGSCAN_EMBED_ORIGINS"):
        settings(embed_origins=listed).refuse_unsafe()


def test_the_lines_for_a_website_carry_the_hash_of_the_bundle() -> None:
    digest = base64.b64encode(hashlib.sha384(BUNDLE.read_bytes()).digest()).decode()
    lines = snippet("https://scan.example/", CONTENT)
    assert f'integrity="sha384-{digest}"' in lines
    assert 'src="https://scan.example/widget/woningscan-chat.js"' in lines and 'server="https://scan.example"' in lines
    for text in ('<a href="https://scan.example/zelfscan">', '<a href="tel:112">', CONTENT.contacts["politie"].url):
        assert text in lines, "what is seen where the script cannot run"
