"""What one sentence may never say, in whatever words: soothe, judge, promise, endanger, or ask people not to call.

`wrong` is what a sentence says, `unless` what makes it right, such as a word that turns it round. Sources: chapter 6 of
the domain (never soothe, judge or promise); for what is dangerous those of the routes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from woningscan.content.check.meaning.advice import ADVICE
from woningscan.content.check.meaning.certain import CERTAIN
from woningscan.content.check.meaning.rules import (
    AT_HOME,
    BRAND,
    CALL,
    CANNOT,
    DANGEROUS,
    ESCAPE,
    EVIDENCE,
    JUDGES,
    NAMED,
    NOT,
    PEOPLE,
    PHYSICIAN,
    PRIVACY,
    PROMISES,
    SOOTHES,
    SPYING,
    TEACHES,
    WEAKER,
    Rule,
    in_any_order,
    rule,
)

_MAY = r"\b(?:kan|kunnen|kunt|mag|misschien|soms|of|hoe|als|weet|vraag|volgens|wie)\b|\?$"
_SOMEBODY = r"(?:dader|inbreker|indringer|belager|bedreiger|insluiper|verdachte|demonstrant|beller)\w*"
_WHO_HELPS = (
    r"\b(?:politie|meldkamer|brandweer|hulp|ccv|adviseur|medewerker|secretariaat|gemeente|organisatie|werkgever"
    r"|ministerie|verhuurder|verzekering|team)\b"
)
_HELPERS = r"(?:\b(?:politie|meldkamer|hulp\w*|brandweer|alarmcentrale|buren|familie|adviseur|griffier)|…)"
_DOES = r"\b(?:komt|komen|belt|helpt|reageert|neemt|antwoordt|regelt|zorgt|stuurt|bewaakt|beschermt|bereikbaar|er)\b"
_AT_ONCE = (
    r"\b(?:altijd|meteen|direct|onmiddellijk|zeker|sowieso|beslist|snel|dezelfde dag|vandaag|vanavond|morgen"
    r"|binnen (?:een|één|twee|drie|vijf|tien|enkele|\d+) (?:minu\w+|kwartier|uur|uren|dag\w*|werkdag\w*|week|weken))\b"
)


NEVER: tuple[Rule, ...] = (
    rule(
        SOOTHES,
        r"\bgeen zorgen\b|\bniets aan de hand\b|\bloos alarm\b|\bwees (?:maar )?gerust\b|\bmaak u niet druk\b",
        r"\bvalt (?:\w+ )?mee\b|\bkomt (?:\w+ ){0,2}goed\b|\bstelt niets voor\b|\bniet (?:zo )?(?:erg|ernstig"
        r"|gevaarlijk)\b",
        r"\bhoef\w* .{0,20}\b(?:bang|ongerust|zorgen)\b|\bgeen (?:enkel )?risico\b|\bis (?:dan |nu )?geen gevaar\b",
        r"\bniets (?:meer )?(?:gebeuren|overkomen)\b|\bgebeurt (?:er )?(?:dan )?niets\b|\bloopt u geen\b",
        r"\bgegarandeerd\b|\bgarant?i?e\b|\bgarander\w+|\b(?:inbraakvrij|onkraakbaar|waterdicht)\b",
        r"\bniemand (?:kan|komt) .*\b(?:binnen|erin|bij u|in uw)\b",
        r"\b(?:gevaar|dreiging) (?:is )?(?:nu |dan |gelukkig )*(?:voorbij|geweken|over|weg)\b",
        r"\bis (?:het|de) (?:gevaar|dreiging) (?:nu |dan |gelukkig )*(?:voorbij|geweken|over|weg)\b",
        unless=r"\b(?:vertel|zeg)\b.{0,30}\bof\b|\bhoe\b|^als\b|\?$",
    ),
    rule(
        SOOTHES,
        r"\b(?:bent|is|zijn|woont|slaapt|staat|staan|zit|blijft|maakt?|houdt?|wordt?|voelt?)\b.*\b(?:veilig|beschermd)\b",
        r"\bveilig (?:is|bent|zijn)\b|\bveilig genoeg\b",
        unless=r"\b(?:hoe|of|als|niet|kan|vindt|waarbij|wie|zodra|kunt)\b|keurmerk|\?$",
    ),
    rule(
        JUDGES,
        r"\beigen schuld\b|\bhad u (?:maar|dit|dat)\b|\bstel u niet aan\b|\baanstell\w+|\boverdr(?:even|ijft)\b"
        r"|\bhysterisch\b",
        r"\b(?:dit|dat|het) is (?:\w+ )?(?:een|geen) (?:bedreiging|dreiging|misdrijf)\b|\bgeen echte? \w*dreiging\b",
        r"\b(?:klinkt|lijkt|oogt)\b.*\b(?:dreiging|gevaar|ernstig|onschuldig|serieus)\b"
        r"|\bhoort (?:\w+ ){0,3}bij (?:het|uw) (?:vak|werk|ambt|functie|baan|leven)\b",
        r"\bik (?:denk|vind|zie|vermoed)\b.*\b(?:ernstig|dreiging|gevaar|veilig)\b",
        unless=r"\bniet\b.*\bbeoordelen\b|\?$",
    ),
    rule(PROMISES, r"\bwoningscan\b.*\bvoor (?:iedereen|alle)\b", unless=NOT),
    rule(PROMISES, r"\bvoorrang\b", unless=r"\b(?:kan|kunnen|soms|misschien|vraag|geen|niet|of)\b|\?$"),
    rule(
        PROMISES,
        in_any_order(_WHO_HELPS, _DOES, _AT_ONCE),
        unless=rf"{_MAY}|\bniet\b|\bgaat u\b|^(?:vertel|bel|meld|laat|geef)\b",
    ),
    rule(
        PROMISES,
        r"\b(?:betaalt|vergoedt|vergoed|vergoeding|betaald)\b|\brecht op\b",
        r"\bu krijgt\b.*\b(?:bewaking|beveiliging|beveiliger|camera\w*|agent)\b",
        unless=rf"{_MAY}|\b(?:niet|geen|noemt|afgesproken)\b",
    ),
    rule(
        CANNOT,
        rf"\bik (?:bel|waarschuw|alarmeer|informeer|meld|roep|stuur|geef|schakel|vraag)\b.*{_HELPERS}",
        rf"\b(?:bel|waarschuw|alarmeer|informeer|stuur|geef) ik\b.*{_HELPERS}",
        r"\bik (?:houd|let|waak|kijk|pas)\b.*\b(?:u|uw huis|huis|deur|mee)\b.*\b(?:in de gaten|op|over|mee)\b",
        r"\bik (?:zie|zag|weet|merk|heb gezien)\b.*\bdat (?:u|er|het)\b.*\b(?:veilig|thuis|voorbij|gevaar)\b",
        unless=NOT,
    ),
    rule(
        PRIVACY,
        r"\b(?:volledig|helemaal|volkomen|geheel|compleet|absoluut|altijd|strikt) (?:anoniem|geheim|vertrouwelijk|privé"
        r"|afgeschermd)\b",
        r"\b(?:bewaar|bewaren|onthoud)\b.{0,20}\bniets\b|\bsla\b.{0,20}\bniets op\b|\bniet te herleiden\b",
        r"\b(?:politie|gemeente|werkgever|griffier|burgemeester|ministerie|organisatie|partij)\b.*\b(?:leest|lezen|kijkt"
        r"|kijken)\b.*\b(?:mee|gesprek|chat|antwoorden)\b",
        r"\bantwoorden\b.*\bgaan\b.*\bnaar\b",
        r"\bword(?:t|en) (?:niet|nooit|nergens) (?:bewaard|opgeslagen|gelezen|gedeeld|doorgegeven)\b"
        r"|\bgehackt worden\b",
        r"\bniemand (?:kan|zal) (?:dit|het|uw|ooit|meelezen|meekijken|zien)\b|\bniemand\b.*\b(?:ooit|te weten)\b",
        r"\b(?:blijft|blijven) (?:\w+ ){0,3}(?:onder ons|tussen ons|vertrouwelijk|geheim|anoniem)\b"
        r"|\bbent (?:\w+ )?anoniem\b",
        unless=r"\b(?:tenzij|behalve|alleen)\b|\bgaan niet\b|\bleest niet\b|\?$",
    ),
    rule(
        DANGEROUS,
        r"\b(?:vuurwapen|wapen|pepperspray|traangas|honkbalknuppel|knuppel|taser|boksbeugel|hamer)\w*\b",
        r"\b(?:confronteer|achtervolg|overmeester|grijp|verjaag|verdedig u|vecht|verzet u)\b",
        rf"\b(?:spreek|praat|volg|houd|pak|sla|ga|bel|vraag|stuur|film|antwoord)\b.*\b{_SOMEBODY}",
        r"\b(?:spreek|praat|volg|duw|sla|schreeuw|stuur|jaag|ga) (?:met |tegen |op |naar )?(?:hem|haar|hen|ze"
        r"|die persoon|de man)\b",
        r"\bga (?:zelf |eerst |dan |even |rustig |meteen )*(?:kijken|erop af|eropaf|er op af|in gesprek)\b",
        r"\b(?:antwoord|reageer)\b.*\b(?:dreig|bedreig|haat|scheld)\w*",
        r"\b(?:stuur|laat|hits)\b.*\bhond\b.*\b(?:op|af|los)\b",
        r"\blaat\b.*\bkind\w*\b.*\b(?:open\w*|opnemen|aannemen|buiten kijken)\b",
        r"\bvan dichtbij\b|\bdichterbij\b|\bstart de (?:auto|motor)\b",
        r"\b(?:loop|ga|stap)\b.*\bnaar buiten\b.*\b(?:vraag|zeg|kijk|praat|spreek)\b",
        unless=rf"{NOT}|\bblijf\b",
    ),
    rule(
        DANGEROUS,
        r"\b(?:doe|maak)\b.{0,40}\bopen\b|\blaat\b.{0,40}\bbinnen\b",
        unless=rf"{NOT}|\b(?:pas|eerst|alleen|kent|verwacht|bekend|ramen?)\b",
    ),
    rule(
        DANGEROUS,
        r"\b(?:raak|pak|verplaats|onderzoek|til|schud|ruik|open|breng|neem|bekijk|gooi)\b.*\b(?:pakket\w*|pakje|voorwerp"
        r"|poeder|explosief|envelop|vuurwerk|bom)\b",
        r"\bblus\b|\b(?:gebruik|neem|pak)\b.{0,10}\bde lift\b|\bterug (?:naar binnen|het huis in|uw huis in)\b",
        r"\bhaal (?:nog |eerst |snel )+(?:uw )?spullen\b",
        unless=NOT,
    ),
    rule(
        EVIDENCE,
        r"\b(?:verwijder|wis|gooi|blokkeer|verscheur|verbrand|ruim)\b.*\b(?:bericht|dreig|brie[fv]|mail|bewijs|afzender"
        r"|account|schermafdruk|spoor|sporen|scherven|foto|alles)\w*",
        unless=rf"{NOT}|\b(?:eerst|nadat|daarna|pas|typ|plan|chat)\b",
    ),
    rule(
        CALL,
        r"\b(?:bel|meld|waarschuw)\b[^,]*\b(?:niet|nooit|pas|onnodig)\b|\bhoeft\b.*\bniet te (?:bellen|melden)",
        r"\b(?:bellen|melden|aangifte)\b.*\b(?:geen zin|weinig zin|zinloos|onnodig|overbodig|hoeft niet|niet nodig)\b",
        r"\bgeen aangifte\b|\bvoor uzelf\b|\b(?:zwijg|negeer)\b|\bbel (?:alleen|uitsluitend|hooguit)\b",
        r"\bwacht\b.{0,15}\b(?:met (?:bellen|melden)|eerst af|rustig af|tot morgen)\b",
        r"\bbel eerst\b(?!.*(?:…|\b112\b|politie|:$))",
        unless=r"\?$|\bwacht niet\b|\blaat die persoon dan wachten\b|\bwie\b.*\bniet\b.*\bkan\b",
    ),
    rule(
        WEAKER,
        r"\b(?:zelfde|dezelfde|hetzelfde)\b.*\bwachtwoord",
        r"\b(?:geef|deel|stuur|typ|mail|app|noem|vertel)\b.*\b(?:wachtwoord|\w+code|bankrekening)\w*",
        r"\bwachtwoord\w*\b.*\b(?:geboortedatum|verjaardag|naam van|welkom)\b",
        r"\b(?:plak|hang|leg)\b.*\bwachtwoord",
        r"\b(?:verwijder|sloop)\b.*\b(?:rookmelder|brandmelder|melder|alarm)\w*\b",
        r"\b(?:zet|schakel|haal|plak|koppel|draai)\b.*\b(?:rookmelder|alarm|update|tweestaps|buitenlamp|virusscanner"
        r"|verlichting|sensor|batterij)\w*\b.*\b(?:uit|af|los|weg|eruit)\b",
        r"\b(?:leg|verstop|hang|bewaar)\b.*sleutel\w*\b.*\b(?:mat|deurmat|bloempot|plantenbak|brievenbus|buiten|slot)\b",
        r"\b(?:laat|zet)\b.*\b(?:raam|ramen|deur|poort|achterdeur)\b.*\bopen\b",
        unless=rf"{NOT}|\bcodewoord\b",
    ),
    rule(
        WEAKER,
        r"\b(?:zet|plaats|deel|post|publiceer|vertel)\b.*\b(?:\w*adres|vakantie|reis|afwezig|route|kinderen|dreig\w*|dader)\b.*"
        r"\b(?:online|sociale media|facebook|instagram|linkedin|website|site|bezoekers|iedereen)\b",
        r"\b(?:zet|deel|plaats|post|publiceer)\b.*\b(?:plan|rapport|antwoorden|tips)\b.*"
        r"\b(?:online|sociale media|website)\b",
        r"\b(?:zet|vermeld|noem|schrijf|hang|spreek)\b.*\b(?:voicemail|afwezigheids\w*|briefje)\b.*"
        r"\b(?:vakantie|weg|afwezig|niet thuis)\b",
        unless=rf"{NOT}|\b(?:pas|na|zo min)\b",
    ),
    rule(
        ESCAPE,
        r"\b(?:zet|plaats|leg|stapel|schuif)\b.*\bvoor (?:de|uw|een|het) \w*(?:deur|uitgang|vluchtroute|vluchtweg)\b",
        r"\b(?:blokkeer|barricadeer|versper)\b.*\b(?:\w*deur|\w*uitgang|vluchtroute|vluchtweg|trap)\b",
        unless=rf"{NOT}|\bscherm\b|\blamp\b|\bcamera\b",
    ),
    rule(
        SPYING,
        r"\bfilm\b.*\b(?:straat|buren|stoep)\b",
        r"\b(?:richt|hang|zet|plaats)\b.*\bcamera\w*\b.*\b(?:buren|straat|stoep|overkant)\b",
        r"\b(?:plak|plaats|leg|hang|stop)\b.*\b(?:tracker|gps|zender|airtag)\w*\b.*\b(?:onder|bij|in|op)\b",
        unless=NOT,
    ),
    rule(
        PEOPLE,
        r"\b(?:buitenlands|buitenlander|allochtoo?n|migrant|asielzoeker|vluchteling|moslim|islamiet|jood|joods|christen"
        r"|zigeuner|marokkaan|marokkaans|turk|turks|antilliaan|pool|pools|hoofddoek|huidskleur)(?:e|en|s)?\b",
    ),
    rule(
        PEOPLE,
        r"\b(?:VVD|PVV|CDA|D66|PvdA|GroenLinks|GL-PvdA|FvD|FVD|BBB|NSC|DENK|SGP|ChristenUnie|JA21|PvdD|50PLUS|BIJ1)\b",
        r"\b(?:Forum voor Democratie|Partij voor de \w+|Socialistische Partij)\b",
        flags=re.RegexFlag(0),
    ),
    rule(
        PHYSICIAN,
        r"\b(?:neem|slik|gebruik|drink)\b.*\b(?:pil|pillen|middel|middeltje|medicijn\w*|slaappil\w*|borrel|wijn|bier"
        r"|alcohol|drankje|paracetamol)\b",
        unless=NOT,
    ),
    rule(
        NAMED,
        r"\b(?:[Mm]evrouw|[Mm]eneer|[Dd]hr\.?|[Mm]w\.?|[Dd]e heer)\s+(?:[A-Z]\.\s?)*(?:van |de |der |den )*[A-Z][a-z]+",
        flags=re.RegexFlag(0),
    ),
    rule(
        AT_HOME,
        r"\b(?:vertel|zeg)\b.*\b(?:huisgenoten|gezin|partner|kinderen)\b.*\b(?:niets|niks)\b|\bverzwijg\b",
        r"\bhoud\b.*\bgeheim voor\b.*\b(?:huisgenoten|gezin|partner|kinderen|politie)\b",
    ),
    rule(
        TEACHES,
        r"\b(?:flipper\w*|breekijzer|koevoet|schroevendraaier|valse sleutel|lopers?|molotov\w*|brandversneller"
        r"|benzine)\b",
        r"\b(?:wrikt|forceert|flippert|trapt|tikt|slaat)\b.*\b(?:open|in|uit|kapot)\b",
        unless=rf"{NOT}|\btegen\b",
    ),
    rule(
        BRAND,
        r"\b(?:Ring|Nest|Eufy|Philips|Arlo|Yale|Nemef|Axa|Abus|Verisure|Praxis|Gamma|Karwei|Hornbach|Coolblue|Bol|Nuki"
        r"|I[Kk][Ee][Aa]|Amazon|Alexa|Norton|McAfee|LastPass|Bitwarden|1Password|NordVPN|Somfy|Securitas|Samsung|Xiaomi"
        r"|Kaspersky)\b",
        flags=re.RegexFlag(0),
    ),
)


@lru_cache(maxsize=1 << 15)
def never_said(sentence: str) -> tuple[str, ...]:
    """What is wrong with what one sentence says, each with what to do."""
    return tuple(dict.fromkeys(one.told for one in (*NEVER, *ADVICE, *CERTAIN) if one.broken_by(sentence)))
