"""What is said when an earlier answer was put right: what it is now, and the tip that belongs to it."""

from __future__ import annotations

from tests.support.talking.opinions import asked
from woningscan.content.model import Content
from woningscan.scan import corrections, speaking


def test_the_tip_of_the_new_answer_is_told_with_the_change(content: Content) -> None:
    question = content.questions["rookmelders"]
    changed = corrections.Correction(question, "nee")
    memory = corrections.applied(asked(content, "vluchtplan", rookmelders="ja"), changed)
    tip = speaking.tip_reply(content, question, memory.answers)
    (told,) = corrections.replies(content, memory, changed)
    assert tip is not None and memory.answers["rookmelders"] == "nee"
    assert told.id == tip.id and told.parts[1:] == tip.parts
    assert question.title in told.text, "what was changed comes first"
