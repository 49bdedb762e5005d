"""More than one field of a request in one message: a number with a moment, a name with a function, another number.

"0612345678, na 18 uur bellen" fills in two fields, and at the review "nee wacht, ander nummer: …" changes one. What is
taken is read back before anything is sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.request.fields import checked, email_address, is_plain_name, phone_number
from woningscan.request.form import current_field

NAME, FUNCTION, CONTACT, MOMENT = "naam", "functie", "contact", "voorkeur"
FEWEST_WORDS = 2
"""Of what stands beside a number, to be a moment."""
_EMAIL = re.compile(r"[^\s,;()<>]+@[^\s,;()<>]+")
_PHONE = re.compile(r"(?:\+|\(?\b0)[\d\s\-‐‑–./()]{7,}\d")
_CALLED = re.compile(
    r"\b(?:ik heet|mijn naam is|naam is|naam:)\s+(?P<name>[^,;.!?]+(?:\.\s*[^,;.!?]+)?)", re.IGNORECASE
)
_BETWEEN = re.compile(r"[,;]|(?<=[a-z]{3})\.\s")
_ABOUT_THE_CONTACT = re.compile(
    r"\b(?:nee wacht|(?:een )?(?:ander|nieuw) (?:nummer|mailadres)|in plaats van (?:het|dat) (?:andere|vorige|oude) \w+"
    r"|mijn (?:nummer|mail|mailadres|e-mailadres) is|(?:bel|mail|app) (?:dan |wel |maar |gewoon |liever )*(?:me|mij)?"
    r"(?: maar| dan| liever| gewoon)*(?: (?:op|naar))?)(?=\W|$)",
    re.IGNORECASE,
)
_EDGE = " \t,;:.!?()-–—"
_EDGE_WORDS = re.compile(r"^(?:en|maar|dan|wel|graag|of)\b|\b(?:en|maar|dan|wel|graag|of)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Contact:
    value: str
    rest: str


def filled_together(content: Content, memory: Memory, typed: str, function: str | None) -> Memory | None:
    """The memory with every field that `typed` fills in; None where it is about the open field alone.

    `function` is the function that the text names, where one is.
    """
    draft = memory.draft
    if draft is None or memory.wish:
        return None
    open_field = current_field(content, draft)
    contact = _contact_in(typed)
    values: dict[str, str] = {}
    if contact is not None and (open_field is None or open_field.id != CONTACT or contact.rest):
        values[CONTACT] = contact.value
    rest = contact.rest if contact else typed
    name = _name_in(content, draft, rest, is_asked=open_field is not None and open_field.id == NAME)
    if name is not None:
        values[NAME] = name
        rest = _CALLED.sub(" ", rest).replace(name, " ").strip(_EDGE)
    if function is not None and FUNCTION not in draft.fields:
        values[FUNCTION] = function
    asks_moment = open_field is not None and open_field.id == MOMENT
    moment = _moment_in(rest, is_asked=asks_moment) if contact is not None and FUNCTION not in values else None
    if moment is not None and (asks_moment or MOMENT not in draft.fields):
        values[MOMENT] = moment
    changes = CONTACT in values and CONTACT in draft.fields
    if len(values) < 2 and not changes:
        return None
    return memory.but(draft=Draft(draft.kind, {**draft.fields, **values}), misses=0)


def _contact_in(typed: str) -> _Contact | None:
    """The telephone number or mail address in a text, and the rest of it."""
    for pattern, value_of in ((_EMAIL, email_address), (_PHONE, phone_number)):
        match = pattern.search(typed)
        value = value_of(match.group().strip(_EDGE)) if match else None
        if match is not None and value is not None:
            rest = f"{typed[: match.start()]} {typed[match.end() :]}"
            return _Contact(value, _trimmed(_ABOUT_THE_CONTACT.sub(" ", rest)))
    return None


def _name_in(content: Content, draft: Draft, typed: str, *, is_asked: bool) -> str | None:
    """A name that is introduced as one, or, where the name is asked, the part of the text that is one."""
    if NAME in draft.fields and not is_asked:
        return None
    field = next(one for one in content.request_fields[draft.kind] if one.id == NAME)
    called = _CALLED.search(typed)
    if called is not None:
        return checked(field, called.group("name").strip(_EDGE), content.answer_words)
    if not is_asked:
        return None
    titles = "|".join(re.escape(choice.label) for one in content.request_fields[draft.kind] for choice in one.choices)
    bare = re.sub(rf"\b(?:{titles}|dijkgraaf|heemraad|statenlid)\b|\bhier$", ",", typed, flags=re.IGNORECASE)
    parts = [part.strip(_EDGE) for part in _BETWEEN.split(bare)]
    names = (checked(field, part, content.answer_words) for part in parts if is_plain_name(part))
    return next((name for name in names if name is not None), None)


def _moment_in(rest: str, *, is_asked: bool) -> str | None:
    return rest if len(re.findall(r"\w+", rest)) >= (1 if is_asked else FEWEST_WORDS) else None


def _trimmed(rest: str) -> str:
    """Without what only joined it to the number."""
    bare = " ".join(rest.split()).strip(_EDGE)
    while (shorter := _EDGE_WORDS.sub("", bare).strip(_EDGE)) != bare:
        bare = shorter
    return bare
