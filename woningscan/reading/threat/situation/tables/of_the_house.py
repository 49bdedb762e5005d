"""What is said of a house, its things and what one would do in it. Patterns on plain words (see ``situations.plain``)."""

OF_A_THING = (
    r"\b(?:doet|doen|deed|deden) (?:het|t) (?:niet|nog|weer|wel|prima|goed|al|best|slecht|amper)\b",
    r"\b(?:gaat|gaan|ging|gingen|springt|springen|sprong|floept|floepen|valt|vallen|slaat|slaan) (?:\w+ ){0,4}(?:vanzelf|automatisch)\b",
    r"\b(?:gaat|gaan|ging|springt|springen|floept|schakelt|schuift) (?:\w+ ){0,4}(?:aan|uit|dicht|open|op slot|op zwart)\b(?! (?:de|het|mijn|mn|onze|haar|zijn))",
    r"\b(?:klemt|klemmen|hapert|haperen|knippert|knipperen|roest|rammelt niet|loopt vast|lopen vast|valt uit|vallen uit|batterij\w*|accu\w*)\b",
    r"\bstaa(?:t|n) (?:altijd |standaard |steeds |nog |wel |niet |gewoon |er ){0,3}(?:ingesteld|op slot|op automatisch|er ?op(?= maar|$)|op$|ingeschakeld|uitgeschakeld)\b",
    r"\b(?:is|zijn|was|waren) (?:\w+ ){0,2}(?:kapot|stuk|leeg|verouderd|vervangen|verkocht|verlopen|ingesteld|geinstalleerd|gemonteerd|te hoog|te laag|te duur|aan vervanging toe)\b",
    r"\b(?:heb|hebben|heeft) (?:\w+ ){0,4}(?:ingesteld|geinstalleerd|aangezet|uitgezet|opgehangen|gemonteerd|aangeschaft|vervangen|gebruikt)\b",
    r"\brij(?:d|den)? er (?:\w+ )?(?:zelden|weinig|nooit|amper|bijna niet|haast niet) (?:in|mee)\b",
)
"""What is said of lamps, locks and cameras, and not of people: "hij" is a thing then, where a thing was asked about."""
PARTS_OF_A_HOUSE = (
    r"\bbrand(?:trap|ladder|kast|deur|gang|slang|haspel|meld\w*|blus\w*|deken)\w*\b",
    r"\b(?:staat|staan|zit|zitten|hangt|hangen|is|zijn|ligt|liggen) (?:er )?(?:wel |nog |al |ook )?(?:een |een paar |twee |wat )?(?:\w+ )?(?:\w*hek|\w*schutting|container\w*|kliko\w*|boom|bomen"
    r"|struiken|heg|haag|lantaarn\w*|lamp\w*|\w*camera\w*|kast|muur\w*|poort|ladder|trap|bankje)\b",
    r"\bcamera\w* .{0,20}\bgericht\b|\bstaa[tn] op (?:de )?naam\b|\b(?:nog )?in (?:de )?doos\b|\bgaa[tn] (?:steeds|altijd|vaak|soms|telkens) af\b",
)
"""What a house has, or what is done with a thing of it: no danger where the house is asked about."""
WOULD = (
    r"\b(?:zou|zouden|zeg ik|zeggen we|doe ik|doen we|bel ik|bellen we|belt|als|wanneer|meteen|eerst|dan|altijd|afgesproken|weten)\b",
    r"\b(?:112|politie|buren|buur\w*|alarm\w*|hulp) (?:\w+ ){0,2}(?:bellen|waarschuwen|roepen)\b",
    r"\b(?:daarna|dan) (?:\w+ ){0,2}(?:112|politie)\b|\b(?:meegeven|meedoen|blokkeren|negeren|niks doen|niets doen|kalm blijven)\b",
    r"\b(?:bellen|rennen|weg ?rennen|vluchten|springen|verstoppen|schuilen|opendoen|open ?maken|openmaken|laten|liggen laten"
    r"|afgeven|meewerken|wachten|rijden|gaan|doen|blijven|roepen|waarschuwen|doorgeven|ophangen|verwijzen)\b",
)
IS_HAPPENING = (
    r"\b(?:nu|net|zojuist|op dit moment|vannacht|gisteren|vanochtend|vanmorgen|vanavond|help|iemand staat|staat er|staan er|ligt er"
    r"|er (?:staat|ligt|loopt|zit|komt|is) (?:nu |net )?(?:iemand|een (?:man|vent|pakje|pakket|doos|brief))|hij staat|ze staan|hij is|hij heeft"
    r"|ze zijn|bedreig\w*|dreigt|dreigde\w*|ik hoor|ik zie|wat moet ik|gewond|bloed\w*|volgt|achtervolg\w*|stalk\w*|bonkt|bonst|schiet|slaat)\b",
    r"\b(?:kreeg|kregen|gekregen|vond|vonden|gevonden|lag|lagen|stond|stonden|kwam|kwamen|belde|stuurde|stuurden|gestuurd|werd|werden"
    r"|vorige|vorig|laatst|onlangs|geleden|gebeurd|meegemaakt|overvallen|ingebroken|gedreigd)\b",
)
"""Of what somebody would do: with one of these it is, or may be, no "would"."""
OF_SOMEBODY = (
    r"\b(?:iemand|man|mannen|vent|kerels?|persoon|personen|gozers?|jongens?|dader|ex|buurman|stalker|inbreker|indringer|lui|mensen|ze staan|hij staat voor)\b",
    r"\b(?:op|achter|naar|tegen|bij|na|aan) (?:mij|me|ons)\b|\b(?:bedreig|dreig|schiet|schoot|geschoten|slaa[nt] (?:mij|me|ons|mijn|haar|hem)|geslagen|gooi|volg)\w*",
    r"\b(?:mes|messen|wapen|pistool|bloed|dood|brand|brandt|vuur|vlam\w*|gas|gaslucht|explosi\w+|ontplof\w*|bom|granaat|poeder|pakje|pakket|doos|tas|rugzak|koffer|envelop)\b",
    r"\b(?:zojuist|net nu|opeens|ineens|plotseling|opengebroken|ingetrapt|kapotge\w+|ondergespoten|schaduw|zaklamp|voetstap\w*|beweegt|bumper|uitlaat|kastje|niet van ons|niet van mij|foto|breek|breken|rammen|forceren|aanslag|vannacht|balkon|tuin|binnen|co melder|hoofdpijn|adres|telegram|facebook|briefje|onbekend\w*)\b|deur(?:en)? (?:gaa|gin|sprin)\w*",
)
"""What is told of somebody, of violence or of what was left behind: no thing of the house."""
