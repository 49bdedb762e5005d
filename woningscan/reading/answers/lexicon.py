"""Words of typed Dutch that mean the same in every answer: yes, no, denials, small words, what is no answer."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.strip().split("=") for pair in pairs.split(","))


REWRITES = _table(
    "'t=het, 'k=ik, 'n=een, 'm=hem, t=het, k=ik, m=hem, z'n=zijn, zn=zijn, m'n=mijn, mn=mijn, zo'n=zo een, "
    "zon'n=zo een, da's=dat is, das=dat is, 's=s, ff=even, idd=inderdaad, wrs=waarschijnlijk, "
    "wss=waarschijnlijk, nie=niet, ni=niet, nt=niet, neit=niet, nite=niet, gene=geen, gen=geen, gin=geen, "
    "geeneen=geen, giene=geen, ne=een, nen=een, den=de, da=dat, ie=hij, em=hem, jaa=ja, jah=ja, joa=ja, "
    "jha=ja, jaja=ja, jahoor=ja hoor, jazekers=jazeker, jep=ja, jup=ja, yep=ja, yup=ja, yes=ja, yess=ja, "
    "yeah=ja, yea=ja, jow=ja, oui=ja, j=ja, jawohl=ja, neen=nee, neej=nee, neeje=nee, neeh=nee, neu=nee, "
    "neuh=nee, nein=nee, nope=nee, noppes=niks, nop=nee, no=nee, noo=nee, nah=nee, nn=nee, neehoor=nee hoor, "
    "neenee=nee nee, welnee=nee, weneen=nee, welneen=nee, weetniet=weet niet, kweetniet=ik weet niet, "
    "kweet=ik weet, kweenie=ik weet niet, kweeni=ik weet niet, kweeniet=ik weet niet, weenie=weet niet, "
    "weeni=weet niet, geenidee=geen idee, heb'k=heb ik, kheb=ik heb, khem=ik heb, tis=het is, weleens=wel "
    "eens, welles=wel, savonds=avonds, snachts=nachts, sochtends=ochtends, ovral=overal, zkr=zeker, "
    "tuurlk=tuurlijk, noit=nooit, alijd=altijd, alltijd=altijd, som=soms, mss=misschien, mischien=misschien, "
    "misschein=misschien, dnk=denk, vlgs=volgens, vd=van de, vh=van het, bgg=begane grond, enigste=enige, "
    "nix=niks, nada=niks, nogniet=nog niet, slechts=alleen, ge=u, gij=u, hebde=hebt u, "
    "ebt=hebt, ok=oke, okay=oke, okee=oke, pls=alsjeblieft, aub=alsjeblieft, svp=alsjeblieft"
)
"""Short forms, dialect and frequent typing errors, each with what it stands for."""
NUMBER_WORDS = _set("twee drie vier vijf zes zeven acht negen tien elf twaalf")
ORDINAL_WORDS = _set("eerste tweede derde vierde vijfde zesde zevende achtste negende tiende")
FILLERS = _set(
    "hoor nou nu eigenlijk eh ehm uh uhm uhh hm hmm mm tja ach oh o ah och goh gewoon echt maar dus toch even "
    "best al eerlijk gezegd gezegt joh zeg he graag alsjeblieft jammer helaas gelukkig volgens mij denk dacht "
    "ik geloof vermoed vrees waarschijnlijk vast van zeer erg sorry poeh pff pfff pf weten gerust u hm nog "
    "mijns inziens zo"
)
YES = _set(
    "ja jawel jazeker zeker tuurlijk natuurlijk uiteraard inderdaad absoluut klopt vanzelfsprekend zekerweten "
    "juist correct sowieso zekers"
)
NO = _set("nee geenszins onmogelijk")
AGREES = _set("klopt juist correct inderdaad")
SOFT = _set(
    "man vrouw partner kinderen kind zoon dochter gezin huisgenoten huisgenoot buren vriend vriendin ouders "
    "moeder vader eentje opa oma collega zus broer oppas hulp gemeente partij naast langs vlak hoge grote "
    "kleine lange paar"
)
NEGATORS = _set("niet geen niks niets nooit nergens niemand nimmer zonder nauwelijks amper noch")
FUNCTION = (
    FILLERS
    | YES
    | NO
    | NEGATORS
    | _set(
        "lukt lukte de het een der des die dat deze dit daar er hier ik je jij u wij we ze zij hij hem haar hun ons onze "
        "mijn uw jouw zijn me mij men iemand iedereen zich in op aan bij met te om als of en ook wel niet geen "
        "dan want omdat toen tot uit naar over onder tussen voor na door per sinds tijdens af erop eraan erin "
        "ervan erbij ermee ertegen daarop daaraan daarvan daarmee ervoor hebben heb hebt heeft had hadden gehad "
        "ben bent is was waren geweest word wordt worden werd zal zou zouden zullen kan kun kunt kunnen kon mag "
        "mogen moet moeten wil willen ga gaat gaan doe doet doen deed gedaan maak zit zitten zat staat staan sta "
        "ligt liggen hangt hangen komt komen altijd soms overal alles allemaal elke elk ieder iedere keer alle "
        "allebei beide beiden heel erg zeer veel meer meestal vaak steeds nog al reeds jaren jaar maand week dag "
        "dagen lang tijd pas net nu vandaag gisteren vorig vorige goed prima netjes allang helemaal zelf samen "
        "hele gans gebruik gebruiken geregeld zorgen zorg bijna allen zoiets zulke enige mogelijk thuis enkele "
        "tweeen alledrie ander daarom namelijk gelijk meteen natuurlijk zelfs eens echter precies zeker"
    )
)
ASSERTING = _set(
    "heb hebben hebt heeft is zijn was zit zitten staat staan hangt hangen ligt liggen doe doet doen gedaan "
    "kan kun kunt kunnen weet weten gebruik gebruiken geregeld overal alles allemaal altijd allebei beide "
    "beiden elke gehad er"
)
AUXILIARY = _set(
    "lukt lukte ben bent is zijn was waren heb hebben hebt heeft had doe doet doen ga gaat kan kun kunt weet weten zit "
    "staat hangt ligt word wordt wil mag"
)
POINTING = _set(
    "dat die dit deze er het hem ze daar hier alles overal allemaal allebei beide beiden erop eraan erin "
    "ervoor ermee erbij gedaan geregeld gehad daarvoor daarop daaraan elke alle"
)
WHOLLY = _set("overal alles allemaal altijd allebei beide beiden allen")
OFF_TOPIC = _set(
    "hallo hoi hey hee hai hi dag doei goedemorgen goedemiddag goedenavond goeiemorgen goedendag moin dankje "
    "dankjewel bedankt thanks merci dank stop stoppen terug opnieuw herstart help hulp menu pauze pauzeren "
    "verder doorgaan begin beginnen start vorige later even wacht idioot sukkel dom stom stomme onzin kut "
    "klote fuck shit godver klootzak rot rotbot lul eikel mongool lol haha hahaha hihi test blabla bla asdf "
    "oke prima top super mooi leuk goed fijn snap begrijp duidelijk mens medewerker iemand bot chatbot robot"
)
PLAIN = _set(
    "nee hoor gelukkig niet niks niets niemand nooit geen van dat dit alles op moment nu er is ik we wij ons "
    "mij me het in orde aan de ben zijn voel voelen nog laatste tijd zoiets dergelijks dank je u zeker "
    "absoluut echt helemaal nergens thuis beiden allemaal sprake over joh man eigenlijk allebei hier en daar "
    "zo heb hebben gehad valt mee ook tot te"
)
SAFE = _set("veilig rustig goed oke prima orde gerust normaal stil")
THREATENING = _set(
    "gevaar gebeurd last bang iets hand aangedaan bedreigd bedreiging gedeeld overkomen gevolgd onveilig "
    "iemand meegemaakt ervaren"
)
HEDGES = _set("even denk dacht geloof vermoed misschien waarschijnlijk hoop volgens lijkt bijna")
APPROVING = _set("oke prima top super goed fijn duidelijk")
SCAFFOLD = _set(
    "ik je u wij we ze hij het dat die er dit de een hebben heb hebt heeft is zijn zit zitten hangt hangen "
    "staat staan ligt liggen bij ons ben doe doen mijn onze hier thuis in op"
)
CLEAR_WORDS = (
    "jazeker",
    "natuurlijk",
    "tuurlijk",
    "absoluut",
    "uiteraard",
    "inderdaad",
    "gedeeltelijk",
    "misschien",
    "nooit",
    "altijd",
    "meestal",
    "overal",
    "nergens",
    "allemaal",
)
"""Their typing errors are put right before anything else: none is one letter away from another word in use."""
HESITATION = FILLERS | _set("wel niet of ja nee misschien toch")
BARE_DENIAL = (
    FILLERS
    | SCAFFOLD
    | NEGATORS
    | AUXILIARY
    | _set(
        "ook nog daar hier helemaal absoluut totaal echt allen alle tween beide beiden allebei allemaal mogelijk "
        "enkele een op naar voor gehad gedaan over thuis meer aan toe mee van alles bij zoiets hoor"
    )
)
"""A denial made of these words alone is about what was asked: "heb ik niet", "doen we nooit"."""
DENIED_IN_SAFETY = _set("gelukkig niet helemaal absoluut zeker totaal echt hoor")
SOMEBODY_ELSE = _set("komt komen iemand hij zij")
"""In a denial without a word of the question these point to something else: "er komt nooit iemand"."""
