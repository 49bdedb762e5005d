"""The threat check as the app runs it: the rules and the model of the core, with the reader of whole sentences."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import cast

from bot.reader.reader import packaged_reader
from woningscan.reading.incoming import Incoming
from woningscan.reading.reading import Reading
from woningscan.reading.threat import Assessment, Reader, assess
from woningscan.reading.threat.relayed import assess_relayed

log = logging.getLogger("bot.threat_check")


def check(text: str) -> Assessment:
    """What the core makes of a text. A reader that fails is left out: the check itself must always answer."""
    return _with_reader(assess, text)


class PackagedReader:
    """The core's `Reader`, with the reader of whole sentences that comes with the app."""

    def own_words(self, piece: str) -> Assessment:
        return check(piece)

    def words_of_others(self, piece: str) -> Assessment:
        return _with_reader(assess_relayed, piece)


def read(incoming: Incoming) -> Reading:
    """What a message says, each piece of it read when it is first asked for."""
    return Reading(incoming, PackagedReader())


def _log_odds(text: str) -> Sequence[float]:
    return cast("Sequence[float]", packaged_reader().log_odds(text))


def _with_reader(judge: Callable[[str, Reader | None], Assessment], text: str) -> Assessment:
    try:
        return judge(text, _log_odds)
    except Exception as problem:
        log.error("threat check without its sentence reader: %s", type(problem).__name__)
        return judge(text, None)
