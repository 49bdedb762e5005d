"""Every column says how private it is, and its type fits that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Column, LargeBinary

from bot.store.base.models import Base

CONTENT = {
    "conversation": {"state", "offered", "last_replies", "ledger"},
    "inbox": {"replies", "outcomes"},
    "request": {"fields"},
    "request_note": {"contents"},
    "appointment": {"details"},
    "adviser": {"contents"},
    "report_link": {"snapshot"},
    "staff": {"name", "passphrase", "totp_secret"},
    "request_link": {"contents"},
    "telegram_chat": {"contents", "keyboard"},
    "telegram_update": {"contents"},
    "telegram_outgoing": {"contents"},
    "live_chat": {"danger", "shared"},
    "live_message": {"contents"},
}


def columns() -> Iterator[Column[Any]]:
    for table in Base.metadata.tables.values():
        yield from table.columns


@pytest.mark.parametrize("column", list(columns()), ids=str)
def test_each_column_has_a_tag_that_fits_its_type(column: Column[Any]):
    tag = column.info.get("privacy")
    assert tag in {"public", "pseudonymous", "sealed", "secret"}
    assert isinstance(column.type, LargeBinary) == (tag in {"sealed", "secret"})


def test_the_sealed_columns_are_those_with_content():
    sealed: dict[str, set[str]] = {}
    for column in columns():
        if column.info["privacy"] == "sealed":
            sealed.setdefault(column.table.name, set()).add(column.name)
    assert sealed == CONTENT


def test_a_request_has_no_way_back_to_a_conversation():
    tables = Base.metadata.tables
    targets = {key.column.table.name for name in ("request", "outbox", "audit") for key in tables[name].foreign_keys}
    assert targets == {"data_key", "request"}
    assert not {key.column.table.name for key in tables["conversation"].foreign_keys} - {"data_key"}
