"""Patterns of who does it to whom: somebody close, somebody known, strangers, a colleague; plain lower-case words without accents."""

from __future__ import annotations

CLOSE = (
    r"(?:man|vrouw|vriend|vriendin|partner|vent|vader|moeder|stiefvader|stiefmoeder|zoon|dochter|ex(?: ?(?:man|vrouw))?|broer"
    r"|papa|mama)"
)
HITS = (
    r"(?:slaat|sloeg|slaan|geslagen|schopt|schopte|geschopt|wurgt|wurgde|gewurgd|mishandelt|mishandelde|mishandeld|bedreigt"
    r"|bedreigde|bijt|stompt|stompte)"
)
_WHOM = rf"(?:me|mij|ons|haar|hem|(?:mijn|m n) (?:{CLOSE}|zus|zusje|broertje|kind|kinderen))"
VIOLENCE_AT_HOME = (
    rf"\b(?:mijn|m n|me) {CLOSE} (?:heeft |had )?(?:weer |net |gisteren |vaak |soms |steeds )?{HITS} (?:weer |steeds )?{_WHOM}\b"
    r"(?! (?:over|eruit|met (?:schaken|tennis|dammen|kaarten|pingpong)))",
    rf"\b(?:mijn|m n|me) {CLOSE} (?:heeft|had) {_WHOM} (?:gisteren |weer |net |vannacht )?{HITS}\b",
    rf"\b(?:mijn|m n) {CLOSE} {HITS} (?:me|mij) (?:gisteren|vannacht|net|weer)\b",
    rf"\b(?:ik (?:ben )?|ben |zo |heel |erg |doods?)bang voor (?:mijn|m n) {CLOSE}\b",
    r"\bthuis (?:mishandeld|geslagen|bedreigd)\b",
    r"\bmy (?:husband|wife|partner|boyfriend|girlfriend|father|son|ex) (?:hits|beats|hit|beat|threatens|chokes) (?:me|us)\b",
)
DANGER_AT_HOME_NOW = (
    r"\bgevaar (?:zit|is|komt) (?:\w+ )?(?:hier )?(?:binnen(?:shuis)?|in huis|van binnen)\b",
    rf"\b(?:mijn|m n|me) {CLOSE} (?:heeft|houdt) (?:me|mij|ons|de kinderen) (?:\w+ ){{0,3}}(?:opgesloten|vast|gegijzeld)\b",
    r"\b(?:mijn|m n|me) \w+ (?:sluit|sloot) (?:me|mij|ons) op\b|\b(?:op slot|afgesloten)\b.{0,40}\bsleutels? (?:\w+ ){0,2}(?:in zijn|in haar|afgepakt|verstopt)\b",
    r"\b(?:hij|zij|ze|man|vrouw|vriend|vriendin|partner|ex) laat (?:me|mij|ons) niet (?:\w+ ){0,3}(?:weg|gaan|eruit|naar buiten|huis uit)\b",
)
WANTS_TO_DIE = (
    rf"\b(?:mijn|m n|me) (?:{CLOSE}|kind|zus|zusje|broertje|collega)\b.{{0,40}}\b(?:ze|zij|hij) (?:zelf )?"
    r"(?:dood wil|wil dood|niet meer (?:wil leven|leven wil)|wil niet meer leven)\b",
    rf"\b(?:mijn|m n|me) (?:{CLOSE}|kind|zus|zusje|broertje|collega) (?:wil|dreigt|gaat|heeft|probeert)\b.{{0,30}}"
    r"\b(?:zelfmoord|einde aan (?:zijn|haar) leven|zichzelf iets aan|zich van het leven)\b",
)
"""Said of somebody close: "hij wil mij dood" is a threat and none of these."""
SOMEBODY_KNOWN_THREATENS = (
    r"\b(?:\w*voorzitter|collega\w*|\w*raadslid|\w*wethouder|burgemeester|griffier|\w*secretaris|ambtena\w*|buur\w+|ex|familie\w*|broer|zwager"
    r"|inwo\w+|kiezer|ondernemer|boer|aannemer|partijgeno\w+|fractiegeno\w+) (?:die|dat) (?:me |mij |ons |mijn \w+ )?(?:be)?dreig(?:t|de|en|den)\b(?! te\b)",
)
STALKS = (
    r"\b(?:staat|wacht|rijdt|loopt|volgt|zit) (?:elke|iedere|elk|alweer|steeds|weer) \w+\b.{0,80}\b(?:\d+|tientallen|honderden) (?:appjes|berichten|berichtjes"
    r"|mails|mailtjes|telefoontjes)\b|\b(?:\d+|tientallen|honderden) (?:appjes|berichten|berichtjes|mails|telefoontjes) (?:per|op een|elke|iedere) dag\b",
)
OR_ELSE = (
    r"\banders (?:vertel\w*|zet\w*|stuur\w*|lek\w*|publiceer\w*|verspreid\w*) (?:ze|hij|zij) ",
    r"\b(?:foto\w*|filmpje\w*|video\w*|beelden|opname\w*)\b.{0,80}\banders (?:gaan|gaat|zetten?|sturen|stuurt|komen|komt|lekken|lekt|verspreid\w*)\b",
    r"\b\d+ (?:euro|bitcoin)\b.{0,20}\banders\b",
)
"""Extortion in other words: do this, or else."""
OTHERS_THREATENED = (
    r"\b(?:mijn|onze|een|de|bij (?:mijn|onze|een|de)) (?:collega\w*|\w*woordvoerder|fractie\w*|medewerker|secretaresse|bode|ambtena\w*|griffier"
    r"|voorganger|raadslid|wethouder|burgemeester|bestuurder) (?:\w+ ){0,3}(?:kreeg|kregen|krijgt|heeft|hebben|ontving|werd|is|wordt|had)\b"
    r"|\b(?:mijn|onze|een) (?:collega\w*|\w*woordvoerder|fractie\w*|medewerker|ambtena\w*|griffier|voorganger) (?:\w+ ){1,4}(?:kreeg|kregen|ontving|had)\b",
)
OF_ONESELF = (
    r"\b(?:ik (?:ben|word|werd|kreeg|krijg|durf)|mij|me|ons|mijn (?:huis|deur|gezin|man|vrouw|kind\w*|auto))\b",
)
HACKED = (
    r"\b(?:whatsapp|account\w*|e ?mail\w*|mail(?:box|adres)?|facebook|insta\w*|linkedin|telefoon|signal|telegram|x|twitter|digid)\b.{0,50}"
    r"\b(?:gehackt|overgenomen|gekaapt|gestolen|van een ander|in handen van|ingebroken|gekraakt)\b|\bingebroken (?:op|in) (?:mijn|onze|m n) "
    r"(?:\w+ )?(?:whatsapp|account\w*|mail\w*|e ?mail|telefoon|facebook|insta\w*)\b|\b(?:gehackt|gekaapt|overgenomen)\b.{0,30}\b(?:whatsapp|account|mail|telefoon)\b",
)
EXTORTED = (
    r"\b(?:dreig\w*|bedreig\w*|chant\w*|afpers\w*|anders|eis\w*|losgeld|bitcoin\w*|euro|naakt\w*|foto\w*|beelden|prive\w*|adres|kinderen|gezin"
    r"|dood|kapot|weten waar|betaal|betalen|moet ik)\b",
)
FOR_THE_OFFICE = (
    r"\b(?:geslagen|geschopt|getrapt|gestompt|geduwd|mishandeld|aangevallen|in elkaar (?:geslagen|getrapt|geschopt)|bespuugd|klappen gekregen|een klap)\b.{0,60}"
    r"\b(?:omdat|vanwege|wegens|om|riepen|riep|zeiden|want)\b.{0,40}"
    r"\b(?:ik|mij|mijn|m n|me|vader|moeder|man|vrouw|oom|zoon|dochter|wethouder|raadslid|burgemeester|ambt|raad|politiek|stem\w*|partij|landverrader|nsb\w*)\b",
)
"""Violence for what the official is or did, also against a relative: no everyday quarrel."""
