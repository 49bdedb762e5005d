"""Who types somebody's reference in a conversation of their own calls nothing off, and hears the same every time."""

from __future__ import annotations

import re

from bot.store import Store
from tests.support.request.requests import open_lines
from tests.support.talking.conversing import Assistant, Talk
from woningscan.conversation.reply import Reply

FIELDS = ("Jan de Vries", "raadslid", "0612345678")


def filed(talk: Talk) -> str:
    """A call back that this conversation files; its reference."""
    talk.press("start_callback")
    for value in FIELDS:
        talk.say(value)
    talk.press("Geen voorkeur")
    talk.press("veld:akkoord=ja")
    assert talk.ids == ["booking.confirmed.terugbellen"]
    found = re.search(r"WS-\w{4}-\w{5}", talk.replies[0].text)
    assert found is not None
    return found[0]


def told(replies: list[Reply]) -> list[dict[str, object]]:
    return [reply.to_dict() for reply in replies]


def test_a_reference_alone_withdraws_nothing_and_tells_nothing(assistant: Assistant, store: Store) -> None:
    owner = Talk(assistant, store)
    owner.press("talk_to_human")
    open_one = filed(owner)
    owner.press("talk_to_human")
    withdrawn = filed(owner)
    owner.say(f"annuleren {withdrawn}")
    answers = []
    for reference in (open_one, withdrawn, "WS-AAAA-AAAAA"):
        stranger = Talk(assistant, store)
        stranger.say(f"annuleren {reference.lower()}")
        answers.append(told(stranger.replies))
    assert answers[0] == answers[1] == answers[2]
    assert [reply["id"] for reply in answers[0]] == ["booking.cancel.passed"]
    assert "https://woningscan.test/aanvraag/" in str(answers[0])
    found = store.requests.find(open_one)
    assert found is not None and found.status == "new"
    assert [line.withdrawal_asked for line in open_lines(store)] == [True]


def test_a_reference_that_was_asked_for_proves_no_more(assistant: Assistant, store: Store) -> None:
    owner = Talk(assistant, store)
    owner.press("talk_to_human")
    reference = filed(owner)
    stranger = Talk(assistant, store)
    assert stranger.say("ik wil mijn aanvraag annuleren") == ["booking.cancel.ask"]
    assert stranger.say(reference) == ["booking.cancel.passed"]
    found = store.requests.find(reference)
    assert found is not None and found.status == "new"


def test_who_filed_it_withdraws_it_in_that_conversation_and_nowhere_after_erasing(
    assistant: Assistant, store: Store
) -> None:
    owner = Talk(assistant, store)
    owner.press("talk_to_human")
    first = filed(owner)
    owner.press("talk_to_human")
    second = filed(owner)
    later = Talk(assistant, store, token=owner.token)  # another process that has the same conversation
    assert later.say(f"annuleer {first}") == ["booking.cancelled"]
    assert later.say(f"annuleer {first}") == ["booking.cancelled.already"]
    later.say("wis mijn gegevens")
    assert later.say("ja") == ["privacy.erased"]
    again = Talk(assistant, store)
    assert again.say(f"annuleer {second}") == ["booking.cancel.passed"]
    found = store.requests.find(second)
    assert found is not None and found.status == "new"
