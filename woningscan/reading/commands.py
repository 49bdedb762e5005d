"""Whether a typed message really asks for what must not happen by accident: to stop, to start again, to erase.

The language model guesses an intent from a few words of a sentence. Here the message has to name it: with its own verb,
or with a word that the house has too ("weg", "uit", "sluit") and nothing beside it but the thing it is about.
"""

from __future__ import annotations

import re

from woningscan.content.model import Content
from woningscan.reading.answers.fixed import folded
from woningscan.reading.incoming import Message

# How sure the language model must be of the intent where the message holds other words as well.
SURE = 0.6
_WORD = re.compile(r"[^\W_]+")
_THINGS = (
    r"(?:scan|zelfscan|vragenlijst|vragen|vraag|test|gesprek|chat|chatgeschiedenis|geschiedenis|conversatie|antwoorden|antwoord"
    r"|\w*gegevens|gegevns|data|sessie|profiel|account|dossier|bestand|systeem|toestemming|sporen|bericht|berichten)"
)
_NAMES = {
    "stop": (
        r"(?:stop|stopp|stoppen|stopt|sotp|stpo|ophouden|ophoepelen|kap|kappen|afkappen|beeindig\w*|quit|exit|uitloggen|cancel"
        r"|uitscheiden|stopzetten|basta|finito|afbreken|afronden|haak af|schei (?:maar |er )*uit|bedank)|hou[d]?t? (?:\w+ ){0,2}op"
        r"|geen (?:zin|behoefte|vragen) meer|niet (?:meer )?(?:verder|doorgaan)|niet meer mee|hoeft (?:\w+ ){0,3}niet (?:meer|langer)"
        r"|maken? er (?:een )?eind\w* aan|er een eind\w* aan maken|geef (?:het )?op|er genoeg van|genoeg (?:zo|geweest|gehad|voor)"
        r"|te lang|te veel|wil (?:het|deze scan|dit) niet meer|zie ervan af|hier ?uit|het beu|laat maar|hierbij laten"
    ),
    "restart": (
        r"(?:opnieuw|overnieuw|opniew|opneiuw|herstart\w*|herstrt|reset\w*|restart|reboot|refresh|overdoen|herbegin\w*|herhalen"
        r"|nogmaals)|van ?(?:af|uit)? (?:\w+ )?(?:begin|voren|voor af|nul)|van voor(?:en)? af|vooraan|eerste vraag|allereerste vraag"
        r"|vraag (?:1|een|een)\b|nieuwe (?:scan|start|poging|vragenlijst)|nieuw gesprek|ander gesprek|schone lei|frisse start|verse scan"
        r"|(?:terug|weer|bij|naar) (?:naar |het |bij |de )*(?:begin|start|nul|af)\b|nog (?:een )?(?:eens|keer\w*)\b|weer van voor"
    ),
    "erase_data": (
        r"(?:wis|wissen|wisen|wist|gewist|wisverzoek|verwijder\w*|vernietig\w*|delete|erase|schrap\w*|opruimen|vergeetmij"
        r"|vergetelheid|vergeten worden|vergeet)|(?:bewaar|bewaren|bewaard|opgeslagen|opslaat|opslaan|sla)\b.{0,20}\b(?:niets|niks|niet|op)"
        r"|(?:niets|niks|niet)\b.{0,30}\b(?:bewaar|bewaren|bewaard|opgeslagen|opslaat|opslaan|systeem|staan)"
        r"|(?:gooi|haal|doe|smijt|kan|mag|wil|moeten) (?:\w+ ){0,4}(?:weg|eruit|verdwijnen)|alles eraf|(?:maak|alles) (?:\w+ ){0,3}leeg"
        r"|toestemming (?:\w+ )*in\b|intrekken|(?:geen )?sporen|krijg (?:\w+ ){0,3}weg"
    ),
}
# Of a door, a window or a lamp it is said as well: a command only with the thing it is about, or as the whole message.
_ALSO_OF_THE_HOUSE = {
    "stop": r"(?:sluit|sluiten|afsluiten|annuleer|annuleren|verlaat|klaar|einde?|eind|genoeg|weg|afgelopen|mooi geweest)",
    "restart": r"(?:begin|beginnen|start|starten|doen|nieuwe|over|terug)",
    "erase_data": r"(?:weg|leeg|eruit|haal|gewist|verwijderd|vernietigd|intrekken|ingetrokken)",
}
# What is done to a door, a key or a parcel is said in the same words: these ask for it only with the thing named.
_NEEDS_ITS_THING = {"erase_data"}
# Somebody or something else does it, or it was done already: told, and not asked for.
_TOLD = r"\b(?:hij|zij|ze|die|iemand|iets|men|router|ik heb|we hebben|is|zijn|wordt|werd|gestart|ingesteld)\b"
_FILLERS = (
    r"(?:ik|we|het|is|ben|er|zo|nu|maar|hier|wel|goed|best|dit|de|en|mee|ermee|graag|aub|alstublieft|af|op|zet|bot|helemaal|wil|vind"
    r"|voor|mij|vandaag|ok|oke|sorry|dank u|bedankt|deze|mijn|alles|data|met|dan|nou|duidelijk|niet|meer)"
)

_BARE_ERASE = re.compile(
    rf"(?:{_FILLERS} )*(?:wis|wissen|wisen|wisverzoek|verwijder|verwijderen|vernietig|vernietigen|delete|erase|schrap|opruimen"
    rf"|vergeetmij|vergeet|vergeten worden|vergetelheid)(?: {_FILLERS}| me)*"
)


def is_command(intent: str, message: Message, *, whole: bool = False) -> bool:
    """Whether `message` asks for `intent` (`stop`, `restart`, `erase_data`): by a button, or in words that say so.

    `whole`: no other words may stand beside it, because what is typed now may well be about danger.
    """
    if message.choice is not None:
        return True
    words = " ".join(_WORD.findall(message.text.casefold().replace("ë", "e").replace("é", "e")))
    thing = re.search(rf"\b{_THINGS}\b", words) is not None
    own = rf"(?:{_NAMES[intent]})"
    both = own if whole and not thing and intent == "stop" else rf"(?:{_ALSO_OF_THE_HOUSE[intent]}|{own})"
    if re.fullmatch(rf"(?:{_FILLERS} |{_THINGS} )*{both}(?: {_FILLERS}| {_THINGS}| {both})*", words):
        return thing or intent not in _NEEDS_ITS_THING or _BARE_ERASE.fullmatch(words) is not None
    if whole or message.confidence < SURE:
        return False
    if re.search(rf"\b{both}\b", words) and thing:
        return True
    named = re.search(rf"\b{own}\b", words) is not None
    return named and intent not in _NEEDS_ITS_THING and (intent == "stop" or not re.search(_TOLD, words))


_SAYS_YES_AGAIN = frozenset(
    "ja graag hoor maar doe dat het wil ik zeker goed prima wis wissen alles gewist verwijder verwijderen mijn gegevens"
    " gesprek antwoorden weg opnieuw begin beginnen alsjeblieft aub a.u.b nu".split()
)
"""Words that say no more than the yes before them."""


def is_bare_yes(content: Content, message: Message) -> bool:
    """Whether `message` is the button for yes, or a yes and nothing else ("ja, wis alles maar")."""
    if message.choice is not None:
        return True
    first, *rest = folded(message.text).split() or [""]
    return first in content.answer_words["ja"] and set(rest) <= _SAYS_YES_AGAIN
