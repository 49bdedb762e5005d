"""What a channel is to the rest of the app. A new one is a folder that says it in its `__init__.py`, and wiring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Channel:
    """`name` is kept with every conversation. `overheard`: others can read along (decision D10). `live`: members of
    staff can chat there."""

    name: str
    overheard: bool = False
    live: bool = False


def overheard(channels: Iterable[Channel]) -> frozenset[str]:
    return frozenset(channel.name for channel in channels if channel.overheard)


def live(channels: Iterable[Channel]) -> frozenset[str]:
    return frozenset(channel.name for channel in channels if channel.live)
