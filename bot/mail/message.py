"""Builds a mail from an outbox row. Only the reference goes in, so nothing else can get out."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape

from bot.store.outbox import OutboxMail


class MailComposer:
    """Renders `mail_<kind>.txt.j2` from a folder of templates, from one sender to one recipient."""

    def __init__(self, templates: Path, sender: str, recipient: str) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(templates),
            undefined=StrictUndefined,
            autoescape=select_autoescape(),  # not for .txt.j2: entities do not belong in plain text
            trim_blocks=True,
        )
        self._sender = sender
        self._recipient = recipient

    def compose(self, mail: OutboxMail) -> EmailMessage:
        """The same row gives the same message every time: a second copy is recognisable as one."""
        template = self._templates.get_template(f"mail_{mail.kind}.txt.j2")
        message = EmailMessage(policy=SMTP)
        message["From"] = self._sender
        message["To"] = self._recipient
        message["Subject"] = _block(template, "subject", mail.reference)
        message["Date"] = format_datetime(mail.created_at)
        message["Message-ID"] = mail.message_id
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(_block(template, "body", mail.reference) + "\n")
        return message


def _block(template: Template, name: str, reference: str) -> str:
    return "".join(template.blocks[name](template.new_context({"reference": reference}))).strip()
