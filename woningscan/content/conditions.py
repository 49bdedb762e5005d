"""When something applies: `is`, `is_not`, `any_of`, `all`, `any` on the answers, and nothing else (decision D5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def holds(condition: Mapping[str, Any] | None, answers: Mapping[str, str]) -> bool:
    """Whether `condition` is true of `answers`. A question without answer satisfies `is_not`, never `is` or `any_of`.

    Raises ValueError on an operator that does not exist; the content check has found it before.
    """
    if condition is None:
        return True
    if "all" in condition:
        return all(holds(part, answers) for part in condition["all"])
    if "any" in condition:
        return any(holds(part, answers) for part in condition["any"])
    answer = answers.get(condition["question"])
    if "is" in condition:
        return bool(answer == condition["is"])
    if "is_not" in condition:
        return bool(answer != condition["is_not"])
    if "any_of" in condition:
        return answer in condition["any_of"]
    raise ValueError(f"unknown condition: {sorted(condition)}")
