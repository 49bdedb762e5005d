"""What is told of a danger that is being dealt with. Patterns on plain words (see ``situations.plain``)."""

_HELPERS = (
    r"(?:112|politie|wijkagent|agenten|meldkamer|alarmcentrale|brandweer|ambulance|hulpdiensten|recherche"
    r"|forensisch\w*(?: \w+)?|eod|explosieven\w*|marechaussee|police)"
)
_BY_NOW = r"(?:nu |net |al |weer |ook |inmiddels |gelukkig |intussen |eindelijk |allemaal |allang |meteen )*"

HELP_CALLED = (
    rf"\b{_HELPERS} (?:\w+ )?(?:is |zijn |heb ik |hebben we |al |net |nu |meteen )+(?:\w+ )?"
    r"(?:gebeld|ingelicht|gewaarschuwd|gealarmeerd|onderweg|eraan|er aan|aan de lijn)\b",
    rf"\b(?:heb|hebben|had) (?:\w+ ){{0,3}}{_HELPERS} (?:\w+ )?(?:gebeld|ingelicht|gewaarschuwd|gealarmeerd|aan de lijn)\b",
    rf"\b{_HELPERS} (?:komt|komen|rijdt|rijden) {_BY_NOW}(?:eraan|er aan|aan|hierheen|deze kant op)\b",
    rf"\b{_HELPERS} (?:al )?gebeld\b|\b(?:ben|zit|hang) {_BY_NOW}(?:aan de (?:lijn|telefoon)|in gesprek) met (?:de )?{_HELPERS}",
    rf"\b(?:ik heb|heb ik|we hebben|hebben we|wij hebben) {_BY_NOW}gebeld\b(?! (?:met|naar|dat|of|om)\b)",
    r"^(?!.*\b(?:hij|ze|zij|dader|(?<!mijn )(?<!m n )man|vent|ex) (?:heeft|hebben)? ?(?:\w+ )?gebeld|.*\b(?:word|wordt|werd|worden|werden|ben|moet|moeten|wil|zou|kan|wie|wanneer)\b)(?:\w+ ){0,5}gebeld(?: met (?:de )?\w+)?$",
    r"\b(?:ben|is|zijn) (?:112 |nu |net |al )*(?:aan het bellen|112 aan het bellen)\b|\b(?:belt|bel) (?:nu|112|net)(?: 112)?$"
    r"|\b(?:hang|zit|ben|hangt) (?:\w+ ){0,2}aan de (?:telefoon|lijn)\b|\bheb (?:ze|112|hen|de \w+) (?:nu |al )?aan de lijn\b",
    rf"\b{_HELPERS} (?:is )?onderweg\b|\bonderweg\b.{{0,20}}\b{_HELPERS}\b|\b{_HELPERS} (?:komt|komen)(?: zo| straks| eraan| nu| er zo aan)?$"
    r"|\b(?:ze|zij) sturen (?:een|iemand|2|twee) ?(?:wagen|auto|patrouille|eenheid|agent\w*)?",
    rf"\b{_HELPERS} (?:net |al |meteen )?(?:geappt|gesms\w*|gemaild|gesproken)\b|\b(?:alarmknop|noodknop) (?:is )?(?:ingedrukt|gebruikt)\b|^(?:ja )?(?:gedaan|heb ik gedaan)$",
    r"\b(?:called|calling|phoned) (?:112|the police)\b|\bpolice (?:is|are) (?:coming|on (?:the|their) way)\b",
)
HELP_THERE = (
    rf"\b{_HELPERS} (?:is|zijn) {_BY_NOW}(?:er|hier|gekomen|ter plaatse|gearriveerd|binnen)\b(?! (?:nog|aan|over|mee))",
    rf"\b{_HELPERS} (?:staat|staan) {_BY_NOW}(?:voor|aan|bij|hier|in huis|buiten|binnen|op straat)\b",
    r"\ber (?:staan|zijn|staat|is) (?:nu |al |net )?(?:\d+ |twee |drie |een )?(?:agent\w*|politie\w*|motoragent\w*|politieauto\w*|brandweer\w*|zwaailicht\w*)\b(?! nodig)"
    r"|\bstaan (?:er )?(?:nu |al )?(?:\d+ |twee |drie )?agenten\b|\bzwaailicht\w* (?:voor|bij|in|buiten)\b"
    rf"|\b(?:de )?{_HELPERS} (?:praten|praat|spreken|spreekt) (?:nu )?met\b|\b(?:oom agent|me|motoragent) (?:is|zijn) (?:er|hier|nu)\b",
    r"\bpolice (?:is|are) (?:now )?(?:here|at the door|inside)\b",
)
SAID_OVER = (
    rf"\b(?:het|dit|t|alles|gevaar|dreiging|de dreiging) is {_BY_NOW}(?:voorbij|over|achter de rug|opgelost|geweken|veilig|rustig)\b",
    rf"\b(?:ik|we|wij|iedereen|de kinderen) (?:ben|zijn|is) {_BY_NOW}(?:veilig|in veiligheid|buiten gevaar)\b",
    r"\b(?:hij|zij|ze|man|mannen|vent|kerel|vrouw|jongens|groep|dader\w*|verdachte\w*|die|auto|iedereen) "
    rf"(?:is|zijn|werd|wordt|was) {_BY_NOW}(?:opgepakt|aangehouden|meegenomen|gearresteerd|gepakt|ingerekend|weg|vertrokken"
    r"|verdwenen|weggelopen|weggegaan|weggereden|weggerend|gevlucht|doorgereden|doorgelopen)\b",
    rf"\b{_HELPERS} (?:is|zijn|was|waren) {_BY_NOW}(?:bij (?:ons|mij) )?(?:geweest|weg|klaar|vertrokken|langs geweest)\b",
    r"\b(?:hebben|heeft|is|zijn) (?:hem|haar|ze|hen|die \w+|de \w+) (?:nu |net |al |inmiddels )*(?:meegenomen|opgepakt|aangehouden|gepakt)\b",
    r"\b(?:ze|zij|agenten|politie) (?:hebben|heeft) (?:m|em|hm|hem|haar|die) (?:nu |net |al |inmiddels )*(?:meegenomen|opgepakt|aangehouden|gepakt|afgevoerd)\b",
    r"\b(?:hij|ie|zij|ze|die|dader) (?:is|zijn|werd|zit|zitten) (?:nu |net |al |weer |m |em |hem )*(?:afgevoerd|gesmeerd|ervandoor|er vandoor|in de cel)\b",
    r"\b(?:hij|ie|dader|verdachte) zit (?:nu |al |weer )*vast\b(?! in| met)",
    r"\b(?:hij|ie|zij|ze|man|vent|auto) (?:ging|gingen|gaat|gaan|rent|rennen|loopt|lopen|rijdt|rijden|reed|reden|liep|liepen|rende) (?:nu |net |weer |toen |snel )*(?:weg\b(?! met)|ervandoor\b|door$)",
    r"\b(?:niemand|niets|niks) (?:meer )?(?:te zien|te horen)\b|\b(?:er is|er zijn|ik zie|ik hoor|we zien|we horen) (?:nu |hier |helemaal )*(?:niemand|niets|niks) meer\b|\balles (?:is )?(?:weer |nu )*(?:oke|ok|rustig|veilig|goed|stil)\b|\b(?:is|het is|alles) goed afgelopen\b",
    r"\b(?:dat|het|dit|gevaar) is (?:nu |al |allang |weer )*voorbij\b|\b(?:het )?(?:uitgepraat|bijgelegd)\b",
    rf"\b(?:brand|vuur) is {_BY_NOW}(?:uit|geblust|onder controle)\b",
    rf"\b(?:pakket\w*|pakje|tas|ding|doos|voorwerp|brief|poeder) is {_BY_NOW}(?:weggehaald|opgehaald|meegenomen|onderzocht)\b",
    r"\b(?:it (?:s|is) over|(?:he|she|they) (?:s|re|is|are) gone|(?:i|we) (?:m|am|re|are) safe)\b",
)
DEALT_WITH = (
    rf"\b{_HELPERS}(?: en {_HELPERS})? (?:is |zijn |was |waren )?{_BY_NOW}(?:bij (?:ons|mij) )?(?:weg|vertrokken|geweest|klaar)\b",
    rf"\b{_HELPERS}\b.{{0,40}}\bze zijn {_BY_NOW}(?:weg|vertrokken|klaar)\b",
    rf"\b{_HELPERS} (?:heeft|hebben) (?:\w+ ){{0,3}}(?:meegenomen|opgehaald|weggehaald|opgepakt|aangehouden)\b",
    rf"\b(?:is|zijn|werd) {_BY_NOW}(?:opgepakt|aangehouden|gearresteerd|ingerekend)\b",
    r"\b(?:geblust|gedoofd|onschadelijk gemaakt)\b|\b(?:brand|vuur) is (?:\w+ )?uit\b",
    r"\bnu (?:is er |zie ik |is het )?(?:weer |gelukkig )?(?:niks|niets|niemand|rustig|stil)\b",
)
"""Help that has gone again, an arrest, a fire that is out. That somebody "is weg" is none: a child may be with them."""
OF_BEFORE = (
    r"\b(?:eer)?gister\w*|\bvannacht\b|\b(?:afgelopen|vorige?|voorbije) (?:nacht|avond|week\w*|maand|\w+dag\w*)\b|\blaatst\b"
    r"|\b(?:vanochtend|vanmorgen|vanmiddag|\w+dag(?:nacht|avond|ochtend|middag)?)\b|\b(?:dagen|weken|uren|uur) geleden\b"
    r"|\b(?:brand|explosie|inbraak) (?:geweest|gewoed)\b",
)
_ATTACK = (
    r"(?:brandbom\w*|molotov\w*|brandstichting|brand gesticht|aangestoken|in (?:de )?(?:brand|fik) gestoken|explosie\w*|ontploft"
    r"|vuurwerkbom\w*|cobra|handgranaat|beschoten|geschoten)"
)
_HERE = r"(?:ons|onze|mijn|\w*deur|gevel|brievenbus|stoep|oprit)"
ATTACKED = (rf"\b{_ATTACK}\b.*\b{_HERE}\b|\b{_HERE}\b.*\b{_ATTACK}\b",)
STILL_THERE = (
    r"\b(?:nu|net|zojuist|weer|terug|opnieuw|nog|straks|vanavond|onderweg|help|hulp|bang|pas op)\b",
    r"\b(?:staat|staan|loopt|lopen|ligt|liggen|hangt|rookt|brandt|branden|smeult|ruikt|stinkt|komt|komen|bonkt|bonst|klopt"
    r"|belt aan|probeert|probeer|vermist|kwijt|ontvoerd|gewond|bloedt?|bloeden|wil|willen|dreigt|schreeuwt|ik (?:hoor|zie|ruik)|we (?:horen|zien|ruiken))\b",
)
"""What may tell of something there now: with one of these nothing is over."""
NOT_OF_NOW = (
    r"\b(?:al ?)?(?:weer|net|nu|nog) (?:allemaal |helemaal )?(?:weg|vertrokken|klaar|geblust|geweest|uit|over|voorbij|rustig|veilig|niet meer|geen)\b",
    r"\bnu (?:is er |zie ik |is het )?(?:weer |gelukkig )?(?:niks|niets|niemand|rustig|stil)\b",
    r"\b(?:en|wat|hoe)(?: moet ik| doe ik| kan ik)? nu\b(?! (?:staat|staan|ligt|komt|hoor|zie))|\b(?:moet|moeten|kan|kunnen|zal|zullen) (?:ik|we|wij) (?:er |hier )?nu\b",
    rf"\b(?:iets|wat|dit|het|dat) (?:nog|nu)\b|\bnog (?:iets|wat|dit|het|dat)? ?(?:doen|melden|regelen|aangifte)\b|\bnog (?:iets|wat) (?:moet|moeten|kan)\b|\b{_HELPERS} (?:komt|komen) (?:\w+ ){{0,3}}terug\b",
)
"""Words of `STILL_THERE` that tell of no danger: "wat moet ik nu doen", "de brandweer is net weg"."""
NOT_SO = (
    r"\b(?:niet|nooit|geen|niemand|nog steeds|nog altijd|maar|terug|opnieuw|als|wanneer|zodra|voordat|tot|of|denk|lijkt|geloof)\b",
    r"\b(?:met|heeft|hebben) (?:mijn|m n|onze|ons) (?:\w+ )?(?:kind\w*|dochter\w*|zoon\w*|zoontje|vrouw|man|hond|auto)\b",
    r"^(?:is|zijn|was|komt|komen|moet|mag|kan|zal|wat|wie|hoe|waar|waarom|when|is|are|should|can)\b",
    r"\bover (?:een |n )?(?:\d+|twee|drie|vier|vijf|tien|enkele|paar|half\w*)? ?(?:minu\w+|min|uur\w*|tijdje|kwartier\w*|dag\w*|momentje)\b|\b(?:straks|zometeen|zo meteen)\b",
)
CALLS_AGAIN = (
    r"^(?:\w+ )?(?:help|hulp|hellup|sos)\b|\b(?:dit|dat|het) helpt (?:\w+ )?niet\b|\bhelp (?:me|mij|ons)\b",
    r"\b(?:hoor|zie|ruik|horen|zien|ruiken) (?:\w+ ){0,3}(?:weer|opnieuw|nog|terug)\b",
    r"\b(?:is|zijn|komt|komen|staat|staan|loopt|lopen|rijdt|belt|bonkt|klopt|begint|beginnen) (?:\w+ ){0,3}(?:weer|terug|opnieuw|nog steeds)\b"
    r"(?! (?:\w+ )?(?:weg|vertrokken|rustig|veilig|stil|gegaan|naar huis|over|voorbij))",
    r"\bweer (?:\w+ )?(?:hier|buiten|iemand|gebonk|geluid\w*|lawaai|stemmen|voetstap\w*|aan de deur|voor de deur|in de tuin)\b",
)
"""It begins again, or help is still needed: what was said to be over or in hand is not."""
TO_THE_DOOR = (
    r"\b(?:ga|doe|zal|wil|loop|kijk|gaan|maak) (?:\w+ ){0,5}(?:de (?:voor|achter)?deur|het raam|de poort)\b(?! (?:dicht|op slot))|\b(?:ga|zal|wil) (?:\w+ ){0,3}(?:opendoen|open doen|openmaken|naar buiten|erop af|er op af|er zelf heen|kijken)\b",
)
"""Somebody in danger is about to open or to go and see."""
