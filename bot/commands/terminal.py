"""The conversation in a terminal: what is said, numbered choices, and a line to type on."""

from __future__ import annotations

import asyncio

from bot.turn.service import TurnService, UnknownConversation
from woningscan.conversation.reply import Choice, Reply
from woningscan.reading.incoming import Incoming

PROMPT = "> "


async def talk(turns: TurnService) -> None:
    """Talk until the input ends. A number presses the button with that number; anything else is typed text."""
    token, replies = await turns.open("terminal")
    while True:
        choices = show(replies)
        try:
            typed = await asyncio.to_thread(input, PROMPT)
        except EOFError:
            return
        try:
            replies = await turns.answer(token, _incoming(typed, choices))
        except UnknownConversation:  # erased on request: begin anew
            token, replies = await turns.open("terminal")


def show(replies: list[Reply]) -> list[Choice]:
    """Print the replies; returns the choices as they are numbered."""
    choices: list[Choice] = []
    for reply in replies:
        print(f"\n{reply.text}")
        for choice in (*reply.choices, *reply.tools):
            choices.append(choice)
            print(f"  [{len(choices)}] {choice.label}")
    return choices


def _incoming(typed: str, choices: list[Choice]) -> Incoming:
    number = int(typed) if typed.strip().isdecimal() and len(typed) <= 4 else 0
    if 1 <= number <= len(choices):
        return Incoming(choice=choices[number - 1].id)
    return Incoming(text=typed)
