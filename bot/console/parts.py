"""All parts of the console: each is a module with `routes`, and where it has them `sections`, `banner_sources`
and `work_sources`."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from bot.console import advisers, alarms, calls, figures, help
from bot.console.chat import filing
from bot.console.chat import routes as chat
from bot.console.chat import stream as chat_stream
from bot.console.frame import start
from bot.console.frame.access import ConsolePage
from bot.console.frame.sessions import Cookies
from bot.console.frame.shell import Console
from bot.console.keeping import audit, mail, retention, staff
from bot.console.login import routes as login
from bot.console.login import setup
from bot.console.work import case, free, overview, rights, visit
from bot.console.work import stream as work_stream
from bot.console.work.items import BoardKeeper
from bot.settings import Settings
from woningscan.content.model import Content

# A page that comes first is the one that is shown: a part may replace the start page.
PARTS: tuple[ModuleType, ...] = (
    overview,
    case,
    work_stream,
    visit,
    free,
    rights,
    chat_stream,
    chat,
    filing,
    calls,
    alarms,
    figures,
    advisers,
    staff,
    audit,
    mail,
    retention,
    help,
    login,
    setup,
    start,
)


def console_routes() -> list[ConsolePage]:
    """The routes of all parts; at the end the page for an address that is not there."""
    return [*_all("routes"), *start.last]


def make_console(content: Content, settings: Settings) -> dict[type, object]:
    """What the console makes for itself: see `Services.part`."""
    return {
        Console: Console(content, settings, _all("sections"), _all("banner_sources"), _all("work_sources")),
        Cookies: Cookies(settings),
        BoardKeeper: BoardKeeper(),
    }


def _all(name: str) -> list[Any]:
    return [item for part in PARTS for item in getattr(part, name, ())]
