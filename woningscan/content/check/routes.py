"""What each route may not lose: whom to call, what to do and what not, and which answers lead to it.

It is about parts, not about words: a part is found by a placeholder or by any of the words that carry its sense. A new
route gets an entry in ROUTES, a part that a route must have from now on gets a word there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woningscan.content.model import Content
from woningscan.content.problems import Problem, problem
from woningscan.content.references import alternatives
from woningscan.content.texts import sentences, texts_in
from woningscan.safety.triage import STOPPING_LEVELS, route_for

FILE = "routes.yml"
LEAD, ANYWHERE = "lead", ""


@dataclass(frozen=True)
class Part:
    """Something a route must say: `sense` is found in one sentence of `where`, `told` says it to the editor."""

    told: str
    sense: re.Pattern[str]
    where: str = ANYWHERE


@dataclass(frozen=True)
class Needed:
    """A route's level, its parts, and sets of triage answers that lead to it."""

    level: str
    parts: tuple[Part, ...]
    reached_by: tuple[Mapping[str, str], ...] = ()


def words(told: str, pattern: str, where: str = ANYWHERE) -> Part:
    """What a text may not lose, told to an editor, and the pattern of a sentence that says it."""
    return Part(told, re.compile(pattern, re.IGNORECASE), where)


def _call(contact: str, where: str = ANYWHERE) -> Part:
    """The contact, in a sentence that does not tell people to leave it."""
    return words(f"{{{contact}}}", rf"^(?!.*\b(?:niet|nooit)\b).*\{{{contact}\}}", where)


# Sources, as ids of content/sources.yml, stand behind each part.
ALARM_FIRST = words("'Bel' en {alarmnummer}, als eerste", r"^Bel\b(?!.*\b(?:niet|nooit)\b)[^{]*\{alarmnummer\}", LEAD)
"""politie_112: at danger the alarm number comes before any other word."""
ALARM, ALARM_IN_LEAD = _call("alarmnummer"), _call("alarmnummer", LEAD)
"""politie_112: what happens now is for the alarm number."""
POLICE, POLICE_IN_LEAD = _call("politie"), _call("politie", LEAD)
"""politie_aangifte: a threat that does not happen now is for the police without haste."""
SUPPORT_TEAM = _call("ondersteuningsteam")
"""burgemeesters_ondersteuningsteam: the support team, day and night, for the family too."""
SUICIDE_PREVENTION = _call("zelfmoordpreventie")
"""anp_113."""
GENERAL_PRACTITIONER = words("de huisarts", r"\bhuisarts")
"""nu_113."""
REPORT_INSIDE = words(
    "melden binnen de organisatie, zoals bij de griffier",
    r"^(?!.*\b(?:niet|nooit)\b.*\bmeld)(?=.*\bmeld).*\b(?:meldpunt|griffier|secretaris|voorzitter|burgemeester|commissaris|dijkgraaf"
    r"|organisatie|gemeentesecretaris|provinciesecretaris)\b",
)
"""vng_melden, weerbaar_bestuur_stappenplan, gemeentelijk_agressieprotocol."""
KEEP_EVIDENCE = words(
    "bewijs bewaren",
    r"\b(?:bewaar|bewaart|bewaren)\b(?!.*\b(?:niets|niet|geen)\b)|\bschermafdruk|\bleg\b.*\bvast\b|\bschrijf op\b",
)
"""groningen_bewijs, weerbaar_bestuur_stappenplan."""
TOUCH_NOTHING = words(
    "niets aanraken, zoals 'Raak niets aan'",
    r"\braakt?\b.*\b(?:niet|niets|nooit)\b.*\baan\b|\b(?:niet|niets|nooit)\b.*\baanraken\b|\bnergens aan\b",
)
"""defensie_verdacht_pakket: do not touch, keep away."""
STAY_INSIDE = words("binnen blijven en niet opendoen, als er iemand buiten staat", r"\bbuiten\b.*\?|\bblijf binnen\b")
"""tweede_kamer_bezoek: with somebody outside, staying in is what keeps people apart."""
OUT_AT_A_FIRE = words("naar buiten gaan bij brand", r"\bnaar buiten\b")
"""crisis_brand."""
NOT_OPEN = words("niet opendoen", r"\bniet\b.*\b(?:opendoen|open)\b|\b(?:doe|doet) niet open\b")
"""tweede_kamer_bezoek."""
CANNOT_CALL = words(
    "dat de chatbot de politie niet kan bellen",
    r"\b(?:niet|geen)\b.*\b(?:bellen|bel|waarschuwen)\b|\bkan\b.*\bpolitie\b.*\bniet\b",
)
"""nctv_bewaken_beveiligen: what is typed here reaches nobody."""
CANNOT_JUDGE = words("dat de chatbot niet kan beoordelen hoe ernstig het is", r"\bniet\b.*\b(?:beoordel|inschat)")
"""nctv_bewaken_beveiligen: the police judge."""
STOPS = words("dat de zelfscan stopt", r"\bstop(?:t|pen)?\b")
"""folder_woningscan: the scan is for situations without a concrete threat."""
OWN_CONTACT = words("de contactpersoon bij de politie", r"\bcontactpersoon\b|\bwijkagent\b")
"""nctv_bewaken_beveiligen."""

