"""Settings from the environment. In production unsafe ones refuse to start, each with what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
MIN_TOKEN = 32


class UnsafeSettings(Exception):
    """The settings are not safe for production; the message lists every reason."""


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
    smtp_url: str = ""
    mail_from: str = "woningscan@localhost"
    mail_to: str = "secretariaat@localhost"

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'woningscan.db'}"

    def refuse_unsafe(self, workers: int = 1) -> None:
        """Raise UnsafeSettings when something would endanger people or data."""
        reasons = _unusable_origins(self.embed_origins)
        if self.engine_url and len(self.engine_token) < MIN_TOKEN:
            reasons.append(f"WONINGSCAN_ENGINE_URL needs WONINGSCAN_ENGINE_TOKEN of at least {MIN_TOKEN} characters")
        if self.database.startswith("sqlite") and workers > 1:
            reasons.append("SQLite is for one worker: set WONINGSCAN_DATABASE_URL to PostgreSQL or use --workers 1")
        if self.environment == "production":
            reasons += self._production_reasons()
        if reasons:
            raise UnsafeSettings("\n".join(f"- {reason}" for reason in reasons))

    def _production_reasons(self) -> list[str]:
        wanted = {
            "WONINGSCAN_KEYS is empty: make keys and keep them apart from the database": bool(self.keys),
            "WONINGSCAN_PUBLIC_URL must be https": urlsplit(self.public_url).scheme == "https",
            "WONINGSCAN_SMTP_URL is empty: a request would stay on this machine": bool(self.smtp_url),
            "WONINGSCAN_MAIL_TO and WONINGSCAN_MAIL_FROM must be real addresses": "@localhost"
            not in self.mail_to + self.mail_from,
            "WONINGSCAN_DATABASE_URL is empty: name the database": bool(self.database_url),
        }
        return [reason for reason, met in wanted.items() if not met]
