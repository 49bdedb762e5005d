"""The rows as batches of examples: what one round of tuning reads, made anew each time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from bot.reader.classes import NONE
from bot.reader.pieces import LONGEST_TEXT, prepared, with_question
from tools.reader_training import rows

INTENTS_READ = 3
"""Times an epoch reads each intent that was written for a person: they are few, and spread over ninety intents."""
ABOUT_DANGER_READ = 6
"""Times an epoch reads each answer about a danger: they are few."""
OLDER_READ = 0.33
"""Share of the older threats, written from a label and not from a person, that a short round reads."""
TWO_THINGS = 1_200
"""Messages an epoch has in which an answer and something else stand together, of each sort."""
UNLIKE_A_SECOND_THING = frozenset({NONE, "affirm", "deny", "unsure", "skip", "nonsense", "english", "report_threat"})


@dataclass(frozen=True)
class Example:
    """`targets`: class number by head. `allowed`: the classes of the answer that the question has."""

    ids: Sequence[int]
    targets: dict[str, int]
    allowed: frozenset[int] | None = None


class Material:
    """The rows as examples, made anew each epoch with other typing errors."""

    def __init__(self, tokenizer: Tokenizer, seed: int, batch: int, *, short: bool) -> None:
        self.short = short
        self.chance = random.Random(seed)  # noqa: S311 (no secret: the same seed gives the same figures)
        self.tokenizer, self.batch = tokenizer, batch
        self.threats, self.told, self.meant = rows.threats(), rows.answers(), rows.intents()
        self.asked, phrases = rows.questions()
        self.told = [row for row in [*phrases, *self.told] if row["question"] in self.asked.texts]
        self.common, self.about_danger = rows.common_answers(), rows.about_danger()
        asking = [row for row in self.meant if row["intent"] != NONE]
        self.others = [row["text"] for row in (*self.threats, *asking) if len(row["text"].split()) >= 4]
        kinds = sorted({row["kind"] for row in self.threats if row.get("kind")})
        answers = sorted({name for of in self.asked.choices.values() for name in of.values()})
        self.classes = {
            "threat": list(rows.LEVELS),
            "kind": [NONE, *kinds],
            "answer": [NONE, *answers],
            "intent": [NONE, *sorted({row["intent"] for row in self.meant} - {NONE})],
        }
        self.number = {head: {name: i for i, name in enumerate(names)} for head, names in self.classes.items()}
        self.stems = {name: self._ids([prepared(text)])[0] for name, text in self.asked.texts.items()}
        self.allowed = {
            name: frozenset(self.number["answer"][one] for one in self.asked.allowed(name)) for name in self.asked.texts
        }

    def counts(self) -> dict[str, int]:
        """How many rows each task has."""
        return {
            "threat": len(self.threats),
            "answers": len(self.told),
            "intents": len(self.meant),
            "danger": len(self.about_danger),
        }

    def epoch(self) -> list[list[Example]]:
        """Batches of one epoch in a random order; texts of a batch are about as long as each other.

        Two things in one message are as often harmless as not, or the model learns that a second thing is a danger.
        """
        asking = [row for row in self.meant if row["intent"] not in UNLIKE_A_SECOND_THING]
        alarming = [row for row in self.threats if row["level"] != "geen"]
        told_and_asked = rows.both(self.told, asking, self.chance, TWO_THINGS)
        told_and_alarmed = rows.both(self.told, alarming, self.chance, TWO_THINGS)
        elsewhere = [{"text": row["text"]} for row in self.told if row["choice"] and row["question"] not in rows.SAFETY]
        told_twice = rows.both(self.told, elsewhere, self.chance, TWO_THINGS)
        harmless = [{"text": row["text"], "level": "geen"} for row in (*told_and_asked, *told_twice)]
        told = rows.answers_of_an_epoch(self.asked, self.told, self.common, self.others, self.chance)
        tasks = [
            self._threat_examples([*self._threats_of_an_epoch(), *told_and_alarmed, *harmless]),
            self._answer_examples(
                [*told, *ABOUT_DANGER_READ * self.about_danger, *told_and_asked, *told_and_alarmed, *told_twice]
            ),
            self._intent_examples([*self._intents_of_an_epoch(), *told_and_asked, *self._without_intent()]),
        ]
        batches = [batch for examples in tasks for batch in self._batches(examples)]
        self.chance.shuffle(batches)
        return batches

    def _threats_of_an_epoch(self) -> list[rows.Row]:
        if not self.short:
            return self.threats
        return [row for row in self.threats if row["set"] == rows.PEOPLE or self.chance.random() < OLDER_READ]

    def _intents_of_an_epoch(self) -> list[rows.Row]:
        times = 1 if self.short else INTENTS_READ
        return [row for row in self.meant for _ in range(times if row["own"] else 1)]

    def _without_intent(self) -> list[rows.Row]:
        """Answers and messages about danger, which ask for nothing."""
        told = [row["text"] for row in self.told if len(row["text"].split()) >= 3]
        alarming = [row["text"] for row in self.threats]
        texts = [*self.chance.sample(told, min(2_500, len(told))), *self.chance.sample(alarming, 1_500)]
        return [{"text": text, "intent": NONE} for text in texts]

    def _threat_examples(self, of: Sequence[rows.Row]) -> list[Example]:
        made = []
        for row, ids in zip(of, self._typed(of), strict=True):
            targets = {"threat": self.number["threat"][row["level"]]}
            if "kind" in row and row["level"] != "geen":  # what kind it is, is asked only of a danger
                targets["kind"] = self.number["kind"][row["kind"] or NONE]
            made.append(Example(ids[:LONGEST_TEXT], targets))
        return made

    def _answer_examples(self, of: Sequence[rows.Row]) -> list[Example]:
        made = []
        for row, ids in zip(of, self._typed(of), strict=True):
            name = row["question"]
            value = self.asked.choices[name].get(row["choice"] or "", NONE)
            joined = with_question(self.stems[name], ids)
            made.append(Example(joined, {"answer": self.number["answer"][value]}, self.allowed[name]))
        return made

    def _intent_examples(self, of: Sequence[rows.Row]) -> list[Example]:
        return [
            Example(ids[:LONGEST_TEXT], {"intent": self.number["intent"][row["intent"]]})
            for row, ids in zip(of, self._typed(of), strict=True)
        ]

    def _typed(self, of: Sequence[rows.Row]) -> list[list[int]]:
        return self._ids([rows.as_typed(row["text"], self.chance) for row in of])

    def _ids(self, texts: Sequence[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self.tokenizer.encode_batch(list(texts))]

    def _batches(self, examples: list[Example]) -> list[list[Example]]:
        self.chance.shuffle(examples)
        made = []
        for start in range(0, len(examples), self.batch * 40):
            part = sorted(examples[start : start + self.batch * 40], key=lambda example: len(example.ids))
            made += [part[at : at + self.batch] for at in range(0, len(part), self.batch)]
        return made
