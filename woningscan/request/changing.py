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
    r"(?:nee |ach |nou |sorry |oh |dan |ok |oke |ik )*(?:laat (?:het )?(?:toch |dan )?maar(?: zitten)?"
    r"|doe (?:het )?(?:toch |dan )?maar niet|(?:doe|wil) (?:ik )?(?:het|dit|dat) (?:toch |maar |liever |dan "
    r"|nu )*niet(?: doen)?"
    r"|hoeft? (?:al )?niet meer|begin (?:ik )?er (?:\w+ )?niet aan|vul (?:ik )?(?:dit|dat|het) niet in)"
    r"(?: (?:hoor|bedankt|dan|ik bedenk me|ik heb me bedacht))*"
)
_BEGINS_BY_STOPPING = re.compile(
    r"(?:nee |ach |nou |sorry |oh |dan )*(?:stop maar|ik stop (?:ermee|hiermee|toch|maar))\b"
)
_STOPS = re.compile(
    r"(?:ja |ok |oke |graag |dan |nu |ik |wil |helemaal |doe )*"
    r"(?:stop|stoppen|stopzetten|annuleer|annuleren|beeindig\w*|wis|wissen|gewist|weggooien|gooi)"
    r"(?: (?:maar|met|er|ermee|mee|de|het|hem|alles|aanvraag|nu|hoor|graag|helemaal|weg|dan|echt|aub|ja))*"
)
_MAY_CALL_OFF = re.compile(
    r"\b(?:annul\w*|intrek\w*|trek\w*|stop\w*|afz\w*|zeg af|cancel\w*|niet|geen|weg|wis\w*|vergeet|schrap\w*"
    r"|bedenk|bedacht"
    r"|van af|laat maar|verwijder\w*|afbreken|beeindig\w*)\b"
)
_WRONG = re.compile(
    r"\b(?:klopt|kloppen) (?:\w+ )?niet\b"
    r"|\b(?:is|was|staat|stond|heb|had) (?:\w+ ){0,4}(?:fout|verkeerd|onjuist|niet (?:goed|juist|correct))\b"
    r"|\b(?:schrijf|schrijft|spel|spelt)\b.*\b(?:anders|zo niet|niet zo)\b"
    r"|\b(?:wijzig|verander|aanpassen|veranderen|wijzigen|verbeteren|foutje|vergist|typfout|tikfout)\b"
)
_LAST = re.compile(r"\b(?:dat )?(?:laatste|net|zonet|daarnet|vorige|zojuist)\b")
NAMED = {
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
    stops = _BEGINS_BY_STOPPING.match(plain) is not None and len(plain.split()) <= _MOST_WORDS
    return "stop" if stops or _LEFT_AT_THAT.fullmatch(plain) else None


def stops_for_good(typed: str) -> bool:
    """Whether a text, said where it was asked if the request shall be stopped, says that it shall."""
    return _STOPS.fullmatch(folded(typed)) is not None


def may_call_off(typed: str) -> bool:
    """Whether a text holds any word for calling off: a model that reads it in others is not believed."""
    return _MAY_CALL_OFF.search(folded(typed)) is not None


def says_wrong(typed: str) -> bool:
    """Whether a text says that something was wrong."""
    return _WRONG.search(folded(typed)) is not None


def to_change(content: Content, draft: Draft, typed: str) -> tuple[str, ...]:
    """The fields that a text says are wrong, by their names or as the last one; none where it says no such thing."""
    plain = folded(typed)
    if not _WRONG.search(plain) or len(plain.split()) > _MOST_WORDS:
        return ()
    filled = [field.id for field in content.request_fields[draft.kind] if field.id in draft.fields]
    named = [field for field in filled if re.search(rf"\b(?:{NAMED[field]})\b", plain)]
    if named:
        return tuple(named)
    open_field = current_field(content, draft)
    before = [field for field in filled if open_field is None or field != open_field.id]
    return (before[-1],) if before and _LAST.search(plain) else ()
