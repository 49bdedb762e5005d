"""Tune the encoder and write its weights: `python -m tools.reader_training.train OUT [--epochs N]`.

Every step takes a batch of one task, so that one body learns levels of danger, answers and intents together.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from bot.reader.classes import NONE
from bot.reader.pieces import LONGEST_TEXT, prepared, with_question
from tools.reader_training import base, rows
from tools.reader_training.network import Encoder, padded

HEADS_FASTER, DECAY, WARM_UP = 5, 0.01, 0.04
"""How many times the rate of the body the heads learn at."""
INTENTS_READ = 3
"""Times an epoch reads each intent that was written for a person: they are few, and spread over ninety intents."""
LOWER = 0.88
"""How much slower each layer learns than the one above it: what lies deepest is most of what the base knows."""
SMOOTHING = {"threat": 0.02, "kind": 0.02, "answer": 0.01, "intent": 0.02}
IMPOSSIBLE = -1e4
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
        self.common = rows.common_answers()
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
        return {"threat": len(self.threats), "answers": len(self.told), "intents": len(self.meant)}

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
            self._answer_examples([*told, *told_and_asked, *told_and_alarmed, *told_twice]),
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


def loss_of(model: Encoder, batch: Sequence[Example]) -> Tensor:
    """The mean loss of a batch over the heads that its rows have a class for."""
    ids, mask = padded([example.ids for example in batch])
    with torch.autocast("cpu", torch.bfloat16):
        read = model.read(ids, mask)
    read = read.float()
    total = torch.zeros(())
    for head in {name for example in batch for name in example.targets}:
        having = [i for i, example in enumerate(batch) if head in example.targets]
        scores = model.head(head, read[having])
        targets = torch.tensor([batch[i].targets[head] for i in having])
        if head == "answer":
            scores = scores + _impossible([batch[i] for i in having], scores.shape[1])
        total = total + F.cross_entropy(scores, targets, label_smoothing=0.0 if head == "answer" else SMOOTHING[head])
    return total


def _impossible(batch: Sequence[Example], classes: int) -> Tensor:
    """Very low where a question has no such choice."""
    low = torch.full((len(batch), classes), IMPOSSIBLE)
    for row, example in enumerate(batch):
        low[row, sorted(example.allowed or ())] = 0.0
    return low


@dataclass(frozen=True)
class Settings:
    """How to tune. `rate` is that of the top layer; a `short` round reads what people typed and a share of the rest."""

    epochs: int
    batch: int
    rate: float
    seed: int
    frozen: int
    short: bool


def tune(out: Path, settings: Settings, pieces: Path, earlier: Path | None = None) -> None:
    """Tune from the base, or go on from `earlier`: with its pieces, and with its classes that there still are."""
    torch.manual_seed(settings.seed)
    kept = None if earlier is not None else _kept_pieces(pieces)
    vocabulary = (
        (earlier / "tokenizer.json").read_text() if earlier is not None else json.dumps(base.cut_tokenizer(kept))
    )
    tokenizer = Tokenizer.from_str(vocabulary)
    material = Material(tokenizer, settings.seed, settings.batch, short=settings.short)
    sizes = {head: len(names) for head, names in material.classes.items()}
    model = Encoder(tokenizer.get_vocab_size(), sizes, frozen=settings.frozen)
    if earlier is None:
        start(model, kept)
    else:
        go_on(model, earlier, material.classes)
    model.freeze()
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_text(vocabulary)
    (out / "classes.json").write_text(json.dumps(material.classes, ensure_ascii=False, indent=1))
    manifest: dict[str, Any] = {**asdict(settings), "rows": material.counts(), "data": rows.fingerprint()}
    if earlier is not None:
        manifest["after"] = json.loads((earlier / "settings.json").read_text())
    (out / "settings.json").write_text(json.dumps(manifest, indent=1))
    _train(model, material, settings, out)


def _kept_pieces(path: Path) -> list[int]:
    """The pieces that an earlier tuning from the base kept, or those that today's rows need, written to `path`."""
    if path.exists():
        kept: list[int] = json.loads(path.read_text())
        return kept
    asked, phrases = rows.questions()
    texts = [row["text"] for row in (*rows.threats(), *rows.answers(), *phrases, *rows.intents())]
    kept = base.kept_pieces([prepared(text) for text in [*texts, *asked.texts.values()]])
    path.write_text(json.dumps(kept))
    return kept


def go_on(model: Encoder, earlier: Path, classes: Mapping[str, Sequence[str]]) -> None:
    """Put an earlier tuning's weights in; a class that is new since then starts from nothing."""
    weights = {name: value.float() for name, value in torch.load(earlier / "weights.pt").items()}
    before = json.loads((earlier / "classes.json").read_text())
    own = model.state_dict()
    for head, names in classes.items():
        known = [(at, before[head].index(name)) for at, name in enumerate(names) if name in before[head]]
        here, there = (list(numbers) for numbers in zip(*known, strict=True))
        for part in (f"outs.{head}.weight", f"outs.{head}.bias"):
            filled = own[part].clone()
            filled[here] = weights[part][there]
            weights[part] = filled
    model.load_state_dict(weights)


def start(model: Encoder, kept: list[int]) -> None:
    """Put the base's weights in; the heads stay as they are."""
    own = model.state_dict()

    def put(name: str, value: base.Floats) -> None:
        own[name].copy_(torch.from_numpy(np.ascontiguousarray(value)))

    with torch.no_grad():
        base.load_into(put, base.packed_weights(), kept, len(model.position))


def _train(model: Encoder, material: Material, settings: Settings, out: Path) -> None:
    """Tune; the weights are written after every epoch."""
    first = material.epoch()
    whole = settings.epochs * len(first)
    heads = [p for name, p in model.named_parameters() if p.requires_grad and name.startswith(("pools.", "outs."))]
    body = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith(("pools.", "outs."))]
    groups: list[dict[str, Any]] = [{"params": heads, "lr": HEADS_FASTER * settings.rate}]
    for depth, layer in enumerate(reversed(model.layers)):
        trained = [parameter for parameter in layer.parameters() if parameter.requires_grad]
        if trained:
            groups.append({"params": trained, "lr": settings.rate * LOWER**depth})
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
    warm = max(1, int(whole * WARM_UP))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / whole)
    )
    began, step, running = time.time(), 0, 0.0
    model.train()
    for epoch in range(settings.epochs):
        for batch in first if epoch == 0 else material.epoch():
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            running = 0.98 * running + 0.02 * loss.item()
            if step % 100 == 0:
                print(epoch, step, f"of {whole}", round(running, 4), f"{time.time() - began:.0f} s", flush=True)
        torch.save({name: value.half() for name, value in model.state_dict().items()}, out / "weights.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--from", dest="earlier", type=Path, help="go on from an earlier tuning")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--frozen", type=int, default=3)
    parser.add_argument("--pieces", type=Path, default=Path("pieces.json"))
    parser.add_argument("--short", action="store_true", help="two thirds of the work, to go on with new rows")
    parser.add_argument("--threads", type=int, default=2, help="one where the machine does other work: two then wait")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    settings = Settings(options.epochs, options.batch, options.rate, options.seed, options.frozen, options.short)
    tune(options.out, settings, options.pieces, options.earlier)


if __name__ == "__main__":
    main()
