"""Settings from the environment. In production unsafe ones refuse to start, each with what to do about it."""

from __future__ import annotations

import base64
import ipaddress
import re
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from woningscan.request.contacts.contact import email_address

ROOT = Path(__file__).resolve().parent.parent
MIN_TOKEN = 32
MIN_DIFFERENT_BYTES = 16
MOST_SECONDS, MOST_DAYS = 60, 365
_BOT_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


class UnsafeSettings(Exception):
    """The settings are not safe for production; the message lists every reason."""


class BadAddress(ValueError):
    """No address to listen on: the message says how to write one."""


def host_and_port(address: str) -> tuple[str, int]:
    """What `127.0.0.1:9464`, `[::1]:9464` or `localhost:9464` names. Raises BadAddress for anything else."""
    try:
        parts = urlsplit(f"//{address}")
        host, port = parts.hostname or "", parts.port
        if host != "localhost":
            ipaddress.ip_address(host)
    except ValueError:
        host, port = "", None
    if not host or not port or address != parts.netloc or "@" in address:
        raise BadAddress(f"{address!r} is not an address to listen on; write 127.0.0.1:9464")
    return host, port


class BadOrigin(ValueError):
    """An origin that is not one: the message says which and how to write it."""


def origins_of(listed: str) -> list[str]:
    """The origins of a comma-separated list. Raises BadOrigin for anything but `scheme://host[:port]`."""
    origins = [one.strip() for one in listed.split(",") if one.strip()]
    for origin in origins:
        parts = urlsplit(origin)
        exact = f"{parts.scheme}://{parts.netloc}".lower()
        if (
            parts.scheme not in ("http", "https")
            or not parts.netloc
            or origin != exact
            or "*" in origin
            or "@" in origin
        ):
            raise BadOrigin(f"WONINGSCAN_EMBED_ORIGINS: {origin!r} is not an origin; write https://www.example.nl")
    return origins


def _unusable_origins(listed: str) -> list[str]:
    try:
        origins_of(listed)
    except BadOrigin as problem:
        return [str(problem)]
    return []


