"""The card for whoever lives with the official: one page in two languages, with the numbers and without answers."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.support.report.report_words import Outline
from woningscan.content.model import Content

NUMBERS = ("alarmnummer", "politie", "ondersteuningsteam", "ccv_telefoon")


@pytest.mark.parametrize(("path", "language"), [("/gezinskaart", "nl"), ("/english", "en")])
def test_the_card_has_the_numbers_and_keeps_nothing(
    client: TestClient, content: Content, path: str, language: str
) -> None:
    answer = client.get(path)
    page = Outline(answer.text)
    assert answer.status_code == 200 and not answer.cookies
    assert page.all("html")[0]["lang"] == language
    links = {attributes.get("href") for attributes in page.all("a")}
    assert {content.contacts[name].url for name in NUMBERS} <= links
    assert not page.all("form") and not page.all("input")


def test_the_pages_without_script_lead_to_the_english_one(client: TestClient) -> None:
    links = {attributes.get("href") for attributes in Outline(client.get("/zelfscan").text).all("a")}
    assert "/english" in links


def test_the_english_page_has_no_dutch_on_it(client: TestClient, content: Content) -> None:
    told = Outline(client.get("/english").text).text
    dutch = [content.messages["report.numbers"], content.messages["plain.exit"], content.messages["card.title"]]
    assert [text for text in dutch if text in told] == []
