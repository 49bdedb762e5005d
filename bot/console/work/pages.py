"""One page of the work list: so many lines, of which the database gives the requests and no more than are shown."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.console.work.items import WorkItem, due_for
from bot.store.request.listing import Wanted
from bot.store.request.states import RequestStatus
from bot.store.request.work import RequestLine, Work

PER_PAGE = 50
_PLACES = {state: place for place, state in enumerate(RequestStatus, start=1)}


@dataclass(frozen=True)
class Page:
    """`number` of `pages`, with the lines that stand on it, of `total`. `start` is how many come before them."""

    items: tuple[WorkItem, ...]
    number: int
    total: int

    @property
    def pages(self) -> int:
        return _pages(self.total)

    @property
    def start(self) -> int:
        return (self.number - 1) * PER_PAGE


async def page_of(
    work: Work,
    wanted: Wanted,
    number: int,
    others: Sequence[WorkItem],
    item_of: Callable[[RequestLine], WorkItem],
    *,
    among: bool,
) -> Page:
    """The page of that number, or the last one. `others` is work beside the requests, all of it: it stands `among` them
    where it belongs, or before them."""

    def place(item: WorkItem) -> tuple[Any, ...]:
        return place_of(item, wanted.me)

    others = sorted(others, key=place)
    counted = await asyncio.to_thread(work.count, wanted)
    number = min(number, _pages(len(others) + counted))
    start = (number - 1) * PER_PAGE
    skipped = max(0, start - len(others))  # as many of the others may stand before this page, or none
    most = start + PER_PAGE - skipped
    requests = [item_of(line) for line in await asyncio.to_thread(work.lines, wanted, skipped, most)]
    # One that came in between the two looks is counted as well.
    total = len(others) + (skipped + len(requests) if 0 < len(requests) < most else counted)
    listed = list(heapq.merge(others, requests, key=place)) if among else [*others, *requests]
    return Page(tuple(listed[start - skipped :][:PER_PAGE]), number, total)


def part_of(item: WorkItem, me: str) -> int:
    """Under which heading it stands: who waits urgently, what a reminder is due for, the others."""
    if item.waits and (item.urgent or item.rank == 0):
        return 0
    return 1 if due_for(me, item) else 2


def place_of(item: WorkItem, me: str) -> tuple[Any, ...]:
    """Its place in the usual order, which is that of `Order.USUAL`; somebody who waits in person comes first."""
    state = 0 if item.waits else _PLACES[item.state]
    in_person = item.waits and item.rank == 0
    return part_of(item, me), not in_person, not item.urgent, state, item.rank, item.since, item.key


def _pages(total: int) -> int:
    return max(1, -(-total // PER_PAGE))
