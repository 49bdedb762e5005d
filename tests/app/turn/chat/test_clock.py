"""A page that is open is nobody who answers: what the official hears while a chat is waited in, and when."""

from __future__ import annotations

import pytest

from bot.store import figures
from tests.support.talking.house import CONTENT, House, Talk

PHONE, ALARM = CONTENT.contacts["ccv_telefoon"].value, CONTENT.contacts["alarmnummer"].value
THREAT = "ik ben gisteren met de dood bedreigd"
ACUTE = "er staat nu een man met een mes voor mijn deur"
LATE, GONE, COLLEAGUE, NOT_TAKEN = "handoff.late", "handoff.staff_gone", "handoff.colleague", "handoff.not_taken"


def told_in(house: House, talk: Talk, there: list[str], seconds: int) -> list[tuple[int, str]]:
    """What is said by itself in so many seconds, and after how many; the pages of `there` stay open all the time."""
    told = []
    for second in range(1, seconds + 1):
        house.wait(1)
        if second % 15 == 0:
            for staff_id in there:
                house.store.desk.seen(staff_id, house.clock)
        if house.look_after():
            told += [(second, reply.id) for reply in talk.look()]
    return told


@pytest.fixture
def taken(house: House, member: str, talk: Talk) -> Talk:
    talk.in_the_scan()
    talk.ask_for_a_person()
    house.take(talk.chat_id, member)
    talk.look()
    return talk


@pytest.mark.parametrize("first", ["Goedemorgen.", ""])
def test_an_open_page_that_never_answers(house: House, member: str, taken: Talk, first: str):
    """Also one that took the chat and never said a word."""
    if first:
        house.staff_says(taken.chat_id, member, first)
        house.wait(600)
        house.store.desk.seen(member, house.clock)
        taken.say("ik heb een vraag")
        taken.look()
    assert told_in(house, taken, [member], 300) == [(90, LATE), (180, GONE)]
    assert house.owner(taken.id) == "bot"


def test_a_colleague_is_asked_once_there_is_one(house: House, member: str, colleague: str, taken: Talk):
    taken.say("hallo?")
    assert told_in(house, taken, [member, colleague], 200) == [(90, LATE), (180, COLLEAGUE)]
    house.take(taken.chat_id, colleague)
    taken.look()
    assert told_in(house, taken, [member, colleague], 100) == [(90, LATE)], "and the clock runs on after that"


def test_each_answer_begins_the_clock_anew(house: House, member: str, taken: Talk):
    taken.say("een")
    assert told_in(house, taken, [member], 100) == [(90, LATE)]
    house.staff_says(taken.chat_id, member, "Daar ben ik.")
    taken.look()
    assert told_in(house, taken, [member], 600) == [], "nobody waits for an answer"
    taken.say("twee")
    taken.say("drie")
    assert told_in(house, taken, [member], 100) == [(90, LATE)], "once, however much is typed"


@pytest.mark.parametrize("danger", [THREAT, ACUTE])
def test_what_is_urgent_has_a_shorter_clock(house: House, member: str, taken: Talk, danger: str):
    house.staff_says(taken.chat_id, member, "Goedemorgen.")
    taken.say(danger)
    taken.look()
    told = told_in(house, taken, [member], 300)
    assert [at for at, _ in told] == [60, 120]
    late = next(reply for reply in taken.heard if reply.id.startswith(LATE))
    assert ALARM in late.text and (PHONE in late.text) == (danger == THREAT)


def test_an_urgent_chat_that_nobody_takes(house: House, member: str, talk: Talk):
    """Urgent by the route before the chat as well as by what is typed in it; one with nothing of that is not."""
    under_route, typed, plain = talk, Talk(house), Talk(house)
    under_route.in_the_scan()
    under_route.say(THREAT)
    for one in (under_route, typed, plain):
        assert one.ask_for_a_person() == ["handoff.waiting"]
    typed.say(THREAT)
    listed = {one.id: one.urgent for one in house.store.staff_chats.open_chats()}
    assert listed == {under_route.chat_id: True, typed.chat_id: True, plain.chat_id: False}
    house.wait(60)
    assert house.look_after() == 2
    assert [[reply.id for reply in one.look()] for one in (under_route, typed, plain)] == [[LATE], [LATE], []]
    house.wait(60)
    assert house.look_after() == 3
    assert [[reply.id for reply in one.look()] for one in (under_route, typed, plain)] == [[NOT_TAKEN]] * 3


def test_who_is_called_back_instead_leaves_the_chat(house: House, member: str, taken: Talk):
    taken.say("hallo?")
    told_in(house, taken, [member], 90)
    assert [choice.id for choice in taken.heard[-1].choices] == ["start_callback", "chat_stop"]
    assert taken.press("start_callback")[0] == "booking.start.terugbellen"
    assert house.owner(taken.id) == "bot"
    assert house.store.staff_chats.open_chats() == []


def test_in_acute_danger_no_call_back_is_begun(house: House, member: str, taken: Talk):
    taken.say(ACUTE)
    assert taken.press("start_callback") == ["handoff.button"]
    assert house.owner(taken.id) == "person"


def test_who_was_missed_is_listed_and_counted_for_a_day(house: House, member: str, talk: Talk):
    silent, taken, back = Talk(house), Talk(house), Talk(house)
    for one in (talk, silent, taken, back):
        assert one.ask_for_a_person() == ["handoff.waiting"]
    talk.say("ik ben gisteren met de dood bedreigd")
    house.take(silent.chat_id, member)
    back.press("chat_stop")
    waiting = {chat.id: chat.reference for chat in house.store.staff_chats.open_chats()}
    wanted = {(waiting[talk.chat_id], "nobody", True), (waiting[silent.chat_id], "gone", False)}
    house.wait(100)
    house.take(taken.chat_id, member)
    house.staff_says(taken.chat_id, member, "Goedemorgen.")
    for _ in range(4):
        house.store.desk.seen(member, house.clock)
        house.look_after()
        house.wait(30)
    missed = house.store.staff_chats.missed(house.clock)
    assert {(one.reference, one.ended_by, one.urgent) for one in missed} == wanted
    (counts,) = figures.read(house.store.database).values()
    assert (counts["chat"], counts["chat.gemist"]) == (4, 2)
    house.wait(25 * 3600)
    assert house.store.staff_chats.missed(house.clock) == []
