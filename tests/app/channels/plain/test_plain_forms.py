"""Forms that come twice, late, empty, broken or from elsewhere; the cookie; texts that look like markup."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.plain.view import PlainView
from bot.web.cookies import Cookie
from bot.web.forms import VISITORS
from tests.support.places import ROOT
from tests.support.running import Running
from tests.support.talking.visitor import PlainVisitor
from tests.support.web.pages import read
from woningscan.content import load_content
from woningscan.conversation.reply import Choice, Reply, items, link, notice, progress, text
from woningscan.reading.text import readable

Visit = Callable[..., PlainVisitor]
CONTENT = ROOT / "content"
FIRST, SECOND = "Wat is uw functie?", "Bent u of is iemand in uw huis nu in gevaar?"
HOSTILE = "<img src=x onerror=alert(1)><b>vet</b> {{7*7}} \"'><script>alert(1)</script>"


def begun(visitor: PlainVisitor) -> PlainVisitor:
    return visitor.press("Zelfscan beginnen")


@pytest.mark.parametrize(("button", "target"), [("Verder", "#keuze-1"), ("Verstuur", "#keuze-1")])
def test_nothing_filled_in_is_said_at_the_top_with_a_way_to_the_field(visit: Visit, button: str, target: str) -> None:
    visitor = begun(visit())
    form = visitor.page.form_with(button)
    visitor.send(form, {} if form.typed is None else {"tekst": "  "})
    page = visitor.page
    assert visitor.response.status_code == 422
    assert page.title.startswith("Let op: ")
    assert page.problem[0] == "Let op"
    assert page.problem_attributes["tabindex"] == "-1"
    assert "autofocus" in page.problem_attributes
    assert ("Naar uw antwoord", target) in page.links
    assert target[1:] in page.ids
    assert page.heading == FIRST


def test_an_answer_that_is_not_understood_is_said_at_the_top(visit: Visit) -> None:
    visitor = begun(visit()).type("dat hangt ervan af")
    assert visitor.page.heading == FIRST
    assert visitor.page.title.startswith("Let op: ")
    assert len(visitor.page.problem) == 3


def test_a_text_that_is_too_long_or_cannot_be_read_keeps_the_question(visit: Visit) -> None:
    visitor = visit().book()
    for said in ("lang verhaal " * 200, "\u200b\u200b\u2066"):
        visitor.type(said)
        assert visitor.response.status_code == 422
        assert visitor.page.written == readable(said)
        assert visitor.page.problem, said[:10]
        assert visitor.page.heading == "Wat is uw naam?"


def test_refreshing_shows_the_same_page_and_changes_nothing(visit: Visit) -> None:
    visitor = begun(visit()).choose("Wethouder")
    assert [response.status_code for response in visitor.response.history] == [303]
    shown = visitor.page
    again = visitor.open().page
    assert (again.heading, again.lines, again.progress) == (shown.heading, shown.lines, shown.progress)


def test_the_same_form_sent_twice_is_one_answer(visit: Visit) -> None:
    visitor = begun(visit()).choose("Wethouder")
    form = visitor.page.form_with("Nee")
    for _ in range(2):
        visitor.send(form, {"keuze": form.radios["Nee"]})
        assert visitor.response.status_code == 200
        assert visitor.page.heading.startswith("Is u, uw gezin")
        assert not visitor.page.problem


@pytest.mark.parametrize("values", [{"keuze": "antwoord:functie=raadslid"}, {"keuze": "skip"}, {"keuze": "affirm"}])
def test_an_old_page_never_answers_the_question_of_now(visit: Visit, values: dict[str, str]) -> None:
    visitor = begun(visit())
    old = visitor.page.form_with("Wethouder")
    visitor.choose("Wethouder", "Nee").send(old, values)
    assert visitor.response.status_code == 409
    assert "hoort bij een eerdere vraag" in visitor.page.problem[1]
    assert visitor.page.heading.startswith("Is u, uw gezin")
    assert visitor.open().page.heading.startswith("Is u, uw gezin")


def test_a_text_on_an_old_page_is_not_used_but_kept(visit: Visit) -> None:
    visitor = begun(visit())
    old = next(form for form in visitor.page.forms if form.typed is not None)
    visitor.choose("Wethouder").send(old, {"tekst": "nee"})
    assert visitor.response.status_code == 409
    assert visitor.page.heading.startswith(SECOND)
    assert visitor.page.written == "nee"
    assert "nog niet verwerkt" in visitor.page.problem[1]


def test_a_yes_to_something_else_is_not_a_yes_to_this(visit: Visit, server: Running) -> None:
    """An open page that asks "begin again?" may not confirm the erasing that is asked now."""
    visitor = begun(visit()).choose("Wethouder").press("Wis mijn gegevens")
    old = visitor.page.form_with("Ja")
    visitor.press("Nee").press("Wis mijn gegevens")
    visitor.send(old, {"keuze": "affirm"})
    assert visitor.response.status_code == 409
    assert server.app.state.services.store.conversations.load(visitor.token) is not None


def test_the_first_page_again_goes_on_with_the_conversation(visit: Visit) -> None:
    visitor = visit()
    first = visitor.page.form_with("Zelfscan beginnen")
    begun(visitor).choose("Wethouder").send(first, {"keuze": "start_scan"})
    assert visitor.page.heading.startswith(SECOND)


def test_a_conversation_that_is_gone_says_so(visit: Visit, server: Running) -> None:
    visitor = begun(visit())
    old, token = visitor.page.form_with("Wethouder"), visitor.token
    stored = server.app.state.services.store.conversations.load(token)
    server.app.state.services.store.conversations.erase(stored.id, now=server.app.state.services.turns._now())
    visitor.send(old, {"keuze": "antwoord:functie=wethouder"})
    assert visitor.response.status_code == 410
    assert "verlopen of gewist" in visitor.page.problem[1]
    assert visitor.token is None
    assert begun(visitor).page.heading == FIRST


REFUSED = [
    ({"sec_fetch_site": "cross-site"}, 403),
    ({"sec_fetch_site": "same-site"}, 403),
    ({"sec_fetch_site": "", "origin": "https://elders.test"}, 403),
    ({"sec_fetch_site": "", "origin": "null"}, 403),
    ({"content_type": "text/plain"}, 415),
]


@pytest.mark.parametrize(("headers", "status"), REFUSED)
@pytest.mark.parametrize("address", ["/zelfscan", "/zelfscan/weg"])
def test_a_form_of_another_website_does_nothing(
    visit: Visit, server: Running, address: str, headers: dict[str, str], status: int
) -> None:
    if status == 415 and address == "/zelfscan/weg":
        return  # its form has no fields, and leaving must not depend on any
    visitor = begun(visit())
    form, token = visitor.page.form_with("Wethouder"), visitor.token
    form.action = address
    visitor.send(form, {"keuze": "antwoord:functie=wethouder"}, **headers)
    assert visitor.response.status_code == status
    assert ("112", "tel:112") in visitor.page.links
    assert server.app.state.services.store.conversations.load(token) is not None
    assert visitor.open().page.heading == FIRST


def test_an_older_browser_that_tells_only_its_origin_may_answer(visit: Visit, server: Running) -> None:
    visitor = begun(visit())
    form = visitor.page.form_with("Wethouder")
    visitor.send(form, {"keuze": "antwoord:functie=wethouder"}, sec_fetch_site="", origin=server.url)
    assert visitor.page.heading.startswith(SECOND)


@pytest.mark.parametrize(
    "fields",
    [{"bericht": "kort"}, {"beurt": "-1"}, {"beurt": "9" * 40}, {"keuze": "k" * 200}, {"bericht": "<script>" * 3}],
)
def test_a_form_that_is_not_ours_is_refused(visit: Visit, fields: dict[str, str]) -> None:
    visitor = begun(visit())
    visitor.send(visitor.page.form_with("Wethouder"), fields)
    assert visitor.response.status_code == 400
    assert ("Naar de zelfscan", "/zelfscan") in visitor.page.links


def test_a_huge_form_is_refused_without_being_kept(visit: Visit) -> None:
    visitor = begun(visit()).type("a" * 2 * VISITORS.most)
    assert visitor.response.status_code == 413
    assert visitor.open().page.heading == FIRST


def test_the_cookie_is_for_this_host_and_this_session_only(visit: Visit) -> None:
    def header(secure: bool) -> str:
        response = Response()
        Cookie("zelfscan", secure).set(response, "t0ken")
        return response.headers["set-cookie"]

    assert set(header(True).split("; ")) == {
        "__Host-zelfscan=t0ken",
        "HttpOnly",
        "Path=/",
        "SameSite=strict",
        "Secure",
    }
    assert set(header(False).split("; ")) == {"zelfscan=t0ken", "HttpOnly", "Path=/", "SameSite=strict"}
    told = begun(visit()).response.history[0].headers["set-cookie"]
    assert re.fullmatch(r"zelfscan=[\w-]{40,}; HttpOnly; Path=/; SameSite=strict", told)


@pytest.mark.parametrize("token", ["", "x" * 200, "é", "..%2F"])
def test_a_cookie_that_is_not_ours_is_no_conversation(visit: Visit, token: str) -> None:
    scope = {"type": "http", "headers": [(b"cookie", f"zelfscan={token}".encode("latin-1"))]}
    assert Cookie("zelfscan", False).read(Request(scope)) in (None, "..%2F")
    visitor = visit()
    response = visitor.http.get("/zelfscan", headers={b"cookie": f"zelfscan={token}".encode("latin-1")})
    assert response.status_code == 200


def test_pages_are_not_kept_and_allow_no_script_but_our_own(visit: Visit) -> None:
    headers = begun(visit()).response.headers
    assert headers["cache-control"] == "no-store"
    policy = headers["content-security-policy"].split("; ")
    assert {"script-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'"} <= set(policy)
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["referrer-policy"] == "same-origin"
    assert headers["content-security-policy"].count("form-action 'self'") == 1


def test_texts_that_look_like_markup_are_shown_as_they_are() -> None:
    parts = (text(HOSTILE), notice(HOSTILE, HOSTILE), items([HOSTILE]), progress(1, 2, HOSTILE, HOSTILE))
    parts += (link(HOSTILE, "javascript:alert(1)"), {"kind": "hologram", "text": HOSTILE})
    reply = Reply(f"scan.ask.{HOSTILE}", parts, (Choice(HOSTILE, HOSTILE),), (Choice(f"t{HOSTILE}", HOSTILE),))
    html = PlainView(load_content(CONTENT), CONTENT / "templates").conversation([reply], 1).body.decode()
    page = read(html)
    assert not page.tags & {"img", "b"}
    assert html.count("<script") == html.count('<script src="/static/weg.js" defer></script>') == 1
    assert page.heading == " ".join(HOSTILE.split())
    assert all(not url.lower().startswith("javascript") for _, url in page.links)


def test_what_was_typed_comes_back_without_hidden_signs(visit: Visit) -> None:
    said = "</textarea><b>raar\u202e nul\u200bbreed"
    visitor = begun(visit())
    old = next(form for form in visitor.page.forms if form.typed is not None)
    visitor.choose("Wethouder").send(old, {"tekst": said})
    assert visitor.page.written == readable(said) == "</textarea><b>raar nulbreed"
    assert "b" not in visitor.page.tags
