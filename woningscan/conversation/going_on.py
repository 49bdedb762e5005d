"""What is asked after a step: the next question or field, or what follows when the last one was answered."""

from __future__ import annotations

from woningscan.content.model import Content
from woningscan.conversation.step import REQUEST, SCAN, Step
from woningscan.request import form as request
from woningscan.scan import dialogue as scan


def with_what_is_asked(content: Content, step: Step, asking: str) -> Step:
    """The step and everything that follows from it, until the official has to say something.

    `asking` is what was being asked before it (`scan`, `request` or ""); the result's `then` is what is asked now.
    """
    now = asking if step.then is None else step.then
    if now == SCAN:
        if scan.is_asking(content, step.memory):
            return _joined(step, scan.ask(content, step.memory), SCAN)
        return with_what_is_asked(content, _joined(step, scan.finish(content, step.memory)), "")
    if now == REQUEST:
        if request.is_asking(step.memory):
            return _joined(step, request.ask(content, step.memory), REQUEST)
        return with_what_is_asked(content, _joined(step, request.submit(content, step.memory)), "")
    return _joined(step, Step(step.memory), "")


def _joined(first: Step, second: Step, then: str | None = None) -> Step:
    replies, effects = (*first.replies, *second.replies), (*first.effects, *second.effects)
    return Step(second.memory, replies, effects, second.then if then is None else then)
