"""The answer to what was read back: a yes, or that it shall not be sent now. Anything with more in it is neither."""

from __future__ import annotations

import re
from collections.abc import Mapping

from woningscan.reading.answers.fixed import folded

Words = Mapping[str, tuple[str, ...]]
_SEND = (
    r"(?:verstuur|verstuurt|verstuurd|versturen|stuur|stuurt|sturen|gestuurd|opsturen|opgestuurd|doorsturen|insturen"
    r"|verzend|verzendt|verzenden|verzonden|indienen|dien)"
)
_SENDS = re.compile(rf"\b{_SEND}\b")
_SENDS_A_MESSAGE = re.compile(r"\b(?:e ?mail\w*|mail\w*|app|appje|apps|sms|sms je|bericht\w*|brief)\b")
_AGREES = re.compile(
    rf"\b(?:ja|jawel|jazeker|akkoord|klopt|kloppen|{_SEND})\b"
    r"|\b(?:is|staat|lijkt|ziet)\b.*\b(?:goed|prima|orde|juist|correct|perfect)\b"
    r"|\bga (?:ervoor|(?:maar )?(?:je|uw) gang)\b|\bdoe (?:het |dat )?(?:toch |gewoon )?maar\b|\b(?:maar"
    r"|toch) wel doen\b"
)
_NO_MORE_THAN_A_YES = frozenset(
    "ja jawel jazeker ok oke okay prima goed akkoord klopt kloppen perfect fijn mooi super top uitstekend juist correct"
    " in orde dit dat het zo is zijn staat staan er helemaal allemaal alles nu hem de die deze mijn uw aanvraag verzoek"
    " gegevens maar hoor graag dank bedankt u je jullie mag mogen kan kun kunt kunnen gaan ga gang weg door op naar ccv"
    " secretariaat doe doen toch wel lijkt lijken ziet uit me mij tevreden ik ben eens ermee vooruit dan alstublieft"
    " alsjeblieft aub svp ervoor zoals gewoon hup nou worden wordt zeker natuurlijk gecontroleerd nagekeken alvast"
    " direct meteen snel".split()
)
"""Words that leave a yes a yes: none of them says no, later, something else or a part of it."""
_HESITATES = re.compile(
    r"\b(?:ja|ok|oke|prima|goed|akkoord|klopt) maar\b|\bdat wel\b|\btoch\b(?! (?:maar|wel|gewoon|graag)\b)"
    r"|^(?:klopt|is|zijn|kan|mag|moet|wordt|gaat) (?:dit|dat|het|alles|u|je|hij|die|er)\b|\bga weg\b"
    r"|^(?:u|je|jullie|ik|het) (?!mag|kan|kunt|ben|ga|is|klopt)"
)
_UNSURE = re.compile(r"\b(?:denk|volgens)\b")
"""In a listed form of yes ("ik denk het wel"): not sure enough to send."""
_REFUSES = re.compile(
    rf"\b(?:niet|niets|niks|geen)\b.*\b{_SEND}\b|\b{_SEND}\b.*\bniet\b|^(?:nee|neen|nee hoor|nog niet|liever niet)$"
    r"|\b(?:niet doen|doe (?:het |dat |dit )?(?:nog |toch )?(?:maar )?niet)\b"
    rf"|\b(?:wacht|stop)\b.*\b{_SEND}\b|\bwacht (?:even|nog|daar)\b|\bnog even wachten\b"
)


def agrees(typed: str, words: Words) -> bool:
    """Whether a text is a yes to sending and nothing else; `words` are the typed forms of a plain yes."""
    plain = folded(typed)
    if typed.rstrip().endswith("?") or _HESITATES.search(plain):
        return False
    if plain in map(folded, words["ja"]):
        return not _UNSURE.search(plain)
    only_yes = all(word in _NO_MORE_THAN_A_YES or _SENDS.fullmatch(word) for word in plain.split())
    return only_yes and _AGREES.search(plain) is not None


def refuses(typed: str) -> bool:
    """Whether a text says that nothing shall be sent, at least not now."""
    return _REFUSES.search(folded(typed)) is not None


def speaks_of_sending(typed: str) -> bool:
    """Whether a text holds a word for sending, and not of a mail to the visitor."""
    plain = folded(typed)
    return _SENDS.search(plain) is not None and not _SENDS_A_MESSAGE.search(plain)
