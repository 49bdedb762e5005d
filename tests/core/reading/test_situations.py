"""What is certain about who writes and when: despair, a child, a denial, the past, what the police know."""

from __future__ import annotations

import pytest

from woningscan.reading.threat import Action, Level, assess
from woningscan.reading.threat.situation import rules, scene, writer
from woningscan.reading.threat.situation.order import in_order

DESPAIR = [
    "ik wil er een eind aan maken",
    "ik wil er niet meer zijn",
    "het hoeft voor mij niet meer",
    "voor mij hoeft het eigenlijk niet meer",
    "ik zie het niet meer zitten",
    "ik stap eruit",
    "laat mij maar verdwijnen, ik red het zo niet langer",
    "na dit weekend ben ik er toch niet meer",
    "kzie het echt ni meer zitten",
    "iedereen is beter af zonder mij",
    "I don't want to live anymore",
    "ik sjoch it libben net mear sitten",
]
NO_DESPAIR = [
    "ik stop ermee",
    "ik schaam me dood voor die brievenbus",
    "ik ben doodmoe van de raad",
    "we maken er een eind aan voor vandaag",
    "de deur zit niet meer dicht",
    "ik heb er geen zin meer in, die vragen",
    "ik wil nog lang niet dood",
    "hij wil mij dood hebben",
    "ik heb geen auto meer",
]


@pytest.mark.parametrize("text", DESPAIR)
def test_despair_gets_care_and_never_an_order_to_report(text: str) -> None:
    found = assess(text)
    assert (found.action, found.topic) == (Action.STEUN, rules.CARE)


@pytest.mark.parametrize("text", NO_DESPAIR)
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert not writer.despairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik wil dood en ik heb een pistool",
        "ik heb een wapen, voor mezelf",
        "het geweer ligt hier. niet voor hen. voor mij",
    ],
)
def test_a_means_for_oneself_is_acute(text: str) -> None:
    found = assess(text)
    assert (found.level, found.action, found.topic) == (Level.ACUUT, Action.ROUTE_ACUUT, rules.CARE)


def test_somebody_else_with_a_weapon_is_no_despair() -> None:
    assert assess("er staat iemand met een mes voor mijn deur, ik wil niet dood").topic != rules.CARE


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("ik ben 11 jaar, mag ik opendoen?", True),
        ("mijn papa is naar de raad en er belt iemand aan", True),
        ("ik ben 8 jaar raadslid", False),
        ("mijn kinderen zijn 11 en 9", False),
        ("ik ben 51", False),
    ],
)
def test_a_child(text: str, child: bool) -> None:
    assert writer.is_child(text) is child


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("er is geen gevaar, ik word bewaakt", True),
        ("de politie weet het al", True),
        ("ik heb al politiebeveiliging", True),
        ("ja maar ik heb de politie gebeld", True),
        ("een paar maanden terug eieren tegen het raam, aangifte gedaan", True),
        ("brandje in de container, politie meteen ingelicht", True),
        ("wordt er dan aangifte gedaan?", False),
        ("mijn vrouw vindt dat de politie gebeld moet worden", False),
        ("waarom is er geen melding gedaan", False),
        ("de politie weet het nog niet", False),
        ("ik heb geen aangifte gedaan", False),
        ("moet ik aangifte doen?", False),
        ("ik wil graag beveiliging", False),
        ("heb ik recht op politiebeveiliging?", False),
        ("welke beveiliging is goed?", False),
    ],
)
def test_what_the_police_know(text: str, known: bool) -> None:
    assert writer.known_to_police(text) is known


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("in 2019 ben ik bedreigd, dat is afgehandeld, de man is veroordeeld", True),
        ("Alleen die ingegooide ruit in 2018. Schade betaald, daarna nooit meer iets", True),
        ("in 2019 bedreigd, afgehandeld, maar gisteren was hij er weer", False),
        ("jaren geleden bedreigd en hij komt nu vrij", False),
    ],
)
def test_long_over(text: str, over: bool) -> None:
    assert writer.long_over(text) is over


@pytest.mark.parametrize(
    "text",
    [
        "een doos met een draad eruit op de stoep",
        "wit poeder in een envelop",
        "er zit een kastje onder mijn auto geplakt",
        "un sac avec de la poudre blanche",
        "er ligt een handgranaat aan de deur",
    ],
)
def test_something_suspicious_that_lies_there_is_acute(text: str) -> None:
    found = assess(text)
    assert (found.level, found.action) == (Level.ACUUT, Action.ROUTE_ACUUT)


