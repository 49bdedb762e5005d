"""Ways to get a mail out: a folder of .eml files (the default: nothing else is needed) or an SMTP server."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import smtplib
import ssl
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from bot.store.base.errors import UnsafeSettings


class TemporaryFailure(Exception):
    """Try again later. `reason` is a class name: error texts of servers can hold addresses. `maybe_sent`: the
    connection broke while the server had the mail, so it may have taken it."""

    def __init__(self, reason: str, *, maybe_sent: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.maybe_sent = maybe_sent


class PermanentFailure(TemporaryFailure):
    """The server refuses this message for good."""


class Transport(Protocol):
    """Sends one message, blocking, or raises `TemporaryFailure` or `PermanentFailure`."""

    def send(self, message: EmailMessage) -> None: ...


class SpoolTransport:
    """Writes each mail as one .eml file, complete or not at all; a second copy of a mail replaces the first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, message: EmailMessage) -> None:
        name = re.sub(r"[^A-Za-z0-9@._-]", "", message["Message-ID"])
        try:
            self._write(self._folder / f"{name}.eml", bytes(message))
        except OSError as error:
            raise TemporaryFailure(type(error).__name__) from error
        except ValueError as error:  # nothing that a mail may hold
            raise PermanentFailure(type(error).__name__) from error

    def _write(self, path: Path, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


class SmtpTransport:
    """Delivers to one SMTP server, a connection per mail: mails are few and a connection that idles breaks."""

    def __init__(self, url: str, *, timeout: float = 20, tls: ssl.SSLContext | None = None) -> None:
        """`smtp://user:pass@host:port?starttls=required|off` or `smtps://…` (TLS from the start).

        STARTTLS is required unless it is switched off. Raises `UnsafeSettings` for anything else, and for a password
        that would go over the line in clear.
        """
        parts = urlsplit(url)
        starttls = parse_qs(parts.query).get("starttls", ["required"])[0]
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname or starttls not in ("required", "off"):
            raise UnsafeSettings("write the mail server as smtp://host:port?starttls=required|off or smtps://host:port")
        self._implicit_tls = parts.scheme == "smtps"
        self._starttls = not self._implicit_tls and starttls == "required"
        self._host = parts.hostname
        self._port = parts.port or (465 if self._implicit_tls else 587)
        self._login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        if self._login and not (self._implicit_tls or self._starttls):
            raise UnsafeSettings("a mail password needs TLS")
        self._timeout = timeout
        self._tls = tls or ssl.create_default_context()

    def send(self, message: EmailMessage) -> None:
        try:
            server = self._connect()
        except (OSError, smtplib.SMTPException) as error:  # also a refused login: that is about us, not about the mail
            raise TemporaryFailure(type(error).__name__) from error
        try:
            server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            raise _failure(error, [code for code, _ in error.recipients.values()]) from error
        except smtplib.SMTPResponseException as error:
            raise _failure(error, [error.smtp_code]) from error
        except (smtplib.SMTPNotSupportedError, ValueError) as error:  # an address that this server takes from nobody
            raise PermanentFailure(type(error).__name__) from error
        except (OSError, smtplib.SMTPException) as error:
            raise TemporaryFailure(type(error).__name__, maybe_sent=True) from error
        finally:
            _quit(server)

    def prove_reachable(self) -> None:
        """Connect, with TLS and the login as for a mail, and send none. Raises TemporaryFailure."""
        try:
            server = self._connect()
        except (OSError, smtplib.SMTPException) as error:
            raise TemporaryFailure(type(error).__name__) from error
        _quit(server)

    def _connect(self) -> smtplib.SMTP:
        server: smtplib.SMTP
        if self._implicit_tls:
            server = smtplib.SMTP_SSL(self._host, self._port, timeout=self._timeout, context=self._tls)
        else:
            server = smtplib.SMTP(self._host, self._port, timeout=self._timeout)
        try:
            if self._starttls:
                server.starttls(context=self._tls)
            if self._login:
                server.login(*self._login)
        except BaseException:
            server.close()
            raise
        return server


def _failure(error: Exception, codes: list[int]) -> TemporaryFailure:
    permanent = all(500 <= code < 600 for code in codes)
    return (PermanentFailure if permanent else TemporaryFailure)(type(error).__name__)


def _quit(server: smtplib.SMTP) -> None:
    """Says goodbye; whatever goes wrong here, the mail was accepted or refused before."""
    with contextlib.suppress(OSError, smtplib.SMTPException):
        server.quit()
    server.close()
