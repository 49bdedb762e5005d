"""Whoever says to be guarded by the police already: that is known there, so it is a signal and no doubt.

Said as a fact about oneself or the household. Asking for protection, or about it, is something else.
"""

from __future__ import annotations

import re
import unicodedata

_RELATIVE = "man|vrouw|partner|echtgenoot|echtgenote|vriend|vriendin|gezin|familie|kind|kinderen|zoon|dochter"
_WHO = rf"(?:ik|wij|we|ons gezin|mijn (?:{_RELATIVE}))"
_HAS = r"(?:heb|hebben|heeft|krijg|krijgen|krijgt|ontvang|ontvangen|geniet)"
_IS = r"(?:word|worden|wordt)"
_STAYS = r"(?:sta|staan|staat|zit|zitten|val|vallen|valt|leef|leven|leeft)"
_FORCE = r"(?:politie|marechaussee|kmar|dkdb|dsi|overheid|staat|rijk|nctv|agenten|persoonsbeveiligers?|lijfwachten)"
_BY = rf"(?:van|door|vanuit|via) (?:de |het )?{_FORCE}"
# Words that may stand in between without making it anything but a fact; so many, that no text takes long to read.
_BETWEEN = (
    r"(?:(?:al|reeds|nu|ook|nog|wel|toch|steeds|zelf|hier|thuis|inmiddels|momenteel|gewoon|helaas|continu|altijd|dagelijks"
    r"|tijdelijk\w*|permanent\w*|extra|zwa(?:ar|re)|eigen|volledige?|een|de|tijd|lang|langer|enige|paar|twee|drie|vier"
    r"|jaren|jaar|maanden|maand|weken|week|dagen|dag|nacht|uur|24|en|per|op (?:dit|het) moment|als \w+"
    r"|sinds \w+(?: (?:jaar|maand|week|\d+))?|(?:vanwege|wegens) \w+(?: \w+)?) ){0,8}"
)
_GUARD = r"(?:beveiliging|bewaking|bescherming|beveiligers?|bewakers?)"
_CERTAIN = (
    rf"(?:(?:politie|persoons|staats)[ -]?{_GUARD}|lijfwacht(?:en)?|bodyguards?|dkdb|{_GUARD} {_BY}"
    r"|bewaking (?:aan huis|voor de deur|bij (?:mijn|ons) huis))"
)
_UNDER = rf"onder (?:de )?(?:(?:politie|persoons)[ -]?)?(?:bewaking|beveiliging|politiebescherming|bescherming {_BY})"
_GUARDED = r"(?:bewaakt|beveiligd)"
_NOT_BY_OTHERS = rf"(?! tegen )(?! door (?!(?:de |het )?{_FORCE}))"
# After it, one of these makes it a wish, or something of the past.
_WISHED = "nodig|aanvragen|willen|wil|krijgen|hebben|gehad|gewild|gevraagd|aangevraagd"
_FACT = rf"(?! (?:{_WISHED}|gebeld|gezien|gesproken|ingehuurd|geregeld)\b)"

_PREDICATES = (
    rf"{_HAS} {_BETWEEN}{_CERTAIN}{_FACT}",
    rf"{_HAS} {_BETWEEN}{_BY} {_BETWEEN}{_GUARD}{_FACT}",
    rf"{_IS} {_BETWEEN}(?:{_BY} {_BETWEEN})?{_GUARDED}{_NOT_BY_OTHERS}",
    rf"{_IS} {_BETWEEN}(?:{_BY} {_BETWEEN}beschermd|beschermd {_BY})",
    rf"{_STAYS} {_BETWEEN}{_UNDER}",
    rf"{_STAYS} {_BETWEEN}(?:onder|in|binnen) (?:het )?(?:stelsel (?:van )?)?bewaken en beveiligen",
    rf"ben {_BETWEEN}(?:{_GUARDED} {_BY}|(?:te )?(?:beveiligen|beveiligde|bewaakte|beschermde) persoon)",
)
# "…, omdat ik al politiebeveiliging heb": the verb comes last.
_SINCE = r"(?:omdat|aangezien|terwijl|nu|sinds|want|doordat)"
_VERB_LAST = rf"(?:{_CERTAIN} {_HAS}|(?:{_BY} )?{_GUARDED} {_IS})"
_SENTENCES = (
    rf"{_WHO} (?:{'|'.join(_PREDICATES)})",
    rf"{_SINCE} {_WHO} {_BETWEEN}{_VERB_LAST}",
    rf"(?:als|indien) {_WHO} al {_BETWEEN}{_VERB_LAST}",
    rf"{_FORCE} (?:bewaakt|beveiligt|beschermt) {_BETWEEN}(?:mij|me|ons|mijn \w+)",
    r"(?:i|we) (?:already )?(?:have|get|am under|are under) (?:already )?(?:police|state) (?:protection|security)",
    r"(?:i|we) (?:am|are) (?:already )?(?:guarded|protected) by the police",
)
_TOLD = re.compile(rf"\b(?:{'|'.join(_SENTENCES)})\b")
_BEGIN = r"(?:^|(?<=[,.;:!?] ))"
_OBJECT = rf"(?:{_CERTAIN}{_FACT}|(?:{_BY} )?{_GUARDED}{_NOT_BY_OTHERS}|{_UNDER})\b"
# Without a subject only "al" makes it a fact. A subject behind its verb asks, unless something leads in.
_WITHOUT_SUBJECT = re.compile(rf"{_BEGIN}(?:heb|krijg|word|sta|zit) (?:al|reeds|nu al|momenteel) {_BETWEEN}{_OBJECT}")
_LED_IN = re.compile(
    rf"{_BEGIN}(?:sinds|momenteel|inmiddels|daarom|nu|op dit moment|als|vanwege|thuis|hier)(?: \w+){{0,4}}?"
    rf" (?:heb|krijg|word|sta|hebben|krijgen|worden|staan) (?:ik|wij|we) {_BETWEEN}{_OBJECT}(?![^.!?]*\?)"
)
# Right before it, one of these makes it a condition, a wish or a question.
_DOUBTED = re.compile(r"\b(?:als|indien|of|alsof|zodat|totdat|voordat|wanneer|hoe|(?:stel|hoop|wil|wilde)(?: dat)?) $")


def without_protection(text: str) -> str | None:
    """The text without the words that tell of it, in small letters; None when nothing tells of being guarded."""
    folded = _folded(text)
    told = (match for match in _TOLD.finditer(folded) if not _DOUBTED.search(folded[: match.start()]))
    found = sorted([*told, *_WITHOUT_SUBJECT.finditer(folded), *_LED_IN.finditer(folded)], key=lambda one: -one.start())
    if not found:
        return None
    for match in found:
        folded = f"{folded[: match.start()]} {folded[match.end() :]}"
    return " ".join(folded.split())


def _folded(text: str) -> str:
    """In small letters, without accents; signs stay where a sentence or a part of it ends."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    spaced = re.sub(r"\s*([,.;:!?])\s*", r"\1 ", re.sub(r"[^\w\s,.;:!?-]", " ", plain))
    return " ".join(spaced.split())
