"""Every part in turn, also after one that is wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from pydantic import ValidationError

from bot.commands.doctor import elsewhere, on_this_machine
from bot.commands.doctor.database import look_at_database
from bot.commands.doctor.findings import Finding
from bot.settings import Settings


def looks() -> Iterator[Finding]:
    """Looks at one part for each finding that is taken."""
    try:
        settings = Settings()
    except ValidationError as problem:
        yield on_this_machine.wrong_form(problem)
        return
    yield on_this_machine.look_at_settings(settings)
    yield on_this_machine.look_at_content(settings)
    yield on_this_machine.look_at_reader()
    yield on_this_machine.look_at_model(settings)
    yield asyncio.run(elsewhere.look_at_engine(settings))
    yield from look_at_database(settings)
    yield on_this_machine.look_at_disk(settings)
    yield elsewhere.look_at_mail(settings)
    telegram = asyncio.run(elsewhere.look_at_telegram(settings))
    if telegram is not None:
        yield telegram
