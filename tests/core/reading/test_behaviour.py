"""Templates x fillers: signals are found, and modifiers take them away only where they should."""

from itertools import product

import pytest

from woningscan.reading.threat import Action, Level, assess

ROUTES = {Action.ROUTE_ACUUT, Action.ROUTE_CONCREET}
ALARMED = ROUTES | {Action.CONTROLEVRAAG}

SENDERS = ["een inwoner", "iemand op facebook", "een boer", "een onbekende"]
THREATS = [
    "schrijft dat hij me gaat vermoorden",
    "zei dat hij mijn huis in brand steekt",
    "stuurde me een kogelbrief",
    "heeft mij en mijn gezin met de dood bedreigd",
    "wil mij doodschieten",
]


@pytest.mark.parametrize(("sender", "threat"), list(product(SENDERS, THREATS)))
def test_announced_violence_is_routed(sender, threat):
    assert assess(f"{sender} {threat}").action in ROUTES


ACUTE = [
    "er staat nu iemand met een mes voor de deur",
    "ze slaan nu de ruiten in",
    "er is een inbreker in huis",
    "ons huis staat in brand",
    "ik word nu achtervolgd door een zwarte auto",
    "ze zijn de voordeur aan het intrappen",
    "help ze zijn binnen",
    "er ligt een granaat voor de deur",
    "er wordt op ons huis geschoten",
    "kan niet praten, hij is in huis",
]


@pytest.mark.parametrize("text", ACUTE)
def test_danger_now_takes_the_acute_route(text):
    assert assess(text).action is Action.ROUTE_ACUUT


TARGETED = [
    "vannacht zijn onze ruiten ingegooid",
    "mijn autobanden zijn lekgestoken, voor de derde keer",
    "er lag een rouwkaart met mijn naam in de brievenbus",
    "er hing een strop aan ons hek",
    "onze hond is vergiftigd",
    "de wielmoeren van mijn auto waren losgedraaid",
    "iemand volgt mijn dochter van school naar huis",
    "er stond 'we weten je te vinden' op onze muur gespoten",
    "ik kreeg een mail: je bent de volgende",
]


@pytest.mark.parametrize("text", TARGETED)
def test_targeted_acts_and_symbols_raise_the_alarm(text):
    assert assess(text).action in ALARMED


DENIALS = [
    "nee, ik ben nooit bedreigd",
    "ik word niet bedreigd",
    "geen bedreigingen gehad",
    "niemand heeft mij ooit bedreigd",
    "we zijn nooit bedreigd of lastiggevallen",
    "ik ben nog nooit met de dood bedreigd",
    "bedreigd? nee",
    "I have never been threatened",
]


@pytest.mark.parametrize("text", DENIALS)
def test_a_denial_is_geen(text):
    assert assess(text).level is Level.GEEN


OPENINGS = ["nee, nooit bedreigd", "ik ben niet bang", "geen dreiging hoor", "ik word niet bedreigd"]
ENDINGS = [
    "alleen schrijft er iemand dat hij me gaat vermoorden",
    "maar er lag wel een kogelbrief op de mat",
    "behalve die man die mijn huis in brand wil steken",
]


@pytest.mark.parametrize(("opening", "ending"), list(product(OPENINGS, ENDINGS)))
def test_a_denial_does_not_reach_into_the_next_clause(opening, ending):
    assert assess(f"{opening}, {ending}").action in ALARMED


SUPPOSITIONS = [
    "wat moet ik doen als iemand me bedreigt?",
    "stel dat er een kogelbrief komt, wat dan?",
    "hoe zou ik moeten handelen bij een bommelding?",
    "wie moet ik bellen als er iemand in de tuin staat?",
    "wanneer is een bedreiging strafbaar?",
    "hoe voorkom ik dat ze mijn ruiten ingooien?",
]


@pytest.mark.parametrize("text", SUPPOSITIONS)
def test_a_question_about_rules_is_not_routed(text):
    assert assess(text).action not in ROUTES


def test_a_condition_in_a_threat_is_no_supposition():
    assert assess("als je niet stopt maken we je af, schreven ze").action in ROUTES


FIGURES = [
    "schiet op, ik heb zo overleg",
    "ik schiet even een foto van het slot",
    "dat voorstel is afgeschoten",
    "een moordende vergadering",
    "ik zou een moord doen voor koffie",
    "met mes en vork",
    "het kostte een bom duiten",
    "de kogel is door de kerk",
    "ik schrok me dood",
    "doodmoe van de raad",
    "een brandende vraag",
    "daar zit een explosieve groei in",
]


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_speech_are_geen(text):
    assert assess(text).action is Action.GEEN


QUOTES = [
    "'we maken je af'",
    '"we weten waar je kinderen naar school gaan"',
    "“je bent de volgende”",
    "'je leeft niet lang meer'",
]
CHANNELS = ["kreeg een mail:", "op whatsapp stond", "iemand riep op straat:", "briefje onder de ruitenwisser:"]


@pytest.mark.parametrize(("channel", "quote"), list(product(CHANNELS, QUOTES)))
def test_a_quoted_threat_counts_as_a_threat(channel, quote):
    assert assess(f"{channel} {quote}").action in ALARMED


@pytest.mark.parametrize(
    "text",
    [
        "I got a death threat by email",
        "someone said he will kill me and my family",
        "there is someone in my house right now",
        "ze gaan mij vermoorden zegt ge",
        "ge moet rap komen, ze zijn de deur aan 't instampen",
        "hij gaat mij afmaken zegt em",
    ],
)
def test_english_and_flemish_threats_are_recognised(text):
    assert assess(text).action in ALARMED


def test_long_ago_and_closed_is_geen_unless_it_goes_on():
    closed = assess("vijftien jaar geleden ben ik een keer bedreigd, dat is opgelost")
    ongoing = assess("vijftien jaar geleden ben ik bedreigd en sindsdien krijg ik elk jaar weer een kogelbrief")
    assert closed.level is Level.GEEN
    assert ongoing.action in ALARMED


def test_a_threatened_colleague_is_not_routed():
    assert assess("een collega van mij is bedreigd").action not in ROUTES


@pytest.mark.parametrize("text", ["in de film werd de burgemeester vermoord", "ik lees een boek over een moord"])
def test_films_and_books_are_not_routed(text):
    assert assess(text).action not in ROUTES
