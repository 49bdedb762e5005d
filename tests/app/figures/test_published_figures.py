"""No figure that is shown, and nothing that can be worked out from those that are, is below ten."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.console.figures import as_csv, harmless, picture_of
from bot.figures.publishing import LEAST, Quarter, published, quarter_of, share_of, shown, total_of
from bot.store.figures import AMSTERDAM, monday_of, week_of

UTC = timezone.utc
small_counts = st.lists(st.integers(0, 30) | st.sampled_from([0, 9, 10]), min_size=1, max_size=5)


def possible(weeks: list[int | None], total: int | None) -> list[set[int]]:
    """For each hidden week, what it may be to somebody who knows all that is shown."""
    hidden = [place for place, value in enumerate(weeks) if value is None]
    known = sum(value for value in weeks if value is not None)
    found: list[set[int]] = [set() for _ in hidden]
    for guess in product(range(LEAST), repeat=len(hidden)):
        if total is None or known + sum(guess) == total:
            for place, value in enumerate(guess):
                found[place].add(value)
    return found


@settings(max_examples=300, deadline=None)
@given(small_counts)
def test_a_hidden_week_can_still_be_anything_below_ten(counts: list[int]):
    weeks = [shown(count) for count in counts]
    for values in possible(weeks, total_of(counts)):
        assert values == set(range(LEAST))


@given(small_counts)
def test_what_is_shown_is_true_and_at_least_ten(counts: list[int]):
    total = total_of(counts)
    assert total is None or (total == sum(counts) and total >= LEAST)
    assert all(count >= LEAST for count in map(shown, counts) if count is not None)


@pytest.mark.parametrize(
    ("counts", "total"),
    [
        ([12, 30], 42),
        ([12, 3], None),
        ([12, 0], None),
        ([12, 3, 4], None),
        ([12, 4, 5], 21),
        ([5] * 13, 65),
        ([], None),
    ],
)
def test_a_total_is_hidden_where_it_would_tell(counts: list[int], total: int | None):
    assert total_of(counts) == total


@given(st.integers(0, 60), st.integers(0, 400), st.integers(0, 400))
def test_a_share_stands_on_ten_of_each(scans: int, to_do: int, others: int):
    share = share_of(scans, to_do + others, to_do)
    assert (share is None) == (scans < LEAST or to_do < LEAST or others < LEAST)
    assert share is None or 0 <= share <= 100


def counted(start: datetime, numbers: list[int], name: str = "gesprek") -> dict[str, dict[str, int]]:
    return {week_of(start + timedelta(weeks=place)): {name: number} for place, number in enumerate(numbers) if number}


MONDAY = datetime(2026, 9, 28, 12, tzinfo=UTC)  # the first day of 2026-W40, the first week of a quarter


def test_a_week_comes_when_it_is_over():
    counts = counted(MONDAY, [20, 30])
    assert published(counts, ["gesprek"], [], MONDAY + timedelta(days=6)) == []
    (quarter,) = published(counts, ["gesprek"], [], MONDAY + timedelta(days=7))
    assert quarter.weeks == ("2026-W40",)
    assert quarter.series[0].weeks == (20,)
    assert not quarter.closed and quarter.series[0].total is None


def test_totals_come_when_the_quarter_is_over_and_weeks_stay_as_they_were():
    counts = counted(MONDAY, [20, 0, 30, 4, 5] + [11] * 9)
    counts["2026-W41"] = {}
    seen: dict[str, set[int | None]] = {}
    for week in range(1, 20):
        for quarter in published(counts, ["gesprek"], ["woninginbraak"], MONDAY + timedelta(weeks=week)):
            for name, value in zip(quarter.weeks, quarter.series[0].weeks, strict=True):
                seen.setdefault(name, set()).add(value)
            assert (quarter.series[0].total is not None) <= quarter.closed
            assert bool(quarter.shares) == quarter.closed
    assert all(len(values) == 1 for values in seen.values())
    last = published(counts, ["gesprek"], [], MONDAY + timedelta(weeks=30))
    assert [quarter.id for quarter in last] == ["2027-K2", "2027-K1", "2026-K4"]
    assert len(last[-1].weeks) == 14, "2026 has a week 53"
    assert last[-1].series[0].total == 20 + 0 + 30 + 4 + 5 + 11 * 9


def test_themes_get_a_share_of_the_whole_quarter():
    counts = counted(MONDAY, [20])
    counts["2026-W40"] |= {"thema.x.scans": 6, "thema.x.antwoorden": 30, "thema.x.te_doen": 9}
    counts["2026-W42"] = {"thema.x.scans": 6, "thema.x.antwoorden": 30, "thema.x.te_doen": 9}
    (quarter,) = published(counts, ["gesprek"], ["x", "y"], MONDAY + timedelta(weeks=14))
    assert quarter.shares == {"x": 30, "y": None}


@given(st.integers(1_704_067_200, 2_051_222_400))
def test_every_moment_is_in_one_week_of_one_quarter(second: int):
    moment = datetime.fromtimestamp(second, UTC)
    week = week_of(moment)
    assert timedelta(0) <= moment.astimezone(AMSTERDAM).date() - monday_of(week) < timedelta(days=7)
    assert quarter_of(week)[:4] == week[:4] and quarter_of(week)[-1] in "1234"


def quarter_with(weeks: tuple[int | None, ...], name: str = "gesprek") -> Quarter:
    from bot.figures.publishing import Series

    names = tuple(f"2026-W{40 + place}" for place in range(len(weeks)))
    return Quarter("2026-K4", names, True, (Series(name, weeks, 55),), {"x": 40, "y": None})


def test_the_csv_has_what_the_page_has():
    assert as_csv(quarter_with((12, None))).splitlines() == [
        "periode,cijfer,aantal",
        "2026-W40,gesprek,12",
        "2026-W41,gesprek,<10",
        "2026-K4,gesprek,55",
        "2026-K4,thema.x.procent_te_doen,40",
    ]
    assert as_csv(None).splitlines() == ["periode,cijfer,aantal"]


@pytest.mark.parametrize("sign", list("=+-@\t\r"))
def test_no_cell_of_the_csv_is_a_formula(sign: str):
    assert harmless(f"{sign}1+1").startswith("'")
    assert harmless("gesprek") == "gesprek"
    lines = as_csv(quarter_with((12,), name=f"{sign}HYPERLINK()")).splitlines()
    assert not any(cell.startswith(sign) for line in lines for cell in line.split(","))


def test_the_picture_draws_no_height_for_a_hidden_week():
    quarter = quarter_with((12, None, 40))
    picture = picture_of(quarter, quarter.series[0])
    assert [bar.height > 0 for bar in picture.bars] == [True, False, True]
    assert picture.bars[2].height > picture.bars[0].height
    assert all(bar.y >= 0 for bar in picture.bars)
