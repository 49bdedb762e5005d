"""Mail to the secretariat: a reference, whether it is urgent and the way to it in the console, nothing else (D11)."""

from bot.mail.message import Attachment, MailComposer, NoRecipient, Others
from bot.mail.outbox import Counts, RetryPolicy, deliver_due
from bot.mail.transport import PermanentFailure, SmtpTransport, SpoolTransport, TemporaryFailure, Transport

__all__ = [
    "Attachment",
    "Counts",
    "MailComposer",
    "NoRecipient",
    "Others",
    "PermanentFailure",
    "RetryPolicy",
    "SmtpTransport",
    "SpoolTransport",
    "TemporaryFailure",
    "Transport",
    "deliver_due",
]
