"""The rows of ``data/threat`` and the everyday texts beside them, for training and measuring."""

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
TRAINED_ON = frozenset({"train", "dev", "test", "toets", "proef"})
SITUATIONS = frozenset({"situatie"})
EVERYDAY_WEIGHT = 1.2
PLAIN_WEIGHT = 3.0
"""Plain statements (``kern``) are rare among the rows and must never be missed."""
NOT_EVERYDAY = frozenset({"report_threat", "insult", "nonsense"})
Row = dict[str, Any]


def rows(splits: frozenset[str]) -> list[Row]:
    """Rows of the named splits from every file, in a fixed order."""
    paths = sorted((ROOT / "data" / "threat").rglob("*.jsonl"), key=lambda path: path.name)
    found = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in found if row["split"] in splits]


def weight_of(row: Row) -> float:
    """How much a row counts in training."""
    return PLAIN_WEIGHT if "kern" in row["kenmerken"] else 1.0


def tables_fingerprint() -> str:
    """Changes when the word tables, the rules or the features read a message otherwise: the weights then need training.

    Taken over the plain statements (``kern``) and the rows of ``proef``: enough to meet every table.
    """
    chosen = [row for row in rows(TRAINED_ON) if "kern" in row["kenmerken"] or row["split"] == "proef"]
    digest = hashlib.sha256()
    for row in chosen:
        seen = sorted((name, round(value, 6)) for name, value in feature_vector(row["tekst"]).items())
        digest.update(json.dumps(seen, ensure_ascii=False).encode())
    return digest.hexdigest()


def everyday_texts() -> list[str]:
    """Harmless texts of the bot's own field: listed answers to questions about the home, and training examples."""
    content = load_content(ROOT / "content")
    about_home = [question for question in content.questions.values() if question.section != "triage"]
    found = {form for q in about_home for choice in q.choices for form in (choice.label, *choice.phrases)}
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in YAML(typ="safe").load(path).get("nlu", []):
            if block.get("intent") and block["intent"] not in NOT_EVERYDAY:
                found |= {line.strip().removeprefix("-").strip() for line in block["examples"].splitlines()}
    return sorted(found - {""})
