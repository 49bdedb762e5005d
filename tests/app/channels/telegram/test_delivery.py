"""Messages out: in order, none lost, none twice, whatever Telegram answers; and danger before everything else."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.channels.telegram import sender as sending
from bot.channels.telegram.service import TelegramChannel
from tests.support.telegram.bot_api import Call, Fault, randomly
from tests.support.telegram.official import Official, World
from tests.support.waiting import eventually

WAIT = 5  # seconds, that Telegram asks for


def failing_first(times: int, fault: Fault) -> Callable[[Call], Fault | None]:
    left = [fault] * times
    return lambda call: left.pop() if call.method == "sendMessage" and left else None


@pytest.mark.parametrize("fault", [Fault(429, retry_after=1), Fault(502), Fault(500)], ids=["429", "502", "500"])
def test_what_could_not_be_sent_is_sent_later_in_order(scripted: World, fault: Fault) -> None:
    official = Official(scripted)
    official.say("begin")
    before = len(official.heard())
    scripted.api.fault = failing_first(2, fault)
    for number in range(3):
        official.send({"message": official._message(f"tekst {number}")})
    scripted.settle()
    said = official.heard()[before:]
    assert [one.partition(" &")[0] for one in said] == ["Vraag 2", "Vraag 3", "Vraag 4"]


def test_after_429_a_chat_waits_as_long_as_it_was_told_and_others_do_not(scripted: World) -> None:
    first, second = Official(scripted), Official(scripted)
    for official in (first, second):
        official.say("begin")
    calls: list[float] = []

    def fault(call: Call) -> Fault | None:
        if call.method != "sendMessage" or call.chat != first.chat:
            return None
        calls.append(time.monotonic())
        return Fault(429, retry_after=WAIT) if len(calls) == 1 else None

    scripted.api.fault = fault
    first.send({"message": first._message("verder")})
    eventually(lambda: len(calls) == 1)
    before = len(second.heard())
    second.send({"message": second._message("verder")})
    eventually(lambda: len(second.heard()) > before)
    assert len(calls) == 1, "the other chat is not held up"
    scripted.settle()
    assert calls[1] - calls[0] >= WAIT


def test_a_share_of_failures_loses_and_doubles_nothing(scripted: World) -> None:
    officials = [Official(scripted) for _ in range(4)]
    scripted.api.fault = randomly(0.3, seed=7)
    for number in range(5):
        for official in officials:
            official.send({"message": official._message(f"tekst {number}")})
    scripted.settle()
    for official in officials:
        asked = [one.partition(" &")[0] for one in official.heard() if one.startswith("Vraag")]
        assert asked == [f"Vraag {number}" for number in range(1, 6)]


def test_a_timeout_is_tried_again(scripted: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "SEND_SECONDS", 0.5)
    official = Official(scripted)
    official.say("begin")
    scripted.api.fault = failing_first(1, Fault(0))
    official.say("verder")
    assert sum(one.startswith("Vraag 2") for one in official.heard()) == 1


def test_who_blocked_the_bot_for_a_while_goes_on_where_it_was(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    telegram = scripted.store.telegram
    chat = telegram.chat(telegram.chat_hash(official.chat))
    assert chat is not None
    scripted.api.fault = lambda call: Fault(403) if call.method == "sendMessage" else None
    official.say("verder")
    scripted.api.fault = lambda call: None
    before = len(official.heard())
    official.say("/start")
    assert official.told() == ["begin", "verder", "resume"], "nothing is lost and nothing is said twice"
    assert len(official.heard()) == before + 1 and "chatbot" not in official.heard()[-1]
    after = telegram.chat(telegram.chat_hash(official.chat))
    assert after is not None and after.token == chat.token


def test_who_is_told_to_have_blocked_the_bot_is_kept_too(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    me = {"user": {"id": 123456789, "is_bot": True, "first_name": "W"}}
    change = {
        **{"chat": {"id": official.chat, "type": "private"}, "from": official._message(None)["from"]},
        **{"date": 1, "old_chat_member": {**me, "status": "member"}},
        "new_chat_member": {**me, "status": "kicked", "until_date": 0},
    }
    official.send({"my_chat_member": change})
    assert official.told() == ["begin"]


@pytest.mark.parametrize(
    "more",
    [
        {"mood": {"level": 3}, "chat_theme": [1]},
        {"poll": {"id": "1"}},
        {"from": 7, "date": "vandaag"},
    ],
    ids=["fields of tomorrow", "a part that cannot be read", "nothing that can be read"],
)
def test_a_newer_bot_api_is_no_reason_to_say_it_twice(scripted: World, more: dict[str, Any]) -> None:
    scripted.api.newer = lambda result: {**result, **more} if isinstance(result, dict) else result
    official = Official(scripted)
    official.say("begin")
    assert official.press("Ja") == ["scan.ask.vraag2"]
    assert official.say("er staat iemand met een mes voor mijn deur")[0] == "threat.route.acuut"
    scripted.api.newer = lambda result: result
    heard = official.heard()
    assert len(heard) == len(set(heard)) and official.told() == ["begin", "antwoord:vraag1=ja"]


def test_danger_goes_before_what_waits(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    before = len(official.heard())
    scripted.api.fault = lambda call: Fault(502) if "Vraag" in call.values.get("text", "") else None
    for number in range(3):
        official.send({"message": official._message(f"tekst {number}")})
    eventually(lambda: len(official.told()) == 4)
    official.send({"message": official._message("er staat iemand met een mes voor mijn deur")})
    eventually(lambda: len(official.heard()) > before)
    assert "112" in official.heard()[before]
    scripted.api.fault = lambda call: None
    scripted.settle()


def test_danger_does_not_wait_for_a_slow_answer_before_it(scripted: World, engine) -> None:
    official = Official(scripted)
    official.say("begin")
    before = len(official.heard())
    engine.held = True
    try:
        official.send({"message": official._message("tekst")})
        eventually(lambda: engine.holding)
        official.send({"message": official._message("er staat iemand met een mes voor mijn deur")})
        eventually(lambda: len(official.heard()) > before)
        assert "112" in official.heard()[before] and engine.holding
        eventually(lambda: bool(scripted.api.done("sendChatAction")))
    finally:
        engine.held = False
        scripted.settle()


def test_a_message_that_telegram_will_not_take_does_not_hold_up_the_others(scripted: World) -> None:
    official = Official(scripted)
    official.say("begin")
    store = scripted.store.telegram
    odd = {"do": "send", "html": "<b>open", "plain": "gewoon", "keyboard": [], "turn": 0, "quiet": True}
    empty = {**odd, "html": " ", "plain": " "}
    now = scripted.app.state.services.part(TelegramChannel)._now()
    store.queue.add(official.chat, store.chat_hash(official.chat), (empty, odd), now, urgent=False)
    scripted.settle()
    assert official.heard()[-1] == "gewoon"
    scripted.api.calls = [call for call in scripted.api.calls if not call.refused]  # as meant
