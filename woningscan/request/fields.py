"""Checks on what people fill in for a request. They clean up or say no; what is said is in content/booking.yml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from woningscan.content.model import Field
from woningscan.reading.answers.fixed import fixed_answer, named_choice

MAX_NAME = 80
MAX_MOMENTS = 200
MAX_ADDRESS = 254
NO_PREFERENCE = "geen voorkeur"
_BETWEEN_DIGITS = r"\s\-‐‑–./()"  # with the dashes that a telephone's keyboard makes
Words = Mapping[str, tuple[str, ...]]
# What every mail server takes (RFC 5321, Dot-string): plain letters, and no dot at an end or beside another.
_EMAIL = re.compile(
    r"(?=.{1,64}@)[a-z0-9_!#$%&'*+/=?^`{|}~-]+(?:\.[a-z0-9_!#$%&'*+/=?^`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}",
    re.IGNORECASE | re.ASCII,
)
_NAME = re.compile(r"^['’‘]?[^\W\d_]+(?:[ .'’‘,\-‐‑–/()]+[^\W\d_]+)*[ .)]*$")
_WEB_ADDRESS = re.compile(r"\bwww\.|\.(?:nl|com|org|net|eu|be|info|io)(?:$|[\s/)])", re.IGNORECASE)
# Nobody is called so. Of the others one may be part of a name ("Wil Jansen", "Wim Kan", "A. van Geen"), not two.
_NEVER_IN_NAMES = frozenset("ik waarom wanneer jullie".split())
_SELDOM_IN_NAMES = frozenset("niet geen mijn een wil kan het dat dit is u weet hoe wat moet kunnen toch later".split())
_LEAD_IN = re.compile(
    r"^(?:mijn naam is|mijn naam:|ik heet|ik ben|naam is|naam:|dat is|dit is|mijn nummer is"
    r"|mijn (?:e-?)?mail(?:adres)? is|(?:bel|mail) (?:me|mij) op)\s+",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(r"^(?:mijn naam is|mijn naam:|ik heet|naam:)\s+\S", re.IGNORECASE)
_WITHOUT_PREFERENCE = re.compile(
    r"\b(?:geen voorkeur|maakt (?:me |mij )?niet(?:s)? uit|alles (?:is )?goed|kan altijd|altijd goed"
    r"|om het even|wanneer u wilt)\b",
    re.IGNORECASE,
)


def checked(field: Field, typed: str, words: Words) -> str | None:
    """The cleaned value for `field`, or None when `typed` cannot be taken as one."""
    return _CHECKS[field.kind](field, " ".join(typed.split()), words)


def phone_number(typed: str) -> str | None:
    """A Dutch number as ten digits with a leading 0, a foreign one as `+…`; None when it is neither.

    Source of the lengths: Dutch national numbers have ten digits; international ones at most fifteen (ITU-T E.164).
    """
    international = typed.lstrip(" (").startswith(("+", "00"))
    shown = typed.replace("(0)", "") if international else typed  # "(0)" is not dialled after a country's number
    digits = re.sub(rf"[{_BETWEEN_DIGITS}]", "", shown)
    digits = re.sub(r"^(?:\+31|0031)0?", "0", digits)
    if re.fullmatch(r"0[1-9][0-9]{8}", digits):
        return digits
    digits = re.sub(r"^00", "+", digits)
    return digits if re.fullmatch(r"\+[1-9][0-9]{7,14}", digits) and not digits.startswith("+31") else None


def email_address(typed: str) -> str | None:
    """The address in small letters; None for what is none, or what the mailer could not send to."""
    return typed.lower() if _EMAIL.fullmatch(typed) and len(typed) <= MAX_ADDRESS else None


def is_plain_name(typed: str) -> bool:
    """Whether `typed` can hardly be anything but a name: introduced as one, or written with capitals throughout."""
    words = typed.split()
    return bool(_INTRODUCED.match(typed)) or (len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper())


def _name(_: Field, typed: str, __: Words) -> str | None:
    """A name in any script; not a sentence, a number or a web address."""
    name = _LEAD_IN.sub("", typed).strip(" .")
    words = set(name.casefold().split())
    if not 2 <= len(name) <= MAX_NAME or len(name.split()) > 8 or _WEB_ADDRESS.search(name):
        return None
    if words & _NEVER_IN_NAMES or len(words & _SELDOM_IN_NAMES) > 1:
        return None
    return name if _NAME.fullmatch(_letters_only(name)) else None


def _letters_only(name: str) -> str:
    """Without vowel signs and joiners, which are part of a letter in other scripts."""
    return "".join(sign for sign in name if unicodedata.category(sign)[0] != "M" and sign not in "\u200c\u200d")


def _phone_or_email(_: Field, typed: str, __: Words) -> str | None:
    candidate = _LEAD_IN.sub("", typed).strip(" .")
    for word in candidate.split():
        if "@" in word:
            return email_address(word.strip(".,;:<>()"))
    found = re.search(rf"(?:\+|\b0)[0-9{_BETWEEN_DIGITS}]{{8,}}", candidate)
    return phone_number(found.group().strip()) if found else None


def _choice(field: Field, typed: str, words: Words) -> str | None:
    question = field.as_question()
    return fixed_answer(question, typed, words) or named_choice(question, typed)


def _moments(_: Field, typed: str, __: Words) -> str | None:
    if _WITHOUT_PREFERENCE.search(typed):
        return NO_PREFERENCE
    return typed if 2 <= len(typed) <= MAX_MOMENTS and re.search(r"\w", typed) else None


_CHECKS: dict[str, Callable[[Field, str, Words], str | None]] = {
    "name": _name,
    "phone_or_email": _phone_or_email,
    "choice": _choice,
    "moments": _moments,
}