@pytest.mark.parametrize(
    "text",
    [
        "er ligt een pakket van de buren in de gang",
        "de doos met kerstspullen staat in de schuur",
        "een oude bom uit de oorlog",
    ],
)
def test_an_ordinary_thing_is_not(text: str) -> None:
    assert not scene.suspicious_object(text)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("vannacht brand door een brandbom, de brandweer is al weg, wat nu", Level.CONCREET),
        (
            "Vannacht een brandbom tegen de voordeur. Brandweer is al vertrokken, moet ik nu nog iets doen?",
            Level.CONCREET,
        ),
        ("vannacht hebben ze brand gesticht bij ons, het vuur is uit", Level.CONCREET),
        ("er is vannacht een brandbom naar binnen gegooid. brandweer is net weg", Level.CONCREET),
        ("vanochtend om 4 uur een explosie aan de voordeur, politie en brandweer zijn weer vertrokken", Level.CONCREET),
        ("gisteren stond er een vent met een bijl te bonken, politie heeft hem opgepakt", Level.CONCREET),
        ("vannacht een brandbom, brandweer is weg en nu staat er iemand in de tuin", Level.ACUUT),
        ("gisteren een brandbom, de brandweer is weg, maar ik zie vlammen", Level.ACUUT),
        ("vannacht brandbom, brandweer weg, maar het rookt weer", Level.ACUUT),
        ("vannacht is er iets ontploft, de eod is geweest. er ligt nog een pakje bij de deur", Level.ACUUT),
        ("er is net een brandbom tegen de gevel gegooid, de brandweer is er al", Level.ACUUT),
        ("brandbom door het raam, ik heb het zelf geblust", Level.ACUUT),
        ("vannacht brand bij ons, de brandweer is weg, mijn man is gewond", Level.ACUUT),
        ("gisteren is hij opgepakt, nu staat er een ander op de deur te bonken", Level.ACUUT),
    ],
)
def test_what_is_past_and_dealt_with_is_a_threat_and_anything_now_is_112(text: str, level: Level) -> None:
    assert assess(text).level is level


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("mijn woordvoerder kreeg een dreigmail, dat loopt nu bij de politie", Action.STEUN),
        ("ik kreeg een dreigmail, dat loopt nu bij de politie", Action.ROUTE_CONCREET),
        ("mijn auto, daar zit sinds vandaag een kastje met een magneet onder", Action.ROUTE_ACUUT),
        ("kwam net thuis, deur ingetrapt", Action.ROUTE_ACUUT),
        ("twee kerels hebben mijn dochter in een busje getrokken", Action.ROUTE_ACUUT),
        ("mijn man heeft de deur al op slot gedaan", Action.GEEN),
        ("een slimme meter, het kastje hangt eronder", Action.GEEN),
    ],
)
def test_who_is_threatened_and_whether_it_is_now(text: str, action: Action) -> None:
    assert assess(text).action is action


@pytest.mark.parametrize(
    "text",
    [
        "alarm ging af en op de camera zie ik een man in onze woonkamer, mijn vrouw ligt te slapen en neemt niet op",
        "ik hoor iemand beneden lopen, laat hem maar doen, ik wil niet meer leven",
    ],
)
def test_somebody_in_the_house_comes_before_despair(text: str) -> None:
    assert assess(text).action is Action.ROUTE_ACUUT


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("stuur asjeblieft hulp", Action.ROUTE_ACUUT),
        ("ik doe alsof ik pizza bestel want hij luistert mee", Action.ROUTE_ACUUT),
        ("ik zeg straks overal ja op, er kijkt iemand mee", Action.ROUTE_ACUUT),
        ("als ik ja zeg bedoel ik help", Action.ROUTE_ACUUT),
        ("doe alsof u van de thuiszorg bent", Action.CONTROLEVRAAG),
        ("we doen alsof er iemand thuis is met een tijdschakelaar", Action.GEEN),
        ("stuur mij hulp bij het invullen", Action.GEEN),
        ("de fractie doet alsof er niets gebeurd is", Action.GEEN),
        ("leest er iemand mee met wat ik typ?", Action.GEEN),
        ("doe maar alsof ik dat niet zei", Action.GEEN),
    ],
)
def test_who_cannot_speak_freely_says_it_in_another_way(text: str, action: Action) -> None:
    assert assess(text).action is action


@pytest.mark.parametrize(
    ("text", "burns"),
    [
        ("hooiberg vat vlam", True),
        ("kerstboom vat vlam", True),
        ("gordijn vliegt in de fik", True),
        ("vlammen slaan uit het dak van de buren", True),
        ("de discussie vat vlam", False),
        ("wat doe ik als de frituurpan vlam vat", False),
        ("mijn auto is in brand gestoken", False),
        ("vorig jaar vloog de schuur in brand", False),
        ("er is nooit iets in brand gevlogen", False),
    ],
)
def test_what_burns_now_is_acute(text: str, burns: bool) -> None:
    assert scene.burns_now(text) is burns
    assert not burns or assess(text).action is Action.ROUTE_ACUUT


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("mijn naaktfoto's gaan rond tenzij ik opstap", True),
        ("de coalitie valt tenzij we instemmen met de begroting", False),
        ("ik kom wel naar de vergadering tenzij ik ziek ben", False),
    ],
)
def test_unless_i_give_in_is_extortion(text: str, asked: bool) -> None:
    assert (assess(text).action is Action.CONTROLEVRAAG) is asked


@pytest.mark.parametrize(
    ("text", "acute"),
    [
        ("🧨💥 net door de gleuf!!! durf de gang niet in", True),
        ("ze hebben net een cobra door de brievenbus gegooid", True),
        ("vorig jaar een cobra door de brievenbus", False),
    ],
)
def test_what_came_into_the_house_just_now_is_acute(text: str, acute: bool) -> None:
    assert (assess(text).action is Action.ROUTE_ACUUT) is acute


@pytest.mark.parametrize("kinds", [("brand", "persoon_bij_de_woning"), ("persoon_bij_de_woning", "brand")])
def test_at_a_fire_with_nobody_there_nobody_is_told_to_stay_in(kinds: tuple[str, ...]) -> None:
    assert in_order("bij de buren slaat de vlam uit het dak en de vonken waaien onze kant op", kinds) == ("brand",)
    assert "persoon_bij_de_woning" in in_order("iemand steekt de schuur in brand en staat in de tuin", kinds)
