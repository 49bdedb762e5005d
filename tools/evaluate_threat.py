"""Measure the threat detector on ``data/threat``.

Usage: python tools/evaluate_threat.py [--split toets] [--misses]

Prints the matrix level x action, the agreed measures and the shares per trap. Misses are listed for train and dev
only: test and toets rows stay unread, so that they keep measuring messages nobody has looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from woningscan.threat import Action, Assessment, assess  # noqa: E402

LEVELS = ("geen", "diffuus", "concreet", "acuut")
ROUTES = {Action.ROUTE_ACUUT, Action.ROUTE_CONCREET}
GOOD = {
    "acuut": {Action.ROUTE_ACUUT},
    "concreet": ROUTES,
    "diffuus": {Action.STEUN, Action.CONTROLEVRAAG},
    "geen": {Action.GEEN},
}
UNREAD = ("test", "toets")
Judged = list[tuple[dict, Assessment]]


def load(split: str) -> list[dict]:
    """Rows of one split from every file."""
    paths = sorted((ROOT / "data" / "threat").glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["split"] == split]


def share(judged: Judged, levels: set[str], actions: set[Action]) -> str:
    """Percentage of rows of ``levels`` answered with one of ``actions``."""
    chosen = [result for row, result in judged if row["niveau"] in levels]
    hits = sum(result.action in actions for result in chosen)
    return f"{100 * hits / len(chosen):5.1f} %  ({hits}/{len(chosen)})" if chosen else "-"


def report(judged: Judged) -> None:
    """Matrix, measures and traps."""
    counts = Counter((row["niveau"], result.action) for row, result in judged)
    print(" " * 10 + "".join(f"{action.value:>16}" for action in Action))
    for level in LEVELS:
        print(f"{level:<10}" + "".join(f"{counts[level, action]:>16}" for action in Action))
    danger = {"concreet", "acuut"}
    print("danger: route or check question ", share(judged, danger, ROUTES | {Action.CONTROLEVRAAG}))
    print("danger: route                   ", share(judged, danger, ROUTES))
    print("acuut: acute route              ", share(judged, {"acuut"}, {Action.ROUTE_ACUUT}))
    print("geen: route                     ", share(judged, {"geen"}, ROUTES))
    print("geen: anything                  ", share(judged, {"geen"}, set(Action) - {Action.GEEN}))
    print("diffuus: support or check       ", share(judged, {"diffuus"}, {Action.STEUN, Action.CONTROLEVRAAG}))
    print("diffuus: route                  ", share(judged, {"diffuus"}, ROUTES))
    total: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for row, result in judged:
        for trap in row.get("kenmerken", []):
            total[row["niveau"], trap] += 1
            right[row["niveau"], trap] += result.action in GOOD[row["niveau"]]
    for (level, trap), n in sorted(total.items(), key=lambda item: (LEVELS.index(item[0][0]), -item[1])):
        if n >= 5:
            print(f"  {level:<9}{trap:<26}{right[level, trap]:>4} of {n:<4} as the rule says")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="toets", choices=("train", "dev", *UNREAD))
    parser.add_argument("--misses", action="store_true", help="list what went wrong (train and dev only)")
    options = parser.parse_args()
    if options.misses and options.split in UNREAD:
        parser.error("misses of rows that nobody has read are not listed")
    assess("warm")
    judged: Judged = []
    times = []
    for row in load(options.split):
        start = time.perf_counter()
        judged.append((row, assess(row["tekst"])))
        times.append(1000 * (time.perf_counter() - start))
    report(judged)
    times.sort()
    median, p99 = times[len(times) // 2], times[int(0.99 * len(times))]
    print(f"ms per message: median {median:.1f}, p99 {p99:.1f}, max {times[-1]:.1f}")
    if options.misses:
        for row, result in judged:
            if result.action not in GOOD[row["niveau"]]:
                print(row["niveau"], result.action.value, row["id"], row["tekst"], *result.reasons, sep=" | ")


if __name__ == "__main__":
    main()
