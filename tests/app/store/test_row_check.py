"""Looking through all rows while others write."""

from __future__ import annotations

from typing import Any

import pytest

from bot.store import Store, row_check
from bot.store.row_check import wrong_rows
from tests.support.request.requests import make_request


def test_what_is_filed_while_it_looks_on_is_not_wrong(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = row_check._mappers()

    def filed_meanwhile() -> Any:
        make_request(store)
        return tables

    monkeypatch.setattr(row_check, "_mappers", filed_meanwhile)
    assert wrong_rows(store.database, store.vault) == []
