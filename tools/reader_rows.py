"""The rows that the reader is calibrated and measured on, and an interval for a share."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]


def rows(kind: str, split: str) -> list[Row]:
    """Rows of a `kind`: a folder of `data`. `split` is `dev` (for calibration) or `test` (for measuring, once)."""
    path = ROOT / "data" / kind / f"{split}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def share(hits: int, of: int) -> str:
    """A share in percent with its interval of 95 % (Wilson)."""
    if not of:
        return "-"
    z, p = 1.96, hits / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{100 * p:5.1f} % ({100 * max(0, middle - half):.1f}–{100 * (middle + half):.1f}; {hits} of {of})"
