"""What a Prometheus would read from an app."""

from __future__ import annotations

from collections.abc import Mapping

import httpx
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from tests.support.waiting import GENEROUS


def scraped_text(address: str) -> str:
    answer = httpx.get(f"http://{address}/metrics", timeout=GENEROUS)
    assert answer.status_code == 200
    return answer.text


def families(text: str) -> list[Metric]:
    return list(text_string_to_metric_families(text))


def samples(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Every value by the name of its series and its labels."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in families(text)
        for sample in family.samples
    }


def value(text: str, name: str, labels: Mapping[str, str] | None = None) -> float:
    return samples(text)[name, tuple(sorted((labels or {}).items()))]
