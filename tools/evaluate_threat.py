"""Measure the threat detector on ``data/threat``.

Usage: python tools/evaluate_threat.py [--split eind] [--baselines] [--misses]

Prints the matrix level x action, the agreed measures and the shares per trap, for the whole check and without its
reader of sentences, and with ``--baselines`` for a list of words and Rasa's stock classifier trained on the same rows.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.reader.threat_check import check  # noqa: E402
from tools.threat_baselines import by_stock_rasa, by_words  # noqa: E402
from tools.threat_rows import LEVELS, TRAINED_ON, Row, rows  # noqa: E402
from woningscan.reading.threat import Action, Assessment, Level, assess  # noqa: E402

ROUTES = {Action.ROUTE_ACUUT, Action.ROUTE_CONCREET}
GOOD = {
    "acuut": {Action.ROUTE_ACUUT},
    "concreet": ROUTES,
    "diffuus": {Action.STEUN, Action.CONTROLEVRAAG},
    "geen": {Action.GEEN},
}
ACTION_OF = {
    "geen": Action.GEEN,
    "diffuus": Action.STEUN,
    "concreet": Action.ROUTE_CONCREET,
    "acuut": Action.ROUTE_ACUUT,
}
Judged = list[tuple[Row, Assessment]]


def share(judged: Judged, levels: set[str], actions: set[Action]) -> str:
    """Percentage of rows of ``levels`` answered with one of ``actions``."""
    chosen = [result for row, result in judged if row["niveau"] in levels]
    hits = sum(result.action in actions for result in chosen)
    return f"{100 * hits / len(chosen):5.1f} %  ({hits}/{len(chosen)})" if chosen else "-"


def report(judged: Judged, traps: bool = False) -> None:
    """Matrix and measures, and on demand the shares per trap."""
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
    if not traps:
        return
    total: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for row, result in judged:
        for trap in row.get("kenmerken", []):
            total[row["niveau"], trap] += 1
            right[row["niveau"], trap] += result.action in GOOD[row["niveau"]]
    for (level, trap), n in sorted(total.items(), key=lambda item: (LEVELS.index(item[0][0]), -item[1])):
        if n >= 5:
            print(f"  {level:<9}{trap:<26}{right[level, trap]:>4} of {n:<4} as the rule says")


def judge(data: list[Row], by: Callable[[str], Assessment]) -> tuple[Judged, list[float]]:
    """What ``by`` makes of every row, and the milliseconds each took."""
    by("warm")
    judged, times = [], []
    for row in data:
        start = time.perf_counter()
        judged.append((row, by(row["tekst"])))
        times.append(1000 * (time.perf_counter() - start))
    return judged, sorted(times)


def plain(level: str) -> Assessment:
    """A baseline knows levels only: each has its own action."""
    return Assessment(Level(level), ACTION_OF[level], ())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="eind", choices=("train", "dev", "toets", "test", "proef", "slot", "eind"))
    parser.add_argument("--misses", action="store_true", help="list what went wrong")
    parser.add_argument("--baselines", action="store_true", help="also a list of words and stock Rasa (20 minutes)")
    options = parser.parse_args()
    data = rows(frozenset({options.split}))
    judged, times = judge(data, check)
    print(f"split {options.split}, {len(data)} rows: rules, model of words and reader of sentences")
    report(judged, traps=True)
    median, p99 = times[len(times) // 2], times[int(0.99 * len(times))]
    print(f"ms per message: median {median:.1f}, p99 {p99:.1f}, max {times[-1]:.1f}")
    print("without the reader of sentences")
    report(judge(data, assess)[0])
    if options.baselines:
        texts = [row["tekst"] for row in data]
        print("baseline: list of words")
        report([(row, plain(by_words(row["tekst"]))) for row in data])
        print("baseline: stock Rasa (DIET) trained on the same rows")
        levels = by_stock_rasa(rows(TRAINED_ON), texts)
        report([(row, plain(level)) for row, level in zip(data, levels, strict=True)])
    if options.misses:
        for row, result in judged:
            if result.action not in GOOD[row["niveau"]]:
                print(row["niveau"], result.action.value, row["id"], row["tekst"], *result.reasons, sep=" | ")


if __name__ == "__main__":
    main()
