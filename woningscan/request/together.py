"""More than one field of a request in one message: a number with a moment, a name with a function, another number.

"0612345678, na 18 uur bellen" fills in two fields, and at the review "nee wacht, ander nummer: …" changes one. What is
taken is read back before anything is sent.
"""

from __future__ import annotations

import re

from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.request.changing import says_wrong
from woningscan.request.consent import speaks_of_sending
from woningscan.request.contacts.contact import Slip, contact_in, trimmed
from woningscan.request.fields import NAMES_A_TIME, NO_PREFERENCE, checked, is_plain_name
from woningscan.request.form import current_field
from woningscan.request.taken_back import taken_back

NAME, FUNCTION, CONTACT, MOMENT = "naam", "functie", "contact", "voorkeur"
FEWEST_WORDS = 2
"""Of what stands beside a number, to be a moment."""
_CALLED = re.compile(
    r"\b(?:ik heet|(?:mijn )?(?:naam|achternaam) (?:is|moet zijn)|naam:|u spreekt met)\s+(?P<name>[^,;!?]+?)"
    r"(?=\s*(?:[,;!?]|$)|(?<=\w{4})(?<!prof)\.\s|\s+(?:en|maar|want|niet|ik|mijn|raadslid|wethouder|burgemeester)\b)",
    re.IGNORECASE,
)
_LIMITS_A_TIME = re.compile(
    r"(?:maar |en |dan |wel )?(?:niet|alleen|liever|liefst|als|wanneer|tijdens|tussen|na|voor|vanaf|tot|buiten|zo snel"
    r"|zodra"
    r"|behalve|elke?|iedere|bij voorkeur|kan|het maakt|maakt|geen)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;]|(?<=[a-z]{4})(?<!prof)\.\s|\s(?:en|maar|want)\s(?=ik|mijn|bel|mail|u)", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:ook|daarnaast|erbij|tweede (?:nummer|mailadres)|extra|eventueel|anders)\b", re.IGNORECASE)
"""Beside a number or a moment: it comes with what was given before, and not in its place."""
_KIND_NAMED = re.compile(
    r"\b(?P<number>\w*nummer|telefoon|mobiel\w*)\b"
    r"|\b(?P<mail>(?:e-?)?mailadres|(?:e-?)?mail(?= (?:is|moet|wordt)\b))\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"^(?:(?:nee|o ja|oh|wacht|sorry|toch|doe|maar|liever|bij nader inzien|eigenlijk|kan het|mag het|ik wil|graag"
    r"|maak er|van)[ ,]+)+",
    re.IGNORECASE,
)


def filled_together(content: Content, memory: Memory, typed: str, function: str | None) -> Memory | None:
    """The memory with every field that `typed` fills in; None where it is about the open field alone.

    `function` is the function that the text names, where one is.
    """
    draft = memory.draft
    if draft is None or memory.wish:
        return None
    open_field = current_field(content, draft)
    asked = open_field.id if open_field is not None else ""
    contact = contact_in(typed)
    if isinstance(contact, Slip):
        return None
    rest = _without_a_correction(contact.rest) if contact else typed
    values: dict[str, str] = {}
    name = _name_in(content, draft, rest, is_asked=asked == NAME, beside=contact is not None)
    if name is not None:
        values[NAME] = name
        rest = trimmed(_CALLED.sub(" ", rest).replace(name, " "))
    if function is not None and FUNCTION not in draft.fields:
        values[FUNCTION] = function
        rest = trimmed(_without_functions(content, draft, rest))
    if contact is not None or asked != NAME:
        values.update(_moment(draft, rest, asked, beside=contact is not None))
    if contact is not None:
        alone = name is not None or function is not None or MOMENT in values or rest != contact.rest
        kept = contact.value if alone else contact.whole
        added = _ADDED.search(typed) is not None and CONTACT in draft.fields
        values[CONTACT] = f"{draft.fields[CONTACT]}, {kept}" if added else _in_place_of(draft, kept, typed)
    if set(values) <= {asked} and not (asked == NAME and name is not None):
        return None
    return memory.but(draft=Draft(draft.kind, {**draft.fields, **values}), misses=0)


def _without_a_correction(rest: str) -> str:
    """What stands beside a number, without what says that the one of before was wrong."""
    parts = [part for part in re.split(r",\s*", rest) if not says_wrong(part) or NAMES_A_TIME.search(part)]
    return ", ".join(parts)


def _in_place_of(draft: Draft, contact: str, typed: str) -> str:
    """The new contact, with the mail address of before where only "het nummer" is said to be another, and so the other
    way round."""
    named = _KIND_NAMED.search(typed)
    before = draft.fields.get(CONTACT, "").split(", ")
    mailed = "@" in contact
    if named is None or mailed != (named.lastgroup == "mail") or (mailed and re.search(r"\d{8}", contact)):
        return contact
    return ", ".join((*(way for way in before if way and ("@" in way) != mailed), contact))


def _moment(draft: Draft, rest: str, asked: str, *, beside: bool) -> dict[str, str]:
    """The moment that is said beside a number, or that takes the place of the one that was given."""
    before = draft.fields.get(MOMENT)
    if beside and (before is None or asked == MOMENT or NAMES_A_TIME.search(rest)):
        words = len(re.findall(r"\w+", rest))
        is_moment = NAMES_A_TIME.search(rest) or (
            asked not in (NAME, FUNCTION)
            and words >= (1 if asked == MOMENT else FEWEST_WORDS)
            and (asked == MOMENT or _LIMITS_A_TIME.match(rest) is not None)
        )
        return {MOMENT: rest} if is_moment else {}
    if beside or asked == MOMENT or before is None or not NAMES_A_TIME.search(rest) or rest.endswith("?"):
        return {}
    if speaks_of_sending(rest):
        return {}
    moment = _OTHERWISE.sub("", rest).strip(" .,!")
    return {MOMENT: f"{before}, {moment}" if _ADDED.search(rest) and before != NO_PREFERENCE else moment}


def _name_in(content: Content, draft: Draft, typed: str, *, is_asked: bool, beside: bool) -> str | None:
    """A name that is introduced as one, or, where the name is asked, the part of the text that is one."""
    field = next(one for one in content.request_fields[draft.kind] if one.id == NAME)
    called = _CALLED.search(typed)
    if called is not None:
        return checked(field, called.group("name"), content.answer_words)
    if not is_asked:
        return None
    bare = _without_functions(content, draft, taken_back(typed) or typed)
    parts = [part.strip(" \t,;:!?") for part in _BETWEEN.split(bare)]
    if not beside and len([part for part in parts if part]) < 2 and bare == typed:
        return None
    names = (checked(field, part, content.answer_words) for part in parts if is_plain_name(part))
    return next((name for name in names if name is not None), None)


def _without_functions(content: Content, draft: Draft, typed: str) -> str:
    """A text with a comma where a function stood."""
    choices = [choice for field in content.request_fields[draft.kind] for choice in field.choices]
    titles = "|".join(re.escape(form) for choice in choices for form in (choice.label, *choice.phrases))
    return re.sub(rf"(?:,\s*|\b(?:ik ben|als)\s+|\()?\b(?:{titles})\b\)?|\bhier$", ",", typed, flags=re.IGNORECASE)
