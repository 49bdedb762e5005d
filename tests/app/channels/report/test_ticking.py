"""What is done is ticked off on the opened plan by a plain form: kept in the conversation, sealed, for half an hour."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timedelta
from io import BytesIO

import httpx
import pytest
import time_machine
from pypdf import PdfReader
from sqlalchemy import text
from starlette.applications import Starlette

from bot.channels.report.pdf import PdfPrinter
from bot.store import Conflict, Store
from bot.store.conversation.report_links import COPY_LIFETIME
from bot.web.problems import Problem
from tests.support.report.answer_sets import all_to_do
from tests.support.report.report_words import Outline, words
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory, memory_in, state_with
from woningscan.plan.build import build_plan

Link = Callable[..., str]


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    await app.state.services.part(PdfPrinter).available()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://report.test") as made:
        yield made


@pytest.fixture(autouse=True)
def travel(now: datetime) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ids(content: Content) -> list[str]:
    """The actions of the plan."""
    return [item.question.id for item in build_plan(content, all_to_do(content)).items]


def form_of(page: str) -> tuple[str, dict[str, str]]:
    """Where the form for ticking off leads, and what it sends without a touch."""
    (action,) = re.findall(r'action="(/rapport/[^"]+/klaar[^"]*)"', page)
    form = page.partition(f'action="{action}"')[2].partition("</form>")[0]
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]+)"', form)
    checked = re.findall(r'type="checkbox" name="([^"]+)" value="([^"]+)" checked', form)
    return action.partition("#")[0], dict([*hidden, *checked])


async def tick(client: httpx.AsyncClient, page: str, *done: str, undone: str = "") -> httpx.Response:
    action, fields = form_of(page)
    fields = {name: value for name, value in fields.items() if name != f"klaar:{undone}"}
    return await client.post(action, data={**fields, **{f"klaar:{id}": "ja" for id in done}})


def kept(store: Store, link: Link) -> tuple[str, ...]:
    stored = store.conversations.load_by_id(link.conversation)  # type: ignore[attr-defined]
    assert stored is not None
    return memory_in(stored.state).ticked


async def test_it_is_in_the_conversation_and_on_the_page(
    client: httpx.AsyncClient, link: Link, store: Store, content: Content, ids: list[str]
) -> None:
    page = await client.post(f"/rapport/{link()}")
    after = await tick(client, page.text, ids[0], ids[2])
    assert after.status_code == 200
    assert set(kept(store, link)) == {ids[0], ids[2]}
    assert content.messages["plan.ticked"].format(number=2, total=len(ids)) in Outline(after.text).text
    for header in ("cache-control", "referrer-policy", "content-security-policy"):
        assert after.headers[header] == page.headers[header]
    _, fields = form_of(after.text)
    assert {name for name in fields if name.startswith("klaar:")} == {f"klaar:{ids[0]}", f"klaar:{ids[2]}"}


async def test_a_tick_can_be_taken_away_and_another_added(
    client: httpx.AsyncClient, link: Link, store: Store, ids: list[str]
) -> None:
    page = await tick(client, (await client.post(f"/rapport/{link()}")).text, ids[0], ids[1])
    await tick(client, page.text, ids[2], undone=ids[0])
    assert set(kept(store, link)) == {ids[1], ids[2]}


async def test_what_is_ticked_off_in_the_chat_meanwhile_stays(
    client: httpx.AsyncClient, link: Link, store: Store, content: Content, ids: list[str], now: datetime
) -> None:
    page = await client.post(f"/rapport/{link()}")
    stored = store.conversations.load_by_id(link.conversation)  # type: ignore[attr-defined]
    state = state_with(stored.state, memory_in(stored.state).but(ticked=(ids[3],)))
    store.turns.commit_turn(stored, state=state, offered=[], replies=[], effects=[], external_id="m2", now=now)
    await tick(client, page.text, ids[0])
    assert set(kept(store, link)) == {ids[0], ids[3]}


async def test_a_turn_that_began_before_does_not_undo_it(
    client: httpx.AsyncClient, link: Link, store: Store, ids: list[str], now: datetime
) -> None:
    page = await client.post(f"/rapport/{link()}")
    stored = store.conversations.load_by_id(link.conversation)  # type: ignore[attr-defined]
    await tick(client, page.text, ids[0])
    with pytest.raises(Conflict):
        store.turns.commit_turn(
            stored, state=stored.state, offered=[], replies=[], effects=[], external_id="m2", now=now
        )


async def test_the_pdf_has_the_ticks_and_can_still_be_had_only_once(
    client: httpx.AsyncClient, link: Link, content: Content, ids: list[str]
) -> None:
    first = (await client.post(f"/rapport/{link()}")).text
    second = (await tick(client, first, ids[0])).text
    old, new = (re.findall(r'action="(/rapport/[^"/]+/pdf)"', page)[0] for page in (first, second))
    assert (await client.post(old)).status_code == 410
    made = await client.post(new)
    told = "".join(page.extract_text() for page in PdfReader(BytesIO(made.content)).pages)
    assert words(content.messages["plan.ticked"].format(number=1, total=len(ids))) in words(told)
    third = await tick(client, second, ids[1])
    assert third.status_code == 200, "a pdf that was saved takes no ticks away"
    assert '/pdf"' not in third.text


async def test_each_token_works_once_and_of_two_at_once_one_counts(
    client: httpx.AsyncClient, link: Link, store: Store, content: Content, ids: list[str]
) -> None:
    page = (await client.post(f"/rapport/{link()}")).text
    answers = await asyncio.gather(*(tick(client, page, id) for id in ids[:4]))
    assert sorted(one.status_code for one in answers) == [200, 410, 410, 410]
    assert len(kept(store, link)) == 1
    gone = next(one for one in answers if one.status_code == 410)
    assert content.contacts["alarmnummer"].value in gone.text and gone.headers["cache-control"] == "no-store"


async def test_it_ends_half_an_hour_after_opening_however_often_it_is_used(
    client: httpx.AsyncClient, link: Link, ids: list[str], now: datetime, travel: time_machine.Traveller
) -> None:
    page = (await client.post(f"/rapport/{link()}")).text
    travel.move_to(now + COPY_LIFETIME - timedelta(seconds=1))
    page = (await tick(client, page, ids[0])).text
    travel.move_to(now + COPY_LIFETIME)
    assert (await tick(client, page, ids[1])).status_code == 410


async def test_erasing_the_conversation_ends_it(
    client: httpx.AsyncClient, link: Link, store: Store, ids: list[str], now: datetime
) -> None:
    page = (await client.post(f"/rapport/{link()}")).text
    store.conversations.erase(link.conversation, now=now)  # type: ignore[attr-defined]
    assert (await tick(client, page, ids[0])).status_code == 410


async def test_without_a_plan_there_is_nothing_to_tick_off(
    client: httpx.AsyncClient, link: Link, store: Store, content: Content, ids: list[str], now: datetime
) -> None:
    """Somebody began anew in the chat while the page was open."""
    page = (await client.post(f"/rapport/{link()}")).text
    stored = store.conversations.load_by_id(link.conversation)  # type: ignore[attr-defined]
    state = state_with(stored.state, Memory(version=content.version))
    store.turns.commit_turn(stored, state=state, offered=[], replies=[], effects=[], external_id="m2", now=now)
    assert (await tick(client, page, ids[0])).status_code == 410
    assert kept(store, link) == ()


@pytest.mark.parametrize("fields", [{"klaar:bestaat_niet": "ja"}, {"klaar:": "ja"}, {"was:functie": "ja"}, {"pdf": ""}])
async def test_what_is_no_action_is_not_kept(
    client: httpx.AsyncClient, link: Link, store: Store, fields: dict[str, str]
) -> None:
    action, _ = form_of((await client.post(f"/rapport/{link()}")).text)
    assert (await client.post(action, data=fields)).status_code == 200
    assert kept(store, link) == ()


async def test_another_website_and_another_token_change_nothing(
    client: httpx.AsyncClient, link: Link, store: Store, ids: list[str]
) -> None:
    page = (await client.post(f"/rapport/{link()}")).text
    action, _ = form_of(page)
    ticked = {f"klaar:{ids[0]}": "ja"}
    with pytest.raises(Problem, match="403"):
        await client.post(action, data=ticked, headers={"sec-fetch-site": "cross-site"})
    (copy,) = re.findall(r'action="/rapport/([^"/]+)/pdf"', page)
    for token in (copy, link(), "a" * 43, "a" * 5000):
        assert (await client.post(f"/rapport/{token}/klaar", data=ticked)).status_code == 410
    assert (await client.get(action)).status_code == 405
    assert (await client.post(action, data=ticked)).status_code == 200, "none of it used the link up"


async def test_the_ticks_are_sealed(client: httpx.AsyncClient, link: Link, store: Store, ids: list[str]) -> None:
    await tick(client, (await client.post(f"/rapport/{link()}")).text, ids[0])
    with store.database.reading() as session:
        states = session.execute(text("SELECT state FROM conversation")).scalars().all()
        snapshots = session.execute(text("SELECT snapshot FROM report_link")).scalars().all()
    assert states and snapshots
    assert not any(b"ticked" in bytes(value) or ids[0].encode() in bytes(value) for value in [*states, *snapshots])


async def test_a_plan_that_the_chat_opened_can_still_be_sent_away_by_it(
    client: httpx.AsyncClient, link: Link, ids: list[str]
) -> None:
    page = await client.post(f"/rapport/{link()}?chat")
    after = await tick(client, page.text, ids[0])
    opener = "cross-origin-opener-policy"
    assert after.headers[opener] == page.headers[opener] == "unsafe-none"
    assert (await tick(client, (await client.post(f"/rapport/{link()}")).text, ids[0])).headers[opener] != "unsafe-none"
