"""What a message tells of a danger that is known: the answers to a question that is never asked aloud."""

from __future__ import annotations

from enum import Enum


class Aftermath(Enum):
    """What became of a danger, as the reader understands it. Read under a route only."""

    CALLED = "called"
    """Help was called, or is on its way."""
    THERE = "there"
    """Help is there."""
    OVER = "over"
    """Who did it left or was taken away, what burned is out, the writer is safe elsewhere."""
    MISTAKE = "mistake"
    """It was nothing: a neighbour, a joke, a false alarm."""
    STILL = "still"
    """It goes on, comes back or gets worse, or help stays away."""
    CANNOT_CALL = "cannot_call"
    KNOWN = "known"
    """The police know of it."""
    UNREPORTED = "unreported"
    """It was not reported, or shall not be."""
    GO_ON = "go_on"
    """The writer wants to go on with what was being asked."""
