"""A reader that thinks what a test says, and a conversation in which a question is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.support.talking.safe_triage import SAFE_TRIAGE
from woningscan.content.model import Content, Question
from woningscan.conversation.memory import Memory
from woningscan.reading.aftermath import Aftermath
from woningscan.reading.opinion import Bars, Meaning
from woningscan.reading.threat import Assessment, assess
from woningscan.reading.threat.relayed import assess_relayed

PROFILE = {"woningtype": "vrijstaand", "eigendom": "koop", "huishouden": "alleen", "auto": "ja"}


@dataclass
class Opinions:
    """A reader that thinks what the test says; danger is read by the core's own rules and words."""

    chances: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    meant: Meaning | None = field(default_factory=lambda: Meaning("thanks", 0.0, "thanks", 0.9))
    became: Mapping[Aftermath, float] | None = None
    alarming: Mapping[bool | None, float] | None = None
    bars: Bars = field(default_factory=Bars)

    def own_words(self, piece: str) -> Assessment:
        return assess(piece)

    def words_of_others(self, piece: str) -> Assessment:
        return assess_relayed(piece)

    def answer(self, question: Question, piece: str) -> Mapping[str, float] | None:
        return self.chances.get(question.id, {choice.value: 0.0 for choice in question.choices})

    def meaning(self, piece: str) -> Meaning | None:
        return self.meant

    def aftermath(self, piece: str) -> Mapping[Aftermath, float] | None:
        return self.became

    def whether_danger(self, piece: str) -> Mapping[bool | None, float] | None:
        return self.alarming


def asked(content: Content, question_id: str, **answers: str) -> Memory:
    """A memory in which this question is open."""
    known = {"functie": "wethouder", **SAFE_TRIAGE, **PROFILE, "scanlengte": "volledig", **answers}
    return Memory(version=content.version, started=True, answers=known, revisit=question_id)
