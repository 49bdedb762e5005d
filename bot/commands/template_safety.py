"""What no template may do: run or load what is not ours, hide who to call, tell in a mail what others may read.

The headers refuse foreign scripts too (`bot.web.headers`); here an editor is told before the page is broken by them.
Sources: docs/gegevensverwerking.md (a subject and a mail hold a reference and nothing about a person).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import nodes

from bot.commands import template_parts as parts
from woningscan.content.check.language.dutch import not_dutch
from woningscan.content.check.language.sentences import PRIVATE_TOLD, asks_for_private
from woningscan.content.check.meaning.never import never_said
from woningscan.content.texts import sentences

Found = tuple[int, str]
"""A line, and what is wrong there with what to do."""

_OWN = re.compile(r"^(?:/(?!/)|#|\?|…|$)")
_LOADS = {"script": "src", "img": "src", "iframe": "src", "link": "href", "form": "action", "button": "formaction"}
_FORBIDDEN = frozenset({"style", "iframe", "object", "embed", "base", "audio", "video"})
_CALLED = frozenset({"numbers", "help", "leave", "call", "threat", "exit", "to-help"})
"""Classes of what must be seen: the numbers, the way out and the button for danger."""
_FOR_STAFF = "console/"
_MAIL_ASKS_URGENT = "mail/nieuw.txt.j2"


def unsafe_parts(name: str, source: str, tree: nodes.Template) -> Iterator[Found]:
    """Everything of a template that could harm who reads it, each with its line."""
    yield from _branches(tree)
    if name.startswith("mail/"):
        yield from _mail(name, tree)
    plain = re.sub(
        r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", lambda code: "…" + "\n" * code[0].count("\n"), source, flags=re.S
    )
    for number, line in enumerate(plain.split("\n"), start=1):
        if "<!--" in line:
            text = "wat hier staat, wordt wel meegestuurd maar niet getoond. Gebruik {# … #}, of haal <!-- en --> weg"
            yield number, text
    if ".html" in name or ".svg" in name:
        page = _Page(name)
        page.feed(plain)
        page.close()
        yield from page.found
        if not name.startswith(_FOR_STAFF):
            yield from _said(page.lines)
        if "<head>" in source and "noindex" not in source:
            yield 1, "zoekmachines mogen deze pagina niet tonen. Zet noindex terug bij robots"
    elif name.startswith("mail/"):
        yield from _said(enumerate(plain.split("\n"), start=1))


def _branches(tree: nodes.Template) -> Iterator[Found]:
    tests = [one.test for one in tree.find_all(nodes.If)] + [one.test for one in tree.find_all(nodes.CondExpr)]
    for test in tests:
        if isinstance(test, nodes.Const):
            yield test.lineno, "deze voorwaarde is altijd of nooit waar. Haal {% if … %} weg, of noem wat het bepaalt"


def _mail(name: str, tree: nodes.Template) -> Iterator[Found]:
    for block in tree.find_all(nodes.Block):
        if block.name == "subject":
            filled_in = {part.name: part.lineno for part in block.find_all(nodes.Name)}
            for word in sorted(set(filled_in) - {"reference", "urgent"}):
                text = f"het onderwerp van een mail leest iedereen. Haal {word} weg en noem alleen de referentie"
                yield filled_in[word], text
            if name == _MAIL_ASKS_URGENT and "urgent" not in filled_in:
                yield block.lineno, "het onderwerp zegt niet meer of het spoed is. Zet urgent terug"
    asked = [one for one in tree.find_all(nodes.If) if getattr(one.test, "attr", "") == "place_told"]
    shown_if = {id(part) for one in asked for inside in one.body for part in inside.find_all(nodes.Getattr)}
    for part in tree.find_all(nodes.Getattr):
        of_visit = isinstance(part.node, nodes.Name) and part.node.name == "details"
        if of_visit and part.attr not in parts.TOLD_OF_A_VISIT:
            yield (
                part.lineno,
                f"een mail noemt niet meer van een bezoek dan dag, tijd en soms plaats. Haal {part.attr} weg",
            )
        if part.attr == "place" and (name != "mail/visit.j2" or id(part) not in shown_if):
            yield (
                part.lineno,
                "een mail noemt geen plaats, behalve in visit.j2 als dat mag. Haal haar weg",
            )


def _said(lines: Iterator[tuple[int, str]] | list[tuple[int, str]]) -> Iterator[Found]:
    for number, line in lines:
        for sentence in sentences(line):
            yield from ((number, told) for told in never_said(sentence))
            if asks_for_private(sentence):
                yield number, f"{PRIVATE_TOLD}. Maak er een andere vraag van"
        told = not_dutch(line)
        if told:
            yield number, told


class _Page(HTMLParser):
    """A page as a browser reads it: its tags, and what people see on each line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.found: list[Found] = []
        self.lines: list[tuple[int, str]] = []
        self._english = "english" in name
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values: dict[str, str] = {}
        for key, value in attrs:
            values.setdefault(key, value or "")  # of two the same a browser takes the first
        self._loads(tag, values)
        self._hides(values)
        if tag == "script" and not values.get("src"):
            self._tell("een script in de pagina zelf doet het niet, en hoort niet bij een tekst. Haal het weg")
        if tag in _FORBIDDEN:
            self._tell(f"<{tag}> mag hier niet: de opmaak staat in /static, en er komt niets van elders. Haal het weg")
        if tag == "meta" and "refresh" in values.get("http-equiv", "") and self.name != "plain/leaving.html.j2":
            self._tell("de pagina zou vanzelf weggaan terwijl iemand leest. Haal refresh weg")
        if tag == "form" and values.get("method") != "post" and values.get("action") not in parts.ASKED_BY_ADDRESS:
            self._tell('wat iemand invult, komt zo in het adres te staan. Zet method="post" terug')
        self._open.append((tag, values.get("lang", "nl") not in ("nl", "…")))

    def _loads(self, tag: str, values: dict[str, str]) -> None:
        target = values.get(_LOADS.get(tag, ""), "")
        if not _OWN.match(target.strip()):
            self._tell(f"{target} staat op een andere website, en die ziet dan wie dit leest. Haal het weg")
        for key in values:
            if key.startswith("on") or key == "style":
                self._tell(f"{key} mag hier niet: hoe een pagina werkt en eruitziet, staat in /static. Haal het weg")

    def _hides(self, values: dict[str, str]) -> None:
        classes = set(values.get("class", "").split())
        hides = (
            any(tag == "details" for tag, _ in self._open)
            or "hidden" in values
            or values.get("aria-hidden") == "true"
            or "hidden" in classes
        )
        if hides and classes & _CALLED:
            self._tell("zo ziet niemand wie men belt of hoe men weggaat. Haal hidden of <details> weg")

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        if not self._english and not any(foreign for _, foreign in self._open) and data.strip():
            self.lines += enumerate(data.split("\n"), start=self.getpos()[0])

    def _tell(self, text: str) -> None:
        self.found.append((self.getpos()[0], text))
