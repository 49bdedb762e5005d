"""The one way in which tests wait: for a condition, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import httpx

GENEROUS = 300.0
"""Seconds: far longer than it ever takes, so that a busy machine makes a test slow and not red."""

T = TypeVar("T")


def eventually(condition: Callable[[], T], within: float = GENEROUS, every: float = 0.02) -> T:
    """What `condition` gives as soon as that is true. Fails when it has not come within so many seconds."""
    end = time.monotonic() + within
    while True:
        found = condition()
        if found:
            return found
        assert time.monotonic() < end, f"it did not come within {within:.0f} s: {condition}"
        time.sleep(every)


def until_ready(url: str) -> None:
    """Waits until the app at `url` says that it can be used; a busy machine may take long for every answer."""
    eventually(lambda: httpx.get(f"{url}/gereed", timeout=GENEROUS).status_code == 200)
