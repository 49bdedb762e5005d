"""The self-scan as a conversation, with pressed buttons: asking, back, change, skip, stop, the plan at the end."""

from __future__ import annotations

import pytest

from tests.support.talking.walk import SAFE_TRIAGE, Walk
from woningscan.content.model import SKIPPED, Content
from woningscan.conversation.choices import NOTHING_WRONG
from woningscan.conversation.reply import Reply

WETHOUDER = {"functie": "wethouder"}


def progress_of(reply: Reply) -> tuple[int, int] | None:
    found = [part for part in reply.parts if part["kind"] == "progress"]
    return (found[0]["number"], found[0]["total"]) if found else None


def finished(walk: Walk, length: str = "kort") -> list[str]:
    walk.press("start_scan")
    walk.answer(**WETHOUDER, **SAFE_TRIAGE)
    while walk.asking:
        question = walk.said[-1].id.removeprefix("scan.ask.")
        walk.press(f"antwoord:scanlengte={length}" if question == "scanlengte" else "skip")
    return [reply.id for reply in walk.said]


def test_it_begins_with_the_function_and_then_with_safety(walk: Walk) -> None:
    assert walk.press("start_scan") == ["scan.ask.functie"]
    assert walk.answer(functie="raadslid") == ["scan.ask.gevaar_nu"]
    number, total = progress_of(walk.said[-1])
    assert number == 2
    assert walk.answer(**SAFE_TRIAGE) == ["threat.route.geen", "scan.ask.woningtype"]
    assert progress_of(walk.said[-1]) == (2 + len(SAFE_TRIAGE), total)


def test_one_press_tells_that_nothing_is_the_matter(walk: Walk, content: Content) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert f"antwoord:gevaar_nu={NOTHING_WRONG}" in walk.choices()
    assert walk.answer(gevaar_nu=NOTHING_WRONG) == ["threat.route.geen", "scan.ask.woningtype"]
    assert walk.memory.answers == {"functie": "raadslid", **SAFE_TRIAGE}
    assert {f"wijzig:{question.id}" for question in content.triage} <= set(walk.press("wijzig") and walk.choices())


def test_what_cannot_be_read_whole_on_a_button_is_not_offered(walk: Walk) -> None:
    walk.memory = walk.memory.but(overheard=True)
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert f"antwoord:gevaar_nu={NOTHING_WRONG}" not in walk.choices()


