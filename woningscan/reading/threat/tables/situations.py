"""Patterns of what a message says about the writer and the moment, on plain lower-case words without accents.

Each is certain when it matches; whatever is doubtful is left to the rules and the models. White space inside a pattern
stands for one or more words of little meaning, so that "ik wil er echt niet meer zijn" fits "ik wil er niet meer zijn".
"""

from __future__ import annotations

REGIONAL = {
    "nie": "niet",
    "ni": "niet",
    "nimmer": "niet meer",
    "da": "dat",
    "der": "er",
    "dr": "er",
    "kik": "ik",
    "kzie": "ik zie",
    "kben": "ik ben",
    "kwil": "ik wil",
    "kwou": "ik wou",
    "ktrek": "ik trek",
    "khou": "ik hou",
    "kheb": "ik heb",
    "mn": "mijn",
    "zn": "zijn",
    "mijne": "mijn",
    "t": "het",
    "wou": "wilde",
    "effe": "even",
    "ff": "even",
}
"""Spoken and regional forms of the words that the patterns look at."""

# --- despair -----------------------------------------------------------------------------------------------------------
DESPAIR = (
    r"wil(?:de)? (?:er )?(?:liever )?dood(?: zijn| gaan)?$",
    r"(?:ik|k) (?:wil|wou|wilde)(?: er)? (?:liever )?dood(?: zijn| gaan)?\b(?! (?:ook|toch) niet)",
    r"(?:als|of|dat) ik (?:er )?(?:dood|niet meer) (?:ben|was|zou zijn|ga)|beter (?:af|uit) (?:als|wanneer) ik|(?:het|dit) (?:leven )?(?:mag|mocht|moet) (?:van mij )?(?:\w+ )?ophouden\b(?! met vragen)|op van dit leven|was ik(?: er)?(?: maar)? dood|ik liever dood|dood willen zijn",
    r"(?:ik|k) (?:wil|wou|wilde|hoef|kan) (?:er )?niet (?:meer|langer|verder) (?:leven|wakker|bestaan|er zijn|te leven)",
    r"niet (?:meer|langer|verder) (?:wil|wilde|hoef) (?:te )?(?:leven|bestaan)|niet (?:meer|verder) (?:wil|wilde) leven",
    r"\b(?:ik|k) (?:wil|wou|wilde) er niet (?:meer|langer) (?:zijn|wezen)|er niet (?:meer|langer) wil(?:de)? (?:zijn|wezen)",
    r"(?:ik|k) (?:ben|zou) er (?:straks|dan|morgen|binnenkort|toch)?(?: toch| dan)? ?niet meer(?: zijn)?$",
    r"ben ik er (?:toch |straks |dan |misschien )*niet meer",
    r"als ik er niet (?:meer (?:was|ben|zou zijn|zou wezen)|was|zou zijn|zou wezen)(?: geweest)?|was ik er maar niet",
    r"(?:ik|k) (?:wil|ga|wilde|wou|maak|zou)(?: willen)? er (?:zelf )?(?:een |n )?eind(?:e)? aan(?: maken| te maken| maak)?",
    r"er (?:een |n )?eind(?:e)? aan (?:wil|ga|wilde) maken",
    r"eind(?:e)? aan (?:mn|mijn|het|me) (?:eigen )?leven",
    r"(?:hoeft|hoef|hoefde) (?:dit |het )?(?:van |voor )(?:mij|me|mn)(?: zo)? niet (?:meer|langer|verder)\b(?! (?:te worden|aangevuld|gevraagd))",
    r"(?:van |voor )(?:mij|me) hoeft (?:het|t|dit) (?:leven )?niet (?:meer|langer)",
    r"zie (?:het|t|dit)?(?: leven)? ?niet meer zitten|zie het leven niet",
    r"(?:geen|nul) zin (?:meer )?in (?:het |dit |mijn |mn )?leven|leven heeft geen zin|leven zat\b|leven beu\b|leven moe\b|levensmoe",
    r"klaar met (?:het |dit |mijn |mn )?leven\b|stop(?:pen)? met (?:het )?leven\b|leven niet (?:meer )?(?:waard|aan kunnen)",
    r"(?:om|van) te leven (?:hoeft|heb ik genoeg)|genoeg van (?:het|dit|mijn) leven",
    r"zelfmoord|zelfdoding|suicid|euthanasie plegen|levensbeeindig",
    r"(?:mezelf|mijzelf|mijn eigen|me eigen|mij zelf|me zelf) (?:van kant|van het leven|iets aan|wat aan|ophang|ophing|dood|verdrink|verhang)|(?:me|mij) (?:verhang|verdrink|van kant (?:maken|maak)|ophangen$)",
    r"(?:het |t )?gevaar (?:ben|is) ik(?:zelf| zelf)?\b|ik ben zelf het gevaar|bang voor mezelf|bang (?:om )?wat ik mezelf",
    r"(?:tot|na) (?:vannacht|vanavond|morgen|dit weekend|het weekend|zondag|vrijdag|maandag|deze week)\b.{0,30}\bben ik (?:er )?(?:toch )?(?:niks|niets|niet) (?:meer|nodig)",
    r"als ik er (?:\w+ )?niet meer ben|als ik er (?:straks|morgen|\w+dag) niet meer|ik er (?:gewoon )?niet meer was|dat ik (?:er )?(?:gewoon )?niet meer (?:was|besta|wakker|hoef)",
    r"(?:iedereen|ze|allemaal|kinderen|familie) (?:al |alvast )?(?:gedag|vaarwel|tot ziens) gezegd|afscheid(?:sbriev\w+| genomen| nemen)",
    r"(?:viaduct|brug|spoor|spoorlijn|kanaal|perron)\b.{0,50}\b(?:stap dan|spring|sprong|stapte|eraf|erin|blijf staan|stilstaan|ga staan)|(?:dak|flat|balkon)\b.{0,50}\b(?:stap dan|stapte|blijf staan|ga staan)",
    r"met mij erin|mij erbij (?:mag|maar)|laat (?:ze|hem|hen) (?:het )?maar doen|hoop (?:\w+ ){0,3}dat ze het (?:echt |gewoon )?doen|ben ik er vanaf|ben ik ervan af|opluchting.{0,40}(?:voor me deed|er niet meer|voorbij is)|te laf voor\b",
    r"voor (?:mij|me) (?:is het|hoeft het|is) (?:al |toch )?te laat|zorg goed voor (?:de |mijn |hen|hem|haar|elkaar|ze)|ze redden zich (?:wel|zonder)|redden het (?:wel )?zonder (?:mij|me)|merkt (?:geen hond|niemand) (?:het|dat)|niemand die het merkt",
    r"(?:nooit|niet) meer op(?:nemen)? ?(?:nooit meer)$|beitelen|op mijn (?:graf|grafsteen|begrafenis|uitvaart)|mijn (?:begrafenis|uitvaart) (?:is|heb|geregeld)",
    r"(?:\b(?:ik|mezelf)\b.{0,40})(?:van|onder|voor) (?:een|de|die|het) (?:brug|dak|flat|trein|spoor|balkon) (?:af )?(?:te )?(?:spring|gaan liggen|stap)",
    r"(?:voor|onder) (?:de|een) (?:trein|metro)\b(?! (?:van|naar|te laat))(?=.*\b(?:ik|me|mezelf)\b)(?!.*\b(?:station|reis|gemist|halen)\b)",
    r"(?:alle|al mijn|mijn|een strip|doos|pot|de(?= (?:slaap)?pil)) (?:slaap)?(?:pillen|medicijnen|tabletten) (?:al |nu |allemaal )?(?:in ?nemen|slikken|ligg|klaar|geteld|gespaard|genomen)",
    r"laat (?:me|mij) (?:maar )?(?:verdwijnen|gaan|doodgaan|inslapen)|wil (?:gewoon )?verdwijnen|wil(?:de)? dat ik verdween",
    r"\b(?:mijn|m n|me|de) (?:beide )?polsen (?:\w+ ){0,2}(?:gedaan|gesneden|doorgesneden|opengesneden|doorsnijden|opensnijden)"
    r"|\b(?:heb|had) (?:\w+ ){0,4}(?:pillen|tabletten|medicijnen|paracetamol) (?:\w+ )?(?:genomen|geslikt|ingenomen|naar binnen)(?=.*\b(?:te veel|alle|hele|strip|doos|dood|vannacht|net)\b)"
    r"|\b(?:te veel|alle|een hele strip|een hele doos) (?:\w+ )?(?:pillen|tabletten|medicijnen|paracetamol) (?:\w+ )?(?:genomen|geslikt|ingenomen)|\boverdosis (?:genomen|ingenomen)",
    r"niet meer wakker (?:te )?word|nooit meer wakker|slapen en niet meer wakker",
    r"beter (?:af |uit )?zonder (?:mij|me)\b|niemand (?:zou|zal|gaat)? ?(?:me|mij) (?:echt )?miss|niemand mist (?:me|mij)|ben (?:toch )?(?:iedereen|ze|allemaal|hun) (?:alleen )?(?:tot |een )last",
    r"(?:hoeft|hoef) (?:het|dit|t) (?:van|voor) (?:mij|me) (?:\w+ )?niet (?:meer|langer)|nooit meer wakker|ophoudt met mij|dat het ophoudt|nergens (?:\w+ )?zin meer in|maak (?:het|de|dit) (?:\w+ ){1,3}niet meer mee",
    r"weg te zijn|voorgoed (?:weg|slapen|rust)|eindelijk rust hebben|rust wil ik|geen morgen meer|laatste (?:dag|avond|nacht) (?:voor|van) (?:mij|mijn leven)|niet meer (?:thuiskomen|thuiskom|terugkom|terugkomen) (?:vanavond|vannacht|nooit)",
    r"(?:nutteloos|waardeloos|overbodig|tot last) (?:ben ik|voel ik me)|(?:ben|voel me|voor iedereen|iedereen) (?:\w+ ){0,2}(?:tot last|een last|te veel|waardeloos|overbodig|nutteloos)",
    r"(?:slaap|slapen|slaap al) (?:\w+ ){0,4}(?:niet|nauwelijks).{0,40}(?:uitweg|zin|niet meer|op)|zie (?:\w+ ){0,3}(?:uitweg|geen toekomst|licht) (?:niet )?meer",
    r"\bals ik (?:dan|er dan|morgen|straks) nog (?:leef|in leven ben)\b",
    r"afscheidsbrief|afscheid genomen van (?:mijn|het) leven|afscheid van (?:het|dit|mijn) leven",
    r"(?:zie|heb|is er|weet) (?:\w+ ){0,3}(?:geen|nergens) (?:meer )?(?:een )?(?:andere )?uitweg|(?:geen|nergens) (?:een )?uitweg meer|geen uitkomst meer|zie geen (?:andere )?(?:weg|kant) (?:meer )?(?:op|uit)\b|geen toekomst meer",
    r"(?:ik|k) (?:trek|houd|hou|red|kan|trok|hield) (?:het|dit|t|er)? ?(?:zo |hier |thuis |allemaal )?niet (?:meer|langer)(?: (?:aan|vol|uit|volhouden|redden|opbrengen|hebben|dragen))?$",
    r"(?:ik|k) (?:trek|houd|hou|red) (?:het|dit|t) (?:zo |allemaal )?niet (?:meer|langer)\b",
    r"(?:ik|k) kan (?:het |dit |t )?(?:zo )?(?:echt )?niet meer (?:aan|vol|dragen|opbrengen|volhouden|verder)",
    r"kan (?:zo )?niet verder(?: leven)?$|weet niet (?:meer )?hoe (?:ik )?(?:nog )?verder (?:moet|kan)$|hoe ik (?:nog )?verder moet leven",
    r"(?:ik|k) stap er ?uit$|(?:ik|k) stap uit het leven|uit het leven (?:stap|wil)",
    r"(?:t|het|dit) mag (?:voor|van) (?:mij|me) (?:gedaan|voorbij|over) zijn|gedaan zijn (?:voor|met) (?:mij|me)\b",
    r"(?:ik )?(?:geef|gaf) (?:de moed|het leven) op|alle hoop (?:verloren|kwijt)|leven op(?:ge)?geven",
    r"(?:ben|raak) (?:helemaal |compleet )?(?:op|leeg) (?:en )?(?:wil|kan) niet (?:meer|verder)",
    # other languages that officials' homes speak
    r"(?:want|wanna|going|wish) (?:to )?(?:die|be dead)\b|kill(?:ing)? myself|end (?:it all|my life)|(?:do not|dont|don not) want to (?:live|be here)|cant go on|can t go on|can not go on|cannot go on|better off without me",
    r"will nicht mehr (?:leben|da sein|weiter)|mich umbringen|das leben nehmen|kann nicht mehr weiter|will sterben",
    r"veux (?:plus vivre|mourir)|en finir avec|me tuer|me suicider|plus envie de vivre",
    r"net mear (?:sitten|libje)|wol(?:le)? dea\b|libben net mear",
    r"olmek istiyorum|yasamak istemiyorum|intihar",
    r"chce umrzec|nie chce (?:juz )?zyc|zabic sie|samoboj",
    r"mi (?:ke|kier) muri|no (?:ke|kier) biba",
)
GOES_AWAY = (
    r"\bik er (?:\w+ )?niet meer\b.{0,60}\b(?:vakantie|buitenland|spanje|op reis|pensioen|opvolg\w*|vervang\w*|verlof|verhuis\w*|nieuwe baan|dan (?:zit|woon|werk|verblijf) ik)\b"
    r"|\b(?:vakantie|buitenland|op reis|pensioen|verlof|verhuis\w*|nieuwe baan)\b.{0,60}\bik er (?:\w+ )?niet meer\b",
)
"""Where somebody will be who "is er niet meer": no despair."""
NOT_DESPAIR = (
    *GOES_AWAY,
    r"eind(?:e)? aan (?:te )?brei|^nee\w*(?:\W+\w+){0,2}\W+(?:zelfmoord|zelfdoding|113) niet\b",
    r"wil (?:nog )?(?:lang |helemaal |echt )?niet dood|niet (?:su[iï]cid|van plan)|geen (?:zelfmoord|suicid)",
    r"(?:schaam|lach|lachte|erger|verveel|schrik|schrok|werk) (?:me|mij|ik me) (?:bijna )?dood",
    r"(?:hij|zij|ze|iemand|dader|man|die) (?:wil|wilt|willen|zegt|zeggen|schreef|schrijven|roept|zei) (?:dat )?(?:me|mij|ik|ons|je|jij)(?! er een eind)",
    r"(?:zelfmoord|zelfdoding|suicide)\w*(?:\W+\w+){0,4}\W+(?:campagne|preventie|nota|beleid|motie|raadsvragen|film|boek|podcast|debat)\b",
)
ABOUT_THE_TALK = (
    r"\b(?:stop|stoppen|ophouden|kap|hou) (?:er ?mee|ermee|er mee|hiermee|met (?:de|deze|die|dit) (?:vragen|scan|zelfscan|vragenlijst|app|gesprek))|\b(?:vragenlijst|zelfscan|chatbot|deze app|deze scan|die scan|te lang|te veel vragen)\b",
    r"\bals ik er (?:even |dan |zelf |toevallig )?niet ben\b(?! meer)",
)
"""What is about the questions and the conversation: where only the statistics hear despair, it is not about life."""
MEANS = (
    r"(?:polsen|overdosis|pistool|wapen|revolver|geweer|vuurwapen|mes|scheermes|touw|strop|pillen|medicijnen|slaappillen|oxazepam|morfine|insuline|gif|benzine|gasfles|gun|rope|knife)",
    r"\b(?:sta|zit|lig|ben|hang) (?:\w+ ){0,3}(?:op|bij|langs|aan) (?:het|de|een) (?:spoor|rails|perron|brug|viaduct|dak|rand|balkon)\b",
)
AT_A_PLACE = (
    r"\bben op (?!(?:\w+ ){0,2}(?:einde?|laatste|punt|rand|bodem)\b)(?=(?:het|de|een|mijn|mn|m'n|ons|onze|dit|dat|kantoor|vakantie|reis|weg|pad|zoek|bezoek|school|werk|tijd|stap|locatie|afstand"
    r"|les|cursus|tv|zolder|straat|stage|congres|vergadering)\b)"
)
"""Where somebody is: "op" alone is worn out."""
FEELS_WELL = r"\bvoel (?:me|mij)(?: \w+)? (?:content|kiplekker|op (?:mijn|mn|m'n) gemak|tevreden|opperbest|prima|uitstekend|thuis)\b"
AN_ERRAND = (
    r"\b(?:te wachten op|te vissen|boodschappen|parkeerplaats|parkeergarage|gemeentehuis|provinciehuis|stadhuis|supermarkt"
    r"|content|kiplekker|opperbest|zelf (?:heen|naartoe|langs))\b",
)
"""Where somebody is, or goes, on an ordinary day, and that they are well."""
FOR_ONESELF = (
    r"(?:voor|op|tegen) (?:mij ?zelf|me ?zelf|mijn ?zelf|mijn eigen|me eigen)$|(?:voor|op|tegen) (?:mij ?zelf|me ?zelf) (?:te )?(?:gebruik|zet|richt|houd)|niet voor (?:een )?ander|niet voor (?:hen|hem|haar|hun)\b.{0,12}\bvoor (?:mij|me)\b|for myself|on myself|alleen ik (?:en|met) (?:een |mijn |het |de )?(?:touw|pillen|mes|pistool|geweer|strop)\b",
)
OTHERS = (r"\b(?:hij|zij|ze|iemand|een man|de man|kerel|vent|gozer|mannen|vrouw|dader|inbreker|someone|he|they)\b",)

