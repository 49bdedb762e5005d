"""Sentences that say something about what is kept, and how it is seen in what is stored whether they are true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.faults.observations import Record, Seen
from tools.faults.stored import Aftermath

_REFERENCE = re.compile(r"WS-[0-9A-Z]{4}-[0-9A-Z]{5}")
_ERASED = "Uw gesprek en uw antwoorden zijn gewist"
_WITHDRAWN = re.compile(r"Uw aanvraag (WS-[0-9A-Z]{4}-[0-9A-Z]{5}) is ingetrokken")
_ASKS = "nav.confirm.erase"
_NOT_HANDLED = "heb ik niet verwerkt"
_KEPT = ("is bewaard", "blijven bewaard", "heb ik bewaard")
_RECEIVED = re.compile(r"is ontvangen\. Uw referentie is (WS-[0-9A-Z]{4}-[0-9A-Z]{5})")

Untrue = Iterator[str]


def untrue(record: Record, after: Aftermath) -> Iterator[tuple[int, str]]:
    """The conversation and the claim, for each that is not true of what is stored."""
    for one in record.seen:
        for check in (_received, _erased, _withdrawn, _not_handled, _kept):
            for problem in check(one, record, after):
                yield one.conversation, problem


def references_in(one: Seen) -> set[str]:
    """The references that were given as received."""
    return set(_RECEIVED.findall(one.words))


def is_gone(one: Seen) -> bool:
    """Whether the visitor was told that the conversation is erased."""
    return _ERASED in one.words or (one.act == "erase" and one.status == 204)


def asked_to_erase(seen: list[Seen]) -> bool:
    """Whether the visitor asked for it, and may have been heard although no answer came."""
    asks = False
    for one in seen:
        if one.act == "erase" or (asks and one.choice == "affirm"):
            return True
        asks = _ASKS in one.ids if one.answered else asks
    return False


def _received(one: Seen, record: Record, after: Aftermath) -> Untrue:
    for reference in references_in(one):
        if reference not in after.cases:
            yield f"{reference} was shown as received and is not stored"


def _erased(one: Seen, record: Record, after: Aftermath) -> Untrue:
    if is_gone(one) and one.conversation in after.talks:
        yield "said to be erased and still stored"


def _withdrawn(one: Seen, record: Record, after: Aftermath) -> Untrue:
    for reference in _WITHDRAWN.findall(one.words):
        case = after.cases.get(reference)
        if case is None or case.status != "withdrawn":
            yield f"{reference} was said to be withdrawn and is {case.status if case else 'not stored'}"


def _not_handled(one: Seen, record: Record, after: Aftermath) -> Untrue:
    """Only where this was the one attempt: sent once more, the message may have been handled after all."""
    if _NOT_HANDLED not in one.words or one.conversation not in after.talks:
        return
    attempts = [other for other in record.of(one.conversation) if other.message_id == one.message_id]
    if len(attempts) == 1 and one.message_id in after.talks[one.conversation].answered:
        yield "said not to be handled and stored as answered"


def _kept(one: Seen, record: Record, after: Aftermath) -> Untrue:
    """Until the visitor has it erased; the answer to that may be lost."""
    seen = record.of(one.conversation)
    if not any(claim in one.words for claim in _KEPT) or any(map(is_gone, seen)) or asked_to_erase(seen):
        return
    talk = after.talks.get(one.conversation)
    if talk is None:
        yield "said to be kept and not stored"
    elif "geantwoord, is bewaard" in one.words and not talk.answers:
        yield "answers were said to be kept and there are none"
