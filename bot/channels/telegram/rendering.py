"""Replies as Telegram messages: escaped HTML, split where one is too long, with the choices as buttons underneath.

A message is a plain dictionary that can be stored: see `bot/store/telegram/queue.py`. `send` has the text twice, as
HTML and plain, in case Telegram will not take the first; `settle` takes buttons away, `delete` messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from telegram.constants import BulkRequestLimit, InlineKeyboardMarkupLimit, MessageLimit

from bot.channels.telegram.buttons import Buttons
from bot.templates import NUMBERS
from woningscan.content.model import Contact, Content
from woningscan.conversation.reply import Reply

MAX_TEXT = MessageLimit.MAX_TEXT_LENGTH
MAX_BUTTONS = int(InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER)
TOOLS_IN_A_ROW = 2
AT_A_TIME = int(BulkRequestLimit.MAX_LIMIT)
Message = dict[str, Any]


def messages_of(content: Content, replies: Iterable[Reply], buttons: Buttons | None) -> tuple[Message, ...]:
    """The messages for what was said in one turn. Only the last one rings; those about danger always do.

    As few as hold it all, because Telegram takes one a second for a chat: only what has buttons and what is about
    danger stands alone. A telephone number of ours gets the form that can be tapped. Without `buttons`, because the
    conversation is gone, there is nothing to press.
    """
    made: list[Message] = []
    for reply in _tappable(replies, content.contacts):
        for message in _messages(reply, buttons):
            if made and _fit_together(made[-1], message):
                made[-1] = _joined(made[-1], message)
            else:
                made.append(message)
    return tuple({**message, "quiet": message["quiet"] and at < len(made) - 1} for at, message in enumerate(made))


def settled(before: int, message_id: int | None, html: str | None) -> Message:
    """Takes away the buttons of all turns before the one given. The pressed message becomes `html`, where there is."""
    return {"do": "settle", "before": before, "message": message_id, "html": html}


def chosen_html(content: Content, html: str | None, label: str | None) -> str | None:
    """A pressed message with what was chosen; None where there is no such message, or no room in it."""
    if html is None or label is None:
        return None
    chosen = f"{html}\n\n<b>{escape(content.messages['telegram.chosen'].format(label=label), quote=False)}</b>"
    return chosen if _length(chosen) <= MAX_TEXT else None


def deleted(numbers: Sequence[int]) -> tuple[Message, ...]:
    """Deletes messages, as many at a time as Telegram takes."""
    starts = range(0, len(numbers), AT_A_TIME)
    return tuple({"do": "delete", "numbers": list(numbers[start : start + AT_A_TIME])} for start in starts)


def emergency_reply(content: Content) -> Reply:
    """The numbers to call, for /nood."""
    contacts = [content.contacts[name] for name in NUMBERS]
    lines = [f"{contact.value}: {contact.label}" for contact in contacts]
    danger = {"kind": "notice", "tone": "emergency", "text": content.messages["opening.danger"]}
    return Reply("telegram.emergency", (danger, {"kind": "list", "items": lines, "ordered": False}))


def _fit_together(first: Message, second: Message) -> bool:
    return (
        bool(first["quiet"] and second["quiet"])
        and not first["keyboard"]
        and _length(first["html"]) + 2 + _length(second["html"]) <= MAX_TEXT
    )


def _joined(first: Message, second: Message) -> Message:
    return {**second, **{style: f"{first[style]}\n\n{second[style]}" for style in ("html", "plain")}}


def _tappable(replies: Iterable[Reply], contacts: Mapping[str, Contact]) -> Iterator[Reply]:
    """The replies, each number with its form with the country behind it where it is said first: of that form Telegram
    makes a number to tap."""
    with_country = {}
    for contact in contacts.values():
        scheme, _, number = contact.url.partition(":")
        if scheme == "tel" and number.startswith("+") and number != contact.value:
            with_country[contact.value] = number
    if not with_country:
        yield from replies
        return
    values = "|".join(re.escape(value) for value in sorted(with_country, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\d)(?:{values})(?!\d)")

    def dialled(match: re.Match[str]) -> str:
        number = with_country.pop(match[0], "")
        return f"{match[0]} ({number})" if number else match[0]

    for reply in replies:
        yield replace(reply, parts=tuple(_part_with(part, pattern, dialled) for part in reply.parts))


def _part_with(part: dict[str, Any], pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> dict[str, Any]:
    if part["kind"] == "list":
        return {**part, "items": [pattern.sub(write, item) for item in part["items"]]}
    return {**part, "text": pattern.sub(write, part["text"])} if "text" in part else part


def _messages(reply: Reply, buttons: Buttons | None) -> Iterator[Message]:
    texts = list(_texts(reply))
    quiet, turn = not reply.id.startswith("threat."), buttons.turn if buttons is not None else 0
    for at, (html, plain) in enumerate(texts):
        keyboard = _keyboard(reply, buttons) if buttons is not None and at == len(texts) - 1 else []
        yield {"do": "send", "html": html, "plain": plain, "keyboard": keyboard, "turn": turn, "quiet": quiet}


def _keyboard(reply: Reply, buttons: Buttons) -> list[list[list[str]]]:
    tools = [[choice.label, buttons.data(choice.id)] for choice in reply.tools]
    rows = [[[choice.label, buttons.data(choice.id)]] for choice in reply.choices]
    rows += [tools[at : at + TOOLS_IN_A_ROW] for at in range(0, len(tools), TOOLS_IN_A_ROW)]
    return rows[:MAX_BUTTONS]


def _texts(reply: Reply) -> Iterator[tuple[str, str]]:
    """The reply's text as one message or more, as HTML and plain: cut between paragraphs where that is possible."""
    html, plain = "", ""
    for part in reply.parts:
        for style, paragraph in _paragraphs(part):
            marked = f"<{style}>{escape(paragraph, quote=False)}</{style}>" if style else escape(paragraph, quote=False)
            if html and _length(html) + 2 + _length(marked) > MAX_TEXT:
                yield html, plain
                html, plain = "", ""
            html, plain = (f"{html}\n\n{marked}", f"{plain}\n\n{paragraph}") if html else (marked, paragraph)
    if html:
        yield html, plain


