"""The same kind of conversation with both: a greeting, a start, then one typed answer after another.

Turn n is the n-th answer. Each is checked to have been taken as one: a turn that did something else is no measurement.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from benchmarks.peers import Peer

ANSWERS = 25
OPENING = ("hallo", "start de scan")
STOCK_ANSWERS = ("ja", "nee hoor", "weet ik niet")
# What the person in the measured scan picks where the question has it: the longest way, without a threat.
_PICKS = ("nee", "volledig", "raadslid")


class WrongTurn(Exception):
    """A turn was not taken as the answer it was meant to be."""


@dataclass(frozen=True)
class Turn:
    """What one answer cost: seconds on the clock, and seconds of CPU in all the peer's processes."""

    number: int
    wall: float
    cpu: float


@dataclass(frozen=True)
class Step:
    """A turn that can be taken again, because the engine keeps nothing: the state before it, and the text."""

    state: dict[str, Any]
    text: str


def timed(peer: Peer, client: httpx.Client, number: int, path: str, body: dict[str, Any]) -> tuple[Turn, Any]:
    """One request, what it cost, and the answer. Raises httpx.HTTPError."""
    cpu, began = peer.cpu_seconds(), time.perf_counter()
    response = client.post(path, json=body)
    wall, cpu = time.perf_counter() - began, peer.cpu_seconds() - cpu
    return Turn(number, wall, cpu), response.raise_for_status().json()


def scan_script(client: httpx.Client) -> list[Step]:
    """Hold the real scan once, typing the labels of the choices, and return its answers as steps. Raises WrongTurn."""
    state: dict[str, Any] = {}
    replies: list[dict[str, Any]] = []
    for text in OPENING:
        state, replies = _told(client, state, text)
    steps = []
    for number in range(1, ANSWERS + 1):
        step = Step(state, _picked(replies))
        state, replies = _told(client, state, step.text)
        if len(state["slots"]["memory"]["answers"]) != number:
            raise WrongTurn(f"the engine did not take {step.text!r} as answer {number}")
        steps.append(step)
    return steps


def scan_turns(peer: Peer, client: httpx.Client, script: list[Step]) -> Iterator[Turn]:
    """The scan turn by turn, with the state that came back carried on. Raises WrongTurn."""
    state = script[0].state
    for number, step in enumerate(script, 1):
        turn, answer = timed(peer, client, number, "/turn", {"state": state, "text": step.text})
        state = answer["state"]
        if answer["error"] or len(state["slots"]["memory"]["answers"]) != number:
            raise WrongTurn(f"the engine did not take {step.text!r} as answer {number}: {answer['error']}")
        yield turn


def stock_turns(peer: Peer, client: httpx.Client, sender: str) -> Iterator[Turn]:
    """The stock form turn by turn, after its opening. Raises WrongTurn."""
    path = "/webhooks/rest/webhook"
    for text in OPENING:
        timed(peer, client, 0, path, {"sender": sender, "message": text})
    for number in range(1, ANSWERS + 1):
        text = STOCK_ANSWERS[number % len(STOCK_ANSWERS)]
        turn, messages = timed(peer, client, number, path, {"sender": sender, "message": text})
        said = " ".join(message.get("text", "") for message in messages)
        if (f"Vraag {number + 1} van" if number < ANSWERS else "alle vragen") not in said:
            raise WrongTurn(f"stock Rasa did not take {text!r} as answer {number}: {said!r}")
        yield turn


def _told(client: httpx.Client, state: dict[str, Any], text: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    answer = client.post("/turn", json={"state": state, "text": text}).raise_for_status().json()
    if answer["error"]:
        raise WrongTurn(f"the engine failed on {text!r}: {answer['error']}")
    return answer["state"], answer["replies"]


def _picked(replies: list[dict[str, Any]]) -> str:
    offered = [choice for reply in replies for choice in reply["choices"] if choice["id"].startswith("antwoord:")]
    if not offered:
        raise WrongTurn(f"no question was asked: {[reply['id'] for reply in replies]}")
    wanted = [choice for choice in offered if choice["id"].rpartition("=")[2] in _PICKS]
    return str((wanted or offered)[0]["label"])
