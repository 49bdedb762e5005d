"""The preview: what changed since the approval, and each question as the channels show it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from bot.editing.approval import Role, approve
from bot.editing.examples import OFFICIALS, answers_of, officials_in
from bot.editing.looks import looks
from bot.editing.pages import preview
from bot.editing.since import since_approval
from tests.support.content_repository import edit, save
from tests.support.places import CONTENT
from woningscan.content import load_content
from woningscan.scan.questionnaire import questions_in_order

OFFICIALS_IN_IT = officials_in(OFFICIALS)


def page_of(folder: Path) -> str:
    return preview(load_content(folder), OFFICIALS_IN_IT, since_approval(folder))


def changes_on(page: str) -> str:
    return page.partition('id="gewijzigd"')[2].partition("</section>")[0]


def article(page: str, id: str) -> str:
    return page.partition(f'<article id="{id}"')[2].partition("</article>")[0]


def test_what_changed_stands_on_top_with_what_it_was_and_marks_its_question(folder: Path) -> None:
    approve(folder, Role.EDITORS, date(2026, 11, 30))
    save(folder)
    assert "<del>" not in changes_on(page_of(folder))
    edit(folder, "questionnaire/brandstichting.yml", "title: Rookmelders op elke verdieping", "title: Nieuwe titel")
    edit(folder, "routes.yml", "Schrijf op wat er gebeurt en wanneer.", "Schrijf elke dag op wat er gebeurt.")
    page = page_of(folder)
    told = changes_on(page)
    assert "<del>Rookmelders op elke verdieping</del>" in told and "<ins>Nieuwe titel</ins>" in told
    assert told.index("Schrijf elke dag op") < told.index("Nieuwe titel"), "what is about danger comes first"
    assert 'href="#rookmelders"' in told
    assert 'class="changed"' in article(page, "rookmelders")[:40]
    assert page.count('class="changed"') == 1


def test_every_question_is_shown_in_both_channels_with_all_its_choices() -> None:
    content = load_content(CONTENT)
    shown = looks(content, OFFICIALS_IN_IT)
    assert set(shown) == set(content.questions)
    for look in shown.values():
        labels = {choice.label for choice in look.question.choices}
        on_keys = {button[0] for message in look.telegram for row in message["keyboard"] for button in row}
        assert labels <= {choice.label for choice in look.widget.choices} and labels <= on_keys
        assert look.question.ask in look.widget.text
        assert any(look.question.ask in message["plain"] for message in look.telegram)


def test_who_is_asked_and_what_an_answer_leaves_out_is_what_the_scan_does() -> None:
    content = load_content(CONTENT)
    for look in looks(content, OFFICIALS_IN_IT).values():
        for official in look.asked:
            order = questions_in_order(content, answers_of(content, official.answers))
            assert look.question in order
            for other in look.left_out.get(official.answers.get(look.question.id, ""), ()):
                assert other not in order
    assert any(look.left_out for look in looks(content, OFFICIALS_IN_IT).values())


def test_before_the_first_approval_nothing_is_called_unchanged(folder: Path) -> None:
    told = changes_on(page_of(folder))
    assert re.search(r"nog geen versie is goedgekeurd", told, re.IGNORECASE) and "niets gewijzigd" not in told
