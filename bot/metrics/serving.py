"""`/metrics` on an address of its own, so that no proxy can show it to visitors by mistake."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.registry import Collector

from bot.metrics.instruments import REGISTRY
from bot.settings import host_and_port

log = logging.getLogger("bot.metrics")


@contextmanager
def metrics_served(address: str, standing: Collector) -> Iterator[None]:
    """Serve what this process counts and what stands in its database at `host:port`; nowhere for an empty address.

    An address that cannot be had is told in the log and keeps nobody from being answered.
    """
    if not address:
        yield
        return
    shown = CollectorRegistry()
    shown.register(REGISTRY)
    shown.register(standing)
    host, port = host_and_port(address)
    try:
        server, thread = start_http_server(port, host, registry=shown)
    except OSError as error:
        log.error("metrics not served: %s", type(error).__name__)
        yield
        return
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
