"""An urgent request has a ladder of its own, by the clock, and is not forgotten once somebody claimed it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.jobs.alarms import alarms
from bot.settings import Settings, UnsafeSettings
from bot.store import Store
from bot.store.request import states
from bot.store.request.models import Request
from bot.store.request.visits import VisitDetails
from bot.turn.service import TurnService
from tests.support.request.escalation import FIRST, OFFICIAL, SECOND, THIRD, Post, state_of
from tests.support.request.requests import FIELDS
from tests.support.request.steps import submit
from tests.support.rows import changed

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
STAFF, COLLEAGUE = "a" * 32, "b" * 32
NEW, WAITS, TOO_LONG = "Spoed: nieuwe melding", "Spoed: melding wacht", "Spoed: melding wacht te lang"
TO_ALL = [(FIRST, TOO_LONG), (SECOND, TOO_LONG), (THIRD, TOO_LONG)]
TO_OFFICIAL = (OFFICIAL, "Over uw aanvraag")
Filed = Callable[..., str]


@pytest.fixture
def filed(store: Store) -> Filed:
    """Files a request in a conversation of its own, whose token is then in `tokens`."""

    def file(at: datetime, *, urgent: bool = True, contact: str = OFFICIAL) -> str:
        token = store.conversations.create("web", {}, [], [], at)
        effect = submit("terugbellen", **{**FIELDS, "contact": contact})
        effect.data["urgent"] = urgent
        (outcome,) = store.turns.commit_turn(
            store.conversations.load(token), state={}, offered=[], replies=[], effects=[effect], external_id="m", now=at
        )
        tokens[outcome.data["reference"]] = token
        return str(outcome.data["reference"])

    return file


tokens: dict[str, str] = {}


def codes(store: Store, now: datetime) -> list[str]:
    return [alarm.code for alarm in alarms(store, now) if alarm.code != "mail_wacht"]


@pytest.mark.parametrize("day", [24, 28])  # a Tuesday and a Saturday
@pytest.mark.parametrize("hour", [3, 11, 23])
def test_the_ladder_runs_by_the_clock(
    store: Store, post: Post, filed: Filed, now: datetime, day: int, hour: int
) -> None:
    night = now.replace(day=day, hour=hour, minute=7)
    reference = filed(night)
    told = [
        (4, 0, [(FIRST, NEW)]),
        (5, 1, [(SECOND, WAITS)]),
        (14, 1, []),
        (15, 2, TO_ALL),
        (29, 2, []),
        (30, 3, [TO_OFFICIAL]),
        (600, 3, []),
    ]
    for minutes, step, new in told:
        before = len(post.subjects())
        for _ in range(2):
            post.tick(night + minutes * MINUTE)
        assert state_of(store, reference).step == step
        assert sorted(post.subjects()[before:]) == sorted(new)
    assert "aanvraag_niet_opgepakt" in codes(store, night + HOUR)


def test_what_is_not_urgent_waits_for_office_time_as_before(
    store: Store, post: Post, filed: Filed, now: datetime
) -> None:
    saturday = now.replace(day=28)
    reference = filed(saturday, urgent=False)
    post.run(saturday, saturday + 30 * HOUR, 2 * HOUR)
    assert state_of(store, reference).step == 0
    assert post.subjects() == [(FIRST, "Nieuwe melding")]


def test_the_mail_says_spoed_and_leads_to_the_case(post: Post, filed: Filed, now: datetime) -> None:
    references = {True: filed(now), False: filed(now, urgent=False)}
    post.tick(now + 121 * MINUTE)
    assert len(post.received) == 12
    for message in post.received:
        if str(message["To"]) == OFFICIAL:
            assert "spoed" not in message.as_string().replace("zonder spoed", "").casefold()
            assert "/secretariaat" not in message.as_string(), "no way into the console"
            continue
        urgent = references[True] in str(message["Subject"])
        body = message.get_content()
        assert str(message["Subject"]).startswith("Spoed: ") is urgent
        assert body.startswith("Spoed. ") is urgent
        link = f"https://scan.example.org/secretariaat/aanvraag/{references[urgent]}"
        assert [line for line in body.splitlines() if "http" in line] == [link]
        assert not [value for value in FIELDS.values() if value in message.as_string()]


async def test_the_official_reads_what_is_true_at_any_hour(
    store: Store, post: Post, filed: Filed, turns: TurnService, now: datetime
) -> None:
    references = [filed(now), filed(now, urgent=False)]
    post.tick(now + 121 * MINUTE)
    for reference, urgent in zip(references, (True, False), strict=True):
        (notice,) = await turns.last_replies(tokens[reference])
        said = str(notice.to_dict())
        assert notice.id == "booking.not_picked_up" and reference in said
        assert ("dag en nacht" in said) is urgent
        assert ("0900-8844" in said) is urgent
        assert "112" in said and "030 751 67 99" in said


def test_claimed_and_then_nothing_is_told_again(store: Store, post: Post, filed: Filed, now: datetime) -> None:
    reference = filed(now)
    assert store.cases.claim(reference, STAFF, now + 3 * MINUTE) is None
    post.tick(now + 32 * MINUTE)
    assert post.subjects() == [(FIRST, NEW)]
    assert codes(store, now + 32 * MINUTE) == []
    for minutes in (33, 34, 300):
        post.tick(now + minutes * MINUTE)
        assert sorted(post.subjects()[1:]) == sorted(TO_ALL), "once"
        assert codes(store, now + minutes * MINUTE) == ["spoed_blijft_liggen"]
    assert "is opgepakt, maar daarna is er niets vastgelegd" in post.received[-1].get_content()
    assert TO_OFFICIAL not in post.subjects()
    case = store.cases.open(reference, STAFF, now)
    assert case is not None
    assert store.cases.close(reference, STAFF, states.Action.FINISH, case.version, now + 301 * MINUTE) is None
    assert codes(store, now + 302 * MINUTE) == []


@pytest.mark.parametrize("what", ["visit", "released", "withdrawn", "called_off"])
def test_what_was_recorded_stops_it_or_starts_it_anew(
    store: Store, post: Post, filed: Filed, now: datetime, what: str
) -> None:
    reference = filed(now)
    store.cases.claim(reference, STAFF, now)
    details = VisitDetails((now + timedelta(days=3)).date(), now.time(), adviser="x", place="op afspraak")
    at = now + 20 * MINUTE
    if what == "released":
        store.cases.release(reference, STAFF, at)
    elif what == "withdrawn":
        changed(store, Request, status="withdrawn")
    else:
        store.cases.arrange_visit(reference, STAFF, details, 1, at)
    if what == "called_off":
        store.cases.call_off_visit(reference, STAFF, 2, at)
    post.tick(now + 31 * MINUTE)
    assert "spoed_blijft_liggen" not in codes(store, now + 31 * MINUTE)
    post.tick(now + 51 * MINUTE)
    assert ("spoed_blijft_liggen" in codes(store, now + 51 * MINUTE)) is (what == "called_off")
    assert (state_of(store, reference).step == 3) is (what == "released"), "the ladder begins anew"


def test_a_reminder_that_became_untrue_is_not_sent(store: Store, post: Post, filed: Filed, now: datetime) -> None:
    reference = filed(now)
    store.cases.claim(reference, STAFF, now)
    post.tick(now)
    post.goes_down()
    post.tick(now + 31 * MINUTE)
    assert store.cases.release(reference, STAFF, now + 32 * MINUTE) is None
    assert store.cases.claim(reference, COLLEAGUE, now + 33 * MINUTE) is None
    post.comes_up()
    post.tick(now + 45 * MINUTE)
    assert post.subjects() == [(FIRST, NEW)]


def test_urgent_mail_goes_first_and_is_tried_often(store: Store, post: Post, filed: Filed, now: datetime) -> None:
    ordinary = [filed(now - HOUR, urgent=False) for _ in range(4)]
    urgent = filed(now)
    post.goes_down()
    post.run(now, now + 3 * HOUR, MINUTE)
    with store.database.reading() as session:
        waits = "SELECT max(due_at) FROM outbox WHERE request_id IN (SELECT id FROM request WHERE urgent)"
        latest = str(session.execute(text(waits)).scalar_one())
    assert datetime.fromisoformat(latest).replace(tzinfo=now.tzinfo) <= now + 3 * HOUR + 7 * MINUTE
    with store.database.writing() as session:
        session.execute(text("UPDATE outbox SET due_at = created_at"))
    post.comes_up()
    post.tick(now + 4 * HOUR)
    subjects = [str(message["Subject"]) for message in post.received]
    about = [urgent in subject for subject in subjects]
    assert about == sorted(about, reverse=True) and True in about
    assert {reference for reference in ordinary for subject in subjects if reference in subject} == set(ordinary)


@pytest.mark.parametrize(
    "wrong", [{"urgent_after": 0}, {"urgent_after": 16}, {"urgent_official_after": 1}, {"urgent_again_after": 0}]
)
def test_terms_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(UnsafeSettings, match="URGENT"):
        Settings.model_validate(wrong).refuse_unsafe()
