"""How a request sounds: its fields, reading everything back, and what is said when it goes no further."""

from __future__ import annotations

from woningscan.content.model import Content, Field
from woningscan.conversation.choices import ALWAYS, FIELD, commands
from woningscan.conversation.memory import Draft
from woningscan.conversation.reply import Choice, Reply, items, text
from woningscan.request.fields import NO_PREFERENCE, Words, checked

CONSENT = "akkoord"
EDIT = "wijzig"


def field_reply(content: Content, draft: Draft, field: Field) -> Reply:
    """The question for one field, with an example."""
    choices = [Choice(f"{FIELD}:{field.id}={choice.value}", choice.label) for choice in field.choices]
    if field.kind == "moments":
        choices.append(Choice(f"{FIELD}:{field.id}={NO_PREFERENCE}", content.labels["no_preference"]))
    parts = [text(field.ask)] + ([text(field.example)] if field.example else [])
    return Reply(f"booking.ask.{field.id}", tuple(parts), tuple(choices), _tools(content, bool(draft.fields)))


def review_reply(content: Content, draft: Draft, urgent: bool = False) -> Reply:
    """Everything read back, with what it is used for: nothing is sent without a yes to this.

    `urgent` goes along as well, so it is said.
    """
    fields = content.request_fields[draft.kind]
    lines = [f"{field.label}: {shown(field, draft.fields[field.id])}" for field in fields]
    edits = [
        Choice(f"{FIELD}:{EDIT}={field.id}", content.labels["edit_field"].format(field=field.label.lower()))
        for field in fields
    ]
    choices = (Choice(f"{FIELD}:{CONSENT}=ja", content.labels["consent"]), *edits)
    said = ["booking.review.urgent"] if urgent else []
    consent = [text(content.messages[key]) for key in (*said, "booking.consent")]
    parts = (text(content.messages["booking.review"]), items(lines), *consent)
    return Reply("booking.review", parts, choices, _tools(content, False))


def changed_reply(content: Content, before: Draft | None, after: Draft | None) -> Reply | None:
    """What was filled in before and is another value now, without being asked again; None where nothing is."""
    if before is None or after is None:
        return None
    changed = [
        f"{field.label}: {shown(field, after.fields[field.id])}"
        for field in content.request_fields[after.kind]
        if field.id != before.editing and before.fields.get(field.id) not in (None, after.fields.get(field.id))
    ]
    return Reply("booking.changed", (text(content.messages["booking.changed"]), items(changed))) if changed else None


def referral_reply(content: Content) -> Reply:
    """For a function that the woningscan is not meant for: whom to ask."""
    parts = (text(content.messages["booking.other_function"]), text(content.messages["intake.other_function"]))
    return Reply("booking.other_function", parts, (), commands(content, ("start_scan", "talk_to_human", *ALWAYS)))


def _tools(content: Content, back: bool) -> tuple[Choice, ...]:
    return commands(content, (*(("back",) if back else ()), "ask_privacy", "cancel_booking", *ALWAYS))


def shown(field: Field, value: str) -> str:
    """A field's value as people read it."""
    return next((choice.label for choice in field.choices if choice.value == value), value)


def corrected(field: Field, typed: str, words: Words) -> str | None:
    """As `checked`, for a form that shows what was sent, in those words; an emptied moment means no preference."""
    if field.kind == "moments" and not typed.strip():
        return NO_PREFERENCE
    value = checked(field, typed, words)
    return None if value is None else shown(field, value)