NOT_HOME = words("niet naar huis gaan", r"\bniet naar huis\b")
"""goeree_112: who is followed leads nobody home."""
NOT_IN = words("niet naar binnen gaan na een inbraak", r"\bniet naar binnen\b")
"""politie_inbreker: first 112, never up to the burglar."""
LEAVE_IF_SAFE = words("weggaan, als dat veilig kan", r"\bga\b.*\bweg\b")
"""rijksoverheid_veilig_thuis."""
HELP_AT_HOME = _call("veilig_thuis")
"""rijksoverheid_veilig_thuis."""
CAPTURE_FIRST = words("eerst vastleggen, daarna pas verwijderen", r"\b(?:nadat|eerst|daarna)\b")
"""groningen_bewijs."""
WHEN_ALONE = words("bellen als men alleen is", r"\balleen\b")
"""rijksoverheid_veilig_thuis."""
BEFORE_A_SCAN = words("eerst overleg, dan pas een woningscan", r"\b(?:voordat|eerst)\b.*\bwoningscan\b")
"""folder_woningscan."""
NOT_LOOK = words("er niet zelf op af gaan", r"\bniet\b.*\b(?:kijken|heen|op af)\b")
NOT_START = words("niet instappen en niet starten", r"\bniet in\b|\bniet\b.*\binstappen\b")
"""politie_112, defensie_verdacht_pakket: keep away, also from what may go off."""

_GO_OUT = (re.compile(r"\bga(?:at)?\b(?!.*\bniet\b).*\bnaar buiten\b", re.IGNORECASE), "naar buiten gaan")
_STAY_IN = (re.compile(r"\bblijf(?:t)? binnen\b", re.IGNORECASE), "binnen blijven")
_KEEP_THE_THING = (re.compile(r"\bbewaar\b|\bpak\b|\bneem\b.*\bmee\b", re.IGNORECASE), "het ding bewaren of meenemen")
_GO_LOOK = (re.compile(r"^(?!.*\bniet\b).*\bkijk(?:t|en)?\b", re.IGNORECASE), "gaan kijken")
_OPEN_IT = (re.compile(r"^(?!.*\bniet\b).*\b(?:open|opendoen|openmaken)\b", re.IGNORECASE), "iets openen of opendoen")
_WAIT = (re.compile(r"\bwacht(?:en)?\b(?! op afstand| niet)", re.IGNORECASE), "wachten")
_NEVER_AT_DANGER = (_GO_LOOK, _OPEN_IT, _WAIT)
"""politie_112, tweede_kamer_bezoek, defensie_verdacht_pakket: no looking, no opening, no waiting."""
_GO_HOME = (re.compile(r"\bga\b(?!.*\bniet\b).*\bnaar huis\b", re.IGNORECASE), "naar huis gaan")


@dataclass(frozen=True)
class OfAKind:
    """What the steps for a kind of danger must say together, and what is wrong there: a pattern and what it tells."""

    parts: tuple[Part, ...] = ()
    never: tuple[tuple[re.Pattern[str], str], ...] = ()


