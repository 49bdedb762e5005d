"""Links to the official's own page, and the short session that one opens, in somebody's transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.store.base.vault import Vault
from bot.store.links import Links
from bot.store.mail.kinds import MailKind
from bot.store.request.models import RequestAccess
from bot.store.request.states import AccessStage

LINK_LIFETIME = timedelta(hours=24)
VISIT_LINK_LIFETIME = timedelta(days=7)
SESSION_LIFETIME = timedelta(minutes=30)


def token_for_mail(vault: Vault, request_id: str, kind: str, round: int) -> str:
    """The token in that mail: made anew for each attempt to send it, so that it is kept nowhere."""
    return vault.hash("request-access-mail", request_id, kind, str(round))


def grant_for_mail(session: Session, vault: Vault, request_id: str, kind: MailKind, round: int, now: datetime) -> None:
    """Lets the link in a mail work; those of earlier mails go on working until they expire."""
    lifetime = LINK_LIFETIME if kind is MailKind.ACCESS else VISIT_LINK_LIFETIME
    token = token_for_mail(vault, request_id, kind, round)
    add(session, vault, request_id, AccessStage.LINK, now + lifetime, token)


def add(
    session: Session, vault: Vault, request_id: str, stage: AccessStage, expires_at: datetime, token: str | None = None
) -> str:
    row = RequestAccess(request_id=request_id, stage=stage)
    token = _links(vault).mark(row, expires_at, token)
    session.add(row)
    session.flush()
    return token


def find_session(session: Session, vault: Vault, token: str, now: datetime) -> RequestAccess | None:
    return _links(vault).find(session, token, now, RequestAccess.stage == AccessStage.SESSION)


def take_link(session: Session, vault: Vault, token: str, now: datetime) -> str | None:
    """The request that the link leads to, and uses the link up."""
    row = _links(vault).take(session, token, now, RequestAccess.stage == AccessStage.LINK)
    return None if row is None else row.request_id


def remove(session: Session, vault: Vault, token: str) -> None:
    _links(vault).remove(session, token)


def revoke(session: Session, vault: Vault, request_id: str, keep: str = "") -> None:
    """Ends every link to a request and every session, but the one with the token `keep`."""
    others = RequestAccess.token_hash != _links(vault).hash(keep)
    session.execute(delete(RequestAccess).where(RequestAccess.request_id == request_id, others))


def _links(vault: Vault) -> Links[RequestAccess]:
    return Links(vault, RequestAccess, "request-access")
