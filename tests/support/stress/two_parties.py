"""A database with two officials and two members of staff in it: one attacks, the other's things are to stay closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from bot.store import Store, StoreError
from bot.store.adviser.advisers import AdviserDetails
from bot.store.chat.staff import NotYours
from bot.store.request.holder import access
from bot.store.request.states import AccessStage, RequestKind
from bot.store.request.visits import VisitDetails
from bot.store.staff.roles import Role
from bot.store.telegram.request_links import BegunRequest
from tests.support.request.steps import OFFER, submit
from tests.support.staff.members import Member, make_member
from woningscan.conversation.effects import OPEN_CHAT, Effect

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Party:
    """`name` stands in everything that is this one's. `ids` are the values that SQL names."""

    name: str
    token: str
    reference: str
    link: str
    session: str
    report: str
    request_link: str
    feed: str
    member: Member
    number: int
    ids: dict[str, str]


def party(store: Store, name: str, number: int) -> Party:
    """An official with a request, a visit, a chat and Telegram, and the member of staff who has both in hand."""
    now, member = datetime.now(UTC), make_member(store)
    token = store.conversations.create("web", {"slots": {"memory": name}}, [], [], now)
    stored = store.conversations.load(token)
    assert stored is not None
    outcomes = store.turns.commit_turn(
        stored,
        state={"slots": {"memory": name}},
        offered=[],
        replies=[{"id": name}],
        effects=[submit(naam=name, functie="raadslid", contact=f"{name}@example.org"), OFFER, _CHAT],
        external_id="m1",
        now=now,
    )
    reference = outcomes[0].data["reference"]
    store.cases.claim(reference, member.id, now)
    adviser = store.advisers.add(AdviserDetails(name, f"{name}@example.org"), member.id, now)
    feed = store.advisers.make_feed(adviser, member.id, now) or ""
    day = (now + timedelta(days=3)).date()
    details = VisitDetails(day, now.time(), adviser=name, place=name, adviser_id=adviser)
    store.cases.arrange_visit(reference, member.id, details, 1, now)
    store.cases.note(reference, member.id, name, now)
    store.cases.remind(reference, member.id, now.date(), now)
    store.staff.add(f"n{number}", Role.MEMBER, now)
    store.desk.set_available(member.id, True, now)
    (chat,) = (one.id for one in store.staff_chats.open_chats() if one.staff_id is None)
    store.staff_chats.take(chat, member.id, [], now)
    store.staff_chats.say(chat, member.id, "c1", name, [{"id": name}], now)
    on_telegram = store.conversations.create("telegram", {"slots": {"memory": name}}, [], [], now)
    store.telegram.bind(number, on_telegram, "x")
    store.telegram.put(number, now, chat_id=number, contents={"text": name}, in_order=True)
    store.telegram.queue.add(number, store.telegram.chat_hash(number), ({"html": name},), now, urgent=False)
    with store.database.writing() as session:
        row = session.execute(text("SELECT id, data_key_id FROM request WHERE reference = :r"), {"r": reference}).one()
        link = access.add(session, store.vault, row.id, AccessStage.LINK, now + HOUR)
        own = access.add(session, store.vault, row.id, AccessStage.SESSION, now + HOUR)
        key = store.vault.new_data_key(session, "conversation")
        begun = BegunRequest(RequestKind.CALL_BACK, {"a": name}, filer=name)
        request_link = store.request_links.offer(session, key, begun, now)
    ids = {
        "conversation": stored.id,
        "hash": store.vault.hash("conversation-token", token),
        "request": row.id,
        "key": row.data_key_id,
        "reference": reference,
        "chat": chat,
        "adviser": adviser,
        "feed": store.advisers._feed_hash(feed),
        "member": member.id,
        "chat_hash": store.telegram.chat_hash(number),
        "report": store.reports._pages.hash(outcomes[1].data["token"]),
        "request_link": store.request_links._links.hash(request_link),
        "staff_session": store.staff.sessions._links.hash(member.token),
    }
    return Party(name, token, reference, link, own, outcomes[1].data["token"], request_link, feed, member, number, ids)


_CHAT = Effect(OPEN_CHAT, {"share": True, "urgent": False})


def opened_by(store: Store, me: Party, other: Party) -> str:
    """All that this one gets to see with what is this one's, the chats that there are tried as well."""
    now = datetime.now(UTC)
    return "\n".join(repr(value) for look in _looks(store, me, other, now) for value in _tried(look))


def _looks(store: Store, me: Party, other: Party, now: datetime) -> Iterator[Callable[[], Any]]:
    stored = store.conversations.load
    yield lambda: asdict(stored(me.token))  # type: ignore[arg-type]
    yield lambda: asdict(store.live_chats.feed(stored(me.token).id, 0))  # type: ignore[arg-type,union-attr]
    yield lambda: store.conversations.already_answered(me.ids["conversation"], "m1")
    yield lambda: asdict(store.own_requests.load(me.session, now))  # type: ignore[arg-type]
    yield lambda: asdict(store.own_requests.load(store.own_requests.open_link(me.link, now) or "", now))  # type: ignore[arg-type]
    yield lambda: asdict(store.cases.open(me.reference, me.member.id, now))  # type: ignore[arg-type]
    for chat in (me, other):
        yield lambda chat=chat: asdict(store.staff_chats.read(chat.ids["chat"], me.member.id, now))  # type: ignore[misc]
    yield lambda: _console(store, me, other, now)
    yield lambda: [asdict(visit) for _, visit in store.advisers.feed(me.feed) or []]
    yield lambda: store.reports.open_report(me.report, now)
    yield lambda: asdict(store.request_links.take(me.request_link, now))  # type: ignore[arg-type]
    yield lambda: _telegram(store, me, now)


def _console(store: Store, me: Party, other: Party, now: datetime) -> Any:
    """What the session of one's own lets one be."""
    signed_in = store.staff.sessions.load(me.member.token, now)
    if signed_in is None:
        return None
    may = [other.name] if signed_in.role is Role.ADMINISTRATOR or signed_in.staff_id == other.member.id else []
    return asdict(signed_in), may


def _telegram(store: Store, me: Party, now: datetime) -> Any:
    """What is answered to messages of one's own: from the conversation of the chat that they are said to be of."""
    seen = []
    for update in store.telegram.claim(now, HOUR, 10):
        if update.contents["text"] == me.name:
            chat = store.telegram.chat(update.chat_hash)
            seen.append(asdict(store.conversations.load(chat.token)) if chat else None)  # type: ignore[arg-type]
    sent = store.telegram.queue.claim(now, HOUR, 10)
    return seen, [one.message for one in sent if one.chat_id == me.number]


def _tried(look: Callable[[], Any]) -> Iterator[Any]:
    try:
        yield look()
    except (StoreError, NotYours, TypeError, AttributeError):  # refused; or nothing there, which is no dataclass
        return


def acted_by(store: Store, me: Party, other: Party) -> None:
    """Everything that changes something, with what is this one's."""
    now = datetime.now(UTC)
    acts: list[Callable[[], Any]] = [
        lambda: store.own_requests.change(me.session, {"naam": "aanvaller"}, now),
        lambda: store.own_requests.withdraw(me.session, now),
        lambda: store.cases.release(other.reference, me.member.id, now),
        lambda: store.cases.call_off_visit(other.reference, me.member.id, 2, now),
        lambda: store.staff_chats.say(other.ids["chat"], me.member.id, "c9", "aanvaller", [], now),
        lambda: store.staff_chats.transfer(other.ids["chat"], me.member.id, [], now),
    ]
    for act in acts:
        list(_tried(act))
