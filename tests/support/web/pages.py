"""Reads a plain page as people get it: headings, blocks of text, forms with their fields and buttons, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = ("p", "li", "h1", "h2", "title")
_VOID = ("meta", "link", "input", "br")
Attributes = dict[str, str | None]


@dataclass
class Form:
    action: str
    hidden: dict[str, str] = field(default_factory=dict)
    radios: dict[str, str] = field(default_factory=dict)
    checked: str | None = None
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)
    typed: str | None = None


@dataclass
class Reading:
    """`lines` are the blocks of the page's main part, in order; `problem` those of the box at its top."""

    title: str = ""
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    problem: list[str] = field(default_factory=list)
    problem_attributes: Attributes = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    progress: tuple[str, str] | None = None
    refresh: str | None = None
    tags: set[str] = field(default_factory=set)

    @property
    def radios(self) -> dict[str, str]:
        """Labels with the choice ids behind them."""
        return next((form.radios for form in self.forms if form.radios), {})

    @property
    def buttons(self) -> list[str]:
        return [label for form in self.forms for label in form.buttons]

    @property
    def written(self) -> str | None:
        return next((form.typed for form in self.forms if form.typed is not None), None)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def form_with(self, label: str) -> Form:
        return next(form for form in self.forms if label in form.buttons or label in form.radios)


def read(html: str) -> Reading:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert not parser.open, f"elements left open: {parser.open}"
    return parser.page


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Reading()
        self.open: list[tuple[str, Attributes]] = []
        self.texts: list[list[str]] = []
        self._radio_ids: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.page.tags.add(tag)
        if attributes.get("id"):
            assert attributes["id"] not in self.page.ids, f"two elements are called {attributes['id']}"
            self.page.ids.add(str(attributes["id"]))
        if attributes.get("id") == "let-op":
            self.page.problem_attributes = attributes
        if tag == "form":
            self.page.forms.append(Form(attributes["action"] or ""))
        if tag == "input":
            self._field(attributes)
        if tag == "progress":
            self.page.progress = (attributes["value"] or "", attributes["max"] or "")
        if tag == "meta" and attributes.get("http-equiv") == "refresh":
            self.page.refresh = attributes["content"]
        if tag not in _VOID:
            self.open.append((tag, attributes))
            self.texts.append([])

    def handle_data(self, data: str) -> None:
        for texts in self.texts:
            texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        opened, attributes = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        said = " ".join("".join(self.texts.pop()).split())
        inside = {name for name, _ in self.open}
        page = self.page
        if tag == "title":
            page.title = said
        elif tag == "h1":
            page.heading = said
        if tag in _BLOCKS and "main" in inside:
            boxed = any(one.get("id") == "let-op" for _, one in self.open)
            (page.problem if boxed else page.lines).append(said)
        if tag == "a":
            page.links.append((said, attributes["href"] or ""))
        elif tag == "textarea":
            page.forms[-1].typed = said
        elif tag == "button":
            page.forms[-1].buttons[said] = (attributes.get("name") or "", attributes.get("value") or "")
        elif tag == "label" and attributes["for"] in self._radio_ids:
            page.forms[-1].radios[said] = self._radio_ids[attributes["for"] or ""]

    def _field(self, attributes: Attributes) -> None:
        form, value = self.page.forms[-1], attributes.get("value") or ""
        match attributes["type"]:
            case "hidden":
                form.hidden[attributes["name"] or ""] = value
            case "text":
                form.typed = value
            case "radio":
                self._radio_ids[attributes["id"] or ""] = value
                form.checked = value if "checked" in attributes else form.checked
