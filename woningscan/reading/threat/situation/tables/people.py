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
    rf"\b(?:als|wanneer|toen|dat|omdat) (?:(?:mijn|m n|me) )?{CLOSE} (?:\w+ ){{0,3}}(?:slaat|sloeg|slaan|mept|meppen|schopt|doordraait|doordraaide|doorslaat|door het lint ga\w*|door het lint ging)\b"
    r"(?! (?:de deur|het alarm|de bal|een spijker|aan|af|door|op hol|over))",
    r"\b(?:mijn |m n |me )?(?:papa|mama|vader|moeder|stiefvader|stiefmoeder) (?:\w+ ){0,4}(?:slaat|mept|schopt|wurgt) (?:hij|ze|zij|ie)\b",
    r"\bmy (?:husband|wife|partner|boyfriend|girlfriend|father|son|ex) (?:hits|beats|hit|beat|threatens|chokes) (?:me|us)\b",
)
DANGER_AT_HOME_NOW = (
    r"\bgevaar (?:zit|is|komt) (?:\w+ )?(?:hier )?(?:binnen(?:shuis)?|in huis|van binnen)\b",
    rf"\b(?:mijn|m n|me) {CLOSE} (?:heeft|houdt) (?:me|mij|ons|de kinderen) (?:\w+ ){{0,3}}(?:opgesloten|vast|gegijzeld)\b",
    r"\b(?:mijn|m n|me) \w+ (?:sluit|sloot) (?:me|mij|ons) op\b|\b(?:op slot|afgesloten)\b.{0,40}\bsleutels? (?:\w+ ){0,2}(?:in zijn|in haar|afgepakt|verstopt)\b",
    r"\b(?:hij|zij|ze|man|vrouw|vriend|vriendin|partner|ex) laat (?:me|mij|ons) niet (?:\w+ ){0,3}(?:weg|gaan|eruit|naar buiten|huis uit)\b",
)
_ANOTHER = (
    rf"(?:hij|ie|zij|ze|(?:mijn|m n|me|een|onze|de) (?:\w+ )?(?:{CLOSE}|kind|zoon\w*|dochter\w*|zus|zusje|broertje|collega\w*|buur\w+"
    r"|vriendin|zwager|schoon\w+|oom|tante|neef|nicht|opa|oma))"
)
WANTS_TO_DIE = (
    rf"\b{_ANOTHER}\b.{{0,70}}\b(?:zelfmoord|suicide|suicidaal|van kant (?:te )?ma\w+|einde aan (?:zijn|haar) leven"
    r"|zich(?:zelf)? (?:van het leven|iets aan|wat aan)|(?<!mij )(?<!me )(?<!ons )(?<!haar )(?<!hem )dood wil(?! hebben)|wil(?:t|de)? dood(?! )|wil(?:t|de)? dood$)",
    rf"\b{_ANOTHER}\b.{{0,70}}\b(?:niet meer (?:wil(?:t|de)?|hoeft)(?: leven| zijn| verder)?$|niet meer (?:wil(?:t|de)? (?:leven|zijn)|leven wil|verder (?:kan|wil))"
    r"|er niet meer (?:wil(?:t|de)? zijn|hoeft te zijn|zijn wil)|wil(?:t|de)? (?:er )?niet meer (?:leven|zijn|verder)|(?:rust|slapen) (?:wil|wou)\w*.{0,12}\bvoor altijd)\b",
    rf"\b{_ANOTHER}\b.{{0,40}}\b(?:wil(?:t|de)? (?:\w+ )?springen|springen (?:wil|gaat)|van (?:het|een|de) (?:dak|brug|flat|balkon) (?:af )?(?:te )?spring\w+)\b",
    rf"\b{_ANOTHER} (?:\w+ ){{0,3}}(?:snijdt|snijd|sneed|krast|verwondt|beschadigt) (?:\w+ )?(?:zichzelf|zich|in (?:zijn|haar|z n|d r|dr|m n) (?:arm\w*|pols\w*|be\w+))\b",
)
"""Said of somebody else: "hij wil mij dood" is a threat and none of these."""
HARMS_ONESELF_NOW = (
    rf"\b{_ANOTHER}\b.{{0,40}}\b(?:staat|zit|hangt|loopt) (?:\w+ ){{0,3}}(?:op|bij|langs) (?:een|de|het) (?:\w+ )?(?:brug|viaduct|spoor|perron|reling)\b",
    rf"\b{_ANOTHER}\b.{{0,60}}\b(?:paracetamol\w*|pillen|slaappillen|medicijnen|tabletten|oxazepam\w*|strip\w*)\b.{{0,30}}\b(?:geslikt|genomen|ingenomen|op(?:gegeten)?)\b",
    rf"\b{_ANOTHER}\b.{{0,60}}\b(?:garage|schuur)\b.{{0,30}}\b(?:auto|motor) (?:\w+ )?aan(?:staan)?\b",
    rf"\b{_ANOTHER}\b.{{0,60}}\b(?:opgesloten|afgesloten|sluit zich op)\b.{{0,40}}\b(?:scheermes\w*|mes(?:je|jes|sen)?|pillen|touw|strop)\b",
    rf"\b{_ANOTHER} (?:\w+ ){{0,3}}(?:heeft|hangt|pakt|pakte) (?:\w+ ){{0,3}}(?:een )?(?:strop|touw) (?:om|rond)\b|\b{_ANOTHER}\b.{{0,30}}\bzich(?:zelf)? (?:opgehangen|verhangen)\b",
)
"""Somebody else is about to harm themselves, or has done so."""
IN_REACH_OF_IT = (
    r"\b(?:in|op|naar) (?:de |het |een )?(?:\w+ )?(?:schuur|garage|zolder|dak|balkon|brug|spoor|viaduct|badkamer|auto|bos)\b|\bopgesloten\b|\bneemt (?:\w+ ){0,3}niet op\b"
    r"|\b(?:touw|strop|mes|scheermes\w*|pillen|pistool|geweer|wapen)\b|\b(?:nu|net|zojuist|vannacht|vanavond)\b|\b(?:weggelopen|weggereden|vertrokken|kwijt|vermist)\b",
)
"""Where, with what or when somebody who wants to die may do it."""
SOMEBODY_KNOWN_THREATENS = (
    r"\b(?:\w*voorzitter|collega\w*|\w*raadslid|\w*wethouder|burgemeester|griffier|\w*secretaris|ambtena\w*|buur\w+|ex|familie\w*|broer|zwager"
    r"|inwo\w+|kiezer|ondernemer|boer|aannemer|partijgeno\w+|fractiegeno\w+) (?:die|dat) (?:me |mij |ons |mijn \w+ )?(?:be)?dreig(?:t|de|en|den)\b(?! te\b)",
    r"\b(?:degene|diegene|dezelfde|precies die|juist die) die (?:me|mij|ons|mijn \w+) (?:\w+ )?(?:bedreig(?:t|de)|stalkt\w*|lastigval\w*|achtervolg\w*)\b",
)
STALKS = (
    r"\b(?:staat|wacht|rijdt|loopt|volgt|zit) (?:elke|iedere|elk|alweer|steeds|weer) \w+\b.{0,80}\b(?:\d+|tientallen|honderden) (?:appjes|berichten|berichtjes"
    r"|mails|mailtjes|telefoontjes)\b|\b(?:\d+|tientallen|honderden) (?:appjes|berichten|berichtjes|mails|telefoontjes) (?:per|op een|elke|iedere) dag\b",
)
OR_ELSE = (
    r"\btenzij (?:ik|u|je) (?:\w+ ){0,8}(?:opstap\w*|opzeg\w*|aftree\w*|terugtrek\w*|terugtred\w*|betaal\w*|stem\w*|meewerk\w*|instem\w*|zwijg\w*|intrek\w*|vertrek\w*|ontslag)\b",
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
