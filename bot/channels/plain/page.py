"""What stands on a plain page, made from replies: what went wrong, what is said, what is asked and how to answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from woningscan.content.model import Contact
from woningscan.conversation.choices import ANSWER, FIELD
from woningscan.conversation.reply import Choice, Reply

Part = dict[str, Any]
THREAT = "report_threat"
# Said because a message could not be used: shown at the top of the page.
_PROBLEMS = ("gate.", "plain.", "scan.clarify", "booking.invalid.", "booking.review.unclear", "fallback.unclear")
# Here the first text is the question, and so the heading of the page.
_QUESTIONS = ("scan.ask.", "booking.ask.", "booking.review", "booking.cancel.ask", "nav.confirm.", "scan.change")
_CHECK = "threat.check"
_TYPED = ("booking.ask.", "booking.cancel.ask")
_HEADINGS = (("threat.", "plain.threat"), ("plan.", "report.title"))
_ALWAYS = ("erase_data",)
_WITHOUT_ANYTHING_ASKED = ("resume", "help")
_WEB = re.compile(r"(?:https?://|/(?!/)|tel:|mailto:)", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """One page.

    `asked_in_heading`: the heading is the question, with `before` above and `after` below it. `radios`: the choices are
    one answer to a question; otherwise each is a button of its own. `typed`: this question is answered with a text.
    `group` names the buttons.
    """

    heading: str
    progress: Part | None = None
    problems: list[list[Part]] = field(default_factory=list)
    before: list[Reply] = field(default_factory=list)
    after: list[Part] = field(default_factory=list)
    asked: str = ""
    choices: tuple[Choice, ...] = ()
    radios: bool = False
    typed: bool = False
    tools: list[Choice] = field(default_factory=list)
    asked_in_heading: bool = False
    group: str = ""


def is_problem(reply: Reply) -> bool:
    return reply.id.startswith(_PROBLEMS)


def make_page(messages: dict[str, str], labels: dict[str, str], replies: list[Reply]) -> Page:
    """The page for what was said in one turn."""
    others = [reply for reply in replies if not is_problem(reply)]
    asked = next((reply for reply in reversed(others) if reply.choices or _is_question(reply)), None)
    before = [reply for reply in others if reply is not asked]
    heading, above, after = _split(asked)
    if asked and above:
        before.append(Reply(f"{asked.id}.before", tuple(above)))
    choices = asked.choices if asked else ()
    return Page(
        heading=heading or _heading(messages, replies),
        progress=next((part for reply in replies for part in reply.parts if part["kind"] == "progress"), None),
        problems=[list(reply.parts) for reply in replies if is_problem(reply)],
        before=before,
        after=after,
        asked=asked.id if asked else "",
        choices=choices,
        radios=bool(choices) and asked is not None and _is_one_answer(asked),
        typed=asked is not None and not choices and asked.id.startswith(_TYPED),
        tools=_tools(labels, replies, asked),
        asked_in_heading=bool(heading),
        group=heading or next((part["text"] for part in reversed(after) if part["kind"] == "text"), ""),
    )


def pieces(contacts: Iterable[Contact]) -> Callable[[str], list[tuple[str, str]]]:
    """A function that splits a text in (text, url); the url is empty but for a number or address that we know."""
    urls = {contact.value: contact.url for contact in contacts}
    longest_first = sorted(urls, key=len, reverse=True)
    known = re.compile(rf"(?<![\w.-])({'|'.join(map(re.escape, longest_first))})(?![\w-])")
    return lambda text: [(piece, urls.get(piece, "")) for piece in known.split(text) if piece]


def safe_url(url: str) -> str:
    """The address when a browser may follow it, otherwise nothing."""
    return url if _WEB.match(url) else ""


def _is_question(reply: Reply) -> bool:
    return reply.id.startswith(_QUESTIONS) or reply.id == _CHECK


def _is_one_answer(reply: Reply) -> bool:
    return reply.id != "booking.review" and all(
        choice.id.startswith((f"{ANSWER}:", f"{FIELD}:")) for choice in reply.choices
    )


def _split(asked: Reply | None) -> tuple[str, list[Part], list[Part]]:
    """The heading that a question brings, and its other parts above and below it."""
    parts = [part for part in (asked.parts if asked else ()) if part["kind"] != "progress"]
    at = next((index for index, part in enumerate(parts) if part["kind"] == "text"), None)
    if asked is None or at is None or not _is_question(asked):
        return "", [], parts
    return parts[at]["text"], parts[:at], parts[at + 1 :]


def _heading(messages: dict[str, str], replies: list[Reply]) -> str:
    keys = (key for reply in replies for start, key in _HEADINGS if reply.id.startswith(start))
    return messages[next(keys, "plain.title")]


def _tools(labels: dict[str, str], replies: list[Reply], asked: Reply | None) -> list[Choice]:
    """The commands beside the question, each once. "Er is dreiging" has a place of its own on every page."""
    offered = [choice for reply in replies for choice in (() if reply is asked else reply.choices)]
    offered += [choice for reply in replies for choice in reply.tools]
    extra = _ALWAYS if asked or offered else (*_WITHOUT_ANYTHING_ASKED, *_ALWAYS)
    offered += [Choice(intent, labels[intent]) for intent in extra]
    taken = {THREAT, *(choice.id for choice in (asked.choices if asked else ()))}
    unique = {choice.id: choice for choice in reversed(offered) if choice.id not in taken}
    return list(reversed(unique.values()))
