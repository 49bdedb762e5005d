"""Another value for a field: "mijn achternaam schrijf je als De Bruijn", "dinsdag moet vrijdag zijn".

Only what says both which field and what it becomes; where the value is missing the field is asked again
(`woningscan/request/changing.py`). A whole number or address is read in `woningscan/request/together.py`.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from woningscan.content.model import Content, Field
from woningscan.conversation.memory import Draft
from woningscan.reading.answers.fixed import folded, listed_in, named_choice
from woningscan.request.contacts.contact import email_address, ways_in
from woningscan.request.fields import NAMES_A_TIME, NO_PREFERENCE, checked, is_plain_name, without_lead_in

NAME, FUNCTION, CONTACT, MOMENT = "naam", "functie", "contact", "voorkeur"
ALIKE = 0.7
"""How much two words have in common (0 to 1) of which one is the other spelled right."""
MOST_WORDS = 14
_ASKS = re.compile(r"\?\s*$")
_ASKS_FOR_IT = re.compile(
    r"^(?:kun|kunt|kan|wil|wilt|zou|mag)\b.*\b(?:verander|wijzig|aanpas|verbeter|maken)", re.IGNORECASE
)
_PARTICLE = r"(?:van|von|de|den|der|het|'t|ter|ten|el|al|la|le|du|bin|ibn|da|dos|di|d'|l'|op den|op de|in 't)"
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w'’.\-]*"
_PROPER = re.compile(rf"(?<!\w)(?:{_PARTICLE}\s+)*{_CAPITAL}(?:[\s\-]+(?:{_PARTICLE}\s+)*{_CAPITAL})*")
_PART = re.compile(r"\b(?P<part>achternaam|voornaam|naam|voorletters?)\b", re.IGNORECASE)
_BECOMES = re.compile(
    r"(?::|\b(?:is|als|in|naar|wordt|worden|moet zijn|zijn|moet|heet))\s+(?P<value>[^:,;!?]+?)(?:\s+(?:zijn"
    r"|worden))?[.!]*$",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(r"\bnaam (?:is|moet zijn) (?!met|fout|verkeerd|niet|onjuist|anders)", re.IGNORECASE)
_SAYS_NO_NAME = frozenset("verkeerd fout gespeld geschreven anders niet onjuist veranderd nodig goed juist weg".split())
_BUT_NOT = re.compile(r",?\s*\b(?:en )?(?:niet|geen|ipv|in plaats van|zonder)\b.*$", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:bedoel|moet (?:het|dat)? ?zijn|is het|verkeerd|fout)", re.IGNORECASE)
_FUNCTION_PUT_RIGHT = re.compile(
    r"\b(?:niet|geen|maar|ipv|in plaats van|bedoel\w*|moet\w*|verander\w*|wijzig\w*|aanpas\w*|fout|verkeerd|wordt"
    r"|inmiddels)\b|\bfunctie (?:is|wordt)\b|\bfunctie:"
)
_I_AM = re.compile(r"^(?:(?:o|oh|ach|eh|ja) )*(?:nee|sorry|wacht|correctie)\b.*\bik ben\b")
_ONE_LESS = re.compile(
    r"\b(?:haal|verwijder|schrap|laat|wis)\b.*\b(?P<which>eerste|tweede|laatste) (?:telefoon)?(?:nummer|mail\w*)\b"
)
_AWAY = re.compile(r"\b(?:eraf|er af|af|weg|verwijder\w*|schrap\w*|haal|wis|niet meer|eruit|vervalt|vervallen)\b")
_ONLY = re.compile(r"\balleen\b(?! (?:na|voor|in|op|bellen|als|nog)\b)")
_BY_TELEPHONE, _BY_MAIL = (
    re.compile(r"\b(?:\w*nummer|telefoon\w*|mobiel\w*|tel|06)\b"),
    re.compile(r"\b(?:\w*mail\w*)\b"),
)
_A_MOMENT = r"[^,;!?]+?"
_MOMENT_PUT_RIGHT = (
    re.compile(
        rf"^(?:(?:nee|oh?|sorry|wacht|ok[eé]?)[ ,]+)*(?:(?:die|de|het|mijn|dat) )?(?P<old>{_A_MOMENT}) (?:moet|wordt)"
        rf"(?: (?:het|dat|toch|eigenlijk|maar))* (?P<new>{_A_MOMENT})(?: (?:zijn|worden))?[.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:maak|verander|wijzig|zet)(?: (?:van|die|de|het|mijn))* (?P<old>{_A_MOMENT})"
        rf" (?:maar |liever |toch )*(?:(?:in|naar|op) )?(?P<new>(?:\S*dag\S*|{_A_MOMENT}))(?: van)?[.!]*$",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:niet|geen) (?P<old>{_A_MOMENT}),? maar (?P<new>{_A_MOMENT})[.!]*$", re.IGNORECASE),
    re.compile(
        rf"^(?:(?:nee|liever|toch|graag|doe|maar)[ ,]+)*(?P<new>{_A_MOMENT}) (?:ipv"
        rf"|in plaats van) (?P<old>{_A_MOMENT})[.!]*$",
        re.IGNORECASE,
    ),
)
_NONE_AFTER_ALL = re.compile(
    r"(?:(?:nee|o|oh|doe|toch|maar|ik heb|eigenlijk) )*(?:geen voorkeur|maakt (?:me |mij )?niet uit)"
    r"(?: (?:meer|hoor|eigenlijk))*"
)
_ONLY_THE_FIELD = re.compile(r"(?:voorkeur|moment|tijdstip|tijd|dag|dagdeel)", re.IGNORECASE)
_PROVIDERS = r"(?:gmail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|kpn|xs4all|planet|home|upcmail|telfort|me|msn)"
_ENDING = re.compile(
    rf"(?:^|\s)(?:\.|punt )(?P<level>com|nl|net|org|eu|be|de|nu|info)\b|\b(?P<provider>{_PROVIDERS})\b"
)
_CONTACT_PUT_RIGHT = re.compile(r"\b(?:bedoel\w*|moet\w*|niet|fout|verkeerd|is|zijn)\b")
_FEW = 8


def put_right(content: Content, draft: Draft, typed: str) -> dict[str, str]:
    """The filled fields that a text gives another value, by their id; empty where it is not all said."""
    if len(typed.split()) > MOST_WORDS or (_ASKS.search(typed) and not _ASKS_FOR_IT.search(typed)):
        return {}
    by_id = {field.id: field for field in content.request_fields[draft.kind] if field.id in draft.fields}
    found = {
        NAME: _name(content, by_id[NAME], draft, typed) if NAME in by_id else None,
        FUNCTION: _function(by_id[FUNCTION], draft.fields[FUNCTION], typed) if FUNCTION in by_id else None,
        CONTACT: _contact(draft.fields[CONTACT], typed) if CONTACT in by_id else None,
        MOMENT: _moment(draft.fields[MOMENT], typed) if MOMENT in by_id else None,
    }
    return {key: value for key, value in found.items() if value is not None and value != draft.fields[key]}


def _name(content: Content, field: Field, draft: Draft, typed: str) -> str | None:
    """The name as it becomes: the part that is named or that is spelled otherwise, in the one that was given."""
    stored = draft.fields[NAME]
    part = _PART.search(typed)
    bare = _BUT_NOT.sub("", typed)
    if part is not None and part.group("part").casefold() == "naam" and _INTRODUCED.search(typed):
        return None  # a whole name, read where several fields are
    if part is None:
        name = without_lead_in(bare.rpartition(",")[2].strip(" ,.!"))
        again = _shares_a_word(stored, name) or _MEANT.search(typed) is not None
        return checked(field, name, content.answer_words) if again and _is_proper(name) else None
    behind = bare[part.end() :]
    proper = [match.group() for match in _PROPER.finditer(behind) if any(map(str.isupper, match.group()))]
    becomes = _BECOMES.search(behind)
    value = proper[-1] if proper else becomes.group("value") if becomes else ""
    says_none = set(folded(value).split()) & _SAYS_NO_NAME
    becoming = checked(field, value, content.answer_words) if value and not says_none else None
    return None if becoming is None else _merged(stored, becoming, part.group("part").casefold())


def _is_proper(name: str) -> bool:
    return is_plain_name(name) and _PROPER.fullmatch(name) is not None


def _shares_a_word(stored: str, name: str) -> bool:
    return any(_alike(old, new) for old in stored.split() for new in name.split() if len(old) > 1)


def _alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, folded(old), folded(new)).ratio() >= ALIKE


def _merged(stored: str, name: str, part: str) -> str:
    """`name` in the place of its part of the stored name; the whole where it is one, or fits nowhere."""
    first, *others = stored.split()
    if len(name.split()) > 1 and (part == "naam" or _shares_a_word(first, name)):
        return name
    if part in ("voornaam", "voorletter", "voorletters"):
        return " ".join((name, *others)) if others else f"{name} {first}"
    leading = [first, *(word for word in others if word.endswith("."))] if others else []
    if part == "achternaam":
        return " ".join((*leading, name))
    like = next((word for word in (first, *others) if others and _alike(word, name)), None)
    if like is not None:
        return stored.replace(like, name)
    return " ".join((*leading, name)) if first.endswith(".") else name


def _function(field: Field, stored: str, typed: str) -> str | None:
    """The other function that is named with it ("geen raadslid maar wethouder")."""
    plain = folded(typed)
    question = field.as_question()
    label = next((choice.label for choice in field.choices if choice.value == stored), "")
    about = re.search(rf"\bfunctie\b|\bbedoel|\b{re.escape(folded(label))}\b", plain)
    says_who = _I_AM.search(plain) is not None
    if not says_who and (about is None or not _FUNCTION_PUT_RIGHT.search(plain)):
        return None
    return named_choice(question, typed, but=stored) or listed_in(question, plain.replace(folded(label), " "))


def _moment(stored: str, typed: str) -> str | None:
    """The moment with the part replaced that is named; whole where only the field is named, or there is none."""
    if _NONE_AFTER_ALL.fullmatch(folded(typed)):
        return NO_PREFERENCE
    for pattern in _MOMENT_PUT_RIGHT:
        match = pattern.search(typed)
        if match is None or not NAMES_A_TIME.search(match.group("new")):
            continue
        old, new = match.group("old").strip(), match.group("new").strip()
        at = stored.casefold().find(old.casefold())
        if at >= 0:
            return f"{stored[:at]}{new}{stored[at + len(old) :]}"
        if NAMES_A_TIME.search(old) or _ONLY_THE_FIELD.search(old):
            return new
    return None


def taken_out(stored: str, typed: str) -> str | None:
    """The stored contact without the ways that a text takes out of it ("… mag eraf", "telefoon weg", "doe alleen de
    mail"); None where it takes none out, or would leave none."""
    plain, ways = typed.casefold(), stored.split(", ")
    if len(ways) < 2:
        return None
    only = _ONLY.search(plain)
    said = plain[only.end() :] if only else plain
    named = set(ways_in(said))
    by_name = [way for way in ways if way.split(" ")[0] in named]
    by_kind = [way for way in ways if (_BY_MAIL if "@" in way else _BY_TELEPHONE).search(said)]
    meant = by_name or (by_kind if len(by_kind) < len(ways) else [])
    if not meant or _ONE_LESS.search(plain):
        return None
    if only:
        return ", ".join(meant)
    left = [way for way in ways if way not in meant]
    return ", ".join(left) if left and _AWAY.search(plain) else None


def _contact(stored: str, typed: str) -> str | None:
    """The mail address with another ending or provider ("ik bedoel .com"), where there is one address; of several ways
    those that are left where one is taken away."""
    ways, plain = stored.split(", "), typed.casefold()
    one_less = _ONE_LESS.search(plain)
    if one_less is not None and len(ways) > 1:
        del ways[0 if one_less["which"] == "eerste" else -1]
        return ", ".join(ways)
    mails = [way for way in ways if "@" in way]
    endings = list(_ENDING.finditer(_BUT_NOT.sub("", plain) or plain))
    said = len(plain.split()) <= _FEW and "@" not in plain and _CONTACT_PUT_RIGHT.search(plain)
    if len(mails) != 1 or len(endings) != 1 or not said:
        return None
    name, _, domain = mails[0].split(" ")[0].partition("@")
    provider, _, level = domain.rpartition(".")
    ending = endings[0]
    changed = f"{name}@{ending['provider'] or provider}.{ending['level'] or level}"
    address = email_address(changed)
    return stored.replace(f"{name}@{domain}", address) if address else None
