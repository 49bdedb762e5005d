"""The rows of ``data/threat`` and the everyday texts beside them, for training the model of words and for measuring."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from woningscan.content import load_content
from woningscan.reading.threat.combine import feature_vector

ROOT = Path(__file__).resolve().parent.parent
LEVELS = ("geen", "diffuus", "concreet", "acuut")
PLAIN, SITUATIONS, FINGERPRINTED = "kern", "situatie", ("kern", "proef")
"""Sets: plain statements; rows about the writer's situation; those that the fingerprint is taken over."""
EVERYDAY_WEIGHT = 1.2
PLAIN_WEIGHT = 3.0
"""Plain statements are rare among the rows and must never be missed."""
NOT_EVERYDAY = frozenset({"report_threat", "insult", "nonsense"})
Row = dict[str, Any]


def rows(split: str) -> list[Row]:
    """Rows of a split, `train` or `test`."""
    path = ROOT / "data" / "threat" / f"{split}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def tags_of(row: Row) -> list[str]:
    tags: list[str] = row.get("tags", [])
    return tags


def weight_of(row: Row) -> float:
    """How much a row counts in training."""
    return PLAIN_WEIGHT if row["set"] == PLAIN else 1.0


def tables_fingerprint() -> str:
    """Changes when the word tables, the rules or the features read a message otherwise: the weights then need training.

    Taken over the plain statements and one mixed set: enough to meet every table.
    """
    digest = hashlib.sha256()
    for row in rows("train"):
        if row["set"] in FINGERPRINTED:
            seen = sorted((name, round(value, 6)) for name, value in feature_vector(row["text"]).items())
            digest.update(json.dumps(seen, ensure_ascii=False).encode())
    return digest.hexdigest()


def everyday_texts() -> list[str]:
    """Harmless texts of the bot's own field: answers to questions about the home, and examples of what is asked."""
    content = load_content(ROOT / "content")
    about_home = [question for question in content.questions.values() if question.section != "triage"]
    texts = {form for q in about_home for choice in q.choices for form in (choice.label, *choice.phrases)}
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in YAML(typ="safe").load(path).get("nlu", []):
            if block.get("intent") and block["intent"] not in NOT_EVERYDAY:
                texts |= {line.strip().removeprefix("-").strip() for line in block["examples"].splitlines()}
    return sorted(texts - {""})
