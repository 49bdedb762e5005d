"""What is counted and timed in this process. Every label is one of a few words of the code: nothing that anybody typed,
no name, number or token can become one.

That somebody is in danger shows in none of them at the moment it happens: see `RoutesTaken`.
"""

from __future__ import annotations

import time
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from threading import Lock

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, disable_created_metrics
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

disable_created_metrics()  # type: ignore[no-untyped-call]  # a series of its own for each of them, which says only when the app started
REGISTRY = CollectorRegistry()
HELD_SECONDS = 3600.0
"""So long the routes that were taken are held back."""
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Kind(StrEnum):
    TEXT = "text"
    BUTTON = "button"


class Ended(StrEnum):
    """KEPT: answered and committed. BUSY: not read in time. NOT_KEPT: the database was away or too slow."""

    KEPT = "kept"
    BUSY = "busy"
    NOT_KEPT = "not_kept"
    UNKNOWN = "unknown_conversation"
    FAILED = "failed"


class Stage(StrEnum):
    """READING: until a text was read, waiting included. A text that was read before takes none."""

    READING = "reading"
    LOADING = "loading"
    GATE = "gate"
    ENGINE = "engine"
    COMMIT = "commit"


class Away(StrEnum):
    """REFUSED: its answer was none that an engine of ours gives."""

    AWAY = "away"
    REFUSED = "refused"


TURNS = Counter(
    "woningscan_turns", "Messages, by what came in and what became of it", ["kind", "outcome"], registry=None
)
TURN_SECONDS = Histogram(
    "woningscan_turn_seconds", "From a message to its answer", ["kind"], registry=None, buckets=_SECONDS
)
STAGE_SECONDS = Histogram("woningscan_stage_seconds", "One stage of a turn", ["stage"], registry=None, buckets=_SECONDS)
ENGINE_AWAY = Counter(
    "woningscan_engine_away", "Turns that the core took because the engine did not", ["reason"], registry=None
)
ENGINE_ENDED = Counter(
    "woningscan_engine_ended", "Times that the app's own engine ended and was started again", registry=None
)


class RoutesTaken(Collector):
    """How often each safety route was shown. Let out once an hour: a count that rises at a certain second would tell
    that the visitor of that second is in danger."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._held: Tally[str] = Tally()
        self._told: Tally[str] = Tally()
        self._since = clock()

    def note(self, route: str) -> None:
        with self._lock:
            self._held[route] += 1

    def collect(self) -> Iterator[CounterMetricFamily]:
        family = CounterMetricFamily(
            "woningscan_routes", "Safety routes that were shown, let out once an hour", labels=["route"]
        )
        with self._lock:
            if self._clock() - self._since >= HELD_SECONDS:
                self._told, self._held, self._since = self._told + self._held, Tally(), self._clock()
            for route, number in sorted(self._told.items()):
                family.add_metric([route], number)
        yield family


ROUTES = RoutesTaken()


class Measure:
    """What becomes of one message; KEPT unless it is said otherwise."""

    def __init__(self) -> None:
        self.ended = Ended.KEPT


@contextmanager
def measured(kind: Kind, unknown: type[Exception]) -> Iterator[Measure]:
    """Count and time one message; `unknown` is raised for one of no conversation."""
    measure, started = Measure(), time.perf_counter()
    try:
        yield measure
    except BaseException as error:
        measure.ended = Ended.UNKNOWN if isinstance(error, unknown) else Ended.FAILED
        raise
    finally:
        TURNS.labels(kind, measure.ended).inc()
        TURN_SECONDS.labels(kind).observe(time.perf_counter() - started)


def timed(stage: Stage) -> AbstractContextManager[object]:
    """Time one stage of a turn, also one that fails."""
    return STAGE_SECONDS.labels(stage).time()


def _begin() -> None:
    """Everything there can be counts from the start: a series that appears later hides its first step."""
    for collector in (TURNS, TURN_SECONDS, STAGE_SECONDS, ENGINE_AWAY, ENGINE_ENDED, ROUTES):
        REGISTRY.register(collector)
    ProcessCollector(registry=REGISTRY)
    for kind in Kind:
        TURN_SECONDS.labels(kind)
        for outcome in Ended:
            TURNS.labels(kind, outcome)
    for stage in Stage:
        STAGE_SECONDS.labels(stage)
    for reason in Away:
        ENGINE_AWAY.labels(reason)


_begin()
