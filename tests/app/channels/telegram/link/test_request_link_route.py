"""A request that is begun under a threat stays urgent behind the link, and no scan is offered there."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot.store.conversation.models import Conversation
from bot.store.request.models import Request
from bot.store.request.states import RequestKind
from bot.store.telegram.request_links import BegunRequest
from tests.support.telegram.official import Official, World
from woningscan.conversation.memory import memory_in
from woningscan.conversation.reply import Reply
from woningscan.reading.incoming import Incoming

OWN = {"sec-fetch-site": "same-origin"}
SCAN = {"start_scan", "book_scan", "full_scan"}


def opened(world: World, link: str) -> str:
    """The token of the conversation behind a link."""
    world.client.cookies.clear()
    assert world.client.post(link, headers=OWN).status_code == 200
    return world.client.cookies["zelfscan"]


def answer(world: World, token: str, **said: Any) -> list[Reply]:
    return world.client.portal.call(world.app.state.services.turns.answer, token, Incoming(**said))  # type: ignore[union-attr]


def link_to(world: World, contents: dict[str, Any]) -> str:
    """A link whose sealed contents are these, as an app of another day may have left it."""
    store, now = world.store, datetime.now(UTC)
    stored = store.conversations.load(store.conversations.create("telegram", {}, [], [], now))
    assert stored is not None
    with store.database.writing() as session:
        key_id = session.scalars(select(Conversation.data_key_id).where(Conversation.id == stored.id)).one()
        key = store.vault.data_key(session, key_id)
        assert key is not None
        real, seal = key.seal, contents

        class Sealing:
            id = key.id

            def seal(self, row: Any, column: Any, _: Any) -> None:
                real(row, column, seal)

        begun = BegunRequest(RequestKind.CALL_BACK, {})
        return f"/aanvraag/begin/{store.request_links.offer(session, Sealing(), begun, now)}"  # type: ignore[arg-type]


def test_from_a_threat_in_telegram_to_an_urgent_request(official: Official) -> None:
    world = official.world
    assert official.say("ik word met de dood bedreigd")[0] == "threat.route.concreet"
    official.press("Ik wil iemand spreken")
    said = official.press("Bel mij terug")
    assert said == ["booking.link.terugbellen"]
    link = re.search(r"/aanvraag/begin/\S+", official.heard()[-1])
    assert link is not None
    token = opened(world, link[0])
    stored = world.store.conversations.load(token)
    assert stored is not None
    session = memory_in(stored.state)
    assert session.route == "concreet" and dict(session.answers) == {} and session.draft is not None
    fields = [field.id for field in world.app.state.services.content.request_fields["terugbellen"]]
    values = {"naam": "J. de Vries", "functie": "wethouder", "contact": "0612345678", "voorkeur": "geen voorkeur"}
    offered: set[str] = set()
    for field in fields:
        replies = answer(world, token, text=values[field])
        offered |= {choice.id for reply in replies for choice in (*reply.choices, *reply.tools)}
    urgent = world.app.state.services.content.messages["booking.review.urgent"]
    assert urgent in "\n".join(reply.text for reply in replies)
    done = answer(world, token, choice="veld:akkoord=ja")
    offered |= {choice.id for reply in done for choice in (*reply.choices, *reply.tools)}
    assert [reply.id for reply in done] == ["booking.confirmed.terugbellen"] and not offered & SCAN
    with world.store.database.reading() as session_:
        assert session_.scalars(select(Request.urgent).order_by(Request.created_at.desc())).first() is True
    later = answer(world, token, choice="start_scan") + answer(world, token, text="ik wil de zelfscan doen")
    assert {choice.id for reply in later for choice in reply.choices} & SCAN == set()
    assert not any(reply.id.startswith("scan.ask") for reply in later)


@pytest.mark.parametrize(
    ("contents", "route"),
    [
        ({"kind": "call_back", "answers": {}}, None),
        ({"kind": "call_back", "answers": {"functie": "wethouder"}, "route": None}, None),
        ({"kind": "call_back", "answers": {}, "route": "concreet_bekend"}, "concreet_bekend"),
        ({"kind": "call_back", "answers": {}, "route": "een_route_van_vroeger"}, "concreet"),
    ],
)
def test_links_of_another_day_still_work(world: World, contents: dict[str, Any], route: str | None) -> None:
    token = opened(world, link_to(world, contents))
    stored = world.store.conversations.load(token)
    assert stored is not None
    session = memory_in(stored.state)
    assert session.route == route and session.draft is not None
