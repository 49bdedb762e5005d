"""Makes the parts of the app from its settings: keys, store, mail. `bot/app.py` and the commands wire them."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.mail.adviser import AdviserMail
from bot.mail.message import MailComposer, Others
from bot.mail.transport import SmtpTransport, SpoolTransport, Transport
from bot.mail.visit import VisitMail
from bot.office_hours import OfficeHours
from bot.settings import Settings
from bot.store import KeyRing, Store, StoreUnavailable, open_store, unopened_store
from bot.store.mail.kinds import ADVISER_KINDS, VISIT_KINDS
from bot.store.request.escalation.ladder import Ladder
from bot.store.retention import Bounds, Limits
from woningscan.content.model import Content

CASE_PATH = "/secretariaat/aanvraag/"
"""Where a request is in the console; `bot/console/work/overview.py` serves it."""


def make_store(settings: Settings) -> Store:
    """The database of these settings, migrated. Raises StoreError when it cannot be opened or the keys do not fit."""
    return open_store(settings.database, make_keys(settings), mail_domain=mail_domain(settings))


def make_waiting_store(settings: Settings) -> Store:
    """The database of these settings, which may be away: see `Store.prepare`. Raises StoreError for unusable keys."""

    def keys() -> KeyRing:
        try:
            return make_keys(settings)
        except OSError as error:  # their file is on a disk that is away
            raise StoreUnavailable(f"keys: {type(error).__name__}") from None

    ring = make_keys(settings) if settings.keys else keys
    return unopened_store(settings.database, ring, mail_domain=mail_domain(settings))


def make_keys(settings: Settings) -> KeyRing:
    """The keys that were given, or this machine's own: made at the first start, readable for its owner only."""
    if settings.keys:
        return KeyRing.parse(settings.keys)
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    return KeyRing.load_or_create(settings.data_dir / "keys.txt")


def make_transport(settings: Settings) -> Transport:
    return SmtpTransport(settings.smtp_url) if settings.smtp_url else SpoolTransport(settings.data_dir / "mail")


def make_composer(settings: Settings, store: Store, content: Content) -> MailComposer:
    to_officials = VisitMail(store, settings.public_url, settings.mail_from)
    to_advisers = AdviserMail(store, settings.mail_from)
    addresses = Others(
        second=settings.mail_second or settings.mail_to,
        everyone=everyone(settings),
        official=to_officials.address,
        adviser=to_advisers.address,
    )
    return MailComposer(
        settings.content_dir / "templates",
        settings.mail_from,
        settings.mail_to,
        others=addresses,
        facts={contact.id: contact.value for contact in content.contacts.values()},
        kind=to_officials.kind,
        particulars=lambda mail: {**to_officials.particulars(mail), **to_advisers.particulars(mail)},
        attachments={
            **dict.fromkeys(VISIT_KINDS, to_officials.attachment),
            **dict.fromkeys(ADVISER_KINDS, to_advisers.attachment),
        },
        cases=f"{settings.public_url.rstrip('/')}{CASE_PATH}",
    )


def everyone(settings: Settings) -> tuple[str, ...]:
    """Every address of the secretariat, each once."""
    listed = [settings.mail_to, settings.mail_second, *settings.mail_all.split(",")]
    return tuple(dict.fromkeys(address.strip() for address in listed if address.strip()))


def make_ladder(settings: Settings) -> Ladder:
    """Which step of the escalation is due: after how much office time, and for what is urgent how much time at all."""
    hours = OfficeHours.load(settings.content_dir)
    terms = _minutes(settings.escalate_after, settings.escalate_all_after, settings.escalate_official_after)
    urgent_terms = _minutes(settings.urgent_after, settings.urgent_all_after, settings.urgent_official_after)

    def steps_due(since: datetime, now: datetime) -> int:
        passed = hours.elapsed(since, now, at_least=terms[-1])
        return sum(passed >= term for term in terms)

    def urgent_steps_due(since: datetime, now: datetime) -> int:
        return sum(now - since >= term for term in urgent_terms)

    again, urgent_again = _minutes(settings.again_after, settings.urgent_again_after)

    def stands_still(since: datetime, now: datetime, urgent: bool) -> bool:
        if urgent:
            return now - since >= urgent_again
        return hours.elapsed(since, now, at_least=again) >= again

    return Ladder(steps_due, len(everyone(settings)), mail_domain(settings), urgent_steps_due, stands_still)


def _minutes(*numbers: float) -> list[timedelta]:
    return [timedelta(minutes=number) for number in numbers]


def make_limits(settings: Settings) -> Limits:
    return Limits(closed_request=timedelta(days=settings.request_days))


def make_bounds(settings: Settings) -> Bounds:
    return Bounds(settings.retention_share, settings.retention_floor)


def mail_domain(settings: Settings) -> str:
    """The right-hand side of Message-IDs."""
    return urlsplit(settings.public_url).hostname or "localhost"
