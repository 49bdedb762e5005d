"""The checker of `make faults` finds nothing in a sound record, and each broken promise in one that is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tools.faults.checker import violations
from tools.faults.observations import Record, Seen
from tools.faults.stored import Aftermath, StoredCase, StoredTalk

REFERENCE, MAIL = "WS-ABCD-EFGHJ", "<1@example.org>"
CONFIRMED = f"Uw aanvraag is ontvangen. Uw referentie is {REFERENCE}. Bewaar die goed."
UNAVAILABLE = "Ik kan u nu even niet goed antwoorden. Is er gevaar? Bel 112."


def reply(id: str, said: str = "", *buttons: tuple[str, str]) -> dict[str, Any]:
    choices = [{"id": choice, "label": label} for choice, label in buttons]
    return {"id": id, "parts": [{"kind": "text", "text": said}], "choices": choices, "tools": []}


AUTO = reply("scan.ask.auto", "Hebt u een auto?", ("antwoord:auto=ja", "Ja"), ("antwoord:auto=nee", "Nee"))
LOCK = reply("scan.ask.slot", "Sluit u af?", ("antwoord:slot=ja", "Ja"), ("antwoord:slot=nee", "Nee"))


def message(id: str, *replies: dict[str, Any], status: int | None = 200, **sent: Any) -> Seen:
    return Seen("message", 0, id, status=status, replies=list(replies), **sent)


def record() -> Record:
    """Somebody who answers two questions, one after an outage, reports danger and asks for a visit."""
    return Record(
        [
            Seen("open", 0, status=503, body=UNAVAILABLE),
            Seen("open", 0, status=201, replies=[reply("opening")]),
            message("m1", AUTO, choice="start_scan"),
            message("m2", choice="antwoord:auto=nee", status=None),
            message("m2", reply("gate.unavailable", UNAVAILABLE), choice="antwoord:auto=nee"),
            message("m2", LOCK, choice="antwoord:auto=nee"),
            message("m2", LOCK, choice="antwoord:auto=nee"),
            message("m3", reply("scan.ask.next"), text="Ja"),
            message("m4", reply("threat.route.acuut", "Bel 112."), text="er is een inbreker", danger=True),
            message("m5", reply("booking.ask.naam"), choice="book_scan"),
            message("m6", reply("booking.ask.contact"), text="J. de Vries"),
            message("m7", reply("booking.review"), text="j@example.org"),
            message("m8", reply("booking.confirmed.woningscan", CONFIRMED), choice="veld:akkoord=ja"),
        ],
        {0: "token"},
    )


TALK = StoredTalk({"auto": "nee", "slot": "ja"}, frozenset(f"m{number}" for number in range(1, 9)))
CASE = StoredCase({"naam": "J. de Vries", "contact": "j@example.org"}, "new", {MAIL: "done"})
AFTER = Aftermath({0: TALK}, {REFERENCE: CASE}, [(MAIL, "Nieuwe aanvraag"), (MAIL, "Nieuwe aanvraag")])
Broken = Callable[[Record], Aftermath]


def promises(seen: Record, after: Aftermath) -> set[str]:
    return {one.promise for one in violations(seen, after)}


def test_a_sound_record_has_none() -> None:
    assert violations(record(), AFTER) == []


def stored(**changes: Any) -> Broken:
    return lambda seen: replace(AFTER, **changes)


def saw(*more: Seen, after: Aftermath = AFTER) -> Broken:
    def add(seen: Record) -> Aftermath:
        seen.seen += more
        return after

    return add


def talk(**answers: str) -> dict[int, StoredTalk]:
    return {0: replace(TALK, answers=answers)}


def case(**changes: Any) -> dict[str, StoredCase]:
    return {REFERENCE: replace(CASE, **changes)}


def said(words: str) -> Seen:
    return message("m9", reply("x", words), text="x")


BROKEN: dict[str, tuple[str, Broken]] = {
    "an answer that is not stored": ("an answer was lost", stored(talks=talk(auto="nee"))),
    "a typed answer under another value": ("an answer was lost", stored(talks=talk(auto="nee", slot="nee"))),
    "an answer of before an outage": ("an answer was lost", stored(talks=talk(slot="ja"))),
    "a conversation that is gone": ("a conversation was lost", stored(talks={})),
    "a conversation that is said to be gone": (
        "a conversation was lost",
        saw(message("m9", status=404, body="Dit gesprek is verlopen of gewist. Bel 112.", text="x")),
    ),
    "a reference without a row": ("an untrue sentence", stored(cases={}, mailbox=[])),
    "a request without a mail": ("a mail", stored(cases=case(mails={}), mailbox=[])),
    "a mail that never came": ("a mail", stored(mailbox=[])),
    "a copy with another Message-ID": ("a mail", stored(mailbox=[(MAIL, ""), ("<2@example.org>", "")])),
    "a request of nobody": ("a request of nobody", stored(cases={REFERENCE: CASE, "WS-ABCD-EFGHK": CASE})),
    "an address that was not typed": (
        "a request as it was not filled in",
        stored(cases=case(fields={"naam": "J. de Vries", "contact": "k@example.org"})),
    ),
    "another answer to the same message": ("answered twice", saw(message("m2", AUTO, choice="antwoord:auto=nee"))),
    "a danger without the number": (
        "nobody there",
        saw(message("m9", reply("scan.ask.auto"), text="er is een inbreker", danger=True)),
    ),
    "an error without the number": ("nobody there", saw(message("m9", status=502, body="bad gateway", text="x"))),
    "an error that nobody foresaw": ("nobody there", saw(message("m9", status=500, body=UNAVAILABLE, text="x"))),
    "nobody who answers": ("nobody there", saw(Seen("gave_up", 0, "m9", text="x"))),
    "said to be erased": ("an untrue sentence", saw(said("Uw gesprek en uw antwoorden zijn gewist."))),
    "erased by the API": ("an untrue sentence", saw(Seen("erase", 0, status=204))),
    "said to be withdrawn": ("an untrue sentence", saw(said(f"Uw aanvraag {REFERENCE} is ingetrokken."))),
    "said not to be handled": (
        "an untrue sentence",
        saw(
            message("m9", reply("gate.unavailable", "Wat u net stuurde, heb ik niet verwerkt. Bel 112."), text="x"),
            after=replace(AFTER, talks={0: replace(TALK, answered=TALK.answered | {"m9"})}),
        ),
    ),
    "said to be kept": (
        "an untrue sentence",
        saw(said("Uw antwoorden blijven bewaard."), after=replace(AFTER, talks={})),
    ),
}


@pytest.mark.parametrize(("promise", "broken"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_promise_is_found(promise: str, broken: Broken) -> None:
    seen = record()
    assert promise in promises(seen, broken(seen))


def test_an_erased_conversation_is_no_lost_one() -> None:
    seen = record()
    seen.seen.append(Seen("erase", 0, status=204))
    assert violations(seen, replace(AFTER, talks={})) == []


@pytest.mark.parametrize("talks", [{}, {0: TALK}], ids=["done", "not done"])
def test_an_erasure_that_nobody_said_was_done_may_be_either(talks: dict[int, StoredTalk]) -> None:
    seen = record()
    asked = reply("nav.confirm.erase", "Wilt u dit gesprek wissen?", ("affirm", "Ja"))
    kept = message("m11", reply("x", "Uw antwoorden blijven bewaard."), text="y")
    seen.seen += [kept, message("m9", asked, choice="erase_data")]
    seen.seen += [message("m10", choice="affirm", status=None)]
    assert violations(seen, replace(AFTER, talks=talks)) == []


def test_an_answer_that_nobody_said_was_taken_may_be_either() -> None:
    seen = record()
    seen.seen.append(message("m9", choice="antwoord:auto=ja", status=None))
    for value in ("ja", "nee"):
        assert violations(seen, replace(AFTER, talks=talk(auto=value, slot="ja"))) == []
    assert promises(seen, replace(AFTER, talks=talk(slot="ja"))) == {"an answer was lost"}
