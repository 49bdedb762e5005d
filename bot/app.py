"""The only place that wires: settings in, a running web application out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels import api, health, pages, plain, report
from bot.channels.embedding import cors
from bot.channels.headers import SecurityHeaders
from bot.channels.problems import Problem, Unforeseen, on_problem
from bot.engine_client import EngineClient
from bot.engine_process import EngineProcess
from bot.jobs.loops import Loops
from bot.limits import RateLimits
from bot.mail.outbox import deliver_due
from bot.parts import make_composer, make_store, make_transport
from bot.report.pages import Pages
from bot.report.pdf import PdfPrinter
from bot.settings import ROOT, Settings, origins_of
from bot.store.retention import sweep
from bot.turn import TurnService
from woningscan.content import load_content

MAIL_EVERY, SWEEP_EVERY = 3.0, 3600.0


def create_app(settings: Settings | None = None) -> Starlette:
    """The application for these settings, or the environment's. The engine starts and ends with it."""
    settings = settings or Settings()
    content = load_content(settings.content_dir)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        store = make_store(settings)
        process = None if settings.engine_url else EngineProcess(settings)
        if process:
            await process.start()
        engine = process.client if process else _distant_engine(settings)
        loops, transport, composer = Loops(), make_transport(settings), make_composer(settings)
        loops.every(MAIL_EVERY, "mail", lambda: deliver_due(store.database, transport, _now(), composer=composer))
        loops.every(SWEEP_EVERY, "retention", lambda: sweep(store.database, _now()))
        app.state.store, app.state.engine, app.state.engine_process = store, engine, process
        app.state.pdf.warm_up()
        app.state.turns = TurnService(content, store, engine, now=_now, public_url=settings.public_url.rstrip("/"))
        yield
        await loops.stop()
        await (process.stop() if process else engine.close())
        app.state.pdf.close()
        store.close()

    app = Starlette(
        routes=[
            Route("/", pages.home),
            Route("/favicon.ico", pages.no_icon),
            Mount("/demo", StaticFiles(directory=ROOT / "widget" / "demo")),
            Mount("/widget", StaticFiles(directory=ROOT / "widget" / "dist")),
            *api.routes,
            *report.routes,
            *plain.routes(content, settings),
            *health.routes,
        ],
        middleware=[*cors(origins_of(settings.embed_origins)), Middleware(SecurityHeaders), Middleware(Unforeseen)],
        exception_handlers={Problem: on_problem, HTTPException: on_problem},
        lifespan=lifespan,
    )
    app.state.content = content
    app.state.limits = RateLimits()
    app.state.pages = Pages(content, settings.content_dir / "templates")
    app.state.pdf = PdfPrinter()
    return app


def _distant_engine(settings: Settings) -> EngineClient:
    return EngineClient(settings.engine_url, settings.engine_token, settings.engine_timeout)


def _now() -> datetime:
    return datetime.now(UTC)
