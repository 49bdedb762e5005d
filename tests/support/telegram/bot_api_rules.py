"""What the Bot API takes and what it refuses, as its documentation says; no more lenient anywhere."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

TAGS = re.compile(r"<(/?)([a-z]+)>")
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);)")


class Refused(Exception):
    pass


def checked_text(values: dict[str, Any]) -> str:
    text = str(values.get("text", ""))
    if values.get("parse_mode") == "HTML":
        if _ENTITY.search(text) or re.search(r"<(?!/?[bi]>)", text) or not _balanced(text):
            raise Refused("can't parse entities")
        text = unescape(TAGS.sub("", text))
    elif values.get("parse_mode"):
        raise Refused("unsupported parse mode")
    if not text.strip():
        raise Refused("message text is empty")
    if len(text.encode("utf-16-le")) // 2 > 4096:
        raise Refused("message is too long")
    return text


def _balanced(text: str) -> bool:
    opened: list[str] = []
    for closing, name in TAGS.findall(text):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def checked_keyboard(values: dict[str, Any]) -> list[list[dict[str, Any]]]:
    if not values.get("reply_markup"):
        return []
    rows: list[list[dict[str, Any]]] = json.loads(values["reply_markup"])["inline_keyboard"]
    for row in rows:
        if not 1 <= len(row) <= 8:
            raise Refused("row of buttons is invalid")
        for button in row:
            if not button["text"].strip() or not 1 <= len(button["callback_data"].encode()) <= 64:
                raise Refused("BUTTON_DATA_INVALID")
    if sum(map(len, rows)) > 100:
        raise Refused("too many buttons")
    return rows


def at_most(text: str, limit: int) -> bool:
    if len(text) > limit:
        raise Refused("text is too long")
    return True
