"""The Jinja2 environment of every page: values are escaped, a missing one is an error, unseen signs are left out.

Templates stand in `content/`, which is for editors: what they write there is a text and can run nothing.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from woningscan.content.model import Content

NEUTRAL_PAGE = "weerbericht"  # where "Snel weg" leads, as in widget/build.mjs
NUMBERS = ("alarmnummer", "politie", "ondersteuningsteam", "ccv_telefoon")
"""Who to call, as it stands on every page for visitors and behind /nood."""
_GLOBALS = frozenset({"namespace"})
_UNSEEN = ("Cf", "Cc", "Cs", "Co", "Zl", "Zp")


def sandboxed(folder: Path | None = None, **options: Any) -> Environment:
    """An environment for templates of `content/`: no way to Python, nothing to change, of Jinja's globals only one.

    `options` are those of `jinja2.Environment`.
    """
    loader = FileSystemLoader(folder) if folder else None
    environment = ImmutableSandboxedEnvironment(loader=loader, undefined=StrictUndefined, trim_blocks=True, **options)
    for name in set(environment.globals) - _GLOBALS:
        del environment.globals[name]
    return environment


def template_environment(content: Content, folder: Path) -> Environment:
    """For the templates in `folder`, with the content's texts and contacts at hand, and where "Snel weg" leads."""
    environment = sandboxed(folder, autoescape=True, finalize=inert, lstrip_blocks=True)
    environment.globals.update(
        messages=content.messages,
        labels=content.labels,
        contacts=content.contacts,
        sources=content.sources,
        numbers=[content.contacts[name] for name in NUMBERS],
        ccv=content.contacts["ccv_telefoon"],
        neutral=content.contacts[NEUTRAL_PAGE].url,
    )
    return environment


def inert(value: Any) -> Any:
    """Leaves out what is not seen but changes how a text reads: direction overrides, zero-width and control signs."""
    if isinstance(value, str) and not value.replace("\n", "").isprintable():  # a printable sign is in none of these
        seen = (sign for sign in value if sign == "\n" or unicodedata.category(sign) not in _UNSEEN)
        return type(value)("".join(seen))  # a Markup stays one, so that it is not escaped twice
    return value
