"""Makes the parts of the app from its settings: keys, store, mail. `bot/app.py` and the commands wire them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from bot.mail.message import MailComposer
from bot.mail.transport import SmtpTransport, SpoolTransport, Transport
from bot.settings import Settings
from bot.store import KeyRing, Store, open_store


def make_store(settings: Settings) -> Store:
    """The database of these settings, migrated. Raises StoreError when it cannot be opened or the keys do not fit."""
    if settings.database.startswith("sqlite:///"):
        Path(settings.database.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    return open_store(
        settings.database, make_keys(settings), mail_domain=urlsplit(settings.public_url).hostname or "localhost"
    )


def make_keys(settings: Settings) -> KeyRing:
    """The keys that were given, or this machine's own: made at the first start, readable for its owner only."""
    if settings.keys:
        return KeyRing.parse(settings.keys)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return KeyRing.load_or_create(settings.data_dir / "keys.txt")


def make_transport(settings: Settings) -> Transport:
    return SmtpTransport(settings.smtp_url) if settings.smtp_url else SpoolTransport(settings.data_dir / "mail")


def make_composer(settings: Settings) -> MailComposer:
    return MailComposer(settings.content_dir / "templates", settings.mail_from, settings.mail_to)
