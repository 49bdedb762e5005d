"""What a typed text is taken for: an answer, a question, a command, a correction, or several of these."""

from __future__ import annotations

import pytest

from tests.support.talking.opinions import PROFILE, Opinions, asked
from tests.support.talking.walk import SAFE_TRIAGE
from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.opinion import Meaning
from woningscan.reading.reading import Reading


def said(content: Content, memory: Memory, text: str, opinions: Opinions) -> Decision:
    return decide(content, memory, (), Reading(Incoming(text=text), opinions))


def meaning(intent: str, chance: float = 0.95, topic: str | None = None) -> Meaning:
    return Meaning(intent, chance, topic or intent)


def test_a_certain_answer_is_the_button_that_it_means(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="nee")
    decision = said(content, memory, "op alle drie de lagen een", Opinions({"rookmelders": {"ja": 0.97}}))
    assert (decision.choice, decision.noted) == ("antwoord:rookmelders=ja", None)


def test_a_likely_answer_is_said_back_with_what_follows(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="nee")
    decision = said(content, memory, "op de meeste lagen wel een", Opinions({"rookmelders": {"deels": 0.8}}))
    assert decision.choice == "antwoord:rookmelders=deels"
    assert decision.noted == (content.questions["rookmelders"], "deels")


def test_an_unsure_answer_goes_on_with_the_two_likeliest_choices(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="nee")
    opinions = Opinions({"rookmelders": {"ja": 0.5, "deels": 0.4, "nee": 0.05}})
    decision = said(content, memory, "er hangt wel wat boven", opinions)
    assert (decision.choice, decision.intent, decision.candidates) == (None, "nlu_fallback", ("ja", "deels"))


def test_a_question_beside_an_answer_is_answered_and_the_answer_kept(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="nee")
    opinions = Opinions({"rookmelders": {"ja": 0.97}}, meaning("ask_duration", topic="q_hoeveel_nog"))
    decision = said(content, memory, "ja overal en hoeveel komen er nog", opinions)
    assert [reply.id for reply in decision.step.replies] == ["faq.ask_duration"]
    assert decision.choice == "antwoord:rookmelders=ja"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("laat maar, we gaan gewoon verder", "resume"),
        ("oke ga maar door", "resume"),
        ("ik weet niet hoe het dan verder gaat", "ask_bewaken_beveiligen"),
        ("nee ga maar door", "ask_bewaken_beveiligen"),
        ("ik ga vanavond verder", "ask_bewaken_beveiligen"),
    ],
)
def test_who_says_to_go_on_goes_on(content: Content, typed: str, wanted: str) -> None:
    opinions = Opinions({}, meaning("ask_bewaken_beveiligen", topic="q_waarom_geen_scan"))
    assert said(content, asked(content, "rookmelders"), typed, opinions).intent == wanted


def test_a_command_beside_an_answer_is_obeyed_after_it(content: Content) -> None:
    memory = asked(content, "vluchtplan")
    opinions = Opinions({"vluchtplan": {"nee": 0.97}}, meaning("pause"))
    decision = said(content, memory, "nooit bij stilgestaan, zet maar op pauze", opinions)
    assert (decision.choice, decision.step.memory.answers["vluchtplan"]) == ("pause", "nee")


@pytest.mark.parametrize("intent", ["stop", "restart", "erase_data"])
def test_what_cannot_be_undone_needs_its_own_words(content: Content, intent: str) -> None:
    memory = asked(content, "reservesleutel_buiten")
    decision = said(content, memory, "die ligt in de la", Opinions(meant=meaning(intent, 0.99)))
    assert decision.intent == "nlu_fallback"


def test_a_threat_that_only_the_intent_sees_is_asked_about_where_that_is_sure(content: Content) -> None:
    for chance, reply in ((0.79, None), (0.99, "threat.check")):
        opinions = Opinions(meant=meaning("report_threat", chance))
        decision = said(content, asked(content, "auto"), "die van hiernaast maakt het ons lastig", opinions)
        assert next((said.id for said in decision.step.replies), None) == reply


def test_a_correction_changes_the_earlier_answer_and_leaves_the_open_question(content: Content) -> None:
    memory = asked(content, "vluchtplan", alarm_en_melding="nee", rookmelders="ja")
    opinions = Opinions({"alarm_en_melding": {"ja": 0.96}}, meaning("correct"))
    decision = said(content, memory, "oh dat was fout, we hebben wel een alarm", opinions)
    assert decision.step.memory.answers["alarm_en_melding"] == "ja"
    assert "vluchtplan" not in decision.step.memory.answers
    assert decision.choice == "resume"
    assert content.questions["alarm_en_melding"].title in str(decision.step.replies[0].parts)


