"""From a folder of YAML to the model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from woningscan.content import ContentError, load_content
from woningscan.content.check.questions import check
from woningscan.content.loading import _SCHEMAS, MAX_BYTES, THEMES, load_office_hours

Sample = Callable[..., Path]


def test_themes_come_in_their_order_and_questions_in_theirs(sample: Sample) -> None:
    content = load_content(sample())
    assert [theme.id for theme in content.themes] == ["inbraak", "online"]
    assert [question.id for question in content.themes[0].questions] == ["licht_bij_de_deur", "ladder_in_de_tuin"]


def test_every_question_is_known_by_its_id_with_its_section(sample: Sample) -> None:
    content = load_content(sample())
    sections = {key: question.section for key, question in content.questions.items()}
    assert sections["functie"] == "intake"
    assert sections["gevaar"] == "triage"
    assert sections["woningtype"] == "profile"
    assert sections["wachtwoord"] == "theme"
    assert content.questions["wachtwoord"].theme == "online"
    assert len(sections) == 9


def test_contacts_are_filled_in_everywhere(sample: Sample) -> None:
    content = load_content(sample())
    tip = content.questions["licht_bij_de_deur"].choice("nee").tip
    assert tip == "Hang een lamp op. Bij gevaar belt u 112."
    assert content.routes["acuut"].lead == "Bel nu 112."


def test_the_last_triage_rule_has_no_condition(sample: Sample) -> None:
    rules = load_content(sample()).triage_rules
    assert [rule.route for rule in rules if rule.when is None] == ["geen"]
    assert rules[-1].when is None


def test_a_request_takes_its_choices_from_the_question_it_names(sample: Sample) -> None:
    content = load_content(sample())
    fields = {field.id: field for field in content.request_fields["woningscan"]}
    assert fields["functie"].choices == content.questions["functie"].choices
    assert [field.id for field in content.request_fields["terugbellen"]] == ["naam"]


def test_answer_words_are_compared_without_capitals(sample: Sample) -> None:
    assert "jazeker" in load_content(sample()).answer_words["ja"]


def test_office_hours_say_that_they_are_not_confirmed(sample: Sample) -> None:
    hours = load_office_hours(sample())
    assert hours["confirmed"] is False
    assert hours["from"] == "09:00"


def test_the_version_changes_with_the_content_only(sample: Sample) -> None:
    folder = sample()
    before = load_content(folder).version
    assert load_content(folder).version == before
    (folder / "README.md").write_text("uitleg", encoding="utf-8")
    assert load_content(folder).version == before
    labels = folder / "labels.yml"
    labels.write_text(labels.read_text(encoding="utf-8").replace("Knop", "Toets", 1), encoding="utf-8")
    assert load_content(folder).version != before


def test_a_missing_file_and_a_missing_theme_folder_are_both_named(sample: Sample) -> None:
    folder = sample()
    (folder / "messages.yml").unlink()
    for path in (folder / "questionnaire").iterdir():
        path.unlink()
    with pytest.raises(ContentError) as error:
        load_content(folder)
    said = "\n".join(error.value.problems)
    assert "messages.yml: dit bestand ontbreekt" in said
    assert "questionnaire: er is geen enkel thema" in said


def test_an_empty_folder_lists_every_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        load_content(tmp_path)
    named = {problem.split(":")[0] for problem in error.value.problems}
    assert named == {*_SCHEMAS, THEMES}


@pytest.mark.parametrize(
    ("content", "reported"),
    [
        (b"\xff\xfe\x00", "is geen tekst in UTF-8"),
        (b"a: 'b" + b"c" * MAX_BYTES + b"'", "is groter dan"),
        (b"a: \x00b\n", "geen geldige YAML"),
        (b"[" * 3_000, "geen geldige YAML"),
        (b"a: !!python/object/apply:os.getcwd []\n", "geen geldige YAML"),
    ],
    ids=["not utf-8", "too large", "control character", "deep nesting", "python object"],
)
def test_a_file_that_is_no_content_at_all_is_refused(sample: Sample, content: bytes, reported: str) -> None:
    folder = sample()
    (folder / "labels.yml").write_bytes(content)
    with pytest.raises(ContentError) as error:
        load_content(folder)
    assert any(line.startswith("labels.yml: ") and reported in line for line in error.value.problems)


def test_intents_and_answers_are_compared_both_ways(sample: Sample, tmp_path: Path) -> None:
    content = load_content(sample())
    domain = tmp_path / "domain.yml"
    domain.write_text("intents:\n  - ask_costs\n  - greet: {use_entities: []}\n", encoding="utf-8")
    assert check(content, domain) == []
    domain.write_text("intents: [ask_costs, ask_duration]\n", encoding="utf-8")
    missing, unknown = check(content, domain)
    assert "answers.ask_duration: ontbreekt, maar staat wel in domain.yml" in missing
    assert "answers.greet: staat niet in domain.yml" in unknown
