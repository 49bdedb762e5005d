"""Whether a text is Dutch at all, and typed with care: what an editor pasted or typed twice."""

from __future__ import annotations

import re
from functools import lru_cache

# Words that no Dutch sentence has; two of them make a text that was not translated.
_ENGLISH = re.compile(
    r"\b(?:the|you|your|please|with|and|will|take|break|our|this|that|have|from|they|call|police|there|what|when|where"
    r"|not|are|questions?|answers?|home|house|safety|later|click|here|for|an|made|request|appointment|well|done)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b([^\W\d_]{3,}) \1\b", re.IGNORECASE)
_MAY_COME_TWICE = frozenset({"die", "dat", "had", "was", "wel"})
_IN_ENGLISH = frozenset({"opening.english", "english", "q_engels"})
_MOST_ENGLISH = 1


@lru_cache(maxsize=1 << 15)
def not_dutch(text: str) -> str | None:
    """What is wrong with the language of a text; None when nothing is."""
    if len(_ENGLISH.findall(text)) > _MOST_ENGLISH:
        return "dit is geen Nederlands. Vertaal het; alleen opening.english en de Engelse kaart zijn in het Engels"
    twice = _TWICE.search(text)
    if twice and twice[1].casefold() not in _MAY_COME_TWICE:
        return f"'{twice[1]}' staat er twee keer achter elkaar. Haal er een weg"
    return None


def is_in_english(key: str) -> bool:
    return key in _IN_ENGLISH
