"""Nothing in the content can act: markup, direction overrides and zero-width signs are text or are gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from markupsafe import Markup
from pypdf import PdfReader

from bot.channels.report.pages import Pages
from bot.channels.report.pdf import PdfPrinter
from bot.settings import ROOT
from bot.templates import inert
from tests.support.report.answer_sets import all_to_do, state_of
from tests.support.report.report_words import Outline
from woningscan.content.model import Content, Question

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>&lt;"
UNSEEN = "\u202e\u202d\u2066\u2069\u200b\u200d\u200f\ufeff\u2060\u061c\x00\x07\u2028"
BAD = f"{MARKUP}{UNSEEN}einde"
TEMPLATES = ROOT / "content" / "templates"


def spoiled(content: Content) -> Content:
    """The content with something bad in front of every text that an editor can change."""

    def question(one: Question) -> Question:
        choices = tuple(replace(choice, tip=BAD + (choice.tip or "")) for choice in one.choices)
        return replace(one, title=BAD + one.title, why=BAD + one.why, choices=choices)

    themes = tuple(
        replace(theme, title=BAD + theme.title, questions=tuple(map(question, theme.questions)))
        for theme in content.themes
    )
    sources = {
        key: {**source, "title": BAD, "publisher": BAD, "url": f'{source["url"]}"><b onclick=alert(1)>'}
        for key, source in content.sources.items()
    }
    contacts = {key: replace(one, label=BAD + one.label, value=BAD) for key, one in content.contacts.items()}
    messages = {key: BAD + said for key, said in content.messages.items()}
    labels = {key: BAD + said for key, said in content.labels.items()}
    return replace(content, themes=themes, sources=sources, contacts=contacts, messages=messages, labels=labels)


@pytest.fixture
def bad_pages(content: Content) -> tuple[Pages, Content]:
    bad = spoiled(content)
    return Pages(bad, TEMPLATES), bad


def test_bad_content_adds_no_element_and_no_attribute(
    bad_pages: tuple[Pages, Content], pages: Pages, content: Content, now: datetime
):
    bad, bad_content = bad_pages
    answers = all_to_do(content)
    spoiled_page = Outline(bad.plan(state_of(bad_content, answers), now, copy_token="t"))
    page = Outline(pages.plan(state_of(content, answers), now, copy_token="t"))
    assert [(name, sorted(attributes)) for name, attributes in spoiled_page.elements] == [
        (name, sorted(attributes)) for name, attributes in page.elements
    ]
    to_do = sum(len(theme.questions) for theme in content.themes)
    assert spoiled_page.text.count("<script>alert(1)</script>") > to_do
    assert spoiled_page.text.count("&lt;") > to_do, "an entity in the content is text as well"


def test_unseen_signs_are_gone_everywhere(bad_pages: tuple[Pages, Content], content: Content, now: datetime):
    bad, bad_content = bad_pages
    state = state_of(bad_content, all_to_do(content))
    for html in (bad.plan(state, now, copy_token="t"), bad.for_pdf(state, now), bad.door(), bad.gone()):
        assert [sign for sign in UNSEEN if sign in html] == []
        assert "einde" in html


async def test_the_pdf_of_bad_content_does_nothing_either(
    bad_pages: tuple[Pages, Content], content: Content, now: datetime, printer: PdfPrinter
):
    bad, bad_content = bad_pages
    answers = dict(list(all_to_do(content).items())[:14])
    reader = PdfReader(BytesIO(await printer.render(bad.for_pdf(state_of(bad_content, answers), now))))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "<script>alert(1)</script>" in "".join(text.split())
    assert [sign for sign in UNSEEN if sign in text] == []
    kinds = {
        annotation.get_object().get("/A", {}).get("/S")
        for page in reader.pages
        for annotation in page.get("/Annots", [])
    }
    assert kinds <= {"/URI", None}
    assert not {"/OpenAction", "/AA", "/JavaScript"} & set(reader.trailer["/Root"])


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("gewoon é ü – ‘ja’\nregel", "gewoon é ü – ‘ja’\nregel"),
        ("a\u202eb\u200bc", "abc"),
        ("שלום", "שלום"),
        (3, 3),
        (None, None),
    ],
)
def test_what_is_left_out(value: object, kept: object):
    assert inert(value) == kept


def test_what_was_escaped_is_not_escaped_again():
    assert isinstance(inert(Markup("<b>\u202ea</b>")), Markup)
    assert inert(Markup("<b>\u202ea</b>")) == Markup("<b>a</b>")
