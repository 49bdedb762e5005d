"""What somebody wants to see of the work list, as it stands in the address of the page: filters, order and page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from bot.console.frame.access import ROOT_PATH
from bot.console.work.items import WorkItem
from bot.store.request.listing import NOBODY, Order, Stand, Wanted
from bot.store.request.states import RequestKind, RequestStatus
from bot.store.request.work import Group
from bot.web.problems import Problem

ALL, WAITING, VISITS, MINE, CLOSED = "alles", "nieuw", "afspraak", "mijn", "gesloten"
NO_ONE = "niemand"
_Fits = Callable[[WorkItem | Group, str], bool]
STANDS: Mapping[str, tuple[Stand, _Fits]] = {
    ALL: (Stand.OPEN, lambda work, staff_id: True),
    WAITING: (Stand.WAITING, lambda work, staff_id: work.waits),
    "opgepakt": (Stand.CLAIMED, lambda work, staff_id: work.state is RequestStatus.CLAIMED),
    VISITS: (Stand.VISIT, lambda work, staff_id: work.state is RequestStatus.VISIT),
    MINE: (Stand.MINE, lambda work, staff_id: work.holder == staff_id),
    CLOSED: (Stand.CLOSED, lambda work, staff_id: False),
}
"""What a list can hold, and which work beside the requests is in it for a member."""
ORDERS = {"": Order.USUAL, "wacht": Order.SINCE, "spoed": Order.URGENT, "wie": Order.HOLDER, "stand": Order.STATE}
_KINDS = {kind.word: kind for kind in RequestKind}


@dataclass(frozen=True)
class View:
    """The names are those in the address, where what is not said is left out. `om`: the other way round."""

    stand: str = ALL
    wie: str = ""
    soort: str = ""
    spoed: str = ""
    volgorde: str = ""
    om: str = ""
    blad: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str], staff_ids: Collection[str]) -> View:
        """Raises Problem(404) for an address that no link here leads to."""
        known = {
            "stand": tuple(STANDS),
            "wie": ("", NO_ONE, *staff_ids),
            "soort": ("", *_KINDS),
            "spoed": ("", "ja"),
            "volgorde": tuple(ORDERS),
            "om": ("", "ja"),
        }
        typed = {name: query.get(name) or values[0] for name, values in known.items()}
        number = query.get("blad", "1")
        if any(typed[name] not in values for name, values in known.items()) or not _is_page(number):
            raise Problem(404)
        return cls(**typed, blad=int(number))

    def link(self, **changes: Any) -> str:
        """The address of this view with something changed, on its first page."""
        usual = asdict(View())
        changed = asdict(replace(self, **{"blad": 1, **changes}))
        query = urlencode({name: value for name, value in changed.items() if value != usual[name]})
        return f"{ROOT_PATH}?{query}" if query else ROOT_PATH

    def in_order(self, name: str) -> str:
        """The address of this view in that order; turned round where it is in it already."""
        turned = "" if self.om or self.volgorde != name else "ja"
        return self.link(volgorde=name, om=turned if name else "")

    @property
    def filtered(self) -> bool:
        return bool(self.wie or self.soort or self.spoed)

    @property
    def by_visit(self) -> bool:
        return self.stand == VISITS and not self.volgorde

    @property
    def in_parts(self) -> bool:
        """Whether what is due stands under a heading of its own."""
        return not self.volgorde and self.stand not in (VISITS, CLOSED)

    def fits(self, item: WorkItem, staff_id: str) -> bool:
        """Whether it is in this view: for work beside the requests."""
        holder = None if self.wie == NO_ONE else self.wie
        return (
            STANDS[self.stand][1](item, staff_id)
            and (not self.wie or item.holder == holder)
            and self.soort in ("", item.kind)
            and (not self.spoed or item.urgent)
        )

    def wanted(self, me: str, today: date, names: Mapping[str, str], visits: Collection[str]) -> Wanted:
        """The same as a question to the store."""
        return Wanted(
            me=me,
            today=today,
            stand=STANDS[self.stand][0],
            kind=_KINDS.get(self.soort),
            holder=NOBODY if self.wie == NO_ONE else self.wie,
            urgent=bool(self.spoed),
            order=ORDERS[self.volgorde],
            backwards=bool(self.om),
            holders=tuple(sorted(names, key=lambda staff_id: names[staff_id].casefold())),
            visits=tuple(visits),
        )


def _is_page(number: str) -> bool:
    return number.isascii() and number.isdecimal() and len(number) < 6 and int(number) > 0
