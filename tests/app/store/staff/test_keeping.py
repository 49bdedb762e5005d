"""Administrators who keep staff, on both databases: nobody takes the last of them away, and the log can be asked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from bot.store import StaffProblem, Store, audit
from bot.store.staff.roles import Role, StaffStatus
from tests.support.staff.members import Member, make_member


@pytest.fixture
def two(store: Store) -> tuple[Member, Member]:
    return make_member(store, "beheerder"), make_member(store, "beheerder")


def states(store: Store) -> dict[str, tuple[Role, StaffStatus]]:
    return {member.id: (member.role, member.status) for member in store.staff.members()}


@pytest.mark.parametrize("act", ["disable", "reset", "set_role"])
def test_two_who_take_each_other_away_at_once(store: Store, two: tuple[Member, Member], now: datetime, act: str):
    def take_away(pair: tuple[Member, Member]) -> str:
        by, member = pair
        needs = (Role.MEMBER,) if act == "set_role" else ()
        try:
            getattr(store.staff, act)(member.name, *needs, now, actor=by.id)
        except StaffProblem as problem:
            return str(problem.why)
        return "done"

    with ThreadPoolExecutor(2) as threads:
        results = list(threads.map(take_away, [two, two[::-1]]))
    assert sorted(results) == ["done", "last_administrator"]
    assert (Role.ADMINISTRATOR, StaffStatus.ACTIVE) in states(store).values()


def test_a_role_holds_in_sessions_that_are_open(store: Store, two: tuple[Member, Member], now: datetime):
    store.staff.set_role(two[1].name, Role.MEMBER, now, actor=two[0].id)
    signed_in = store.staff.sessions.load(two[1].token, datetime.now(now.tzinfo))
    assert signed_in is not None and signed_in.role is Role.MEMBER
    store.staff.set_role(two[1].name, Role.ADMINISTRATOR, now, actor=two[0].id)
    assert states(store)[two[1].id][0] is Role.ADMINISTRATOR


def test_the_operator_may_do_anything_to_begin_again(store: Store, two: tuple[Member, Member], now: datetime):
    for member in two:
        store.staff.disable(member.name, now)
    assert {status for _, status in states(store).values()} == {StaffStatus.DISABLED}


def test_the_log_is_asked_about_an_object_and_an_actor(store: Store, two: tuple[Member, Member], now: datetime):
    by, member = two
    store.staff.set_role(member.name, Role.MEMBER, now, actor=by.id)
    store.staff.disable(member.name, now, actor=by.id)
    about = audit.entries(store.database, wanted=audit.Wanted(member.id, by.id))
    assert [entry.action for entry in about] == ["staff.disable", "staff.member"]
    older = audit.entries(store.database, wanted=audit.Wanted(member.id, by.id, before=about[0].seq))
    assert [entry.action for entry in older] == ["staff.member"]
    assert audit.entries(store.database, 1, audit.Wanted(object=member.id)) == about[:1]
    audit.verify(store.database)
