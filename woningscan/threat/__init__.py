"""Threat detector for free text: ``assess(text)`` gives a level, an action and the reasons. Pure and deterministic."""

from __future__ import annotations

from .assessment import Action, Assessment, Level
from .combine import assess_rules

__all__ = ["Action", "Assessment", "Level", "assess"]


def assess(text: str) -> Assessment:
    """Judge one message. Any string is accepted; never raises."""
    return assess_rules(text)
