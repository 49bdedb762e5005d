"""Checks on what people fill in for a request. They clean up or say no; what is said is in content/booking.yml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from woningscan.content.model import Field
from woningscan.reading.answers.fixed import fixed_answer, named_choice
from woningscan.request.contacts.contact import MAX_CONTACT, Contact, contact_in
from woningscan.request.taken_back import taken_back

MAX_NAME = 80
MAX_MOMENTS = 200
NO_PREFERENCE = "geen voorkeur"
Words = Mapping[str, tuple[str, ...]]
_NAME = re.compile(r"^['’‘]?[^\W\d_]+(?:[ .'’‘,\-‐‑–/()]+[^\W\d_]+)*[ .)]*$")
_WEB_ADDRESS = re.compile(r"\bwww\.|\.(?:nl|com|org|net|eu|be|info|io)(?:$|[\s/)])", re.IGNORECASE)
# Nobody is called so. Of the others one may be part of a name ("Wil Jansen", "A. van Geen"), not two.
_NEVER_IN_NAMES = frozenset(
    "ik waarom wanneer jullie niks niets gaat heeft hebt uw jouw daar hier verstuur versturen opsturen wijzig verander"
    " klopt vraag vragen antwoord naam".split()
)
_SELDOM_IN_NAMES = frozenset(
    "niet geen mijn een wil kan het dat dit is u weet hoe wat moet kunnen toch later je jij maar nou nog wel zo doe"
    " doet stuur stop door weg goed nee ja ok oke prima zeg zeggen gewoon iets iemand alles mag hoezo liever graag"
    " ga verder terug pauze overslaan volgende vorige opnieuw".split()
)
_ALSO_SURNAMES = frozenset("wil kan een door goed".split())
_PRESENTS = (
    r"(?:mijn naam is|mijn naam:|ik heet|ik ben|naam is|naam:|dat is|dit is|het is|u spreekt met|met"
    r"|noem (?:me|mij)(?: maar)?|(?:zet|schrijf|noteer|doe)(?: dan)? maar|my name is|i am)\s"
)
_LEAD_IN = re.compile(
    r"^(?:(?:(?:hallo|hoi|goede(?:n?dag|morgen|n?middag|n?avond)|nee|sorry|ok[eé]?|okay|nou|vooruit|prima)[ ,.!]+"
    rf"|(?:dag|ja|o|oh|tja|ach|wacht|goed)(?:\s*[,!][ ,!]*|\s+(?=(?:dan|maar|hoor|ja|nee|wacht|sorry|{_PRESENTS})\b)))"
    rf"(?:(?:dan|maar|goed|hoor|toch|vooruit|nou)\b[ ,.!]*)*)*(?:{_PRESENTS}\s*)?",
    re.IGNORECASE,
)
_LEADS_OUT = re.compile(
    r"[ ,]+(?:is (?:de|mijn) naam|heet ik|ben ik|bedoel(?:de)? ik|moet (?:het|dat) zijn|dan|hoor|dus|graag"
    r"|aub)[ .!]*$"
)
"""In small letters: a name ends in a capital word."""
_INTRODUCED = re.compile(r"^(?:mijn naam is|mijn naam:|ik heet|naam:|u spreekt met)\s+\S", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\((?:[^()]*\b(?:ik|zijn|haar|namens|secret\w*|assistent\w*)\b[^()]*)\)\s*$", re.IGNORECASE)
"""Behind a name, who types it for whom."""
_FEW = 3
"""Words of which a name in capitals may hold what is seldom one ("Wil van Geen")."""
_CALLS_FOR_HELP = frozenset("hulp help helpen nood noodgeval sos alarm gevaar spoed".split())
"""Alone in a name field: nobody's name, and what is meant is asked."""
_WITHOUT_PREFERENCE = re.compile(
    r"\b(?:geen (?:echte |speciale |bijzondere )?voorkeur\w*"
    r"|(?:dat |het )?maakt (?:het )?(?:me |mij |ons )?niet(?:s)? (?:zoveel |echt )?uit"
    r"|(?:alles|elk moment|altijd|het|dat|elke dag|iedere dag) (?:is |kan |mag )?(?:goed|prima|best)|kan altijd"
    r"|altijd (?:goed|prima)|(?:kan|ben) altijd(?: bereikbaar)?|om het even|wanneer u wilt|zegt u het maar"
    r"|niks|niets)\b",
    re.IGNORECASE,
)
_BESIDE_NO_PREFERENCE = frozenset(
    "verder nee ja hoor ik heb eigenlijk nou dat het is mij me voor en wel prima hier u maar daar in een moment"
    " tijdstip dus oke ok".split()
)
"""Words that exclude nothing and name no moment."""
NAMES_A_TIME = re.compile(
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|(?:ma|di|wo|do|vr|za)(?=[\s/,+.-]|$)"
    r"|zo(?=[/+-]|\s(?:en|of|om|na|voor|vanaf|tussen|tot|\d|ochtend|middag|avond|overdag))"
    r"|ochtend\w*|(?:och|voormid|namid|mid)\w*(?:tend|dag)s?|(?:na)?middag\w*|(?:van)?avond\w*|nacht|overdag"
    r"|week(?:end)?\w*|uur|\d{1,2}[:.]\d\d"
    r"|(?:na|voor|vanaf|tussen) (?:het |de )?(?:\d+|werk|eten|lunch)|januari|februari|maart|april|mei|juni|juli"
    r"|augustus|september|oktober|november|december|vakantie|morgen|vandaag|werkdag\w*|altijd|lunch\w*)\b",
    re.IGNORECASE,
)
_SAYS_WHEN = re.compile(
    r"\b(?:bel\w*|bereik\w*|mail(?:en|t)?|app(?:en|t)?|sms\w*|zo (?:snel|spoedig) mogelijk|zsm|asap|spoed|meteen|direct"
    r"|nu|vroeg\w*|laat|later|pauzes?|eten|werk\w*|thuis|school\w*|kinderen|raads?\w*|vergader\w*|eind\w*|begin|kwartier"
    r"|half|dag\w*|dagde\w*|tijd\w*|flexibel|wisselend|overleg\w*|behalve|liefst|niet (?:voor|na|op|in|te)"
    r"|\d{1,2}(?: ?u)?|doordeweeks?|\w*tijd|wanneer|als"
    r"|(?:na|rond|tussen|vanaf|tot|tegen|tijdens|buiten|via|om|voor) \w+"
    r"|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|(?:s|'s) \w+|any ?time|morning|evening"
    r"|weekdays?)\b",
    re.IGNORECASE,
)
"""What a moment has a word of, beside the names of days and times."""
_NO_MOMENT = re.compile(
    r"@|\b(?:haal|verwijder|schrap|gooi|wis)\b.*\bweg\b|\b(?:hotmail|gmail|ziggo|outlook)\b|\bnummer\b.*\bniet\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?\s*$|^(?:hoe|wat|waarom|wie|waar|welke?|kunt u|kun je|mag ik|moet ik)\b", re.IGNORECASE)
