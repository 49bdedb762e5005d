"""What work costs, in processor time: other work on the machine is not what is measured."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping


def least_seconds(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time in seconds that `work` took in `times` runs: a busy neighbour changes it least."""
    return least_of_each({"": work}, times)[""]


def least_of_each(works: Mapping[str, Callable[[], object]], times: int = 3) -> dict[str, float]:
    """The same of several, in turns, so that a busy neighbour meets all alike; for comparing them with each other."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(times):
        for name, work in works.items():
            begun = time.process_time()
            work()
            spent[name].append(time.process_time() - begun)
    return {name: min(seconds) for name, seconds in spent.items()}
