"""Whether somebody close must not know of this talk: then what matters is who else can see the screen."""

from __future__ import annotations

import re

OTHERS = r"(?:man|vrouw|partner|vriend\w*|kinderen|zoon|dochter|huisgeno\w*|ex|ict|it|systeembeheer\w*|werkgever|baas)"
_WHO = rf"(?:{OTHERS}|hij|zij|ze)"
_LOOKS = r"(?:controleer\w*|check\w*|lees\w*|doorzoe\w*|bekijk\w*|kijk\w*|pakt|volgt)"
_WHAT_IS_LOOKED_AT = r"(?:telefoon|mobiel\w*|laptop|appjes|whatsapp|mail\w*|berichten|computer|mee)"
_MAY_SEE = r"(?:zien|lezen|merken|weten|terugvinden|nakijken)"
_IN_SECRET = re.compile(
    rf"\bzonder dat (?:\w+ )?(?:{_WHO}|iemand)\b"
    rf"|\b{_WHO} (?:\w+ ){{0,2}}{_LOOKS}\b.{{0,25}}\b{_WHAT_IS_LOOKED_AT}\b"
    rf"|\b(?:kan|kunnen|zou|gaat|zal) (?:\w+ )?(?:{_WHO}|iemand) (?:\w+ ){{0,2}}{_MAY_SEE}\b"
    r".{0,12}\b(?:dat|wat) ik (?:hier|dit|met|typ\w*|schrijf\w*|doe|vraag|was|zeg)\b"
)
"""Somebody close must not know, or looks at the telephone."""


def keeps_it_secret(typed: str) -> bool:
    """Whether somebody close must not know of this talk, or looks at the telephone that it is on."""
    return _IN_SECRET.search(typed.casefold()) is not None
