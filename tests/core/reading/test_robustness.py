"""Any string is answered, quickly, with the same kind of answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.timing import least_seconds
from woningscan.reading.threat import Action, Assessment, Level, assess
from woningscan.reading.threat.lexicon import Lexicon
from woningscan.reading.threat.normalise import MAX_CHARS, plain_text, read

assess("warm")

WORDS = st.sampled_from(
    "ik me mijn je niet nooit als wat bedreigd kogel brief deur huis nu vannacht iemand staat mes brand vermoorden "
    "kinderen ' \" , . ? ! maar en of ze hij "
    "voor tuin auto politie gisteren 12 jaar geleden bedreigen xqzvbn vermorden kogelbreif".split()
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=1000))
def test_any_text_gives_an_assessment(text):
    result = assess(text)
    assert isinstance(result, Assessment)
    assert (result.action is Action.GEEN) == (result.level is Level.GEEN)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=220))
def test_a_thousand_threat_words_stay_within_the_time(words):
    text = " ".join(words)[:1000]
    best = least_seconds(lambda: assess(text))
    assert best < 0.2


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "ab ",
        "'",
        '"',
        "nooit ",
        "bedreigd ",
        "kogel mes brand ",
        ", ",
        "b e d r ",
        "1a2b",
        "é",
        "x-y-",
        "@$!",
        "maak ",
    ],
)
def test_repetition_has_no_catastrophic_pattern(unit):
    text = (unit * 1000)[:1000]
    assert least_seconds(lambda: assess(text)) < 0.2


def test_lone_surrogates_and_controls_are_accepted():
    assert isinstance(assess("\ud800 bedreigd \x00\x1b[31m"), Assessment)


def test_longer_text_is_judged_on_both_ends():
    padding = "we hebben twee sloten op de deur. " * 200
    assert len(padding) > MAX_CHARS
    assert assess(padding + "ik word bedreigd met een kogelbrief").level >= Level.CONCREET


def test_plain_text_undoes_disguises():
    assert plain_text("B3DR31GD") == "bedreigd"
    assert plain_text("b e d r e i g d") == "bedreigd"
    assert plain_text("bedré\u200bigd") == "bedreigd"
    assert plain_text("12 november") == "12 november"


def test_clauses_and_sentences_are_numbered():
    tokens = read("nooit bedreigd, maar wel bang. En nu?").tokens
    by_word = {t.text: t for t in tokens}
    assert by_word["bedreigd"].clause < by_word["bang"].clause
    assert by_word["bang"].sentence < by_word["nu"].sentence


def test_lexicon_patterns():
    lexicon = Lexicon(
        {"a": "kat hond* *vis *rat* ~kogelbrief", "b": "de_<a>_slaapt op_.._af in_mijn?_huis"},
        frozenset({"kogelbreuk"}),
    )
    assert lexicon.classes_of("kat") == {"a"}
    assert lexicon.classes_of("hondenhok") == {"a"}
    assert lexicon.classes_of("goudvis") == {"a"}
    assert lexicon.classes_of("kogelbreif") == {"a"}
    assert lexicon.classes_of("kogelbreuk") == frozenset()
    for text in ("de kat slaapt", "op een ladder af", "in huis", "in mijn huis"):
        assert "b" in lexicon.tag(read(text).tokens)
    assert "b" not in lexicon.tag(read("de. kat zit").tokens)
