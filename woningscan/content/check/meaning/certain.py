"""What sounds kind, sure or handy and is not known, not so or not safe: more of `never.py`.

Sources: chapters 1, 2 and 8 of the domain (what no source confirms is not told as certain); the advice of the police
and the fire service behind the routes.
"""

from __future__ import annotations

from woningscan.content.check.meaning.rules import (
    CALL,
    DANGEROUS,
    ESCAPE,
    EVIDENCE,
    NOT,
    PRIVACY,
    PROMISES,
    SOOTHES,
    WEAKER,
    Rule,
    rule,
)

_DECIDES = "dat staat niet vast. Schrijf dat de politie en het Openbaar Ministerie bekijken wat er nodig is"
_SENTENCED = "wat een rechter doet, weet niemand vooraf. Schrijf dat het strafbaar is, en dat aangifte kan"
_PERIOD = r"(?:uur|uren|dag|dagen|werkdag\w*|week|weken|maand|maanden|kwartier|minu\w+)"

CERTAIN: tuple[Rule, ...] = (
    rule(
        SOOTHES,
        r"\bgeen reden\b.*\b(?:paniek|zorg\w*|ongerust\w*|angst|bang)\b|\bin (?:goede|veilige|vertrouwde) handen\b",
        r"\b(?:rustig|gerust) (?:gaan )?slapen\b|\bslaap (?:lekker|gerust|rustig)\b",
        r"\bgerust hart\b|\bniets te vrezen\b"
        r"|\b(?:doen|doet) (?:\w+ )?(?:meestal|bijna nooit|vrijwel nooit) (?:niets|iets)\b",
        r"\balles (?:\w+ )?(?:prima|goed|uitstekend|netjes) (?:geregeld|voor elkaar|op orde)\b",
        r"\b(?:huis|woning)\b.*\b(?:scoort|doet het) (?:\w+ )?(?:goed|prima|uitstekend|hoog)\b",
        r"\b(?:huis|woning) is (?:\w+ )?(?:op orde|in orde|goed beveiligd|goed genoeg)\b",
        r"\b(?:houdt?|houden|gaat|gaan|trekt) (?:\w+ )?(?:vanzelf|uit zichzelf) (?:weer )?(?:op|over|weg)\b"
        r"|\bwaait\b.*\bover\b",
        unless=r"\b(?:niet|of|hoe)\b|\?$",
    ),
    rule(
        PROMISES,
        rf"\b(?:hoort u|u hoort)\b.*\bbinnen\b.*\b{_PERIOD}\b",
        rf"\b(?:krijgt|ontvangt|hoort|komt|belt)\b.*\b{_PERIOD} (?:later|daarna|erna)\b",
        r"\b(?:wij|we) (?:komen|bellen|helpen|reageren|antwoorden)\b.*\b(?:snel|meteen|direct|altijd|vandaag|morgen)\b",
        rf"\b(?:wachttijd|doorlooptijd)\b.*\b(?:is|zijn|duurt)\b.*\b{_PERIOD}\b",
        rf"\b(?:CCV|adviseur|medewerker|secretariaat)\b.*\b(?:belt|neemt|komt|mailt|antwoordt)\b.*\b(?:deze|volgende|dezelfde)"
        rf" {_PERIOD}\b",
        r"\b(?:wij|we) staan\b.*\bklaar\b",
        rf"\b(?:reken|rekent) op\b.*\b{_PERIOD}\b|\b(?:bezoek|scan)\b.*\bduurt\b.*\b{_PERIOD}\b",
        unless=r"\b(?:niet|kan|misschien|weet|schat|volgens|vraag)\b|\?$",
    ),
    rule(
        _DECIDES,
        r"\bhoofdofficier\b|\b(?:beslist|bepaalt)\b.*\b(?:beveiliging|bescherming|bewaking|nodig)\b",
        unless=NOT,
    ),
    rule(
        _SENTENCED,
        r"\b(?:krijgt|wacht|volgt|riskeert)\b.*\b(?:celstraf|gevangenisstraf|boete|taakstraf|cel)\b",
        unless=r"\b(?:kan|kunnen|maximaal|misschien|niet)\b|\?$",
    ),
    rule(PRIVACY, r"\brapport\b.*\b(?:niet te zien|niemand|blijft van u)\b", unless=r"\b(?:weet|of|vraag)\b|\?$"),
    rule(
        DANGEROUS,
        r"\bbuur\w*\b.*\b(?:aanbel\w*|langskomt|(?:komt|gaat) kijken|naar buiten (?:komt|gaat))\b",
        r"\b(?:klim|spring|klauter)\b.*\b(?:raam|balkon|dak)\b|\b(?:brandende kaars|aansteker|lucifer)\w*\b",
        r"\btijd (?:te )?(?:rekken|winnen)\b|\b(?:rek|win) tijd\b|\bpraat (?:het|dit|dat)\b.*\buit\b",
        r"\bwaar u alleen bent\b|\b(?:kleine|beginnende) brand\b.*\b(?:zelf|uit|doven|blussen)\b",
        r"\b(?:nodig|vraag)\b.*\b(?:boze|dreigende|vreemde) \w+\b.*\b(?:uit|binnen|koffie)\b",
        r"\b(?:maak|spreek)\b.*\b(?:afspraak|af)\b.*\b(?:wie|degene die) u (?:bedreigt|lastigvalt|volgt)\b",
        r"\b(?:zet|leg|neem)\b.*\bpak(?:ket|je)\w*\b.*\b(?:binnen|gang|huis|keuken|schuur|mee)\b",
        r"\b(?:hoort|ziet)\b.*\b(?:loop|doe)\b.*\b(?:rondje|ronde)\b|\bloop\b.*\brondje\b.*\bhuis\b",
        unless=NOT,
    ),
    rule(
        DANGEROUS,
        r"\breageer\b.*\b(?:onder|op) (?:het|een|dit|dat|zulke|de) (?:bericht|post|filmpje|reactie)\w*",
        unless=r"\breageer (?:\w+ ){0,2}(?:niet|nooit)\b|\breageer\b.{0,40}\b(?:niet|nooit)[.!,]|\?$",
    ),
    rule(
        DANGEROUS,
        r"\bga\b.*\bnaar (?:beneden|de gang|de (?:voor|achter)?deur)\b",
        unless=rf"{NOT}|\bbrand\w*\b|\bvlucht\w*\b|\bbuiten\b",
    ),
    rule(CALL, r"\bmeldkamer\b.*\b(?:alleen|echte)\b|\b(?:belast|stoor)\b.*\b(?:politie|meldkamer|hulpdiensten)\b"),
    rule(
        EVIDENCE,
        r"\b(?:haal|maak)\b.*\b(?:chat|mailbox|inbox|telefoon|voicemail)\b.*\b(?:leeg|schoon)\b",
        unless=r"\b(?:eerst|nadat|daarna|niet)\b",
    ),
    rule(CALL, r"\b(?:sneller|beter|handiger|makkelijker) dan bellen\b|\bin plaats van (?:te )?bellen\b", unless=NOT),
    rule(
        WEAKER,
        r"\b(?:laat|zet|vermeld|noem|schrijf)\b.*\bprofiel\b.*\b(?:wijk|straat|woont|woonplaats|school)\b",
        unless=NOT,
    ),
    rule(ESCAPE, r"\b(?:laat|zet|doe)\b.*\b(?:binnen|tussen|kamer)deuren\b.*\bopen\b", unless=NOT),
)
