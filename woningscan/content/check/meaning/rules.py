"""A rule about what one sentence may not say, and what is told about it to an editor."""

from __future__ import annotations

import re
from dataclasses import dataclass

NOT = r"\b(?:niet|nooit|geen|niemand|niets|nergens|zonder|liever|voorkom)\b|\?$"
"""What turns a sentence round: a no, or a question."""
_NO = re.compile(r"niet|nooit|geen|niemand|niets|nergens|zonder", re.IGNORECASE)
# A no in a condition turns nothing round: "klim naar buiten als de deur niet kan".
_CONDITION = re.compile(r"\b(?:als|wanneer|omdat)\b[^,.!?]*", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """What one sentence may not say, and what to do about it (`told`)."""

    told: str
    wrong: re.Pattern[str]
    unless: re.Pattern[str]

    def broken_by(self, sentence: str) -> bool:
        return bool(self.wrong.search(sentence)) and not self._is_turned_round(sentence)

    def _is_turned_round(self, sentence: str) -> bool:
        conditions = [found.span() for found in _CONDITION.finditer(sentence)]
        return any(
            not (_NO.fullmatch(word[0]) and any(start < word.start() < end for start, end in conditions))
            for word in self.unless.finditer(sentence)
        )


def rule(told: str, *wrong: str, unless: str = r"(?!)", flags: re.RegexFlag = re.IGNORECASE) -> Rule:
    """A rule that any of the patterns `wrong` breaks."""
    return Rule(told, re.compile("|".join(wrong), flags), re.compile(unless, flags))


def in_any_order(*parts: str) -> str:
    """A pattern for a sentence with all of these, in any order."""
    return "^" + "".join(rf"(?=.*?{part})" for part in parts)


SOOTHES = "stel niet gerust en beloof niets. Zeg wat iemand kan doen, of wie het kan beoordelen"
JUDGES = "oordeel niet over wie dit leest of over een dreiging. Dat doet de politie"
PROMISES = "dit belooft iets van een ander. Schrijf dat het kan, of wie men het vraagt"
CANNOT = "dit kan de chatbot niet: bellen, waarschuwen, meekijken. Schrijf wie het wel kan, en hoe men die bereikt"
PRIVACY = "dit belooft meer dan de chatbot doet. Zeg wat er wordt bewaard en wie het ziet, zoals bij ask_privacy"
DANGEROUS = "dit kan iemand in gevaar brengen. Schrijf wat veilig is: afstand houden, niets aanraken en bellen"
EVIDENCE = "zo gaat bewijs verloren. Schrijf: leg eerst alles vast, en verwijder of blokkeer daarna pas"
CALL = "houd niemand af van bellen, melden of aangifte doen. Schrijf bij wie men het meldt"
WEAKER = "dit maakt een woning of account zwakker. Schrijf wat juist wel beschermt"
TEACHES = "leg niet uit hoe iemand binnenkomt of brand sticht. Schrijf wat het tegenhoudt"
ESCAPE = "zo kan iemand er bij brand niet uit, of merkt het te laat. Schrijf wat de weg naar buiten vrij houdt"
SPYING = "dit is iemand anders filmen of volgen, en dat mag niet zomaar. Schrijf wat iemand bij zichzelf kan doen"
PEOPLE = "noem niemands afkomst, geloof of partij. Schrijf wat iemand doet, niet wie iemand is"
PHYSICIAN = "geef geen raad over middelen of drank. Schrijf wie helpt, zoals de huisarts"
NAMED = "noem geen mensen bij naam: die wisselen, en zij worden zo een doelwit. Noem de functie of organisatie"
AT_HOME = "raad niemand aan om dit thuis te verzwijgen. Schrijf met wie iemand het kan bespreken"
BRAND = "noem geen merken of winkels. Schrijf wat het is, zoals: een deurbel met camera"
