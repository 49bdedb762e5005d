"""Office hours for tests that run at any hour."""

from __future__ import annotations

from datetime import datetime, time

from bot.office_hours import OfficeHours


class Always(OfficeHours):
    """Somebody is there, whatever time it is."""

    def __init__(self) -> None:
        super().__init__(frozenset(range(7)), time(0), time(23, 59))

    def is_open(self, moment: datetime) -> bool:
        return True
