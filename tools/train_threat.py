"""Train the model of words on ``data/threat`` and write ``woningscan/reading/threat/weights.json``.

Usage: python tools/train_threat.py [--check]

Every row of ``train.jsonl`` but those of the set ``situatie`` is used; these last train one question more, whether the
writer despairs: mixed with the others they made the levels worse on sets that were written apart. What people say to
this bot without any danger counts too, at less weight: the answers listed in ``content`` and the examples in
``data/nlu`` of everything but a threat. The temperature is set on out-of-fold predictions, so the probabilities mean
what they say on families the model has not seen. ``--check`` reports cross-validation only.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.threat_rows import (  # noqa: E402
    EVERYDAY_WEIGHT,
    LEVELS,
    SITUATIONS,
    Row,
    everyday_texts,
    rows,
    tables_fingerprint,
    tags_of,
    weight_of,
)
from woningscan.reading.threat.combine import feature_vector  # noqa: E402
from woningscan.reading.threat.situation.writer import despairs  # noqa: E402

Vectors = list[dict[str, float]]
FOLDS = 4

STRENGTH = 3.0
MIN_ROWS = 3
MAX_FEATURES = 44_000
MAX_DESPAIR_FEATURES = 9_000
DESPAIR = "zorg"
DESPAIR_WEIGHT, LOOK_ALIKE_WEIGHT = 4.0, 2.0
WEIGHTS = ROOT / "woningscan" / "reading" / "threat" / "weights.json"


def vectorise(vectors: list[dict[str, float]]) -> tuple[DictVectorizer, object]:
    """Sparse matrix of the features that occur in at least ``MIN_ROWS`` rows."""
    vectoriser = DictVectorizer()
    matrix = vectoriser.fit_transform(vectors)
    often = np.asarray((matrix > 0).sum(axis=0)).ravel() >= MIN_ROWS
    vectoriser.restrict(np.flatnonzero(often), indices=True)
    return vectoriser, vectoriser.transform(vectors)


def fit(matrix: object, labels: np.ndarray, weight: np.ndarray, everyday: int) -> LogisticRegression:
    """Multinomial logistic regression; deterministic. The last ``everyday`` rows are harmless and weigh less."""
    weights = np.r_[weight, np.full(everyday, EVERYDAY_WEIGHT)]
    every = np.r_[labels, np.zeros(everyday, dtype=int)]
    return LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(matrix, every, sample_weight=weights)


def out_of_fold(
    vectors: Vectors, labels: np.ndarray, weight: np.ndarray, groups: list[str], everyday: Vectors
) -> np.ndarray:
    """Log-odds for every row from a model that saw none of its family."""
    logits = np.zeros((len(vectors), len(LEVELS)))
    splitter = StratifiedGroupKFold(n_splits=FOLDS, shuffle=True, random_state=0)
    for train, held_out in splitter.split(labels, labels, groups):
        vectoriser, matrix = vectorise([*(vectors[i] for i in train), *everyday])
        model = fit(matrix, labels[train], weight[train], len(everyday))
        part = model.decision_function(vectoriser.transform([vectors[i] for i in held_out]))
        logits[np.ix_(held_out, model.classes_)] = part
    return logits


def probabilities(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Softmax at a temperature."""
    scaled = logits / temperature
    exps = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)


def best_temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    """The temperature with the lowest log-loss."""

    def loss(t: float) -> float:
        chosen = probabilities(logits, t)[np.arange(len(labels)), labels]
        return float(-np.log(np.maximum(chosen, 1e-9)).mean())

    return float(minimize_scalar(loss, bounds=(0.3, 4.0), method="bounded").x)


def report(chances: np.ndarray, labels: np.ndarray) -> None:
    """Accuracy and the share caught and disturbed at a few thresholds."""
    print(f"rows {len(labels)}  accuracy {np.mean(chances.argmax(axis=1) == labels):.3f}")
    danger = chances[:, 2] + chances[:, 3]
    for threshold in (0.5, 0.3, 0.2, 0.1):
        caught, quiet = (danger[labels >= 2] > threshold).mean(), (danger[labels == 0] > threshold).mean()
        support = (danger[labels == 1] > threshold).mean() if (labels == 1).any() else 0.0
        print(f"danger > {threshold}: caught {caught:.3f}  diffuus {support:.3f}  geen {quiet:.3f}")