_NO_FURTHER = re.compile(r"[\s,;.]+(?:en )?(?:verder|voor de rest|anders)(?: heb ik)?\s*$", re.IGNORECASE)
_SAYS_NOTHING = frozenset(
    "ja nee ok oke oké prima hallo hoi dag goed dank bedankt graag klopt akkoord eh uh hm hmm zo is het dat dit die"
    " hoor maar dan doe wel nou top mooi fijn perfect bedoel ik even"
    " goedemorgen goedemiddag goedenavond goedeavond goedendag".split()
)
_OF_THE_REQUEST = re.compile(
    r"\b(?:(?:ver|op|door)?(?:stuur|stuurt|sturen)|verzend\w*|stop\w*|annuleer\w*|wijzig\w*|verander\w*|klop(?:t|pen)"
    r"|bedoel\w*|vorige|terug|overslaan|opnieuw|aanvraag|niks mee te maken|(?:gaat|zeg ik|wil ik) .*\b(?:niks"
    r"|niets|niet)\b)\b",
    re.IGNORECASE,
)
"""What is said to the assistant or about the request: no moment, unless one is named beside it."""
_LABELLED = re.compile(r"^(?:(?:mijn|voor) )?(?:voorkeur|moment|tijdstip|tijd|naam)\s*[:=]\s*", re.IGNORECASE)


