"""Words that a text has to have for what the model takes it for: of "maandag" it makes a goodbye, of "ik slaap slecht"
an insult, and of "we huren van de woningstichting" a question about renting.
"""

from __future__ import annotations

import re

from woningscan.reading.answers.fixed import folded

_SAID_BY = {
    "insult": re.compile(
        r"\b(?:stom\w*|dom\w*|idio\w*|debiel\w*|sukkel\w*|kut\w*|klote\w*|kanker\w*|tering\w*|tyfus\w*|eikel\w*|lul\w*"
        r"|rot\w*|waardelo\w*|prutser\w*|prul\w*|nutteloos|onzin|bagger|troep|schijt\w*|bek|achterlijk\w*|mongool"
        r"|donder|fuck\w*|shit|wtf|zak\w*|kreng|mafkees|gek|oen|trut|hoer\w*|flikker\w*|nep|belachelijk|irritant"
        r"|zeik\w*|zeur\w*|slechte? (?:bot|chat\w*|app|scan|vragen|robot|dienst|systeem))\b"
    ),
    "goodbye": re.compile(
        r"\b(?:doei\w*|doeg|dag|daag|bye|tot (?:ziens|later|dan|zo)|fijne|prettige|groet\w*|ciao|welterusten|slaap"
        r"|hoi)\b"
    ),
    "thanks": re.compile(r"\b(?:dank\w*|bedank\w*|merci|thanks|thx|thank|top|fijn|super|mooi)\b"),
    "skip": re.compile(
        r"\b(?:sla\w*\b.*\bover|over\w*|volgende|skip\w*|pas|laat\w*\b.*\b(?:open|leeg)|liever niet|geen antwoord"
        r"|niet (?:zeggen|beantwoorden)|zeg ik\b.*\bniet|door|verder|niet van toepassing|n v t|nvt|wil ik niet"
        r"|antwoord)\b"
    ),
}
_ASKS = re.compile(
    r"\?|\b(?:wat|wie|waar\w*|wanneer|hoe\w*|welke?|vraag|weten)\b|\b(?:mag|kan|moet|kunt|kun|is|zijn|heb|hebt|heeft|doe"
    r"|doet|doen|geldt|telt|krijg\w*|gaat|wordt|komt|hoeft|zal|ziet|zien|leest|lezen|bewaart|bewaren|weet|weten"
    r"|bedoel\w*|werkt) (?:ik|je|u|dit|dat|het|er|jullie|mijn|de|die|hij|ze|we|iemand|een)\b"
)
"""How a question is put, with or without its mark."""


def say_it(intent: str, typed: str) -> bool:
    """Whether a text has a word for this intent; of most intents none is needed."""
    said_by = _SAID_BY.get(intent)
    return said_by is None or said_by.search(folded(typed)) is not None


def ask(typed: str) -> bool:
    """Whether a text is put as a question."""
    return _ASKS.search(typed.casefold()) is not None
