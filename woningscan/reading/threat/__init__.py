"""Threat detector for free text: ``assess(text)`` gives a level, an action and the reasons. Pure and deterministic."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .assessment import NOTHING, Action, Assessment, Level
from .combine import decide, is_bare_answer, is_calm, is_foreign, joined, vector_of
from .situation.despair import in_other_words
from .situation.protection import without_protection
from .situation.rules import CARE, POLICE, in_this_situation, without_now_of_a_case
from .statistical import Model, Opinion, packaged_model
from .weigh import Reading, read_signals

__all__ = ["CALM", "NOTHING", "Action", "Assessment", "Level", "LogOdds", "assess"]

LogOdds = Callable[[str], Sequence[float]]
"""Another opinion on a text: log-odds of `geen`, `diffuus`, `concreet` and `acuut`."""


# The word alone, as the assistant itself invites people to type it: what is meant, the check question settles.
BARE_MENTIONS = frozenset({"dreiging", "bedreiging", "bedreigingen", "gevaar", "threat", "report threat", "danger"})
# So few words ("dinsdag", "een beetje") say too little for the statistics alone, unless they are this sure.
FEW_WORDS, SURE_OF_FEW, SURE_OF_ONE = 3, 0.7, 0.95
# Words that name no person, no place and nothing but this chat: the statistics find what usually stands behind them
# ("en nu").
SMALL_WORDS = frozenset(
    "en nu dan of wat hoe zo ja nee oke ok goed nou ook nog al wel niet maar toch even dus eigenlijk gewoon weer"
    " straks later ik je jij u we wij het dat dit is ben bent zijn was waren heb hebben moet moeten kan kunnen wil"
    " doe doen verder niemand thuis vandaag hoor eens alles alleen om te er verstuurd verzonden gelukt klaar scan"
    " zelfscan plan vraag vragen aanvraag rapport advies tip tips antwoord antwoorden".split()
)
SOMEBODY = frozenset("hij zij ze die iemand".split())
CALM = 0.2
"""Chance of nothing at all, by a reader of sentences, above which neither the model of words nor that reader's own
opinion on the kind makes despair of it: of the rows of ``dev`` in which somebody despairs and no words are certain 2 of
27 were above it, of the harmless ones that were taken for despair 52 of 74."""
_WORDS = re.compile(r"[^\W_]+")


def assess(text: str, reader: LogOdds | None = None) -> Assessment:
    """Judge one message. Any string is accepted; raises only what ``reader`` raises.

    ``reader`` is asked beside the model that comes with the package: whoever has one that reads whole sentences passes
    it. Rules that are certain are above both, and so is what is certain about the writer (``situations``).
    """
    rest = without_protection(text)
    if rest is not None:
        return _known_to_police(assess(rest, reader))
    text = in_other_words(without_now_of_a_case(text))
    reading = read_signals(text)
    if not reading.message.tokens or is_bare_answer(reading):
        return NOTHING
    model = packaged_model()
    return in_this_situation(text, _assessed(text, reading, model, reader), _despair(text, reading, model, reader))


def _despair(text: str, reading: Reading, model: Model | None, reader: LogOdds | None) -> float:
    """Chance that the writer cannot go on, by the model of words; none where a reader of sentences sees calm."""
    if model is None or (reader is not None and Opinion.from_log_odds(reader(text)).geen > CALM):
        return 0.0
    return model.despair_chance(vector_of(reading))


def _assessed(text: str, reading: Reading, model: Model | None, reader: LogOdds | None) -> Assessment:
    if " ".join(_WORDS.findall(text.casefold())) in BARE_MENTIONS:
        return Assessment(Level.CONCREET, Action.CONTROLEVRAAG, ("cue:kale_melding",))
    live = [signal for signal in reading.signals if signal.level > Level.GEEN]
    named = tuple(dict.fromkeys(signal.danger for signal in live if signal.danger))
    return replace(_judged(text, reading, model, reader), certain=any(signal.sure for signal in live), named=named)


def _known_to_police(rest: Assessment) -> Assessment:
    """Somebody who is guarded already, unless what else was said is worse."""
    if rest.action is Action.ROUTE_ACUUT or rest.topic == CARE:
        return rest
    return Assessment(Level.CONCREET, Action.ROUTE_CONCREET, (*rest.reasons, "cue:bewaakt"), POLICE, certain=True)


def _judged(text: str, reading: Reading, model: Model | None, reader: LogOdds | None) -> Assessment:
    if model is None or (is_foreign(reading, model) and reader is None):
        return decide(reading.signals, None)
    opinion = _opinion(text, reading, model, reader)
    words = {token.text for token in reading.message.tokens}
    if not reading.signals and words <= SMALL_WORDS | SOMEBODY:
        return _said_too_little(opinion) if words & SOMEBODY else NOTHING
    one = len([word for word in words if word.isalpha()]) <= 1
    few = len(words) <= FEW_WORDS and not reading.signals
    if few and opinion.danger < (SURE_OF_ONE if one else SURE_OF_FEW):
        return NOTHING
    return decide(reading.signals, opinion, is_calm(reading))


def _said_too_little(opinion: Opinion) -> Assessment:
    """ "Hij is nu thuis" is a danger after one story and none after another: it is asked, and never more."""
    if opinion.danger < SURE_OF_FEW:
        return NOTHING
    return Assessment(Level.CONCREET, Action.CONTROLEVRAAG, (f"stat:gevaar={opinion.danger:.2f}",))


def _opinion(text: str, reading: Reading, model: Model, reader: LogOdds | None) -> Opinion:
    """The two models as one; in a language that the model of words does not know, the reader alone."""
    scores = model.log_odds(vector_of(reading))
    if reader is None:
        return Opinion.from_log_odds(scores)
    together = reader(text) if is_foreign(reading, model) else joined(scores, reader(text))
    return Opinion.from_log_odds(together, reads=True)
