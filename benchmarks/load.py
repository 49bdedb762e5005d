"""Throughput: ten people at once, each with a conversation of their own, for a fixed time."""

from __future__ import annotations

import asyncio
import time
import uuid

from benchmarks.conversations import OPENING, STOCK_ANSWERS, Step
from benchmarks.peers import Peer

USERS = 10


def stock_throughput(peer: Peer, seconds: float) -> float:
    """Turns per second, counting those that were finished within the time."""

    async def user(until: float) -> int:
        done, sender = 0, uuid.uuid4().hex
        async with peer.async_client() as client:
            while time.monotonic() < until:
                text = OPENING[done] if done < len(OPENING) else STOCK_ANSWERS[done % len(STOCK_ANSWERS)]
                answer = await client.post("/webhooks/rest/webhook", json={"sender": sender, "message": text})
                answer.raise_for_status()
                done += time.monotonic() < until
        return done

    return asyncio.run(_rate(user, seconds))


def scan_throughput(peer: Peer, script: list[Step], seconds: float) -> float:
    """Turns per second through the engine; each person goes through the whole script again and again."""

    async def user(until: float) -> int:
        done, state = 0, script[0].state
        async with peer.async_client() as client:
            while time.monotonic() < until:
                place = done % len(script)
                body = {"state": state if place else script[0].state, "text": script[place].text}
                answer = await client.post("/turn", json=body)
                state = answer.raise_for_status().json()["state"]
                done += time.monotonic() < until
        return done

    return asyncio.run(_rate(user, seconds))


async def _rate(user, seconds: float) -> float:
    until = time.monotonic() + seconds
    return sum(await asyncio.gather(*(user(until) for _ in range(USERS)))) / seconds
