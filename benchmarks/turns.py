"""Measure a typed turn through the engine against stock Rasa in the same run: `python -m benchmarks.turns [--short]`.

Both run at the same time and take turns, so that whatever else the machine does hits both.
Ends with status 1 when a bar is missed, 2 when there was nothing to measure. All processes are ended in every case.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import uuid
from dataclasses import dataclass
from statistics import median

import httpx

from benchmarks.conversations import Step, Turn, WrongTurn, scan_script, scan_turns, stock_turns, timed
from benchmarks.load import USERS, scan_throughput, stock_throughput
from benchmarks.peers import StockRasa, WoningscanEngine
from benchmarks.processes import NotStarted

SHARE_BAR = 0.12  # of a stock turn
FLAT_BAR = 1.3  # turn 25 against turn 2
EARLY, LATE = 2, 25


@dataclass(frozen=True)
class Size:
    """How much is measured. `limit` is in seconds and ends a run that hangs."""

    conversations: int
    repeats: int
    slice_seconds: float
    slices: int
    limit: int


FULL = Size(conversations=8, repeats=100, slice_seconds=10.0, slices=3, limit=1200)
SHORT = Size(conversations=2, repeats=30, slice_seconds=4.0, slices=1, limit=600)


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.turns", description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer turns, for CI")
    size = SHORT if parser.parse_args().short else FULL
    if not sys.platform.startswith("linux"):
        print("the benchmark reads the Linux kernel's counters and runs only there", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, _give_up)
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(size.limit)
    try:
        with StockRasa() as stock, WoningscanEngine() as engine:
            return _measure(stock, engine, size)
    except (NotStarted, WrongTurn, httpx.HTTPError) as error:
        print(f"nothing measured: {error}", file=sys.stderr)
        return 2


def _measure(stock: StockRasa, engine: WoningscanEngine, size: Size) -> int:
    stock.train()
    cold = {stock.name: stock.start(), engine.name: engine.start()}  # one after the other
    with stock.client() as to_stock, engine.client() as to_engine:
        script = scan_script(to_engine)
        list(stock_turns(stock, to_stock, uuid.uuid4().hex))  # the first conversation warms both up
        theirs: list[Turn] = []
        ours: list[Turn] = []
        for _ in range(size.conversations):
            peers = stock_turns(stock, to_stock, uuid.uuid4().hex), scan_turns(engine, to_engine, script)
            for one, other in zip(*peers, strict=True):
                theirs.append(one)
                ours.append(other)
        early, late = _repeated(engine, to_engine, script, size.repeats)
    rates = [
        (stock_throughput(stock, size.slice_seconds), scan_throughput(engine, script, size.slice_seconds))
        for _ in range(size.slices)
    ]
    _print_table(stock, engine, theirs, ours, cold, rates)
    return _verdict(theirs, ours, early, late)


def _repeated(
    engine: WoningscanEngine, client: httpx.Client, script: list[Step], times: int
) -> tuple[list[Turn], list[Turn]]:
    """Turns 2 and 25 of the same scan, alternately: the engine keeps nothing, so a turn can be taken again."""
    taken: tuple[list[Turn], list[Turn]] = ([], [])
    for _ in range(times):
        for turns, number in zip(taken, (EARLY, LATE), strict=True):
            step = script[number - 1]
            turns.append(timed(engine, client, number, "/turn", {"state": step.state, "text": step.text})[0])
    return taken


def _print_table(
    stock: StockRasa,
    engine: WoningscanEngine,
    theirs: list[Turn],
    ours: list[Turn],
    cold: dict[str, float],
    rates: list[tuple[float, float]],
) -> None:
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{len(ours)} typed answers each, interleaved; load average {load} on {os.cpu_count()} cores\n")
    print(f"{'':34}{stock.name:>14}{engine.name:>14}{'share':>9}")
    for label, unit in (("wall", "clock"), ("cpu", "CPU")):
        _row(f"turn, p50, ms {unit}", _p50(theirs, label) * 1e3, _p50(ours, label) * 1e3)
    for number in (EARLY, LATE):
        _row(f"turn {number}, p50, ms CPU", *(_p50(turns, "cpu", number) * 1e3 for turns in (theirs, ours)))
    _row(f"turns/s, {USERS} at once", median(one for one, _ in rates), median(other for _, other in rates))
    memory = stock.megabytes(), engine.megabytes()
    _row("memory, MB", sum(memory[0].values()), sum(memory[1].values()))
    for name, megabytes in memory[0].items():
        print(f"{'  of which ' + name + ', MB':34}{megabytes:>14.0f}")
    _row("cold start, s", cold[stock.name], cold[engine.name])


def _verdict(theirs: list[Turn], ours: list[Turn], early: list[Turn], late: list[Turn]) -> int:
    """Hold the figures against the bars, on the clock and in CPU time. 0 when all are met."""
    print(f"\n{'bars':34}{'clock':>14}{'CPU':>14}{'bar':>9}")
    share = [_p50_of_pairs(ours, theirs, what) for what in ("wall", "cpu")]
    flat = [_p50_of_pairs(late, early, what) for what in ("wall", "cpu")]
    print(f"{'turn / stock turn beside it':34}{share[0]:>14.1%}{share[1]:>14.1%}{SHARE_BAR:>9.0%}")
    print(f"{f'turn {LATE} / turn {EARLY}, repeated':34}{flat[0]:>14.2f}{flat[1]:>14.2f}{FLAT_BAR:>9.2f}")
    missed = max(share) > SHARE_BAR or max(flat) > FLAT_BAR
    print("\na bar is missed" if missed else "\nboth bars are met")
    return 1 if missed else 0


def _p50(turns: list[Turn], what: str, number: int | None = None) -> float:
    return median(getattr(turn, what) for turn in turns if number in (None, turn.number))


def _p50_of_pairs(ours: list[Turn], theirs: list[Turn], what: str) -> float:
    """The median of each turn's share of the turn taken just before it: both had the same moment of a busy machine."""
    return median(getattr(our, what) / getattr(their, what) for our, their in zip(ours, theirs, strict=True))


def _row(label: str, theirs: float, ours: float) -> None:
    print(f"{label:34}{theirs:>14.1f}{ours:>14.1f}{ours / theirs:>9.1%}")


def _give_up(number: int, _: object) -> None:
    raise NotStarted("ended from outside" if number == signal.SIGTERM else "took too long")


if __name__ == "__main__":
    sys.exit(main())
