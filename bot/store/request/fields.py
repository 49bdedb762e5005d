"""What was filled in for a request: texts by the id of their field, and nothing else, going in and coming out."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from bot.store.base.errors import BadRequest, KeyProblem, Tampered, Unreadable
from bot.store.base.vault import Vault
from bot.store.request.models import Request


def former_contact(version: int) -> str:
    """Beside the fields of the content: under which name it stands how somebody was reached before the change that made
    this version of the request, for the mail that tells of it."""
    return f"contact_before.{version}"


def checked(fields: Any) -> dict[str, str]:
    """The fields as they may be stored. Raises `BadRequest` for anything but texts by name."""
    if not is_texts(fields):
        raise BadRequest("fields of a request are texts")
    return dict(fields)


def read(session: Session, vault: Vault, request: Request) -> dict[str, str] | None:
    """The fields of a request; None when they were erased. Raises `Unreadable`, whatever is wrong with them."""
    if request.data_key_id is None:
        return None
    try:
        key = vault.data_key(session, request.data_key_id)
        fields: Any = None if key is None else key.open(request, Request.fields)
    except (KeyProblem, Tampered, ValueError, TypeError) as error:
        raise Unreadable(type(error).__name__) from None
    if not is_texts(fields):
        raise Unreadable("no texts")
    texts: dict[str, str] = fields
    return texts


def is_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(name, str) and isinstance(text, str) for name, text in value.items()
    )
