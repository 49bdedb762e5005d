"""Reads a report back: the text of a page or a pdf, without the white space that line breaks put in."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser
from io import BytesIO

from pypdf import PdfReader

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Outline(HTMLParser):
    """Every element with its attributes, and the text a reader meets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" not in self._open and "head" not in self._open:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def words(text: str) -> str:
    """A pdf may hold "ffi" as one sign: NFKC takes it apart."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def words_of_pdf(made: bytes) -> str:
    return words("".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages))
