"""Every text that any route takes from a visitor is judged for danger before anything is done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import Store
from bot.store.request.holder import access
from bot.store.request.models import Request as RequestRow
from bot.store.request.states import AccessStage
from bot.turn.limits import RateLimits
from tests.app.channels.judging import Visitor, Walk, names_of_texts
from tests.support.request.requests import make_request
from tests.support.running import NOWHERE, PLENTY

# Telegram's own updates are no form, and nobody but Telegram knows the secret: see tests/app/channels/telegram/.
ELSEWHERE = "/telegram/webhook"


class Unlimited(RateLimits):
    async def link_allowed(self, client: str) -> bool:
        return True


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starlette]:
    """The real application, whose engine is away."""
    made = create_app(Settings(data_dir=tmp_path_factory.mktemp("judged"), **NOWHERE))
    made.state.services.limits = Unlimited(PLENTY, PLENTY)
    with TestClient(made):
        yield made


@pytest.fixture(scope="module")
def arrive(app: Starlette) -> Callable[[], Visitor]:
    """Somebody with an own request open and a new conversation in the widget, who was not on the plain pages yet."""
    store: Store = app.state.services.store

    def arrive() -> Visitor:
        now, token, reference = datetime.now(UTC), store.vault.new_token(), make_request(store)
        with store.database.writing() as session:
            row_id = session.scalars(select(RequestRow.id).where(RequestRow.reference == reference)).one()
            access.add(session, store.vault, row_id, AccessStage.SESSION, now + timedelta(minutes=30), token)
        chat = store.conversations.create("web", {}, [], [], now)
        visitor = TestClient(app, raise_server_exceptions=False, cookies={"aanvraag": token})
        return visitor, {"authorization": f"Bearer {chat}"}

    return arrive


@pytest.fixture(scope="module")
def names(app: Starlette) -> set[str]:
    fields = app.state.services.content.request_fields.values()
    return names_of_texts(field.id for kind in fields for field in kind)


@pytest.fixture(scope="module")
def walked(app: Starlette, arrive: Callable[[], Visitor], names: set[str]) -> Walk:
    return Walk(app, arrive, names).run()


def test_every_route_of_the_app_judges_what_is_typed(walked: Walk) -> None:
    assert walked.missed == set()


def test_the_walk_comes_past_what_takes_text(walked: Walk) -> None:
    assert walked.judged >= {"/zelfscan", "/aanvraag/", "/aanvraag/wijzigen", "/api/v1/messages"}
    assert ("POST", ELSEWHERE) in set(walked.routes())


async def _keeps_a_form(request: Request) -> Response:
    body = (await request.body()).decode()
    return PlainTextResponse("bewaard" if "tekst=kom" in body else "niets ontvangen")


async def _keeps_json(request: Request) -> Response:
    body = await request.body()
    if b"voorkeur" not in body:
        return JSONResponse({}, 422)
    return JSONResponse({"bewaard": True})


@pytest.mark.parametrize(
    ("handler", "field"), [(_keeps_a_form, "tekst"), (_keeps_json, "voorkeur")], ids=["form", "json"]
)
def test_a_new_route_that_judges_nothing_is_found(
    arrive: Callable[[], Visitor], names: set[str], handler: Callable[..., Response], field: str
) -> None:
    careless = Starlette(routes=[Route("/aanvraag/reden", handler, methods=["POST"])])
    walk = Walk(careless, lambda: (TestClient(careless), {}), names).run()
    assert walk.missed == {f"/aanvraag/reden {field}"} and not walk.judged
