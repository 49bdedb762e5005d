"""Measure how long others wait while long texts flood in: `python -m benchmarks.flood [--seconds 60]`.

Eight clients send 8 KB with an invented token and four with a real one, to the app as it runs with its engine, without
its limits on how often one may ask. Beside them one visitor presses buttons, types, and reports danger; the same before
the flood is the baseline. Ends with status 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from bot.store import KeyRing
from tests.support.process import AppProcess
from tests.support.stress.flood import LONG, THREAT, Visitor, flood
from tests.support.waiting import until_ready

BARS = {"button": 0.3, "text": 1.0, "threat": 1.0}
"""Seconds in which 95 of 100 are to be answered."""
MOST_GROWTH = 300 * 2**20
"""Bytes by which the app may grow meanwhile."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.flood", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as folder:
        app = AppProcess(Path(folder), KeyRing.generate(), limits="100000/minute")
        app.start()
        try:
            until_ready(app.url)
            return _measured(app, seconds)
        finally:
            app.kill()


def _measured(app: AppProcess, seconds: int) -> int:
    quiet = _waits(app.url, 10)
    before = _memory(app.pid)
    with flood(app.url) as answered:
        busy = _waits(app.url, seconds)
        grown = _memory(app.pid) - before
    print(f"{len(answered)} long texts answered in {seconds} s, {len(LONG)} characters each; grown {grown >> 20} MB")
    missed = grown > MOST_GROWTH
    for act, bar in BARS.items():
        p95 = quantiles(busy[act], n=20)[-1]
        missed |= p95 > bar
        print(f"{act}: {len(busy[act])} times, median {median(busy[act]):.3f}, p95 {p95:.3f} s (bar {bar}), "
              f"quiet median {median(quiet[act]):.3f}")  # fmt: skip
    return int(missed)


def _memory(pid: int) -> int:
    """Bytes of the process that are in memory."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _waits(url: str, seconds: int) -> dict[str, list[float]]:
    """How long each act waited for its answer, one visitor after another."""
    waits: dict[str, list[float]] = {act: [] for act in BARS}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        visitor = Visitor(url)
        for _ in range(3):
            waits["button"].append(_timed(lambda v=visitor: v.told(choice="help")))  # type: ignore[misc]
        waits["text"].append(_timed(lambda v=visitor: v.told(text="wie leest wat ik hier typ")))  # type: ignore[misc]
        waits["threat"].append(_timed(lambda v=visitor: v.told(text=THREAT)))  # type: ignore[misc]
        time.sleep(0.2)
    return waits


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
