"""Telephone numbers, mail and web addresses for people stand in two files of the content, each with its source."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.support.places import ROOT

HOME = {ROOT / "content" / "routes.yml", ROOT / "content" / "sources.yml"}
SEARCHED = [
    path
    for folder in (
        "woningscan",
        "actions",
        "engine",
        "bot",
        "content",
        "data",
        "widget/src",
        "widget/demo",
        "migrations",
    )
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".yml", ".yaml", ".json", ".j2", ".html", ".css", ".ts", ".js"} and path not in HOME
]
# Dutch service, fixed and mobile numbers in every way people write them; 112 and 113 as a word of their own.
NUMBER = re.compile(
    r"(?<![\w.\-/#])(?:(?:\+31|0031)[ .-]?\(?0?\)?[ .-]?[1-9](?:[ .-]?\d){7,8}"
    r"|0[1-9]\d{0,2}[ .-]\d(?:[ .-]?\d){5,7}|0[89]00[ .-]?\d{4}(?:[ .-]?\d{3})?|0[1-9]\d{8})(?![\w.-]*\w)"
)
ALARM = re.compile(r"(?<![\w.,\-/#:])11[23](?![\w,\-/%:]|\.\w)")
ADDRESS = re.compile(
    r"https?://[\w{$][^\s\"'<>)\]}]*|\bwww\.[a-z0-9-]+\.[a-z]{2,}|\b(?:tel|mailto):[\w+]", re.IGNORECASE
)
MAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b", re.IGNORECASE)
# Addresses that no person is sent to: this machine, the names of standards, and names that can never exist.
NOT_FOR_PEOPLE = re.compile(
    r"^https?://(?:127\.0\.0\.1|localhost|engine|testserver|json-schema\.org|www\.w3\.org|\{|\$\{"
    r"|[\w.-]*\.(?:example|test|invalid|localhost)\b|(?:www\.)?example\.(?:nl|org|com))"
)
# What officials type may hold a number: examples and words to recognise are not told to anybody.
TYPED_BY_PEOPLE = ("data/", "bot/reader/model/", "woningscan/reading/threat/", "content/answer_words.yml")


def found_in(text: str, typed: bool = False) -> list[str]:
    addresses = [one for one in ADDRESS.findall(text) if not NOT_FOR_PEOPLE.match(one)]
    mails = [one for one in MAIL.findall(text) if not re.search(r"@(?:localhost|[\w.-]*example)", one)]
    return addresses if typed else [*addresses, *mails, *NUMBER.findall(text), *ALARM.findall(_prose(text))]


def _strings(source: str) -> str:
    """The strings of a Python file that could be said to somebody: not its comments and docstrings."""
    tree = ast.parse(source)
    told = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    return "\n".join(text for text in told if text not in docstrings)


def _prose(text: str) -> str:
    """Without digests and long rows of figures, in which any three digits turn up."""
    return re.sub(r"\b[0-9a-f]{16,}\b|\[[\d\s.,eE+-]+\]", "", text)


@pytest.mark.parametrize("path", SEARCHED, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_contact_outside_its_home(path: Path) -> None:
    relative = str(path.relative_to(ROOT))
    text = path.read_text(encoding="utf-8")
    assert found_in(_strings(text) if path.suffix == ".py" else text, relative.startswith(TYPED_BY_PEOPLE)) == []


@pytest.mark.parametrize(
    "text",
    ["bel 030 751 67 99", "0900-8844", "+31 30 751 67 99", "0307516799", "bel 112 nu", "Bel 112.", "wvb@hetccv.nl"],
)
def test_the_search_finds_what_it_must(text: str) -> None:
    assert found_in(text)


@pytest.mark.parametrize("text", ["line 1126", "0.112", "x[112:113]", "http://127.0.0.1:8080", "2026-11-24"])
def test_the_search_leaves_other_figures_alone(text: str) -> None:
    assert not found_in(text)
