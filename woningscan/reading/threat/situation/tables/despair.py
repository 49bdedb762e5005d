"""Patterns of despair, on plain lower-case words without accents.

Each is certain when it matches; whatever is doubtful is left to the rules and the models. White space inside a pattern
stands for one or more words of little meaning, so that "ik wil er echt niet meer zijn" fits "ik wil er niet meer zijn".
"""

from __future__ import annotations

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
    r"\b(?:ik slaap|slaap ik|slaap) (?:\w+ ){0,4}(?:niet|nauwelijks)\b.{0,40}(?:uitweg|geen zin|niet meer|\b(?:ben|is) op\b)|zie (?:\w+ ){0,3}(?:uitweg|geen toekomst|licht) (?:niet )?meer",
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
    r"\b(?:i want|want to|wanna|going to|wish to) (?:to )?(?:die|be dead)\b|kill(?:ing)? myself|end (?:it all|my life)|(?:do not|dont|don not) want to (?:live|be here)|cant go on|can t go on|can not go on|cannot go on|better off without me",
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
BOUGHT_A_MEANS = (
    r"\bik heb (?:\w+ ){0,2}(?:touw|strop|pillen|slaappillen) (?:gekocht|klaar|gehaald|gepakt|opgehangen|klaargelegd)\b",
)
