"""A request that nobody picks up."""

from tests.support.request.escalation import ladder, request_made, settings

__all__ = ["ladder", "request_made", "settings"]
