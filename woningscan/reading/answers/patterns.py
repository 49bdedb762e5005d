"""Turns of phrase of typed Dutch: unsure, partly, never, not yet, declining, asking back. On the "
"normalised text."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    """Whole words only; a space in a pattern is exactly one space of the normalised text."""
    return re.compile(r"(?<![a-z0-9])(?:" + "|".join(patterns) + r")(?![a-z0-9])")


_PLACE_OR_TIME = (
    "(?:voor|achter|zij)(?:deur|kant|tuin)?|boven|beneden|binnen|buiten|zolder|kelder|schuur|"
    "garage|overdag|avonds|nachts|weekend|zomers|winters"
)
UNSURE = _any(
    "geen (?:enkel |flauw |enkel flauw |flauwe )?(?:idee|benul|notie|weet)",
    "geen verstand",
    "weet (?:ik |we |u )?(?:het |dat |t )?"
    "(?:ook |eigenlijk |echt |even |zo |gauw |snel |precies |nog |gewoon |allemaal )*niet",
    "weet (?:ik |we )?(?:het |dat )?(?:eigenlijk |echt )?(?:niet|nooit)",
    "(?:zou|zouden) (?:ik |we )?(?:het |dat )?(?:ook |echt |eigenlijk |zo )*niet (?:kunnen |durven )?(?:weten|zeggen)",
    "zou het bij god niet weten",
    "(?:niet|nog niet|niet helemaal) (?:echt )?zeker",
    "onzeker",
    "weet (?:ik )?niet zeker",
    "(?:weet|regelt|doet) (?:mijn|onze) [a-z]+",
    "durf (?:ik )?(?:het |dat )?(?:zo )?niet te zeggen",
    "kan (?:ik )?(?:het |dat )?(?:zo |niet met zekerheid |even )*(?:niet )?(?:met zekerheid )?zeggen",
    "misschien",
    "(?:zou|kan|zal) (?:best |wel |best wel )?(?:kunnen|zijn)",
    "wie weet",
    "weet ik veel",
    "twijfel",
    "joost mag het weten",
    "god mag het weten",
    "onbekend",
    "onduidelijk",
    "moeilijk te zeggen",
    "lastig te zeggen",
    "geen zekerheid",
    "(?:me|mij) niet (?:meer )?herinneren",
    "(?:moet|moeten|zou|zal|ga) (?:ik |we )?(?:\\w+ ){0,4}(?:na ?kijken|kijken|bekijken|checken|nagaan|"
    "navragen|uitzoeken|opzoeken|controleren|nazoeken|vragen|uitvinden|testen|uitproberen|letten|nalopen)",
)
UNLOOKED = _any(
    "niet dat ik (?:het )?(?:zo )?weet",
    "niet voor zover ik weet",
    "(?:nog )?(?:nooit|niet|niks|geen moment) (?:echt |eigenlijk |bewust |goed |eerder )*(?:op gelet|"
    "naar gekeken|naar gezocht|onderzocht|gecheckt|gecontroleerd|nagekeken|op gecheckt|nagegaan|"
    "gekeken|uitgezocht|nagezocht|opgezocht|opgevallen)",
    "let ik (?:eigenlijk )?(?:nooit|niet) op",
    "nooit (?:echt )?aandacht aan besteed",
    "niet (?:meteen )?helder",
    "niet bekend",
)
UNTHOUGHT = _any(
    "(?:nog )?(?:nooit|niet|niks|geen moment|geen seconde) (?:echt |eigenlijk |bewust |goed |eerder "
    ")*(?:bij stil ?gestaan|over nagedacht|aan gedacht|bij nagedacht|mee bezig ?gehouden)"
)
LIKELY = _any("misschien", "(?:zou|kan|zal) (?:best |wel |best wel )?(?:kunnen|zijn)", "wie weet", "^mogelijk$")
NOT_YET = _any(
    "(?:moet|moeten|ga|gaan|wil|willen|zal|zullen|zou) (?:ik |we |wij |dat |er |het |die |nog |wel |"
    "eens |binnenkort |graag |een keer |zeker |eigenlijk |echt |moeten )*(?:doen|regelen|maken|"
    "bespreken|kopen|plaatsen|ophangen|bestellen|aanvragen|instellen|oefenen|komen)",
    "nog niet (?:aan toe|van gekomen)\\w*",
    "(?:nog )?niet aan toegekomen",
    "(?:er )?(?:nog )?(?:niet|nooit) van gekomen",
    "van plan",
    "op de (?:planning|lijst|todo)",
    "staat gepland",
    "komt (?:er )?(?:nog|binnenkort)",
    "mee bezig",
    "in bestelling",
    "nog (?:te )?doen",
    "binnenkort",
    "ga ik (?:wel )?(?:doen|regelen)",
)
SOME = _any(
    "deels",
    "gedeeltelijk",
    "ten dele",
    "half",
    "half en half",
    "halfjes",
    "half half",
    "fifty fifty",
    "een (?:klein )?beetje",
    "beetje",
    "min of meer",
    "zo ongeveer",
    "ongeveer",
    "in grote lijnen",
    "grotendeels",
    "merendeel",
    "een deel",
    "voor een deel",
    "sommige[n]?",
    "een paar",
    "(?<!geen )enkele(?! keer)",
    "(?:niet|wel|enkel|alleen) (?:als|wanneer|indien)",
    "(?:als|wanneer) .*(?:wel|niet)$",
    "de meeste[n]?",
    "niet (?:op |bij |aan |van |in |met |voor )?(?:alle|alles|overal|allemaal|altijd|iedereen|elke|elk|"
    "alle[a-z]+|helemaal|volledig|compleet|consequent|ieder|iedere|beide|allebei|steeds)",
    "bijna (?:alle|alles|overal|altijd|allemaal|iedereen|elke|iedere)",
    "zo goed als (?:alles|altijd|overal)",
    "soms",
    "af en toe",
    "af en aan",
    "nu en dan",
    "zo nu en dan",
    "(?:een|1|enkele) (?:enkele )?keer(?:tje)?",
    "wel (?:eens|es)",
    "meestal",
    "doorgaans",
    "vaak",
    "regelmatig",
    "geregeld wel",
    "hangt (?:er ?van|er van|ervan) af",
    "hangt af",
    "ligt (?:er ?aan|eraan|er aan)",
    "afhankelijk",
    "tussen(?:in| de twee)",
    "niet (?:echt |zo |heel )?goed(?: genoeg)?",
    "terloops",
    "oppervlakkig",
    "vergeet (?:ik )?",
    "het ene wel",
    "de ene wel",
    "matig",
    "wisselend",
    "wisselt",
    "zo zo",
    "gaat wel",
    "nog niet (?:alle|alles|overal|allemaal|iedereen|helemaal|compleet|volledig|klaar)",
    "op \\w+(?: \\w+)? na",
    "ja en nee",
    "soms wel soms niet",
    "zowel ja als nee",
    "hooguit",
    "hoogstens",
    "ontbreekt (?:er )?(?:nog )?een",
    r"(?:\d+|een|twee|drie) van de (?:\d+|twee|drie|vier|vijf)",
    "^(?:(?:aan|bij|in|op|de|het|s|s-) ?)*(?:" + _PLACE_OR_TIME + ") (?:(?:nog )?niet|wel)$",
)
ONLY = _any(
    "(?<!geen )enkel(?= [a-z])",
    "alleen(?= [a-z])",
    "behalve",
    "uitgezonderd",
    "op een na",
    "met uitzondering van",
    "buiten de",
)
CONDITION = re.compile(
    r"(?:alleen|enkel|wel|niet) (?:als|wanneer|indien)(?![a-z])|(?:als|wanneer|indien) .* (?:wel|niet)$"
)
NEVER = _any(
    "nooit(?! niet)",
    "nimmer",
    "bijna nooit",
    "zo goed als nooit",
    "nooit van mijn leven",
    "onder geen beding",
    "nergens",
    "geen enkele?",
    "geen van (?:beide[n]?|allen|alle|twee+n|allemaal)",
    "helemaal (?:niks|niets|niet|geen)",
)
ALWAYS = _any(
    "altijd",
    "elke keer",
    "iedere keer",
    "telkens",
    "steevast",
    "steeds",
    "zonder uitzondering",
    "standaard",
    "bijna altijd",
    "constant",
    "continu",
)
OFTEN = _any(
    "vaak",
    "regelmatig",
    "dagelijks",
    "elke dag",
    "iedere dag",
    "heel veel",
    "best veel",
    "erg veel",
    "wekelijks",
    "elke week",
    "alles",
    "voortdurend",
    "de hele dag",
)
RARELY = _any("zelden", "nauwelijks", "amper", "bijna niet", "bijna niks", "bijna niets", "meestal niet", "vaak niet")
FAILING = _any(
    "stuk",
    "kapot",
    "leeg",
    "defect",
    "doet het niet",
    "werkt niet",
    "werken niet",
    "doen het niet",
    "uitgeschakeld",
    "gebruik\\w* (?:hem|het|ze|die) (?:niet|nooit)",
)
DECLINES = _any(
    "(?:zeg|vertel) (?:ik |dat |dat ik |het )*(?:liever |echt )*niet",
    "liever (?:niet|geen antwoord)",
    "geen antwoord",
    "gaat (?:je|u|jou|jullie|niemand) (?:niks|niets|niet) aan",
    "gaat niemand (?:wat|iets) aan",
    "wil (?:ik |dat |daar |er |dat ik |het )*(?:liever )*niet (?:over )?(?:zeggen|vertellen|kwijt|"
    "praten|delen|hebben|beantwoorden|antwoorden)",
    "geen commentaar",
    "(?:(?:het|dat) )?is prive",
    "^prive$",
    "wil ik niet (?:over praten|beantwoorden)",
)
SKIPS = _any(
    "sla (?:deze |die |dit |maar |hem |de vraag |deze vraag |even )*over",
    "overslaan",
    "overgeslagen",
    "skip(?:pen)?",
    "volgende(?: vraag)?",
    "pas",
    "geen zin in(?: deze vraag)?",
)
SKIPS_INSIDE = _any("sla (?:deze |die |dit |maar |hem |de vraag |deze vraag |even )*over", "overslaan")
THANKS = re.compile(
    r"^(?:heel |hartelijk |ok |oke )*(?:dank|dankje|dankjewel|bedankt|thanks|thx|merci)(?: (?:je|u|"
    r"jullie|wel|hoor|alvast|voor \w+ \w+|man|chatbot))*$"
)
REVERSAL = _any(
    "wacht(?: even)?",
    "of toch",
    "of nee",
    "of eigenlijk",
    "toch (?:wel|niet)",
    "bij nader inzien",
    "ik bedoel",
    "vergis(?:sing|te)?",
    "correctie",
    "jawel",
    "nee",
    "ja",
)
ASKS = re.compile(
    r"^(?:en |maar |ja maar |oke |ok |eh |uh |sorry |hoi |hallo |nou )*(?:waarom|waarvoor|waartoe|"
    r"hoe(?!wel)|hoezo|hoeveel|wat(?! (?:mij|ons) betreft)|wie(?! weet)|welke?|wanneer|"
    r"waar(?!schijnlijk)|waarmee|"
    r"(?:kan|kun|mag|moet|zal|wil|bedoel|bedoelt|bent|ben|heb|hebt|heeft|snap|vind|vindt|weet) (?:jij|"
    r"je|u|jullie)|(?:mag|kan|moet) ik|leg uit|ik snap|snap ik|"
    r"is (?:een|dat|dit|het|whatsapp) [a-z]|"
    r"(?:gebeurt|komt|kost|werkt|helpt|duurt) (?:dat|dit|het|zoiets) [a-z]|telt|bedoel(?:t|en)|geldt)(?![a-z])"
)
NOT_MYSELF = _any(
    "ex",
    "oud",
    "voormalig[e]?",
    "gewezen",
    "kandidaat",
    "aspirant",
    "assistente?",
    "secretaresse",
    "secretaris",
    "medewerkers?",
    "adviseur",
    "woordvoerder",
    "(?:vrouw|man|partner|echtgenote?|zoon|dochter|vriend|vriendin|buurman|chauffeur) van",
)
NOT_QUITE_NO = _any(
    "nog (?:niet|niks|niets|geen)",
    "niet meer",
    "niet (?:helemaal|echt|zo|veel|zoveel|vaak|direct|meteen)",
    "bijna niet",
)
EMPTY = re.compile(r"^(?:ja )?(?:(?:het|dat) is te zeggen|zal ik zeggen|laat me denken|even denken|momentje?)$")
OFTEN_ENOUGH = _any("regelmatig", "vaak", "geregeld")
"""After a yes these can mean the whole or a part."""
WEAKLY_PARTLY = _any(
    "vaak", "meestal", "doorgaans", "regelmatig", "soms", "een paar", "een (?:enkele )?keer", "vergeet(?: ik)?"
)
"""They limit an answer only when they say how often the thing asked happens, not something else."""
LEFT_OUT = re.compile(r"(?:nog )?niet (?:bij|op|in|aan|voor|met|naar) ")
"""At the start it leaves one part out ("niet op zolder"), which says nothing certain about the rest."""
