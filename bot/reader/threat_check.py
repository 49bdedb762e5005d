"""The threat check as the app runs it: the rules and the model of the core, with the reader of whole sentences."""

from __future__ import annotations

import logging

from bot.reader import packaged_reader
from woningscan.reading.threat import Assessment, assess
from woningscan.reading.threat.relayed import assess_relayed

log = logging.getLogger("bot.threat_check")


def check(text: str) -> Assessment:
    """What the core makes of a text. A reader that fails is left out: the check itself must always answer."""
    try:
        return assess(text, packaged_reader().log_odds)
    except Exception as problem:
        log.error("threat check without its sentence reader: %s", type(problem).__name__)
        return assess(text)


def check_relayed(text: str) -> Assessment:
    """The same of a text that somebody else wrote and the official passes on."""
    try:
        return assess_relayed(text, packaged_reader().log_odds)
    except Exception as problem:
        log.error("threat check without its sentence reader: %s", type(problem).__name__)
        return assess_relayed(text)
