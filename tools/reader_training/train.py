"""Tune the encoder and write its weights: `python -m tools.reader_training.train OUT [--epochs N]`.

Every step takes a batch of one task, so that one body learns levels of danger, answers and intents together.
"""

from __future__ import annotations

import argparse
import json
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

from bot.reader.pieces import prepared
from tools.reader_training import base, rows
from tools.reader_training.material import Example, Material
from tools.reader_training.network import Encoder, padded

HEADS_FASTER, DECAY, WARM_UP = 5, 0.01, 0.04
"""How many times the rate of the body the heads learn at."""
LOWER = 0.88
"""How much slower each layer learns than the one above it: what lies deepest is most of what the base knows."""
SMOOTHING = {"threat": 0.02, "kind": 0.02, "answer": 0.01, "intent": 0.02}
IMPOSSIBLE = -1e4


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
