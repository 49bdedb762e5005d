"""All parts of the console: each is a module with `routes`, and where it has them `sections`, `banner_sources`
and `work_sources`."""

from __future__ import annotations

from types import ModuleType

from bot.console import (
    alarms,
    chat,
    chat_stream,
    figures,
    login,
    setup,
    start,
    work,
    work_case,
    work_stream,
    work_visit,
)
from bot.console.access import ConsolePage
from bot.console.shell import Console
from bot.settings import Settings
from woningscan.content.model import Content

# A page that comes first is the one that is shown: a part may replace the start page.
PARTS: tuple[ModuleType, ...] = (
    work,
    work_case,
    work_stream,
    work_visit,
    chat_stream,
    chat,
    alarms,
    figures,
    login,
    setup,
    start,
)


def console_routes() -> list[ConsolePage]:
    """The routes of all parts; at the end the page for an address that is not there."""
    return [*(route for part in PARTS for route in part.routes), *start.last]


def make_console(content: Content, settings: Settings) -> Console:
    sections = [one for part in PARTS for one in getattr(part, "sections", ())]
    sources = [one for part in PARTS for one in getattr(part, "banner_sources", ())]
    work_sources = [one for part in PARTS for one in getattr(part, "work_sources", ())]
    return Console(content, settings, sections, sources, work_sources)
