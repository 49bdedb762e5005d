"""Visitors of the plain pages in a browser."""

from tests.support.web.plain import data_dir, server, without_engine

__all__ = ["data_dir", "server", "without_engine"]
