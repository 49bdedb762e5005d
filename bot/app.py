"""The only place that wires: settings in, a running web application out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from bot.channels import api, calendar_feed, demo, health, plain, telegram
from bot.channels.api import chat as api_chat
from bot.channels.api import routes as api_routes
from bot.channels.base import live, overheard
from bot.channels.own_request import routes as own_request
from bot.channels.plain import request_link
from bot.channels.plain import routes as plain_routes
from bot.channels.plain.view import PlainView
from bot.channels.report import kept, reminder
from bot.channels.report import routes as report
from bot.channels.report.pages import Pages
from bot.channels.report.pdf import PdfPrinter
from bot.channels.telegram import webhook
from bot.channels.telegram.chat import deliver_chats
from bot.channels.telegram.service import TelegramChannel
from bot.console.parts import console_routes, make_console
from bot.jobs.alarms import alarms
from bot.jobs.loops import Loops
from bot.jobs.opening import Opening, Step
from bot.jobs.schedule import make_jobs, start_jobs, telegram_jobs
from bot.making import make_waiting_store
from bot.metrics.serving import metrics_served
from bot.metrics.standing import Standing
from bot.rasa.client import EngineClient
from bot.rasa.process import EngineProcess
from bot.reader.encoder import packaged_encoder
from bot.services import Services
from bot.settings import ROOT, Settings, origins_of
from bot.store.base import beats
from bot.store.base.clock_guard import ClockGuard
from bot.turn.service import TurnService
from bot.web.edges import Edges
from bot.web.embedding import cors
from bot.web.headers import SecurityHeaders
from bot.web.problems import Problem, Unforeseen, on_problem
from woningscan.content import load_content

READY_SECONDS = 30.0
"""So long whoever asks for `/metrics` waits to hear which parts work."""
CHANNELS = (api.CHANNEL, plain.CHANNEL, telegram.CHANNEL)


def create_app(settings: Settings | None = None) -> Starlette:
    """The application for these settings, or the environment's. The engine starts and ends with it."""
    settings = settings or Settings()
    here = Services.of(settings, load_content(settings.content_dir))
    here.parts[Pages] = Pages(here.content, settings.content_dir / "templates")
    here.parts[PdfPrinter] = PdfPrinter()
    here.parts |= make_console(here.content, settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with _running(here):
            with metrics_served(settings.metrics_address, _standing(here)):
                yield

    app = Starlette(
        routes=_routes(here),
        middleware=[
            *cors(origins_of(settings.embed_origins)),
            Middleware(SecurityHeaders),
            Middleware(Unforeseen),
            Middleware(Edges, settings),
        ],
        exception_handlers={Problem: on_problem, HTTPException: on_problem},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False  # it would lead to whatever host was asked for, without https
    app.state.services = here
    return app


def _routes(here: Services) -> list[BaseRoute]:
    view = PlainView(here.content, here.settings.content_dir / "templates")
    here.error_page = view.message
    return [
        *demo.routes(here.settings),
        Mount("/widget", StaticFiles(directory=ROOT / "widget" / "dist")),
        *api_routes.routes,
        *api_chat.routes,
        *report.routes,
        *kept.routes,
        *reminder.routes,
        *plain_routes.routes(here, view),
        *request_link.routes(here, view),
        *own_request.routes(here, view),
        *calendar_feed.routes,
        *webhook.routes,
        *console_routes(),
        *health.routes,
    ]


@asynccontextmanager
async def _running(here: Services) -> AsyncIterator[None]:
    """Store, engine, turns, jobs and Telegram, from the start of the app to its end."""
    settings, content = here.settings, here.content
    here.store = store = make_waiting_store(settings)
    opening = Opening(store)
    await opening.start()
    process = here.engine_process = None if settings.engine_url else EngineProcess(settings)
    if process:
        await process.start()
    here.engine = engine = process.client if process else _distant_engine(settings)
    loops, guard = Loops(), ClockGuard()
    jobs = make_jobs(store, settings, content, guard)
    here.part(PdfPrinter).warm_up()
    await asyncio.to_thread(packaged_encoder)  # so that nobody's first message waits for it
    here.turns = TurnService(
        content,
        store,
        engine,
        now=here.now,
        public_url=settings.public_url.rstrip("/"),
        hours=here.hours,
        overheard=overheard(CHANNELS),
        live=live(CHANNELS),
        chat_allowed=lambda client: here.limits.chat_allowed(client),
    )
    updates = None
    watched = [beats.TAKES_IN] if settings.telegram_token else []
    steps: list[Step] = [lambda: start_jobs(loops, store, jobs, watched)]
    if settings.telegram_token:
        deliver_chats(content, store)
        updates = here.parts[TelegramChannel] = TelegramChannel(
            settings, content, store, here.turns, here.limits, here.now
        )
        jobs |= telegram_jobs(store, guard)
        steps.append(updates.begin_handling)
    await opening.begin(steps)
    if updates:
        updates.take_in()
    yield
    await opening.stop()
    if updates:
        await updates.stop()
    await loops.stop()
    await (process.stop() if process else engine.close())
    here.part(PdfPrinter).close()
    store.close()


def _standing(here: Services) -> Standing:
    """What `/metrics` looks up, from a thread of its own."""
    loop = asyncio.get_running_loop()

    def parts() -> dict[str, bool]:
        return asyncio.run_coroutine_threadsafe(health.readiness(here), loop).result(READY_SECONDS)

    return Standing(here.store, lambda: alarms(here.store, here.now()), parts, here.now)


def _distant_engine(settings: Settings) -> EngineClient:
    return EngineClient(settings.engine_url, settings.engine_token, settings.engine_timeout)
