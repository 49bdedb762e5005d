"""The statistical opinion raises or asks, and never silences a certain signal."""

import pytest

from woningscan.reading.threat import Action, Level
from woningscan.reading.threat.combine import decide
from woningscan.reading.threat.statistical import Model, Opinion, packaged_model
from woningscan.reading.threat.weigh import read_signals

QUIET = Opinion(0.97, 0.01, 0.01, 0.01)
DANGER = Opinion(0.02, 0.03, 0.90, 0.05)
ACUTE = Opinion(0.02, 0.03, 0.05, 0.90)
DOUBT = Opinion(0.40, 0.15, 0.40, 0.05)


def decided(text, opinion):
    return decide(read_signals(text).signals, opinion)


@pytest.mark.parametrize(
    "text",
    ["ik word bedreigd door een inwoner", "er lag een kogelbrief op de mat", "ze slaan nu de ruiten van ons huis in"],
)
def test_a_certain_signal_is_never_silenced(text):
    assert decided(text, QUIET).action in {Action.CONTROLEVRAAG, Action.ROUTE_CONCREET, Action.ROUTE_ACUUT}


def test_the_opinion_raises_a_message_without_cues():
    assert decided("zomaar een zin", DANGER).action is Action.ROUTE_CONCREET
    assert decided("zomaar een zin", ACUTE).action is Action.ROUTE_ACUUT


def test_a_doubt_is_one_check_question():
    assert decided("zomaar een zin", DOUBT).action is Action.CONTROLEVRAAG


def test_without_an_opinion_the_rules_decide_alone():
    assert decided("er lag een kogelbrief op de mat", None).action is Action.ROUTE_CONCREET
    assert decided("zomaar een zin", None).level is Level.GEEN


def test_the_model_is_a_softmax_over_known_features():
    model = Model({"w:mes": (0, 0, 10, 20)}, (1.0, 0.0, 0.0, 0.0), 0.1, 1.0)
    unknown, known = model.judge({"w:vork": 1.0}), model.judge({"w:mes": 1.0})
    assert sum((known.geen, known.diffuus, known.concreet, known.acuut)) == pytest.approx(1.0)
    assert known.acuut > known.concreet > unknown.concreet
    assert unknown.geen > known.geen


def test_the_packaged_model_knows_the_four_levels():
    model = packaged_model()
    assert model is not None
    assert len(model.bias) == 4
    assert model.weights
