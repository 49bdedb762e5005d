"""The app as it runs, with real mail and a strict Telegram, on a clock that the tests turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import time_machine
from sqlalchemy import select

from bot.console.calls import PACE
from bot.jobs.schedule import make_jobs
from bot.office_hours import AMSTERDAM
from bot.store import Store, StoreUnavailable
from bot.store.base.clock_guard import ClockGuard
from bot.store.chat.models import LiveChat
from bot.store.staff.models import StaffPresence
from tests.support.mail_server import MailServer, free_port
from tests.support.running import Running, listening
from tests.support.telegram.bot_api import BotApi
from tests.support.telegram.official import World
from tests.support.telegram.world import telegram_settings
from tests.support.waiting import GENEROUS, eventually, until_ready

TUESDAY = datetime(2026, 12, 8, 8, 50, tzinfo=AMSTERDAM)
STEP = timedelta(minutes=20)
"""The clock turns by no more at once: who watches is logged out after half an hour without a sign."""
TURNED = ("mail", "gesprek", "escalatie")
"""The jobs that the tests let run, whenever time passed: twice, as what one puts in a queue the next one sends."""
SECRETARIAT, SECOND, EVERYONE = (f"{name}@secretariaat.example" for name in ("een", "twee", "drie"))

Jobs = dict[str, Callable[[], object]]


class Office:
    """`here` are the staff ids of those whose browser shows a page of the console."""

    def __init__(self, app: Running, world: World, mail: MailServer, clock: time_machine.Traveller, jobs: Jobs) -> None:
        self.app, self.world, self.mail, self.clock = app, world, mail, clock
        self.here: set[str] = set()
        self._jobs = jobs

    @property
    def store(self) -> Store:
        return self.app.store

    def until(self, hour: int, minute: int = 0) -> None:
        """Lets time pass to this moment of the day; what has to be done on the way is done."""
        moment = TUESDAY.replace(hour=hour, minute=minute)
        assert moment >= now(), "the day only goes on"
        while moment > now():
            self.wait(min(STEP, moment - now()))

    def wait(self, time_passed: timedelta) -> None:
        """Lets that pass, and the jobs do what is due by then."""
        self.clock.shift(time_passed)
        eventually(self._seen)
        for name in 2 * TURNED:
            eventually(partial(self._done, name))
        self.world.settle()

    def _done(self, name: str) -> bool:
        """Whether a job ran to its end. Where the database is busy it runs again later, as the schedule does."""
        try:
            self._jobs[name]()
        except StoreUnavailable:
            return False
        return True

    def told_in_chat(self, number: str) -> list[str]:
        """The ids of all that the chatbot said in this chat."""
        with self.store.database.reading() as session:
            conversation = session.scalars(select(LiveChat.conversation_id).where(LiveChat.reference == number)).one()
        feed = self.store.live_chats.feed(conversation, 0)
        return [] if feed is None else [reply["id"] for message in feed.messages for reply in message.replies]

    def _seen(self) -> bool:
        """Whether the console heard of all who are here since the clock was turned."""
        recent = select(StaffPresence.staff_id).where(StaffPresence.seen_at > now() - timedelta(seconds=10))
        with self.store.database.reading() as session:
            return self.here <= set(session.scalars(recent))


def now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def open_office(folder: Path, engine: dict[str, str], patch: pytest.MonkeyPatch) -> Iterator[Office]:
    """On a Tuesday, before anybody is there."""
    api, mail, port = BotApi(), MailServer(), free_port()
    mail.comes_up()
    settings = telegram_settings(
        folder,
        api,
        **engine,
        public_url=f"http://127.0.0.1:{port}",
        smtp_url=f"smtp://127.0.0.1:{mail.port}?starttls=off",
        mail_from="scan@example.org",
        mail_to=SECRETARIAT,
        mail_second=SECOND,
        mail_all=EVERYONE,
    )
    jobs: Jobs = {}
    patch.setattr("bot.app.make_jobs", by_hand(jobs))
    patch.setattr("bot.console.calls.PACE", replace(PACE, look_every=0.2, ask_every=0.2))  # a day in a minute or so
    patch.setattr("bot.app.ClockGuard", partial(ClockGuard, time.time))  # nobody set the clock: time passed
    with time_machine.travel(TUESDAY) as clock, listening(settings, port) as app:
        until_ready(app.url)
        with httpx.Client(base_url=app.url, timeout=GENEROUS, follow_redirects=True) as client:
            world = World(app.app, client, api)  # type: ignore[arg-type]
            world.record_turns()
            yield Office(app, world, mail, clock, jobs)
    mail.goes_down()
    api.close()


def by_hand(kept: Jobs) -> Callable[..., Any]:
    """The jobs of the app; those that tests let run are kept in `kept` and do not run by themselves."""

    def make(*arguments: Any) -> dict[str, Any]:
        jobs = make_jobs(*arguments)
        kept.update({name: jobs[name][1] for name in TURNED})
        return {name: job for name, job in jobs.items() if name not in TURNED}

    return make
