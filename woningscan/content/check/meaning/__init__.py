"""What a text means, as far as a program sees it: what is never said, what may not be lost, and what must be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.check.meaning.kept import kept_problems
from woningscan.content.check.meaning.named import named_problems
from woningscan.content.check.meaning.reporting import reporting_problems
from woningscan.content.check.meaning.terms import term_problems
from woningscan.content.check.meaning.whom import label_problems
from woningscan.content.problems import Problem


def meaning_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Everything about the meaning of the files that fit their schema, beside what single sentences may never say."""
    yield from kept_problems(parsed)
    yield from named_problems(parsed)
    yield from reporting_problems(parsed)
    yield from term_problems(parsed)
    yield from label_problems(parsed.get("routes.yml", {}).get("contacts", {}))
