"""What a mail to an official says beyond its template: the visit, the way in to the own page, the calendar file.

A mail about a visit that changed again before it went out is not sent: the later one says all. What it is follows what
the official was last told: who heard of no visit hears of no change, and not that it is called off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parseaddr
from typing import Any

from bot.mail.invitation import invitation
from bot.mail.message import Attachment
from bot.store import Store
from bot.store.mail.kinds import VISIT_KINDS, MailKind
from bot.store.mail.outbox import OutboxMail, official_address
from bot.store.request.fields import former_contact
from bot.store.request.holder.access import token_for_mail
from bot.store.request.states import VisitStatus
from bot.store.request.visits import Visit

_ABOUT_A_VISIT = (*VISIT_KINDS, MailKind.VISIT_REMINDER)
OWN_LINK_PATH = "/aanvraag/link/"


class VisitMail:
    def __init__(
        self, store: Store, public_url: str, sender: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store = store
        self._now = now
        self._public_url = public_url.rstrip("/")
        self._organizer = parseaddr(sender)[1]

    def address(self, mail: OutboxMail) -> str | None:
        """Where a mail to the official goes; None when there is no address, or the mail is out of date."""
        request = self._store.requests.find(mail.reference)
        if request is None or (mail.kind in _ABOUT_A_VISIT and self._visit(mail) is None):
            return None
        if mail.kind is MailKind.CONTACT_CHANGED:
            return official_address({"contact": (request.fields or {}).get(former_contact(mail.round), "")})
        return official_address(request.fields)

    def kind(self, mail: OutboxMail) -> MailKind:
        """What a mail is by what its receiver knows."""
        if mail.kind not in (MailKind.VISIT, MailKind.VISIT_CHANGED):
            return mail.kind
        visit = self._visit(mail)
        knows = visit is not None and visit.told is VisitStatus.PLANNED
        return MailKind.VISIT_CHANGED if knows else MailKind.VISIT

    def particulars(self, mail: OutboxMail) -> Mapping[str, Any]:
        if mail.kind not in (*_ABOUT_A_VISIT, MailKind.ACCESS):
            return {}
        token = token_for_mail(self._store.vault, mail.request_id, mail.kind, mail.round)
        visit = self._visit(mail)
        return {"link": f"{self._public_url}{OWN_LINK_PATH}{token}", "details": visit.details if visit else None}

    def attachment(self, mail: OutboxMail) -> Attachment | None:
        visit, address = self._visit(mail), self.address(mail)
        return None if visit is None or address is None else invitation(visit, self._organizer, address)

    def _visit(self, mail: OutboxMail) -> Visit | None:
        """The visit, as long as this mail is about how it is now."""
        visit = self._store.cases.visit_of(mail.reference) if mail.kind in _ABOUT_A_VISIT else None
        if visit is None or visit.sequence != mail.round:
            return None
        if mail.kind is MailKind.VISIT_CALLED_OFF:
            return visit if visit.told is VisitStatus.PLANNED or visit.tried else None
        if mail.kind is MailKind.VISIT_REMINDER:
            return visit if visit.is_known and visit.is_ahead(self._now()) else None
        return visit
