"""Advice that sounds kind or clever and harms, and what nobody may be told about themselves: more of `never.py`.

Sources: chapter 6 of the domain (never soothe, judge or promise, no own action against anybody), the advice of the
police and the fire service behind the routes.
"""

from __future__ import annotations

from woningscan.content.check.meaning.rules import (
    BRAND,
    CALL,
    DANGEROUS,
    JUDGES,
    NOT,
    SOOTHES,
    SPYING,
    WEAKER,
    Rule,
    rule,
)

_FRIGHTENS = "maak niemand bang. Zeg wat iemand kan doen"
_LIES = "raad niemand aan te liegen. Schrijf dat men vertelt wat er is gebeurd"
_DUTY = "dit is geen plicht die in een bron staat. Schrijf dat het kan, of wie men het vraagt"
_HOUSEHOLD = "niet iedereen heeft een man of vrouw. Schrijf wie bij u woont, uw huisgenoten of uw partner"

ADVICE: tuple[Rule, ...] = (
    rule(
        SOOTHES,
        r"\b(?:meeste|bijna alle)\b.*\b\w*dreig\w*\b.*\b(?:nooit|niet|zelden)\b|\bloze dreiging",
        r"\bblijft\b.*\bbij (?:woorden|praten|(?:een )?dreigement\w*)\b",
        unless=r"\?$",
    ),
    rule(
        _FRIGHTENS,
        r"\bloopt\b.*\b(?:slecht|fout|verkeerd|dodelijk)\b.*\baf\b",
        r"\b(?:vermoord|doodge\w+|sterft)\b|\bbent u de volgende\b",
        unless=r"\?$",
    ),
    rule(
        JUDGES,
        r"\btegen (?:kunnen|een stootje)\b|\b(?:hoort|horen) er (?:\w+ ){0,2}bij\b",
        unless=r"\bniet\b|\?$",
    ),
    rule(
        JUDGES,
        r"\b(?:bent|is|lijdt aan|hebt|heeft) (?:\w+ ){0,2}(?:overspannen|depressie\w*|paranoïde|getraumatiseerd"
        r"|gestoord|psychotisch|burn-?out|PTSS|een stoornis)\b",
        unless=r"\b(?:niet|of|als)\b|\?$",
    ),
    rule(
        _DUTY,
        r"\b(?:bent|wordt) (?:\w+ ){0,2}verplicht\b|\b(?:u moet|moet u)\b.*\b(?:aangifte doen|melden)\b",
        unless=r"\b(?:niet|niets|geen|niemand|nergens)\b|\?$",
    ),
    rule(_HOUSEHOLD, r"\buw (?:vrouw|man|echtgeno\w+|vriend|vriendin)\b"),
    rule(
        _LIES,
        r"\b(?:zeg|vertel)\b.*\b(?:erger|ernstiger)\b|\b(?:overdrijf|verzin|lieg)\b",
        r"\bmaak\b.*\bverhaal\b.*\b(?:groter|erger)\b",
        unless=NOT,
    ),
    rule(
        CALL,
        r"\b(?:aangifte|melden|melding|bellen)\b.*\b(?:wachten|uitstellen)\b|\b(?:wacht|stel)\b.*\baangifte\b",
        r"\bwachten met\b.*\b(?:aangifte|melden|bellen)\b",
        unless=rf"{NOT}|\btot (?:u|hij|iemand)\b",
    ),
    rule(
        DANGEROUS,
        r"^betaal\b|\bbetaal (?:dan|de afperser|wat)\b|\blosgeld\b|\bonderhandel\b",
        r"\b(?:bied|maak)\b.*\b(?:excuses|verontschuldig\w+)\b",
        r"\b(?:zoek|vind|speur|achterhaal|achterhalen)\b.{0,15}\bwie\b",
        r"\b(?:ren|loop|rijd|fiets|ga)\b.{0,30}\bachter\b.*\baan\b",
        r"\b(?:rijd|loop|ga|fiets|neem|kies)\b.*\b(?:stille|afgelegen|verlaten|donkere) (?:plek|plaats|straat"
        r"|weg|route)\b",
        r"\bstuur (?:\w+ ){0,3}(?:kind|kinderen|dochter|zoon)\b",
        r"\blaat\b.*\b(?:dochter|zoon|kind|kinderen)\b.*\b(?:kijken|opendoen|opnemen)\b",
        unless=NOT,
    ),
    rule(
        DANGEROUS,
        r"\bgooi water\b|\bmet water\b.*\bvet\b",
        r"\b(?:haal|red|pak|zoek|neem)\b.*\b(?:brand|eerst)\b.*\b(?:hond|kat|huisdier|papieren|paspoort|laptop|sieraden)"
        r"\w*\b",
        unless=NOT,
    ),
    rule(
        SPYING,
        r"\b(?:zet|deel|stuur|plaats)\b.*\b(?:foto\w*|filmpje\w*|gezicht|beelden|kenteken)\b.*\b(?:\w*app|online"
        r"|sociale media)\b",
        r"\b(?:verborgen|geheime) (?:camera|microfoon|opname|zender)\w*|\bstiekem\b",
        unless=NOT,
    ),
    rule(
        SPYING,
        r"\b(?:kijk|lees)\b.*\btelefoon van\b|\bzonder dat (?:hij|zij|ze|iemand) het (?:weet|weten|merkt|merken)\b",
        unless=r"\b(?:niet|nooit)\b|\?$",
    ),
    rule(
        WEAKER,
        r"\bgeef\b.*\bprivé(?:nummer|adres)\b|\bgeef (?:hem|haar|de \w+|een \w+)\b.*\buw \w* ?(?:nummer|adres)\b",
        r"\bwifi\b.*\b(?:café|trein|hotel)\b|\b(?:openbare|gratis|open) wifi\b",
        r"\b(?:klik|druk|tik)\b.*\blink\b.*\b\w*(?:mail|bericht|sms)\b",
        unless=NOT,
    ),
    rule(
        WEAKER,
        r"\b(?:neem|kies|gebruik)\b.*\b(?:code|pincode)\b.*\b(?:makkelijk|geboorte\w*|verjaardag|huisnummer)\b",
        unless=r"\b(?:geen|nooit)\b|\bniet (?:uw|de|een)\b|\?$",
    ),
    rule(BRAND, r"\b(?:korting|kortingscode|aanbieding|onze partners?|bestel nu|koop nu)\b", unless=NOT),
)
