"""A house without Rasa on each database, and members of staff at the desk."""

from __future__ import annotations

import pytest

from bot.store import Store
from tests.support.talking.house import House, Talk


@pytest.fixture
def house(store: Store) -> House:
    return House(store)


@pytest.fixture
def member(house: House) -> str:
    """Somebody at the desk, who takes chats."""
    staff_id = house.hire()
    house.sit_down(staff_id)
    return staff_id


@pytest.fixture
def colleague(house: House) -> str:
    staff_id = house.hire()
    house.sit_down(staff_id)
    return staff_id


@pytest.fixture
def talk(house: House) -> Talk:
    return Talk(house)
