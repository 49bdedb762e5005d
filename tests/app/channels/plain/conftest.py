"""Visitors of the plain pages, of the app with its engine and of one on the same database without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.support.running import Running
from tests.support.talking.visitor import PlainVisitor
from tests.support.web.plain import data_dir, server, without_engine

__all__ = ["data_dir", "server", "without_engine"]


@pytest.fixture
def visit(server: Running) -> Iterator[Callable[..., PlainVisitor]]:
    """A new visitor on the first page; afterwards no address may have held the conversation's token."""
    with ExitStack() as stack:
        visitors: list[PlainVisitor] = []

        def arrive(url: str = server.url) -> PlainVisitor:
            visitors.append(stack.enter_context(PlainVisitor(url)))
            return visitors[-1]

        yield arrive
        for visitor in visitors:
            assert not visitor.token or not any(visitor.token in address for address in visitor.asked)
