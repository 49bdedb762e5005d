"""What is said while somebody cannot go on: a person to talk to, and nothing that sounds like business."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.step import Step
from woningscan.safety import distress

IN_CARE = Memory(started=True, care=True, route="zorg", misses=2, aside="restart")


@pytest.mark.parametrize(
    ("say", "key", "first"),
    [
        (distress.stay, "threat.zorg.stay", "talk_to_human"),
        (distress.which_stop, "threat.zorg.which", "stop"),
        (distress.stopped_asking, "threat.zorg.stopped", "talk_to_human"),
    ],
)
def test_each_line_is_its_own_and_asks_nothing(
    content: Content, say: Callable[[Content, Memory], Step], key: str, first: str
) -> None:
    step = say(content, IN_CARE)
    (reply,) = step.replies
    assert (reply.id, reply.text.strip()) == (key, content.messages[key])
    assert reply.choices[0].id == first and [tool.id for tool in reply.tools] == ["report_threat"]
    assert (step.memory.misses, step.memory.aside, step.memory.care, step.then) == (0, None, True, "")


def test_going_on_is_offered_only_where_something_was_begun_and_nobody_is_in_danger(content: Content) -> None:
    def ids(memory: Memory) -> list[str]:
        return [choice.id for choice in distress.offered(content, memory)]

    assert ids(IN_CARE) == ["talk_to_human"]
    for begun in (IN_CARE.but(answers={"functie": "raadslid"}), IN_CARE.but(draft=Draft("terugbellen"))):
        assert ids(begun) == ["talk_to_human", "resume"]
        assert ids(begun.but(route="zorg_acuut")) == ["talk_to_human"]
