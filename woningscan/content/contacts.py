"""What people read of a contact is what they reach: the number that is shown is the number that is dialled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from woningscan.content.problems import Problem, problem

FILE = "routes.yml"
ALARM = "alarmnummer"
ALARM_NUMBER = 112
"""The European emergency number, in force in the Netherlands. Source: `politie_112` in content/sources.yml."""
# What code and texts count on: a number to call, an address to write to, a page to open.
KINDS = {
    **dict.fromkeys((ALARM, "politie", "ondersteuningsteam", "zelfmoordpreventie", "meld_misdaad_anoniem"), "tel"),
    "ccv_telefoon": "tel",
    "ccv_mail": "mailto",
    "ccv_website": "https",
    "weerbericht": "https",
}
# The same for the whole country: another number is a slip, also where it stands twice. Sources: those of these
# contacts in content/routes.yml.
_NATIONAL = {
    "politie": 9008844,
    "ondersteuningsteam": 703738314,
    "zelfmoordpreventie": 113,
    "veilig_thuis": 8002000,
    "slachtofferhulp": 9000101,
    "meld_misdaad_anoniem": 8007000,
}
HOSTS = frozenset({"hetccv.nl", "knmi.nl", "doejeupdates.nl"})
"""Where a link or mail may lead. A visitor trusts what the assistant links to, so that an editor cannot add to it."""
_NUMBER_LENGTHS = {3: "1", 5: "14", 6: "1", 8: "0", 10: "0", 11: "0"}  # so many digits, beginning like this
_FIGURES = re.compile(r"\d[\d\s().-]*")


def contact_problems(contacts: Mapping[str, Mapping[str, Any]]) -> list[Problem]:
    """Every contact that shows something else than it dials, writes to or opens."""
    return [one for key, contact in contacts.items() for one in _contact(key, contact)]


def _contact(key: str, contact: Mapping[str, Any]) -> Iterator[Problem]:
    value, url = str(contact["value"]), str(contact["url"])
    kind, _, rest = url.partition(":")
    wanted = KINDS.get(key, kind)
    if key == ALARM and (value, url) != (str(ALARM_NUMBER), f"tel:{ALARM_NUMBER}"):
        wrong = "value" if value != str(ALARM_NUMBER) else "url"
        remedy = f'Schrijf bij value "{ALARM_NUMBER}" en bij url "tel:{ALARM_NUMBER}"'
        yield _at(key, wrong, f"het alarmnummer is altijd precies {ALARM_NUMBER}. {remedy}")
    elif kind != wanted:
        yield _at(key, "url", f"hier hoort een adres dat begint met {wanted}:. Zet dat terug")
    elif kind == "tel":
        yield from _number(key, value, rest)
    elif kind == "mailto" and value.casefold() != rest.casefold():
        yield _at(key, "value", f"men leest {value}, maar de mail gaat naar {rest}. Schrijf bij value en url hetzelfde")
    elif kind == "https" and not _same_page(value, url):
        yield _at(key, "value", f"men leest {value}, maar de link gaat naar {url}. Schrijf bij value en url hetzelfde")
    elif kind != "tel" and _host(kind, rest) not in HOSTS:
        remedy = f"Kies uit: {', '.join(sorted(HOSTS))}. Of vraag de ontwikkelaar om het adres toe te voegen"
        yield _at(key, "url", f"{_host(kind, rest)} staat niet op de lijst van websites. {remedy}")
    own = _digits(value)
    for found in _FIGURES.findall(str(contact["label"])):
        if kind == "tel" and len(_digits(found)) > 2 and _digits(found) != own:
            yield _at(key, "label", f"noemt een ander nummer dan value ({value}). Haal het nummer uit de naam")


def _number(key: str, value: str, dialled: str) -> Iterator[Problem]:
    shown, dials = _digits(value), _digits(dialled)
    if re.search(r"[^\d\s().+/-]", value):
        yield _at(key, "value", "hier hoort alleen een telefoonnummer. Zet andere woorden bij label")
    elif shown != dials:
        remedy = "Schrijf bij value en url hetzelfde nummer"
        yield _at(key, "value", f"men leest {value}, maar de telefoon belt {dialled}. {remedy}")
    elif key in _NATIONAL and int(shown) != _NATIONAL[key]:
        yield _at(key, "value", f"{value} is niet het nummer van dit contact. Zet het terug, of vraag de ontwikkelaar")
    elif not shown.startswith(_NUMBER_LENGTHS.get(len(shown), "geen")):
        remedy = "Kijk het na bij de bron en schrijf alle cijfers op, bij value en url"
        yield _at(key, "value", f"{value} is geen volledig Nederlands nummer. {remedy}")


def _host(kind: str, rest: str) -> str:
    """The website of a link, or behind the @ of a mail address; a name and a port before and behind it count."""
    if kind == "mailto":
        return rest.rpartition("@")[2].casefold()
    return re.split(r"[/?#\\]", rest.removeprefix("//").casefold(), maxsplit=1)[0].removeprefix("www.")


def _digits(number: str) -> str:
    """The digits as they are dialled inside the Netherlands."""
    plain = re.sub(r"[^\d+]", "", number.replace("(0)", ""))
    return re.sub(r"^(?:\+|00)31", "0", plain).lstrip("+")


def _same_page(value: str, url: str) -> bool:
    """Whether a page that is shown as `value` is the one that `url` opens; without a path any page of that website."""
    (shown, shown_path), (opened, opened_path) = map(_page, (value, url))
    return shown == opened and shown_path in ("", opened_path)


def _page(address: str) -> tuple[str, str]:
    host, _, path = re.sub(r"^https?://", "", address.casefold()).partition("/")
    return host.removeprefix("www."), path.rstrip("/")


def _at(key: str, part: str, text: str) -> Problem:
    return problem(FILE, ("contacts", key, part), text)
