"""What stands in the database, and whether the parts of the app work: looked up when it is asked for.

A database that is away leaves its counts out and says so (`woningscan_database_up`): an old count is never shown.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from threading import Lock

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.store import Alarm, Store, StoreError, counts

log = logging.getLogger("bot.metrics")
Numbers = Iterable[tuple[tuple[str, ...], float]]


class Standing(Collector):
    """`alarms` are those that are on, `readiness` says which parts work; both may raise StoreError or take a while."""

    def __init__(
        self,
        store: Store,
        alarms: Callable[[], list[Alarm]],
        readiness: Callable[[], Mapping[str, bool]],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._alarms = alarms
        self._readiness = readiness
        self._now = now
        self._one_at_a_time = Lock()

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Never raises: what fails is left out, and said by the class of its error in the log."""
        with self._one_at_a_time:
            yield from self._looked_up(self._parts)
            found = list(self._looked_up(self._stored))
            yield _family("woningscan_database_up", "Whether the database answers", (), [((), bool(found))])
            yield from found

    def describe(self) -> list[GaugeMetricFamily]:
        return []  # so that nothing is looked up when the app starts

    @staticmethod
    def _looked_up(part: Callable[[], Iterable[GaugeMetricFamily]]) -> Iterable[GaugeMetricFamily]:
        try:
            return list(part())
        except (StoreError, TimeoutError):
            return []
        except Exception as error:  # one value that is none must not hide everything else
            log.error("not counted: %s", type(error).__name__)
            return []

    def _parts(self) -> Iterator[GaugeMetricFamily]:
        ready = self._readiness()
        numbers = [((part,), works) for part, works in ready.items()]
        yield _family("woningscan_ready", "Which parts work, as /gereed says", ("part",), numbers)

    def _stored(self) -> Iterator[GaugeMetricFamily]:
        now, found = self._now(), counts.read(self._store.database)
        lengths = [
            ((name, status), number)
            for name, queue in found.queues.items()
            for status, number in (("waiting", queue.waiting), ("failed", queue.failed))
        ]
        ages = [
            ((name,), max(0.0, (now - queue.oldest).total_seconds()) if queue.oldest else 0.0)
            for name, queue in found.queues.items()
        ]
        yield _family("woningscan_queue_rows", "Rows in a queue", ("queue", "status"), lengths)
        yield _family("woningscan_queue_oldest_seconds", "Age of the first that waits", ("queue",), ages)
        chats = [((state.value,), number) for state, number in found.chats.items()]
        yield _family("woningscan_chats", "Open chats with a member of staff", ("state",), chats)
        aside = [((table,), number) for table, number in found.set_aside.items()]
        yield _family("woningscan_rows_set_aside", "Rows that could not be read", ("table",), aside)
        wrong = [((), found.wrong_rows)]
        yield _family("woningscan_rows_wrong", "Rows that are not as the app wrote them", (), wrong)
        jobs = [((job,), at.timestamp()) for job, at in found.jobs.items()]
        yield _family("woningscan_task_success_timestamp_seconds", "When a job last succeeded", ("task",), jobs)
        alarms = [((alarm.code,), 1) for alarm in self._alarms()]
        yield _family("woningscan_alarm", "Alarms that are on, by their code", ("code",), alarms)


def _family(name: str, help: str, labels: tuple[str, ...], numbers: Numbers) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, help, labels=labels)
    for values, number in numbers:
        family.add_metric(values, float(number))
    return family
