"""The figures for the Netwerk Weerbaar Bestuur: a page with a picture, and the same as CSV."""

from __future__ import annotations

import asyncio
import csv
import io
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.console.frame.access import ROOT_PATH, page, requires_fresh_login
from bot.console.frame.shell import Section, render
from bot.figures.publishing import Quarter, Series, published
from bot.services import services
from bot.store import figures
from bot.web.problems import Problem

PATH = f"{ROOT_PATH}cijfers"
_PICTURE_WIDTH, _PICTURE_HEIGHT, _STEP, _BAR, _BASE = 680, 220, 46, 34, 170


@dataclass(frozen=True)
class Bar:
    """A week in the picture; `value` is None when the count is hidden, and then the bar has no height of its own."""

    week: str
    value: int | None
    x: int
    y: int
    height: int
    middle: int


@dataclass(frozen=True)
class Picture:
    bars: tuple[Bar, ...]
    width: int = _PICTURE_WIDTH
    height: int = _PICTURE_HEIGHT
    bar: int = _BAR
    base: int = _BASE


async def show(request: Request) -> Response:
    quarters = await _quarters(request)
    chosen = _chosen(request, quarters) if quarters else None
    picture = picture_of(chosen, chosen.series[0]) if chosen else None
    themes = services(request).content.themes
    return await render(request, "figures", quarters=quarters, chosen=chosen, picture=picture, themes=themes)


@requires_fresh_login(minutes=10)
async def download(request: Request) -> Response:
    quarters = await _quarters(request)
    chosen = _chosen(request, quarters) if quarters else None
    headers = {"content-disposition": f'attachment; filename="cijfers-{chosen.id if chosen else "leeg"}.csv"'}
    return Response(as_csv(chosen), media_type="text/csv; charset=utf-8", headers=headers)


sections = [Section("figures", PATH, role="medewerker", order=70)]
routes = [
    page(PATH, show, role="medewerker"),
    page(f"{PATH}/csv", download, role="medewerker"),
]


def as_csv(quarter: Quarter | None) -> str:
    """Lines of period, figure and number. A hidden number is `<10`; a total or share that is not given is left out."""
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(["periode", "cijfer", "aantal"])
    for row in _lines(quarter) if quarter else []:
        lines.writerow([harmless(cell) for cell in row])
    return written.getvalue()


def harmless(cell: str) -> str:
    """A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def picture_of(quarter: Quarter, series: Series) -> Picture:
    """A bar per week, the highest as high as the picture."""
    highest = max((value for value in series.weeks if value is not None), default=1)
    bars = []
    for place, (week, value) in enumerate(zip(quarter.weeks, series.weeks, strict=True)):
        height = 0 if value is None else max(4, round((_BASE - 30) * value / highest))
        x = 10 + place * _STEP
        bars.append(Bar(week.partition("-W")[2], value, x, _BASE - height, height, x + _BAR // 2))
    return Picture(tuple(bars))


def _lines(quarter: Quarter) -> list[list[str]]:
    rows = []
    for series in quarter.series:
        weeks = zip(quarter.weeks, series.weeks, strict=True)
        rows += [[week, series.name, "<10" if value is None else str(value)] for week, value in weeks]
        if series.total is not None:
            rows.append([quarter.id, series.name, str(series.total)])
    for theme, share in quarter.shares.items():
        if share is not None:
            rows.append([quarter.id, f"thema.{theme}.procent_te_doen", str(share)])
    return rows


def _chosen(request: Request, quarters: list[Quarter]) -> Quarter:
    """The quarter that was asked for, or the newest. Raises Problem(404) for one that is not there."""
    wanted = request.query_params.get("kwartaal")
    quarter = next((quarter for quarter in quarters if wanted in (None, quarter.id)), None)
    if quarter is None:
        raise Problem(404)
    return quarter


async def _quarters(request: Request) -> list[Quarter]:
    here, content = services(request), services(request).content
    names = ["gesprek", "scan", "aanvraag.woningscan", "aanvraag.terugbellen", "chat", "chat.gemist"]
    names += [name for name, _ in (*figures.PICKED_UP, *figures.FINISHED)]
    names += [f"route.{route}" for route in content.routes]
    counts = await asyncio.to_thread(figures.read, here.store.database)
    return published(counts, names, [theme.id for theme in content.themes], here.now())
