"""A second opinion: multinomial logistic regression evaluated in plain Python from a weights file."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from .assessment import Level

LEVELS = (Level.GEEN, Level.DIFFUUS, Level.CONCREET, Level.ACUUT)


@dataclass(frozen=True)
class Opinion:
    """Calibrated probability per level. ``reads``: it is also that of a reader of whole sentences."""

    geen: float
    diffuus: float
    concreet: float
    acuut: float
    reads: bool = False

    @classmethod
    def from_log_odds(cls, scores: Sequence[float], reads: bool = False) -> Opinion:
        """Probabilities from log-odds in the order of ``LEVELS``."""
        top = max(scores)
        exps = [math.exp(score - top) for score in scores]
        total = sum(exps)
        geen, diffuus, concreet, acuut = (e / total for e in exps)
        return cls(geen, diffuus, concreet, acuut, reads)

    @property
    def danger(self) -> float:
        """Probability that the message reports a danger at all."""
        return self.concreet + self.acuut

    @property
    def signal(self) -> float:
        """Probability of anything but ``geen``."""
        return 1.0 - self.geen


@dataclass(frozen=True)
class Model:
    """Weights are whole numbers; ``scale`` brings them back. ``temperature`` is the calibration.

    ``despair`` are the weights of a second, smaller question: whether the writer cannot go on.
    """

    weights: Mapping[str, tuple[int, int, int, int]]
    bias: tuple[float, float, float, float]
    scale: float
    temperature: float
    despair: Mapping[str, float] = field(default_factory=dict)
    despair_bias: float = -9.0

    def despair_chance(self, features: Mapping[str, float]) -> float:
        """Chance that the writer of a message despairs, 0 to 1."""
        score = self.despair_bias + sum(self.despair.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(min(score, 30.0), -30.0)))

    def log_odds(self, features: Mapping[str, float]) -> list[float]:
        """Calibrated log-odds for one feature vector, in the order of ``LEVELS``."""
        sums = [0.0, 0.0, 0.0, 0.0]
        for name, value in features.items():
            row = self.weights.get(name)
            if row:
                for i in range(4):
                    sums[i] += row[i] * value
        return [(s * self.scale + b) / self.temperature for s, b in zip(sums, self.bias, strict=True)]

    def judge(self, features: Mapping[str, float]) -> Opinion:
        """Probabilities for one feature vector."""
        return Opinion.from_log_odds(self.log_odds(features))


@lru_cache(maxsize=1)
def packaged_model() -> Model | None:
    """The model shipped with the package; None when there is none (the rules then decide alone)."""
    source = resources.files(__package__).joinpath("weights.json")
    if not source.is_file():
        return None
    raw = json.loads(source.read_text(encoding="utf-8"))
    weights = {name: tuple(row) for name, row in zip(raw["names"], raw["rows"], strict=True)}
    despair = raw["despair"]
    named = {name: value * despair["scale"] for name, value in zip(despair["names"], despair["values"], strict=True)}
    return Model(weights, tuple(raw["bias"]), raw["scale"], raw["temperature"], named, despair["bias"])
