"""Ways to reach somebody in a typed text: every telephone number and mail address, and what is said beside them.

What can be mailed to says `email_validator`; the mailer asks the same. Nothing is half taken: with a slip in an address
or too few figures in a number there is no contact, but a `Slip` that says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from email_validator import EmailNotValidError, validate_email

from woningscan.reading.answers.fixed import folded
from woningscan.request.contacts.domains import likelier_address, likelier_provider
from woningscan.request.contacts.phone_numbers import numbers_in
from woningscan.request.taken_back import taken_back, without_refused

MAX_ADDRESS = 254
MAX_CONTACT = 200
LETTERS, SLIP, PROVIDER = "booking.contact.letters", "booking.contact.slip", "booking.contact.provider"
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", **dict.fromkeys('“”„«»"', " ")})
_MAIL = re.compile(r"[^\s,;:<>()/|]+@[^\s,;:<>()/|]+")
_UNFINISHED = re.compile(r"(?<![\d:])(?:\+|0)\d(?:[\s\-‐‑–./()]*\d){4,}|\b\d{7,}\b")
_DATE = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d\b(?![-/.]?\d)")
_BEFORE_AN_ADDRESS = re.compile(
    r"^.*(?:[,;:<>()/|]|\b(?:is|op|naar|via|mail|e-?mail\w*|mailadres|adres|en|of|graag|liefst|liever|maar|dan|bij|per"
    r"|priv[eé]|werk|zakelijk|ook|me|mij|gebruik|wordt|worden|toch|gewoon|zijn|was|moet|eigenlijk|dus|nu|wel"
    r"|niet|nee|ja"
    r"|het|dit|dat|deze|onder|alleen|eerst|als|nieuwe?|juiste|goede|beter|bereikbaar|contact|oke?|oké"
    r"|anders)\b(?!\.))\s*",
    re.IGNORECASE,
)
_AT = re.compile(r"\s*(?:\(at\)|\[at\]|\b(?:at|apenstaart(?:je)?)\b)\s*", re.IGNORECASE)
_POINT = re.compile(r"\s*(?:\(dot\)|\[dot\]|\b(?:punt|dot)\b)\s*", re.IGNORECASE)
_OF_A_NUMBER = re.compile(
    r"(?:(?:dit|dat|het|de|dit nummer|mijn|m'n|is|van|voor|op|onder|eerste|tweede|anders|via|bij|per|of)\s+)*"
    r"(?P<label>priv[eé]|werk|mobiel|mobiele|thuis|vast|vaste|kantoor|secretariaat|secretaresse|zakelijk"
    r"|griffie|bode|fractie"
    r"|assistent\w*|partner|man|vrouw|echtgeno\w+|gemeentehuis|stadhuis|06|whatsapp|signal)"
    r"(?:\s*-?(?:nummer|nr\.?|telefoon|mail|lijn))?(?:\s+is)?",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:nee wacht|(?:een )?(?:ander|nieuw) (?:nummer|mailadres)"
    r"|in plaats van (?:het|dat) (?:andere|vorige|oude) \w+"
    r"|(?:mijn|m'n|mn|het|dit) (?:(?:nieuwe|andere|mobiele|vaste|belgische|duitse|buitenlandse) )?"
    r"(?:nummer|nr|telefoonnummer|tel|mail|mailadres|e-?mail\w*)(?: is| wordt)?"
    r"|ik ben (?:te bereiken|bereikbaar)(?: (?:op|via))?|u kunt (?:me|mij) (?:bellen|mailen|bereiken) (?:op|via)"
    r"|(?:bellen|mailen) (?:op|naar)|(?:bel|mail|app|gebruik|neem)"
    r"(?: (?:dan|wel|maar|gewoon|liever|toch|me|mij))*(?: (?:op|naar))?"
    r"|e-?mail(?:adres)?|mailadres|mailto|telefoon(?:nummer)?|tel|nr|nummer|mobiel nummer|(?:kan|mag|is) ook(?: goed)?"
    r"|[tme](?=[\s.:]))(?=\W|$)",
    re.IGNORECASE,
)
EDGE = " \t,;:.!?()-–—/|<>*'\""
_JOINING = (
    r"en|maar|dan|wel|graag|of|via|op|nee|ja|oh|o|sorry|pardon|toch|dat is|dat|wacht|even|eigenlijk|nog|natuurlijk"
    r"|moet|moest|zijn|wordt|worden|werd|veranderd|gewijzigd|nieuwe?"
)
_EDGE_WORDS = re.compile(rf"^(?:{_JOINING})\b|\b(?:{_JOINING}|is|anders)$", re.IGNORECASE)
_JOINED_ON = re.compile(r"\s*(?:[,;/]\s*)?(?:en|of|anders|dan|maar)\b.*\S", re.IGNORECASE)
"""Between two ways, before whose the second is: "… of via mijn secretaresse …"."""
_NOISE = frozenset(
    "andersom anders ander andere eh uh hm klopt kloppen niet fout verkeerd onjuist goed erbij bij toevoegen bijzetten"
    " doe doen zet ook is was staat het dat dit die de mijn er moet zijn worden dan maar hoor graag nog toch wel liever"
    " eigenlijk dus hier beter juiste nummer mailadres ja nee ok oke prima ik bedoel sorry wacht typfout foutje"
    " tikfout zie aub".split()
)
"""Beside a number: what says that it is another, and nothing of whose it is or when to use it."""
_PARTS = re.compile(r"[,;()/|]|\s-\s|\s(?:en|of)\s")


@dataclass(frozen=True)
class Contact:
    """`value` holds every number and address, each with whose or what it is. `rest`: what else the text says."""

    value: str
    rest: str = ""

    @property
    def whole(self) -> str:
        """The value with the rest beside it, so that nothing is lost where there is one field for both."""
        return f"{self.value} ({self.rest})" if self.rest else self.value


@dataclass(frozen=True)
class Slip:
    """Why a text is no contact: `key` of a message that says so, and the addresses that may have been meant."""

    key: str | None = None
    meant: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Way:
    value: str
    start: int
    end: int
    label: str = ""


def contact_in(typed: str) -> Contact | Slip | None:
    """The contact in a text, what is wrong with the one in it, or None where there is none at all."""
    instead = contact_in(taken_back(typed)) if taken_back(typed) else None
    if instead is not None:
        return instead
    plain = " ".join(typed.translate(_STRAIGHT).split())
    mails = list(_mails(plain))
    numbers = [_Way(*number) for number in numbers_in(_blanked(plain, mails))]
    slip = _slip(_blanked(plain, numbers, ","))
    if slip is not None:
        return slip
    ways = sorted((*mails, *numbers), key=lambda way: way.start)
    if _UNFINISHED.search(_DATE.sub(" ", _blanked(plain, ways))):
        return Slip()
    if not ways:
        return None
    without = without_refused(plain, [(way.start, way.end) for way in ways])
    if without != plain:
        return contact_in(without)
    contact = _labelled(plain, ways)
    return contact if len(contact.value) <= MAX_CONTACT else Slip()


def email_address(typed: str) -> str | None:
    """The address in small letters; None for what is none, or what the mailer could not send to."""
    if not typed.isascii() or len(typed) > MAX_ADDRESS:
        return None
    try:
        return validate_email(typed, check_deliverability=False, allow_smtputf8=False, strict=True).normalized.lower()
    except EmailNotValidError:
        return None


def ways_in(text: str) -> tuple[str, ...]:
    """Every number and mail address in a text, each in the one form in which it is kept."""
    plain = " ".join(text.translate(_STRAIGHT).split())
    mails = list(_mails(plain))
    return (*(way.value for way in mails), *(value for value, _, _ in numbers_in(_blanked(plain, mails))))


def mail_address_in(contact: str) -> str | None:
    """The first mail address of a stored contact, as it stands there; None for telephone numbers only."""
    match = _MAIL.search(contact)
    return match.group() if match else None


def _mails(plain: str) -> Iterator[_Way]:
    for match in _MAIL.finditer(plain):
        bare = match.group().strip("'*").rstrip(".!?")
        address = email_address(bare)
        if address is not None and likelier_address(address) is None:
            yield _Way(address, match.start(), match.end())


def _slip(plain: str) -> Slip | None:
    """What is wrong with the mail address in a text without its numbers; None where all is well or there is none."""
    written = plain if "@" in plain else _POINT.sub(".", _AT.sub("@", plain)) if _AT.search(plain) else ""
    for match in re.finditer(r"([^@]*)@+([^@]*)", written):
        before = _BEFORE_AN_ADDRESS.sub("", match.group(1)).split()
        apart = (
            "@@" in match.group()
            or not before
            or match.group(1).endswith(" ")
            or match.group(2).startswith(" ")
            or len(before) > 1
        )
        name, after = "".join(before), match.group(2).strip()
        domain = (re.match(r"[^\s,;:<>()/|]+", after) or [""])[0].rstrip(".!?'*")
        address = email_address(f"{name.strip(chr(39) + '*')}@{domain}")
        if not apart and address and (likelier := likelier_address(address)):
            return Slip(SLIP, (likelier,))
        if not apart and address and (known := likelier_provider(address)):
            return Slip(PROVIDER, (known, address))
        if not apart and written is plain and address:
            continue
        if not name or not after:
            return Slip() if written is plain else None
        if not f"{name}{domain}".isascii():
            return Slip(LETTERS)
        meant = _meant(before, after)
        return Slip(SLIP, meant) if meant else Slip() if written is plain else None
    return None


def _meant(before: list[str], after: str) -> tuple[str, ...]:
    """The addresses that may be meant, at most two: parts run together, and with a dot between."""
    names = (
        "".join(before).replace("..", "."),
        ".".join(word.strip(".") for word in before),
        "".join(before).replace(".", ""),
    )
    closed = re.sub(r"\s*[.,]\s*(?=[a-z]{2,}\b)", ".", after, flags=re.IGNORECASE)
    domain = (re.match(r"[^\s,;:<>()/|]+", closed) or [""])[0].strip(".!?'*").replace("..", ".")
    if "." not in domain:
        domain = f"{domain[:-2]}.nl" if domain.endswith("nl") and len(domain) > 4 else f"{domain}.nl"
    addresses = (email_address(f"{name.strip('.').lower()}@{domain}") for name in names)
    return tuple(dict.fromkeys(likelier_address(address) or address for address in addresses if address))[
        : 2 if len(before) > 1 else 1
    ]


def _blanked(plain: str, ways: list[_Way], sign: str = " ") -> str:
    for way in ways:
        plain = f"{plain[: way.start]}{sign * (way.end - way.start)}{plain[way.end :]}"
    return plain


def _labelled(plain: str, ways: list[_Way]) -> Contact:
    """Each way with the word that says whose or what it is, before it or behind it; what is left is the rest."""
    edges = [0, *(way.end for way in ways)]
    pieces = [plain[start:end] for start, end in zip(edges, [*(way.start for way in ways), len(plain)], strict=True)]
    rest: list[str] = []
    leading = False
    for at, piece in enumerate(pieces):
        parts = [bare for part in _split(piece) if (bare := trimmed(part))]
        for number, part in enumerate(parts):
            label = _OF_A_NUMBER.fullmatch(part)
            leads = at == 0 or leading or _JOINED_ON.match(piece) is not None
            owner = at if at < len(ways) and number == len(parts) - 1 and leads else at - 1
            if label is None or len(ways) < 1 or owner < 0 or ways[owner].label:
                rest.append(part)
                continue
            leading = leading or owner == at == 0
            ways[owner] = replace(ways[owner], label=label.group("label").casefold())
    value = ", ".join(f"{way.value} ({way.label})" if way.label else way.value for way in dict.fromkeys(ways))
    return Contact(value, ", ".join(part for part in rest if not set(folded(part).split()) <= _NOISE))


def _split(piece: str) -> list[str]:
    """The parts of what stands between two numbers; a moment keeps its commas and its "en"."""
    bare = trimmed(piece)
    parts = _PARTS.split(piece)
    return parts if any(_OF_A_NUMBER.fullmatch(trimmed(part)) for part in parts) else [bare]


def trimmed(rest: str) -> str:
    """Without what only joined it to the number."""
    bare = " ".join(_LEADS.sub(" ", rest).split()).strip(EDGE)
    while (shorter := _EDGE_WORDS.sub("", bare).strip(EDGE)) != bare:
        bare = shorter
    return bare
