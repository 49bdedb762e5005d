"""Every queue and sweep with rows in it that nobody can read, and some that are as they should be between them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import httpx
from sqlalchemy import column, table, text

from bot.jobs.chat_watch import look_after_chats
from bot.jobs.webhook import notify
from bot.mail import MailComposer, deliver_due
from bot.mail.message import Others
from bot.store import Store, figures
from bot.store.request import escalation, requests
from bot.store.request.escalation.ladder import Ladder
from bot.store.request.models import Request
from bot.store.request.states import RequestKind
from bot.store.retention import sweep
from tests.support.mail_server import TEMPLATES
from tests.support.request.requests import FIELDS
from tests.support.rows import changed
from woningscan.content.model import Content
from woningscan.conversation.effects import OPEN_CHAT, Effect

FAR = timedelta(days=365 * 60)
Ways = Sequence[dict[str, Any]]


@dataclass
class Good:
    """What has to be escalated, mailed, answered and erased in time, whatever is beside it."""

    references: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    chats: list[int] = field(default_factory=list)


def fill(store: Store, now: datetime, good: int, bad: int) -> Good:
    """So many good ones and so many bad ones of each; a bad one comes before the good ones where there is an order."""
    made = Good(chats=[1000 + number for number in range(good)])
    for number in range(good):
        reference, closed = (_filed(store, now) for _ in range(2))
        made.references.append(reference)
        made.closed.append(closed)
        made.tokens.append(store.conversations.create("web", {}, [], [], now))
        if number < 20:  # so many may wait at once
            made.waiting.append(_waits_for_a_chat(store, now))
        store.telegram.put(number, now, chat_id=1000 + number, contents={"said": number}, in_order=True)
        store.telegram.queue.add(1000 + number, f"{number:064x}", ({"html": "x"},), now, urgent=False)
    changed(store, Request, Request.reference.in_(made.closed), status="finished")
    _spoil(store, now, bad)
    return made


class Work:
    """What the app does by itself, step by step, each with what has to be done after it."""

    def __init__(self, store: Store, ladder: Ladder, content: Content, good: Good, now: datetime) -> None:
        self.store, self.ladder, self.content, self.good, self.now = store, ladder, content, good, now

    @property
    def steps(self) -> tuple[Callable[[], None], ...]:
        return (self.escalate, self.mail, self.look_after, self.tell, self.take_in, self.send, self.count, self.erase)

    def escalate(self) -> None:
        escalation.escalate(self.store.database, self.store.vault, self.ladder, self.now + timedelta(minutes=121))
        wanted = "SELECT r.reference FROM request r JOIN escalation e ON e.request_id = r.id WHERE e.step = 3"
        assert set(self.good.references) <= self._words(wanted)

    def mail(self) -> None:
        """By the hundred, as the job does it: no round is wasted on mails that nobody can send."""
        transport, moment = Kept(), self.now + timedelta(minutes=122)
        others = Others(second="tweede@example.org", everyone=("allen@example.org",))
        composer = MailComposer(TEMPLATES, sender="zelfscan@example.org", recipient="a@example.org", others=others)
        sent = 100
        while sent == 100:
            sent = deliver_due(self.store.database, transport, moment, composer=composer).sent
        told = " ".join(str(message["Subject"]) for message in transport.messages)
        assert [reference for reference in self.good.references if reference not in told] == []

    def look_after(self) -> None:
        later = self.now + timedelta(minutes=3)
        look_after_chats(self.store, self.content, later)
        free = self._words("SELECT id FROM conversation WHERE owner = 'bot'")
        assert set(self.good.waiting) <= free
        _waits_for_a_chat(self.store, later)  # there is room again

    def tell(self) -> None:
        heard: list[str] = []

        def answer(request: httpx.Request) -> httpx.Response:
            heard.append(json.loads(request.content)["alarm"])
            return httpx.Response(204)

        notify(self.store, "https://alarm.example.org/", self.now + timedelta(hours=3), httpx.MockTransport(answer))
        assert {"aanvraag_onleesbaar", "gesprek_onleesbaar", "aanvraag_niet_opgepakt"} <= set(heard)

    def take_in(self) -> None:
        said: set[int] = set()
        while claimed := self.store.telegram.claim(self.now, timedelta(minutes=1), 10):
            said |= {update.contents["said"] for update in claimed}
        assert said == set(range(len(self.good.chats)))

    def send(self) -> None:
        chats: set[int] = set()
        while claimed := self.store.telegram.queue.claim(self.now, timedelta(minutes=1), 10):
            chats |= {message.chat_id for message in claimed}
        assert chats == set(self.good.chats)

    def count(self) -> None:
        assert figures.read(self.store.database)[figures.week_of(self.now)]["gesprek"] >= len(self.good.tokens)

    def erase(self) -> None:
        sweep(self.store.database, self.now + timedelta(days=31))
        self.store.telegram.sweep(self.now + timedelta(days=31))
        assert [token for token in self.good.tokens if self.store.conversations.load(token)] == []
        assert [one for one in self.good.closed if getattr(self.store.requests.find(one), "fields", "gone")] == []

    def _words(self, statement: str) -> set[str]:
        with self.store.database.reading() as session:
            return set(session.scalars(text(statement)))


class Kept:
    """A mail server that takes everything."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []

    def send(self, message: EmailMessage) -> None:
        self.messages.append(message)


