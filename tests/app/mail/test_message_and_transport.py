"""What a mail says, and how it leaves: as a file or over SMTP, with every way a server can say no."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
import stat
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.mail import MailComposer, PermanentFailure, SmtpTransport, SpoolTransport, TemporaryFailure
from bot.store import UnsafeSettings
from bot.store.mail.outbox import OutboxMail
from tests.support.mail_server import ScriptedServer, free_port


@pytest.fixture(params=["new", "withdrawn"])
def mail(request: pytest.FixtureRequest, now: dt.datetime) -> OutboxMail:
    return OutboxMail("id1", request.param, "WS-ACDE-FGHJK", "<abc@example.org>", 1, now, now)


@pytest.fixture
def message(composer: MailComposer, mail: OutboxMail) -> EmailMessage:
    return composer.compose(mail)


def test_a_mail_says_a_reference_and_open_the_console(message: EmailMessage):
    body = message.get_content()
    lines = [line for line in body.splitlines() if line]
    assert "WS-ACDE-FGHJK" in message["Subject"]
    assert len(lines) == 2
    assert lines[0].endswith("WS-ACDE-FGHJK")
    assert lines[1].startswith("Open de console")
    assert not any(mark in body for mark in ("{", "<", "@", "http", "woningscan", "terugbel"))


def test_the_same_row_gives_the_same_mail(composer: MailComposer, mail: OutboxMail, message: EmailMessage):
    assert bytes(composer.compose(mail)) == bytes(message)
    assert message["Message-ID"] == "<abc@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"] == "Tue, 24 Nov 2026 10:30:00 +0000"


def test_a_mail_in_the_spool_is_whole_private_and_there_once(message: EmailMessage, tmp_path: Path):
    folder = tmp_path / "var" / "spool"
    for _ in range(2):
        SpoolTransport(folder).send(message)
    (path,) = folder.iterdir()
    assert path.suffix == ".eml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    stored = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert stored["Subject"] == message["Subject"]
    assert stored.get_content().splitlines() == message.get_content().splitlines()


def test_a_spool_that_cannot_be_written_is_a_temporary_failure(message: EmailMessage, tmp_path: Path):
    (tmp_path / "spool").write_text("in the way")
    with pytest.raises(TemporaryFailure) as failure:
        SpoolTransport(tmp_path / "spool").send(message)
    assert not isinstance(failure.value, PermanentFailure)


def test_a_mail_arrives(server: ScriptedServer, smtp: SmtpTransport, message: EmailMessage):
    smtp.send(message)
    (received,) = server.received
    assert received["Message-ID"] == "<abc@example.org>"
    assert "WS-ACDE-FGHJK" in received.get_content()


@pytest.mark.parametrize(
    ("step", "kind", "reason"),
    [
        ("451 greylisted", TemporaryFailure, "SMTPDataError"),
        ("RCPT 450 busy", TemporaryFailure, "SMTPRecipientsRefused"),
        ("421 closing", TemporaryFailure, "SMTPDataError"),
        ("554 no", PermanentFailure, "SMTPDataError"),
        ("RCPT 550 unknown user", PermanentFailure, "SMTPRecipientsRefused"),
        ("drop", TemporaryFailure, "SMTPServerDisconnected"),
    ],
)
def test_each_refusal_is_temporary_or_permanent(
    server: ScriptedServer, smtp: SmtpTransport, message: EmailMessage, step: str, kind: type, reason: str
):
    server.script = [step]
    with pytest.raises(TemporaryFailure) as failure:
        smtp.send(message)
    assert type(failure.value) is kind
    assert failure.value.reason == reason


def test_a_server_that_stalls_is_a_temporary_failure(server: ScriptedServer, message: EmailMessage):
    server.script = ["stall"]
    with pytest.raises(TemporaryFailure) as failure:
        SmtpTransport(f"smtp://127.0.0.1:{server.port}?starttls=off", timeout=5).send(message)
    assert type(failure.value) is TemporaryFailure
    assert failure.value.reason == "SMTPServerDisconnected"


def test_a_server_that_is_away_is_a_temporary_failure(message: EmailMessage):
    with pytest.raises(TemporaryFailure) as failure:
        SmtpTransport(f"smtp://127.0.0.1:{free_port()}", timeout=120).send(message)
    assert type(failure.value) is TemporaryFailure
    assert failure.value.reason == "ConnectionRefusedError"


def test_without_tls_nothing_is_sent_unless_that_is_meant(server: ScriptedServer, message: EmailMessage):
    with pytest.raises(TemporaryFailure, match="SMTPNotSupportedError"):
        SmtpTransport(f"smtp://127.0.0.1:{server.port}", timeout=120).send(message)
    assert server.received == []


@pytest.mark.parametrize(
    "url",
    [
        "smtp://user:geheim@127.0.0.1:25?starttls=off",
        "smtp://127.0.0.1:25?starttls=maybe",
        "http://127.0.0.1",
        "smtp://",
        "127.0.0.1:25",
    ],
)
def test_unsafe_or_unclear_servers_are_refused(url: str):
    with pytest.raises(UnsafeSettings) as refused:
        SmtpTransport(url)
    assert "geheim" not in str(refused.value)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 with its key, valid today."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    today = dt.datetime.now(dt.timezone.utc)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - dt.timedelta(days=1))
        .not_valid_after(today + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def tls_server(certificate: Path) -> Callable[[], ScriptedServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    scripted = ScriptedServer(free_port(), tls_context=context, require_starttls=True)
    scripted.start()
    yield scripted
    scripted.stop()


def test_a_mail_arrives_over_starttls(tls_server: ScriptedServer, certificate: Path, message: EmailMessage):
    trusting = ssl.create_default_context(cafile=str(certificate))
    SmtpTransport(f"smtp://127.0.0.1:{tls_server.port}", timeout=120, tls=trusting).send(message)
    assert len(tls_server.received) == 1


def test_a_certificate_that_is_not_trusted_stops_the_mail(tls_server: ScriptedServer, message: EmailMessage):
    with pytest.raises(TemporaryFailure, match="SSLCertVerificationError"):
        SmtpTransport(f"smtp://127.0.0.1:{tls_server.port}", timeout=120).send(message)
    assert tls_server.received == []
