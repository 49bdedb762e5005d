"""What the assistant says: structured parts that every channel renders in its own way, never markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Choice:
    """A button: `id` comes back when it is pressed, `label` is what people read (and may type)."""

    id: str
    label: str

    def to_dict(self) -> dict[str, str]:
        return {"id": self.id, "label": self.label}


@dataclass(frozen=True)
class Reply:
    """One message. `id` is stable and is what tests assert; `parts` carry the texts.

    A part is a dict with `kind`: `text {text}`, `list {items, ordered}`, `link {label, url}`, `notice {tone, text}`
    (tone `emergency` or `info`) or `progress {number, total, theme, title}`.
    `choices` answer the message; `tools` are the commands that are always at hand (back, skip, why, "Er is dreiging").
    """

    id: str
    parts: tuple[dict[str, Any], ...] = ()
    choices: tuple[Choice, ...] = ()
    tools: tuple[Choice, ...] = ()

    @property
    def text(self) -> str:
        """The whole message as plain text, for a terminal or a channel without structure."""
        return "\n".join(line for part in self.parts for line in _lines(part))

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "parts": list(self.parts),
            "choices": [choice.to_dict() for choice in self.choices],
            "tools": [choice.to_dict() for choice in self.tools],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reply:
        return cls(
            id=data["id"],
            parts=tuple(data["parts"]),
            choices=tuple(Choice(**choice) for choice in data["choices"]),
            tools=tuple(Choice(**choice) for choice in data["tools"]),
        )


def text(value: str) -> dict[str, Any]:
    return {"kind": "text", "text": value}


def notice(value: str, tone: str = "info") -> dict[str, Any]:
    return {"kind": "notice", "tone": tone, "text": value}


def items(values: list[str] | tuple[str, ...], ordered: bool = False) -> dict[str, Any]:
    return {"kind": "list", "items": list(values), "ordered": ordered}


def link(label: str, url: str) -> dict[str, Any]:
    return {"kind": "link", "label": label, "url": url}


def progress(number: int, total: int, theme: str, title: str) -> dict[str, Any]:
    """`number` of `total` questions; `title` is the ready-made line ("Vraag 3 van 14 · Woninginbraak")."""
    return {"kind": "progress", "number": number, "total": total, "theme": theme, "title": title}


def _lines(part: dict[str, Any]) -> list[str]:
    kind = part["kind"]
    if kind == "list":
        return [f"{i}. {item}" if part["ordered"] else f"- {item}" for i, item in enumerate(part["items"], start=1)]
    if kind == "link":
        return [f"{part['label']}: {part['url']}"]
    if kind == "progress":
        return [part["title"]]
    return [part["text"]]
