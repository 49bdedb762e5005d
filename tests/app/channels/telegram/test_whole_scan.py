"""The main job in Telegram: by buttons only and by text only, to the plan and to the link for a request."""

from __future__ import annotations

import json
import re

from tests.support.talking.conversing import Assistant, Talk
from tests.support.telegram.behind_link import fill_in, link_of
from tests.support.telegram.official import Official, World
from woningscan.content.model import Question
from woningscan.conversation.memory import memory_in


def test_by_buttons_only(official: Official, assistant: Assistant) -> None:
    official.say("/start")
    assert "Zelfscan beginnen" in official.labels()
    ids = official.press("Zelfscan beginnen")
    told: list[int] = []

    def pressed(question: Question) -> list[str]:
        before = len(official.heard())
        ids = official.press(_wanted(question)[1])
        told.append(len(official.heard()) - before)
        return ids

    ids = _through(official, ids, assistant, pressed)
    assert "plan.first" in ids and told[-1] <= 3 and set(told[:-1]) <= {1, 2}
    assert not any("Uw antwoord:" in said for said in official.heard()), "the pressed message says it"
    assert official.say("/verder") == ["plan.next"] and len(official.world.api.shows_buttons(official.chat)) == 1
    assert official.press("Woningscan aanvragen") == ["booking.link.ask"]
    assert official.labels()[:2] == ["Ja", "Nee"]
    assert official.press("Ja") == ["booking.link.woningscan"]
    fill_in(official.world, link_of(official), "functie" in _answers(official))


def test_by_text_only(official: Official, assistant: Assistant) -> None:
    official.say("goedendag")
    ids = official.say("ja graag")

    def typed(question: Question) -> list[str]:
        choice = question.choices[_wanted(question)[0]]
        return official.say("kort" if question.id == "scanlengte" else (choice.phrases or (choice.label,))[0])

    ids = _through(official, ids, assistant, typed)
    assert ids[-1] == "plan.next"
    assert official.say("geef mij het plan als rapport") == ["plan.report"]
    assert "/rapport/" in official.heard()[-1]
    assert official.say("ik wil de gratis woningscan aanvragen") == ["booking.link.ask"]
    assert official.say("nee") == ["booking.link.woningscan"]
    fill_in(official.world, link_of(official), prefilled=False)


def test_no_name_or_number_is_asked_in_telegram(official: Official) -> None:
    official.say("/start")
    for said in ("ik wil de woningscan aanvragen", "bel mij terug"):
        official.say(said)
    asked = [turn for turn in official.world.turns if any(reply.startswith("booking.ask") for reply in turn)]
    assert asked == []
    links = re.findall(r"/aanvraag/begin/", "\n".join(official.heard()))
    assert len(links) == 2, "without answers there is nothing to ask first"


def test_a_request_that_went_on_behind_the_link_is_withdrawn_in_telegram(official: Official, world: World) -> None:
    official.say("/start")
    assert official.say("ik wil de woningscan aanvragen") == ["booking.link.woningscan"]
    reference = fill_in(world, link_of(official), prefilled=False)
    assert official.say(f"annuleren {reference}") == ["booking.cancelled"]
    found = world.store.requests.find(reference)
    assert found is not None and found.status == "withdrawn"


def test_the_same_messages_get_the_same_replies_as_on_the_web(
    official: Official, assistant: Assistant, world: World
) -> None:
    lines = ["goedendag", "ja graag", "raadslid", "waarom vraagt u dit?", "nee", "wat kost het", "asdf qwer", "nee"]
    lines += [
        "nee",
        "terug",
        "nee",
        "nee",
        "vrijstaand huis",
        "/nee{}",
        "overslaan",
        "stop",
        "verder",
        "er is dreiging",
    ]
    lines += ["nee er is niks", "wis mijn gegevens", "nee", "ik kreeg een dreigmail", "ja"]
    official.say("/start")
    web = Talk(assistant, world.store)
    for line in lines:
        assert official.say(line) == web.say(line), line


def test_a_threat_in_the_middle_brings_112_as_the_next_message(official: Official) -> None:
    official.say("/start")
    official.press("Zelfscan beginnen")
    before = len(official.heard())
    assert official.say("er staat iemand met een mes voor mijn deur")[0] == "threat.route.acuut"
    assert "112" in official.heard()[before]
    assert len(official.world.api.shows_buttons(official.chat)) == 1, "the question's own buttons are gone"
    assert official.press("Ik wil iemand spreken") == ["threat.route.acuut", "handoff.offer"]


def test_erasing_erases_and_says_so(official: Official, world: World) -> None:
    official.say("/start")
    official.press("Zelfscan beginnen")
    assert official.say("/verwijder") == ["nav.confirm.erase"]
    assert official.press("Ja") == ["privacy.erased"]
    assert "gewist" in official.heard()[-1]
    (deleted,) = world.api.done("deleteMessages", official.chat)
    assert {1, 3} <= set(json.loads(deleted.values["message_ids"])), "what the official wrote goes too"
    assert [shown.text for shown in world.api.chats[official.chat].values()] == official.heard()[-1:]
    telegram = world.store.telegram
    assert telegram.chat(telegram.chat_hash(official.chat)) is None
    with world.store.database.reading() as session:
        from sqlalchemy import text

        counted = {
            table: session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in ("conversation", "telegram_chat", "telegram_outgoing", "request_link")
        }
        keys = session.execute(text("SELECT purpose FROM data_key")).scalars().all()
    assert set(counted.values()) == {0} and keys == ["index"]
    before = len(official.heard())
    official.say("hallo")
    assert "chatbot" in official.heard()[before], "a new conversation begins"


def _through(official: Official, ids: list[str], assistant: Assistant, answer) -> list[str]:
    """Answer until the plan is there; every question is asked once."""
    asked: list[str] = []
    while ids[-1] != "plan.next":
        question = assistant.content.questions[ids[-1].removeprefix("scan.ask.")]
        assert question.id not in asked
        asked.append(question.id)
        ids = answer(question)
    assert len(asked) > 12
    assert len(official.world.api.shows_buttons(official.chat)) == 1
    return ids


def _wanted(question: Question) -> tuple[int, str]:
    """The choice to give: no danger, a raadslid with work to do."""
    if question.id == "functie":
        at = 2
    elif question.id == "scanlengte":
        at = [choice.value for choice in question.choices].index("kort")
    elif question.section == "triage":
        at = [choice.value for choice in question.choices].index("nee")
    else:
        at = 0 if question.section == "profile" else [one.outcome != "done" for one in question.choices].index(True)
    return at, question.choices[at].label


def _answers(official: Official) -> dict[str, str]:
    telegram = official.world.store.telegram
    chat = telegram.chat(telegram.chat_hash(official.chat))
    assert chat is not None
    stored = official.world.store.conversations.load(chat.token)
    assert stored is not None
    return dict(memory_in(stored.state).answers)
