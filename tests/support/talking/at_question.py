"""A conversation in which a question of the scan is open, with all that is asked before it answered."""

from __future__ import annotations

from tests.support.places import ROOT
from tests.support.talking.safe_triage import SAFE_TRIAGE
from woningscan.content import load_content
from woningscan.conversation.memory import Memory
from woningscan.safety.check_question import ASIDE
from woningscan.scan.questionnaire import next_question

CONTENT = load_content(ROOT / "content")
KNOWN = {
    **{"functie": "raadslid", **SAFE_TRIAGE, "woningtype": "rij_of_hoekwoning", "eigendom": "koop"},
    **{"huishouden": "met_kinderen", "auto": "ja", "sociale_media": "ja", "slimme_apparaten": "ja"},
    **{"bedrijf_aan_huis": "nee", "scanlengte": "volledig"},
}


def before(open_question: str, answers: dict[str, str]) -> Memory:
    """All that is asked before a question was answered, as in `answers`, in `KNOWN`, or else with no."""
    given: dict[str, str] = {}
    while (question := next_question(CONTENT, given)) is not None and question.id != open_question.rstrip("!"):
        no = "nee" if question.choice("nee") else question.choices[0].value
        given[question.id] = answers.get(question.id, KNOWN.get(question.id, no))
    assert question is not None, open_question
    memory = Memory(version=CONTENT.version, started=True, answers=given)
    return memory.but(aside=ASIDE, checks=1) if open_question.endswith("!") else memory
