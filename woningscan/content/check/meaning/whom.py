"""Whom a text tells to call: the contact of who is named, the alarm number at danger, and a call is no maybe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from woningscan.content.problems import Problem, problem
from woningscan.content.texts import sentences

# Whoever is named and the contact right behind the name belong together.
_NAMED = tuple(
    (re.compile(pattern), wanted)
    for pattern, wanted in (
        (r"\bCCV\b[^.{}]*\{(?!ccv_)(\w+)\}", "ccv_telefoon"),
        (r"\b[Pp]olitie\b[^.,;{}]*\{(?!politie|alarmnummer)(\w+)\}", "politie"),
        (r"\bOndersteuningsteam\b[^.{}]*\{(?!ondersteuningsteam)(\w+)\}", "ondersteuningsteam"),
        (r"\bSlachtofferhulp\b[^.{}]*\{(?!slachtofferhulp)(\w+)\}", "slachtofferhulp"),
        (r"\bVeilig Thuis\b[^.{}]*\{(?!veilig_thuis)(\w+)\}", "veilig_thuis"),
        (r"\bMeld Misdaad Anoniem\b[^.{}]*\{(?!meld_misdaad_anoniem)(\w+)\}", "meld_misdaad_anoniem"),
        (r"\bzelfdoding\b[^.{}]*\{(?!zelfmoordpreventie)(\w+)\}", "zelfmoordpreventie"),
        (r"\b(?:geen|zonder) spoed\b[^.,{}]*\{(?!politie)(\w+)\}", "politie"),
    )
)
_AT_DANGER = re.compile(
    r"^(?!.*\b(?:geen|zonder) (?:spoed|gevaar)\b)(?=.*\b(?:gevaar|brand|levensgevaar|noodgeval)\b).*\bbelt?\b", re.I
)
_ANOTHER_FIRST = re.compile(r"^[^{]*\b(?:gevaar|brand|noodgeval)\b[^{]*\{(?!alarmnummer|zelfmoordpreventie)\w+\}", re.I)
_HELP_AT_DANGER = re.compile(r"\{(?:alarmnummer|zelfmoordpreventie)\}")
_MAYBE = re.compile(
    r"\b(?:eventueel|overweeg\w*|overwegen|misschien|desnoods|zo nodig|hooguit|liever(?! te)|alleen als|kunt u ook)\b",
    re.I,
)
_LABELS = {
    "alarmnummer": re.compile(r"gevaar|nood|(?<!geen )(?<!zonder )spoed", re.I),
    "politie": re.compile(r"\b(?:geen|zonder) (?:\w+ )?spoed\b|\bspoed heeft geen\b", re.I),
    "zelfmoordpreventie": re.compile(r"zelfmoord|zelfdoding", re.I),
}
_OF_WHOM = {
    "ondersteuningsteam": "Ondersteuningsteam",
    "ccv_telefoon": "CCV",
    "ccv_mail": "CCV",
    "meld_misdaad_anoniem": "Meld Misdaad Anoniem",
    "slachtofferhulp": "Slachtofferhulp",
    "veilig_thuis": "Veilig Thuis",
}
_AT_HOURS = re.compile(r"\b(?:werkdag|kantoor|overdag|maandag|weekend)\w*|\b\d{1,2}(?:[.:]\d\d)? ?uur\b", re.I)
_WAY_OUT = "weerbericht"
_TELLS_TALES = re.compile(r"ccv|politie|bestuur|veilig|slachtoffer|zelfmoord|dreig|overheid", re.I)


@lru_cache(maxsize=1 << 15)
def wrong_contact(text: str) -> str | None:
    """What is wrong with whom a text, with its placeholders, tells to call; None when nothing is."""
    for sentence in sentences(text):
        for pattern, wanted in _NAMED:
            named = pattern.search(sentence)
            if named:
                return f"hier hoort een ander contact dan {{{named[1]}}}. Gebruik {{{wanted}}}"
        calls = "{" in sentence and _AT_DANGER.search(sentence)
        if calls and (_ANOTHER_FIRST.search(sentence) or not _HELP_AT_DANGER.search(sentence)):
            return "bij gevaar belt men eerst {alarmnummer}. Zet {alarmnummer} voorop in deze zin"
        if "{alarmnummer}" in sentence and _MAYBE.search(sentence):
            return "bij gevaar is bellen geen keuze. Schrijf 'Bel {alarmnummer}', zonder misschien of eventueel"
    return None


def label_problems(contacts: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """A contact whose name no longer says when or whom one calls, and a way out to where nobody may see one go."""
    for key, contact in contacts.items():
        owner = _OF_WHOM.get(key, "")
        if owner.casefold() not in contact["label"].casefold():
            text = f"dit is het nummer of adres van een ander dan de naam zegt. Zet {owner} terug in de naam"
            yield problem("routes.yml", ("contacts", key, "label"), text)
        if _AT_HOURS.search(contact["label"]):
            text = "in de naam staan tijden, en die zijn niet bevestigd. Haal ze weg"
            yield problem("routes.yml", ("contacts", key, "label"), text)
    if _WAY_OUT in contacts and _TELLS_TALES.search(contacts[_WAY_OUT]["url"]):
        text = (
            "'Snel weg' gaat hierheen, en dit adres verraadt waarover het ging. Kies een gewone website, zoals het weer"
        )
        yield problem("routes.yml", ("contacts", _WAY_OUT, "url"), text)
    for key, sense in _LABELS.items():
        if key in contacts and not sense.search(contacts[key]["label"]):
            text = (
                "de naam zegt niet meer wanneer men dit nummer belt. Zet dat terug, zoals 'bij gevaar' of 'geen spoed'"
            )
            yield problem("routes.yml", ("contacts", key, "label"), text)
