"""Who owns a conversation, over 200 random interleavings of official, bot, staff, waiting and crashes.

At any moment there is one owner; nothing that was said is lost; nothing is said or answered twice; the bot does not
speak while a person has the conversation; given back, it is at the same question.
"""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.store import KeyRing, Store, open_store
from bot.store.chat.staff import NotYours
from bot.store.chat.states import ChatState
from tests.support.talking.house import House, Talk
from woningscan.chat.live import STAFF_SAID
from woningscan.conversation.reply import Reply
from woningscan.reading.incoming import Incoming

RUNS = {"sqlite": 200, "postgresql": 60}
PARTS = 4
"""So many tests share the runs, so that both cores have work."""
STEPS = 25
NOT_THE_ENGINE = ("handoff.", "threat.", "gate.", "nav.confirm.erase")
MEMBERS = st.integers(0, 1)


class Ownership(RuleBasedStateMachine):
    """`url` and `keys` are of the database that all runs share; each run is a conversation of its own."""

    url = ""
    keys: KeyRing
    store: Store
    staff: tuple[str, ...] = ()

    @initialize()
    def begin(self) -> None:
        self.house = House(self.store)
        for one in self.staff:
            self.house.sit_down(one)
        self.talk = Talk(self.house)
        self.question = self.talk.in_the_scan()
        self.said: list[tuple[str, str]] = []  # by the official, to a person: id and text
        self.told: list[str] = []  # by staff, and accepted
        self.heard: list[Reply] = []
        self.numbers = 0

    # the official

    @rule()
    def says_something(self) -> None:
        self._say(self._number())

    @rule()
    def says_something_whose_answer_gets_lost(self) -> None:
        """The app ends between the commit and the answer; the client sends the same message again."""
        number = self._number()
        before = self.owner
        first = self._say(number)
        self.house.restart()
        again = self.talk.say(f"tekst {number}", f"bericht-{number}")
        assert before == "bot" or again == first

    @precondition(lambda self: self.said)
    @rule()
    def sends_an_old_message_again(self) -> None:
        number, text = self.said[-1]
        self.talk.send(text=text, message_id=number)

    @rule(share=st.booleans())
    def asks_for_a_person(self, share: bool) -> None:
        self.talk.ask_for_a_person(share)

    @rule()
    def goes_back_to_the_scan(self) -> None:
        had_a_person = self.owner == "person"
        ids = self.talk.press("chat_stop")
        assert ids[-1] == self.question
        assert not had_a_person or ids == ["handoff.back", self.question]

    @rule()
    def looks(self) -> None:
        self._look()

    @rule()
    def says_something_while_a_person_takes_over(self) -> None:
        """The bot's answer is being made when the chat opens: it must not be said."""
        if self.owner == "person":
            return
        self.talk.press("talk_to_human")
        self.talk.press("start_chat")
        number = self._number()

        async def opens() -> None:
            consent = Incoming(choice="chat_private", message_id=f"open-{number}")
            await self.house.service.answer(self.talk.token, consent)

        self.house.engine.during = opens
        self._say(number, owner_after=True)
        self.house.engine.during = None

    # staff

    @rule(who=MEMBERS)
    def takes(self, who: int) -> None:
        self._staff(lambda chat, member: self.house.take(chat, member), who)

    @rule(who=MEMBERS, twice=st.booleans())
    def answers(self, who: int, twice: bool) -> None:
        number = self._number()
        for _ in range(2 if twice else 1):
            accepted = self._staff(
                lambda chat, member: self.house.staff_says(chat, member, f"antwoord {number}", number), who
            )
        if accepted:
            self.told.append(f"antwoord {number}")

    @rule(who=MEMBERS)
    def hands_over_to_a_colleague(self, who: int) -> None:
        self._staff(lambda chat, member: self.house.transfer(chat, member), who)

    @rule(who=MEMBERS, resume=st.booleans(), crossing=st.booleans(), away=st.booleans())
    def gives_back(self, who: int, resume: bool, crossing: bool, away: bool) -> None:
        number = self._number()

        async def something_crosses() -> None:
            await self.house.service.answer(self.talk.token, Incoming(f"tekst {number}", None, f"bericht-{number}"))

        self.house.engine.during = something_crosses if crossing and resume else None
        self.house.engine.away = away and not crossing
        given = self._staff(
            lambda chat, member: asyncio.run(self.house.service.give_back(chat, member, resume=resume)), who
        )
        crossed, self.house.engine.during = given and crossing and resume, None
        self.house.engine.away = False
        if crossed:
            self.said.append((f"bericht-{number}", f"tekst {number}"))
        if given:
            self._look()
            asked_again = resume and (crossing or not away)
            assert self.heard[-1].id == (self.question if asked_again else "handoff.back.staff")

    # time and crashes

    @rule(seconds=st.sampled_from([20, 70, 121]), there=st.sets(MEMBERS))
    def time_passes(self, seconds: int, there: set[int]) -> None:
        self.house.wait(seconds)
        for one in there:
            self.store.desk.seen(self.staff[one], self.house.clock)

    @rule()
    def the_job_runs(self) -> None:
        self.house.look_after()
        assert self.house.look_after() == 0

    @rule()
    def everything_starts_again(self) -> None:
        type(self).store.close()
        type(self).store = open_store(self.url, self.keys)
        self.house.store = self.store
        self.house.restart()

    @invariant()
    def there_is_one_owner(self) -> None:
        if not hasattr(self, "talk"):
            return
        chats = self.house.chats(self.talk.id)
        still = [chat for chat in chats if chat.state != ChatState.CLOSED]
        assert len(still) == (1 if self.owner == "person" else 0)
        for chat in chats:
            assert (chat.staff_id is not None) >= (chat.state == ChatState.ACTIVE)
            assert (chat.waiting_since is not None) == (chat.state == ChatState.WAITING)

    @invariant()
    def nothing_is_lost_or_doubled(self) -> None:
        if not hasattr(self, "talk"):
            return
        feed = self.store.live_chats.feed(self.talk.id, 0)
        messages = [] if feed is None else feed.messages
        assert [one.seq for one in messages] == list(range(1, len(messages) + 1))
        assert [one.text for one in messages if one.sender == "official"] == [text for _, text in self.said]
        assert [one.text for one in messages if one.sender == "staff"] == self.told

    def teardown(self) -> None:
        if not hasattr(self, "talk"):
            return
        self._look()
        said = [reply.text for reply in self.heard if reply.id == STAFF_SAID]
        asyncio.run(self.house.service.erase(self.talk.token))  # the next run begins with nobody waiting
        assert said == self.told, "each word of staff reached the official once, in order"

    @property
    def owner(self) -> str:
        return self.house.owner(self.talk.id)

    def _number(self) -> str:
        self.numbers += 1
        return f"{self.numbers:04}-{secrets.token_hex(4)}"

    def _say(self, number: str, owner_after: bool = False) -> list[str]:
        had_a_person = self.owner == "person"
        ids = self.talk.say(f"tekst {number}", f"bericht-{number}")
        if had_a_person or (owner_after and self.owner == "person"):
            self.said.append((f"bericht-{number}", f"tekst {number}"))
            assert all(one.startswith(NOT_THE_ENGINE) for one in ids), "the bot spoke while a person has it"
        return ids

    def _look(self) -> None:
        self.heard += self.talk.look()

    def _staff(self, act: Any, who: int) -> bool:
        """Whether it was theirs to do."""
        still = [chat for chat in self.house.chats(self.talk.id) if chat.state != ChatState.CLOSED]
        chat_id = still[0].id if still else "f" * 32
        try:
            act(chat_id, self.staff[who])
        except NotYours:
            return False
        return True


@pytest.mark.parametrize("part", range(PARTS))
def test_ownership_holds(database_url: str, keys: KeyRing, part: int):
    first = open_store(database_url, keys)
    hired = House(first)
    machine = type(f"Machine{part}", (Ownership,), {"url": database_url, "keys": keys, "store": first})
    machine.staff = tuple(hired.hire() for _ in range(2))  # type: ignore[attr-defined]
    plenty = settings(
        max_examples=RUNS["sqlite" if first.database.is_sqlite else "postgresql"] // PARTS,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(machine, settings=plenty)
    machine.store.close()  # type: ignore[attr-defined]
