"""Officials of one day: who sends a request, and who wants a person, on our own pages and in Telegram."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

import httpx

from tests.browser.sides import TwoSides, ask_for_a_person
from tests.browser.widget import widget_driver
from tests.support.staff.visitors import Visitor
from tests.support.talking.house import CONTENT
from tests.support.telegram.behind_link import fill_in, link_of
from tests.support.telegram.official import Official, World
from tests.support.waiting import eventually

REFERENCE = re.compile(r"WS-\w{4}-\w{5}")
NUMBER = re.compile(r"nummer is (\S+?)\.")
SAFE = "antwoord:gevaar_nu=nothing_wrong"


@dataclass(frozen=True)
class Applicant:
    """Who sent a request, how they can be reached, and what they were told at once."""

    reference: str
    contact: str
    urgent: bool
    told: str
    visitor: Visitor | None = None


def asks_for_a_scan(client: httpx.Client, contact: str) -> Applicant:
    visitor = Visitor(client)
    visitor.send(text="ik wil een woningscan aanvragen")
    visitor.press(SAFE)
    return _fills_in(visitor, contact)


def asks_to_be_called(client: httpx.Client, contact: str, *, threatened: bool = False) -> Applicant:
    visitor = Visitor(client)
    if threatened:
        assert visitor.send(text="ik word met de dood bedreigd")[0] == "threat.route.concreet"
    visitor.send(text="bel mij terug")
    return _fills_in(visitor, contact, urgent=threatened)


def asks_in_telegram(world: World, contact: str) -> Applicant:
    """The names and numbers are filled in on our own page."""
    official = Official(world)
    official.say("/start")
    official.say("ik wil de woningscan aanvragen")
    return Applicant(fill_in(world, link_of(official), prefilled=False, contact=contact), contact, False, "")


def _fills_in(visitor: Visitor, contact: str, *, urgent: bool = False) -> Applicant:
    for typed in ("J. de Vries", "wethouder", contact, "geen voorkeur"):
        visitor.send(text=typed)
    assert visitor.press("veld:akkoord=ja")[-1].startswith("booking.confirmed")
    told = "\n".join(part["text"] for reply in visitor.replies for part in reply["parts"] if "text" in part)
    (reference,) = REFERENCE.findall(told)
    return Applicant(reference, contact, urgent, told, visitor)


class Talker(Protocol):
    """Somebody who wants to talk to a person. `number` is what the desk calls the chat."""

    number: str

    def says(self, text: str) -> None: ...

    def heard(self) -> list[str]:
        """All that was said to them, in order."""
        ...


class OnThePage:
    def __init__(self, sides: TwoSides) -> None:
        self.visitor: widget_driver.Visitor = sides.official().open()
        ask_for_a_person(self.visitor)
        self.number = _number(self.heard())

    def leaves(self) -> None:
        """Closes the browser."""
        self.visitor.page.context.close()

    def says(self, text: str) -> None:
        self.visitor.type(text)
        self.visitor.sees(text)

    def heard(self) -> list[str]:
        return self.visitor.transcript()


class InTelegram:
    def __init__(self, world: World) -> None:
        self.official = Official(world)
        self.official.say("/start")
        self.official.say("/medewerker")
        self.official.press(CONTENT.labels["start_chat"])
        assert self.official.press(CONTENT.labels["chat_private"]) == ["handoff.waiting"]
        self.number = _number(self.heard())

    def says(self, text: str) -> None:
        self.official.say(text)

    def heard(self) -> list[str]:
        return self.official.heard()


def hears(talker: Talker, key: str) -> None:
    """Waits until they were told this, by its key in the content: its first sentence is enough."""
    words = CONTENT.messages[key].split(".")[0]
    eventually(lambda: any(words in text for text in talker.heard()))


def _number(heard: list[str]) -> str:
    return next(found[1] for found in map(NUMBER.search, reversed(heard)) if found)