def test_a_correction_that_nothing_fits_changes_nothing(content: Content) -> None:
    memory = asked(content, "vluchtplan", rookmelders="ja")
    decision = said(content, memory, "dat klopte toch niet helemaal", Opinions(meant=meaning("correct")))
    assert decision.step.memory.answers == memory.answers


def test_a_correction_may_name_what_it_is_not(content: Content) -> None:
    memory = asked(content, "vluchtplan", functie="raadslid")
    typed = "bij functie had ik wethouder moeten zeggen, niet raadslid"
    decision = said(content, memory, typed, Opinions(meant=meaning("correct")))
    assert decision.step.memory.answers["functie"] == "wethouder"


def test_a_no_to_a_safety_question_with_more_of_the_same_is_a_no(content: Content) -> None:
    memory = Memory(version=content.version, started=True, answers={"functie": "wethouder"})
    typed = "nee, niemand hier in de buurt"
    likely = Opinions({"gevaar_nu": {"nee": 0.6, "ja": 0.1}})
    assert said(content, memory, typed, likely).choice == "antwoord:gevaar_nu=nee"
    doubted = Opinions({"gevaar_nu": {"ja": 0.5, "nee": 0.4}})
    assert said(content, memory, typed, doubted).choice is None


def test_a_correction_to_a_dangerous_answer_leads_to_its_route(content: Content) -> None:
    memory = asked(content, "auto")
    opinions = Opinions({"gevaar_nu": {"ja": 0.99}}, meaning("correct"))
    decision = said(content, memory, "het antwoord over gevaar op dit moment moest anders", opinions)
    assert decision.choice == "antwoord:gevaar_nu=ja" or decision.step.memory.route == "acuut"


def test_a_denial_at_the_check_question_keeps_the_answer_beside_it(content: Content) -> None:
    memory = asked(content, "vaste_zin_aan_de_deur").but(aside="threat", checks=1)
    opinions = Opinions({"vaste_zin_aan_de_deur": {"ja": 0.97}})
    decision = said(content, memory, "nee geen dreiging, ja ik weet wat ik zeg", opinions)
    assert [reply.id for reply in decision.step.replies] == ["threat.check.none"]
    assert decision.choice == "antwoord:vaste_zin_aan_de_deur=ja"


def test_the_function_in_the_first_sentence_is_kept(content: Content) -> None:
    opinions = Opinions(meant=meaning("start_scan"))
    decision = said(content, Memory(version=content.version), "ik ben burgemeester en wil de zelfscan doen", opinions)
    assert (decision.intent, decision.step.memory.answers["functie"]) == ("start_scan", "burgemeester")


def test_a_request_takes_more_than_one_field_from_a_message(content: Content) -> None:
    memory = Memory(version=content.version, draft=Draft("terugbellen", {"naam": "J", "functie": "raadslid"}))
    decision = said(content, memory, "0612345678, na 18 uur bellen", Opinions())
    assert decision.step.memory.draft == Draft(
        "terugbellen", {"naam": "J", "functie": "raadslid", "contact": "0612345678", "voorkeur": "na 18 uur bellen"}
    )
    assert decision.choice == "resume"


def test_without_a_model_fixed_words_answer_and_the_engine_reads_the_rest(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="nee")
    nothing = Opinions(meant=None)
    assert said(content, memory, "ja hoor", nothing).choice == "antwoord:rookmelders=ja"
    other = said(content, memory, "op elke verdieping hangt er een", nothing)
    assert (other.text, other.intent) == ("op elke verdieping hangt er een", None)


def test_what_is_neither_clear_nor_plain_the_engines_own_model_may_know(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="nee")
    unclear = Opinions(meant=Meaning("ask_costs", 0.4, "ask_costs", 0.2))
    assert said(content, memory, "en wat zijn daar de centen van", unclear).intent is None


