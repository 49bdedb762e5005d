"""What a route says, in parts: each is found by a placeholder or by any of the words that carry its sense.

Sources, as ids of content/sources.yml, stand behind each part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAD, ANYWHERE = "lead", ""


@dataclass(frozen=True)
class Part:
    """Something a route must say: `sense` is found in one sentence of `where`, `told` says it to the editor."""

    told: str
    sense: re.Pattern[str]
    where: str = ANYWHERE


def words(told: str, pattern: str, where: str = ANYWHERE) -> Part:
    """What a text may not lose, told to an editor, and the pattern of a sentence that says it."""
    return Part(told, re.compile(pattern, re.IGNORECASE), where)


def call(contact: str, where: str = ANYWHERE) -> Part:
    """The contact, in a sentence that does not tell people to leave it."""
    return words(f"{{{contact}}}", rf"^(?!.*\b(?:niet|nooit)\b).*\{{{contact}\}}", where)


ALARM_FIRST = words("'Bel' en {alarmnummer}, als eerste", r"^Bel\b(?!.*\b(?:niet|nooit)\b)[^{]*\{alarmnummer\}", LEAD)
"""politie_112: at danger the alarm number comes before any other word."""
ALARM, ALARM_IN_LEAD = call("alarmnummer"), call("alarmnummer", LEAD)
"""politie_112: what happens now is for the alarm number."""
POLICE, POLICE_IN_LEAD = call("politie"), call("politie", LEAD)
"""politie_aangifte: a threat that does not happen now is for the police without haste."""
SUPPORT_TEAM = call("ondersteuningsteam")
"""burgemeesters_ondersteuningsteam: the support team, day and night, for the family too."""
SUICIDE_PREVENTION = call("zelfmoordpreventie")
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
HELP_AT_HOME = call("veilig_thuis")
"""rijksoverheid_veilig_thuis."""
CAPTURE_FIRST = words("eerst vastleggen, daarna pas verwijderen", r"\b(?:nadat|eerst|daarna)\b")
"""groningen_bewijs."""
WHEN_ALONE = words("bellen als men alleen is", r"\balleen\b")
"""rijksoverheid_veilig_thuis."""
BEFORE_A_SCAN = words("eerst overleg, dan pas een woningscan", r"\b(?:voordat|eerst)\b.*\bwoningscan\b")
"""folder_woningscan."""
KEEP_QUIET = words("stil blijven", r"\bstil\b|\bgeen (?:geluid|lawaai)\b")
KEEP_AWAY = words("afstand houden", r"\bafstand\b|\bblijf er weg\b|\bga (?:er )?weg\b")
"""politie_inbreker, defensie_verdacht_pakket."""
SAFE_PLACE = words("waar men heen gaat: een politiebureau of een drukke plek", r"\bpolitiebureau\b|\bdruk\w*\b")
"""goeree_112."""
SAYS_THE_OFFICE = words("dat men zegt politiek ambtsdrager te zijn", r"\bambtsdrager\b")
"""weerbaar_bestuur_stappenplan: that starts the procedure for office-holders."""
NO_SCAN_NOW = words("dat de woningscan hier niet voor bedoeld is", r"(?=.*\bwoningscan\b).*\bniet\b")
"""folder_woningscan."""
AWAY_FROM_MEANS = words("weggaan van waarmee men zich iets kan aandoen", r"\bweg van\b")
SOMEBODY_NEAR = words("iemand die nu komt", r"\biemand\b.*\b(?:bij u|naar u)\b.*\bkom")
"""nu_113."""
NOT_LOOK = words("er niet zelf op af gaan", r"\bniet\b.*\b(?:kijken|heen|op af)\b")
NOT_START = words("niet instappen en niet starten", r"\bniet in\b|\bniet\b.*\binstappen\b")
"""politie_112, defensie_verdacht_pakket: keep away, also from what may go off."""

GO_OUT = (re.compile(r"\bga(?:at)?\b(?!.*\bniet\b).*\bnaar buiten\b", re.IGNORECASE), "naar buiten gaan")
STAY_IN = (re.compile(r"\bblijf(?:t)? binnen\b", re.IGNORECASE), "binnen blijven")
KEEP_THE_THING = (re.compile(r"\bbewaar\b|\bpak\b|\bneem\b.*\bmee\b", re.IGNORECASE), "het ding bewaren of meenemen")
GO_LOOK = (re.compile(r"^(?!.*\bniet\b).*\bkijk(?:t|en)?\b", re.IGNORECASE), "gaan kijken")
OPEN_IT = (re.compile(r"^(?!.*\bniet\b).*\b(?:open|opendoen|openmaken)\b", re.IGNORECASE), "iets openen of opendoen")
WAIT = (re.compile(r"\bwacht(?:en)?\b(?! op afstand| niet)", re.IGNORECASE), "wachten")
NEVER_AT_DANGER = (GO_LOOK, OPEN_IT, WAIT)
"""politie_112, tweede_kamer_bezoek, defensie_verdacht_pakket: no looking, no opening, no waiting."""
GO_HOME = (
    re.compile(r"\bga\b(?!.*\bniet\b).*\bnaar (?:huis|uw (?:\w+ )?straat|uw buurt)\b", re.IGNORECASE),
    "naar huis gaan",
)
MAKE_NOISE = (
    re.compile(r"\b(?:roep|gil|schreeuw)\b(?!.*\bniet\b)|\bdoe\b.*\blicht\b.*\baan\b", re.IGNORECASE),
    "laten merken waar u bent",
)
CLEAN_UP = (
    re.compile(r"\b(?:veeg|raap|ruim)\b(?!.{0,20}\b(?:niet|niets)\b)", re.IGNORECASE),
    "opruimen waar nog iets kan liggen",
)
