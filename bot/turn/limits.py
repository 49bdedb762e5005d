"""How much one client or conversation may ask. In memory, by keyed hash: no address is kept; it goes with the process.

A message that the threat check reacts to is never limited: see `bot/channels/api/routes.py`.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from limits import parse_many
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

# Fast enough for somebody who only presses buttons; far too slow to keep the language model busy.
PER_CONVERSATION = "20/10 seconds; 300/10 minutes"
# Asking for a link to one's own request, or opening one.
PER_LINK_CLIENT = "10/10 minutes; 40/day"
# An office with one address for everybody must be able to begin; a script must not.
PER_CLIENT = "10/minute; 60/hour"
# Asking for a chat with a member of staff: the places to wait are few, and a script must not take them all.
PER_CHAT_CLIENT = "3/10 minutes; 12/day"
# A page with a live chat open asks for news every two seconds, and two tabs may.
PER_LOOK = "20/10 seconds"


class RateLimits:
    """Counts per conversation and per client; each instance has a secret of its own."""

    def __init__(
        self, per_conversation: str = PER_CONVERSATION, per_client: str = PER_CLIENT, per_chat: str = PER_CHAT_CLIENT
    ) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._secret = secrets.token_bytes(32)
        self._per_conversation = parse_many(per_conversation)
        self._per_client = parse_many(per_client)
        self._per_link_client = parse_many(PER_LINK_CLIENT)
        self._per_chat_client = parse_many(per_chat)
        self._per_look = parse_many(PER_LOOK)

    async def message_allowed(self, token: str) -> bool:
        """Whether this conversation may send another message now; asking counts."""
        return all([await self._limiter.hit(limit, "message", self._hidden(token)) for limit in self._per_conversation])

    async def opening_allowed(self, client: str) -> bool:
        """Whether this client may begin another conversation now; asking counts."""
        return all([await self._limiter.hit(limit, "opening", self._hidden(client)) for limit in self._per_client])

    async def chat_allowed(self, client: str) -> bool:
        """Whether this client may ask for a chat with a member of staff now; asking counts."""
        return all([await self._limiter.hit(limit, "chat", self._hidden(client)) for limit in self._per_chat_client])

    async def looking_allowed(self, token: str) -> bool:
        """Whether this conversation may ask for news of a live chat now; asking counts."""
        return all([await self._limiter.hit(limit, "look", self._hidden(token)) for limit in self._per_look])

    async def link_allowed(self, client: str) -> bool:
        """Whether this client may ask for a link to a request, or try one, now; asking counts."""
        return all([await self._limiter.hit(limit, "link", self._hidden(client)) for limit in self._per_link_client])

    def _hidden(self, value: str) -> str:
        return hmac.new(self._secret, value.encode(), hashlib.sha256).hexdigest()
