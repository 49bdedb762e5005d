"""How the assistant speaks, as far as a program can see it: formal, in short sentences, asking nothing private."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.problems import Problem, problem
from woningscan.content.texts import is_typed, plain_text, sentences, texts_in

MAX_WORDS = 25
# Keys under which something is said; the rest of a file is ids, dates and rules.
_SAID = frozenset("title ask why tip label text lead steps close example invalid".split())
_ALL_SAID = frozenset({"messages.yml", "labels.yml"})
INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)
INFORMAL_TOLD = "schrijf in de u-vorm: u of uw in plaats van je, jij of jouw"
_NEGATED = re.compile(r"\b(?:niet|geen|nooit|niemand)\b", re.IGNORECASE)
_PRIVATE = (
    r"(?:woon|huis|privé|thuis)?adres(?!sen|label|boek)|postcode|huisnummer|woonplaats|straat|straatnaam|geboortedatum"
    r"|burgerservicenummer|bsn|partij|fractie|dader|verdachte"
)
# Decision D8: never asked are a home address, a party, what a threat says, and who is suspected.
_ASKS = (
    re.compile(rf"\b(?:wat|welke?|hoe|noem)\b[^.?!]{{0,60}}\b(?:{_PRIVATE})\b", re.IGNORECASE),
    re.compile(
        r"\b(?:geeft?|typt?|vult?|noemt?|stuurt?|schrijft?|vertelt?|deelt?|mag ik|zegt?)\b"
        rf"[^.?!]{{0,60}}\b(?:{_PRIVATE})\b",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:en )?waar woont u\b|\bin welke (?:straat|plaats|wijk|buurt)\b|\bop welk adres\b", re.IGNORECASE),
    re.compile(r"^(?:en )?wie (?:bedreigt|bedreigde|dreigt|heeft u bedreigd|deed|is het|was het)\b", re.IGNORECASE),
    re.compile(
        r"\bwat (?:is|werd|stond|staat|zei|zeiden)\b[^.?!]{0,40}"
        r"\b(?:gezegd|gedreigd|bedreiging|dreiging|dreigbrief|dader)\b",
        re.IGNORECASE,
    ),
)
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
                for told in wrong_in(text):
                    yield problem(file, path, told)
                if not _LETTER.search(text):
                    yield problem(file, path, "hier staat geen woord. Schrijf hier een tekst")


def is_said(file: str, path: tuple[Any, ...]) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    return not is_typed(file, path) and (file in _ALL_SAID or (bool(keys) and keys[-1] in _SAID))


def wrong_in(text: str) -> list[str]:
    """What is wrong with how a text speaks, with what to do about it."""
    plain = plain_text(text)
    found = [INFORMAL_TOLD] if INFORMAL.search(plain) else []
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
    return not _NEGATED.search(sentence) and any(pattern.search(sentence.strip()) for pattern in _ASKS)
