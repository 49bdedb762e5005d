"""Links by which staff reaches an official with their own telephone or mail program. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from bot.store.mail.outbox import official_address
from woningscan.request.contacts.contact import ways_in


@dataclass(frozen=True)
class Way:
    """A number or mail address of a request, as a link that the browser hands on."""

    href: str
    shown: str
    is_mail: bool


def ways_to(fields: Mapping[str, str]) -> list[Way]:
    """Every number and address that the official left."""
    return [_way(shown) for shown in ways_in(fields.get("contact", ""))]


def mail_writer(fields: Mapping[str, str]) -> Callable[[str, Iterable[str]], str]:
    """Makes the link that begins a mail to the official, from a subject and paragraphs; empty without an address."""
    address = official_address(fields)

    def link(subject: str, paragraphs: Iterable[str]) -> str:
        body = "\r\n\r\n".join(paragraphs)
        return f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={quote(body)}" if address else ""

    return link


def _way(shown: str) -> Way:
    if "@" in shown:
        return Way(f"mailto:{quote(shown, safe='@')}", shown, is_mail=True)
    number = shown.split(" toestel ")[0].replace(" ", "")
    return Way(f"tel:{quote(number, safe='+')}", shown, is_mail=False)
