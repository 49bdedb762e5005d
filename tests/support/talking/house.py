"""The assistant without Rasa: the real turn service, gate and stores, and an engine that is the core itself."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.app import CHANNELS
from bot.channels.base import live, overheard
from bot.jobs.chat_watch import look_after_chats
from bot.office_hours import OfficeHours
from bot.rasa.answer import EngineUnavailable
from bot.rasa.client import EngineTurn
from bot.reader.encoder import packaged_encoder
from bot.settings import ROOT
from bot.store import Store
from bot.store.chat.models import LiveChat, LiveMessage
from bot.store.chat.states import ChatState
from bot.store.conversation.models import Conversation
from bot.store.staff.models import StaffRow
from bot.store.staff.roles import Role
from bot.turn.service import TurnService
from tests.support.rows import changed
from woningscan.chat.live import staff_said
from woningscan.content import load_content
from woningscan.content.model import Content
from woningscan.conversation.choices import intent_for
from woningscan.conversation.memory import asking_in, memory_in, state_with
from woningscan.conversation.reply import Reply
from woningscan.conversation.typed.decide import NOT_UNDERSTOOD
from woningscan.conversation.use_cases import turn
from woningscan.reading.incoming import Incoming, Message

CONTENT: Content = load_content(ROOT / "content")
HOURS = OfficeHours.load(ROOT / "content")
TUESDAY = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
Hook = Callable[[], Awaitable[object]]


class CoreEngine:
    """`during` is what happens once while a turn is being computed; `away` makes it fail."""

    def __init__(self) -> None:
        self.during: Hook | None = None
        self.away = False
        self.asked = 0

    async def turn(
        self,
        state: dict[str, Any],
        *,
        text: str | None = None,
        choice: str | None = None,
        reading: Mapping[str, Any] | None = None,
    ) -> EngineTurn:
        self.asked += 1
        read, asking = reading or {}, asking_in(state)
        message = Message(
            text=text or "",
            intent=read.get("intent") or NOT_UNDERSTOOD,
            confidence=read.get("chance") or 0.0,
            asking=asking,
            candidates=tuple(read.get("candidates", ())),
            topic=read.get("topic"),
        )
        if choice is not None:
            message = Message(intent=intent_for(choice), confidence=1.0, choice=choice, asking=asking)
        step = turn(CONTENT, memory_in(state), message)
        during, self.during = self.during, None
        if during is not None:
            await during()
        if self.away:
            raise EngineUnavailable("away")
        after = json.loads(json.dumps(state_with(state, step.memory, step.then or "")))
        return EngineTurn(after, list(step.replies), list(step.effects), message.intent, message.confidence)

    def distrust(self) -> None:
        """It is the core: whoever does not believe it has a fault of their own."""
        raise AssertionError("the core is not believed")


@dataclass
class House:
    """One database with a service on it. `clock` is what time it is; `restart` makes a new service."""

    store: Store
    clock: datetime = TUESDAY
    engine: CoreEngine = field(default_factory=CoreEngine)

    def __post_init__(self) -> None:
        packaged_encoder()  # loaded at the start, as in the app
        self.restart()

    def restart(self) -> None:
        self.service = TurnService(
            CONTENT,
            self.store,
            self.engine,  # type: ignore[arg-type]
            now=lambda: self.clock,
            public_url="https://woningscan.test",
            hours=HOURS,
            overheard=overheard(CHANNELS),
            live=live(CHANNELS),
        )

    def wait(self, seconds: float) -> None:
        self.clock += timedelta(seconds=seconds)

    def look_after(self) -> int:
        return look_after_chats(self.store, CONTENT, self.clock)

    def hire(self) -> str:
        """A member who is set up; the id. The login itself is tested elsewhere."""
        name = f"m{secrets.token_hex(6)}"
        self.store.staff.add(name, Role.MEMBER, self.clock)
        member = next(one for one in self.store.staff.members() if one.name == name)
        changed(self.store, StaffRow, StaffRow.id == member.id, status="active")
        return member.id

    def sit_down(self, staff_id: str) -> None:
        self.store.desk.set_available(staff_id, True, self.clock)

    def chats(self, conversation_id: str) -> list[LiveChat]:
        with self.store.database.reading() as session:
            chosen = select(LiveChat).where(LiveChat.conversation_id == conversation_id)
            found = list(session.scalars(chosen).all())
            session.expunge_all()
            return found

    def messages(self, conversation_id: str) -> list[tuple[int, str]]:
        with self.store.database.reading() as session:
            chosen = select(LiveMessage.seq, LiveMessage.sender).join(LiveChat, LiveChat.id == LiveMessage.chat_id)
            rows = session.execute(chosen.where(LiveChat.conversation_id == conversation_id).order_by(LiveMessage.seq))
            return [(row.seq, row.sender) for row in rows]

    def owner(self, conversation_id: str) -> str:
        with self.store.database.reading() as session:
            return session.scalars(select(Conversation.owner).where(Conversation.id == conversation_id)).one()

    # what a member does at the console, without the pages

    def take(self, chat_id: str, staff_id: str) -> None:
        told = [Reply("handoff.taken").to_dict()]
        self.store.staff_chats.take(chat_id, staff_id, told, self.clock)

    def staff_says(self, chat_id: str, staff_id: str, said: str, client_id: str = "") -> int | None:
        number = client_id or secrets.token_hex(8)
        replies = [staff_said(said).to_dict()]
        return self.store.staff_chats.say(chat_id, staff_id, number, said, replies, self.clock)

    def transfer(self, chat_id: str, staff_id: str) -> None:
        told = [Reply("handoff.transferred").to_dict()]
        self.store.staff_chats.transfer(chat_id, staff_id, told, self.clock)


@dataclass
class Talk:
    """An official. `heard` is all that was said to them, in order; `ids` what was said last."""

    house: House
    channel: str = "web"
    heard: list[Reply] = field(default_factory=list)
    seen: int = 0

    def __post_init__(self) -> None:
        self.token, opening = asyncio.run(self.house.service.open(self.channel))
        self.heard += opening
        self.id = self.stored.id

    @property
    def stored(self) -> Any:
        return self.house.store.conversations.load(self.token)

    @property
    def chat_id(self) -> str:
        return next(chat.id for chat in self.house.chats(self.id) if chat.state != ChatState.CLOSED)

    def send(self, text: str | None = None, choice: str | None = None, message_id: str | None = None) -> list[Reply]:
        incoming = Incoming(text, choice, message_id or secrets.token_hex(8))
        replies = asyncio.run(self.house.service.answer(self.token, incoming))
        self.heard += replies
        return replies

    def say(self, text: str, message_id: str | None = None) -> list[str]:
        return [reply.id for reply in self.send(text=text, message_id=message_id)]

    def press(self, choice: str, message_id: str | None = None) -> list[str]:
        return [reply.id for reply in self.send(choice=choice, message_id=message_id)]

    def look(self) -> list[Reply]:
        """Ask for news, as the widget does."""
        feed = self.house.store.live_chats.feed(self.id, self.seen)
        if feed is None:
            return []
        fresh = [Reply.from_dict(reply) for message in feed.messages for reply in message.replies]
        self.seen = feed.last_seq
        self.heard += fresh
        return fresh

    def in_the_scan(self) -> str:
        """Begin the scan and answer one question; the id of the question that is open then."""
        self.press("start_scan")
        return self.press("antwoord:functie=wethouder")[-1]

    def ask_for_a_person(self, share: bool = False) -> list[str]:
        self.press("talk_to_human")
        self.press("start_chat")
        return self.press("chat_share" if share else "chat_private")
