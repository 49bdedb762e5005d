"""`make faults SEED= ROUNDS=`: breaks everything around the assistant and ends with status 1 where a promise broke."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from bot.settings import ROOT
from tools.faults.broken import BUILDS
from tools.faults.run import Outcome, Plan, run

DATABASES = ("sqlite", "postgresql")
FOLDER = ROOT / "var" / "faults"


def main() -> int:
    arguments = _arguments()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that all that was started ends with it
    chosen = DATABASES if arguments.database == "both" else (arguments.database,)
    broken = False
    for database in chosen:
        folder = FOLDER / f"{database}-{arguments.seed}"
        outcome = asyncio.run(run(_plan(arguments, database, folder)))
        _tell(database, folder, outcome)
        broken |= bool(outcome.violations)
    return int(broken)


def _plan(arguments: argparse.Namespace, database: str, folder: Path) -> Plan:
    return Plan(
        folder=folder,
        postgresql=database == "postgresql",
        seed=arguments.seed,
        rounds=arguments.rounds,
        faults=arguments.faults,
        pace=arguments.pace,
        visitors=arguments.visitors,
        stub=arguments.engine == "stub",
        broken=arguments.broken,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--faults", type=int, default=50, help="in each round")
    parser.add_argument("--pace", type=float, default=1.0, help="seconds between two faults, on average")
    parser.add_argument("--visitors", type=int, default=8)
    parser.add_argument("--database", choices=(*DATABASES, "both"), default="both")
    parser.add_argument("--engine", choices=("rasa", "stub"), default="rasa")
    parser.add_argument("--broken", choices=("", *BUILDS), default="", help="a build that is broken on purpose")
    return parser.parse_args()


def _tell(database: str, folder: Path, outcome: Outcome) -> None:
    print(
        f"{database}: {outcome.faults.total()} faults, {outcome.turns} turns in {outcome.attempts} attempts, "
        f"{outcome.conversations} conversations, {outcome.requests} requests, {outcome.mails} mails, "
        f"{outcome.seconds:.0f} s: {len(outcome.violations)} violations"
    )
    print("  " + ", ".join(f"{name} {number}" for name, number in sorted(outcome.faults.items())))
    for one in outcome.violations[:50]:
        print(f"  {one.promise} (conversation {one.conversation}): {one.what}")
    print(f"  what was seen, and the logs: {folder}")


if __name__ == "__main__":
    sys.exit(main())
