"""What holds of the content people really get. Asserts on ids and rules, never on wording."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.support.timing import least_seconds
from woningscan.content import load_content, loading
from woningscan.content.check.questions import check
from woningscan.content.conditions import holds
from woningscan.content.model import SKIPPED, Content
from woningscan.conversation.memory import Memory
from woningscan.safety import distress
from woningscan.safety.speaking import choices_after
from woningscan.safety.triage import route_for, stops_the_scan
from woningscan.scan.questionnaire import questions_in_order

SAFE = {"gevaar_nu": "nee"}
NOTHING = {**SAFE, "voorval": "nee", "doxing": "nee"}


@pytest.fixture(scope="module")
def content(real_folder: Path) -> Content:
    return load_content(real_folder)


def test_nothing_is_wrong_with_it(content: Content, real_folder: Path) -> None:
    assert check(content, real_folder.parent / "domain.yml") == []


def test_it_loads_within_a_second(real_folder: Path) -> None:
    def anew() -> None:
        loading._loaded.cache_clear()
        load_content(real_folder)

    assert least_seconds(anew) < 1


def test_both_yaml_parsers_read_the_same(real_folder: Path) -> None:
    """The parser in C loads; the one in Python knows lines, and is used where none in C could be installed."""
    for path in real_folder.rglob("*.yml"):
        assert YAML(typ="safe").load(path.read_bytes()) == YAML(typ="safe", pure=True).load(path.read_bytes())


@pytest.mark.parametrize(
    ("answers", "route"),
    [
        ({"gevaar_nu": "ja"}, "acuut"),
        ({"gevaar_nu": "ik_twijfel"}, "acuut"),
        ({**SAFE, "voorval": "ja_en_de_politie_weet_het_niet"}, "concreet"),
        ({**SAFE, "voorval": "ja_en_de_politie_weet_het_al"}, "concreet_bekend"),
        ({**SAFE, "voorval": "nee", "doxing": "ja_met_een_bedreiging_of_oproep_om_langs_te_gaan"}, "concreet"),
        ({**SAFE, "voorval": "weet_niet_zeker", "doxing": "ja_zonder_bedreiging"}, "doxing"),
        ({**SAFE, "voorval": "weet_niet_zeker", "doxing": "nee", "onveilig_gevoel": "nee"}, "diffuus"),
        ({**NOTHING, "onveilig_gevoel": "ja"}, "diffuus"),
        ({**NOTHING, "onveilig_gevoel": "zeg_ik_liever_niet"}, "geen_met_nummers"),
        ({**NOTHING, "onveilig_gevoel": "nee"}, "geen"),
    ],
)
def test_triage_leads_where_the_domain_says(content: Content, answers: dict[str, str], route: str) -> None:
    found = route_for(content, answers)
    assert found is not None
    assert found.id == route


def test_the_triage_is_not_finished_before_its_last_question(content: Content) -> None:
    assert route_for(content, SAFE) is None
    assert route_for(content, NOTHING) is None


def test_no_button_of_a_stopping_route_leads_to_the_scan_or_a_request(content: Content) -> None:
    for route in content.routes.values():
        if stops_the_scan(content, route.id):
            offered = {choice.id for choice in choices_after(content, route.id, Memory())}
            goes_on = set() if route.id in distress.ROUTES else {"restart"}
            assert offered - {"dreiging:nu", "dreiging:politie", "whom_to_tell"} == {"talk_to_human", *goes_on}


def test_who_skips_the_whole_profile_is_asked_everything(content: Content) -> None:
    answers = {question.id: SKIPPED for question in content.profile} | {"scanlengte": "volledig"}
    asked = [question.id for question in questions_in_order(content, answers) if question.section == "theme"]
    assert asked == [question.id for theme in content.themes for question in theme.questions]


@pytest.mark.parametrize(
    ("answers", "hidden"),
    [
        ({"huishouden": "alleen"}, {"afspraken_vreemd_bezoek", "ophalen_van_kinderen"}),
        ({"huishouden": "met_anderen"}, {"ophalen_van_kinderen"}),
        ({"auto": "nee"}, {"portieren_en_parkeren"}),
        ({"sociale_media": "nee"}, {"berichten_met_woonplek", "online_haat"}),
        ({"slimme_apparaten": "nee"}, {"updates_slimme_apparaten", "deurbelcamera"}),
        (
            {"woningtype": "appartement_hoger"},
            {"verstopplekken_bij_de_deur", "opstapjes_bij_ramen", "brandbare_spullen_bij_gevel"},
        ),
        ({"woningtype": "appartement_begane_grond"}, set()),
    ],
)
def test_the_profile_hides_what_does_not_apply(content: Content, answers: dict[str, str], hidden: set[str]) -> None:
    questions = [question for theme in content.themes for question in theme.questions]
    assert {question.id for question in questions if not holds(question.show_if, answers)} == hidden


def test_costs_differ_by_function_and_every_function_is_served(content: Content) -> None:
    variants = content.answers["ask_costs"]["variants"]
    served = {
        choice.value
        for choice in content.questions["functie"].choices
        if any(holds(variant["show_if"], {"functie": choice.value}) for variant in variants)
    }
    assert {choice.value for choice in content.questions["functie"].choices} - served == {"andere_functie"}


def test_a_fact_that_is_only_in_the_folder_or_partly_known_says_so(content: Content) -> None:
    for contact in ("ccv_telefoon", "ccv_mail", "ccv_website", "ondersteuningsteam"):
        source = content.sources[content.contacts[contact].source]
        assert source["status"] != "bevestigd"
        assert "bevestigen" in source["note"]
