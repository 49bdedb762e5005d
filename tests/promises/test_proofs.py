"""Every promise of the documents on data and on threats names the tests that prove it, and those tests are there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from bot.settings import ROOT

# Sections of a document that promise nothing; whatever else is written in it does.
NO_PROMISES = {
    "docs/gegevensverwerking.md": {"Gegevensverwerking", "Nog te besluiten door het CCV"},
    "docs/dpia.md": {"DPIA, register en Algoritmeregister", "Nog vast te stellen"},
    "docs/dreigingsmodel.md": {"Dreigingsmodel", "Wat we beschermen", "Wie kan er kwaad willen", "Wat overblijft"},
}
# What is proven for a whole section at once, by what stands above its table.
AT_ONCE = {"Per kolom"}
PROOF = re.compile(r"`(test_\w+)\.py::(test_\w+)`")


@cache
def existing() -> frozenset[tuple[str, str]]:
    """File and name of every test there is."""
    found = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                found.add((path.stem, node.name))
    return frozenset(found)


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each paragraph, item of a list and row of a table, with the heading it stands under."""
    heading, block = "", ""
    for line in [*text.splitlines(), ""]:
        row = line.startswith("|")
        if block and (row or not line.strip() or line.startswith(("#", "- "))):
            yield heading, block
            block = ""
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.strip():
            block = f"{block} {line.strip()}".strip()
        if row:
            yield heading, block
            block = ""


def promises(document: str, text: str) -> Iterator[str]:
    """The blocks that promise something: heads and rules of tables, and what leads on to a list, do not."""
    table, done = "", set[str]()
    for heading, block in blocks(text):
        is_row = block.startswith("|")
        head = is_row and table != heading
        table = heading if is_row else ""
        if heading in NO_PROMISES[document] or head or set(block) <= set("|-: ") or block.endswith(":"):
            continue
        if heading in AT_ONCE:
            if heading in done or block.startswith("|"):
                continue
            done.add(heading)
        yield block


def unproven(document: str, text: str) -> list[str]:
    """What promises something and names no test, or one that is not there."""
    lacking = []
    for block in promises(document, text):
        named = PROOF.findall(block)
        if not named or not set(named) <= existing():
            lacking.append(block[:120])
    return lacking


@pytest.mark.parametrize("document", NO_PROMISES)
def test_every_promise_names_the_tests_that_prove_it(document: str):
    assert unproven(document, (ROOT / document).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("document", NO_PROMISES)
def test_a_proof_that_is_gone_and_a_promise_without_one_are_seen(document: str):
    text = (ROOT / document).read_text(encoding="utf-8")
    named = PROOF.findall(text)
    assert len(list(promises(document, text))) > 20
    for file, name in (named[0], named[-1]):
        assert unproven(document, text.replace(f"{file}.py::{name}", f"{file}.py::{name}_gone"))
    row = next(block for block in promises(document, text) if block.startswith("|"))
    for bare in ("- Wij bewaren niets.", "Wij bewaren niets.", f"| kop |\n{PROOF.sub('', row)}"):
        more = unproven(document, f"{text}\n## Nog iets\n\n{bare}\n")
        assert len(more) == 1 + len(unproven(document, text))
