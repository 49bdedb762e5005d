"""What a mail to an adviser says: when, and which request. No name, no address, no function of the official.

A mail that another one overtook is not sent, and who is to come after all is not told that it is off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from email.utils import parseaddr
from typing import Any

from bot.mail.invitation import invitation
from bot.mail.message import Attachment
from bot.store import Store
from bot.store.mail.kinds import ADVISER_KINDS, MailKind
from bot.store.mail.outbox import OutboxMail
from bot.store.request.states import VisitStatus
from bot.store.request.visits import Visit


class AdviserMail:
    def __init__(self, store: Store, sender: str) -> None:
        self._store = store
        self._organizer = parseaddr(sender)[1]

    def address(self, mail: OutboxMail) -> str | None:
        """Where it goes; None where there is nobody to tell any more."""
        _, adviser_id = self._about(mail)
        adviser = self._store.advisers.find(adviser_id) if adviser_id else None
        return None if adviser is None else adviser.details.mail

    def particulars(self, mail: OutboxMail) -> Mapping[str, Any]:
        visit, _ = self._about(mail)
        return {} if visit is None else {"details": visit.details}

    def attachment(self, mail: OutboxMail) -> Attachment | None:
        visit, address = self._about(mail)[0], self.address(mail)
        if visit is None or address is None:
            return None
        return invitation(visit, self._organizer, address, reference=mail.reference)

    def _about(self, mail: OutboxMail) -> tuple[Visit | None, str]:
        """The visit as this adviser is to have it, and who that is."""
        visit = self._store.cases.visit_of(mail.reference) if mail.kind in ADVISER_KINDS else None
        if visit is None:
            return None, ""
        comes = visit.details.adviser_id if visit.is_planned else ""
        if mail.kind is MailKind.ADVISER_VISIT:
            return (visit, comes) if comes and visit.sequence == mail.round else (None, "")
        before = visit.advisers[mail.round - 1] if 0 < mail.round <= len(visit.advisers) else ""
        if not before or before == comes:
            return None, ""
        return replace(visit, status=VisitStatus.CALLED_OFF), before
