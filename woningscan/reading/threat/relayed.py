"""A text that somebody else wrote and the official passes on: read as said *to* the official.

The detector was made for what officials say themselves ("hij maakt me af"). What is passed on says it the other way
round ("ik maak je af"), so it is read in three wordings: as it stands, turned round, and inside words that report it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from . import LogOdds, assess
from .assessment import NOTHING, Action, Assessment, Level
from .combine import is_foreign, joined, vector_of
from .statistical import Model, Opinion, packaged_model
from .weigh import Reading, Weighed, read_signals

REPORTED = 'ik kreeg dit bericht: "{text}"'
"""Words that report a text. The statistics hear a danger in these words alone, so they never decide by themselves."""

_TURNED = {
    **{"ik": "hij", "wij": "zij", "i": "he"},
    **{"je": "mij", "jij": "ik", "jou": "mij", "jouw": "mijn", "u": "mij", "uw": "mijn", "jullie": "ons"},
    **{"you": "me", "your": "my"},
}
_FAMILIAR = {"jij": "je", "gij": "je", "ge": "je", "jou": "je", "jouw": "je", "u": "je", "uw": "je"}
_THREATENING = frozenset(
    "geweld hint bedreigd symbool explosief schot wapen brand aanval volgen daad doxing politie".split()
)
"""Kinds of signal that are a threat whoever says it; what is only about the moment ("hij is er") needs the whole."""

DOUBT_AT = -0.4
"""Mean log-odds of danger in the three wordings from which a text in which no rule sees anything is a doubt."""

CALM_AT = -2.2
"""The same, below which signals that are all weak ("waarschuwing: code geel") are no doubt."""

FAMILIAR_AT = -1.2
"""The same, above which a weak signal counts that is only there with "je" for "u" ("dank voor uw tijd")."""

FEW_WORDS, SHORT = 3, 5
"""Words up to which the statistics say too little, and up to which they do not overrule a signal ("pas maar op")."""

_REPORTS = re.compile(
    r"\b(?:app(?:je|jes|s)?|whatsapp\w*|\w*bericht\w*|sms\w*|\w*mail\w*|\w*brief\w*|\w*kaart\w*|dm|voicemail|reactie|tweet"
    r"|tekst|schreef|schrijft|zei|stond|stuurde|stuurt)\b[^:\n]{0,30}:\s+(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)

_severity = attrgetter("severity")
_WORD = re.compile(r"[^\W\d_]+")


def assess_relayed(text: str, reader: LogOdds | None = None) -> Assessment:
    """Judge a text that somebody else wrote: any sign of a threat is a doubt at the least. Raises what `reader` raises.

    What no rule sees is asked about where both ways of telling it are a danger, or where the mean is high.
    """
    wordings = (text, turned_round(text), REPORTED.format(text=text))
    own, turned = assess(text, reader), assess(wordings[1], reader)
    heavier = max(own, turned, key=_severity)
    readings = [read_signals(one) for one in wordings]
    mean = _mean_danger(wordings, readings, reader)
    signals = _doubts(readings, mean)
    familiar = _threatening(read_signals(_with(_FAMILIAR, text)).signals)
    signals += [one for one in familiar if one.sure or (mean is not None and mean > FAMILIAR_AT)]
    if signals:
        return _at_least_a_doubt(heavier, signals)
    if any(one.level >= Level.CONCREET for one in readings[0].signals) or mean is None:
        return heavier
    routed = min(own, turned, key=_severity).action in (Action.ROUTE_CONCREET, Action.ROUTE_ACUUT)
    if routed and heavier.certain:
        return heavier
    if routed or mean > DOUBT_AT:
        return Assessment(Level.CONCREET, Action.CONTROLEVRAAG, (*heavier.reasons, "stat:doorgegeven"))
    return own if own.action is Action.STEUN else NOTHING


def words_passed_on(text: str) -> str:
    """What somebody else wrote or said, where the official reports it without quotation marks ("ik krijg net een appje:
    tot zo"); "" where nothing is."""
    reported = _REPORTS.search(text)
    return reported["words"] if reported else ""


def _doubts(readings: Sequence[Reading], mean: float | None) -> list[Weighed]:
    """The signals of a threat in the text itself, and the certain ones of its other wordings."""
    own = _threatening(readings[0].signals)
    certain = [one for reading in readings for one in _threatening(reading.signals) if one.sure]
    long = len(readings[0].message.tokens) > SHORT
    calm = not certain and long and mean is not None and mean <= CALM_AT
    return [] if calm else [*own, *certain]


def turned_round(text: str) -> str:
    """The text as the one to whom it was said would tell it: "ik maak je af" becomes "hij maak mij af"."""
    return _with(_TURNED, text)


def _with(words: Mapping[str, str], text: str) -> str:
    return _WORD.sub(lambda found: words.get(found.group().lower(), found.group()), text)


def _threatening(signals: Iterable[Weighed]) -> list[Weighed]:
    return [one for one in signals if one.level >= Level.CONCREET and one.cue.rule.kind in _THREATENING]


def _at_least_a_doubt(found: Assessment, signals: list[Weighed]) -> Assessment:
    if found.severity >= Assessment(Level.CONCREET, Action.CONTROLEVRAAG, ()).severity:
        return found
    reasons = dict.fromkeys((*found.reasons, *(reason for one in signals for reason in one.reasons)))
    level = max(one.level for one in signals)
    return Assessment(level, Action.CONTROLEVRAAG, tuple(reasons), certain=True)


def _mean_danger(wordings: Sequence[str], readings: Sequence[Reading], reader: LogOdds | None) -> float | None:
    """The mean log-odds of danger in these wordings; None where the statistics say nothing of the text."""
    model = packaged_model()
    few = len(readings[0].message.tokens) <= FEW_WORDS and not readings[0].signals
    if model is None or few or is_foreign(readings[0], model):
        return None
    found = [_danger(model, reading, text, reader) for text, reading in zip(wordings, readings, strict=True)]
    return sum(found) / len(found)


def _danger(model: Model, reading: Reading, text: str, reader: LogOdds | None) -> float:
    scores = model.log_odds(vector_of(reading))
    danger = Opinion.from_log_odds(joined(scores, reader(text)) if reader else scores).danger
    kept = min(max(danger, 1e-6), 1 - 1e-6)
    return math.log(kept / (1 - kept))
