"""Patterns of who writes and what they say of it: a child, a denial, the past, known to the police; plain lower-case words without accents."""

from __future__ import annotations

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
    r"\b(?:gestolen|gejat\w*) (?:\w+ )?(?:fiets|auto|scooter|telefoon|laptop|portemonnee)\b"
    r"|\b(?:fiets|auto|scooter|telefoon|laptop|portemonnee) (?:\w+ ){0,2}(?:gestolen|gejat)\b|\b(?:aanrijding|parkeerschade)\b",
)
NOW_WITH_POLICE = (
    r"\b(nu|momenteel|op dit moment) (?=(?:ook |al |allemaal )?bij (?:de )?(?:politie|recherche|justitie|om|wijkagent))"
)
"""That a case is with the police now is no danger of now."""
CANNOT_CALL = (
    r"\bhoort (?:me|mij|ons|het|dat|alles) (?:dan )?(?:als ik|als we|bellen|praten)|\b(?:telefoon|batterij|accu|mobiel) (?:is )?(?:bijna |zo goed als |helemaal )?(?:leeg|kapot|weg|afgepakt)\b"
    r"|\bik ben (?:doof|slechthorend|stom)\b|\bfluister\w* (?:gaat|kan|lukt|durf)\b.{0,12}\bniet\b|^(?:ik )?(?:durf|kan) (?:\w+ ){0,2}niet$",
    r"(?:durf|kan|wil|mag|lukt|durven|kunnen) (?:ik |we |het |me |nu |echt |zelf |hier )*(?:niet|niemand|geen) (?:te |meer |nu |hardop |gewoon |even )*(?:bellen|praten|spreken|opbellen|telefoneren)|geen (?:bereik|beltegoed|telefoon)\b|bellen (?:durf|kan|lukt|gaat) (?:ik )?niet|(?:cant|can t|cannot|can not) (?:call|talk|speak)",
)
