"""Messages as Telegram takes them: escaped, at most 4,096 signs, split between paragraphs, buttons within 64 bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.buttons import Asked, Buttons, Pressed, Standing, pressed
from bot.channels.telegram.rendering import chosen_html, emergency_reply, messages_of
from bot.settings import ROOT
from tests.support.report.answer_sets import all_to_do, answers_of
from tests.support.telegram.bot_api_rules import checked_keyboard, checked_text
from woningscan.content import load_content
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, items, link, notice, progress, text
from woningscan.safety.speaking import route_replies
from woningscan.scan.dialogue import finish

BUTTONS = Buttons("0123abcd", 4096)
YES = (Choice("affirm", "Ja"),)
CONTENT = load_content(ROOT / "content")
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=9000)


def taken(message) -> str:
    """The message as Telegram shows it; raises where Telegram refuses it."""
    import json

    rows = [[{"text": label, "callback_data": data} for label, data in row] for row in message["keyboard"]]
    checked_keyboard({"reply_markup": json.dumps({"inline_keyboard": rows})} if rows else {})
    return checked_text({"text": message["html"], "parse_mode": "HTML"})


def whole(messages) -> str:
    return "".join("".join(taken(message).split()) for message in messages)


@given(st.lists(texts.filter(lambda one: one.strip("\x00").strip() != ""), min_size=1, max_size=4))
def test_nothing_is_lost_or_refused_whatever_is_said(said: list[str]) -> None:
    parts = (text(said[0]), *(notice(one, "emergency") for one in said[1:]))
    messages = messages_of(CONTENT, [Reply("any", parts)], BUTTONS)
    assert whole(messages) == "".join("".join(said).split())


def test_long_replies_are_cut_between_paragraphs() -> None:
    paragraphs = [f"{number} " + "woord " * 300 for number in range(6)]
    plan = Reply("plan", tuple(text(paragraph) for paragraph in paragraphs), (Choice("a", "A"),))
    messages = messages_of(CONTENT, [plan], BUTTONS)
    assert len(messages) == 3
    assert [taken(message).partition(" ")[0] for message in messages] == ["0", "2", "4"]
    assert [bool(message["keyboard"]) for message in messages] == [False, False, True]


def test_every_kind_of_part_can_be_read() -> None:
    parts = (
        progress(3, 14, "woninginbraak", "Vraag 3 van 14 · Woninginbraak"),
        text("Is <dit> & dat waar?"),
        notice("Bel 112", "emergency"),
        items(["een", "twee"], ordered=True),
        items(["drie"]),
        link("Plan openen", "https://woningscan.test/rapport/a_b-c"),
    )
    (message,) = messages_of(CONTENT, [Reply("all", parts)], None)
    assert taken(message) == (
        "Vraag 3 van 14 · Woninginbraak\n\nIs <dit> & dat waar?\n\nBel 112\n\n1. een\n2. twee\n\n• drie"
        "\n\nPlan openen:\nhttps://woningscan.test/rapport/a_b-c"
    )
    assert "<i>" in message["html"] and "<b>Bel 112</b>" in message["html"] and "&lt;dit&gt;" in message["html"]


def test_only_the_last_message_rings_but_danger_always_does() -> None:
    replies = [Reply("scan.tip", (text("tip"),)), Reply("threat.check", (text("?"),)), Reply("scan.ask", (text("?"),))]
    assert [message["quiet"] for message in messages_of(CONTENT, replies, None)] == [True, False, False]


def test_what_has_no_buttons_and_is_no_danger_is_one_message() -> None:
    replies = [Reply("scan.tip", (text("tip"),)), Reply("plan", (text("plan"),)), Reply("scan.ask", (text("?"),), YES)]
    (message,) = messages_of(CONTENT, replies, BUTTONS)
    assert taken(message) == "tip\n\nplan\n\n?" and message["plain"] == "tip\n\nplan\n\n?" and message["keyboard"]
    apart = [replies[2], Reply("threat.check", (text("!"),)), replies[0]]
    assert [taken(message) for message in messages_of(CONTENT, apart, BUTTONS)] == ["?", "!", "tip"]
    long = [Reply("plan", (text("woord " * 500),)), *replies]
    assert len(messages_of(CONTENT, long, BUTTONS)) == 1 and len(messages_of(CONTENT, [*long, *long], BUTTONS)) == 2


@pytest.mark.parametrize("seed", range(12))
def test_the_end_of_a_scan_is_three_messages_at_most(seed: int) -> None:
    answers = all_to_do(CONTENT) if seed == 0 else answers_of(CONTENT, seed, scanlengte="volledig")
    answers |= dict.fromkeys((question.id for question in CONTENT.triage), "nee")
    ended = finish(CONTENT, Memory(CONTENT.version, started=True, answers=answers, fresh=list(answers)[-1]))
    assert ended.memory.planned and ended.replies[-1].id == "plan.next"
    messages = messages_of(CONTENT, ended.replies, BUTTONS)
    assert len(messages) <= 3 and messages[-1]["keyboard"]
    assert all(taken(message) for message in messages)


def test_every_number_of_ours_can_be_tapped_in_every_route() -> None:
    numbers = {one.value: one.url.removeprefix("tel:") for one in CONTENT.contacts.values() if "tel:+" in one.url}
    numbers = {value: number for value, number in numbers.items() if value != number}
    assert numbers, "short and 0900 numbers have no other form"
    seen = set()
    routes = [route_replies(CONTENT, route, (), Memory()) for route in CONTENT.routes]
    offer = Reply("talk", (items([CONTENT.messages["handoff.offer.threat"]]),))
    for replies in (*routes, (offer,), (emergency_reply(CONTENT),)):
        told = "\n\n".join(taken(message) for message in messages_of(CONTENT, replies, BUTTONS))
        for value, number in numbers.items():
            if value in told:
                seen.add(value)
                assert told.count(f"{value} ({number})") == 1 and told.index(value) == told.index(f"{value} (")
    assert seen == set(numbers)


def test_an_address_with_a_number_in_it_stays_as_it_is() -> None:
    number = CONTENT.contacts["politie"].value
    parts = (link("Plan", f"https://w.test/{number}"), text(f"1{number}"))
    (message,) = messages_of(CONTENT, [Reply("any", parts)], None)
    assert taken(message) == f"Plan:\nhttps://w.test/{number}\n\n1{number}"


def test_the_numbers_of_the_content_are_in_the_emergency_message() -> None:
    (message,) = messages_of(CONTENT, [emergency_reply(CONTENT)], None)
    assert CONTENT.contacts["alarmnummer"].value in taken(message)


def test_an_answer_that_does_not_fit_leaves_the_question_as_it_is() -> None:
    assert chosen_html(CONTENT, "a" * 4090, "Ja") is None
    assert chosen_html(CONTENT, "Vraag", "<Ja>") == "Vraag\n\n<b>Uw keuze: &lt;Ja&gt;</b>"


def test_buttons_of_every_choice_there_is_fit_and_are_told_apart() -> None:
    choices = [f"antwoord:{one.id}={choice.value}" for one in CONTENT.questions.values() for choice in one.choices]
    choices += ["x" * 120, *CONTENT.labels]
    data = [Buttons("0123abcd", 2**31).data(choice) for choice in choices]
    assert max(len(one.encode()) for one in data) <= 64
    assert len(set(data)) == len(set(choices))


def test_a_button_counts_for_its_own_conversation_and_turn() -> None:
    asked = Asked("0123abcd", 7, ("antwoord:a=ja", "skip", "affirm"))
    now, old, other = Buttons("0123abcd", 7), Buttons("0123abcd", 6), Buttons("aaaaaaaa", 7)
    assert pressed(now.data("affirm"), asked) == Pressed(Standing.VALID, "affirm")
    assert pressed(old.data("affirm"), asked).standing is Standing.OLD
    assert pressed(old.data("antwoord:a=ja"), asked).standing is Standing.VALID, "it names its question"
    assert pressed(old.data("antwoord:b=ja"), asked).standing is Standing.OLD
    assert pressed(other.data("affirm"), asked).standing is Standing.FOREIGN
    assert pressed(now.data("affirm"), None).standing is Standing.FOREIGN
    assert pressed(old.data("help"), asked) == Pressed(Standing.VALID, "help")
    for where in (old, other):
        for danger in ("report_threat", "dreiging:nu", "dreiging:nee"):
            assert pressed(where.data(danger), asked) == Pressed(Standing.VALID, danger, about_danger=True)
            assert pressed(where.data(danger), None).about_danger
    for garbage in ("", "1", "2.0123abcd.7.000000000000", "antwoord:a=ja", "x" * 64, "1.0123abcd.7.zzzzzzzzzzzz"):
        assert pressed(garbage, asked).standing is Standing.OLD


def test_a_second_press_of_the_same_button_is_seen() -> None:
    first = Buttons("0123abcd", 6).data("affirm")
    assert pressed(first, Asked("0123abcd", 7, (), last_pressed=first)).standing is Standing.TWICE
