"""What is said once a danger is known: a reason for it, a wish to go on, what it does. On plain words."""

_FAMILY = r"(?:zwager|broer|zus|zoon|dochter|vader|moeder|oom|tante|neef|nicht|man|vrouw|kinderen|schoon\w+)"
MAY_EXPLAIN = (
    r"\b\w*bezorger\b|\b(?:het|dat|t) (?:was|waren|bleek) (?:toch |maar |gewoon |alleen |weer )*(?:de |het |een |mijn |mn |onze )?"
    r"(?:\w+ )?(?:kat|hond|poes|wind|storm|tak|vogel|egel|marter|vos|buur\w+|buren|post\w*|pakket\w*|collectant\w*|monteur|schilder|glazenwasser"
    r"|schoorsteenveger|bloem|suiker|meel|poetsmiddel|waspoeder|vuurwerk|auto van \w+)\b",
    rf"\bwas (?:maar|gewoon|alleen|toch|ook maar) (?:mijn|m n|me|de|een|onze) {_FAMILY}\b|\bwas (?:mijn|m n|me|de|een|onze) {_FAMILY} maar\b",
    r"\bwas (?:maar |gewoon |alleen )?(?:mijn|m n|me|de|een|onze) (?:buur\w+|collectant\w*|postbode|monteur|vriend\w*)\b",
    r"\b(?:het|dat) was (?:niks|niets|loos)\b|\bverkeerd (?:gezien|gehoord|begrepen|ingeschat)\b|\bme vergist\b|\bwas niet waar\b",
    r"\b(?:bloem|meel|suiker|poedersuiker|bakpoeder|waspoeder) (?:was|bleek|is)\b|\bniets? gevonden\b|\bniks gevonden\b",
)
"""An everyday reason that ends no route by itself: it is asked about."""
IS_EVERYDAY = (
    r"\b(?:dat|het|dit|t) (?:is|zijn) (?:toch |maar |gewoon |alleen )*(?:de |een |onze )(?:nieuwe )?(?:postbode|post|postnl|krantenjongen|krantenbezorger"
    r"|collectant\w*|glazenwasser|schoorsteenveger|vuilniswagen|vuilnisman\w*|pizzakoerier|kat|hond|poes|egel|vos|marter|wind|storm|tak)\b(?! niet\b)",
)
"""The same of who or what is there still and does no harm ("dat is de postbode, ik zie hem staan")."""
_ON = r"(?:verder|doorgaan|verdergaan|door(?: met\b|$)|beginnen|starten)"
GO_ON = (
    rf"\b(?:kan|mag|kunnen|mogen|zullen|wil|willen|wou) (?:ik|we|wij) (?:\w+ ){{0,5}}{_ON}",
    rf"\b(?:ik|we|wij) (?:wil|willen|wou|wilde) (?!niet\b)(?:\w+ ){{0,5}}(?:{_ON}|scan\b|zelfscan\b|woningscan\b)",
    r"\b(?:kan|mag|kunnen|wil|wou|zou) (?:ik|we|wij) (?:\w+ ){0,6}(?:scan|zelfscan|woningscan|vragenlijst|aanvraag|aanvragen)\b",
    r"\b(?:laten we|gaan we|zullen we) (?:maar |nu |gewoon |weer |dan |eens )*(?:door(?: met\b|$|gaan\b)|verder)",
)
GO_ON_BARELY = (
    r"\b(?:ga|gaan|doe) (?:maar |nu |gewoon |weer |dan |we |eens )*(?:door|verder)\b|^(?:\w+ ){0,2}(?:door|verder)$",
    r"\b(?:start|begin|doe|vraag|regel) (?:\w+ ){0,5}(?:scan|zelfscan|woningscan|aanvraag)\b",
)
"""A bare command to go on, which is the scan's: right after a threat it is no wish to have that settled."""
NO_MISTAKE = (
    r"\b(?:dat|het|dit) (?:was|is) (?:het |dat )?(?:zeker |echt |absoluut |helemaal |geen |niet )*(?:niet|geen vergissing|geen grap\w*|geen ongeluk|geen toeval|expres|opzet\w*|bewust)\b"
    r"(?! (?:erg|zo erg|ernstig|waar|nodig|echt|gevaarlijk|bedreigend))",
    r"\b(?:niet|geen) (?:per ongeluk|vergissing|toeval)\b|\b(?:ik weet|weet ik|we weten) (?:\w+ )?wie (?:het|dat|dit)\b",
)
"""Said of what happened: it was no accident."""
SOMEBODY_CLOSE = (
    r"\b(?:mijn|mn|m n|me|mien|mijnen|onze|ons) (?:ex|man|mins|vrouw|vriend\w*|partner|echtgeno\w+|zoon|vader|broer|schoon\w+)\b"
    r"|\b(?:de|zijn|haar) ex\b",
)
"""Who did it is somebody close: that makes it no mistake by itself."""
SETTLED = (
    r"\b(?:voorbij|over|veilig|rustig|opgelost|geweken|opgepakt|aangehouden|gearresteerd|meegenomen|afgevoerd|zit vast|afgelopen"
    r"|uitgepraat|bijgelegd)\b",
)
"""That it has ended for good, which somebody who only walks away does not make it."""
STRAIN = (
    r"\b(?:ben|is|zijn|word|worden|wordt) (?:\w+ ){0,3}(?:bang|angstig|overstuur|gespannen|gestrest|verdrietig|van slag|kapot|uitgeput|moe|boos)\b",
    r"\b(?:slaap|slapen|slaapt) (?:\w+ ){0,3}(?:slecht|niet|nauwelijks|amper)\b|\b(?:huil|huilt|huilen|tril|tril\w*|hartkloppingen|nachtmerries|paniekaanval\w*)\b",
    r"\b(?:durf|durft|durven) (?:\w+ ){0,4}(?:niet meer )?(?:naar buiten|de straat op|naar school|naar mijn werk|alleen te zijn)\b",
)