# --- somebody outside, now -----------------------------------------------------------------------------------------------
OUTSIDE_NOW = (
    r"\b(?:staat|staan|loopt|lopen|zit|hangt|hangen|rijdt|sluipt|kruipt) (?:\w+ ){0,5}(?:te |aan het )?(?:schelden|schreeuwen|tieren|roepen|bonken|bonzen|brullen|schoppen|trappen|filmen|fotograferen|gluren|loeren|slaan|gooien|dreigen|wachten|vloeken|kloppen|zwaaien)\b",
    r"\b(?:hangt|hangen|loopt|lopen|sluipt|sluipen|staat|staan|zit) (?:\w+ ){0,6}(?:rond|rondjes|om het huis|rond het huis|rond ons huis|achter het huis|in de tuin|in onze tuin|in mijn tuin|op de oprit|op onze oprit|bij de schuur|bij de carport|onder het raam|voor het raam|op het erf|in de struiken|achter de heg|bij het hek)\b",
    r"\b(?:is|wil) (?:\w+ ){0,3}niet (?:van plan )?(?:weg te gaan|weg gaan|weggaan)|gaat niet weg|blijft (?:maar )?(?:staan|bellen|bonken|kloppen|aanbellen|drukken)",
    r"\b(?:drukt|belt|klopt|bonkt|bonst|trapt|schopt|slaat|rammelt|morrelt|peutert) (?:\w+ ){0,6}(?:bel|deur|raam|ramen|ruit|poort|hek|slot|klink)\b",
    r"\b(?:staat|staan|loopt|lopen|zit|zitten|komt|komen) (?:\w+ ){0,3}met (?:een |zijn |haar |n )?(?:mes|messen|bijl\w*|kettingzaag|\w*knuppel\w*|hamer"
    r"|pistool|geweer|stok\w*|koevoet|machete|zwaard|jerrycan\w*|fakkel\w*|molotov\w*|stenen|vuurwerk)\b"
    r".{0,40}\b(?:deur|\w+deur|raam|ramen|huis|tuin|stoep|oprit|buiten|hek|straat)\b",
)
CARRIED_OFF = (
    r"\b(?:zoon\w*|dochter\w*|kind|kinderen|kleinkind\w*|vrouw|man|partner|broer\w*|zus\w*)\b.{0,40}\b(?:ontvoerd|meegesleurd"
    r"|in een (?:\w+ )?(?:auto|bus|busje|wagen) (?:getrokken|geduwd|gesleurd|gegooid))\b",
)
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
BOUGHT_A_MEANS = (
    r"\bik heb (?:\w+ ){0,2}(?:touw|strop|pillen|slaappillen) (?:gekocht|klaar|gehaald|gepakt|opgehangen|klaargelegd)\b",
)
UNTIL_GONE = (
    r"^(?!.*\b(?:wat|hoe|mag|moet)\b).*\b(?:zodra|als|wanneer|tot|totdat) (?:(?:die|deze) (?:\w+ )?(?:vent|man|kerel|gast|lui|types)(?! van (?:de|het) )|de brand)"
    r" (?:\w+ ){0,3}(?:weg|vertrokken|uit|geblust)\b",
)
"""Who or what is to be gone first ("zodra die vent weg is") is there now."""
BEFORE_NOW = (
    r"\b(?:gisteren|gister|vorige|vannacht|laatst|toen|vroeger|soms|vaak|altijd|elke (?:dag|week|avond)|wel eens|af en toe|meestal|jaren|maanden geleden|weken geleden|als er|wanneer er|stel)\b(?!.*\b(?:nu|net|weer|op dit moment|hier)\b)",
)

