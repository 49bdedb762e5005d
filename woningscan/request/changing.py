"""What is said about the request itself while a field is open: it is called off, or something in it is wrong."""

from __future__ import annotations

import re

from woningscan.content.model import Content
from woningscan.conversation.memory import Draft
from woningscan.reading.answers.fixed import folded
from woningscan.request.form import current_field

_ITS_NAME = r"(?:aanvraag|afspraak|woningscan|scan|bezoek|terugbelverzoek|verzoek)"
_SOFTENED = (
    r"(?:(?:nee|ach|nou|sorry|oh|ja|weet je|ik|wil|toch|liever|eigenlijk|nu|maar|dan|even|graag|bij nader inzien) )*"
)
_CALLED_OFF = re.compile(
    rf"{_SOFTENED}(?:"
    rf"(?:doe |hoef |heb )?{_SOFTENED}geen (?:\w+ )?{_ITS_NAME}(?: (?:meer|doen|aanvragen|nodig|maken|sturen))*"
    rf"|(?:ik )?(?:wil|hoef) {_SOFTENED}(?:niet|geen)(?: meer)? (?:terug)?gebeld(?: te)? worden"
    rf"|(?:stop|stoppen|annuleer|annuleren|schrap|vergeet|trek) {_SOFTENED}(?:met )?"
    rf"(?:de|deze|mijn|het|die) {_ITS_NAME}(?: (?:maar|in))*"
    rf"|(?:de|deze|mijn) {_ITS_NAME} (?:hoeft (?:\w+ )?niet(?: meer)?|mag weg|kan vervallen"
    r"|annuleren|intrekken|stoppen)(?: door te gaan)?"
    r"|(?:ik )?zie er (?:toch |maar |liever )*van af|ik heb me bedacht(?: ik wil het niet(?: meer)?)?|ik bedenk me"
    r"|(?:wil|hoef) (?:dit|het) (?:toch |liever )*niet(?: meer)? (?:aanvragen|indienen|versturen)"
    r"|(?:verstuur|stuur|verzend) (?:het |dit )?(?:maar |toch )*niet"
    r")(?: (?:dank u|bedankt|hoor|toch niet|meer))*"
)
_LEFT_AT_THAT = re.compile(
    r"(?:nee |ach |nou |sorry |oh )*(?:laat (?:het )?(?:toch |dan )?maar(?: zitten)?|doe (?:toch )?maar niet"
    r"|hoeft? (?:al )?niet meer)(?: hoor| bedankt)?"
)
_WRONG = re.compile(
    r"\b(?:klopt|kloppen) (?:\w+ )?niet\b"
    r"|\b(?:is|staat) (?:\w+ )?(?:fout|verkeerd|onjuist|niet (?:goed|juist|correct))\b"
    r"|\b(?:wijzig|verander|aanpassen|veranderen|wijzigen|verbeteren|foutje|vergist|typfout|tikfout)\b"
)
_LAST = re.compile(r"\b(?:dat )?(?:laatste|net|zonet|daarnet|vorige|zojuist)\b")
_NAMES = {
    "naam": r"naam|achternaam|voornaam|voorletters?",
    "functie": r"functie",
    "contact": r"\w*nummer|mail\w*|e mail\w*|telefoon|contact\w*",
    "voorkeur": r"voorkeur|moment|tijd|tijdstip|dag",
}
_MOST_WORDS = 12


def calls_off(typed: str) -> str | None:
    """The command in a text that calls the request off: `cancel_booking`, or `stop` where that is not all so clear."""
    plain = folded(typed)
    if _CALLED_OFF.fullmatch(plain):
        return "cancel_booking"
    return "stop" if _LEFT_AT_THAT.fullmatch(plain) else None


def to_change(content: Content, draft: Draft, typed: str) -> str | None:
    """The field that a text says is wrong, by its name or as the last one; None where it says no such thing."""
    plain = folded(typed)
    if not _WRONG.search(plain) or len(plain.split()) > _MOST_WORDS:
        return None
    filled = [field.id for field in content.request_fields[draft.kind] if field.id in draft.fields]
    named = [field for field in filled if re.search(rf"\b(?:{_NAMES[field]})\b", plain)]
    if len(named) == 1:
        return named[0]
    open_field = current_field(content, draft)
    before = [field for field in filled if open_field is None or field != open_field.id]
    return before[-1] if not named and before and _LAST.search(plain) else None