def checked(field: Field, typed: str, words: Words) -> str | None:
    """The cleaned value for `field`, or None when `typed` cannot be taken as one."""
    return _CHECKS[field.kind](field, " ".join(typed.split()), words)


def is_plain_name(typed: str) -> bool:
    """Whether `typed` can hardly be anything but a name: introduced as one, or written with capitals throughout."""
    return bool(_INTRODUCED.match(typed)) or _is_in_capitals(without_lead_in(typed).split())


def without_lead_in(typed: str) -> str:
    """A name without what introduces it and what follows it; a name that looks like such words stays."""
    return _LEADS_OUT.sub("", _LEAD_IN.sub("", typed) or typed)


def _is_in_capitals(words: list[str]) -> bool:
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def _name(_: Field, typed: str, __: Words) -> str | None:
    """A name in any script; not a sentence, a number or a web address."""
    typed = _ASIDE.sub("", typed)
    instead = taken_back(typed)
    name = without_lead_in(instead if is_plain_name(instead) else typed).strip(" .,;!")
    words = set(name.casefold().split())
    is_initial = len(name) == 1 and name.isupper()
    if not (is_initial or 2 <= len(name) <= MAX_NAME) or len(name.split()) > 8 or _WEB_ADDRESS.search(name):
        return None
    seldom = words & _SELDOM_IN_NAMES
    sentence = len(words) > _FEW and name.islower() and seldom - _ALSO_SURNAMES
    doubted = words & _NEVER_IN_NAMES or len(seldom) > 1 or sentence or words <= _CALLS_FOR_HELP
    doubted = doubted or (words <= _SELDOM_IN_NAMES and name.islower())
    if doubted and not (_is_in_capitals(name.split()) and len(words) <= _FEW):
        return None
    return name if _NAME.fullmatch(_letters_only(name)) else None


def _letters_only(name: str) -> str:
    """Without vowel signs and joiners, which are part of a letter in other scripts."""
    return "".join(sign for sign in name if unicodedata.category(sign)[0] != "M" and sign not in "\u200c\u200d")


def _phone_or_email(_: Field, typed: str, __: Words) -> str | None:
    found = contact_in(typed)
    return found.whole if isinstance(found, Contact) and len(found.whole) <= MAX_CONTACT else None


def _choice(field: Field, typed: str, words: Words) -> str | None:
    question = field.as_question()
    return fixed_answer(question, typed, words) or named_choice(question, typed)


def _moments(_: Field, typed: str, __: Words) -> str | None:
    """A moment in people's own words; no preference only where nothing else is said ("behalve vrijdag" is one)."""
    typed = _LABELLED.sub("", typed)
    instead = taken_back(typed)
    typed = instead if NAMES_A_TIME.search(instead) else typed
    rest = _WITHOUT_PREFERENCE.sub(" ", typed)
    if rest != typed:
        left = set(re.findall(r"\w+", rest.casefold()))
        if left <= _BESIDE_NO_PREFERENCE:
            return NO_PREFERENCE
        ended = _WITHOUT_PREFERENCE.sub("", typed).rstrip(" .!,;")
        if typed.startswith(ended):  # it stands at the end: "maandag, verder geen voorkeur"
            typed = _NO_FURTHER.sub("", ended).rstrip(" .!,;")
    return typed if 2 <= len(typed) <= MAX_MOMENTS and _is_moment(typed) else None


def _is_moment(typed: str) -> bool:
    """Whether a text names a moment, or how somebody wants to be reached, and is not about something else."""
    if set(re.findall(r"\w+", typed.casefold())) <= _SAYS_NOTHING:
        return False
    if NAMES_A_TIME.search(typed):
        return True
    about_else = any(pattern.search(typed) for pattern in (_ASKS, _OF_THE_REQUEST, _NO_MOMENT))
    return not about_else and _SAYS_WHEN.search(typed) is not None


_CHECKS: dict[str, Callable[[Field, str, Words], str | None]] = {
    "name": _name,
    "phone_or_email": _phone_or_email,
    "choice": _choice,
    "moments": _moments,
}