OF_NOW = (r"\b(?:nu|net|zojuist|weer|nog steeds|op dit moment|terug|maar|toch)\b",)
WENT_OFF = (
    r"\b(?:ging|gingen|is|zijn|was|waren)\b.{0,50}\b(?:af|afgegaan|ontploft|afgestoken)\b|\b(?:ontplofte|ontploffing|knal)\b",
)
# What is nearly always a nuisance: it is asked, and 112 is not told unasked.
HARMLESS_AS_A_RULE = (
    r"\bdrones?\b(?!.*\b(?:wapen|explosief|bom|pakje|laat\w* (?:iets )?vallen)\b)",
    r"\bbelletje ?(?:trek|lel)\w*|\b(?:bel|aanbel)\w*(?: \w+){0,3} (?:aan )?en (?:ren|hol|loop|vlucht)\w*(?: \w+)? weg\b",
)
STANDS_OUTSIDE = (
    r"\b(?:voor|aan|bij|achter|op|tegen) (?:de|mijn|mn|me|onze|het|ons) (?:\w+ )?(?:\w*deur|huis|\w*raam|ruit|hek|poort|tuinhek|schutting|brievenbus|gevel)\b"
    r"|\b(?:op|in) (?:de|mijn|mn|onze) (?:\w+ )?(?:stoep|oprit|tuin|voortuin|achtertuin|straat|galerij|portiek)\b|\bbuiten\b",
)
IS_INSIDE = (
    r"\b(?:binnen\w*|ingebroken|inbreker\w*|inbraak|in (?:mijn|ons|het) huis|in huis|beneden|boven|op de (?:trap|overloop|zolder)|over de overloop|onder (?:het|mijn) bed|in de (?:gang|hal|keuken|kamer|kelder|schuur)|open\w*gebroken|ingeslagen|ingetrapt|forceer\w*|geforceerd)\b",
)

