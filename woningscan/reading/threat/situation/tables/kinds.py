"""Patterns of which kind of danger the words can be about, on plain lower-case words without accents."""

from __future__ import annotations

from .people import CLOSE, HITS

OF_FIRE = (
    r"\b(?:(?:aan|uit|af|ver)?brand\w*|gebrand|vuur(?!w(?:erk|apen))\w*|vlam\w*|rook\w*|rokt?|fik\w*|hens|benzine|\w*gas\w*|laai\w*|gloed|stook\w*|stoken|blus\w*|lapjes|aansteker|ste?ek\w* (?:\w+ ){0,3}aan|smeul\w*|gloei\w*|vonk\w*"
    r"|molotov\w*|aangestoken|lichterlaaie|schroei\w*|fire|burn\w*|smok\w*|flames?|feuer|brennt|rauch|flammen|feu|incendie|brule\w*|fumee"
    r"|yangin\w*|yaniyor|duman|alev\w*|pozar|plonie|ogien|dym|kandela|huma|fjoer|brant|barn\w*)\b|حريق|نار|دخان",
)
LIGHT_ON = (
    r"\bbrand(?:t|de|en)? (?:\w+ )?(?:licht|lamp\w*)\b|\b(?:licht|lamp\w*) (?:\w+ ){0,2}brand\w*\b|\bbrandend licht\b",
)
OF_A_BANG = (
    r"\b(?:vuurwerk\w*|cobra\w*|knal\w*|dreun|klap|boem|bang|explo\w*|ontplo\w*|\w*bom\w*|\w*granaat\w*|nitraat|dynamiet|rotje\w*|molotov\w*|(?:be)?schoten"
    r"|geschoten|schie\w*|schoot|schot\w*|kogel\w*|shot\w*|shoot\w*|firework\w*|grenade\w*|granate?|sprengsatz|feuerwerk|knallt|detona\w*|patla\w*|wybuch\w*"
    r"|boller|petard\w*)\b",
)
OF_A_PERSON = (
    r"\b(?:hij|zij|ze|iemand|man|mannen|vrouw|vent|kerels?|gozer|jongens?|mensen|groep\w*|gasten|lui|types|daders?|buurman|ex|inwoner"
    r"|demonstrant\w*|someone|somebody|he|they|guys?|people)\b",
)
OF_BEING_FOLLOWED = (
    r"\b(?:achtervolg\w*|volg(?:t|en)? (?:me|mij|ons)|(?:stalk|achterna)\w*|achter (?:me|mij|ons) aan|(?:is|are|being) follow\w*|following me"
    r"|(?:a|ta) sigui (?:mi|nos)|me suit|me suivent|folgt (?:mir|uns)|verfolgt|takip ed\w*|sledzi|يتبعني|يلاحقني)\b",
)
OF_AN_EX = (r"\bex(?: ?(?:man|vrouw|vriend(?:in)?|partner))?\b",)
OF_A_COLLEAGUE = (
    r"\b(?:collega\w*|fractiegeno\w*|medewerk(?:er|ster)|ambtena\w*|woordvoerder|bode)(?: \w+){0,2} (?:wordt|is|staat|zit|loopt)\b",
)
WRITER_OUTSIDE = (
    r"\b(?:ik|we|wij) (?:sta|staan|zit|zitten|ben|zijn|worden|werden|moesten|loop|lopen) (?:\w+ ){0,3}(?:naar )?buiten\b",
)
"""The writer is outside: "blijf binnen" is not for them."""
OF_HOME = (
    rf"\b(?:mijn|m n|me|onze|my|mein\w*|mon|ma) {CLOSE}\b|\b(?:partner|vader|moeder|zoon|dochter|schoon\w+|ex|papa|mama|huisgeno\w*|stief\w*|echtgeno\w*|samenwo\w*|relatie|thuis|in huis)\b",
    r"\b(?:husband|wife|boyfriend|girlfriend|ehemann|mann|frau|mari|femme|kocam|esim|maz|zona|esposo|kasa|at home)\b",
)
OF_VIOLENCE = (
    rf"\b{HITS} (?:me|mij|ons)\b|\b(?:me|mij|ons) (?:\w+ ){{0,3}}(?:{HITS}|geduwd|geknepen|keel)\b|\b(?:me|mij) (?:bij|aan) (?:de|mijn) keel\b",
    r"\blaat (?:me|mij|ons) niet (?:\w+ ){0,3}(?:weg|gaan|eruit|uit)\b|\bopgesloten\b|\bbang voor (?:hem|haar)\b",
)
SCOLDS = (
    r"\b(?:uit)?(?:scheld\w*|schold|schreeuw\w*|roept|tier\w*|vloek\w*|brul\w*|vernedert|gooit met|slaat met|wacht (?:me|mij) op)\b",
)
OF_STRANGERS = (
    r"\b(?:buur\w*|buren|overkant|inwoner\w*|burgers?|stalker|onbekende\w*|vreemde\w*|demonstrant\w*|collega\w*|een (?:boze )?(?:man|vrouw|vent|kerel))\b",
)
_STRANGERS = r"(?:mensen|iemand|mannen|een man|kerels?|jongens|lui|types|gasten|ze|zij)"
PEOPLE_THERE = (
    rf"\b{_STRANGERS}\b.{{0,40}}\b(?:deur|voordeur|tuin|straat|stoep|oprit|buiten|staan|staat|gooien|gooit|steken|gieten|giet)\b",
    rf"\b(?:gooien|gieten|steken|staan|staat|lopen|hoor)\b.{{0,30}}\b{_STRANGERS}\b",
)
FIRE_NOT_IN_THE_HOUSE = (
    r"\bbenzine\b",
    r"\b(?:wil|willen|gaan|zullen|dreigen|dreigt)\b.{0,40}\bin (?:de )?(?:brand|fik|hens)\b",
    r"\b(?:schuur|schuurtje|auto|bus|busje|kliko|klikos|container|heg|haag|caravan|tuinhuis|carport|bosjes|vuilnisbak)\b"
    r".{0,25}\b(?:brand|brandt|fik|vlammen|hens|lichterlaaie)\b",
)
BURNS_IN_THE_HOUSE = (
    r"\b(?:gang|hal|keuken|kamer|slaapkamer|woonkamer|trap|gordijn\w*|zolder|kelder|vloer|mat|bank|dak|huis)"
    r" (?:staat|staan|brandt|branden|vol)\b",
    r"\b(?:brand|vlammen|vuur|rook) (?:in|op|door|uit) (?:de |het |mijn |ons |onze )?"
    r"(?:gang|hal|keuken|kamer|huis|trap|zolder|slaapkamer|raam|dak)\b",
)
