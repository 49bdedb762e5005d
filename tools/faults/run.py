"""One run: visitors use the product while it is broken, and then all is looked at."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tools.faults.checker import Violation, violations
from tools.faults.client import Client
from tools.faults.injector import Injector, kinds_for
from tools.faults.observations import Record, keep, written
from tools.faults.schedule import schedule
from tools.faults.stored import aftermath
from tools.faults.telegram import TelegramVisitor
from tools.faults.visitors import Visitor
from tools.faults.world import World, running

STOP_SECONDS = 20.0
"""In which an app that is asked to stop has stopped."""


@dataclass(frozen=True)
class Plan:
    """What a run does. Each round has so many faults, on average `pace` seconds apart, and so many visitors, who answer
    `longest` questions in one conversation at most."""

    folder: Path
    postgresql: bool
    seed: int = 1
    rounds: int = 1
    faults: int = 50
    pace: float = 1.0
    visitors: int = 8
    longest: int = 22
    stub: bool = False
    broken: str = ""


@dataclass(frozen=True)
class Outcome:
    """What it came to. `faults` counts by part and name."""

    faults: Counter[str]
    turns: int
    attempts: int
    conversations: int
    requests: int
    mails: int
    seconds: float
    violations: list[Violation]


async def run(plan: Plan) -> Outcome:
    began = time.monotonic()
    record = Record()
    async with running(
        plan.folder, postgresql=plan.postgresql, stub=plan.stub, broken=plan.broken, seed=plan.seed
    ) as world:
        injector = Injector(world)
        for number in range(plan.rounds):
            await _round(plan, number, world, injector, record)
        found = [] if await world.settle() else [Violation("a mail", -1, "not all is sent or ready after all is well")]
        after = await asyncio.to_thread(aftermath, world.database, world.keys, record, world.smtp.received)
        found += violations(record, after) + _slow_stops(world)
        keep(record, plan.folder)
    written(({"promise": one.promise, "conversation": one.conversation, "what": one.what} for one in found),
            plan.folder / "violations.jsonl")  # fmt: skip
    return Outcome(
        faults=injector.done,
        turns=record.turns,
        attempts=sum(one.act == "message" for one in record.seen),
        conversations=sum(map(bool, record.tokens.values())),
        requests=len(after.cases),
        mails=len(after.mailbox),
        seconds=time.monotonic() - began,
        violations=found,
    )


async def _round(plan: Plan, number: int, world: World, injector: Injector, record: Record) -> None:
    """Faults come one after another, and visitors too, until there are no more faults."""
    faults = schedule(kinds_for(world), plan.faults, plan.seed * 1000 + number, plan.pace)
    over = asyncio.Event()
    visiting = [
        asyncio.create_task(_visit(plan, world, record, over, plan.seed * 1_000_000 + number * 1000 + visitor))
        for visitor in range(plan.visitors)
    ]
    chance = random.Random(plan.seed * 1_000_000 + number * 1000 + 999)
    visiting.append(asyncio.create_task(_chat(plan, world, record, over, chance)))
    try:
        await injector.run(faults)
    finally:
        await world.heal()
        over.set()
        await asyncio.gather(*visiting)


async def _visit(plan: Plan, world: World, record: Record, over: asyncio.Event, seed: int) -> None:
    """One visitor after another. Of the first of a round every other one asks for a visit, so that there always are."""
    chance = random.Random(seed)
    visitor = 0
    while not over.is_set():
        client = Client(world.urls, record, chance)
        try:
            visitor += 1
            await Visitor(client, seed * 100 + visitor, chance, plan.longest).talk(asks=visitor == 1 and seed % 2 == 0)
        finally:
            await client.close()


async def _chat(plan: Plan, world: World, record: Record, over: asyncio.Event, chance: random.Random) -> None:
    """One of the visitors comes with Telegram."""
    visitor = TelegramVisitor(world.telegram, world.urls, record, chance, plan.longest)
    while not over.is_set():
        await visitor.talk()
    await visitor.close()


def _slow_stops(world: World) -> list[Violation]:
    slow = [seconds for app in world.apps for seconds in app.stops if seconds > STOP_SECONDS]
    return [Violation("a slow stop", -1, f"it took {seconds:.0f} s") for seconds in slow]
