"""Measure what rows that nobody can read cost the others: `python -m benchmarks.poisoned [--bad 10000] [--good 200]`.

So many bad and good ones of each in every queue and sweep of a database of its own. Each step of the jobs is run and
measured in seconds of processor time; it ends with an error where not all that is good was done.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.making import make_ladder
from bot.settings import ROOT, Settings
from bot.store import KeyRing, open_store
from tests.support.stress.poisoned import Work, fill
from woningscan.content import load_content

_ADDRESSES = {"mail_to": "a@example.org", "mail_second": "b@example.org", "mail_all": "c@example.org"}
_MORNING = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.poisoned", description=__doc__)
    parser.add_argument("--bad", type=int, default=10_000)
    parser.add_argument("--good", type=int, default=200)
    parser.add_argument("--last", action="append", default=[], help="a step that may come after the others, as mail")
    parser.add_argument("--database", help="an empty one, as postgresql+psycopg://…; else a file of SQLite")
    asked = parser.parse_args()
    logging.disable(logging.ERROR)  # a line for each bad row
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(asked.database or f"sqlite:///{folder}/poisoned.db", KeyRing.generate())
        settings = Settings(data_dir=Path(folder), public_url="https://scan.example.org", **_ADDRESSES)
        good = fill(store, _MORNING, asked.good, asked.bad)
        print(f"{'filled in':<12} {time.process_time():8.1f} s", flush=True)
        steps = Work(store, make_ladder(settings), load_content(ROOT / "content"), good, _MORNING).steps
        for step in sorted(steps, key=lambda step: step.__name__ in asked.last):
            started = time.process_time()
            step()
            print(f"{step.__name__:<12} {time.process_time() - started:8.1f} s", flush=True)
        store.close()


if __name__ == "__main__":
    main()
