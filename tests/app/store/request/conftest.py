"""The ladder of an escalation, and a mail server that can be away."""

from tests.support.request.escalation import composer, content, ladder, post, request_made, settings, turns

__all__ = ["composer", "content", "ladder", "post", "request_made", "settings", "turns"]
