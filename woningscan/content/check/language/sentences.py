"""How the assistant speaks, as far as a program can see it: formal, in short sentences, asking nothing private."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.check.language.dutch import is_in_english, not_dutch
from woningscan.content.check.meaning.never import never_said
from woningscan.content.check.meaning.whom import wrong_contact
from woningscan.content.problems import Problem, problem
from woningscan.content.texts import is_typed, plain_text, sentences, texts_in

MAX_WORDS = 20
# Keys under which something is said; the rest of a file is ids, dates and rules.
_SAID = frozenset("title ask why tip label text lead steps close example invalid".split())
_ALL_SAID = frozenset({"messages.yml", "labels.yml"})
INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)
_TO_A_CHILD = (".kind", "_kind")
PRIVATE_TOLD = (
    "vraag nooit naar adres, partij, dader of wat er is gezegd,"
    " en niet naar namen, tijden dat er niemand is, codes of sleutels"
)
INFORMAL_TOLD = "schrijf in de u-vorm: u of uw in plaats van je, jij of jouw"
# Decision D8: never asked are a home address, a party, what a threat says, and who is suspected.
_PRIVATE = (
    r"(?:(?:woon|huis|privé|thuis)?adres|postcode|huisnummer|woonplaats|straatnaam|geboortedatum|burgerservicenummer|bsn"
    r"|partij|fractie|wachtwoord|pincode|inlogcode|alarmcode|rekeningnummer|kenteken)\b"
)
_OWN = rf"(?:(?:uw|jouw|je|het|de)\s+(?:\w+\s+){{0,2}}{_PRIVATE}|(?:uw|jouw|je)\s+straat\b)"
_ASKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:wat|hoe)\s+(?:is|zijn|was|heet|luidt)\s+(?:ook alweer\s+)?{_OWN}",
        r"\bwelke?\s+(?:adres|straat|postcode|woonplaats|partij|fractie)\b",
        r"\bin welke (?:plaats|wijk|buurt|gemeente|stad) woont u\b|^(?:en )?waar woont u\b|\bin welk dorp\b",
        r"\bwaar (?:staat|ligt|is) (?:uw|het) (?:huis|woning|appartement)\b|\bwaar (?:werkt|slaapt|verblijft) u\b",
        r"\bvermoed\w*\b.{0,20}\bwie\b.*\?|\b(?:weet|denkt|zag) u wie (?:het|dit|dat|u|er|hier|daar)\w*\b.*\?"
        r"|\bwie\b.{0,20}\b(?:het was|dit deed|dit doet|heeft gedaan)\b.*\?",
        r"\bwaarmee\b.*dreig|\b(?:beschrijf|beschrijven|vertel|omschrijf)\b.*(?:\bdreig|\bbedreig|er is gezegd)",
        r"\bhoe oud\b.*\?|\b(?:wat is uw|welke) leeftijd\b|\bgeboortejaar\b.*\?",
        r"\b(?:welke|hoeveel|waar)\b.*\b(?:waardevolle|kostbare|sieraden|contant geld|kunst)\b.*\?",
        r"\bbent u (?:gelovig|getrouwd|gescheiden|homo|lesbisch|zwanger|ziek)\b",
        r"\b(?:wat is|welke?)\b.*\b(?:geloof|geaardheid|afkomst|nationaliteit|ziekte|inkomen|salaris)\b.*\?",
        r"\bhoe het(?:en|t)\b.*\b(?:kind|partner|vrouw|man|huisgenoo?t|dochter|zoon)\w*\b.*\?",
        r"\b(?:op|naar) welke (?:\w*school|opvang|\w*club|sportclub)\b|\bwelke school\b",
        r"\bwaar (?:ligt|liggen|hangt|hangen|bewaart|verstopt)\b.*\b\w*(?:sleutel|kluis|code|wachtwoord)\w*\b.*\?",
        r"\bwat is\b.*\b\w*code (?:van|voor) (?:uw|het|de)\b.*\?",
        r"^(?:plak|kopieer|typ|schrijf|zet|stuur)\b.*\b(?:tekst|bericht|brief|mail)\b.*\b(?:dat|die) u (?:kreeg|ontving"
        r"|hebt gekregen)\b",
        r"\b(?:van|in|voor) welke (?:gemeente|provincie|raad)\b.*\?|\bwelk waterschap\b.*\?",
        r"\b(?:in|uit) welk (?:stadsdeel|gebied)\b|\b(?:noem|typ|schrijf|geef)\b.*\b(?:hun|zijn|haar) na(?:am|men)\b",
        r"\bvan welk merk\b|\bwelk merk\b.*\?|\bwelke? (?:soort |type )?slot(?:en)?\b.*\?"
        r"|\b(?:wat voor|welke) auto\b",
        r"\bwaar (?:staat|staan|parkeert) (?:die|u|uw)\b.*\?|^wie (?:stuurde|schreef|belde|dreigde|doet|deed)\b.*\?",
        r"\bgeboren\b.*\?",
        r"\b(?:onder|met) welke naam\b.*\?|\bwat is uw (?:gebruikersnaam|accountnaam)\b",
        r"^(?:geef|typ|vul|noem|stuur) (?:ook |hier |nu |even )*(?:het|een|uw) (?:\w+ )?(?:nummer|mailadres"
        r"|telefoonnummer) van\b",
        r"\bdaders?\b.*\?|\bwie\b.{0,30}\b(?:bedreig|dreig).*\?|\bvan wie\b.{0,30}dreig.*\?",
        r"\bwat (?:is|werd|zei|zeiden)\b.{0,25}\b(?:gezegd|gedreigd)\b|\bwat (?:stond|staat) er in\b.{0,20}dreig",
    )
)
_ASKS_WHEN_AWAY = re.compile(
    r"\b(?:hoe laat|wanneer|welke (?:dag|dagen|tijden|avond\w*|nacht\w*|uren))\b.*\b(?:niemand|niet thuis|afwezig"
    r"|op vakantie|van huis|alleen thuis)\b.*\?",
    re.IGNORECASE,
)
_HANDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:geeft?|typt?|vult?|noemt?|stuurt?|vertelt?|schrijft?|mag ik|zegt?)\b.{{0,25}}\b{_OWN}",
        rf"\b{_OWN}.{{0,25}}\b(?:geven|doorgeven|invullen|typen|noemen|opgeven|sturen|vertellen|achterlaten)\b",
    )
)
_PICTURED = re.compile(
    r"\b(?:stuur|mail|app|upload)\b.*\b(?:foto|filmpje|video|plattegrond|kopie)\w*\b.*\b(?:huis|woning|\w*deur|slot|sloten"
    r"|gezin|kinderen|paspoort|identiteits\w*|rijbewijs)\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(r"\b(?:niet|geen|nooit|niemand)\b", re.IGNORECASE)
_REFUSED = re.compile(r"\b(?:niet|geen|nooit|niemand|alleen|liever)\b", re.IGNORECASE)
# Handing an address to somebody else than us, such as the municipality, may be good advice.
_ELSEWHERE = re.compile(
    r"\b(?:aan|bij|op|naar)\s+(?:de|het|uw|een|wie|iemand)\b(?!\s+(?:ccv|chatbot|secretariaat|medewerker|adviseur))",
    re.IGNORECASE,
)
_FAMILIAR = re.compile(r"\b(?:hoi|doei|hey|yo|joh|groetjes|succes ermee)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX+|TBD)\b|\blorem ipsum\b", re.IGNORECASE)
_SHOUTED = re.compile(r"\b[A-ZÀ-Þ]{3,}\s+[A-ZÀ-Þ]{2,}\b|[!?]{2}")
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
                told_language = None if is_in_english(str(path[0])) else not_dutch(text)
                if told_language:
                    yield problem(file, path, told_language)
                told_contact = wrong_contact(text)
                if told_contact:
                    yield problem(file, path, told_contact)
                if file not in _ALL_SAID and set("{}") & set(plain_text(text)):
                    yield problem(file, path, "een accolade staat los. Zet er een bij, of haal haar weg")
                if text.count('"') % 2:
                    yield problem(file, path, "een aanhalingsteken staat los. Zet er een bij, of haal het weg")
                if not _LETTER.search(text):
                    yield problem(file, path, "hier staat geen woord. Schrijf hier een tekst")


def is_said(file: str, path: tuple[Any, ...]) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    return not is_typed(file, path) and (file in _ALL_SAID or "kinds" in keys or (bool(keys) and keys[-1] in _SAID))


def is_to_a_child(path: tuple[Any, ...]) -> bool:
    """Whether a text is said to a child, and so in the je-form: its key or its route ends in `kind`."""
    return any(isinstance(part, str) and part.endswith(_TO_A_CHILD) for part in path)


def wrong_in(text: str, *, to_a_child: bool = False) -> list[str]:
    """What is wrong with how a text speaks, with what to do about it."""
    plain = plain_text(text)
    found = [INFORMAL_TOLD] if INFORMAL.search(plain) and not to_a_child else []
    if _FAMILIAR.search(plain):
        found.append("zo spreekt u een bekende aan. Schrijf zoals aan iemand die u niet kent")
    if _UNFINISHED.search(plain):
        found.append("deze tekst is nog niet af. Schrijf hem af, of haal hem weg")
    if text.strip().startswith(_CURLED):
        found.append("de tekst begint met een gekruld aanhalingsteken. Zet er rechte omheen")
    if any(unicodedata.category(sign) in ("Cf", "Co", "Cc") and sign != "\n" for sign in text):
        found.append("hier staat een teken dat niemand ziet. Typ de tekst opnieuw")
    if any(unicodedata.category(sign) == "So" for sign in text):
        found.append("hier staat een plaatje of emoji. Haal het weg: een schermlezer leest het hardop voor")
    if _SHOUTED.search(plain):
        found.append("dit leest als schreeuwen. Gebruik gewone letters en één leesteken")
    for sentence in sentences(plain):
        found += never_said(sentence)
        words = len(sentence.split())
        if words > MAX_WORDS:
            short = " ".join(sentence.split()[:6])
            remedy = f"Maak er zinnen van hooguit {MAX_WORDS} woorden van"
            found.append(f"de zin die begint met '{short}' heeft {words} woorden. {remedy}")
        if asks_for_private(sentence):
            found.append(f"{PRIVATE_TOLD}. Maak er een andere vraag van")
    return found


def asks_for_private(sentence: str) -> bool:
    """Whether a sentence asks for what is never asked. One that says that it does not ask is right."""
    if _ASKS_WHEN_AWAY.search(sentence):
        return True
    if not _NOT_ASKED.search(sentence) and any(pattern.search(sentence) for pattern in (*_ASKS, _PICTURED)):
        return True
    return (
        not _REFUSED.search(sentence)
        and not _ELSEWHERE.search(sentence)
        and any(pattern.search(sentence) for pattern in _HANDED)
    )
