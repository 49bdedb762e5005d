"""A request of an official, the mail that tells of it, and a clock that the tests turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.mail import Counts, MailComposer, SmtpTransport, deliver_due
from bot.making import make_composer, make_ladder
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.store.request import escalation
from bot.store.request.escalation.ladder import Ladder
from bot.turn.service import TurnService
from tests.support.mail_server import MailServer
from tests.support.request.steps import submit
from woningscan.content import load_content
from woningscan.content.model import Content

FIRST, SECOND, THIRD = "een@example.org", "twee@example.org", "drie@example.org"
OFFICIAL = "ambtsdrager@example.org"


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(ROOT / "content")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    addresses = {"mail_to": FIRST, "mail_second": SECOND, "mail_all": f"{THIRD}, {FIRST}"}
    return Settings(data_dir=tmp_path, public_url="https://scan.example.org", **addresses)


@pytest.fixture
def ladder(settings: Settings) -> Ladder:
    return make_ladder(settings)


@pytest.fixture
def composer(settings: Settings, store: Store, content: Content) -> MailComposer:
    return make_composer(settings, store, content)


@pytest.fixture
def turns(content: Content, store: Store, now: datetime) -> TurnService:
    """Without an engine: what the gate answers by itself is enough here."""
    return TurnService(content, store, None, now=lambda: now, public_url="https://scan.example.org", overheard=())


@dataclass(frozen=True)
class Made:
    token: str
    reference: str


@pytest.fixture
def request_made(store: Store, now: datetime) -> Callable[..., Made]:
    """Someone makes a request in a conversation of their own."""

    def make(at: datetime = now, contact: str = OFFICIAL, kind: str = "woningscan") -> Made:
        token = store.conversations.create("web", {}, [], [], at)
        effect = submit(kind, naam="Jo Voorbeeld", functie="raadslid", contact=contact)
        (outcome,) = store.turns.commit_turn(
            store.conversations.load(token),
            state={},
            offered=[],
            replies=[],
            effects=[effect],
            external_id="m1",
            now=at,
        )
        return Made(token, outcome.data["reference"])

    return make


class Post(MailServer):
    """A mail server that can be away, and the two jobs that depend on the clock."""

    def __init__(self, store: Store, ladder: Ladder, composer: MailComposer) -> None:
        super().__init__()
        self.store, self.ladder, self.composer = store, ladder, composer
        self.transport = SmtpTransport(f"smtp://127.0.0.1:{self.port}?starttls=off", timeout=30)

    def tick(self, now: datetime, believed: datetime | None = None) -> Counts:
        """What the app does by itself at this moment; `believed` is what is made of it where the clock is in doubt."""
        escalation.escalate(self.store.database, self.store.vault, self.ladder, now, believed)
        return deliver_due(self.store.database, self.transport, now, composer=self.composer)

    def run(self, since: datetime, until: datetime, step: timedelta) -> None:
        moment = since
        while moment <= until:
            self.tick(moment)
            moment += step

    def subjects(self) -> list[tuple[str, str]]:
        """To whom and about what, without the reference."""
        return [(str(one["To"]), str(one["Subject"]).rsplit(" ", 1)[0]) for one in self.received]


@pytest.fixture
def post(store: Store, ladder: Ladder, composer: MailComposer) -> Iterator[Post]:
    made = Post(store, ladder, composer)
    made.comes_up()
    yield made
    made.goes_down()


def acknowledge(store: Store, reference: str, now: datetime, staff: str = "a" * 32) -> bool:
    with store.database.writing() as session:
        return escalation.acknowledge(session, reference, staff, now)


def state_of(store: Store, reference: str) -> escalation.Escalated:
    with store.database.reading() as session:
        found = escalation.state_of(session, reference)
    assert found is not None
    return found
