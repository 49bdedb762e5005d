"""What can go wrong in the stores, in terms a caller can act on."""

from __future__ import annotations

from typing import Any


class StoreError(Exception):
    """Base of everything the stores raise on purpose. Messages hold no content and no keys."""


class StoreUnavailable(StoreError):
    """The database cannot be reached or cannot write now (down, locked, disk full). Nothing was committed for sure."""


class UnsafeSettings(StoreError):
    """These settings would lose or leak data: refuse to start."""


class KeyProblem(StoreError):
    """A key is malformed, missing from the ring, or does not belong to this database."""


class Tampered(StoreError):
    """A sealed value was changed, or moved to another row or column."""


class Unreadable(StoreError):
    """What was stored cannot be read: its key is gone, it does not open, or it is not what it should be."""


UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, KeyProblem, Tampered, Unreadable)
"""What reading one row raises when something in it is not what it should be."""


class BadRequest(StoreError, ValueError):
    """A turn wants to store a request that is none: nothing is stored."""


class Conflict(StoreError):
    """Another turn of this conversation came first: load again and run the turn again."""


class Duplicate(StoreError):
    """This very message was answered before; `replies` is what was answered then."""

    def __init__(self, replies: list[dict[str, Any]]) -> None:
        super().__init__("message already answered")
        self.replies = replies


class ConversationGone(StoreError):
    """The conversation was erased, by its owner or by the retention sweep."""


class AuditBroken(StoreError):
    """The audit chain does not add up at row `seq`."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"audit chain broken at row {seq}")
        self.seq = seq
