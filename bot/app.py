"""The only place that wires: settings in, a running web application out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels import demo, health
from bot.channels.api import chat
from bot.channels.api import routes as api
from bot.channels.own_request import routes as own_request
from bot.channels.plain import request_link
from bot.channels.plain import routes as plain
from bot.channels.report import routes as report
from bot.channels.report.pages import Pages
from bot.channels.report.pdf import PdfPrinter
from bot.channels.telegram import webhook
from bot.channels.telegram.chat import chat_rendering
from bot.channels.telegram.service import TelegramChannel
from bot.console.parts import console_routes, make_console
from bot.console.work.items import BoardKeeper
from bot.jobs.loops import Loops
from bot.jobs.opening import Opening, Step
from bot.jobs.schedule import make_jobs, start_jobs, telegram_jobs
from bot.office_hours import OfficeHours
from bot.rasa.client import EngineClient
from bot.rasa.process import EngineProcess
from bot.reader import packaged_reader
from bot.services import make_waiting_store
from bot.settings import ROOT, Settings, origins_of
from bot.store.base.clock_guard import ClockGuard
from bot.turn.limits import RateLimits
from bot.turn.service import TurnService
from bot.web.embedding import cors
from bot.web.headers import SecurityHeaders
from bot.web.problems import Problem, Unforeseen, on_problem
from woningscan.content import load_content


def create_app(settings: Settings | None = None) -> Starlette:
    """The application for these settings, or the environment's. The engine starts and ends with it."""
    settings = settings or Settings()
    content = load_content(settings.content_dir)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        store = make_waiting_store(settings)
        opening = Opening(store)
        await opening.start()
        process = None if settings.engine_url else EngineProcess(settings)
        if process:
            await process.start()
        engine = process.client if process else _distant_engine(settings)
        loops, guard = Loops(), ClockGuard()
        jobs = make_jobs(store, settings, content, guard)
        app.state.store, app.state.engine, app.state.engine_process = store, engine, process
        app.state.pdf.warm_up()
        await asyncio.to_thread(packaged_reader)  # so that nobody's first message waits for it
        app.state.turns = TurnService(
            content,
            store,
            engine,
            now=_now,
            public_url=settings.public_url.rstrip("/"),
            hours=OfficeHours.load(settings.content_dir),
        )
        telegram = None
        steps: list[Step] = [lambda: start_jobs(loops, store, jobs)]
        if settings.telegram_token:
            store.live_chats.deliveries["telegram"] = store.telegram.delivery(chat_rendering(content))
            telegram = TelegramChannel(settings, content, store, app.state.turns, app.state.limits, _now)
            jobs |= telegram_jobs(store, guard)
            steps.append(telegram.begin_handling)
        app.state.telegram = telegram
        await opening.begin(steps)
        if telegram:
            telegram.take_in()
        yield
        await opening.stop()
        if telegram:
            await telegram.stop()
        await loops.stop()
        await (process.stop() if process else engine.close())
        app.state.pdf.close()
        store.close()

    app = Starlette(
        routes=[
            Route("/", demo.home),
            Route("/favicon.ico", demo.no_icon),
            Mount("/demo", StaticFiles(directory=ROOT / "widget" / "demo")),
            Mount("/widget", StaticFiles(directory=ROOT / "widget" / "dist")),
            *api.routes,
            *chat.routes,
            *report.routes,
            *plain.routes(content, settings),
            *request_link.routes(content, settings),
            *own_request.routes(content, settings),
            *webhook.routes,
            *console_routes(),
            *health.routes,
        ],
        middleware=[*cors(origins_of(settings.embed_origins)), Middleware(SecurityHeaders), Middleware(Unforeseen)],
        exception_handlers={Problem: on_problem, HTTPException: on_problem},
        lifespan=lifespan,
    )
    app.state.content = content
    app.state.limits = RateLimits()
    app.state.console = make_console(content, settings)
    app.state.board_keeper = BoardKeeper()
    app.state.office_hours = OfficeHours.load(settings.content_dir)
    app.state.pages = Pages(content, settings.content_dir / "templates")
    app.state.pdf = PdfPrinter()
    return app


def _distant_engine(settings: Settings) -> EngineClient:
    return EngineClient(settings.engine_url, settings.engine_token, settings.engine_timeout)


def _now() -> datetime:
    return datetime.now(UTC)
