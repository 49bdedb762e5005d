"""Advisers, kept by an administrator: who they are, when they work, and the secret link of their calendar."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels.calendar_feed import FEED_PATH
from bot.console.frame.access import ROOT_PATH, fields_of, page, requires_fresh_login, staff_of
from bot.console.frame.shell import Console, Section, render
from bot.console.work.visit_form import time_in
from bot.services import services
from bot.store.adviser.advisers import Adviser, AdviserDetails
from bot.web.problems import Problem
from woningscan.reading.text import readable
from woningscan.request.contacts.contact import email_address

PATH = f"{ROOT_PATH}adviseurs"
MAX_TEXT = 80


@dataclass(frozen=True)
class AdviserForm:
    """The fields as typed: a page that is shown again has them all."""

    name: str = ""
    mail: str = ""
    region: str = ""
    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    opens: str = "09:00"
    closes: str = "17:00"

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> AdviserForm:
        name, mail, region, opens, closes = (
            " ".join(readable(fields.get(field, "")).split()) for field in ("naam", "mail", "regio", "van", "tot")
        )
        days = tuple(day for day in range(7) if fields.get(f"dag-{day}") == "ja")
        return cls(name, mail, region, days, opens, closes)

    @classmethod
    def from_details(cls, details: AdviserDetails) -> AdviserForm:
        opens, closes = details.opens.isoformat("minutes"), details.closes.isoformat("minutes")
        return cls(details.name, details.mail, details.region, details.days, opens, closes)

    def checked(self) -> tuple[AdviserDetails | None, dict[str, str]]:
        """Who it is, or what is wrong with each field, as the page knows it."""
        mail, opens, closes = email_address(self.mail), time_in(self.opens), time_in(self.closes)
        wrong = {
            "naam": "naam_leeg" if not self.name else "te_lang" if len(self.name) > MAX_TEXT else "",
            "mail": "" if mail else "mail",
            "regio": "te_lang" if len(self.region) > MAX_TEXT else "",
            "dag-0": "" if self.days else "dagen",
            "van": "" if opens else "tijd",
            "tot": "tijd" if closes is None else "tot" if opens and closes <= opens else "",
        }
        found = {field: code for field, code in wrong.items() if code}
        if found or mail is None or opens is None or closes is None:
            return None, found
        return AdviserDetails(self.name, mail, self.region, self.days, opens, closes), {}


async def show_all(request: Request) -> Response:
    return await _list(request, AdviserForm())


async def add(request: Request) -> Response:
    form, here = AdviserForm.of(fields_of(request)), services(request)
    details, wrong = form.checked()
    if details is None:
        return await _list(request, form, 422, wrong=wrong)
    await asyncio.to_thread(here.store.advisers.add, details, _me(request), here.now())
    return RedirectResponse(PATH, 303)


async def show(request: Request) -> Response:
    adviser = await _adviser(request)
    return await _one(request, adviser, AdviserForm.from_details(adviser.details))


async def change(request: Request) -> Response:
    adviser, form, here = await _adviser(request), AdviserForm.of(fields_of(request)), services(request)
    details, wrong = form.checked()
    if details is None:
        return await _one(request, adviser, form, 422, wrong=wrong)
    if not await asyncio.to_thread(here.store.advisers.change, adviser.id, details, _me(request), here.now()):
        raise Problem(404)
    return RedirectResponse(PATH, 303)


@requires_fresh_login(minutes=10)
async def remove(request: Request) -> Response:
    """Not while there are visits ahead: whoever counts on them has to be told."""
    adviser, here = await _adviser(request), services(request)
    ahead = await asyncio.to_thread(here.store.advisers.remove, adviser.id, _me(request), here.now())
    if ahead:
        form = AdviserForm.from_details(adviser.details)
        return await _one(request, adviser, form, 409, ahead=ahead)
    return RedirectResponse(PATH, 303)


@requires_fresh_login(minutes=10)
async def make_feed(request: Request) -> Response:
    """Shown once, on the answer to this very click, and kept nowhere."""
    adviser, here = await _adviser(request), services(request)
    token = await asyncio.to_thread(here.store.advisers.make_feed, adviser.id, _me(request), here.now())
    if token is None:
        raise Problem(404)
    link = f"{here.part(Console).public_url}{FEED_PATH}{token}"
    return await _one(request, await _adviser(request), AdviserForm.from_details(adviser.details), link=link)


async def end_feed(request: Request) -> Response:
    adviser, here = await _adviser(request), services(request)
    await asyncio.to_thread(here.store.advisers.end_feed, adviser.id, _me(request), here.now())
    return RedirectResponse(f"{PATH}/{adviser.id}", 303)


async def _adviser(request: Request) -> Adviser:
    adviser = await asyncio.to_thread(services(request).store.advisers.find, request.path_params["adviser"])
    if adviser is None:
        raise Problem(404)
    return adviser


async def _list(request: Request, form: AdviserForm, status: int = 200, **values: Any) -> Response:
    advisers = await asyncio.to_thread(services(request).store.advisers.all)
    return await render(request, "advisers/list", status, advisers=advisers, form=form, **{"wrong": {}, **values})


async def _one(request: Request, adviser: Adviser, form: AdviserForm, status: int = 200, **values: Any) -> Response:
    shown = {"wrong": {}, "link": "", "ahead": (), **values}
    return await render(request, "advisers/one", status, adviser=adviser, form=form, **shown)


def _me(request: Request) -> str:
    return str(staff_of(request).staff_id)


_ONE = f"{PATH}/{{adviser:str}}"
sections = [Section("advisers", PATH, role="beheerder", order=60)]
routes = [
    page(PATH, show_all, role="beheerder"),
    page(PATH, add, ["POST"], role="beheerder"),
    page(_ONE, show, role="beheerder"),
    page(_ONE, change, ["POST"], role="beheerder"),
    page(f"{_ONE}/weg", remove, ["POST"], role="beheerder"),
    page(f"{_ONE}/agenda", make_feed, ["POST"], role="beheerder"),
    page(f"{_ONE}/agenda/weg", end_feed, ["POST"], role="beheerder"),
]