# --- a child types -----------------------------------------------------------------------------------------------------
CHILD = (
    r"(?:ik|k) (?:ben|word) (?:pas |nog (?:maar )?|bijna |net |al )?(?:[4-9]|1[0-6]|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien)(?: jaar| jr| j)?(?: oud)?(?:$| (?:en|jaar|jr|mag|wat|moet|mijn|mn|alleen|papa|mama)\b)",
    r"(?:ik|k) (?:ben|zit) (?:\w+ )?(?:nog )?(?:een )?(?:maar een )?kind\b|ben (?:nog )?(?:een )?(?:meisje|jongen|jongetje) van (?:[4-9]|1[0-6]|\w+)",
    r"(?:mijn|mn|me|m n) (?:papa|pappa|mama|mamma)\b|(?:^| )(?:papa|pappa|mama|mamma|mam|pap) (?:is|slaat|zegt|slaapt|komt|werkt|huilt|doet|neemt|niet|en|zijn|moet|staat)\b|(?:ik ben|ben|zit) alleen thuis.*(?:mijn|mn) (?:vader|moeder|ouders)|(?:mijn|mn) (?:vader|moeder|ouders) (?:is|zijn|zit|zitten) (?:niet thuis|weg|werken|naar de raad|in de raad|op vergadering)",
    r"i am (?:only )?(?:[4-9]|1[0-6]) years",
)
NOT_CHILD = (
    r"(?:ik|k|ruim|al|nu) (?:ben|heb|zit|was|nu|al)? ?(?:\w+ ){0,3}(?:jaar|jr) (?:\w+ ){0,3}(?:\w*raadslid|fractie\w*|\w*wethouder|\w*burgemeester|\w*statenlid|gedeputeerde|dijkgraaf|heemraad|commissaris|\w*bestuurder|\w*bestuurslid|ambtsdrager|griffier|voorzitter|in de|in het|bezig|geleden|actief|getrouwd|samen|lid)\b",
)
AT_THE_DOOR = (
    r"(?:open ?(?:doen|maken)|de deur open|opendoen|open laten)|(?:voor|aan|bij) de (?:voor|achter)?deur|belt aan|bel gaat|klopt|bonst|bonkt",
)