def _paragraphs(part: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A part as pieces that each fit a message, with the style they have."""
    kind = part["kind"]
    style = {"progress": "i", "notice": "b" if part.get("tone") == "emergency" else ""}.get(kind, "")
    if kind == "list":
        marks = (f"{number}. " if part["ordered"] else "• " for number in range(1, len(part["items"]) + 1))
        whole = "\n".join(f"{mark}{item}" for mark, item in zip(marks, part["items"], strict=True))
    elif kind == "link":
        whole = f"{part['label']}:\n{part['url']}"
    else:
        whole = part["title"] if kind == "progress" else part["text"]
    for piece in _pieces(whole, "\n"):
        yield style, piece


def _pieces(whole: str, separator: str) -> Iterator[str]:
    """`whole` in pieces that fit, cut at lines, then at words, then anywhere."""
    room = MAX_TEXT - 16  # for the marks around it
    if _length(escape(whole, quote=False)) <= room:
        yield whole
        return
    if not separator:
        at = room // 6  # every sign may need as much as "&quot;"
        yield whole[:at]
        yield from _pieces(whole[at:], separator)
        return
    piece = ""
    for unit in whole.split(separator):
        longer = f"{piece}{separator}{unit}" if piece else unit
        if _length(escape(longer, quote=False)) <= room:
            piece = longer
            continue
        if piece:
            yield piece
        piece = ""
        if _length(escape(unit, quote=False)) <= room:
            piece = unit
        else:
            yield from _pieces(unit, " " if separator == "\n" else "")
    if piece:
        yield piece


def _length(text: str) -> int:
    """As Telegram counts: in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
