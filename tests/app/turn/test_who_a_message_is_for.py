"""The gate itself: whom a message is for, what the buttons of the chat do, and which messages no limit holds up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.reader.reader import read
from woningscan.chat import live
from woningscan.content.model import Content
from woningscan.conversation.choices import THREAT_CHECK
from woningscan.conversation.effects import OPEN_CHAT, SAY_IN_CHAT
from woningscan.conversation.gate import Place, decide, may_be_about_danger
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice
from woningscan.conversation.step import Decision
from woningscan.reading.incoming import Incoming
from woningscan.safety.triage import danger_choices

STARTED = Memory(started=True)
KNIFE = "er staat nu iemand met een mes in mijn huis"


def decided(
    content: Content, place: Place | None = None, memory: Memory = STARTED, **incoming: str | bool | tuple[str, ...]
) -> Decision:
    buttons = [Choice(key, key) for key in (*live.REQUESTS, live.STOP, "start_scan")]
    return decide(content, memory, replace(place or Place(), offered=buttons), read(Incoming(**incoming)))  # type: ignore[arg-type]


def replies(decision: Decision) -> list[str]:
    return [reply.id for reply in decision.step.replies]


def effects(decision: Decision) -> list[str]:
    return [effect.kind for effect in decision.step.effects]


def desk(state: str) -> Callable[[], str]:
    return lambda: state


def never() -> str:
    raise AssertionError("the desk was asked for a message that is not about it")


def test_what_is_typed_while_a_person_has_the_conversation_is_for_that_person(content: Content) -> None:
    decision = decided(content, Place(with_person=True, desk=never), text="ik heb een hond")
    assert effects(decision) == [SAY_IN_CHAT]
    assert (decision.text, decision.choice) == (None, None)


def test_otherwise_it_is_for_the_bot(content: Content) -> None:
    decision = decided(content, Place(desk=never), text="ik heb een hond")
    assert (decision.text, effects(decision)) == ("ik heb een hond", [])
    assert decided(content, text="ik heb een hond") == decision


def test_the_button_that_ends_a_chat_goes_on_where_the_chat_is_over(content: Content) -> None:
    decision = decided(content, Place(desk=never), choice=live.STOP)
    assert (decision.choice, decision.text) == ("resume", None)


def test_another_button_stays_that_button(content: Content) -> None:
    assert decided(content, Place(desk=never), choice="start_scan").choice == "start_scan"


@pytest.mark.parametrize(
    ("choice", "state", "told", "opens"),
    [
        (live.START, live.OPEN, [live.CONSENT], []),
        (live.SHARE, live.OPEN, [], [OPEN_CHAT]),
        (live.PRIVATE, live.OPEN, [], [OPEN_CHAT]),
        (live.START, live.NOBODY, ["handoff.no_chat"], []),
        (live.SHARE, live.OUT_OF_HOURS, ["handoff.no_chat"], []),
        (live.START, "", ["handoff.no_chat"], []),
    ],
)
def test_a_chat_is_asked_for_here_and_the_engine_hears_nothing_of_it(
    content: Content, choice: str, state: str, told: list[str], opens: list[str]
) -> None:
    decision = decided(content, Place(desk=desk(state)), choice=choice)
    assert (replies(decision), effects(decision)) == (told, opens)
    assert (decision.text, decision.choice) == (None, None)


def test_where_no_channel_knows_of_a_desk_nobody_is_there(content: Content) -> None:
    assert replies(decided(content, choice=live.START)) == ["handoff.no_chat"]


def test_the_answer_to_an_earlier_doubt_comes_before_the_chat_that_was_asked_for(content: Content) -> None:
    decision = decided(content, Place(desk=desk(live.OPEN)), choice=live.START, heard=(KNIFE,))
    assert replies(decision)[0].startswith("threat.")


@pytest.mark.parametrize(
    ("typed", "shares"), [("ja", True), ("Ja.", True), (" JA! ", True), ("nee", False), ("Nee.", False)]
)
def test_a_plain_yes_or_no_answers_the_question_what_staff_may_see(content: Content, typed: str, shares: bool) -> None:
    asked = Place(last=(live.CONSENT,), desk=desk(live.OPEN))
    (effect,) = decided(content, asked, text=typed).step.effects
    assert (effect.kind, effect.data["share"]) == (OPEN_CHAT, shares)


@pytest.mark.parametrize(
    ("place", "incoming"),
    [
        (Place(last=("scan.ask",), desk=never), {"text": "ja"}),
        (Place(last=(live.CONSENT,), desk=never), {"text": "ja", "edited": True}),
        (Place(last=(live.CONSENT,), desk=never), {"text": "ik heb een hond"}),
        (Place(last=(live.CONSENT,), desk=never), {"choice": "start_scan"}),
    ],
)
def test_nothing_else_does(content: Content, place: Place, incoming: dict[str, str | bool]) -> None:
    assert OPEN_CHAT not in effects(decided(content, place, **incoming))


def about_danger(content: Content | None = None, **incoming: str | tuple[str, ...]) -> bool:
    return may_be_about_danger(read(Incoming(**incoming)), content)  # type: ignore[arg-type]


def test_no_limit_holds_up_a_danger(content: Content) -> None:
    assert about_danger(text=KNIFE) is True
    assert about_danger(text="ik heb een hond") is False
    assert about_danger(text="ik heb een hond", heard=(KNIFE,)) is True
    assert about_danger(choice="start_scan", heard=(KNIFE,)) is True
    assert about_danger(choice="report_threat") is True
    assert about_danger(choice=f"{THREAT_CHECK}:nu") is True
    assert about_danger(choice="start_scan") is False
    assert about_danger(content, choice="start_scan") is False
    for choice in danger_choices(content):
        assert about_danger(content, choice=choice) is True
        assert about_danger(choice=choice) is False
