"""How many of something there are, and since when the first of them: what an alarm is made of."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session


class Standing(NamedTuple):
    """`since` is None where there are none."""

    number: int
    since: datetime | None


def counted(session: Session, moment: Any, *conditions: ColumnElement[bool]) -> Standing:
    return Standing(*session.execute(select(func.count(), func.min(moment)).where(*conditions)).one())
