"""What is made of a text before anything else looks at it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woningscan.reading.text import readable

FAMILY = "👨‍👩‍👧"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("hallo", "hallo"),
        ("  hallo \n\t daar\r\n ", "hallo daar"),
        ("hal\u0000lo\u0007", "hallo"),
        ("hallo\u000bdaar\u000cen\u0085weg", "hallo daar en weg"),
        ("hallo\u2028daar\u2029weg", "hallo daar weg"),
        ("hallo\u00a0daar\u3000weg", "hallo daar weg"),
        ("\ud800hallo\udfff", "hallo"),
        ("\u202egevaar\u202c\u2066x\u2069", "gevaarx"),
        ("ge\u200bva\u2060ar\ufeff", "gevaar"),
        ("ge\u00advaar", "gevaar"),
        ("\ue000hallo\U0010ffff", "hallo"),
        ("ge\u0301e\u0301n", "géén"),
        (f"mijn gezin {FAMILY} ❤\ufe0f", f"mijn gezin {FAMILY} ❤\ufe0f"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("\u200d\u200c\ufe0f", ""),
        (" \u200d \u200d ", ""),
        ("\u200b", ""),
        ("", ""),
    ],
)
def test_a_text_becomes_plain_text(raw: str, text: str) -> None:
    assert readable(raw) == text


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_any_text_becomes_text_that_can_be_stored_and_shown(raw: str) -> None:
    text = readable(raw)
    text.encode()
    assert text == text.strip() and "  " not in text
    assert not {unicodedata.category(sign) for sign in text} & {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert readable(text) == text


@given(st.text(alphabet="abcdefghij XYZ.,?!éë'", min_size=1, max_size=40))
def test_an_ordinary_text_is_left_as_it_is(raw: str) -> None:
    assert readable(raw) == " ".join(raw.split())