KINDS: dict[str, dict[str, OfAKind]] = {
    "acuut": {
        "persoon_bij_de_woning": OfAKind((STAY_INSIDE, NOT_OPEN), (_GO_OUT,)),
        "binnengedrongen": OfAKind((NOT_IN,), (_GO_OUT, _STAY_IN)),
        "brand": OfAKind((OUT_AT_A_FIRE,), (_STAY_IN,)),
        "verdacht_voorwerp": OfAKind((TOUCH_NOTHING, NOT_START), (_KEEP_THE_THING,)),
        "explosie_of_vuurwerk": OfAKind((TOUCH_NOTHING,), (_KEEP_THE_THING,)),
        "gevolgd_of_opgewacht": OfAKind((NOT_HOME,), (_GO_HOME,)),
        "aangekondigd_geweld": OfAKind((STAY_INSIDE, NOT_OPEN), (_GO_OUT,)),
        "vernieling": OfAKind((STAY_INSIDE, NOT_LOOK), (_GO_OUT,)),
        "collega_of_ander": OfAKind((NOT_LOOK,)),
        "huiselijk": OfAKind((LEAVE_IF_SAFE,), (_STAY_IN,)),
    },
    "acuut_kind": {
        "persoon_bij_de_woning": OfAKind((STAY_INSIDE, NOT_OPEN), (_GO_OUT,)),
        "brand": OfAKind((OUT_AT_A_FIRE,), (_STAY_IN,)),
        "verdacht_voorwerp": OfAKind((TOUCH_NOTHING,), (_KEEP_THE_THING,)),
        "huiselijk": OfAKind((LEAVE_IF_SAFE,), (_STAY_IN,)),
    },
    "concreet": {
        "verdacht_voorwerp": OfAKind((TOUCH_NOTHING, ALARM), (_KEEP_THE_THING,)),
        "explosie_of_vuurwerk": OfAKind((TOUCH_NOTHING, ALARM), (_KEEP_THE_THING,)),
        "doxing": OfAKind((KEEP_EVIDENCE, CAPTURE_FIRST, ALARM)),
        "huiselijk": OfAKind((HELP_AT_HOME, WHEN_ALONE)),
    },
    "diffuus": {
        "huiselijk": OfAKind((HELP_AT_HOME, WHEN_ALONE)),
    },
}

_STOPPED = (CANNOT_CALL, CANNOT_JUDGE, STOPS)
_SAFE = {"gevaar_nu": "nee"}
_NOTHING = {**_SAFE, "voorval": "nee", "doxing": "nee"}
ROUTES: dict[str, Needed] = {
    "acuut": Needed(
        "acuut",
        (ALARM_FIRST, TOUCH_NOTHING, STAY_INSIDE, OUT_AT_A_FIRE, *_STOPPED),
        ({"gevaar_nu": "ja"}, {"gevaar_nu": "ik_twijfel"}),
    ),
    "concreet": Needed(
        "concreet",
        (POLICE_IN_LEAD, ALARM_IN_LEAD, TOUCH_NOTHING, SUPPORT_TEAM, REPORT_INSIDE, KEEP_EVIDENCE, *_STOPPED),
        (
            {**_SAFE, "voorval": "ja_en_de_politie_weet_het_niet"},
            {**_SAFE, "voorval": "nee", "doxing": "ja_met_een_bedreiging_of_oproep_om_langs_te_gaan"},
            {**_SAFE, "voorval": "weet_niet_zeker", "doxing": "ja_met_een_bedreiging_of_oproep_om_langs_te_gaan"},
        ),
    ),
    "concreet_bekend": Needed(
        "concreet",
        (
            ALARM_IN_LEAD,
            POLICE_IN_LEAD,
            OWN_CONTACT,
            BEFORE_A_SCAN,
            SUPPORT_TEAM,
            REPORT_INSIDE,
            KEEP_EVIDENCE,
            *_STOPPED,
        ),
        ({**_SAFE, "voorval": "ja_en_de_politie_weet_het_al"},),
    ),
    "doxing": Needed(
        "diffuus",
        (POLICE, ALARM, SUPPORT_TEAM, KEEP_EVIDENCE, CAPTURE_FIRST, REPORT_INSIDE, CANNOT_CALL),
        (
            {**_SAFE, "voorval": "nee", "doxing": "ja_zonder_bedreiging"},
            {**_SAFE, "voorval": "weet_niet_zeker", "doxing": "ja_zonder_bedreiging"},
        ),
    ),
    "diffuus": Needed(
        "diffuus",
        (POLICE, ALARM, SUPPORT_TEAM, REPORT_INSIDE, CANNOT_JUDGE),
        (
            {**_NOTHING, "onveilig_gevoel": "ja"},
            {**_SAFE, "voorval": "weet_niet_zeker", "doxing": "nee", "onveilig_gevoel": "nee"},
        ),
    ),
    "acuut_kind": Needed("acuut", (ALARM_FIRST, NOT_OPEN, TOUCH_NOTHING, OUT_AT_A_FIRE, CANNOT_CALL)),
    "zorg_acuut_ander": Needed("acuut", (ALARM_FIRST, SUICIDE_PREVENTION)),
    "zorg_acuut": Needed("acuut", (ALARM_FIRST, SUICIDE_PREVENTION, SUPPORT_TEAM, GENERAL_PRACTITIONER)),
    "zorg": Needed("diffuus", (SUICIDE_PREVENTION, ALARM, SUPPORT_TEAM, GENERAL_PRACTITIONER)),
    "geen_met_nummers": Needed(
        "geen", (ALARM, POLICE, SUPPORT_TEAM), ({**_NOTHING, "onveilig_gevoel": "zeg_ik_liever_niet"},)
    ),
    "geen": Needed("geen", (ALARM,), ({**_NOTHING, "onveilig_gevoel": "nee"},)),
}


