"""The commands of the menu, and the codes a link to the bot may carry: each is something that could also be pressed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reader.reader import read
from woningscan.content.model import Content
from woningscan.reading.incoming import Incoming

START, EMERGENCY = "start", "nood"
_CHOICES = {
    "help": "help",
    "stop": "stop",
    "verder": "resume",
    "opnieuw": "restart",
    "medewerker": "talk_to_human",
    "privacy": "ask_privacy",
    "verwijder": "erase_data",
}
# What may be pressed only where it is offered is said as its label, so that the gate decides as for everybody.
_LABELS = {"terug": "back"}
START_CODES = {"zelfscan": "start_scan", "woningscan": "book_scan", "dreiging": "report_threat"}
MENU = (START, EMERGENCY, "help", "terug", "stop", "verder", "opnieuw", "medewerker", "privacy", "verwijder")
"""In the order of the menu; each has a description in `content/messages.yml` under `telegram.command.`."""
_WITH_WORDS = re.compile(r"/\w{1,64}(?:@\w{1,64})?\s+(.+)", re.DOTALL)
_COMMAND = re.compile(r"/([A-Za-z_]{1,32})(?:@\w{1,64})?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True)
class Command:
    name: str
    argument: str


def command_in(text: str) -> Command | None:
    """The command of the menu that a text is; a command with more words behind it, but for /start, is just a text."""
    match = _COMMAND.fullmatch(text.strip())
    if match is None:
        return None
    name, argument = match[1].lower(), (match[2] or "").strip()
    return Command(name, argument) if name in MENU and (name == START or not argument) else None


def danger_behind(text: str) -> str | None:
    """The words behind a command where they are about danger: then they are what is said, and no command is obeyed.

    A link to the bot can carry no spaces, so its code is read with others in their place.
    """
    match = _WITH_WORDS.fullmatch(text.strip())
    if match is None:
        return None
    command = command_in(text)
    words = re.sub(r"[_-]+", " ", match[1]) if command is not None else match[1]
    level = _severity(words)
    rest = 0 if command is not None else _severity(text)
    return words if level > 0 and level >= rest else None


def _severity(typed: str) -> int:
    return read(Incoming(text=typed)).danger.severity


def said_by(content: Content, command: Command) -> Incoming | None:
    """The message a command stands for; None for /start without a known code, and for /nood."""
    if command.name in _CHOICES:
        return Incoming(choice=_CHOICES[command.name])
    if command.name in _LABELS:
        return Incoming(text=content.labels[_LABELS[command.name]])
    code = START_CODES.get(command.argument)
    if command.name != START or code is None:
        return None
    return Incoming(choice=code) if code == "report_threat" else Incoming(text=content.labels[code])
