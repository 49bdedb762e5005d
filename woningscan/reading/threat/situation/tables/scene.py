"""Patterns of what is there now: somebody outside, something suspicious, who or what is to be gone first; plain lower-case words without accents."""

from __future__ import annotations

OUTSIDE_NOW = (
    r"\b(?:staat|staan|loopt|lopen|zit|hangt|hangen|rijdt|sluipt|kruipt) (?:\w+ ){0,5}(?:te |aan het )?(?:schelden|schreeuwen|tieren|roepen|bonken|bonzen|brullen|schoppen|trappen|filmen|fotograferen|gluren|loeren|slaan|gooien|dreigen|wachten|vloeken|kloppen|zwaaien)\b",
    r"\b(?:hangt|hangen|loopt|lopen|sluipt|sluipen|staat|staan|zit) (?:\w+ ){0,6}(?:rond|rondjes|om het huis|rond het huis|rond ons huis|achter het huis|in de tuin|in onze tuin|in mijn tuin|op de oprit|op onze oprit|bij de schuur|bij de carport|onder het raam|voor het raam|op het erf|in de struiken|achter de heg|bij het hek)\b",
    r"\b(?:is|wil) (?:\w+ ){0,3}niet (?:van plan )?(?:weg te gaan|weg gaan|weggaan)|gaat niet weg|blijft (?:maar )?(?:staan|bellen|bonken|kloppen|aanbellen|drukken)",
    r"\b(?:drukt|belt|klopt|bonkt|bonst|trapt|schopt|slaat|rammelt|morrelt|peutert) (?:\w+ ){0,6}(?:bel|deur|raam|ramen|ruit|poort|hek|slot|klink)\b",
    r"\b(?:staat|staan|loopt|lopen|zit|zitten|komt|komen) (?:\w+ ){0,3}met (?:een |zijn |haar |n )?(?:mes|messen|bijl\w*|kettingzaag|\w*knuppel\w*|hamer"
    r"|pistool|geweer|stok\w*|koevoet|machete|zwaard|jerrycan\w*|fakkel\w*|molotov\w*|stenen|vuurwerk)\b"
    r".{0,40}\b(?:deur|\w+deur|raam|ramen|huis|tuin|stoep|oprit|buiten|hek|straat)\b",
)
BEFORE_NOW = (
    r"\b(?:gisteren|gister|vorige|vannacht|laatst|toen|vroeger|soms|vaak|altijd|elke (?:dag|week|avond)|wel eens|af en toe|meestal|jaren|maanden geleden|weken geleden|als er|wanneer er|stel)\b(?!.*\b(?:nu|net|weer|op dit moment|hier)\b)",
)
OF_NOW = (r"\b(?:nu|net|zojuist|weer|nog steeds|op dit moment|terug|maar|toch)\b",)
STANDS_OUTSIDE = (
    r"\b(?:voor|aan|bij|achter|op|tegen) (?:de|mijn|mn|me|onze|het|ons) (?:\w+ )?(?:\w*deur|huis|\w*raam|ruit|hek|poort|tuinhek|schutting|brievenbus|gevel)\b"
    r"|\b(?:op|in) (?:de|mijn|mn|onze) (?:\w+ )?(?:stoep|oprit|tuin|voortuin|achtertuin|straat|galerij|portiek)\b|\bbuiten\b",
)
IS_INSIDE = (
    r"\b(?:binnen\w*|ingebroken|inbreker\w*|inbraak|in (?:mijn|ons|het) huis|in huis|beneden|boven|op de (?:trap|overloop|zolder)|over de overloop|onder (?:het|mijn) bed|in de (?:gang|hal|keuken|kamer|kelder|schuur)|open\w*gebroken|ingeslagen|ingetrapt|forceer\w*|geforceerd)\b",
)
CARRIED_OFF = (
    r"\b(?:zoon\w*|dochter\w*|kind|kinderen|kleinkind\w*|vrouw|man|partner|broer\w*|zus\w*)\b.{0,40}\b(?:ontvoerd|meegesleurd"
    r"|in een (?:\w+ )?(?:auto|bus|busje|wagen) (?:getrokken|geduwd|gesleurd|gegooid))\b",
)
UNTIL_GONE = (
    r"^(?!.*\b(?:wat|hoe|mag|moet)\b).*\b(?:zodra|als|wanneer|tot|totdat) (?:(?:die|deze) (?:\w+ )?(?:vent|man|kerel|gast|lui|types)(?! van (?:de|het) )|de brand)"
    r" (?:\w+ ){0,3}(?:weg|vertrokken|uit|geblust)\b",
)
"""Who or what is to be gone first ("zodra die vent weg is") is there now."""
WENT_OFF = (
    r"\b(?:ging|gingen|is|zijn|was|waren)\b.{0,50}\b(?:af|afgegaan|ontploft|afgestoken)\b|\b(?:ontplofte|ontploffing|knal)\b",
)
# What is nearly always a nuisance: it is asked, and the number to call is not told unasked.
HARMLESS_AS_A_RULE = (
    r"\bdrones?\b(?!.*\b(?:wapen|explosief|bom|pakje|laat\w* (?:iets )?vallen)\b)",
    r"\b(?:belt|bellen|gebeld|telefoontje\w*)\b.{0,40}\b(?:zeg(?:t|gen)? (?:dan )?(?:niks|niets)|zwijg\w*|hang(?:t|en) (?:\w+ )?op|stil(?:te)?)\b(?!.*\b(?:dood|wapen|mes|nu|kom)\b)",
    r"\bbelletje ?(?:trek|lel)\w*|\b(?:bel|aanbel)\w*(?: \w+){0,3} (?:aan )?en (?:ren|hol|loop|vlucht)\w*(?: \w+)? weg\b",
)
SUSPICIOUS_OBJECT = (
    r"(?:wit|witte|wittig|grijs|geel|bruin|vreemd|raar|onbekend|een|n|soort|fijn) ?(?:poeder|poedertje)\b.{0,60}\b(?:brief|envelop\w*|enveloppe|post|pakje|pakket|brievenbus|kaart|mat|handen|vingers)\b|\b(?:brief|envelop\w*|enveloppe|post|pakje|pakket|brievenbus|kaart)\b.{0,60}\b(?:poeder\w*|korrels|vloeistof|gruis)\b",
    r"\b(?:bomb|bom|explosives?|grenade)\b.{0,30}\b(?:under|onder|unter|sous) (?:\w+ )?(?:car|auto|wagen|voiture)\b",
    r"poudre (?:blanche)?|white powder|weiss(?:es|em)? pulver|weisses pulver|polvo blanco|beyaz toz|bialy proszek",
    r"\b(?:pakje|pakket\w*|doos|doosje|tas|rugzak|koffer|kistje|envelop\w*|ding|kastje|blik|apparaat\w*|pak|buis|koker|emmer|jerrycan|fles|trommel|sporttas)\b.{0,70}\b(?:tikt|tikkend|tikken|piept|draad\w*|snoer\w*|kabel\w*|batterij\w*|lont|ducttape|duct tape|zoemt|lampje|timer|wekker|lekt|stinkt naar|ruikt naar)\b",
    r"\b(?:draad\w*|draden|lont|batterij\w*|snoertje)\b.{0,40}\b(?:uit|aan|om|op) (?:\w+ ){0,3}(?:pakje|pakket\w*|doos|doosje|tas|envelop\w*|kistje|buis|blik|ding|koker)\b",
    r"\b(?:onder|tegen|aan) (?:de |mijn |mn |onze |m n |me |het )?(?:auto|wagen|bus|busje|bumper|chassis|wielkast|uitlaat)\b.{0,60}\b(?:kastje|doosje|ding|dingetje|pakje|apparaat\w*|magneet|draad\w*|vastgeplakt|geplakt|zwart|blokje|iets)\b|\b(?:kastje|doosje|ding|dingetje|pakje|apparaatje|magneet|blokje|zwart \w+|iets)\b.{0,60}\bonder (?:de |mijn |mn |onze |me |het )?(?:auto|wagen|bus|busje|bumper)\b",
    r"\b(?:\w*fles|zak|brief|envelop\w*|pak|pakje|pakket\w*|tas|doos)\b.{0,60}\b(?:wekker\w*|wit spul|vetvlekken|rook (?:uit|komt)|knipper\w*|vastgetapet|getapet|vastgeplakt|spul uit|kringelt)\b|\b(?:\w*wiel|auto|bumper|gaskast\w*|meterkast|dakgoot|deurklink|brievenbus)\b.{0,50}\b(?:geplakt|knipper\w*|getapet|vastgetapet|vastgemaakt|bungelt|tikt|draad\w*|lampje)\b|\bpoeder\b.{0,40}\b(?:vingers|handen|aan mijn|kleren)\b",
    r"\b(?:auto|wagen|bus|busje|fiets|motor|tesla|volvo|bmw|golf|opel|audi|kia|seat)\b.{0,80}\b(?:kastje|doosje|dingetje|apparaatje|magneet|tracker|zendertje)\b"
    r".{0,30}\b(?:onder|eronder|er onder|onderaan)(?: (?:geplakt|gemaakt|vast|zit))?$",
    r"\b(?:pakket|pakje|doos|schoenendoos|envelop\w*|zak|tas)\b.{0,70}\b(?:lekt|stinkt|ruikt naar|ijzerdraad|verrader|landverrader|niemand besteld|geen afzender|zonder afzender|chloor|ammoniak|benzine)\b",
    r"\b(?:fles|jerrycan)\b.{0,50}\b(?:lap|doek|lont|benzine|prop|katoen)\b",
    r"(?:verdacht|vreemd|raar|onbekend|eng|gek|niet pluis|ongeadresseerd)\w* (?:pakje|pakket\w*|doos|doosje|tas|rugzak|koffer|voorwerp|ding|envelop\w*|brief)\b.{0,80}\b(?:deur|stoep|tuin|mat|brievenbus|oprit|gang|tafel|hal|auto|schuur|ligt|staat|bezorgd|gekregen|binnen)\b|\b(?:ligt|staat|lag|stond|hangt|zit)\b.{0,60}(?:verdacht|vreemd|raar|onbekend|eng|gek)\w* (?:pakje|pakket\w*|doos|doosje|tas|rugzak|koffer|voorwerp|ding|envelop\w*)\b",
    r"\b(?:handgranaat|granaat|bom|explosief|cobra|nitraat|staaf dynamiet|vuurwerkbom)\b.{0,50}\b(?:ligt|hangt|staat|zit|gevonden|aan de deur|voor de deur|in de tuin|op de mat|op de stoep)\b|\b(?:ligt|hangt|staat|zit)\b.{0,40}\b(?:handgranaat|granaat|bom|explosief|vuurwerkbom|nitraat)\b",
)
LYING_THERE = (
    r"\b(?:\w*pakket\w*|pakje|\w*doos|doosje|tas|tasje|\w*tas|zak|\w*fles|koffer|rugzak|kastje|kistje|apparaat\w*|voorwerp|ding|dingen|vuurwerk|cobra|poeder\w*|vloeistof|jerrycan|emmer|blik|buis|staaf|trommel|bus|spuitbus|thermosfles|gasfles|tracker|zender\w*|magneet|granaat|draad\w*|korrels)\b",
    r"\b(?:brief|envelop\w*|kaart|post)\b.{0,60}\b(?:poeder\w*|spul|vlek\w*|draad\w*|korrels|bobbel\w*|vloeistof|bult\w*|stinkt|ruikt|plakkerig|nat|warm|tikt|iets hards|zwaar)\b",
)
THERE_NOW = (
    r"\b(?:ligt|staat|hangt|zit|liggen|staan|lag|stond|hing|vond|vonden|gevonden|trof|kreeg|gekregen|krijg|bezorgd|neergezet|neergelegd|achtergelaten|binnengekomen|opengemaakt|geopend|open gemaakt|gelegd|bevestigd|getapet|gepropt|gegooid|op tafel|op de mat|in de brievenbus|onder de auto)\b",
)
TAKEN_AWAY = (
    r"\b(?:vorige (?:week|maand|jaar|zomer|winter)|jaren geleden|vorig jaar|maanden geleden|weken geleden|toen\b.{0,30}\b(?:politie|eod)|politie (?:heeft|nam|haalde|kwam)|eod (?:heeft|nam|haalde|kwam|is geweest)|weggegooid|meegenomen|weggehaald|opgehaald|onschadelijk)\b",
)
NO_OBJECT = (
    r"\b(?:wat (?:moet|doe|kan) (?:ik|je|u)|stel dat|als er|hoe herken|mocht er|oefening|voorlichting|cursus)\b(?!.*\b(?:ligt|staat|hangt|gekregen|gevonden|net|nu|hier)\b)",
    r"\b(?:van de (?:buren|overburen)|(?<!niemand )(?<!niets )(?<!niks )(?<!niet )besteld|bezorgd door|pakketbezorger|kerstpakket|is van mij|geruimd|uit de oorlog|hondenpoep|wasmiddel|waspoeder|bakpoeder|melkpoeder|poedersuiker|accu opladen|speelgoed)\b",
    r"\b(?:vorige (?:week|maand|jaar)|jaren geleden|in 20\d\d|vorig jaar|(?:meegenomen|weggehaald|opgehaald|onderzocht) door de (?:politie|eod))\b",
    r"\b(?:als|indien|wanneer|mocht|stel|stel dat|theoretisch dat) (?:er |je |u |ik )?ooit\b|\b(?:als|dat|mocht) er ooit\b|\bdraaiboek\b",
    r"\b(?:bom|tijdbom) onder (?:de |het |onze |ons |die )?(?:coalitie|formatie|begroting|samenwerking|onderhandeling\w*)\b",
    r"\bonder (?:de |mijn |mn |onze )?(?:auto|wagen|bus)\b.{0,30}\b(?:kat|poes|kater|hond|egel|marter|kip|egeltje|poesje)\b(?!.*\bdo[oi]d?e?\b)"
    r"|\b(?:ligt|liggen|staat|afgegeven|bezorgd) (?:nu |altijd |nog |weer )*bij (?:de |onze |mijn )?(?:\w*buren|buurvrouw|buurman)\b",
)
_COMES_HOME = r"\b(?:kom|komen|kwam|kwamen|ben|zijn) (?:\w+ ){0,2}(?:thuis|van)\b"
_BROKEN_INTO = (
    r"\b(?:slot|deur|\w+deur|raam|ruit|alles|huis|kasten|laden)\b.{0,30}"
    r"\b(?:eruit|geforceerd|opengebroken|open gebroken|ingetrapt|ingeslagen|ontzet|overhoop|doorzocht|leeggehaald)\b"
)
COMES_HOME_TO = (rf"{_COMES_HOME}.{{0,80}}{_BROKEN_INTO}|{_BROKEN_INTO}.{{0,80}}{_COMES_HOME}",)
_MEDDLER = r"(?:hij|zij|ze|ie|iemand|er|die|man|vrouw|kerel|vent|partner|vriend|ex)"
_WATCHES = r"(?:luistert|kijkt|leest|hoort)(?: \w+){0,3} mee"
SPEAKS_IN_CODE = (
    rf"\bdoet? (?:\w+ ){{0,2}}alsof\b.{{0,70}}\b{_MEDDLER} (?:\w+ ){{0,2}}{_WATCHES}\b",
    rf"\b{_MEDDLER} (?:\w+ ){{0,2}}{_WATCHES}\b.{{0,80}}\b(?:doe(?:t)? (?:\w+ ){{0,2}}alsof|stuur|hulp|help|(?:niet|niets|niks) (?:\w+ ){{0,2}}(?:zeggen|bespreken|typen|praten))\b",
    r"\b(?:zeg|antwoord|typ|schrijf) (?:\w+ ){0,5}(?:ja|nee|oke) op (?:alles|elke vraag)\b|\b(?:zeg|antwoord|typ) (?:\w+ ){0,3}overal (?:\w+ )?(?:ja|nee|oke) op\b",
    r"\bals ik (?:ja|nee|oke|pizza|\w+) (?:zeg|typ|antwoord|bestel|noem) (?:dan )?(?:bedoel|betekent|is|heb|moet|wil) (?:\w+ ){0,4}(?:help|hulp|nood|gevaar|mis|politie)\b",
    r"(?<!\bik )(?<!\bwij )(?<!\bwe )(?<!\bze )(?<!\bzij )\bstuur (?:\w+ ){0,3}(?:hulp|politie|agenten|ambulance|brandweer)\b(?! (?:bij|met|voor|over) )",
)
"""Somebody who asks for help and cannot speak: they pretend, say what a word will mean, or tell that they are watched."""
MAY_SPEAK_IN_CODE = (
    r"^(?:\w+ ){0,2}doet? (?:\w+ ){0,2}alsof (?:u|je|jij|jullie|dit|het|we|wij|ik)\b(?!.*\bniet (?:zei|zeg|gezegd)\b)(?!.*\b(?:camera|alarm|bord\w*|sticker\w*|thuis (?:ben|is|bent|zijn))\b)",
    r"\b(?:iemand|er iemand) (?:\w+ ){0,2}(?:kijkt|leest|luistert) (?:\w+ ){0,3}mee\b(?! (?:in|op) (?:de|het) (?:buurt|straat|app))|\ber (?:kijkt|leest|luistert) iemand (?:\w+ ){0,4}mee\b",
)
"""The same, where it may be meant otherwise: a question or an answer about keeping up appearances."""
BURNS_NOW = (
    r"\b(?:vat|vatten) (?:\w+ ){0,2}vlam\b|\bvlie(?:gt|gen) (?:\w+ ){0,2}in (?:de )?(?:brand|fik|hens|vlammen)\b",
    r"\bin (?:lichterlaaie|lichte laaie)\b|\bvlammen (?:slaan|komen|schieten) (?:\w+ ){0,3}(?:uit|door|omhoog|boven)\b|\bslaan (?:\w+ )?vlammen\b",
    r"\b(?:staat|stoat|stiet|steet|stien|is|schiet) (?:\w+ ){0,4}in (?:de )?(?:brand|fik|fikke|hens)\b",
)
NO_FIRE = (
    r"\b(?:als|wanneer|indien|stel|zodra|kan|kon|kunnen|zou|zal|ooit|nooit|niet|geen|film|serie|boek|oefening|nep\w*|foto|kaars\w*|figuurlijk|kamp\w*"
    r"|discussie|debat|ruzie|kwestie|politiek|fractie|coalitie|college|raad|wereld|land|liefde|straat \w+ verderop|journaal|nieuws|gelezen)\b|\bin brand (?:gestoken|gevlogen)\b|\bstond(?:en)?\b",
)
"""A condition, a figure of speech, or a fire of others."""
THROWN_IN = (
    r"\b(?:vuurwerk\w*|cobra\w*|ontploft|explosief|granaat|molotov\w*|\w*bom|fakkel|rookpot)\b.{0,25}\b(?:door|in)"
    r" (?:de |onze |mijn |het |ons )?(?:\w*brievenbus|gleuf|bus|\w*deur|ruit|raam)\b",
)
