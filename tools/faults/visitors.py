"""What visitors do: scan, ask, go back, ask for a visit, report danger, withdraw and erase. Seeded."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable

from tests.support.talking.safe_triage import SAFE_TRIAGE
from tools.faults.client import Client

DANGER = (
    "er staat nu iemand met een mes in mijn huis",
    "er staat iemand met een mes voor mijn deur",
    "hij gaat mijn huis in brand steken, hij staat er nu",
    "er wordt nu bij mij ingebroken, ik ben bang",
    "iemand bedreigt mij nu met een pistool",
)
QUESTIONS = ("wat kost het", "wie leest dit", "hoe lang duurt het", "wie komt er langs", "dank u wel", "hallo")
SAFE = {**SAFE_TRIAGE, "functie": "wethouder", "scanlengte": "volledig"}
TYPED = 0.35
"""How often an answer is typed and not pressed."""
ASIDE = 0.15
"""How often something else is done first."""


class Visitor:
    """One person who has one conversation after another, and answers `longest` questions in it at most."""

    def __init__(self, client: Client, number: int, chance: random.Random, longest: int) -> None:
        self._client, self._number, self._chance, self._longest = client, number, chance, longest
        self._talks = 0

    async def talk(self, *, asks: bool = False) -> None:
        """A whole conversation, from its opening to the end that this visitor chooses; with `asks` that is a visit."""
        self._talks += 1
        if not await self._client.open():
            return
        ends = (self._request, self._call_back, self._danger, self._danger, self._erase, self._leave, self._withdraw)
        await self._scan(self._chance.randint(min(6, self._longest), self._longest))
        chosen: Callable[[], Awaitable[None]] = self._chance.choice(ends)
        end = self._request if asks else chosen
        await end()

    async def _scan(self, answers: int) -> None:
        await self._client.press("start_scan")
        for _ in range(answers):
            if not self._client.last.startswith("scan.ask."):
                return
            if self._chance.random() < ASIDE:
                await self._aside()
            await self._answer()
            await asyncio.sleep(self._chance.uniform(0.0, 0.2))

    async def _aside(self) -> None:
        client = self._client
        asked = self._client.last
        if self._chance.random() < 0.5:
            await client.say(self._chance.choice(QUESTIONS))
        else:
            await client.press(self._chance.choice(("ask_privacy", "pause", "help", "ask_why", "back")))
        if not client.last.startswith("scan.ask."):
            await client.press("resume")
        if not client.last.startswith("scan.ask.") and asked:
            await client.press("start_scan")

    async def _answer(self) -> None:
        """Answer the question on the screen: safely where it is about safety, else as it comes."""
        question = self._client.last.removeprefix("scan.ask.")
        offered = {one: label for one, label in self._client.choices.items() if one.startswith(f"antwoord:{question}=")}
        wanted = f"antwoord:{question}={SAFE.get(question)}"
        if not offered:
            return
        chosen = wanted if wanted in offered else self._chance.choice(sorted(offered))
        if self._chance.random() < TYPED:
            await self._client.say(offered[chosen])
        else:
            await self._client.press(chosen)

    async def _request(self) -> None:
        await self._ask_for("book_scan", "ik wil de woningscan aanvragen")

    async def _call_back(self) -> None:
        await self._ask_for("start_callback", "bel mij terug")

    async def _ask_for(self, button: str, words: str) -> None:
        """Fill in a request with an address that nobody else has, and agree."""
        client = self._client
        await (client.press(button) if button in client.choices else client.say(words))
        fields = {
            "naam": "J. de Vries",
            "contact": f"bezoeker-{self._number}-{self._talks}@voorbeeld.example",
            "voorkeur": "dinsdag",
        }
        for _ in range(14):
            asked = client.last
            if asked == "booking.review":
                await client.press("veld:akkoord=ja")
            elif asked.startswith("scan.ask."):
                await self._answer()
            elif asked.removeprefix("booking.ask.") in fields:
                await client.say(fields[asked.removeprefix("booking.ask.")])
            elif asked == "booking.ask.functie":
                await client.say("Wethouder")
            else:
                return

    async def _withdraw(self) -> None:
        await self._request()
        said = " ".join(str(part.get("text", "")) for reply in self._client.replies for part in reply["parts"])
        reference = next((word.strip(".") for word in said.split() if word.startswith("WS-")), "")
        if reference:
            await self._client.say("annuleren")
            await self._client.say(reference)

    async def _danger(self) -> None:
        for _ in range(self._chance.randint(1, 2)):
            await self._client.say(self._chance.choice(DANGER), danger=True)

    async def _erase(self) -> None:
        if self._chance.random() < 0.5:
            await self._client.erase()
        else:
            await self._client.press("erase_data")
            await self._client.press("affirm")
        await self._client.say_once("hallo")

    async def _leave(self) -> None:
        """Go away in the middle, after the plan was asked for."""
        await self._client.press("send_report")
