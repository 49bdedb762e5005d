"""Fixtures of all tests. On Python 3.10 only the core and the engine are tested, and those of the app are not there."""

from __future__ import annotations

import sys
from datetime import datetime, timezone

import pytest
from hypothesis import HealthCheck, settings

if sys.version_info >= (3, 12):
    pytest_plugins = [f"tests.support.{name}" for name in ("databases", "app", "web.browsers", "commands", "engines")]

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 24, 10, 30, tzinfo=timezone.utc)