def test_a_correction_that_only_names_the_question_asks_it_again_and_keeps_the_answer_beside_it(
    content: Content,
) -> None:
    memory = asked(content, "sociale_media", eigendom="koop").but(
        answers={"functie": "wethouder", **SAFE_TRIAGE, **PROFILE, "eigendom": "koop", "scanlengte": "volledig"},
        revisit=None,
    )
    opinions = Opinions({"sociale_media": {"ja": 0.95}}, meaning("correct"))
    decision = said(content, memory, "ja mijn man. bij koop of huur koos ik verkeerd, die wil ik overdoen", opinions)
    assert decision.choice == "wijzig:eigendom"
    assert decision.step.memory.answers["sociale_media"] == "ja"


@pytest.mark.parametrize(("typed", "noted"), [("wethouder, sinds kort", None), ("wethouder, kort graag", "kort")])
def test_since_when_is_not_how_long(content: Content, typed: str, noted: str | None) -> None:
    opinions = Opinions({"functie": {"wethouder": 0.96}, "scanlengte": {"kort": 0.99}})
    decision = said(content, Memory(started=True, version=content.version), typed, opinions)
    assert decision.step.memory.answers.get("scanlengte") == noted


@pytest.mark.parametrize("clause", ["rookmelders zitten op elke laag", "rookmelders hangen er sinds kort overal"])
def test_what_was_not_asked_yet_is_answered_by_a_clause_that_names_it(content: Content, clause: str) -> None:
    memory = asked(content, "plaats_brievenbus").but(
        answers={"functie": "wethouder", **SAFE_TRIAGE, **PROFILE, "scanlengte": "volledig"},
        revisit="plaats_brievenbus",
    )
    chances = {"plaats_brievenbus": {"los_van_het_huis": 0.95}, "rookmelders": {"ja": 0.97}}
    decision = said(content, memory, f"paal bij de oprit. {clause}", Opinions(chances))
    assert decision.choice == "antwoord:plaats_brievenbus=los_van_het_huis"
    assert decision.step.memory.answers["rookmelders"] == "ja"
    (reply,) = decision.step.replies
    assert reply.id == "scan.noted_too"
    assert content.questions["rookmelders"].title in str(reply.parts)


@pytest.mark.parametrize(
    ("clause", "open_chance"),
    [
        ("rookmelders", 0.99),  # surer of what was asked
        ("de rookmelders die wij ooit van de brandweer kregen hangen nu al jaren overal", 0.0),  # a story
        ("overal hangen ze", 0.0),  # no word of its title
    ],
)
def test_what_is_no_short_clear_answer_fills_in_nothing(content: Content, clause: str, open_chance: float) -> None:
    memory = asked(content, "plaats_brievenbus")
    chances = {"plaats_brievenbus": {"los_van_het_huis": open_chance}, "rookmelders": {"ja": 0.97}}
    decision = said(content, memory, f"paal bij de oprit. {clause}", Opinions(chances))
    assert "rookmelders" not in decision.step.memory.answers


def test_a_safety_question_is_never_answered_beside_another(content: Content) -> None:
    memory = Memory(version=content.version, started=True)
    chances = {"functie": {"wethouder": 0.95}, "gevaar_nu": {"nee": 0.99}, "voorval": {"nee": 0.99}}
    decision = said(content, memory, "wethouder, en er is geen gevaar, geen vernieling, niets", Opinions(chances))
    assert decision.choice == "antwoord:functie=wethouder"
    assert not decision.step.memory.answers


@pytest.mark.parametrize(
    ("typed", "calls_off"),
    [
        ("de status van mijn aanvraag WS-ABCD-EFGHJ graag", False),
        ("het gaat om afspraak WS-ABCD-EFGHJ", False),
        ("ik bel over de woningscan WS-ABCD-EFGHJ", False),
        ("annuleer WS-ABCD-EFGHJ", True),
        ("trek WS-ABCD-EFGHJ maar in", True),
    ],
)
def test_a_reference_is_called_off_only_where_the_text_says_so(content: Content, typed: str, calls_off: bool) -> None:
    decision = said(content, Memory(version=content.version), typed, Opinions({}))
    assert (decision.intent == "cancel_booking") is calls_off


def test_calling_off_needs_a_word_for_it_or_for_what_is_called_off(content: Content) -> None:
    guessed = Opinions({}, meaning("cancel_booking"))
    memory = Memory(version=content.version)
    assert said(content, memory, "ik wil niet dat de politie erbij komt", guessed).intent != "cancel_booking"
    assert said(content, memory, "de afspraak gaat niet door", guessed).intent == "cancel_booking"
