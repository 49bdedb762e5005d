"""Keeps the bot's token and what people write out of the logs of the libraries that talk to Telegram.

The token is part of every address of the Bot API; these libraries log addresses and answers when they are asked to.
"""

from __future__ import annotations

import logging

_TALKERS = (
    *("httpx", "httpcore", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy"),
    *("telegram", "telegram.Bot", "telegram.request.BaseRequest", "telegram.request.HTTPXRequest"),
    *("telegram.ext", "telegram.ext.ExtBot"),
)


class _OnlyWarnings(logging.Filter):
    """Lets warnings pass, without anything that was filled in: an answer that cannot be read, for instance."""

    def __init__(self, secret: str) -> None:
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.WARNING:
            return False
        record.msg = str(record.msg).replace(self._secret, "…")
        record.args, record.exc_info, record.exc_text = (), None, None
        return True


def hush(token: str) -> None:
    """Put the filter on every logger of these libraries, whatever level they are set to."""
    for name in _TALKERS:
        logger = logging.getLogger(name)
        for old in [other for other in logger.filters if isinstance(other, _OnlyWarnings)]:
            logger.removeFilter(old)
        logger.addFilter(_OnlyWarnings(token))