def fit_despair(data: list[Row], everyday: Vectors) -> tuple[DictVectorizer, LogisticRegression]:
    """Whether the writer despairs, from the rows tagged so against all others; an old row that says so is left out."""
    told = [row for row in data if is_despair(row) or not despairs(row["text"])]
    tagged = [is_despair(row) for row in told]
    weights = [
        DESPAIR_WEIGHT if mark else LOOK_ALIKE_WEIGHT if row["set"] == SITUATIONS else 1.0
        for mark, row in zip(tagged, told, strict=True)
    ]
    vectoriser, matrix = vectorise([*(feature_vector(row["text"]) for row in told), *everyday])
    labels, weight = np.r_[tagged, np.zeros(len(everyday), dtype=bool)], np.r_[weights, np.ones(len(everyday))]
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(matrix, labels, sample_weight=weight)
    return vectoriser, model


def is_despair(row: Row) -> bool:
    return row.get("kind") == "wanhoop" or DESPAIR in tags_of(row)


def despair_weights(vectoriser: DictVectorizer, model: LogisticRegression) -> dict:
    """The strongest features of the question about despair, as whole numbers."""
    strength = np.abs(model.coef_[0])
    keep = sorted(np.argsort(-strength)[:MAX_DESPAIR_FEATURES], key=lambda i: vectoriser.feature_names_[i])
    scale = float(strength.max()) / 999
    values = [(vectoriser.feature_names_[i], round(model.coef_[0, i] / scale)) for i in keep]
    told = [(name, value) for name, value in values if value]
    return {
        "scale": scale,
        "bias": round(float(model.intercept_[0]), 5),
        "names": [name for name, _ in told],
        "values": [value for _, value in told],
    }


def write(vectoriser: DictVectorizer, model: LogisticRegression, temperature: float, despair: dict) -> int:
    """Write the strongest features as whole numbers; returns the size in bytes."""
    coefficients = model.coef_ - model.coef_.mean(axis=0, keepdims=True)
    strength = np.abs(coefficients).max(axis=0)
    keep = sorted(np.argsort(-strength)[:MAX_FEATURES], key=lambda i: vectoriser.feature_names_[i])
    scale = float(strength.max()) / 999
    whole = np.rint(coefficients[:, keep] / scale).astype(int).T
    pairs = [(vectoriser.feature_names_[i], row.tolist()) for i, row in zip(keep, whole, strict=True) if row.any()]
    content = {
        "made_for": tables_fingerprint(),
        "levels": LEVELS,
        "scale": scale,
        "temperature": temperature,
        "bias": [round(float(b), 5) for b in model.intercept_],
        "names": [name for name, _ in pairs],
        "rows": [row for _, row in pairs],
        "despair": despair,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    return len(text.encode())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="report only")
    options = parser.parse_args()
    everything = rows("train")
    data = [row for row in everything if row["set"] != SITUATIONS]
    vectors = [feature_vector(row["text"]) for row in data]
    labels = np.array([LEVELS.index(row["level"]) for row in data])
    everyday = [feature_vector(text) for text in everyday_texts()]
    weight = np.array([weight_of(row) for row in data])
    logits = out_of_fold(vectors, labels, weight, [row["family"] for row in data], everyday)
    temperature = best_temperature(logits, labels)
    print(f"temperature {temperature:.3f}")
    report(probabilities(logits, temperature), labels)
    if options.check:
        return
    vectoriser, matrix = vectorise([*vectors, *everyday])
    model = fit(matrix, labels, weight, len(everyday))
    despair = despair_weights(*fit_despair(everything, everyday))
    print(f"wrote {write(vectoriser, model, temperature, despair)} bytes")


if __name__ == "__main__":
    main()
