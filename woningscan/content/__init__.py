"""What an editor may change, loaded from `content/` into plain data."""

from woningscan.content.loading import load_content
from woningscan.content.problems import ContentError

__all__ = ["ContentError", "load_content"]
