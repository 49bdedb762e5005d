"""Builds a mail from an outbox row. Only the reference goes in, so nothing else can get out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from jinja2 import Template, select_autoescape

from bot.store.mail.kinds import ADVISER_KINDS, OFFICIAL_KINDS, MailKind
from bot.store.mail.outbox import OutboxMail
from bot.templates import sandboxed

_NAMES = {
    MailKind.NEW: "nieuw",
    MailKind.CHANGED: "gewijzigd",
    MailKind.WITHDRAWN: "geannuleerd",
    MailKind.WITHDRAWAL_ASKED: "intrekverzoek",
    MailKind.SECOND: "tweede",
    MailKind.EVERYONE: "allen",
    MailKind.NOT_PICKED_UP: "ambtsdrager",
    MailKind.VISIT: "afspraak",
    MailKind.VISIT_CHANGED: "afspraak_gewijzigd",
    MailKind.VISIT_CALLED_OFF: "afspraak_vervallen",
    MailKind.VISIT_REMINDER: "afspraak_herinnering",
    MailKind.ADVISER_VISIT: "adviseur",
    MailKind.ADVISER_OFF: "adviseur_vervallen",
    MailKind.ACCESS: "toegang",
    MailKind.CONTACT_CHANGED: "contact_gewijzigd",
}
TEMPLATES = {kind: f"mail/{name}.txt.j2" for kind, name in _NAMES.items()}
"""The template of each kind of mail, by the name that editors know."""


_OUTSIDE = (*OFFICIAL_KINDS, *ADVISER_KINDS)
"""Mails that leave the secretariat."""


class NoRecipient(Exception):
    """Nobody to send this mail to: the address was erased, or is no longer in the settings."""


class SenderProblem(Exception):
    """The sender in the settings is no address."""


@dataclass(frozen=True)
class Attachment:
    """`subtype` of text, with parameters such as `{"method": "REQUEST"}`."""

    filename: str
    content: str
    subtype: str = "calendar"
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Others:
    """Who gets mail besides the first address of the secretariat.

    `second` and `everyone` are for escalations; `official` looks up the address that the official left in the request,
    `adviser` that of who comes to visit.
    """

    second: str = ""
    everyone: tuple[str, ...] = ()
    official: Callable[[OutboxMail], str | None] = lambda mail: None
    adviser: Callable[[OutboxMail], str | None] = lambda mail: None


class MailComposer:
    """Renders `mail/<kind>.txt.j2` from a folder of templates, from one sender.

    `facts` are what a template may name besides the reference: the contacts of the content. `particulars` gives what
    only this mail says: the moment of a visit, a link. `attachments` makes one for a kind of mail. `cases` is the
    start of the address of a request in the console, for mail to the secretariat. `kind` says what a mail is by now.
    """

    def __init__(
        self,
        templates: Path,
        sender: str,
        recipient: str,
        *,
        others: Others | None = None,
        facts: Mapping[str, str] | None = None,
        particulars: Callable[[OutboxMail], Mapping[str, Any]] = lambda mail: {},
        attachments: Mapping[MailKind, Callable[[OutboxMail], Attachment | None]] | None = None,
        cases: str = "",
        kind: Callable[[OutboxMail], MailKind] = lambda mail: mail.kind,
    ) -> None:
        # No escaping for .txt.j2: entities do not belong in plain text.
        self._templates = sandboxed(templates, autoescape=select_autoescape())
        self._sender = sender
        self._recipient = recipient
        self._others = others or Others()
        self._facts = dict(facts or {})
        self._particulars = particulars
        self._attachments = dict(attachments or {})
        self._cases = cases
        self._kind = kind

    def compose(self, mail: OutboxMail) -> EmailMessage:
        """The same row gives the same message every time: a second copy is recognisable as one.

        An answer goes to the secretariat. All mails of one request refer to one message, which was never sent, so that
        programs show them as one conversation, also when earlier ones are gone. A calendar file is in it twice: who
        makes an appointment of a mail looks for it beside the text, others offer what is attached.

        Raises `NoRecipient`, `SenderProblem`, `StoreError`, and jinja's or the address's own error.
        """
        template = self._templates.get_template(TEMPLATES[self._kind(mail)])
        message = EmailMessage(policy=SMTP)
        try:
            message["From"] = self._sender
        except Exception as error:
            raise SenderProblem(type(error).__name__) from None
        message["To"] = self._address(mail)
        if mail.kind in _OUTSIDE:
            message["Reply-To"] = self._recipient
        message["Subject"] = self._block(template, "subject", mail)
        message["Date"] = format_datetime(mail.created_at)
        message["Message-ID"] = mail.message_id
        message["In-Reply-To"] = message["References"] = _thread(mail)
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(self._block(template, "body", mail) + "\n")
        attachment = self._attachments[mail.kind](mail) if mail.kind in self._attachments else None
        if attachment is not None:
            _attach(message, attachment, mail.id)
        return message

    def _address(self, mail: OutboxMail) -> str | Address:
        if mail.kind in _OUTSIDE:
            others = self._others
            address = others.adviser(mail) if mail.kind in ADVISER_KINDS else others.official(mail)
            if address is None:
                raise NoRecipient
            return Address(addr_spec=address)  # exactly one address: what people type must not add another
        if mail.kind is MailKind.SECOND:
            return self._others.second or self._recipient
        if mail.kind is MailKind.EVERYONE:
            if mail.recipient >= len(self._others.everyone):
                raise NoRecipient
            return self._others.everyone[mail.recipient]
        return self._recipient

    def _block(self, template: Template, name: str, mail: OutboxMail) -> str:
        own = {"reference": mail.reference, "urgent": mail.urgent, "claimed": mail.claimed}
        case = f"{self._cases}{mail.reference}" if self._cases else ""
        context = template.new_context({**self._facts, **self._particulars(mail), **own, "case": case})
        return "".join(template.blocks[name](context)).strip()


def _attach(message: EmailMessage, attachment: Attachment, mail_id: str) -> None:
    """Beside the text, and as a file. The boundaries are the same each time."""
    subtype, parameters = attachment.subtype, dict(attachment.parameters)
    message.add_alternative(attachment.content, subtype=subtype, params=parameters)
    message.set_boundary(f"=_{mail_id}_text")
    message.add_attachment(
        attachment.content,
        subtype=subtype,
        filename=attachment.filename,
        params=parameters | {"name": attachment.filename},
    )
    message.set_boundary(f"=_{mail_id}")


def _thread(mail: OutboxMail) -> str:
    """What all mails of a request refer to. It tells nothing of the request to who does not have its row."""
    digest = hashlib.sha256(f"thread {mail.request_id}".encode()).hexdigest()[:32]
    return f"<{digest}@{mail.message_id.strip('<>').rpartition('@')[2]}>"
