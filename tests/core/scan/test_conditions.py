"""When something applies: the five operators and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woningscan.content.conditions import holds
from woningscan.content.model import SKIPPED

IS = {"question": "auto", "is": "ja"}
IS_NOT = {"question": "auto", "is_not": "nee"}
ANY_OF = {"question": "auto", "any_of": ["ja", "soms"]}
ids, values = st.sampled_from("abc"), st.sampled_from(["ja", "nee", SKIPPED])
leaves = st.one_of(
    st.fixed_dictionaries({"question": ids, "is": values}),
    st.fixed_dictionaries({"question": ids, "is_not": values}),
    st.fixed_dictionaries({"question": ids, "any_of": st.lists(values, max_size=3)}),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, max_size=3)}),
    ),
    max_leaves=8,
)
some_answers = st.dictionaries(ids, values)


@pytest.mark.parametrize(
    ("condition", "answers", "expected"),
    [
        (None, {}, True),
        (IS, {"auto": "ja"}, True),
        (IS, {"auto": "nee"}, False),
        (IS, {}, False),
        (IS_NOT, {"auto": "nee"}, False),
        (IS_NOT, {"auto": SKIPPED}, True),
        (IS_NOT, {}, True),
        (ANY_OF, {"auto": "soms"}, True),
        (ANY_OF, {"auto": SKIPPED}, False),
        (ANY_OF, {}, False),
        ({"all": []}, {}, True),
        ({"any": []}, {}, False),
        ({"all": [IS, IS_NOT]}, {"auto": "ja"}, True),
        ({"all": [IS, {"question": "huis", "is": "ja"}]}, {"auto": "ja"}, False),
        ({"any": [IS, {"question": "huis", "is": "ja"}]}, {"huis": "ja"}, True),
    ],
)
def test_an_operator_means_what_it_says(condition: Any, answers: dict[str, str], expected: bool) -> None:
    assert holds(condition, answers) is expected


@pytest.mark.parametrize("condition", [{"question": "auto"}, {"question": "auto", "contains": "ja"}])
def test_an_unknown_operator_is_an_error(condition: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        holds(condition, {"auto": "ja"})


@given(trees, some_answers)
def test_a_condition_is_the_opposite_of_its_mirror(condition: dict[str, Any], answers: dict[str, str]) -> None:
    """`is` and `is_not`, `all` and `any` are each other's opposites, whatever they are built of."""
    assert holds(condition, answers) is not holds(mirrored(condition), answers)


@given(trees, some_answers)
def test_all_and_any_of_one_part_are_that_part(condition: dict[str, Any], answers: dict[str, str]) -> None:
    for operator in ("all", "any"):
        assert holds({operator: [condition]}, answers) is holds(condition, answers)


@given(trees, some_answers, values)
def test_an_answer_to_another_question_changes_nothing(
    condition: dict[str, Any], answers: dict[str, str], value: str
) -> None:
    assert holds(condition, {**answers, "elders": value}) is holds(condition, answers)


def mirrored(condition: dict[str, Any]) -> dict[str, Any]:
    if "all" in condition:
        return {"any": [mirrored(part) for part in condition["all"]]}
    if "any" in condition:
        return {"all": [mirrored(part) for part in condition["any"]]}
    question = condition["question"]
    if "is" in condition:
        return {"question": question, "is_not": condition["is"]}
    if "is_not" in condition:
        return {"question": question, "is": condition["is_not"]}
    return {"all": [{"question": question, "is_not": value} for value in condition["any_of"]]}
