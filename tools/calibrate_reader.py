"""Set the temperatures of the reader on rows of their own and write them to its manifest.

Usage: python tools/calibrate_reader.py (after tools/reader_training/export; on `data/*/dev.jsonl`, on the 8-bit file)
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.reader.classes import NONE, class_of, question_text  # noqa: E402
from bot.reader.encoder import MODEL, Encoder  # noqa: E402
from tools.reader_rows import rows  # noqa: E402
from woningscan.content import load_content  # noqa: E402
from woningscan.reading.opinion import Bars  # noqa: E402

TEMPERATURES = np.arange(0.6, 3.01, 0.05)


def best_temperature(scores: list[np.ndarray], labels: list[int]) -> tuple[float, float]:
    """The temperature with the lowest log-loss, and that loss."""

    def loss(temperature: float) -> float:
        total = 0.0
        for row, label in zip(scores, labels, strict=True):
            scaled = row / temperature
            total -= scaled[label] - scaled.max() - np.log(np.exp(scaled - scaled.max()).sum())
        return float(total / len(scores))

    losses = {float(temperature): loss(temperature) for temperature in TEMPERATURES}
    best = min(losses, key=lambda temperature: losses[temperature])
    return round(best, 2), losses[best]


def of_head(encoder: Encoder, head: str, kind: str, column: str) -> tuple[list[np.ndarray], list[int]]:
    names = list(encoder.classes[head])
    measured = [row for row in rows(kind, "dev") if row[column] in names]
    return [encoder.read(row["text"])[head][0] for row in measured], [names.index(row[column]) for row in measured]


def of_answers(encoder: Encoder) -> tuple[list[np.ndarray], list[int]]:
    content = load_content(ROOT / "content")
    scores, labels = [], []
    for row in rows("answers", "dev"):
        question = content.questions[row["question"]]
        values = [choice.value for choice in question.choices]
        by_class = encoder.answer(question_text(question.ask), row["text"])
        possible = [NONE, *(class_of(question.id, value, values) for value in values)]
        scores.append(np.asarray([by_class[name] for name in possible]))
        labels.append(0 if row["choice"] is None else 1 + values.index(row["choice"]))
    return scores, labels


def main() -> None:
    encoder = Encoder()
    path = MODEL / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    measured = {
        "threat": of_head(encoder, "threat", "threat", "level"),
        "intent": of_head(encoder, "intent", "intents", "intent"),
        "answer": of_answers(encoder),
    }
    temperatures = {}
    for head, (scores, labels) in measured.items():
        temperatures[head], loss = best_temperature(scores, labels)
        right = np.mean([int(row.argmax()) == label for row, label in zip(scores, labels, strict=True)])
        print(f"{head}: temperature {temperatures[head]}, log-loss {loss:.3f}, most likely class right {right:.3f}")
    manifest["temperatures"] = temperatures
    manifest.setdefault("bars", asdict(Bars()))
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
