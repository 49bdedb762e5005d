"""One page of the requests at a time: in each order and with each filter the same ones, each once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.store import Store
from bot.store.request.listing import NOBODY, Order, Stand, Wanted
from bot.store.request.states import Action, RequestKind
from bot.store.request.visits import VisitDetails
from tests.support.request.requests import make_request

ANNE, BERT = "a" * 32, "b" * 32
HOUR = timedelta(hours=1)


@pytest.fixture
def made(store: Store, now: datetime) -> dict[str, str]:
    """Requests by what is the matter with them, in the usual order for Anne; the last two are closed."""
    ages = {
        "urgent": ("terugbellen", 1),
        "due": ("woningscan", 2),
        "urgent of Bert": ("terugbellen", 3),
        "call": ("terugbellen", 4),
        "old": ("woningscan", 9),
        "new": ("woningscan", 5),
        "of Bert": ("woningscan", 8),
        "visit": ("woningscan", 10),
        "ended late": ("woningscan", 12),
        "ended early": ("woningscan", 11),
    }
    made = {
        name: make_request(store, kind, urgent="urgent" in name, at=now - age * HOUR)
        for name, (kind, age) in ages.items()
    }
    held = {
        "due": ANNE,
        "urgent of Bert": BERT,
        "of Bert": BERT,
        "visit": ANNE,
        "ended late": ANNE,
        "ended early": BERT,
    }
    for name, holder in held.items():
        store.cases.claim(made[name], holder, now)
    store.cases.remind(made["due"], ANNE, now.date(), now)
    details = VisitDetails((now + timedelta(9)).date(), now.time(), adviser="A", place="op afspraak")
    assert store.cases.arrange_visit(made["visit"], ANNE, details, 1, now) is None
    store.cases.close(made["ended early"], BERT, Action.FINISH, 1, now)
    store.cases.close(made["ended late"], ANNE, Action.LAPSE, 1, now + HOUR)
    return made


def names(store: Store, made: dict[str, str], now: datetime, **wanted: object) -> list[str]:
    """What is listed, page by page of two; and as many as are counted."""
    asked = Wanted(ANNE, now.date(), **wanted)  # type: ignore[arg-type]
    by_reference = {reference: name for name, reference in made.items()}
    listed: list[str] = []
    while lines := store.work.lines(asked, len(listed), 2):
        listed += [by_reference[line.reference] for line in lines]
    assert len(listed) == store.work.count(asked) == len(set(listed))
    return listed


def test_the_usual_order(store: Store, made: dict[str, str], now: datetime):
    assert names(store, made, now) == list(made)[:-2]
    assert names(store, made, now, stand=Stand.CLOSED) == ["ended late", "ended early"]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        (Order.SINCE, "visit", "urgent"),
        (Order.URGENT, "urgent of Bert", "due"),
        (Order.HOLDER, "of Bert", "urgent"),
        (Order.STATE, "old", "visit"),
    ],
)
def test_each_order_and_the_other_way_round(
    store: Store, made: dict[str, str], now: datetime, order: Order, first: str, last: str
):
    there = names(store, made, now, order=order, holders=(BERT, ANNE))
    back = names(store, made, now, order=order, holders=(BERT, ANNE), backwards=True)
    assert (there[0], there[-1]) == (first, last)
    assert set(there) == set(back) == set(list(made)[:-2]) and there != back


@pytest.mark.parametrize(
    ("wanted", "listed"),
    [
        ({"stand": Stand.WAITING}, {"urgent", "call", "old", "new"}),
        ({"stand": Stand.CLAIMED}, {"due", "urgent of Bert", "of Bert"}),
        ({"stand": Stand.VISIT}, {"visit"}),
        ({"stand": Stand.MINE}, {"due", "visit"}),
        ({"kind": RequestKind.CALL_BACK}, {"urgent", "urgent of Bert", "call"}),
        ({"holder": BERT}, {"urgent of Bert", "of Bert"}),
        ({"holder": NOBODY, "urgent": True}, {"urgent"}),
        ({"stand": Stand.CLOSED, "holder": BERT}, {"ended early"}),
    ],
)
def test_filters_go_together(
    store: Store, made: dict[str, str], now: datetime, wanted: dict[str, object], listed: set[str]
):
    assert set(names(store, made, now, **wanted)) == listed


def test_how_all_stand_without_one_of_them(store: Store, made: dict[str, str], now: datetime):
    groups = store.work.groups(now.date())
    assert sum(group.number for group in groups) == len(made) - 2
    assert sum(group.number for group in groups if group.waits) == 4
    assert [(group.holder, group.number) for group in groups if group.due] == [(ANNE, 1)]
    assert min(group.since for group in groups if group.waits and group.since) == now - 9 * HOUR
    store.cases.note(made["due"], ANNE, "gebeld", now + HOUR)
    assert store.work.groups(now.date()) != groups, "whatever is done with one of them shows"
