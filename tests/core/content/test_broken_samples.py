"""Every broken sample is refused, with the file and the key that an editor has to change.

`samples/unloadable` cannot be loaded; `samples/unsafe` loads, but a check finds what it would do to people. A sample is
what differs from `samples/valid`; its `expected.txt` holds a part of every line that must be reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from woningscan.content import ContentError, load_content
from woningscan.content.check.questions import check

SAMPLES = Path(__file__).parent / "samples"


def _cases(kind: str) -> list[Path]:
    return sorted(path for path in (SAMPLES / kind).iterdir() if path.is_dir())


def _assert_reported(case: Path, problems: Iterable[str]) -> None:
    found = list(problems)
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected
    for line in expected:
        assert any(line in one or line in without_line(one) for one in found), f"{line!r} not in {found}"


def without_line(problem: str) -> str:
    """What is said without the line number, which another change of the sample would move."""
    return re.sub(r": regel \d+(?=: )", "", problem, count=1)


def test_the_sample_that_the_others_break_is_right(sample: Callable[..., Path]) -> None:
    assert check(load_content(sample())) == []


@pytest.mark.parametrize("case", _cases("unloadable"), ids=lambda case: case.name)
def test_cannot_be_loaded(case: Path, sample: Callable[..., Path]) -> None:
    with pytest.raises(ContentError) as error:
        load_content(sample(case))
    _assert_reported(case, error.value.problems)


@pytest.mark.parametrize("case", _cases("unsafe"), ids=lambda case: case.name)
def test_is_found_by_a_check(case: Path, sample: Callable[..., Path]) -> None:
    _assert_reported(case, check(load_content(sample(case))))
