"""Measure whether memory or descriptors grow in a long run: `python -m benchmarks.soak [--minutes 30] [--rate 5]`.

The app runs with its engine, its jobs and its own mail folder, without its limits on how often one may ask. Visitors
press buttons, type answers and questions, report danger, ask for a visit, and erase, so many turns a second as is
asked. Meanwhile the memory and the open descriptors of both processes are read. Ends with status 1 where one grows.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression, median

from bot.store import KeyRing
from tests.support.process import AppProcess
from tests.support.stress.flood import THREAT, Visitor
from tests.support.waiting import eventually, until_ready

EVERY = 10.0
"""Seconds between two readings."""
WARM_UP = 1 / 4
"""The share of the run that is left out: caches and the allocator fill up first."""
MOST_GROWTH = 20.0
"""MB an hour by which a process may grow after that: what a fit finds in the noise of a process that is steady."""
MOST_DESCRIPTORS = 5
"""By how many the last quarter may have more open than the first one after the warm-up."""
SEED = 7
Act = dict[str, str]


@dataclass(frozen=True)
class Reading:
    """Of one process: minutes since the start, MB in memory, open descriptors."""

    minutes: float
    megabytes: float
    descriptors: int


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rate", type=float, default=5, help="turns a second")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        app = AppProcess(Path(folder), KeyRing.generate(), limits="100000/minute")
        app.start()
        try:
            until_ready(app.url)
            eventually(lambda: _children(app.pid))
            return _measured(app, options.minutes * 60, options.rate)
        finally:
            app.kill()


def _measured(app: AppProcess, seconds: float, rate: float) -> int:
    (engine,) = _children(app.pid)
    readings: dict[str, list[Reading]] = {"app": [], "engine": []}
    turns, waits, began, read_at = 0, [], time.monotonic(), 0.0
    for visitor, act in _acts(app.url, random.Random(SEED)):
        elapsed = time.monotonic() - began
        if elapsed >= seconds:
            break
        if elapsed >= read_at:
            read_at += EVERY
            for name, pid in (("app", app.pid), ("engine", engine)):
                readings[name].append(_read(pid, elapsed / 60))
        sent = time.monotonic()
        visitor.told(**act)
        waits.append(time.monotonic() - sent)
        turns += 1
        time.sleep(max(0.0, turns / rate - (time.monotonic() - began)))
    print(f"{turns} turns in {seconds / 60:.0f} minutes, {turns / seconds:.2f} a second; median {median(waits):.3f} s")
    return max(_judged(name, of_process) for name, of_process in readings.items())


def _acts(url: str, chance: random.Random) -> Iterator[tuple[Visitor, Act]]:
    """What visitors do without end, one conversation after another."""
    for number in itertools.count():
        visitor = Visitor(url)
        yield from ((visitor, act) for act in (*_scan(), *chance.choice(_endings(number))))
        visitor.client.close()


def _scan() -> list[Act]:
    return [
        {"choice": "start_scan"},
        {"choice": "antwoord:functie=wethouder"},
        {"text": "wie leest wat ik hier typ"},
        {"choice": "antwoord:gevaar_nu=nee"},
        {"text": "nee hoor"},
        {"choice": "back"},
        {"text": "weet ik niet"},
        {"choice": "help"},
    ]


def _endings(number: int) -> list[list[Act]]:
    return [
        [{"text": THREAT}, {"text": THREAT}],
        [{"choice": "erase_data"}, {"choice": "affirm"}],
        [{"choice": "send_report"}],
        [
            {"text": "bel mij terug"},
            {"text": "J. de Vries"},
            {"text": "Wethouder"},
            {"text": f"bezoeker-{number}@voorbeeld.example"},
            {"text": "dinsdag"},
            {"choice": "veld:akkoord=ja"},
        ],
    ]


def _judged(name: str, readings: list[Reading]) -> int:
    """Print what one process did after its warm-up; 1 where it grew."""
    steady = readings[int(len(readings) * WARM_UP) :]
    slope = linear_regression([one.minutes for one in steady], [one.megabytes for one in steady]).slope * 60
    quarter = max(len(steady) // 4, 1)
    early, late = (median(one.descriptors for one in part) for part in (steady[:quarter], steady[-quarter:]))
    print(
        f"{name}: {readings[0].megabytes:.0f} MB at first, {steady[0].megabytes:.0f} after the warm-up, "
        f"{steady[-1].megabytes:.0f} at the end, slope {slope:+.1f} MB an hour (bar {MOST_GROWTH:.0f}); "
        f"descriptors {early:.0f} and {late:.0f}"
    )
    return int(slope > MOST_GROWTH or late > early + MOST_DESCRIPTORS)


def _read(pid: int, minutes: float) -> Reading:
    process = Path(f"/proc/{pid}")
    pages = int((process / "statm").read_text().split()[1])
    return Reading(minutes, pages * os.sysconf("SC_PAGE_SIZE") / 2**20, len(list((process / "fd").iterdir())))


def _children(pid: int) -> list[int]:
    """The processes that this one started: the engine."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


if __name__ == "__main__":
    sys.exit(main())
