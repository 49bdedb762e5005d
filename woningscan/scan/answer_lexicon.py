"""Words of typed Dutch that mean the same in every answer: yes, no, partly, unsure, and what is no answer at all."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _any(*patterns: str) -> re.Pattern[str]:
    """Whole words only; a space in a pattern is exactly one space of the normalised text."""
    return re.compile(r"(?<![a-z0-9])(?:" + "|".join(patterns) + r")(?![a-z0-9])")


_PLACE_OR_TIME = "(?:voor|achter|zij)(?:deur|kant|tuin)?|boven|beneden|binnen|buiten|zolder|kelder|schuur|garage|overdag|avonds|nachts|weekend|zomers|winters"

REWRITES = {
    "'t": "het", "'k": "ik", "'n": "een", "'m": "hem", "t": "het", "k": "ik", "m": "hem", "z'n": "zijn", "zn": "zijn", "m'n": "mijn",
    "mn": "mijn", "zo'n": "zo een", "zon'n": "zo een", "da's": "dat is", "das": "dat is", "'s": "s", "ff": "even", "idd": "inderdaad",
    "wrs": "waarschijnlijk", "wss": "waarschijnlijk", "nie": "niet", "ni": "niet", "nt": "niet", "neit": "niet", "nite": "niet", "gene": "geen",
    "gen": "geen", "gin": "geen", "geeneen": "geen", "giene": "geen", "ne": "een", "nen": "een", "den": "de", "da": "dat", "ie": "hij", "em": "hem",
    "jaa": "ja", "jah": "ja", "joa": "ja", "jha": "ja", "jaja": "ja", "jahoor": "ja hoor", "jazekers": "jazeker", "jep": "ja", "jup": "ja", "yep": "ja",
    "yup": "ja", "yes": "ja", "yess": "ja", "yeah": "ja", "yea": "ja", "jow": "ja", "oui": "ja", "j": "ja", "jawohl": "ja", "nee": "nee", "neen": "nee",
    "neej": "nee", "neeh": "nee", "neeje": "nee", "neeee": "nee", "neu": "nee", "neuh": "nee", "nein": "nee", "nope": "nee", "noppes": "niks", "nop": "nee",
    "no": "nee", "noo": "nee", "nah": "nee", "nn": "nee", "neehoor": "nee hoor", "neenee": "nee nee", "welnee": "nee", "weneen": "nee", "welneen": "nee",
    "weetniet": "weet niet", "kweetniet": "ik weet niet", "kweet": "ik weet", "kweenie": "ik weet niet", "kweeni": "ik weet niet", "kweeniet": "ik weet niet",
    "weenie": "weet niet", "weeni": "weet niet", "geenidee": "geen idee", "heb'k": "heb ik", "kheb": "ik heb", "khem": "ik heb",
    "tis": "het is", "tja": "tja", "weleens": "wel eens", "welles": "wel", "savonds": "avonds", "snachts": "nachts", "sochtends": "ochtends",
    "ovral": "overal", "zkr": "zeker", "tuurlk": "tuurlijk", "noit": "nooit", "alijd": "altijd", "alltijd": "altijd", "som": "soms", "mss": "misschien",
    "mischien": "misschien", "misschein": "misschien", "dnk": "denk", "vlgs": "volgens", "vd": "van de", "vh": "van het", "bgg": "begane grond",
    "enigste": "enige", "nix": "niks", "nada": "niks", "nogniet": "nog niet", "enkel": "alleen", "slechts": "alleen", "ge": "u", "gij": "u",
    "hebde": "hebt u", "ebt": "hebt", "tweede": "tweede", "oke": "oke", "ok": "oke", "okay": "oke", "okee": "oke", "pls": "alsjeblieft", "aub": "alsjeblieft",
    "svp": "alsjeblieft", "svp.": "alsjeblieft", "graag": "graag",
}
NUMBER_WORDS = _set("twee drie vier vijf zes zeven acht negen tien elf twaalf")
ORDINAL_WORDS = _set("eerste tweede derde vierde vijfde zesde zevende achtste negende tiende")

FILLERS = _set(
    "hoor nou nu eigenlijk eh ehm uh uhm uhh hm hmm mm tja ach oh o ah och goh gewoon echt maar dus toch even best al eerlijk gezegd gezegt joh zeg he man ja_ "
    "graag alsjeblieft jammer helaas gelukkig volgens mij denk dacht ik geloof vermoed vrees waarschijnlijk vast van zeer erg sorry poeh pff pfff pf "
    "wel_ weten gerust u hm nog mijns inziens zo"
)
YES = _set("ja jawel jazeker zeker tuurlijk natuurlijk uiteraard inderdaad absoluut klopt vanzelfsprekend zekerweten juist correct sowieso zekers")
NO = _set("nee geenszins onmogelijk")
AGREES = _set("klopt juist correct inderdaad")
SOFT = _set(
    "man vrouw partner kinderen kind zoon dochter gezin huisgenoten huisgenoot buren vriend vriendin ouders moeder vader eentje opa oma collega zus broer oppas hulp gemeente partij naast langs vlak hoge grote kleine lange paar"
)
NEGATORS = _set("niet geen niks niets nooit nergens niemand nimmer zonder nauwelijks amper noch")

FUNCTION = FILLERS | YES | NO | NEGATORS | _set(
    "de het een der des die dat deze dit daar er hier ik je jij u wij we ze zij hij hem haar hun ons onze mijn uw jouw zijn me mij men iemand iedereen zich "
    "in op aan bij met te om als of en ook wel niet geen dan want omdat toen tot uit naar over onder tussen voor na door per sinds tijdens af erop eraan erin ervan "
    "erbij ermee ertegen daarop daaraan daarvan daarmee ervoor hebben heb hebt heeft had hadden gehad ben bent is was waren geweest word wordt worden werd zal zou zouden zullen "
    "kan kun kunt kunnen kon mag mogen moet moeten wil willen ga gaat gaan doe doet doen deed gedaan maak zit zitten zat staat staan sta ligt liggen hangt hangen komt komen "
    "altijd soms overal alles allemaal elke elk ieder iedere keer alle allebei beide beiden heel erg zeer veel meer meestal vaak steeds nog al reeds "
    "jaren jaar maand week dag dagen lang tijd pas net nu vandaag gisteren vorig vorige goed prima netjes allang helemaal zelf samen "
    "hele gans gebruik gebruiken geregeld zorgen zorg bijna allen zoiets zulke enige mogelijk thuis enkele tweeen alledrie ander daarom namelijk gelijk meteen "
    "natuurlijk zelfs eens echter precies zeker"
)
ASSERTING = _set(
    "heb hebben hebt heeft is zijn was zit zitten staat staan hangt hangen ligt liggen doe doet doen gedaan kan kun kunt kunnen weet weten gebruik gebruiken "
    "geregeld gaat ga overal alles allemaal altijd allebei beide beiden elke ben gehad er"
)

UNSURE = _any(
    "geen (?:enkel |flauw |enkel flauw |flauwe )?(?:idee|benul|notie|weet)", "geen verstand", "weet (?:ik |we |u )?(?:het |dat |t )?(?:ook |eigenlijk |echt |even |zo |nog |gewoon |allemaal )*niet",
    "weet (?:ik |we )?(?:het |dat )?(?:eigenlijk |echt )?(?:niet|nooit)", "(?:zou|zouden) (?:ik |we )?(?:het |dat )?(?:ook |echt |eigenlijk |zo )*niet (?:kunnen |durven )?(?:weten|zeggen)",
    "zou het bij god niet weten", "(?:niet|nog niet|niet helemaal) (?:echt )?zeker", "onzeker", "weet (?:ik )?niet zeker", "(?:weet|regelt|doet) (?:mijn|onze) [a-z]+", "durf (?:ik )?(?:het |dat )?(?:zo )?niet te zeggen",
    "kan (?:ik )?(?:het |dat )?(?:zo |niet met zekerheid |even )*(?:niet )?(?:met zekerheid )?zeggen", "misschien", "(?:zou|kan|zal) (?:best |wel |best wel )?(?:kunnen|zijn)", "wie weet", "twijfel",
    "joost mag het weten", "god mag het weten", "onbekend", "onduidelijk", "moeilijk te zeggen", "lastig te zeggen", "geen zekerheid", "(?:me|mij) niet (?:meer )?herinneren",
    "(?:moet|moeten|zou|zal|ga) (?:ik |we )?(?:\\w+ ){0,4}(?:na ?kijken|kijken|bekijken|checken|nagaan|navragen|uitzoeken|opzoeken|controleren|nazoeken|vragen|uitvinden|testen|uitproberen|letten|nalopen)",
)
UNLOOKED = _any(
    "niet dat ik (?:het )?(?:zo )?weet", "niet voor zover ik weet", "(?:nog )?(?:nooit|niet|niks|geen moment) (?:echt |eigenlijk |bewust |goed |eerder )*(?:op gelet|naar gekeken|naar gezocht|onderzocht|gecheckt|gecontroleerd|nagekeken|op gecheckt|nagegaan|gekeken|uitgezocht|nagezocht|opgezocht|opgevallen)",
    "let ik (?:eigenlijk )?(?:nooit|niet) op", "nooit (?:echt )?aandacht aan besteed", "niet (?:meteen )?helder", "niet bekend",
)
UNTHOUGHT = _any("(?:nog )?(?:nooit|niet|niks|geen moment|geen seconde) (?:echt |eigenlijk |bewust |goed |eerder )*(?:bij stil ?gestaan|over nagedacht|aan gedacht|bij nagedacht|mee bezig ?gehouden)")
LIKELY = _any("misschien", "(?:zou|kan|zal) (?:best |wel |best wel )?(?:kunnen|zijn)", "wie weet", "(?<!niet )mogelijk")
NOT_YET = _any(
    "(?:moet|moeten|ga|gaan|wil|willen|zal|zullen|zou) (?:ik |we |wij |dat |er |het |die |nog |wel |eens |binnenkort |graag |een keer |zeker |eigenlijk |echt |moeten )*(?:doen|regelen|maken|bespreken|kopen|plaatsen|ophangen|bestellen|aanvragen|instellen|oefenen|komen)",
    "nog niet (?:aan toe|van gekomen)\\w*", "(?:nog )?niet aan toegekomen", "(?:er )?(?:nog )?niet van gekomen", "van plan", "op de (?:planning|lijst|todo)", "staat gepland", "komt (?:er )?(?:nog|binnenkort)", "mee bezig", "in bestelling",
    "nog (?:te )?doen", "binnenkort", "ga ik (?:wel )?(?:doen|regelen)",
)
SOME = _any(
    "deels", "gedeeltelijk", "ten dele", "half", "half en half", "halfjes", "half half", "fifty fifty", "een (?:klein )?beetje", "beetje", "min of meer", "zo ongeveer", "ongeveer", "in grote lijnen", "grotendeels", "merendeel", "een deel", "voor een deel",
    "sommige[n]?", "een paar", "(?<!geen )enkele(?! keer)", "(?:niet|wel|enkel|alleen) (?:als|wanneer|indien)", "(?:als|wanneer) .*(?:wel|niet)$", "de meeste[n]?", "niet (?:op |bij |aan |van |in |met |voor )?(?:alle|alles|overal|allemaal|altijd|iedereen|elke|elk|alle[a-z]+|helemaal|volledig|compleet|consequent|ieder|iedere|beide|allebei|steeds)",
    "bijna (?:alle|alles|overal|altijd|allemaal|iedereen|elke|iedere)", "zo goed als (?:alles|altijd|overal)", "soms", "af en toe", "af en aan", "nu en dan", "zo nu en dan", "(?:een|1|enkele) (?:enkele )?keer(?:tje)?", "wel (?:eens|es)", "meestal", "doorgaans", "vaak", "regelmatig", "geregeld wel",
    "hangt (?:er ?van|er van|ervan) af", "hangt af", "ligt (?:er ?aan|eraan|er aan)", "afhankelijk", "tussen(?:in| de twee)", "niet (?:echt |zo |heel )?goed(?: genoeg)?", "terloops", "oppervlakkig", "vergeet (?:ik )?", "het ene wel", "de ene wel", "matig", "wisselend", "wisselt", "zo zo", "gaat wel",
    "nog niet (?:alle|alles|overal|allemaal|iedereen|helemaal|compleet|volledig|klaar)", "op \\w+(?: \\w+)? na", "ja en nee", "soms wel soms niet", "zowel ja als nee",
    "^(?:(?:aan|bij|in|op|de|het|s|s-) ?)*(?:" + _PLACE_OR_TIME + ") (?:(?:nog )?niet|wel)$",
)
ONLY = _any("alleen", "behalve", "uitgezonderd", "op een na", "met uitzondering van", "buiten de")
WHOLLY = _set("overal alles allemaal altijd allebei beide beiden allen")
CONDITION = re.compile(r"(?:alleen |enkel |wel |niet )?(?:als|wanneer|indien|tenzij|mits|zolang)(?![a-z])")
NEVER = _any("nooit(?! niet)", "nimmer", "bijna nooit", "zo goed als nooit", "nooit van mijn leven", "onder geen beding", "nergens", "geen enkele?", "geen van (?:beide[n]?|allen|alle|tweeen|allemaal)", "helemaal (?:niks|niets|niet|geen)")
ALWAYS = _any("altijd", "elke keer", "iedere keer", "telkens", "steevast", "steeds", "zonder uitzondering", "standaard", "bijna altijd", "constant", "continu")
OFTEN = _any("vaak", "regelmatig", "dagelijks", "elke dag", "iedere dag", "heel veel", "best veel", "erg veel", "wekelijks", "elke week", "alles", "voortdurend", "de hele dag")
RARELY = _any("zelden", "nauwelijks", "amper", "bijna niet", "bijna niks", "bijna niets", "meestal niet", "vaak niet", "soms niet")
FAILING = _any("stuk", "kapot", "leeg", "defect", "doet het niet", "werkt niet", "werken niet", "doen het niet", "uitgeschakeld", "gebruik\\w* (?:hem|het|ze|die) (?:niet|nooit)")
DECLINES = _any(
    "(?:zeg|vertel) (?:ik |dat |dat ik |het )*(?:liever |echt )*niet", "liever (?:niet|geen antwoord)", "geen antwoord", "gaat (?:je|u|jou|jullie|niemand) (?:niks|niets|niet) aan", "gaat niemand (?:wat|iets) aan",
    "wil (?:ik |dat |daar |er |dat ik |het )*(?:liever )*niet (?:over )?(?:zeggen|vertellen|kwijt|praten|delen|hebben|beantwoorden|antwoorden)", "geen commentaar", "prive", "wil ik niet (?:over praten|beantwoorden)",
)
SKIPS = _any("sla (?:deze |die |dit |maar |hem |de vraag |deze vraag |even )*over", "overslaan", "overgeslagen", "skip(?:pen)?", "volgende(?: vraag)?", "pas", "geen zin in(?: deze vraag)?")
SKIPS_INSIDE = _any("sla (?:deze |die |dit |maar |hem |de vraag |deze vraag |even )*over", "overslaan")
THANKS = re.compile(r"^(?:heel |hartelijk |ok |oke )*(?:dank|dankje|dankjewel|bedankt|thanks|thx|merci)(?: (?:je|u|jullie|wel|hoor|alvast|voor \w+ \w+|man|chatbot))*$")
REVERSAL = _any("wacht(?: even)?", "of toch", "of nee", "of eigenlijk", "toch (?:wel|niet)", "bij nader inzien", "ik bedoel", "vergis(?:sing|te)?", "correctie", "jawel", "nee", "ja")

ASKS = re.compile(
    r"^(?:en |maar |ja maar |oke |ok |eh |uh |sorry |hoi |hallo |nou )*(?:waarom|waarvoor|waartoe|hoe(?!wel)|hoezo|hoeveel|wat(?! (?:mij|ons) betreft)|wie(?! weet)|welke?|wanneer|waar(?!schijnlijk)|waarmee|"
    r"(?:kan|kun|mag|moet|zal|wil|bedoel|bedoelt|bent|ben|heb|hebt|heeft|snap|vind|vindt|weet) (?:jij|je|u|jullie)|(?:mag|kan|moet) ik|leg uit|ik snap|snap ik|"
    r"is (?:een|dat|dit|het|whatsapp) [a-z]|telt|bedoel(?:t|en)|geldt)(?![a-z])"
)
OFF_TOPIC = _set(
    "hallo hoi hey hee hai hi dag doei goedemorgen goedemiddag goedenavond goeiemorgen goedendag moin dankje dankjewel bedankt thanks merci dank "
    "stop stoppen terug opnieuw herstart help hulp menu pauze pauzeren verder doorgaan begin beginnen start vorige later even "
    "wacht idioot sukkel dom stom stomme onzin kut klote fuck shit godver klootzak rot rotbot lul eikel mongool lol haha hahaha hihi test blabla bla asdf "
    "oke prima top super mooi leuk goed fijn snap begrijp duidelijk mens medewerker iemand bot chatbot robot "
)
NOT_MYSELF = _any("ex", "oud", "voormalig[e]?", "gewezen", "kandidaat", "aspirant", "assistente?", "secretaresse", "secretaris", "medewerkers?", "adviseur", "woordvoerder", "(?:vrouw|man|partner|echtgenote?|zoon|dochter|vriend|vriendin|buurman|chauffeur) van")
PLAIN = _set(
    "nee hoor gelukkig niet niks niets niemand nooit geen van dat dit alles op moment nu er is ik we wij ons mij me het in orde aan de ben zijn voel voelen nog laatste "
    "tijd zoiets dergelijks dank je u zeker absoluut echt helemaal nergens thuis beiden allemaal sprake over joh man eigenlijk allebei hier en daar zo heb hebben gehad valt mee ook tot te"
)
SAFE = _set("veilig rustig goed oke prima orde gerust normaal stil")
THREATENING = _set("gevaar gebeurd last bang iets hand aangedaan bedreigd bedreiging gedeeld overkomen gevolgd onveilig iemand meegemaakt ervaren")
HEDGES = _set("denk dacht geloof vermoed misschien waarschijnlijk hoop volgens lijkt bijna")
APPROVING = _set("oke prima top super goed fijn duidelijk")
SCAFFOLD = _set("ik je u wij we ze hij het dat die er dit de een hebben heb hebt heeft is zijn zit zitten hangt hangen staat staan ligt liggen bij ons doe doen mijn onze hier thuis in op")
EMPTY = re.compile(r"^(?:ja )?(?:(?:het|dat) is te zeggen|zal ik zeggen|laat me denken|even denken|momentje?)$")
CLEAR_WORDS = ("jazeker", "natuurlijk", "tuurlijk", "absoluut", "uiteraard", "inderdaad", "gedeeltelijk", "misschien", "nooit", "altijd", "meestal", "overal", "nergens", "allemaal")
"""Words whose typing errors are put right before anything else is done; none of them is one letter away from another word in use."""
HESITATION = FILLERS | _set("wel niet of ja nee misschien toch")
