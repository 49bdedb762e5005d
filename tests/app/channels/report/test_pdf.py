"""The pdf: tagged, small, made in time, off the event loop and without the network; missing Pango breaks nothing."""

from __future__ import annotations

import asyncio
import builtins
import gc
import json
import logging
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from bot.channels.report import pdf
from bot.channels.report.pdf import PdfPrinter, PdfUnavailable
from bot.templates import NUMBERS
from tests.support.report.answer_sets import all_to_do, answers_of, some_to_do, state_of
from tests.support.report.report_words import words
from tests.support.timing import least_of_each
from woningscan.content.model import EFFORTS, Content
from woningscan.plan.build import build_plan

Make = Callable[[dict[str, str]], bytes]


@pytest.fixture(scope="module")
def longest(print_pdf: Make, content: Content) -> bytes:
    return print_pdf(all_to_do(content))


def structure(made: bytes) -> list[DictionaryObject]:
    """Every element of the tag tree, in reading order."""
    found: list[DictionaryObject] = []

    def walk(node: Any) -> None:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(node)
            walk(node.get("/K", []))

    walk(PdfReader(BytesIO(made)).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


@pytest.mark.parametrize("seed", [0, 1, 2, None])
def test_pdfua_finds_no_error(seed: int | None, print_pdf: Make, content: Content, tmp_path: Path):
    answers = all_to_do(content) if seed is None else answers_of(content, seed)
    file = tmp_path / "plan.pdf"
    file.write_bytes(print_pdf(answers))
    command = [str(Path(sys.executable).with_name("pdfua")), "check", "--format", "json", str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr  # 1 info, 2 warning, 3 error
    assert json.loads(ran.stdout)


def test_it_says_what_it_is(longest: bytes, content: Content):
    reader = PdfReader(BytesIO(longest))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata and reader.metadata.title == content.messages["report.title"]
    assert reader.metadata.author is None
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages} == {(595, 842)}


def test_headings_go_down_one_level_at_a_time_and_are_bookmarks(longest: bytes, content: Content):
    levels = [int(tag["/S"][2:]) for tag in structure(longest) if tag["/S"] in ("/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))

    def titles(entries: list[Any]) -> list[str]:
        return [one for entry in entries for one in (titles(entry) if isinstance(entry, list) else [entry.title])]

    listed = titles(PdfReader(BytesIO(longest)).outline)
    assert len(listed) == sum(level < 4 for level in levels)
    assert {content.messages[f"report.checklist.{effort}"] for effort in EFFORTS} <= set(listed)


def test_the_picture_has_an_alternative_and_lists_are_lists(longest: bytes, content: Content):
    tags = structure(longest)
    home, rings = [tag["/Alt"] for tag in tags if tag["/S"] == "/Figure"]
    assert home.startswith(content.messages["report.home.house"]) and "Voordeur: actie 1, " in home
    assert rings.startswith(content.messages["report.rings"]) and content.themes[0].title in rings
    assert "/Table" not in {tag["/S"] for tag in tags}
    to_do = sum(len(theme.questions) for theme in content.themes)
    assert sum(tag["/S"] == "/LI" for tag in tags) >= to_do, "each thing to do is an item of a list"
    assert any(tag["/S"] == "/Link" for tag in tags)


def test_every_font_is_inside_and_cut_to_size(longest: bytes):
    names = set()
    for page in PdfReader(BytesIO(longest)).pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descendant["/FontDescriptor"])
            names.add(str(descendant["/BaseFont"]))
    assert names
    assert all("Source-Sans-3" in name and "+" in name for name in names), names


def test_eleven_actions_fit_on_three_pages_with_the_numbers_first_and_the_card_last(print_pdf: Make, content: Content):
    for home in ("rij_of_hoekwoning", "appartement_hoger"):
        answers = some_to_do(content, 11, woningtype=home)
        assert len(build_plan(content, answers).items) == 11
        pages = [words(page.extract_text()) for page in PdfReader(BytesIO(print_pdf(answers))).pages]
        assert len(pages) <= 3
        for contact in NUMBERS:
            assert words(content.contacts[contact].value) in pages[0]
        assert words(content.messages["card.own.meeting"]) in pages[-1]
        assert words(content.version) not in pages[0]


def test_it_is_small_and_quick(print_pdf: Make, content: Content):
    """Promised: 100 KB, one second of the processor; the longest plan at most six times the usual one."""
    plans = {"usual": answers_of(content, 3, scanlengte="kort"), "longest": all_to_do(content)}

    def printing(plan: str) -> Callable[[], None]:
        def prints() -> None:
            assert len(print_pdf(plans[plan])) <= 100_000

        return prints

    seconds = least_of_each({plan: printing(plan) for plan in plans})
    assert seconds["usual"] <= 1, seconds
    assert seconds["longest"] <= 6 * seconds["usual"], seconds


def test_a_rendering_leaves_the_garbage_collection_on(print_pdf: Make, content: Content):
    print_pdf(all_to_do(content))
    assert gc.isenabled()


async def test_the_event_loop_goes_on_meanwhile(printer: PdfPrinter, content: Content, pages: Any, now: Any):
    """Rendering holds a thread, not the loop: the loop keeps its own pace."""
    threads = set()
    await printer.available()
    html = pages.for_pdf(state_of(content, all_to_do(content)), now)
    rendering = asyncio.create_task(printer.render(html))
    beats = 0
    while not rendering.done():
        await asyncio.sleep(0.01)
        beats += 1
        threads |= {thread.name for thread in threading.enumerate()}
    await rendering
    assert beats >= 5
    assert any(name.startswith("pdf") for name in threads)


async def test_a_rendering_loads_nothing_that_is_not_packaged(
    printer: PdfPrinter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    await printer.available()
    opened: list[str] = []
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg xmlns='http://www.w3.org/2000/svg'><text>geheim</text></svg>")

    def no_network(*_: Any, **__: Any) -> None:
        opened.append("socket")
        raise OSError

    real_open = builtins.open

    def watched(file: Any, *rest: Any, **options: Any) -> Any:
        if str(file) == str(secret):
            opened.append(str(file))
        return real_open(file, *rest, **options)

    monkeypatch.setattr(socket, "create_connection", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    monkeypatch.setattr(builtins, "open", watched)
    made = await printer.render(
        "<!doctype html><html lang='nl'><title>t</title><link rel='stylesheet' href='https://elders.invalid/a.css'>"
        f"<link rel='stylesheet' href='/static/rapport.css'><img alt='x' src='file://{secret}'>"
        "<img alt='y' src='http://127.0.0.1/z.png'><object data='https://elders.invalid/o.svg'></object>"
        "<link rel='attachment' href='file:///etc/passwd'><p>blijft</p>"
    )
    assert opened == []
    assert "blijft" in PdfReader(BytesIO(made)).pages[0].extract_text()
    assert "/EmbeddedFiles" not in PdfReader(BytesIO(made)).trailer["/Root"].get("/Names", {})


@pytest.mark.parametrize("failure", [ImportError, OSError("cannot load library 'libpango-1.0-0'")])
async def test_without_pango_it_says_no(
    failure: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    real_import = builtins.__import__

    def importing(name: str, *rest: Any, **options: Any) -> Any:
        if name.startswith("weasyprint"):
            raise failure
        return real_import(name, *rest, **options)

    monkeypatch.setattr(builtins, "__import__", importing)
    printer = PdfPrinter()
    with caplog.at_level(logging.WARNING, "bot.channels.report.pdf"):
        assert await printer.available() is False
    with pytest.raises(PdfUnavailable):
        await printer.render("<p>x</p>")
    assert "print" in caplog.text
    printer.close()


async def test_a_failing_rendering_is_unavailable_and_tells_no_content(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def load() -> pdf.Render:
        def render(html: str) -> bytes:
            raise RuntimeError(html)

        return render

    monkeypatch.setattr(pdf, "_load", load)
    printer = PdfPrinter()
    assert await printer.available() is True
    with pytest.raises(PdfUnavailable):
        await printer.render("het plan van iemand")
    assert "RuntimeError" in caplog.text
    assert "iemand" not in caplog.text
    printer.close()
