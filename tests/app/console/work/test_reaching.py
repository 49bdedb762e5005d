"""Reaching an official from the page of a request: numbers and addresses are links, a mail begins with a saved text."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bot.console.work.reaching import mail_writer, ways_to
from bot.store import Store
from tests.support.request.requests import case_path, make_request
from tests.support.staff.members import Desk


@pytest.mark.parametrize(
    ("contact", "links"),
    [
        ("0612345678", ["tel:0612345678"]),
        ("0302345678 toestel 12", ["tel:0302345678"]),
        ("jo@example.org, +3225551234", ["mailto:jo@example.org", "tel:+3225551234"]),
        ("", []),
    ],
)
def test_every_way_is_a_link(contact: str, links: list[str]):
    assert [way.href for way in ways_to({"contact": contact})] == links


def test_an_address_adds_nothing_to_the_mail():
    link = mail_writer({"contact": "jo?bcc=x&y@example.org"})("Over A & B", ["Eén", "Twee"])
    parts = urlsplit(link)
    assert unquote(parts.path) == "jo?bcc=x&y@example.org"
    assert parse_qs(parts.query) == {"subject": ["Over A & B"], "body": ["Eén\r\n\r\nTwee"]}
    assert mail_writer({"contact": "0612345678"})("A", ["B"]) == ""


def test_the_holder_begins_a_mail_from_the_page(sit_down: Callable[..., Desk], app_store: Store):
    desk, reference = sit_down(), make_request(app_store)
    desk.post(case_path(reference, "/oppakken"))
    page = desk.get(case_path(reference)).text
    links = [
        parse_qs(urlsplit(link.replace("&amp;", "&")).query)
        for link in re.findall(r'href="(mailto:[^"]+\?[^"]+)"', page)
    ]
    assert links
    for link in links:
        assert link["subject"] == [f"Uw aanvraag {reference}"]
        assert reference in link["body"][0] and "de Vries" not in link["body"][0]
    other = make_request(app_store, contact="0612345678")
    desk.post(case_path(other, "/oppakken"))
    page = desk.get(case_path(other)).text
    assert 'href="tel:0612345678"' in page and "mailto:" not in page
