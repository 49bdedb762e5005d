"""The frame of every page of the console: layout, navigation, banners. Texts are in content/templates/console/."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.console.frame.sessions import FORM_FIELD, form_token
from bot.services import services
from bot.settings import Settings
from bot.store import StoreError
from bot.store.staff.roles import Role, SessionStage
from bot.templates import template_environment
from woningscan.content.model import Content

log = logging.getLogger("bot.console")


@dataclass(frozen=True)
class Section:
    """A part of the console, in the navigation and on the start page.

    Its texts are `title` and `about`, set in content/templates/console/sections/<name>.html.j2.
    """

    name: str
    path: str
    role: Literal["medewerker", "beheerder"] = "medewerker"
    order: int = 50


@dataclass(frozen=True)
class Banner:
    """Something everybody who is logged in must see. Its text is content/templates/console/banners/<name>.html.j2."""

    name: str
    level: Literal["alarm", "note"] = "alarm"
    values: Mapping[str, Any] = field(default_factory=dict)


BannerSource = Callable[[Request], Awaitable[Iterable[Banner]]]
WorkSource = Callable[[Request], Awaitable[Iterable[Any]]]  # of bot.console.work.items.WorkItem


class Console:
    """What all pages share. `banner_sources` are asked at every page for who is logged in, `work_sources` for the
    work list."""

    def __init__(
        self,
        content: Content,
        settings: Settings,
        sections: Iterable[Section] = (),
        banner_sources: Iterable[BannerSource] = (),
        work_sources: Iterable[WorkSource] = (),
    ) -> None:
        self.public_url = settings.public_url.rstrip("/")
        self.sections = sorted(sections, key=lambda section: (section.order, section.name))
        self.banner_sources = list(banner_sources)
        self.work_sources = list(work_sources)
        self.environment = template_environment(content, settings.content_dir / "templates")

    def link(self, section: Section, path: str) -> dict[str, Any]:
        texts: Any = self.environment.get_template(f"console/sections/{section.name}.html.j2").module
        here = path == section.path or path.startswith(f"{section.path}/")
        return {"title": texts.title, "about": texts.about, "path": section.path, "here": here}

    def banner(self, banner: Banner) -> dict[str, str]:
        template = self.environment.get_template(f"console/banners/{banner.name}.html.j2")
        return {"level": banner.level, "html": template.render(**banner.values)}


def console_sections(request: Request) -> list[dict[str, Any]]:
    """The sections this person may use: title, about, path, and whether the page of now is in it (`here`)."""
    console = services(request).part(Console)
    staff = _logged_in(request)
    if staff is None:
        return []
    theirs = (
        section for section in console.sections if section.role == "medewerker" or staff.role is Role.ADMINISTRATOR
    )
    return [console.link(section, request.url.path) for section in theirs]


async def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page content/templates/console/<template>.html.j2, which extends console/frame/layout.html.j2.

    Beside `values` it has `staff` (or None), `sections`, `banners`, and `form_token` for the macro `form_start`.
    """
    console = services(request).part(Console)
    page = console.environment.get_template(f"console/{template}.html.j2")
    html = page.render(
        staff=_logged_in(request),
        sections=console_sections(request),
        banners=[console.banner(banner) for banner in await _banners(request, console)],
        form_token=lambda: form_token(request),
        form_field=FORM_FIELD,
        path=request.url.path,
        **values,
    )
    return HTMLResponse(html, status)


async def _banners(request: Request, console: Console) -> list[Banner]:
    """An alarm that cannot be looked up must not take the page away."""
    if _logged_in(request) is None:
        return []
    banners: list[Banner] = []
    for source in console.banner_sources:
        try:
            banners += await source(request)
        except StoreError as error:
            log.error("banner not made: %s", type(error).__name__)
    return banners


def _logged_in(request: Request) -> Any:
    staff = getattr(request.state, "staff", None)
    return staff if staff is not None and staff.stage is SessionStage.SIGNED_IN else None
