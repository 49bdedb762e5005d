"""Who a limit counts: one network, however many addresses it has; every limit by the same name."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from bot.turn.limits import RateLimits
from bot.web.forms import client_of


def asked_from(host: str | None) -> Request:
    return Request({"type": "http", "headers": [], "client": None if host is None else (host, 1)})


@pytest.mark.parametrize(
    ("hosts", "client"),
    [
        (("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:DB8:1:2::1%eth0"), "2001:db8:1:2::/64"),
        (("2001:db8:1:3::1",), "2001:db8:1:3::/64"),
        (("192.0.2.7", "::ffff:192.0.2.7"), "192.0.2.7"),
        (("192.0.2.8",), "192.0.2.8"),
        (("testclient",), "testclient"),
        ((None,), ""),
    ],
)
def test_a_client_is_a_network(hosts: tuple[str | None, ...], client: str) -> None:
    assert {client_of(asked_from(host)) for host in hosts} == {client}


@pytest.mark.parametrize(("limit", "most"), [("opening_allowed", 10), ("link_allowed", 10), ("chat_allowed", 3)])
async def test_addresses_of_one_network_share_a_limit(limit: str, most: int) -> None:
    allowed = getattr(RateLimits(), limit)
    asked = [await allowed(client_of(asked_from(f"2001:db8:1:2::{number:x}"))) for number in range(most + 4)]
    assert asked == [True] * most + [False] * 4
    assert await allowed(client_of(asked_from("2001:db8:1:3::1")))
