"""A typed text in an open request: fields that it fills in or changes, questions about it, calling it off."""

from __future__ import annotations

from dataclasses import replace

from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import REQUEST, Decision, Step
from woningscan.conversation.talk import answer_question
from woningscan.conversation.typed.asking import asked_for
from woningscan.reading.answers.fixed import listed_in
from woningscan.reading.reading import Reading
from woningscan.request.changing import calls_off, to_change
from woningscan.request.consent import agrees, refuses, speaks_of_sending
from woningscan.request.contacts.contact import contact_in
from woningscan.request.form import current_field, filled_plainly
from woningscan.request.putting_right import CONTACT, put_right, taken_out
from woningscan.request.questions import WHEN_HEARD, about_reply, asked_about
from woningscan.request.speaking import changed_reply
from woningscan.request.together import FUNCTION, filled_together


def fields_filled(content: Content, before: Step, reading: Reading, typed: str) -> Decision | None:
    """A request in which this text fills in more than the open field, or plainly the open one: also where the visitor
    was told something else in between, so that no value is lost."""
    memory = before.memory
    if memory.draft is None or memory.aside is not None:
        return None
    by_id = {field.id: field for field in content.request_fields[memory.draft.kind]}
    function = None
    if FUNCTION in by_id and FUNCTION not in memory.draft.fields and len(typed.split()) > 1:
        function = listed_in(by_id[FUNCTION].as_question(), typed)  # never a guess: a name is no function
    filled = filled_together(content, memory, typed, function) or filled_plainly(content, memory, typed)
    return _went_on(content, before, filled) if filled is not None else None


def asked_about_the_request(content: Content, before: Step, reading: Reading) -> Decision | None:
    """The answer to a question about the request that is open or was sent, and then what was asked last again."""
    asked = asked_for(reading)
    about = asked_about(content, before.memory, reading.typed, asked.topic if asked else None)
    if about is None:
        return None
    if about == WHEN_HEARD:
        told = answer_question(content, before.memory, WHEN_HEARD, REQUEST).replies
    else:
        told = (about_reply(content, before.memory, about),)
    return Decision(replace(before, replies=(*before.replies, *told)), repeat=True)


def about_the_request(content: Content, before: Step, typed: str) -> Decision | None:
    """A request that is called off or cannot be sent yet, or a field of it that becomes another or is asked again; None
    for anything else."""
    memory = before.memory
    if memory.draft is None or memory.wish or memory.aside is not None:
        return None
    command = calls_off(typed)
    if command is not None:
        return Decision(before, choice=command)
    draft = memory.draft
    left = taken_out(draft.fields.get(CONTACT, ""), typed)
    if left is None and contact_in(typed) is not None:
        return None
    changed = {CONTACT: left} if left is not None else put_right(content, draft, typed)
    if changed:
        editing = None if draft.editing in changed else draft.editing
        return _went_on(
            content, before, memory.but(draft=Draft(draft.kind, {**draft.fields, **changed}, editing), misses=0)
        )
    wrong = to_change(content, draft, typed)
    if wrong:  # the first is asked again over its value, the others anew after it
        first, *others = wrong
        kept = {
            key: value
            for key, value in draft.fields.items()
            if key not in others and (key != draft.editing or key == first)
        }
        asked_again = memory.but(draft=Draft(draft.kind, kept, editing=first), misses=0)
        return Decision(replace(before, memory=asked_again), choice="resume")
    about_sending = speaks_of_sending(typed) and (agrees(typed, content.answer_words) or refuses(typed))
    if about_sending and current_field(content, draft) is not None:
        not_yet = Reply("booking.not_yet", (text(content.messages["booking.not_yet"]),))
        return Decision(replace(before, replies=(*before.replies, not_yet)), choice="resume")
    return None


def _went_on(content: Content, before: Step, after: Memory) -> Decision:
    """The request with its new values: what was filled in before and became another is said."""
    told = changed_reply(content, before.memory.draft, after.draft)
    replies = before.replies if told is None else (*before.replies, told)
    return Decision(replace(before, memory=after, replies=replies), choice="resume")
