"""Links to the official's own page, written inside somebody's transaction. Only keyed hashes are kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from bot.store.base.vault import Vault
from bot.store.mail.kinds import MailKind
from bot.store.request.models import RequestAccess
from bot.store.request.states import AccessStage

LINK_LIFETIME = timedelta(hours=24)
VISIT_LINK_LIFETIME = timedelta(days=7)
SESSION_LIFETIME = timedelta(minutes=30)
_PURPOSE = "request-access"


def token_for_mail(vault: Vault, request_id: str, kind: MailKind, round: int) -> str:
    """The token in that mail: made anew for each attempt to send it, so that it is kept nowhere."""
    return vault.hash("request-access-mail", request_id, kind, str(round))


def grant_for_mail(session: Session, vault: Vault, request_id: str, kind: MailKind, round: int, now: datetime) -> None:
    """Lets the link in a mail work; those of earlier mails go on working until they expire."""
    lifetime = LINK_LIFETIME if kind is MailKind.ACCESS else VISIT_LINK_LIFETIME
    add(session, vault, request_id, token_for_mail(vault, request_id, kind, round), AccessStage.LINK, now + lifetime)


def add(session: Session, vault: Vault, request_id: str, token: str, stage: AccessStage, expires_at: datetime) -> None:
    values = {"request_id": request_id, "stage": stage, "expires_at": expires_at}
    session.execute(insert(RequestAccess).values(token_hash=vault.hash(_PURPOSE, token), **values))


def find(session: Session, vault: Vault, token: str, stage: AccessStage, now: datetime) -> RequestAccess | None:
    wanted = select(RequestAccess).where(
        RequestAccess.token_hash == vault.hash(_PURPOSE, token),
        RequestAccess.stage == stage,
        RequestAccess.expires_at > now,
    )
    return session.scalars(wanted).one_or_none()


def take_link(session: Session, vault: Vault, token: str, now: datetime) -> str | None:
    """The request that the link leads to, and uses the link up. Two at once: only one gets it."""
    row = find(session, vault, token, AccessStage.LINK, now)
    if row is None:
        return None
    request_id = row.request_id
    gone = session.connection().execute(
        delete(RequestAccess).where(RequestAccess.token_hash == row.token_hash, RequestAccess.stage == AccessStage.LINK)
    )
    return request_id if gone.rowcount == 1 else None


def remove(session: Session, vault: Vault, token: str) -> None:
    session.execute(delete(RequestAccess).where(RequestAccess.token_hash == vault.hash(_PURPOSE, token)))


def revoke(session: Session, request_id: str, *, stage: AccessStage) -> None:
    session.execute(delete(RequestAccess).where(RequestAccess.request_id == request_id, RequestAccess.stage == stage))
