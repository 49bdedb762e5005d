"""A field that becomes another while the request is read back, in people's own words."""

from __future__ import annotations

import pytest

from woningscan.content.model import Content
from woningscan.conversation.memory import Draft
from woningscan.request.fields import NO_PREFERENCE
from woningscan.request.putting_right import put_right

FILLED = {
    "naam": "J. de Vries",
    "functie": "raadslid",
    "contact": "0612345678, 0301234567",
    "voorkeur": "maandag",
}


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("oh nee ik ben gedeputeerde", {"functie": "gedeputeerde"}),
        ("sorry, ik ben wethouder", {"functie": "wethouder"}),
        ("haal dat tweede nummer weg", {"contact": "0612345678"}),
        ("schrap het eerste nummer maar", {"contact": "0301234567"}),
        ("geen voorkeur", {"voorkeur": NO_PREFERENCE}),
        ("toch maar geen voorkeur", {"voorkeur": NO_PREFERENCE}),
        ("ik ben er maandag", {}),
        ("haal petra weg", {}),
    ],
)
def test_what_is_said_becomes_the_value(content: Content, typed: str, becomes: dict[str, str]) -> None:
    assert put_right(content, Draft("woningscan", FILLED), typed) == becomes
