"""Changes that may not change the level, and additions that may never lower it."""

from itertools import product

import pytest

from woningscan.reading.threat import Action, assess

NAMES = ["Jan de Vries", "Fatima El Amrani", "Piet", "mevrouw Jansen-Bakker"]
PLACES = ["Utrecht", "Sint-Oedenrode", "Leeuwarden", "Ede"]
NUMBERS = ["12", "47", "303"]

ROUTES = {Action.ROUTE_CONCREET, Action.ROUTE_ACUUT}

SENTENCES = [
    "er ligt een kogelbrief op de mat bij {} thuis en ik ben bedreigd",
    "ik woon in {} en iemand schrijft dat hij mij vermoordt",
    "afspraak in {} kan volgende week",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_names_places_and_numbers_do_not_change_the_level(sentence):
    levels = {assess(sentence.format(filler)).level for filler in (*NAMES, *PLACES, *NUMBERS)}
    assert len(levels) == 1


BASES = [
    "er staat nu iemand met een mes voor de deur",
    "ze schrijven dat ze me gaan vermoorden",
    "ik word bedreigd",
    "mijn ruiten zijn vannacht ingegooid",
    "we hebben twee sloten op de achterdeur",
]


@pytest.mark.parametrize("text", BASES)
@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.title,
        lambda t: t + "!!!",
        lambda t: t + ".",
        lambda t: f"  {t}  ",
        lambda t: t.replace(" ", "  "),
    ],
)
def test_casing_spaces_and_closing_marks_do_not_change_the_level(text, change):
    assert assess(change(text)).level is assess(text).level


@pytest.mark.parametrize("text", BASES)
def test_invisible_signs_and_look_alikes_do_not_change_the_level(text):
    hidden = "\u200b".join(text)
    cyrillic = text.replace("e", "е").replace("o", "о").replace("a", "а")
    accented = text.replace("e", "é")
    assert {assess(t).level for t in (text, hidden, cyrillic, accented)} == {assess(text).level}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("bedreigd", "bedrijgd"),
        ("bedreigd", "bedriegd"),
        ("bedreigd", "bedreigt"),
        ("bedreigd", "b3dr31gd"),
        ("bedreigd", "bedreeeigd"),
        ("kogelbrief", "kogelbreif"),
        ("vermoorden", "vermoordne"),
        ("vermoorden", "vermoorde"),
    ],
)
def test_typing_errors_do_not_hide_a_threat(right, wrong):
    text = {
        "bedreigd": "ik word {} door een inwoner",
        "kogelbrief": "er lag een {} in de bus",
        "vermoorden": "hij wil mij {}",
    }[right]
    found = assess(text.format(right)).action, assess(text.format(wrong)).action
    assert found[0] in ROUTES
    assert found[1] in ROUTES | {Action.CONTROLEVRAAG}


@pytest.mark.parametrize(
    "word", ["bedanken", "bedragen", "bedrijven", "bereiden", "vogels", "regels", "vermoeden", "verwoorden"]
)
def test_real_words_near_a_threat_word_are_not_typing_errors(word):
    assert assess(f"we {word} dat graag samen").action.value == "geen"


ADDITIONS = ["nu", "vannacht", "mijn kinderen zijn thuis", "en mijn gezin is bang", "dit gebeurt nu"]


CONTRADICTION = (BASES[0], "vannacht")  # "nu" and "vannacht" in one sentence


@pytest.mark.parametrize(
    ("text", "addition"), [pair for pair in product(BASES[:4], ADDITIONS) if pair != CONTRADICTION]
)
def test_more_danger_never_lowers_the_level(text, addition):
    assert assess(f"{text}, {addition}").level >= assess(text).level


@pytest.mark.parametrize("gap", [0, 1, 2, 3, 5])
def test_a_denial_close_by_works_and_a_far_one_does_not(gap):
    filler = " ".join(["in", "die", "hele", "lange", "tijd"][:gap])
    near = f"ik ben nooit {filler} bedreigd".replace("  ", " ")
    assert assess(near).level.value == "geen"
    far = "nooit spijt gehad van het werk in de raad hoewel ik vorige week een kogelbrief kreeg en word bedreigd"
    assert assess(far).level.value != "geen"
