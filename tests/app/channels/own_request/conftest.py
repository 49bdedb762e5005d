"""Desks in an app of their own; each test makes its own requests and members."""

from tests.support.staff.desks import app_store, client, server, sit_down

__all__ = ["app_store", "client", "server", "sit_down"]
