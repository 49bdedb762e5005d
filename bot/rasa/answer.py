"""What the engine may answer: its exact shape and its size, checked before anything of it is used.

The engine runs old software on what people type, so it is trusted as little as they are. What of an answer of the right
shape counts is decided in `bot/turn/agreement.py`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, ValidationError

MAX_ANSWER = 512 * 1024
"""Bytes. A whole plan with all its tips is less than 40,000."""
_Name = Annotated[str, StringConstraints(max_length=128)]
_Text = Annotated[str, StringConstraints(max_length=20_000)]


class EngineUnavailable(Exception):
    """No answer from the engine: away, too slow, or an action failed. The message names a class, never a text."""


class BadAnswer(EngineUnavailable):
    """An answer that no engine of ours gives. It counts as none; somebody has to look, and another engine starts."""


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


class _Words(_Strict):
    kind: Literal["text"]
    text: _Text


class _Notice(_Strict):
    kind: Literal["notice"]
    tone: Literal["emergency", "info"]
    text: _Text


class _List(_Strict):
    kind: Literal["list"]
    items: Annotated[list[_Text], Field(max_length=200)]
    ordered: bool


class _Link(_Strict):
    kind: Literal["link"]
    label: _Text
    url: Annotated[str, StringConstraints(max_length=2_000)]


class _Progress(_Strict):
    kind: Literal["progress"]
    number: int
    total: int
    theme: _Text
    title: _Text


_Part = Annotated[_Words | _Notice | _List | _Link | _Progress, Field(discriminator="kind")]


class _Choice(_Strict):
    id: _Name
    label: _Text


class _Reply(_Strict):
    id: _Name
    parts: Annotated[list[_Part], Field(max_length=200)]
    choices: Annotated[list[_Choice], Field(max_length=50)]
    tools: Annotated[list[_Choice], Field(max_length=50)]


class _Effect(_Strict):
    kind: _Name
    data: dict[_Name, JsonValue]


class _Slots(_Strict):
    memory: dict[_Name, JsonValue] = {}
    requested_slot: _Name | None = None


class _State(_Strict):
    slots: _Slots
    loop: _Name | None
    recent: Annotated[list[tuple[_Name | None, list[_Name]]], Field(max_length=4, strict=False)] | None = None


class _Turn(_Strict):
    """`intent` and `confidence` are what the engine took the message for."""

    state: _State
    replies: Annotated[list[_Reply], Field(max_length=200)]
    effects: Annotated[list[_Effect], Field(max_length=8)]
    intent: _Name | None
    confidence: float
    error: _Name | None


class _Intent(_Strict):
    intent: _Name | None
    confidence: float


def turn_in(answer: bytes) -> dict[str, Any]:
    """The turn of an answer, as plain values. Raises BadAnswer for what is none."""
    return _checked(_Turn, answer).model_dump(exclude_unset=True)


def intent_in(answer: bytes) -> tuple[str | None, float]:
    """The intent and how sure the engine is of it. Raises BadAnswer for what is none."""
    read = _checked(_Intent, answer)
    return read.intent, read.confidence


def _checked[M: BaseModel](model: type[M], answer: bytes) -> M:
    if len(answer) > MAX_ANSWER:
        raise BadAnswer("too large")
    try:
        return model.model_validate_json(answer)
    except (ValidationError, RecursionError) as error:
        raise BadAnswer(type(error).__name__) from None
