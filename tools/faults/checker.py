"""Judges a run by what visitors saw and what is left of it. Knows nothing of how the product decides."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tools.faults.claims import asked_to_erase, references_in, untrue
from tools.faults.observations import Record, Seen
from tools.faults.stored import Aftermath

ALARM_NUMBER = "112"
_ANSWER, _AGREED = "antwoord:", "veld:akkoord=ja"
_PUT_ASIDE = ("threat.check",)
"""Answers that ask something else first, so that what was sent is no answer yet."""


@dataclass(frozen=True)
class Violation:
    """A promise that was broken, and in which conversation; -1 where it is of none."""

    promise: str
    conversation: int
    what: str


def violations(record: Record, after: Aftermath) -> list[Violation]:
    """Everything that is wrong."""
    found = [Violation("an untrue sentence", *one) for one in untrue(record, after)]
    for number in record.tokens:
        seen = record.of(number)
        found += [Violation("an answer was lost", number, what) for what in _lost_answers(seen, number, after)]
        found += [Violation("answered twice", number, what) for what in _answered_twice(seen)]
        found += [Violation("a request as it was not filled in", number, what) for what in _wrong_requests(seen, after)]
        found += [Violation("nobody there", number, what) for what in _nobody_there(seen)]
        if record.tokens[number] and not asked_to_erase(seen):
            found += [Violation("a conversation was lost", number, what) for what in _lost(seen, number, after)]
    found += [Violation("a mail", -1, what) for what in _wrong_mails(after)]
    found += [Violation("a request of nobody", -1, what) for what in _requests_of_nobody(record, after)]
    return found


def _lost(seen: list[Seen], number: int, after: Aftermath) -> Iterator[str]:
    """Nobody asked to erase it."""
    if number not in after.talks:
        yield "it was opened, not erased, and is not stored"
    if any(one.status == 404 for one in seen):
        yield "it was opened, not erased, and was said to be gone"


def _lost_answers(seen: list[Seen], number: int, after: Aftermath) -> Iterator[str]:
    """The last answer that was taken to each question is the one that is stored.

    One that nobody said was taken may be stored or not, so after that either is right.
    """
    talk = after.talks.get(number)
    if talk is None:
        return
    allowed: dict[str, set[str]] = {}
    for question, value, taken in _given(seen):
        allowed[question] = {value} if taken else allowed.get(question, {""}) | {value}
    for question, values in allowed.items():
        if talk.answers.get(question, "") not in values:
            yield f"{question}: {sorted(values)} was taken and {talk.answers.get(question)!r} is stored"


def _given(seen: list[Seen]) -> Iterator[tuple[str, str, bool]]:
    """Each answer by a button, or by what stands on it: the question, the value, and whether it was taken."""
    offered: dict[str, str] = {}
    taken_already: set[str] = set()
    for one in seen:
        if one.act == "message" and one.message_id not in taken_already:
            chosen = one.choice if one.choice is not None else offered.get((one.text or "").casefold())
            if chosen is not None and chosen.startswith(_ANSWER):
                question, _, value = chosen.removeprefix(_ANSWER).partition("=")
                yield question, value, one.answered and not _refused(one)
        if one.answered or (one.act == "open" and one.replies):
            if one.message_id not in taken_already:
                offered = _labels(one)
            taken_already.add(one.message_id)


def _refused(one: Seen) -> bool:
    return any(said.startswith("gate.") or said in _PUT_ASIDE for said in one.ids)


def _labels(one: Seen) -> dict[str, str]:
    """What stands on the buttons of the last message: the button by its label."""
    return {str(choice["label"]).casefold(): str(choice["id"]) for choice in one.replies[-1]["choices"]}


def _answered_twice(seen: list[Seen]) -> Iterator[str]:
    """One message has one answer. The numbers that come first, while a turn is slow, are part of it."""
    answers: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        if one.act == "message" and one.answered and not one.danger:
            answers[one.message_id].add(json.dumps(one.replies, sort_keys=True, ensure_ascii=False))
    for message_id, different in answers.items():
        if len(different) > 1:
            ids = [[reply["id"] for reply in json.loads(one)] for one in different]
            yield f"{message_id} has {len(different)} answers: {ids}"


def _wrong_requests(seen: list[Seen], after: Aftermath) -> Iterator[str]:
    """What was typed under a field stands in that field of the request that was confirmed; each once."""
    typed: dict[str, str] = {}
    shown: set[str] = set()
    asked = ""
    for one in seen:
        if not one.answered:
            continue
        if asked.startswith("booking.ask.") and one.text and one.ids[-1] != asked:
            typed[asked.removeprefix("booking.ask.")] = one.text
        asked = one.ids[-1]
        for reference in references_in(one):
            shown.add(reference)
            fields = after.cases[reference].fields if reference in after.cases else typed
            for name in ("naam", "contact"):
                if fields and fields.get(name) != typed.get(name):
                    yield f"{reference}: {name} is {fields.get(name)!r}, typed was {typed.get(name)!r}"
    agreed = {one.message_id for one in seen if one.choice == _AGREED}
    if len(shown) > len(agreed):
        yield f"{len(shown)} requests of {len(agreed)} times that was agreed"


def _nobody_there(seen: list[Seen]) -> Iterator[str]:
    for one in seen:
        if one.act == "gave_up":
            yield f"no answer at all to {one.text or one.choice or 'a wish to begin or erase'}"
        elif one.status == 500:
            yield f"an error that nobody foresaw, at {one.text or one.choice or one.act}"
        elif one.status is not None and one.status >= 400 and ALARM_NUMBER not in one.words:
            yield f"status {one.status} without the number to call: {one.words[:80]}"
        elif one.danger and one.status is not None and ALARM_NUMBER not in one.words:
            yield f"danger was answered without the number to call: {one.ids}"


def _wrong_mails(after: Aftermath) -> Iterator[str]:
    """Each request reached the mailbox, and each of its mails under one Message-ID, however often it came."""
    delivered = Counter(message_id for message_id, _ in after.mailbox)
    known = {message_id for case in after.cases.values() for message_id in case.mails}
    for reference, case in after.cases.items():
        if not case.mails:
            yield f"{reference} has no mail"
        for message_id, status in case.mails.items():
            if not delivered[message_id]:
                yield f"{reference}: its mail is {status} and was never delivered"
    for message_id in delivered.keys() - known:
        yield f"{message_id} was delivered and is the mail of no request"


def _requests_of_nobody(record: Record, after: Aftermath) -> Iterator[str]:
    """A stored request is one that somebody agreed to: at most one for each time, with the address that was typed."""
    addresses = Counter(case.fields.get("contact", "") for case in after.cases.values() if case.fields)
    typed = {one.text for one in record.seen if one.text}
    for address, number in addresses.items():
        if address not in typed:
            yield f"a request with {address!r}, which nobody typed"
        elif number > 1:
            yield f"{number} requests with {address!r}, which was asked for once"