# --- denial, past, known to the police ------------------------------------------------------------------------------------
DENIAL = (
    r"(?:o|oh|ah|ach|nou|ok|oke|sorry|hoor|nee|neen|nope|neeh?|ja nee|nee nee|nee hoor|nee joh|gelukkig|hallo) (?=.)",
)
DENIES = (
    r"(?:er is|er was|t is) (?:echt |hier |gewoon |helemaal )*(?:niks|niets)(?: hoor| joh)?",
    r"(?:er is |is |er was |dit is |t is |het is |ik heb |ik word )?(?:helemaal |echt |gelukkig |hier |nu |op dit moment |verder |gewoon )*(?:geen|niets|niks|nix|nul) (?:enkele |concrete |echte |sprake van )?(?:dreiging|bedreiging|bedreigingen|gevaar|probleem|problemen|nood|paniek|spoed|aan de hand|mis|gebeurd|ernstigs|ergs|bijzonders|gevaarlijks|te vrezen|te melden)(?: (?:hoor|hier|nu|nou|momenteel|op dit moment|gelukkig|meer|bij ons|bij mij|thuis|geweest|joh|verder|dank u|dank je|bedankt))*",
    r"(?:ik )?(?:word|werd|wordt) (?:gelukkig |helemaal |echt )*niet bedreigd(?: hoor)?|(?:ik ben|we zijn|iedereen is|ben) (?:hier )?(?:gewoon |helemaal )?(?:niet in gevaar|veilig|oke|ok|in orde)",
    r"(?:alles|het|t) (?:is |gaat )?(?:hier )?(?:gewoon |helemaal |prima )?(?:in orde|oke|ok|rustig|veilig|goed|prima|okay)(?: hoor| hier| bij ons| dank u)?",
    r"(?:dat |dit |t |het )?(?:is |was |gaat )?(?:maar |gewoon |enkel )?(?:een )?(?:vals alarm|loos alarm|vergissing|vergissinkje|foutje|fout|misverstand|misklik|verkeerde knop|abuis|test|testje|typfout|tikfout)(?: (?:van mij|sorry|hoor|van mijn kant))?",
    r"(?:dat |dit |zo )?(?:bedoel|bedoelde) ik (?:dat |het )?(?:helemaal )?niet(?: zo)?|niet van toepassing|nvt|geen van (?:beide|alle|deze|die)(?: drie)?|daar gaat het niet (?:om|over)|niet aan de orde",
    r"(?:ik )?(?:drukte|tikte|klikte|heb) (?:per ongeluk|verkeerd|mis|op de verkeerde knop|fout)(?: (?:gedrukt|geklikt|getikt))?|per ongeluk(?: gedrukt| geklikt)?|ging per ongeluk",
    r"(?:no|there is no|not in) (?:danger|threat)|false alarm",
)
BEGINS_WITH_NO = (
    r"(?:(?:o|oh|ach|nou|sorry|ja|joh|hoi|hihi|lol|ha\w*|euh?|oei|oeps) )*(?:nee|neen|neeh?oor|welnee|nope|geenszins|gelukkig niet|absoluut niet|helemaal niet|zeker niet|bijlange niet|totaal niet|niet van toepassing|nvt|geen (?:gevaar|dreiging|bedreiging|paniek)|niets? aan de hand|niks aan de hand|no)\b",
)
SOMEBODY_OR_SOMETHING = (
    r"\b(?:iemand|mannen|man|vrouw|kerel|vent|ex|hij|zij|ze|hem|haar|kom|komt|komen|snel|ik hoor|hoorde|zie|zit|zitten|loopt|lopen|ligt|schuur|tuin|huis|deur|raam|ramen|binnen|buiten|opgesloten|veilig|gevaar|glas|bloed|gewond|pijn|weg|nu|112)\b",
)
"""What may tell of somebody or something there: with one of these behind it, a no is not a bare no."""
STRONG_DANGER = (
    r"\b(?:mes|messen|pistool|wapen\w*|bijl|help|bonst|bonkt|schreeuwt|tiert|dreigt|dreigde|brand|rook|poeder|spul|vloeistof|draad\w*|tikt|terug|weer|opnieuw|straks|bang|durf|niet meer|nog steeds|nog altijd|alleen maar|weet (?:ik |het )?niet|denk|misschien|bedreig\w*|volgt|achtervolgt|staat (?:er|hij|ze|nu|hier)|staan (?:er|ze|nu|hier)|sluipt|inbre\w+|bom|granaat|schoten|schiet\w*|dood ?maken|vermoord\w*)\b",
)
SAYS_NO = (
    r"(?:o |oh |ach |nou |sorry |ja )?(?:nee|neen|neeh?oor|welnee|nope|gelukkig niet|absoluut niet|helemaal niet|zeker niet|niet bij ons|bijlange niet|totaal niet|geenszins|no)\b",
)
BUT = (
    r"\b(?:maar|alleen|wel|meer|nog|weet|denk|behalve|alsof|bang|eng|iemand|hij|ze|zij|man|poeder|spul|pakket\w*|brief)\b",
)
EXPLAINS_AWAY = (
    r"\b(?:excuus|excuses|geintje|grap\w*|capslock|caps lock|film|serie|droom|gedroomd|schoonbroer|schoonzus|sleutel vergeten|kunnen we (?:door|verder)|laten we (?:door|verder)|ga maar (?:door|verder)|niet nodig|misverstaan|verkeerd gelezen|verkeerd opgeschreven|jaren terug|bij wijze van spreken|uitdrukking|gezegde)\b",
    r"\b(?:sorry|vergiss\w*|vergist|foutje|per ongeluk|loos alarm|vals alarm|verkeerd (?:gedrukt|geklikt|begrepen|getypt|verstaan)|druk(?:te)? mis|misverstand|mis ?geklikt|verkeerde (?:knop|chat|venster)|typfout|tikfout|autocorrect|bleek|blijkt|schrok|geschrokken|niks aan de hand|niets aan de hand|geen dreiging|geen gevaar|niet bedreigd|bedoelde (?:ik )?(?:niet|iets anders)|was (?:maar|gewoon|gewoon maar|enkel)|bezorger|postbode|pakketdienst|van de (?:buren|overburen|buurman|buurvrouw)|figuurlijk|grapje|bij wijze van)\b",
)
STILL_GOING_ON = (
    r"\b(?:nu|straks|terug|weer|opnieuw|nog steeds|nog altijd|toch wel|misschien|durf|bang|help|hulp|mes|pistool|wapen|bonst|bonkt|schreeuwt|schreeuwen|dreigt|dreigen|dreigde|brand|rook|112|weet (?:het )?niet|denk ik|volgens mij|hoop ik|voor zover)\b",
)
LONG_AGO = (
    r"\b(?:in|sinds|eind|begin|zomer|najaar|uit|van) (?:19\d\d|200\d|201\d|202[0-4])\b|\b(?:19\d\d|200\d|201\d|202[0-4])\b|(?:jaren|lang|eeuwen|heel lang|een tijd|een paar jaar|[2-9]|\d\d|twee|drie|vier|vijf|zes|zeven|acht|tien|enkele) (?:jaar |jaren )?(?:geleden|terug)\b|vroeger|vorige (?:periode|termijn|raadsperiode)",
)
ENDED = (
    r"afgehandeld|afgesloten|afgerond|opgelost|veroordeeld|vastgezet|opgepakt toen|straf (?:gehad|gekregen)|voorbij\b|is over\b|nooit meer (?:iets|wat|last|gehoord|gezien|gebeurd)|niets meer (?:van )?(?:gehoord|vernomen|gebeurd)|niks meer (?:van )?(?:gehoord|vernomen|gebeurd)|daarna niet meer|sindsdien (?:rust|rustig|niets|niks|niet)|schade (?:is )?(?:betaald|vergoed|hersteld)|geseponeerd|dader (?:is )?(?:bekend|overleden|dood|gepakt)|(?:man|kerel|vent|hij) is (?:inmiddels |intussen |ondertussen )*overleden(?!.*\b(?:maar|nu|zoon|broer)\b)|verhuisd|excuses (?:gekregen|aangeboden|gemaakt)|klaar mee|uitgepraat|bijgelegd|opgehouden|gestopt daarna",
)
RECENT = (
    r"\b(?:maar (?:nu|sinds|gisteren|vorige|vannacht|vandaag|laatst|hij|ze|er)|nu weer|weer begonnen|opnieuw|gisteren|gister|vannacht|vandaag|vanmorgen|vanochtend|vanmiddag|vanavond|deze week|vorige week|vorige maand|laatst|onlangs|recent|sinds kort|sinds vorige|nog steeds|komt vrij|vrijgekomen|vrij gekomen|weer vrij|schrik|bang|nog)\b",
)
GUARDED = (
    r"\b(?:heb|hebben|krijg|kreeg) (?:\w+ ){0,4}(?:beveiliging|bewaking|beveiligers|bewakers) (?:vanwege|wegens|na|door) (?:\w+ ){0,3}\w*(?:bedreig|dreig|aanslag)\w*",
    r"agenten? (?:\w+ ){0,5}(?:voor|bij|in) (?:de|onze|mijn|ons|het) (?:deur|huis|straat|busje|woning)|politie (?:staat|zit|post|bewaakt|surveilleert) (?:\w+ ){0,3}(?:voor|bij|in|ons|mijn|onze|de)",
)
REPORTED = (
    r"politie (?:weet|wist|is) (?:het |er |hier |hiervan |daar )*(?:al |allang |reeds |gewoon )*(?:van|op de hoogte|ingelicht|gebeld|geinformeerd|ermee bezig|bezig|mee bezig|al|betrokken)\b|politie weet (?:het|ervan|er van|al|dit)|bekend bij de politie|bij de politie bekend",
    r"(?:heb|hebben|had) (?:ik |we |wij |de |er |het |t |al |meteen |direct |gisteren |toen |dit |dat |ook )*(?:politie|112|wijkagent|recherche) (?:al |meteen |direct |toen |ook )*(?:gebeld|ingelicht|gesproken|gewaarschuwd|ingeschakeld)",
    r"(?:heb|hebben|is|wel|al|hebt) (?:ik |we |er |daar |daarvan |hiervan |van |al |meteen |dit |het |gisteren |wel )*aangifte (?:van |al |tegen )?(?:gedaan|gemaakt|loopt|ligt)|aangifte (?:is |loopt\b|ligt\b|heb\b|hebben\b|al\b|reeds\b)|(?:heb|hebben|is) (?:ik |het |dat |dit |al |er |gewoon )*(?:gemeld|aangegeven) bij de politie|bij de politie (?:al )?(?:gemeld|aangegeven|gelegd|geweest)|(?:loopt|ligt) (?:al |nu |nog |daar )*bij de politie|zaak loopt|recherche (?:zit|is|doet|onderzoekt|heeft)",
    r"\bgemeld bij (?:de )?politie\b|\bdossier bij (?:de )?(?:politie|justitie|recherche|om)\b|\b(?:officier|om|justitie|recherche)(?: van justitie)? weet\b"
    r"|\bonderzoek (?:al |nu |nog )?(?:gedaan|loopt|gaande|gestart)\b|\baol\b|\bafspraak op (?:locatie|het (?:politie)?bureau)\b",
    r"contact (?:\w+ )?met (?:de |mijn )?(?:politie|wijkagent|contactpersoon)|wijkagent (?:weet|is|komt|heeft)",
    r"\b(?:aangifte|melding) (?:al |meteen |direct |toen |ook )*gedaan\b"
    r"|\bpolitie (?:al |net |meteen |direct |toen |ook )*(?:gebeld|ingelicht|gewaarschuwd|ingeschakeld)\b",
    r"\b(?:i|we) (?:have |already |just |ve )*(?:called|phoned|informed|told|been to) the police\b|\bpolice (?:already )?(?:knows?|(?:is|are) aware)\b",
)
NOT_REPORTED = (
    r"politie (?:weet|wist|is) (?:het |er |hier |hiervan |ervan )*(?:nog )?(?:niks|niets|niet|nergens)|(?:nog )?(?:geen|niet|nooit) (?:\w+ ){0,2}(?:aangifte|gemeld|politie|gebeld|bij de politie)|(?:wil|wou|durf|moet|zal|kan|hoe|mag|zou|waar|of|wanneer|heeft het zin|recht op) (?:ik |we |je |u |er |de |om )*(?:\w+ ){0,4}(?:aangifte|politie(?!beveiliging mag)|melden|bewaking|beveiliging|bewaakt)\b(?!.*\bheb al\b)",
    r"\b(?:geen|niet|nooit) (?:\w+ ){0,2}melding\b|\b(?:wordt|worden) (?:\w+ ){0,3}(?:aangifte|melding)\b",
    r"\b(?:gebeld|ingelicht|gewaarschuwd|ingeschakeld) (?:moet|moeten|kan|kunnen|zou|zal|wordt|worden)\b",
)

