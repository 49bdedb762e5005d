"""How the assistant speaks, as far as a program can see it: formal, in short sentences, asking nothing private."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.problems import Problem, problem
from woningscan.content.texts import is_typed, plain_text, sentences, texts_in

MAX_WORDS = 25
# Keys under which something is said; the rest of a file is ids, dates and rules.
_SAID = frozenset("title ask why tip label text lead steps close example invalid".split())
_ALL_SAID = frozenset({"messages.yml", "labels.yml"})
INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)
_TO_A_CHILD = (".kind", "_kind")
INFORMAL_TOLD = "schrijf in de u-vorm: u of uw in plaats van je, jij of jouw"
# Decision D8: never asked are a home address, a party, what a threat says, and who is suspected.
_PRIVATE = (
    r"(?:(?:woon|huis|privé|thuis)?adres|postcode|huisnummer|woonplaats|straatnaam|geboortedatum|burgerservicenummer|bsn"
    r"|partij|fractie)\b"
)
_OWN = rf"(?:(?:uw|jouw|je|het|de)\s+(?:\w+\s+){{0,2}}{_PRIVATE}|(?:uw|jouw|je)\s+straat\b)"
_ASKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:wat|hoe)\s+(?:is|zijn|was|heet|luidt)\s+(?:ook alweer\s+)?{_OWN}",
        r"\bwelke?\s+(?:adres|straat|postcode|woonplaats|partij|fractie)\b",
        r"\bin welke (?:plaats|wijk|buurt|gemeente|stad) woont u\b|^(?:en )?waar woont u\b|\bin welk dorp\b",
        r"\bdaders?\b.*\?|\bwie\b.{0,30}\b(?:bedreig|dreig).*\?|\bvan wie\b.{0,30}dreig.*\?",
        r"\bwat (?:is|werd|zei|zeiden)\b.{0,25}\b(?:gezegd|gedreigd)\b|\bwat (?:stond|staat) er in\b.{0,20}dreig",
    )
)
_HANDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:geeft?|typt?|vult?|noemt?|stuurt?|vertelt?|schrijft?|mag ik|zegt?)\b.{{0,25}}\b{_OWN}",
        rf"\b{_OWN}.{{0,25}}\b(?:geven|doorgeven|invullen|typen|noemen|opgeven|sturen|vertellen|achterlaten)\b",
    )
)
_REFUSED = re.compile(r"\b(?:niet|geen|nooit|niemand|alleen|liever)\b", re.IGNORECASE)
# Handing an address to somebody else than us, such as the municipality, may be good advice.
_ELSEWHERE = re.compile(
    r"\b(?:aan|bij|op|naar)\s+(?:de|het|uw|een|wie|iemand)\b(?!\s+(?:ccv|chatbot|secretariaat|medewerker|adviseur))",
    re.IGNORECASE,
)
# The assistant never judges and never promises (domain, chapter 6): the police judge, nobody guarantees.
_SOOTHES = re.compile(
    r"\b(?:u bent|uw (?:huis|woning|gezin) is|dat is|dit is|het is|alles is)\s+(?:\w+\s+)?veilig\b|\bgeen zorgen\b"
    r"|\bvalt (?:wel |best )?mee\b|\bniets aan de hand\b|\bgegarandeerd\b|\bgaranti?e\w*\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX+|TBD)\b|\blorem ipsum\b", re.IGNORECASE)
_CURLED = ("“", "”", "„", "‘")
_LETTER = re.compile(r"[^\W\d_]")


def sentence_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Everything that is said in the files that fit their schema."""
    for file, data in parsed.items():
        if file == "sources.yml":
            continue
        for path, text in texts_in(data):
            if not text.strip():
                yield problem(file, path, "is leeg. Schrijf hier een tekst, of haal de sleutel weg")
            elif is_said(file, path):
                for told in wrong_in(text, to_a_child=is_to_a_child(path)):
                    yield problem(file, path, told)
                if file not in _ALL_SAID and set("{}") & set(plain_text(text)):
                    yield problem(file, path, "een accolade staat los. Zet er een bij, of haal haar weg")
                if text.count('"') % 2:
                    yield problem(file, path, "een aanhalingsteken staat los. Zet er een bij, of haal het weg")
                if not _LETTER.search(text):
                    yield problem(file, path, "hier staat geen woord. Schrijf hier een tekst")


def is_said(file: str, path: tuple[Any, ...]) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    return not is_typed(file, path) and (file in _ALL_SAID or (bool(keys) and keys[-1] in _SAID))


def is_to_a_child(path: tuple[Any, ...]) -> bool:
    """Whether a text is said to a child, and so in the je-form: its key or its route ends in `kind`."""
    return any(isinstance(part, str) and part.endswith(_TO_A_CHILD) for part in path)


def wrong_in(text: str, *, to_a_child: bool = False) -> list[str]:
    """What is wrong with how a text speaks, with what to do about it."""
    plain = plain_text(text)
    found = [INFORMAL_TOLD] if INFORMAL.search(plain) and not to_a_child else []
    if _SOOTHES.search(plain):
        found.append("stel niet gerust en beloof niets. Zeg wat iemand kan doen, of wie het kan beoordelen")
    if _UNFINISHED.search(plain):
        found.append("deze tekst is nog niet af. Schrijf hem af, of haal hem weg")
    if text.strip().startswith(_CURLED):
        found.append("de tekst begint met een gekruld aanhalingsteken. Zet er rechte omheen")
    if any(unicodedata.category(sign) in ("Cf", "Co", "Cc") and sign != "\n" for sign in text):
        found.append("hier staat een teken dat niemand ziet. Typ de tekst opnieuw")
    for sentence in sentences(plain):
        words = len(sentence.split())
        if words > MAX_WORDS:
            short = " ".join(sentence.split()[:6])
            remedy = f"Maak er zinnen van hooguit {MAX_WORDS} woorden van"
            found.append(f"de zin die begint met '{short}' heeft {words} woorden. {remedy}")
        if asks_for_private(sentence):
            found.append("vraag nooit naar adres, partij, dader of wat er is gezegd. Maak er een andere vraag van")
    return found


def asks_for_private(sentence: str) -> bool:
    """Whether a sentence asks for what is never asked. One that says that it does not ask is right."""
    if _REFUSED.search(sentence):
        return False
    if any(pattern.search(sentence) for pattern in _ASKS):
        return True
    return not _ELSEWHERE.search(sentence) and any(pattern.search(sentence) for pattern in _HANDED)