def test_that_nothing_is_the_matter_is_an_answer_to_the_first_safety_question_alone(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid", gevaar_nu="nee")
    before = walk.memory.answers
    walk.answer(voorval=NOTHING_WRONG)
    assert walk.memory.answers == before


def test_another_function_is_referred_and_may_do_the_scan(walk: Walk) -> None:
    walk.press("start_scan")
    assert walk.answer(functie="andere_functie") == ["intake.other_function", "scan.ask.gevaar_nu"]


def test_with_the_plan_shown_going_on_asks_what_to_do_now(walk: Walk) -> None:
    assert finished(walk)[-1] == "plan.next"
    for again in ("resume", "start_scan"):
        assert walk.press(again) == ["plan.next"] and {"book_scan", "send_report"} <= walk.choices()
    first, *_ = walk.memory.answers
    walk.press(f"wijzig:{first}")
    assert "plan.intro" in walk.answer(**{first: "raadslid"}), "another answer, another plan"
    assert walk.press("full_scan")[0].startswith("scan.ask.")


def test_stopping_offers_what_there_is_to_do(walk: Walk) -> None:
    assert walk.press("stop") == ["nav.stop.unbegun"] and walk.choices() == {"start_scan", "report_threat"}
    walk.press("start_scan")
    assert walk.press("stop") == ["nav.stop.unbegun"]
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert walk.press("stop") == ["nav.stop"] and {"resume", "send_report", "erase_data"} <= walk.choices()


def test_each_answer_gets_its_tip_at_once(walk: Walk, content: Content) -> None:
    walk.press("start_scan")
    walk.answer(**WETHOUDER, **SAFE_TRIAGE)
    while walk.said[-1].id.removeprefix("scan.ask.") in {question.id for question in content.profile}:
        walk.press("skip")
    walk.answer(scanlengte="kort")
    first = content.themes[0].questions[0]
    assert walk.said[-1].id == f"scan.ask.{first.id}"
    assert walk.answer(**{first.id: "nee"})[0] == f"scan.tip.{first.id}.nee"
    second = walk.said[-1].id.removeprefix("scan.ask.")
    assert walk.press("skip")[0] == f"scan.skipped.{second}"
    assert walk.memory.answers[second] == SKIPPED


@pytest.mark.parametrize("question", ["functie", "gevaar_nu"])
def test_what_must_be_answered_cannot_be_skipped(walk: Walk, question: str) -> None:
    walk.press("start_scan")
    if question != "functie":
        walk.answer(functie="raadslid")
    assert "skip" not in walk.choices()
    assert walk.press("skip") == [f"scan.clarify.{question}", f"scan.ask.{question}"]
    assert question not in walk.memory.answers


def test_the_last_answer_leads_to_the_plan(walk: Walk) -> None:
    told = finished(walk)
    assert "scan.complete" in told
    assert told[-1] == "plan.next"
    assert walk.memory.planned
    assert {"book_scan", "full_scan", "send_report", "wijzig"} <= walk.choices()


def test_after_the_full_scan_there_is_nothing_left_to_offer(walk: Walk) -> None:
    finished(walk, "volledig")
    assert "full_scan" not in walk.choices()


def test_the_full_scan_goes_on_after_the_short_one(walk: Walk, content: Content) -> None:
    finished(walk)
    before = dict(walk.memory.answers)
    told = walk.press("full_scan")
    assert told[-1].startswith("scan.ask.")
    assert walk.memory.answers == {**before, "scanlengte": "volledig"}


def test_back_asks_the_question_before_again(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid", gevaar_nu="nee")
    assert walk.press("back") == ["scan.ask.gevaar_nu"]
    assert walk.press("back") == ["scan.ask.functie"]
    assert "back" not in walk.choices()
    assert walk.press("back") == ["scan.first", "scan.ask.functie"]
    assert walk.memory.answers == {}


def test_an_earlier_answer_is_changed_and_the_scan_goes_on_where_it_was(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid", gevaar_nu="nee")
    assert walk.press("wijzig") == ["scan.change"]
    assert {"wijzig:functie", "wijzig:gevaar_nu"} <= walk.choices()
    assert walk.press("wijzig:functie") == ["scan.ask.functie"]
    assert walk.answer(functie="wethouder") == ["scan.ask.voorval"]
    assert dict(walk.memory.answers) == {"functie": "wethouder", "gevaar_nu": "nee"}


def test_changing_is_given_up_with_back(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid", gevaar_nu="nee")
    walk.press("wijzig:functie")
    assert walk.press("back") == ["scan.ask.voorval"]
    assert walk.memory.answers["functie"] == "raadslid"


def test_a_change_after_the_plan_shows_the_new_plan(walk: Walk) -> None:
    finished(walk)
    assert walk.press("wijzig:woningtype") == ["scan.ask.woningtype"]
    told = walk.answer(woningtype="vrijstaand")
    assert told[0] == "scan.complete"
    assert told[-1] == "plan.next"


def test_a_change_after_the_plan_survives_a_doubt_about_a_threat(walk: Walk) -> None:
    finished(walk)
    walk.press("wijzig:woningtype")
    assert walk.press("report_threat") == ["threat.check"]
    assert walk.press("dreiging:nee") == ["threat.check.none", "scan.ask.woningtype"]


def test_an_answer_that_was_never_given_cannot_be_changed(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert walk.press("wijzig:rookmelders") == ["scan.change"]
    assert walk.memory.revisit is None


def test_a_button_of_another_question_is_no_answer(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert walk.press("antwoord:functie=wethouder") == ["scan.clarify.gevaar_nu", "scan.ask.gevaar_nu"]
    again = walk.press("antwoord:gevaar_nu=misschien")
    assert again == ["scan.clarify.gevaar_nu", "fallback.person", "scan.ask.gevaar_nu"]
    assert dict(walk.memory.answers) == {"functie": "raadslid"}


def test_a_typed_answer_counts_and_a_guess_does_not(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(**WETHOUDER, **SAFE_TRIAGE)
    assert walk.type("ja en nee")[0] == "scan.clarify.woningtype"
    assert "woningtype" not in walk.memory.answers
    assert walk.type("rijtjeshuis") == ["scan.ask.eigendom"]
    assert walk.memory.answers["woningtype"] == "rij_of_hoekwoning"


def test_why_is_about_the_open_question_which_comes_back(walk: Walk) -> None:
    walk.press("start_scan")
    assert walk.press("ask_why") == ["scan.why.functie", "scan.ask.functie"]


def test_a_question_in_between_brings_the_same_question_back(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    for topic in ("ask_costs", "ask_privacy", "help", "thanks"):
        assert walk.press(topic)[-1] == "scan.ask.gevaar_nu"
    assert dict(walk.memory.answers) == {"functie": "raadslid"}


@pytest.mark.parametrize("rest", ["pause", "stop"])
def test_stopping_keeps_the_answers_and_resuming_asks_the_same_question(walk: Walk, rest: str) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert walk.press(rest) == [f"nav.{rest}"]
    assert walk.asking is None
    assert walk.press("resume") == ["scan.ask.gevaar_nu"]


def test_everything_is_gone_only_after_a_confirmed_restart(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert walk.press("restart") == ["nav.confirm.restart"]
    assert walk.press("deny") == ["nav.as_you_wish", "scan.ask.gevaar_nu"]
    assert dict(walk.memory.answers) == {"functie": "raadslid"}
    walk.press("restart")
    assert walk.press("affirm") == ["scan.ask.functie"]
    assert walk.memory.answers == {}
