"""The tuned encoder: from a text, or a question and a text, to the chance of each class of each head.

The files in `model/` are made by `tools/reader_training`; the manifest says from what, and which classes there are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from bot.reader.pieces import LONGEST_TEXT, prepared, with_question

MODEL = Path(__file__).with_name("model")
WINDOW_STEP = 64
"""How many pieces further the next window of a long text starts."""
MAX_WINDOWS = 4
"""No message costs more than so many readings; the core hands on long texts in parts (`woningscan/reading/text.py`)."""
Floats = npt.NDArray[np.float32]


class ReaderProblem(Exception):
    """The model's files are not there or do not belong together; the message says what to do."""


class Encoder:
    """Safe to share between threads. Holds one thread while it reads, for a turn has one core."""

    def __init__(self, folder: Path = MODEL) -> None:
        """Raises ReaderProblem."""
        try:
            manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
            with (folder / "encoder.onnx").open("rb") as network:
                digest = hashlib.file_digest(network, "sha256").hexdigest()
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as problem:
            raise ReaderProblem(f"{folder} is not complete: run tools/reader_training again") from problem
        if digest != manifest["sha256"]:
            raise ReaderProblem(f"encoder.onnx in {folder} is not the one of its manifest")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            folder / "encoder.onnx", options, providers=["CPUExecutionProvider"]
        )
        self.classes: Mapping[str, Sequence[str]] = manifest["classes"]
        self.bars: Mapping[str, float] = manifest.get("bars", {})
        self.tuned_on: str = manifest.get("data", "")
        self._temperatures: Mapping[str, float] = manifest.get("temperatures", {})
        self._heads = [output.name for output in self._session.get_outputs()]

    def read(self, text: str) -> dict[str, Floats]:
        """Log-odds by head, one row for each window of the text, shape (windows, classes)."""
        ids = self._ids(text)
        starts = range(0, max(len(ids) - (LONGEST_TEXT - WINDOW_STEP), 1), WINDOW_STEP)
        windows = [ids[start : start + LONGEST_TEXT] for start in starts][:MAX_WINDOWS]
        read = [self._run(window) for window in windows]
        return {head: np.concatenate([one[head] for one in read]) for head in self._heads}

    def answer(self, question: str, text: str) -> dict[str, float]:
        """Log-odds of each class of an answer, for a text typed after a question."""
        scores = self._run(with_question(self._question_ids(question), self._ids(text)))["answer"][0]
        return dict(zip(self.classes["answer"], scores.tolist(), strict=True))

    def temperature(self, head: str) -> float:
        """What the log-odds of a head are divided by, so that its chances are true."""
        return float(self._temperatures.get(head, 1.0))

    def _run(self, ids: Sequence[int]) -> dict[str, Floats]:
        inputs = {"ids": np.asarray([ids], np.int64), "mask": np.ones((1, len(ids)), np.float32)}
        return dict(zip(self._heads, self._session.run(None, inputs), strict=True))

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(prepared(text)).ids)

    @lru_cache(maxsize=256)  # noqa: B019 (one encoder lives as long as the process)
    def _question_ids(self, question: str) -> tuple[int, ...]:
        return tuple(self._ids(question))


@lru_cache(maxsize=1)
def packaged_encoder() -> Encoder:
    """The encoder of this installation. Raises ReaderProblem."""
    return Encoder()
