"""The console of an app without an engine."""

from tests.support.desks import server

__all__ = ["server"]