class Settings(BaseSettings):
    """All settings have a default that gives a working development run on this machine alone."""

    model_config = SettingsConfigDict(env_prefix="WONINGSCAN_", extra="ignore")

    environment: Literal["development", "production"] = "development"
    data_dir: Path = ROOT / "var"
    content_dir: Path = ROOT / "content"
    database_url: str = ""
    keys: str = ""
    engine_url: str = ""
    engine_token: str = ""
    engine_python: Path = Field(default=ROOT / ".venv-engine" / "bin" / "python")
    engine_timeout: float = 4.0
    public_url: str = "http://127.0.0.1:8080"
    embed_origins: str = ""
    telegram_token: str = Field(default="", repr=False)
    telegram_api: str = ""
    telegram_mode: Literal["auto", "polling", "webhook"] = "auto"
    telegram_secret: str = Field(default="", repr=False)
    smtp_url: str = ""
    mail_from: str = "woningscan@localhost"
    mail_to: str = "secretariaat@localhost"
    mail_second: str = ""
    mail_all: str = ""
    escalate_after: float = 30
    escalate_all_after: float = 60
    escalate_official_after: float = 120
    again_after: float = 960
    urgent_after: float = 5
    urgent_all_after: float = 15
    urgent_official_after: float = 30
    urgent_again_after: float = 30
    alarm_webhook: str = ""
    metrics_address: str = ""
    request_days: int = 30
    retention_share: float = 0.5
    retention_floor: int = 25

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'woningscan.db'}"

    @property
    def telegram_polls(self) -> bool:
        """Whether updates are asked for; otherwise Telegram brings them."""
        return self.telegram_mode == "polling" or (self.telegram_mode == "auto" and self.environment == "development")

    def refuse_unsafe(self, workers: int = 1) -> None:
        """Raise UnsafeSettings when something would endanger people or data."""
        reasons = _unusable_origins(self.embed_origins)
        if self.engine_url and len(self.engine_token) < MIN_TOKEN:
            reasons.append(f"WONINGSCAN_ENGINE_URL needs WONINGSCAN_ENGINE_TOKEN of at least {MIN_TOKEN} characters")
        if self.database.startswith("sqlite") and workers > 1:
            reasons.append("SQLite is for one worker: set WONINGSCAN_DATABASE_URL to PostgreSQL or use --workers 1")
        reasons += self._limit_reasons()
        reasons += self._escalation_reasons()
        reasons += self._metrics_reasons(workers)
        if self.telegram_token:
            reasons += self._telegram_reasons(workers)
        if self.environment == "production":
            reasons += self._production_reasons()
        if reasons:
            raise UnsafeSettings("\n".join(f"- {reason}" for reason in reasons))

    def _limit_reasons(self) -> list[str]:
        engine = urlsplit(self.engine_url)
        private = engine.scheme in ("", "unix", "https") or engine.hostname in THIS_MACHINE
        wanted = {
            "WONINGSCAN_ENGINE_TIMEOUT is above 0 seconds and at most 60": 0 < self.engine_timeout <= MOST_SECONDS,
            "WONINGSCAN_ENGINE_URL must be a socket, https, or on this machine: messages go in clear": private,
            f"WONINGSCAN_REQUEST_DAYS is at most {MOST_DAYS}": self.request_days <= MOST_DAYS,
        }
        return [reason for reason, met in wanted.items() if not met]

    def _mail_reasons(self) -> list[str]:
        server = urlsplit(self.smtp_url)
        secured = server.scheme == "smtps" or parse_qs(server.query).get("starttls", ["required"]) == ["required"]
        others = [self.mail_second, *self.mail_all.split(",")]
        addresses = [self.mail_from, self.mail_to, *(one.strip(" ") for one in others if one.strip(" "))]
        wanted = {
            "WONINGSCAN_SMTP_URL is empty: a request would stay on this machine": bool(self.smtp_url),
            "WONINGSCAN_SMTP_URL must be smtp:// or smtps:// with a host": not self.smtp_url
            or (server.scheme in ("smtp", "smtps") and bool(server.hostname)),
            "WONINGSCAN_SMTP_URL has a password and no TLS": secured or not server.username,
            "WONINGSCAN_MAIL_TO, WONINGSCAN_MAIL_FROM and other addresses must be real": all(
                email_address(address) for address in addresses
            ),
        }
        return [reason for reason, met in wanted.items() if not met]

    def _escalation_reasons(self) -> list[str]:
        webhook = urlsplit(self.alarm_webhook)
        private = webhook.scheme == "https" or (webhook.scheme == "http" and webhook.hostname in THIS_MACHINE)
        terms = (self.escalate_after, self.escalate_all_after, self.escalate_official_after)
        urgent = (self.urgent_after, self.urgent_all_after, self.urgent_official_after)
        wanted = {
            "WONINGSCAN_ESCALATE_AFTER, _ALL_AFTER and _OFFICIAL_AFTER are minutes above 0, none before the last": 0
            < terms[0]
            <= terms[1]
            <= terms[2]
            < float("inf"),
            "WONINGSCAN_URGENT_AFTER, _ALL_AFTER and _OFFICIAL_AFTER are minutes above 0, none before the last": 0
            < urgent[0]
            <= urgent[1]
            <= urgent[2]
            < float("inf"),
            "WONINGSCAN_AGAIN_AFTER is minutes above 0": 0 < self.again_after < float("inf"),
            "WONINGSCAN_URGENT_AGAIN_AFTER is minutes above 0": 0 < self.urgent_again_after < float("inf"),
            "WONINGSCAN_RETENTION_SHARE is above 0 and at most 1": 0 < self.retention_share <= 1,
            "WONINGSCAN_RETENTION_FLOOR is 0 or more": self.retention_floor >= 0,
            "WONINGSCAN_REQUEST_DAYS is at least 1": self.request_days >= 1,
            "WONINGSCAN_ALARM_WEBHOOK must be https": not self.alarm_webhook or (private and bool(webhook.hostname)),
        }
        return [reason for reason, met in wanted.items() if not met]

    def _metrics_reasons(self, workers: int) -> list[str]:
        if not self.metrics_address:
            return []
        try:
            host, _ = host_and_port(self.metrics_address)
        except BadAddress as problem:
            return [f"WONINGSCAN_METRICS_ADDRESS: {problem}"]
        wanted = {
            "WONINGSCAN_METRICS_ADDRESS is for one worker: each counts for itself": workers == 1,
            "WONINGSCAN_METRICS_ADDRESS must be on this machine or a private network, not everywhere": self.environment
            != "production"
            or _is_private(host),
        }
        return [reason for reason, met in wanted.items() if not met]

    def _telegram_reasons(self, workers: int) -> list[str]:
        api = urlsplit(self.telegram_api)
        private = not self.telegram_api or api.scheme == "https" or api.hostname in THIS_MACHINE
        by_webhook, in_production = not self.telegram_polls, self.environment == "production"
        wanted = {
            "WONINGSCAN_TELEGRAM_TOKEN is not a bot token": bool(_BOT_TOKEN.fullmatch(self.telegram_token)),
            "WONINGSCAN_TELEGRAM_SECRET holds A-Z, a-z, 0-9, _ and - only, 256 at most": bool(
                _WEBHOOK_SECRET.fullmatch(self.telegram_secret)
            ),
            "WONINGSCAN_TELEGRAM_SECRET is empty: without it anybody can send updates to the webhook": bool(
                self.telegram_secret or not by_webhook
            ),
            f"WONINGSCAN_TELEGRAM_SECRET must have at least {MIN_TOKEN} characters": not (
                self.telegram_secret and in_production and len(self.telegram_secret) < MIN_TOKEN
            ),
            "WONINGSCAN_TELEGRAM_API must be https: the bot's token is part of every address": bool(
                private or not in_production
            ),
            "WONINGSCAN_TELEGRAM_MODE=polling is for one worker": bool(by_webhook or workers == 1),
        }
        return [reason for reason, met in wanted.items() if not met]

    def _production_reasons(self) -> list[str]:
        wanted = {
            "WONINGSCAN_KEYS is empty: make keys and keep them apart from the database": bool(self.keys),
            "WONINGSCAN_PUBLIC_URL must be https": urlsplit(self.public_url).scheme == "https",
            "WONINGSCAN_KEYS holds a key that anybody can guess: make one with `woningscan keys new`": not any(
                _is_guessable(key) for key in self.keys.split(",")
            ),
            "WONINGSCAN_EMBED_ORIGINS must be https": not any(
                origin.strip().startswith("http:") for origin in self.embed_origins.split(",")
            ),
            "WONINGSCAN_DATABASE_URL is empty: name the database": bool(self.database_url),
            "WONINGSCAN_DATABASE_URL is a database in memory: everything would be gone at every stop": not (
                self.database_url.startswith("sqlite") and _is_in_memory(self.database_url)
            ),
        }
        return [reason for reason, met in wanted.items() if not met] + self._mail_reasons()


def _is_private(host: str) -> bool:
    if host == "localhost":
        return True
    address = ipaddress.ip_address(host)
    return not address.is_global and not address.is_unspecified


def _is_in_memory(url: str) -> bool:
    return ":memory:" in url or "mode=memory" in url or not urlsplit(url).path.strip("/")


def _is_guessable(key: str) -> bool:
    """Whether a key of these signs was never drawn: of 32 random bytes hardly any comes twice."""
    try:
        drawn = base64.b64decode(key.partition(":")[2].strip(), validate=True)
    except ValueError:
        return False  # no key at all: that is told where it is read
    return bool(drawn) and len(set(drawn)) < MIN_DIFFERENT_BYTES
