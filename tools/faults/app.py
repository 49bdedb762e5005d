"""An app as `woningscan serve` runs it, in a process that is killed and stopped; its log is kept."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

from bot.store import KeyRing
from tests.support.process import AppProcess, serve
from tools.faults.broken import break_on_purpose
from tools.faults.shorter_waits import shorten

PLENTY = "100000/second"


def serve_with_short_waits(port: int, environment: dict[str, str], limits: str) -> None:
    """Run in the forked process."""
    os.environ.update(environment)
    folder = Path(environment["WONINGSCAN_DATA_DIR"])
    logging.basicConfig(level=logging.WARNING, filename=folder / f"app-{port}.log", force=True)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    shorten(folder / "clock")
    break_on_purpose(environment.get("WONINGSCAN_BROKEN_ON_PURPOSE", ""))
    serve(port, environment, limits)


class App(AppProcess):
    """An app whose visitors are faster than people. `stops` are the seconds that each stop took when it was asked."""

    target = staticmethod(serve_with_short_waits)

    def __init__(self, folder: Path, keys: KeyRing, *, broken: str = "", **settings: str) -> None:
        super().__init__(folder, keys, PLENTY, broken_on_purpose=broken, **settings)
        self.stops: list[float] = []

    def terminate(self) -> None:
        """Ask it to stop, and wait until it has."""
        asked = time.monotonic()
        self.end_politely()
        self.stops.append(time.monotonic() - asked)