def _filed(store: Store, now: datetime) -> str:
    with store.database.writing() as session:
        return requests.submit(session, store.vault, RequestKind.CALL_BACK, FIELDS, "example.org", now)


def _waits_for_a_chat(store: Store, now: datetime) -> str:
    stored = store.conversations.load(store.conversations.create("web", {}, [], [], now))
    assert stored is not None
    opens = Effect(OPEN_CHAT, {"share": False, "urgent": False})
    store.turns.commit_turn(stored, state={}, offered=[], replies=[], effects=[opens], external_id="m", now=now)
    return stored.id


def _spoil(store: Store, now: datetime, number: int) -> None:
    sqlite = store.database.is_sqlite
    far, before = (_moment(store, now + FAR), _moment(store, now - timedelta(hours=1)))
    no_moment: Ways = [{"created_at": "gisteren"}] if sqlite else []  # only SQLite lets such a value in
    ids: dict[str, Callable[[int], Any]] = {"id": lambda n: f"{n:032x}"}
    keyless: dict[str, Callable[[int], Any]] = {**ids, "data_key_id": lambda n: f"{n:032x}"}
    hashed: dict[str, Callable[[int], Any]] = {"token_hash": lambda n: f"{n:064x}"}
    _copies(store, "data_key", number, ids, [{"wrapped": b"x"}, {"wrapped": b"\x01\x02k9" + bytes(60)}])
    _copies(
        store,
        "request",
        number,
        {**keyless, "reference": lambda n: f"WS-{n:09d}"},
        [{"fields": b"x"}, {"kind": "anders"}, {"created_at": far}, {"owner_id": "wie"}, {"fields": b""}, *no_moment],
        "status = 'new'",
    )
    _copies(
        store,
        "outbox",
        number,
        {
            **ids,
            "message_id": str,
            "round": lambda n: n + 2,
            "request_id": lambda n: f"{n:032x}",
            "due_at": _just(before),
        },
        [{}, {"kind": "anders"}, {"due_at": far}, {"lease_until": far}, *no_moment],
    )
    _copies(
        store,
        "conversation",
        number,
        {**keyless, **hashed},
        [{"state": b"x"}, {"owner": "anders"}, {"updated_at": far}, {"channel": "x"}, *no_moment],
        "owner = 'person'",
    )
    _copies(
        store,
        "live_chat",
        number,
        {**ids, "reference": lambda n: f"CH-{n:09d}", "conversation_id": lambda n: f"{n:032x}"},
        [{"danger": b"x"}, {"ended_by": "anders"}, {"waiting_since": far}, {"last_seq": 7}],
    )
    own = {"update_hash": lambda n: f"{n:064x}", "position": lambda n: -n, "data_key_id": lambda n: f"{n:032x}"}
    _copies(
        store,
        "telegram_update",
        number,
        {**own, "urgent": lambda n: n % 2 == 0, "due_at": _just(before)},
        [{"contents": b"x"}, {"chat_hash": "f" * 64}, {"lease_until": far}, {"due_at": far}, {"contents": None}],
    )
    _copies(
        store,
        "telegram_outgoing",
        number,
        {**ids, "position": lambda n: -n, "chat_hash": lambda n: f"{n % 50:064x}", "due_at": _just(before)},
        [{"contents": b"x"}, {"urgent": True}, {"lease_until": far}, {"due_at": far}],
    )
    _copies(store, "figure", number, {"name": str}, [{"week": "2026-W99"}, {"week": "nooit"}, {"count": -(2**31)}])


def _copies(
    store: Store, name: str, number: int, own: dict[str, Callable[[int], Any]], ways: Ways, where: str = "1 = 1"
) -> None:
    """Copies of a row as it should be, each with its own key and spoiled in one of the ways."""
    with store.database.writing() as session:
        row = dict(session.execute(text(f"SELECT * FROM {name} WHERE {where} LIMIT 1")).mappings().one())
        rows = [
            {**row, **{key: make(n) for key, make in own.items()}, **ways[n % len(ways)]} for n in range(1, number + 1)
        ]
        session.execute(table(name, *map(column, row)).insert(), rows)


def _moment(store: Store, moment: datetime) -> Any:
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f") if store.database.is_sqlite else moment


def _just(value: Any) -> Callable[[int], Any]:
    return lambda _: value
