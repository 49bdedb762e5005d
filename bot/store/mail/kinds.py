"""The mails there are. Which template a kind has, is said in `bot/mail/message.py`."""

from __future__ import annotations

from enum import StrEnum


class MailKind(StrEnum):
    # To the secretariat.
    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    WITHDRAWAL_ASKED = "withdrawal_asked"
    SECOND = "second"
    EVERYONE = "everyone"
    # To the adviser.
    ADVISER_VISIT = "adviser_visit"
    ADVISER_OFF = "adviser_off"
    # To who gave an address in a request.
    NOT_PICKED_UP = "not_picked_up"
    VISIT = "visit"
    VISIT_CHANGED = "visit_changed"
    VISIT_CALLED_OFF = "visit_called_off"
    VISIT_REMINDER = "visit_reminder"
    ACCESS = "access"
    CONTACT_CHANGED = "contact_changed"


ESCALATION_KINDS = (MailKind.SECOND, MailKind.EVERYONE, MailKind.NOT_PICKED_UP)
VISIT_KINDS = (MailKind.VISIT, MailKind.VISIT_CHANGED, MailKind.VISIT_CALLED_OFF)
ADVISER_KINDS = (MailKind.ADVISER_VISIT, MailKind.ADVISER_OFF)
OFFICIAL_KINDS = (
    MailKind.NOT_PICKED_UP,
    *VISIT_KINDS,
    MailKind.VISIT_REMINDER,
    MailKind.ACCESS,
    MailKind.CONTACT_CHANGED,
)
