"""Questions about the request itself: what goes to the CCV, whether it was sent, how many questions are left."""

from __future__ import annotations

import re

from woningscan.content.model import Content, Field
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, items, text
from woningscan.reading.answers.fixed import folded
from woningscan.request.changing import NAMED, says_wrong
from woningscan.request.fields import NAMES_A_TIME
from woningscan.request.form import current_field
from woningscan.request.speaking import shown

WHEN_HEARD = "q_wanneer_aan_de_beurt"
"""The topic of `content/answers.yml` on when the CCV gets in touch."""
_BY_TOPIC = {"q_hoeveel_nog": "left", "q_wat_geantwoord": "filled", "q_inzage": "filled"}
"""What is asked about the request where the same question is asked about the scan at any other moment."""
_ASKS = re.compile(
    r"\?\s*$|^(?:(?:en|maar|o|oh|ok|oke|eh|nog even|wacht|tjee) )*(?:hoe|hoeveel|hoelang|wat|waarom|waarvoor"
    r"|wanneer|wie|welke?"
    r"|krijg|is|zijn|kan|mag|moet|wordt|gaat|bellen|belt|komen)\b",
    re.IGNORECASE,
)
_FIELD = r"(?:\w*nummer|mail\w*|e mail\w*|telefoon|naam|functie|voorkeur|moment|gegevens)"
_HEARS = r"(?:hoor|horen|gehoord|bel|belt|bellen|gebeld|bericht|reactie|reageer\w*|antwoord|contact|langs|beurt)"
_SENT = r"(?:verstuurd|opgestuurd|verzonden|doorgestuurd|ingediend|aangekomen)"
_ABOUT = (
    ("sent", rf"\b(?:is|zijn|heb|hebt|hebben|wordt|staat)\b.*\b{_SENT}\b"),
    (
        "data",
        r"\b(?:wat|welke (?:gegevens|informatie)|wie)\b.*\b(?:gaat|gaan|stuur\w*|sturen|krijgt|krijgen|geeft|geef)\b.*"
        r"\b(?:ccv|naartoe|heen|secretariaat|door|mee|jullie)\b|\bwelke gegevens\b.*\b(?:verstuur\w*|sturen"
        r"|krijgt|gaan)\b|\bwat (?:gebeurt|doet|doen|gaat)\b.*\b(?:\w*nummer|mail\w*|naam)\b",
    ),
    (
        "confirmation",
        r"\b(?:heb|hebben|kreeg) ik\b.*\bbevestig\w*"
        r"|\b(?:krijg|ontvang|stuur\w*|sturen|komt|volgt)\b.*\b(?:bevestig\w*|mailtje|per (?:e )?mail|ontvangst\w*)\b",
    ),
    (
        "filled",
        rf"\b(?:wat|welke?)\b.*\b{_FIELD}\b.*\b(?:(?:ook |al ?)?weer|alweer|opgegeven|ingevuld|doorgegeven"
        rf"|gegeven|genoteerd)\b"
        rf"|\bwat (?:heb|had) ik\b.*\b(?:ingevuld|opgegeven|doorgegeven|gegeven|staan)\b"
        rf"|\bwelk\w* {_FIELD} (?:heb|had) ik\b",
    ),
    (WHEN_HEARD, rf"\b(?:hoe ?lang|hoe snel|wanneer|hoeveel (?:dagen|weken|tijd))\b.*\b{_HEARS}\b"),
    ("left", r"\bhoe ?veel\b.*\b(?:vragen|vraagjes|invullen|stappen|velden|moet ik nog)\b"),
)
_MAY_IT_BE_THEN = re.compile(
    r"^(?:(?:en|maar|o|oh|ok|oke) )*(?:kan|kunnen|mag|bel|belt|bellen|komen|komt|werk\w*|doen|is|zijn|kunt)\b"
)
_WONT_SAY = re.compile(
    r"\b(?:gaat|hebben|heeft|hebt|heb)\b.*\b(?:niks|niets)\b.*\b(?:aan|te maken)\b|\bmoet dat\b|\bis prive\b"
    r"|\b(?:zeg|geef|vertel|noem|deel|wil) ik (?:\w+ )?niet\b|\bik (?:zeg|geef|noem|deel) (?:\w+ ){0,4}niet\b"
    r"|\b(?:zeg|geef|vertel) (?:dat |het )?liever niet\b"
    rf"|^waar(?:om|voor)\b.*\b{_FIELD}\b"
)
_OF_DANGER = re.compile(r"\b(?:11\d|0900|politie)\b")
"""Whom to call and when is no question about the request."""
_AFTERWARDS = frozenset({"sent", "confirmation", "filled", WHEN_HEARD})
_CHANGED_AFTERWARDS = ("naam", "contact")
"""Fields that, once the request is sent, are certainly of the request; the scan has a function too."""


def asked_about(content: Content, memory: Memory, typed: str, topic: str | None) -> str | None:
    """What a text asks about the request that is open or was sent; None for anything else.

    `topic` is the question that was read in the text, where one was.
    """
    plain = folded(typed)
    is_open = memory.draft is not None and not memory.wish
    if memory.aside is not None or not (is_open or memory.requested) or _OF_DANGER.search(plain):
        return None
    asks = _ASKS.search(typed) is not None
    about = next((key for key, pattern in _ABOUT if asks and re.search(pattern, plain)), None)
    if not is_open:
        wrong = says_wrong(typed) and any(re.search(rf"\b(?:{NAMED[field]})\b", plain) for field in _CHANGED_AFTERWARDS)
        return "after" if wrong or about == "filled" else about if about in _AFTERWARDS else None
    if about is None and typed.rstrip().endswith("?") and _MAY_IT_BE_THEN.search(plain) and NAMES_A_TIME.search(typed):
        return "moment"
    field = current_field(content, memory.draft) if memory.draft else None
    if about is None and field is not None and field.kind != "moments" and _WONT_SAY.search(plain):
        return "why"
    return about or _BY_TOPIC.get(topic or "")


def about_reply(content: Content, memory: Memory, key: str) -> Reply:
    """What is said to the question `key` about the request."""
    draft, fields = memory.draft, content.request_fields[memory.draft.kind] if memory.draft else ()
    left = [field for field in fields if draft is not None and field.id not in draft.fields]
    filled = [field for field in fields if draft is not None and field.id in draft.fields]
    if key == "left":
        how_many = {0: ".none", 1: ".one"}.get(len(left), "")
        return _said(content, f"booking.about.left{how_many}", number=len(left))
    if key == "sent":
        return _said(content, "booking.about.sent" if draft is not None else "booking.about.sent.after")
    if key == "filled":
        return _filled(content, filled, dict(draft.fields) if draft is not None else {})
    return _said(content, f"booking.about.{key}")


def _filled(content: Content, fields: list[Field], values: dict[str, str]) -> Reply:
    if not fields:
        return _said(content, "booking.about.filled.none")
    lines = [f"{field.label}: {shown(field, values[field.id])}" for field in fields]
    return Reply("booking.about.filled", (text(content.messages["booking.about.filled"]), items(lines)))


def _said(content: Content, key: str, **values: object) -> Reply:
    return Reply(key, (text(content.messages[key].format(**values)),))
