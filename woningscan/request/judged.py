"""What of a typed value is left to judge for danger: without the name, the number, the street that was asked for.

"A. Brand", "0470 12 34 56" and "maandag, vraag naar de heer Kogel" are values; "er staat iemand voor de deur" is none,
in whatever field it is typed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.reading.reading import Reading
from woningscan.reading.text import MAX_TEXT
from woningscan.reading.threat import NOTHING, Action, Assessment, Level
from woningscan.reading.threat.situation.rules import CARE
from woningscan.reading.threat.situation.writer import cannot_call, despairs
from woningscan.request.changing import to_change
from woningscan.request.fields import NAMES_A_TIME
from woningscan.safety.response import seen_in_context
from woningscan.scan.questionnaire import next_question

_PARTICLE = (
    r"(?:van|de|den|der|het|'t|ter|ten|te|in|op|aan|el|al|la|le|du|von|bin|ben|ibn|da|dos|di|of|bij|tot|d'|l'|en|ter)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.\-]*"
_PROPER = rf"(?:{_PARTICLE}\s+)*{_CAPITAL}(?:[\s\-]+(?:{_PARTICLE}\s+)*{_CAPITAL})*"
_TITLE = r"(?:de heer|dhr|meneer|mijnheer|mevrouw|mevr|mw|mej|heer|drs|ir|ing|mr|dr|prof|jhr|familie|fam|frau|herr|madame|monsieur)"
_INTRODUCED = re.compile(
    r"^(?:(?:goedendag|hallo|hoi|dag)[ ,]+)?(?:mijn naam is|mijn naam|ik heet|ik ben|naam is|naam|dat is|dit is|met|my name is|i am|mein name ist|ich heiße|je m'appelle)[ :]+",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"\S+@\S+")
_PHONE = re.compile(r"(?:\+|\(?\b0|\b31|\b14 ?0)[\d\s\-‐‑–./()]{4,}\d")
_SPELLED = re.compile(
    r"(?:\b(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dubbel|\w+tien|\w+tig)\b[ ,.\-]*){4,}",
    re.IGNORECASE,
)
_OPENED_BY_A_TITLE = re.compile(
    rf"\b(?:{_TITLE}\.?|vraag naar|vragen naar|vraag|naar|t\.a\.v\.|namens|brasserie|café|cafe|restaurant|hotel|grand|bakkerij|kantoor|sporthal|zaal|collega|secretaresse|assistente?|roepnaam)\s+(?:{_TITLE}\.?\s+)?{_PROPER}"
)
_PLACE = re.compile(
    rf"\b(?:in|te|uit|van|voor|aan|op|bij|langs|achter|naast|nabij|gemeente|provincie|waterschap|regio|stad|dorp|[Rr]aadslid|[Ww]ethouder"
    rf"|[Bb]urgemeester|[Gg]edeputeerde|[Ss]tatenlid|[Dd]ijkgraaf|[Hh]eemraad)\s+{_PROPER}"
)
_STREET = re.compile(
    r"\b[\w'’\-]+(?:straat|laan|weg|plein|dijk|singel|kade|gracht|pad|hof|dreef|steeg|plantsoen|park|oefening)\b(?=[^\w]|$)"
)
# Words that make a row of words a sentence, and nouns that are no first name.
_OF_SENTENCES = frozenset(
    "er staat staan hij zij ze ik we iemand help hulp nu bij mijn mn mij me huis deur buiten binnen beneden boven politie gevaar"
    " dreiging bedreiging bedreigd dringt breekt belt komt komen ligt loopt is was wordt word heb heeft niet met zonder geen naar"
    " voor achter onder tuin raam ramen kom snel alsjeblieft wil dood kan niks iets mes door plegen overal zelfmoord bloed schiet schieten vermoord".split()
)
_NO_FIRST_NAME = frozenset(
    "brand bom bommen moord mes kogel kogels schoten schot inbraak inbreker inbrekers overval overvaller explosie vuur vlammen rook"
    " vuurwerk pistool wapen wapens granaat poeder dreigbrief man mannen vrouw vent kerel iemand".split()
)
_WAYS_TO_REACH = frozenset(
    "telefoon telefoonnummer nummer mobiel mail email mailadres app whatsapp sms wanneer bel bellen".split()
)
_OF_REACHING = _WAYS_TO_REACH | frozenset(
    "ik heb me mij u jullie we wij het dit dat deze die de een er is ben zijn kan kunt kunnen mag mogen mogelijk bel belt bellen mailen appen"
    " bereikbaar bereiken reactie graag liever liefst wel niet niets niks geen meer nog ook alleen maar pas per se zolang als want"
    " dan of en op om na voor van tussen tot vanaf rond in aan met via over uit hoeft hoef red redden maakt alles goed prima best"
    " weer vrij druk bezet thuis werk kantoor vroeg laat snel eerst eind begin half kwart heel hele ieder iedere elk elke eens keer"
    " een twee drie vier vijf zes zeven acht negen tien elf twaalf enen tweeen drieen vieren vijven zessen zevenen achten negenen"
    " tienen elven twaalven s komt past lukt schikt uiterlijk eventueel bij voorkeur".split()
)
"""Words of when and how somebody can be reached. None of them is about a person, a place or a feeling."""
_PROFILE = ("intake", "profile")
FEW_WORDS, ONE_WORD = 4, 2


# Rasa's own way to fire an intent with slots, "/intent{…}": nobody who means something writes like this.
_PAYLOAD = re.compile(r"[/／⁄∕@]\s*\w+\s*[{\[]")


_CRY = re.compile(r"(?:(?:help|hulp|hellup|sos)[\s.!]*)+")


def is_payload(typed: str) -> bool:
    return _PAYLOAD.match(typed) is not None


def judged(content: Content, memory: Memory, reading: Reading) -> Assessment:
    """What the threat check finds in a message's own text, seen what is asked and what was said before.

    The name of an intent in what looks like Rasa's own way to fire it is no word of the visitor's.
    """
    typed = reading.typed
    head = _PAYLOAD.match(typed)
    text = typed[head.end() :] if head else typed
    rest = to_judge(content, memory, text)
    assessment = seen_in_context(content, memory, typed, reading.danger_in(rest))
    harmless = assessment.action is Action.GEEN
    if memory.draft is not None and harmless and _CRY.fullmatch(typed.casefold().strip()):
        return replace(
            assessment, level=Level.ACUUT, action=Action.CONTROLEVRAAG, certain=True
        )  # no name and no number
    if memory.draft is not None and not harmless and _is_about_reaching(typed, assessment):
        return replace(NOTHING, reasons=assessment.reasons, hint=True)
    in_doubt = assessment.action is Action.CONTROLEVRAAG and not assessment.certain
    if memory.draft is not None and in_doubt and to_change(content, memory.draft, typed):
        return NOTHING  # "de naam en het moment kloppen niet" is about the request
    if memory.draft is None or harmless or not _is_little(rest, text) or not assessment.is_opinion:
        return assessment
    doubted = assessment.action is Action.CONTROLEVRAAG or len(rest.split()) <= ONE_WORD
    # a doubt of the statistics alone about a few words beside a value ("nummer van mijn man: …") is a line
    return assessment.as_line() if doubted else assessment


def _is_about_reaching(typed: str, assessment: Assessment) -> bool:
    """Whether no word of a value is about anything but when and how somebody can be reached, and it names one of these.

    What is certain of danger or despair stays, and so does who cannot call.
    """
    routed = assessment.action in (Action.ROUTE_CONCREET, Action.ROUTE_ACUUT)
    if routed or despairs(typed) or (cannot_call(typed) and assessment.topic != CARE):
        return False
    words = re.findall(r"[^\W\d_]+", typed.casefold())
    named = NAMES_A_TIME.search(typed) is not None or bool(_WAYS_TO_REACH.intersection(words))
    return named and all(word in _OF_REACHING or NAMES_A_TIME.fullmatch(word) for word in words)


def _is_little(rest: str, text: str) -> bool:
    """Whether a value was in the text, and what stands beside it is a few words."""
    return rest != text and len(rest.split()) <= FEW_WORDS


def to_judge(content: Content, memory: Memory, typed: str) -> str:
    """The part of `typed` that may tell of danger, seen what is asked now; the whole of it at any other moment.

    No value is as long as a text that is not answered: that one is judged whole.
    """
    if memory.aside is not None or len(typed) > MAX_TEXT:
        return typed
    if memory.draft is not None:
        return value_to_judge(typed)
    if typed.isupper():
        return typed
    question = next_question(content, memory.answers, memory.revisit) if memory.started else None
    if question is not None and question.section in _PROFILE:
        return _without_places(typed)
    return typed


def value_to_judge(typed: str) -> str:
    """The part of a value of a request that may tell of danger. A name in capitals is one; any other shout is judged."""
    if is_name(typed.title() if typed.isupper() else typed):
        return ""
    if typed.isupper():
        return typed
    rest = _SPELLED.sub(" ", _PHONE.sub(" ", _EMAIL.sub(" ", typed)))
    return _without_places(_OPENED_BY_A_TITLE.sub(" ", rest))


def _without_places(typed: str) -> str:
    rest = _STREET.sub(" ", _PLACE.sub(" ", typed)).strip(" ,.;:-()")
    return rest if re.search(r"[^\W\d_]{2}", rest) or not re.search(r"\w", typed) else ""


def is_name(typed: str) -> bool:
    """Whether `typed` is a name and nothing else: initials, or capitals throughout, and no word of a sentence."""
    bare = _INTRODUCED.sub("", typed.strip(" .!"))
    words = re.findall(r"[^\W\d_][\w'’.\-]*", re.sub(rf"\b{_TITLE}\b\.?", " ", bare, flags=re.IGNORECASE))
    plain_words = {word.casefold().strip(".") for word in words}
    if re.search(r"\d|[!?]", bare) or not 1 <= len(words) <= 8 or plain_words & _OF_SENTENCES:
        return False
    particle = re.compile(rf"{_PARTICLE}\.?", re.IGNORECASE)
    proper = [word for word in words if not particle.fullmatch(word)]
    initials = [word for word in proper if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?|[^\W\d_]", word)]
    names = [word for word in proper if word not in initials]
    if not names or (not initials and names[0].casefold() in _NO_FIRST_NAME):
        return False
    if initials and proper[0] in initials:
        return len(names) <= 3
    return len(proper) >= 2 and all(word[0].isupper() or not word[0].islower() for word in names)