# --- somebody cannot call, something suspicious lies here -------------------------------------------------------------------
CANNOT_CALL = (
    r"\bhoort (?:me|mij|ons|het|dat|alles) (?:dan )?(?:als ik|als we|bellen|praten)|\b(?:telefoon|batterij|accu|mobiel) (?:is )?(?:bijna |zo goed als |helemaal )?(?:leeg|kapot|weg|afgepakt)\b"
    r"|\bik ben (?:doof|slechthorend|stom)\b|\bfluister\w* (?:gaat|kan|lukt|durf)\b.{0,12}\bniet\b|^(?:ik )?(?:durf|kan) (?:\w+ ){0,2}niet$",
    r"(?:durf|kan|wil|mag|lukt|durven|kunnen) (?:ik |we |het |me |nu |echt |zelf |hier )*(?:niet|niemand|geen) (?:te |meer |nu |hardop |gewoon |even )*(?:bellen|praten|spreken|opbellen|telefoneren)|geen (?:bereik|beltegoed|telefoon)\b|bellen (?:durf|kan|lukt|gaat) (?:ik )?niet|(?:cant|can t|cannot|can not) (?:call|talk|speak)",
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
)

_CLOSE = (
    r"(?:man|vrouw|vriend|vriendin|partner|vent|vader|moeder|stiefvader|stiefmoeder|zoon|dochter|ex(?: ?(?:man|vrouw))?|broer"
    r"|papa|mama)"
)
_HITS = (
    r"(?:slaat|sloeg|slaan|geslagen|schopt|schopte|geschopt|wurgt|wurgde|gewurgd|mishandelt|mishandelde|mishandeld|bedreigt"
    r"|bedreigde|bijt|stompt|stompte)"
)
_WHOM = rf"(?:me|mij|ons|haar|hem|(?:mijn|m n) (?:{_CLOSE}|zus|zusje|broertje|kind|kinderen))"
# --- which kind of danger the words can be about -----------------------------------------------------------------------
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
_COMES_HOME = r"\b(?:kom|komen|kwam|kwamen|ben|zijn) (?:\w+ ){0,2}(?:thuis|van)\b"
_BROKEN_INTO = (
    r"\b(?:slot|deur|\w+deur|raam|ruit|alles|huis|kasten|laden)\b.{0,30}"
    r"\b(?:eruit|geforceerd|opengebroken|open gebroken|ingetrapt|ingeslagen|ontzet|overhoop|doorzocht|leeggehaald)\b"
)
COMES_HOME_TO = (rf"{_COMES_HOME}.{{0,80}}{_BROKEN_INTO}|{_BROKEN_INTO}.{{0,80}}{_COMES_HOME}",)
OF_A_COLLEAGUE = (
    r"\b(?:collega\w*|fractiegeno\w*|medewerk(?:er|ster)|ambtena\w*|woordvoerder|bode)(?: \w+){0,2} (?:wordt|is|staat|zit|loopt)\b",
)
WRITER_OUTSIDE = (
    r"\b(?:ik|we|wij) (?:sta|staan|zit|zitten|ben|zijn|worden|werden|moesten|loop|lopen) (?:\w+ ){0,3}(?:naar )?buiten\b",
)
"""The writer is outside: "blijf binnen" is not for them."""
OF_HOME = (
    rf"\b(?:mijn|m n|me|onze|my|mein\w*|mon|ma) {_CLOSE}\b|\b(?:partner|vader|moeder|zoon|dochter|schoon\w+|ex|papa|mama|huisgeno\w*|stief\w*|echtgeno\w*|samenwo\w*|relatie|thuis|in huis)\b",
    r"\b(?:husband|wife|boyfriend|girlfriend|ehemann|mann|frau|mari|femme|kocam|esim|maz|zona|esposo|kasa|at home)\b",
)
OF_VIOLENCE = (
    rf"\b{_HITS} (?:me|mij|ons)\b|\b(?:me|mij|ons) (?:\w+ ){{0,3}}(?:{_HITS}|geduwd|geknepen|keel)\b|\b(?:me|mij) (?:bij|aan) (?:de|mijn) keel\b",
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

VIOLENCE_AT_HOME = (
    rf"\b(?:mijn|m n|me) {_CLOSE} (?:heeft |had )?(?:weer |net |gisteren |vaak |soms |steeds )?{_HITS} (?:weer |steeds )?{_WHOM}\b"
    r"(?! (?:over|eruit|met (?:schaken|tennis|dammen|kaarten|pingpong)))",
    rf"\b(?:mijn|m n|me) {_CLOSE} (?:heeft|had) {_WHOM} (?:gisteren |weer |net |vannacht )?{_HITS}\b",
    rf"\b(?:mijn|m n) {_CLOSE} {_HITS} (?:me|mij) (?:gisteren|vannacht|net|weer)\b",
    rf"\b(?:ik (?:ben )?|ben |zo |heel |erg |doods?)bang voor (?:mijn|m n) {_CLOSE}\b",
    r"\bthuis (?:mishandeld|geslagen|bedreigd)\b",
    r"\bmy (?:husband|wife|partner|boyfriend|girlfriend|father|son|ex) (?:hits|beats|hit|beat|threatens|chokes) (?:me|us)\b",
)
DANGER_AT_HOME_NOW = (
    r"\bgevaar (?:zit|is|komt) (?:\w+ )?(?:hier )?(?:binnen(?:shuis)?|in huis|van binnen)\b",
    rf"\b(?:mijn|m n|me) {_CLOSE} (?:heeft|houdt) (?:me|mij|ons|de kinderen) (?:\w+ ){{0,3}}(?:opgesloten|vast|gegijzeld)\b",
    r"\b(?:mijn|m n|me) \w+ (?:sluit|sloot) (?:me|mij|ons) op\b|\b(?:op slot|afgesloten)\b.{0,40}\bsleutels? (?:\w+ ){0,2}(?:in zijn|in haar|afgepakt|verstopt)\b",
    r"\b(?:hij|zij|ze|man|vrouw|vriend|vriendin|partner|ex) laat (?:me|mij|ons) niet (?:\w+ ){0,3}(?:weg|gaan|eruit|naar buiten|huis uit)\b",
)
WANTS_TO_DIE = (
    rf"\b(?:mijn|m n|me) (?:{_CLOSE}|kind|zus|zusje|broertje|collega)\b.{{0,40}}\b(?:ze|zij|hij) (?:zelf )?"
    r"(?:dood wil|wil dood|niet meer (?:wil leven|leven wil)|wil niet meer leven)\b",
    rf"\b(?:mijn|m n|me) (?:{_CLOSE}|kind|zus|zusje|broertje|collega) (?:wil|dreigt|gaat|heeft|probeert)\b.{{0,30}}"
    r"\b(?:zelfmoord|einde aan (?:zijn|haar) leven|zichzelf iets aan|zich van het leven)\b",
)
"""Said of somebody close: "hij wil mij dood" is a threat and none of these."""

OTHERS_THREATENED = (
    r"\b(?:mijn|onze|een|de|bij (?:mijn|onze|een|de)) (?:collega\w*|\w*woordvoerder|fractie\w*|medewerker|secretaresse|bode|ambtena\w*|griffier"
    r"|voorganger|raadslid|wethouder|burgemeester|bestuurder) (?:\w+ ){0,3}(?:kreeg|kregen|krijgt|heeft|hebben|ontving|werd|is|wordt|had)\b"
    r"|\b(?:mijn|onze|een) (?:collega\w*|\w*woordvoerder|fractie\w*|medewerker|ambtena\w*|griffier|voorganger) (?:\w+ ){1,4}(?:kreeg|kregen|ontving|had)\b",
)
OF_ONESELF = (
    r"\b(?:ik (?:ben|word|werd|kreeg|krijg|durf)|mij|me|ons|mijn (?:huis|deur|gezin|man|vrouw|kind\w*|auto))\b",
)
NOW_WITH_POLICE = (
    r"\b(nu|momenteel|op dit moment) (?=(?:ook |al |allemaal )?bij (?:de )?(?:politie|recherche|justitie|om|wijkagent))"
)
"""That a case is with the police now is no danger of now."""
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
