"""The link opens the page once, the page gives the pdf once, and nothing else gives anything."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timedelta

import httpx
import pytest
import time_machine
from sqlalchemy import text
from starlette.applications import Starlette

from bot.channels.report.pdf import PdfPrinter, PdfUnavailable
from bot.store import Store
from bot.store.conversation.report_links import COPY_LIFETIME, LIFETIME
from bot.store.retention import sweep
from woningscan.content.model import Content

Link = Callable[..., str]


class NoPdf(PdfPrinter):
    """A machine without Pango."""

    async def available(self) -> bool:
        return False


class Breaks(PdfPrinter):
    """A machine where rendering fails after all."""

    async def available(self) -> bool:
        return True

    async def render(self, html: str) -> bytes:
        raise PdfUnavailable


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    await app.state.services.part(PdfPrinter).available()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://report.test") as made:
        yield made


@pytest.fixture(autouse=True)
def at(now: datetime, time_machine_at: Callable[[datetime], None]) -> None:
    time_machine_at(now)


@pytest.fixture
def time_machine_at() -> Iterator[Callable[[datetime], None]]:
    travels: list[time_machine.travel] = []

    def go(moment: datetime) -> None:
        while travels:
            travels.pop().stop()
        travels.append(time_machine.travel(moment, tick=False))
        travels[-1].start()

    yield go
    while travels:
        travels.pop().stop()


def copy_in(page: str) -> str:
    (token,) = re.findall(r'action="/rapport/([^"/]+)/pdf"', page)
    return token


def without_tokens(page: str) -> str:
    """What a page says, whatever its links are."""
    return "".join(re.sub(r'/rapport/[^"]+|<input type="hidden" name="pdf"[^>]*>', "", page).split())


async def test_a_link_gives_a_page_and_the_page_a_pdf(client: httpx.AsyncClient, link: Link, content: Content):
    token = link()
    door = await client.get(f"/rapport/{token}")
    assert (door.status_code, content.messages["report.open.button"] in door.text) == (200, True)
    assert "Uw acties" not in door.text
    page = await client.post(f"/rapport/{token}")
    assert page.status_code == 200
    made = await client.post(f"/rapport/{copy_in(page.text)}/pdf")
    assert made.status_code == 200
    assert made.headers["content-type"] == "application/pdf"
    assert made.headers["content-disposition"] == 'attachment; filename="plan.pdf"'
    assert made.content.startswith(b"%PDF-1.7")
    for answer in (door, page, made):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "noindex" in answer.headers["x-robots-tag"]
        assert "style-src 'self'" in answer.headers["content-security-policy"]


async def test_each_format_once_and_no_token_stands_in_for_the_other(client: httpx.AsyncClient, link: Link):
    token = link()
    assert (await client.post(f"/rapport/{token}/pdf")).status_code == 410
    page = await client.post(f"/rapport/{token}")
    assert page.status_code == 200, "asking for the wrong format does not use the link up"
    copy = copy_in(page.text)
    assert (await client.post(f"/rapport/{token}")).status_code == 410
    assert (await client.post(f"/rapport/{copy}")).status_code == 410
    assert (await client.post(f"/rapport/{copy}/pdf")).status_code == 200
    assert (await client.post(f"/rapport/{copy}/pdf")).status_code == 410


async def test_a_get_uses_nothing_up(client: httpx.AsyncClient, link: Link):
    token = link()
    for _ in range(3):
        assert (await client.get(f"/rapport/{token}")).status_code == 200
    page = await client.post(f"/rapport/{token}")
    assert (await client.get(f"/rapport/{copy_in(page.text)}/pdf")).status_code == 405
    assert (await client.post(f"/rapport/{copy_in(page.text)}/pdf")).status_code == 200


async def test_of_many_at_once_one_gets_each(client: httpx.AsyncClient, link: Link):
    token = link()
    opened = await asyncio.gather(*(client.post(f"/rapport/{token}") for _ in range(8)))
    assert sorted(one.status_code for one in opened) == [200, *[410] * 7]
    (page,) = [one.text for one in opened if one.status_code == 200]
    made = await asyncio.gather(*(client.post(f"/rapport/{copy_in(page)}/pdf") for _ in range(8)))
    assert sorted(one.status_code for one in made) == [200, *[410] * 7]


@pytest.mark.parametrize("guess", ["x", "a" * 43, "..%2f..", "%00", "%F0%9F%98%80", "a" * 5000])
async def test_a_guess_gets_a_helpful_page(client: httpx.AsyncClient, link: Link, content: Content, guess: str):
    token = link()
    for address in (f"/rapport/{guess}", f"/rapport/{guess}/pdf"):
        answer = await client.post(address)
        if answer.status_code != 404:  # a slash in the token leads to no route at all
            assert answer.status_code == 410
            assert content.messages["report.gone.title"] in answer.text
            assert content.contacts["alarmnummer"].value in answer.text
    assert (await client.post(f"/rapport/{token}")).status_code == 200


async def test_both_expire(
    client: httpx.AsyncClient, link: Link, now: datetime, time_machine_at: Callable[[datetime], None]
):
    late, in_time = link(), link()
    opened = now + LIFETIME - timedelta(seconds=1)
    time_machine_at(opened)
    copies = [copy_in((await client.post(f"/rapport/{in_time}")).text)]
    copies.append(copy_in((await client.post(f"/rapport/{late}")).text))
    time_machine_at(opened + COPY_LIFETIME - timedelta(seconds=1))
    assert (await client.post(f"/rapport/{copies[0]}/pdf")).status_code == 200
    time_machine_at(opened + COPY_LIFETIME)
    assert (await client.post(f"/rapport/{copies[1]}/pdf")).status_code == 410
    expired = link()
    time_machine_at(now + LIFETIME)
    assert (await client.post(f"/rapport/{expired}")).status_code == 410


async def test_erasing_the_conversation_takes_the_copy_along(
    client: httpx.AsyncClient, link: Link, store: Store, now: datetime
):
    page = await client.post(f"/rapport/{link()}")
    store.conversations.erase(link.conversation, now=now)  # type: ignore[attr-defined]
    assert (await client.post(f"/rapport/{copy_in(page.text)}/pdf")).status_code == 410


async def test_nothing_readable_waits_in_the_database(
    client: httpx.AsyncClient, link: Link, store: Store, now: datetime
):
    page = await client.post(f"/rapport/{link()}")
    copy = copy_in(page.text)
    with store.database.reading() as session:  # the used link is gone; the copy and the link for ticking off are there
        rows = session.execute(text("SELECT token_hash, snapshot FROM report_link")).all()
    for row in rows:
        assert copy not in row.token_hash
        assert b"answers" not in bytes(row.snapshot)
    assert sweep(store.database, now + COPY_LIFETIME).report_links == len(rows) == 2


async def test_without_pango_the_page_is_whole_and_makes_no_copy(
    app: Starlette, client: httpx.AsyncClient, link: Link, store: Store, content: Content
):
    with_pdf = (await client.post(f"/rapport/{link()}")).text
    app.state.services.parts[PdfPrinter] = NoPdf()
    page = await client.post(f"/rapport/{link()}")
    assert page.status_code == 200
    assert content.messages["report.pdf.unavailable"] in page.text
    assert '/pdf"' not in page.text
    assert without_tokens(page.text.split("</div>", 1)[1]) == without_tokens(with_pdf.split("</div>", 1)[1])
    with store.database.reading() as session:
        waiting = session.execute(text("SELECT count(*) FROM report_link")).scalar_one()
    assert waiting == 3  # the copy of the first page, and for each page the link for ticking off


async def test_a_pdf_that_fails_gives_the_page_instead(
    app: Starlette, client: httpx.AsyncClient, link: Link, content: Content
):
    page = await client.post(f"/rapport/{link()}")
    app.state.services.parts[PdfPrinter] = Breaks()
    answer = await client.post(f"/rapport/{copy_in(page.text)}/pdf")
    assert answer.status_code == 503
    assert content.messages["report.pdf.unavailable"] in answer.text
    assert content.messages["report.checklist.lead"] in answer.text, "the list to print"
    assert (await client.get("/rapport/x")).status_code == 200