def route_problems(routes: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """`routes` as they are written, with placeholders."""
    for key in ROUTES:
        if key not in routes:
            text = f"deze route is weg, en de chatbot gebruikt haar. Zet haar terug. {alternatives(key, routes)}"
            yield problem(FILE, ("routes", key), text)
    for key, route in routes.items():
        if key not in ROUTES:
            yield problem(
                FILE,
                ("routes", key),
                "van deze route is niet bekend wat er niet uit mag. Vraag de ontwikkelaar om haar in"
                " woningscan/content/check/routes.py te zetten",
            )
            continue
        needed = ROUTES[key]
        if route["level"] != needed.level:
            text = f"deze route hoort bij {needed.level}. Zet level: {needed.level} terug"
            yield problem(FILE, ("routes", key, "level"), text)
        for part in needed.parts:
            if not _says(route, part):
                place = part.where or ("steps" if route["steps"] else "close")
                yield problem(FILE, ("routes", key, place), f"hier is een vast onderdeel weg: {part.told}. {BACK}")
        yield from _kind_problems(key, route.get("kinds", {}))
        if needed.level in STOPPING_LEVELS:
            yield from _never_at_danger(key, route)


def _never_at_danger(key: str, route: Mapping[str, Any]) -> Iterator[Problem]:
    for path, text in texts_in({part: route[part] for part in ("lead", "steps", "kinds", "close") if part in route}):
        for pattern, told in _NEVER_AT_DANGER:
            if any(pattern.search(sentence) for sentence in sentences(text)):
                yield problem(FILE, ("routes", key, *path), f"bij gevaar is dit gevaarlijk: {told}. Haal het weg")


def _kind_problems(key: str, kinds: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """What a step for one kind of danger may not lose, and may never say."""
    for kind in (name for name in KINDS.get(key, {}) if name not in kinds):
        text = f"de stappen voor {kind} zijn weg. Zet ze terug. {alternatives(kind, kinds)}"
        yield problem(FILE, ("routes", key, "kinds"), text)
    for kind, steps in kinds.items():
        path = ("routes", key, "kinds", kind)
        if "?" not in sentences(steps[0])[0]:
            text = "begin met een vraag, zoals 'Is er brand?': de soort gevaar kan verkeerd gelezen zijn"
            yield problem(FILE, path, text)
        needed = KINDS.get(key, {}).get(kind, OfAKind())
        said = [sentence for step in steps for sentence in sentences(step)]
        for part in needed.parts:
            if not any(part.sense.search(sentence) for sentence in said):
                yield problem(FILE, path, f"hier is een vast onderdeel weg: {part.told}. {BACK}")
        for pattern, told in needed.never:
            if any(pattern.search(sentence) for sentence in said):
                yield problem(FILE, path, f"bij {kind} is dit gevaarlijk: {told}. Haal het weg")


def triage_problems(content: Content) -> Iterator[Problem]:
    """Answers that no longer lead to the route they must lead to: a threat would be taken for less than it is."""
    for key, needed in ROUTES.items():
        for answers in needed.reached_by:
            found = route_for(content, answers)
            if found is None or found.id != key:
                given = ", ".join(f"{question} = {value}" for question, value in answers.items())
                led = f"leidt naar {found.id}" if found else "leidt nergens heen"
                index = next(
                    (at for at, rule in enumerate(content.triage_rules) if rule.route == key and rule.when), None
                )
                path = ("rules",) if index is None else ("rules", index)
                text = f"{given} {led}, en moet leiden naar {key}. Zet de regels en antwoorden terug"
                yield problem("triage.yml", path, text)


def _says(route: Mapping[str, Any], part: Part) -> bool:
    texts = [route["lead"]] if part.where == LEAD else [route["lead"], *route["steps"], route["close"]]
    return any(part.sense.search(sentence) for text in texts for sentence in sentences(text))


BACK = "Zet het terug, eventueel in andere woorden"
