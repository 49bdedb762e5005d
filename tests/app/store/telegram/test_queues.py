"""What the channel remembers, on both databases: updates once and in order, messages in order, all of it erasable."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.store import Store
from bot.store.telegram.queue import MOST_DELETED, deletable, with_number
from bot.store.telegram.updates import GAP_WAIT, REMEMBERED
from tests.support.rows import attacked

LEASE = timedelta(seconds=30)
CHAT = 4711


def put(store: Store, now: datetime, number: int, chat: int = CHAT, **options: Any) -> bool:
    return store.telegram.put(number, now, chat_id=chat, contents={"said": number}, **{"in_order": True, **options})


def claimed(store: Store, now: datetime, **options: Any) -> list[int]:
    return [one.position for one in store.telegram.claim(now, LEASE, 10, **options)]


def said(store: Store, now: datetime) -> list[str]:
    return [one.message["html"] for one in store.telegram.queue.claim(now, LEASE, 10)]


def message(html: str) -> dict[str, Any]:
    return {"do": "send", "html": html}


def rows(store: Store, table: str) -> int:
    with store.database.reading() as session:
        return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def bound(store: Store, now: datetime, chat: int = CHAT) -> str:
    token = store.conversations.create("telegram", {}, [], [], now)
    return store.telegram.bind(chat, token, "update")


def test_an_update_is_stored_once_however_many_bring_it(store: Store, now: datetime) -> None:
    with ThreadPoolExecutor(8) as hands:
        stored = list(hands.map(lambda _: put(store, now, 7), range(8)))
    assert sum(stored) == 1 and rows(store, "telegram_update") == 1


def test_one_chat_in_order_and_others_beside_it(store: Store, now: datetime) -> None:
    for number, chat in ((3, 1), (1, 1), (2, 2), (4, 2)):
        put(store, now, number, chat)
    assert claimed(store, now) == [1, 2]
    assert claimed(store, now) == [], "the rest waits for these"
    assert claimed(store, now + LEASE) == [1, 2], "a claim runs out"


def test_danger_is_not_held_up_by_what_came_before_it(store: Store, now: datetime) -> None:
    put(store, now, 1)
    assert claimed(store, now) == [1]
    put(store, now, 2)
    put(store, now, 3, urgent=True)
    assert claimed(store, now, only_urgent=True) == [3]


def test_a_missing_update_is_waited_for_and_no_longer_once_it_came(store: Store, now: datetime) -> None:
    put(store, now, 10)
    put(store, now, 12, chat=2, in_order=False)
    assert claimed(store, now) == [10]
    assert claimed(store, now + GAP_WAIT / 2) == []
    store.telegram.put(11, now)
    assert claimed(store, now) == [12]
    put(store, now, 20, chat=3, in_order=False)
    assert claimed(store, now + GAP_WAIT) == [20]


def test_a_handled_update_leaves_only_its_number(store: Store, now: datetime) -> None:
    put(store, now, 1)
    (one,) = store.telegram.claim(now, LEASE, 1)
    assert store.telegram.complete(one, CHAT, (message("a"),), now)
    assert not store.telegram.complete(one, CHAT, (message("a"),), now), "somebody else was first"
    with store.database.reading() as session:
        kept = session.execute(text("SELECT chat_hash, position, contents, data_key_id, due_at FROM telegram_update"))
        assert kept.one() == (None, None, None, None, None)
    assert said(store, now) == ["a"]
    assert not put(store, now, 1)
    store.telegram.sweep(now + REMEMBERED - timedelta(hours=1))
    assert rows(store, "telegram_update") == 1
    store.telegram.sweep(now + REMEMBERED + timedelta(hours=1))
    assert rows(store, "telegram_update") == 0


def test_messages_go_in_order_per_chat_and_danger_first(store: Store, now: datetime) -> None:
    bound(store, now)
    queue, chat = store.telegram.queue, store.telegram.chat_hash(CHAT)
    queue.add(CHAT, chat, (message("a"), message("b")), now, urgent=False)
    queue.add(9, store.telegram.chat_hash(9), (message("z"),), now, urgent=False)
    queue.add(CHAT, chat, (message("112"), message("steps")), now, urgent=True)
    order = []
    while True:
        waiting = [one for one in queue.claim(now, LEASE, 10) if not order.append(one.message["html"])]
        if not waiting:
            break
        for one in waiting:
            queue.sent(one)
    assert order[:2] in (["112", "z"], ["z", "112"]) and order[2:] == ["steps", "a", "b"]
    assert rows(store, "telegram_outgoing") == 0


def test_a_message_that_must_wait_holds_up_its_own_chat_only(store: Store, now: datetime) -> None:
    queue, chat = store.telegram.queue, store.telegram.chat_hash(CHAT)
    queue.add(CHAT, chat, (message("a"), message("b")), now, urgent=False)
    (one,) = queue.claim(now, LEASE, 10)
    queue.later(one, now + timedelta(seconds=5))
    assert said(store, now) == []
    assert said(store, now + timedelta(seconds=5)) == ["a"]


def test_erasing_the_conversation_erases_the_chat_and_its_queue(store: Store, now: datetime) -> None:
    token = bound(store, now)
    chat = store.telegram.chat_hash(CHAT)
    store.telegram.queue.add(CHAT, chat, (message("a"),), now, urgent=False)
    stored = store.conversations.load(token)
    assert stored is not None
    store.conversations.erase(stored.id, now=now)
    assert [rows(store, table) for table in ("telegram_chat", "telegram_outgoing")] == [0, 0]
    store.telegram.queue.add(CHAT, chat, (message("gewist"),), now, urgent=False)
    (farewell,) = store.telegram.queue.claim(now, LEASE, 10)
    store.telegram.queue.sent(farewell)
    assert rows(store, "data_key") == 1, "only the key of the hashes is left"


def test_out_of_reach_only_what_waits_to_be_said_goes(store: Store, now: datetime) -> None:
    token = bound(store, now)
    put(store, now, 5)
    chat = store.telegram.chat_hash(CHAT)
    store.telegram.queue.add(CHAT, chat, (message("a"),), now, urgent=False)
    store.telegram.out_of_reach(chat, now)
    known = store.telegram.chat(chat)
    assert known is not None and known.token == token and store.conversations.load(token) is not None
    assert said(store, now) == [] and claimed(store, now + LEASE) == [5]


def test_what_is_young_enough_can_be_deleted(store: Store, now: datetime) -> None:
    bound(store, now)
    queue, chat = store.telegram.queue, store.telegram.chat_hash(CHAT)
    queue.add(
        CHAT,
        chat,
        ({**message("a"), "keyboard": []}, {**message("b"), "keyboard": [["Ja"]], "turn": 3}),
        now,
        urgent=False,
    )
    for number, at in ((7, now), (8, now + timedelta(hours=47))):
        (waiting,) = queue.claim(at, LEASE, 10)
        queue.sent_as(waiting, number, at)
    known = store.telegram.chat(chat)
    assert known is not None
    assert deletable(known.numbers, now + timedelta(hours=47)) == [7, 8]
    assert store.telegram.shown(chat, 4) == [8]
    assert deletable(known.numbers, now + timedelta(hours=49)) == [8]
    keyboard = {"numbers": [[number, int(now.timestamp())] for number in range(MOST_DELETED)]}
    assert len(with_number(keyboard, 9999, now)["numbers"]) == MOST_DELETED
    assert with_number(keyboard, 9999, now + timedelta(hours=49))["numbers"][0][0] == 9999


def test_what_is_stored_says_nothing(store: Store, now: datetime) -> None:
    bound(store, now, chat=987654321)
    store.telegram.put(1, now, chat_id=987654321, contents={"text": "kanarievogel"}, in_order=True)
    queue, chat = store.telegram.queue, store.telegram.chat_hash(987654321)
    queue.add(987654321, chat, (message("kanarievogel"),), now, urgent=False)
    with store.database.reading() as session:
        for table in ("telegram_chat", "telegram_update", "telegram_outgoing"):
            shown = str(session.execute(text(f"SELECT * FROM {table}")).all())
            assert "kanarie" not in shown and "987654321" not in shown


def test_what_cannot_be_read_holds_up_nobody_and_is_gone_in_the_end(store: Store, now: datetime) -> None:
    put(store, now, 1)
    put(store, now, 2)
    queue, chat = store.telegram.queue, store.telegram.chat_hash(CHAT)
    queue.add(CHAT, chat, (message("a"), message("b")), now, urgent=False)
    with store.database.writing() as session:
        session.execute(text("UPDATE telegram_update SET contents = :x WHERE position = 1"), {"x": b"geen envelop"})
        session.execute(text("UPDATE telegram_outgoing SET contents = :x WHERE position = 1"), {"x": b"geen envelop"})
    assert claimed(store, now) == [2] and said(store, now) == ["b"]
    with store.database.reading() as session:
        failed = "SELECT last_error FROM telegram_update WHERE status = 'failed'"
        assert session.execute(text(failed)).scalars().all() == ["Tampered"]
    store.telegram.sweep(now + REMEMBERED + timedelta(hours=1))
    assert rows(store, "telegram_update") == 1 and rows(store, "telegram_outgoing") == 1


@pytest.mark.parametrize("wrapped", [b"x", b"\x01\x02k9" + bytes(60)], ids=["no envelope", "of a key that is gone"])
def test_a_key_that_does_not_open_holds_up_nobody(store: Store, now: datetime, wrapped: bytes) -> None:
    for number in (1, 2):
        put(store, now, number, chat=number)
        store.telegram.queue.add(number, store.telegram.chat_hash(number), (message("a"),), now, urgent=False)
    first = "(SELECT data_key_id FROM {} ORDER BY position, chat_hash LIMIT 1)"
    for table in ("telegram_update", "telegram_outgoing"):
        attacked(store, f"UPDATE data_key SET wrapped = :wrapped WHERE id = {first.format(table)}", wrapped=wrapped)
    assert claimed(store, now) == [2] and said(store, now) == ["a"]


def test_many_that_nobody_can_read_are_few_searches(
    store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    for chat in range(100):
        due_at = now + timedelta(seconds=chat)
        store.telegram.queue.add(chat + 1, f"{chat:064x}", (message(str(chat)),), due_at, urgent=chat == 0)
    attacked(store, "UPDATE telegram_outgoing SET contents = :x WHERE NOT urgent", x=b"x")
    store.telegram.queue.add(101, f"{101:064x}", (message("last"),), now + timedelta(seconds=101), urgent=False)
    searches, writing = [], store.database.writing
    monkeypatch.setattr(store.database, "writing", lambda: searches.append(1) or writing())
    later = now + timedelta(minutes=5)
    assert [store.telegram.queue.claim(later, LEASE, 1)[0].message["html"] for _ in range(2)] == ["0", "last"]
    assert len(searches) <= 9, "each looks at twice as many"
