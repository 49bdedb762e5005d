"""What channels and console work with, in one typed object: `services(request)`. `bot/app.py` fills it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.office_hours import OfficeHours
from bot.rasa.client import EngineClient
from bot.rasa.process import EngineProcess
from bot.settings import Settings
from bot.store import Store
from bot.turn.limits import RateLimits
from bot.turn.service import TurnService
from woningscan.content.model import Content


@dataclass
class Services:
    """One of each for the whole app. What needs a store or an engine is there from the app's start on.

    `parts` holds by its type what a channel or the console made for itself: see `part`.
    """

    settings: Settings
    content: Content
    hours: OfficeHours
    limits: RateLimits = field(default_factory=RateLimits)
    parts: dict[type, Any] = field(default_factory=dict)
    store: Store = field(init=False)
    turns: TurnService = field(init=False)
    engine: EngineClient = field(init=False)
    engine_process: EngineProcess | None = field(init=False, default=None)
    error_page: Callable[[str, int], Response] | None = None
    """The page that says a text of `content/messages.yml` with a status, for who asked for a page."""

    @classmethod
    def of(cls, settings: Settings, content: Content) -> Services:
        return cls(settings, content, OfficeHours.load(settings.content_dir))

    def part[P](self, kind: type[P]) -> P:
        """The part of this type. Raises KeyError where nobody made one."""
        part: P = self.parts[kind]
        return part

    @staticmethod
    def now() -> datetime:
        return datetime.now(UTC)


def services(request: Request) -> Services:
    """What the app of this request works with."""
    here: Services = request.app.state.services
    return here
