"""A request to the CCV as a conversation: field by field, read back, sent only after an explicit yes."""

from __future__ import annotations

from woningscan.booking.fields import NO_PREFERENCE, checked
from woningscan.choices import ALWAYS, FIELD, commands, value_for
from woningscan.content.model import Content, Field
from woningscan.effects import SUBMIT_REQUEST, Effect
from woningscan.replies import Choice, Reply, items, text
from woningscan.safety import asked_now, repeat_route, stopped
from woningscan.session import Draft, Session
from woningscan.turns import REQUEST, Message, Step

SCAN_VISIT = "woningscan"
CALL_BACK = "terugbellen"
CONSENT = "akkoord"
EDIT = "wijzig"
# Typed commands that are obeyed in a free field once the language model is this sure; anything else typed there is a value.
SURE = 0.8
_OBEYED = frozenset(
    "stop pause back cancel_booking help ask_privacy ask_who_reads ask_why erase_data restart talk_to_human report_threat".split()
)


def start(content: Content, session: Session, kind: str) -> Step:
    """Begin a request. A woningscan is not offered under a stopping route, nor to a function it is not meant for."""
    if stopped(content, session) and (kind == SCAN_VISIT or session.route == "acuut"):
        return repeat_route(content, session)
    if kind == SCAN_VISIT and session.answers.get("functie") == "andere_functie":
        said = _with_contacts(content, "intake.other_function")
        return Step(session, (Reply("booking.other_function", (text(said),)),), then=asked_now(content, session))
    if session.draft is not None and session.draft.kind == kind:
        return Step(session.but(aside=None), then=REQUEST)
    known = {field.id for field in content.request_fields[kind]}
    filled = {"functie": session.answers["functie"]} if "functie" in known and "functie" in session.answers else {}
    said = Reply(f"booking.start.{kind}", (text(content.messages[f"booking.start.{kind}"]),))
    return Step(session.but(draft=Draft(kind, filled), aside=None, misses=0), (said,), then=REQUEST)


def ask(content: Content, session: Session) -> Step:
    """Ask the next field, or read everything back and ask for consent."""
    if session.draft is None:
        return Step(session)
    field = _current(content, session.draft)
    return Step(session, (_review(content, session.draft) if field is None else _field_reply(content, session.draft, field),))


def is_asking(session: Session) -> bool:
    return session.draft is not None and CONSENT not in session.draft.fields


def read(content: Content, session: Session, message: Message) -> str | None:
    """What `message` fills in now, checked and cleaned, or None."""
    draft = session.draft
    if draft is None:
        return None
    field = _current(content, draft)
    if field is None:
        return _read_review(content, draft, message)
    pressed = value_for(FIELD, field.id, message.choice)
    if pressed is not None:
        return pressed if pressed == NO_PREFERENCE or any(choice.value == pressed for choice in field.choices) else None
    if message.choice == "skip" and field.kind == "moments":
        return NO_PREFERENCE
    if message.choice is not None or (message.intent in _OBEYED and message.confidence >= SURE):
        return None
    if field.kind == "moments" and message.intent in ("skip", "unsure", "deny") and message.confidence >= SURE:
        return NO_PREFERENCE
    return checked(field, message.text, content.answer_words)


def fill(content: Content, session: Session, value: str) -> Session:
    """Record what `read` gave: a field, a field to edit, or the consent."""
    draft = session.draft
    if draft is None:
        return session
    field = _current(content, draft)
    if field is not None:
        return session.but(draft=Draft(draft.kind, {**draft.fields, field.id: value}), misses=0)
    if value == CONSENT:
        return session.but(draft=Draft(draft.kind, {**draft.fields, CONSENT: "ja"}), misses=0)
    return session.but(draft=Draft(draft.kind, draft.fields, editing=value), misses=0)


def clarify(content: Content, session: Session) -> Step:
    """Say what is wrong with what was typed, with an example; the same field is asked again and nothing is lost."""
    field = _current(content, session.draft)
    if field is None:
        said = Reply("booking.review.unclear", (text(content.messages["booking.review.unclear"]),))
    else:
        said = Reply(f"booking.invalid.{field.id}", (text(field.invalid),))
    return Step(session.but(misses=session.misses + 1), (said,))


def go_back(content: Content, session: Session) -> Step:
    """The field before this one again; before the first one there is nothing, and the request stays open."""
    draft = session.draft
    filled = [field for field in content.request_fields[draft.kind] if field.id in draft.fields]
    current = _current(content, draft)
    before = [field for field in filled if current is None or _order(content, draft, field) < _order(content, draft, current)]
    if not before:
        return Step(session, (Reply("booking.first", (text(content.messages["booking.first"]),)),), then=REQUEST)
    fields = {key: value for key, value in draft.fields.items() if key != before[-1].id}
    return Step(session.but(draft=Draft(draft.kind, fields), misses=0), then=REQUEST)


def submit(content: Content, session: Session) -> Step:
    """Hand the request to the app. What is said about it comes from the committed row, not from here."""
    draft = session.draft
    if draft is None or draft.fields.get(CONSENT) != "ja":
        return Step(session, then=asked_now(content, session))
    labels = {field.id: _shown(field, draft.fields[field.id]) for field in content.request_fields[draft.kind]}
    after = session.but(draft=None, misses=0)
    return Step(after, effects=(Effect(SUBMIT_REQUEST, {"kind": draft.kind, "fields": labels}),), then="")


def drop(content: Content, session: Session) -> Step:
    """Stop a request that was not sent: nothing leaves this conversation."""
    after = session.but(draft=None, misses=0)
    said = Reply("booking.dropped", (text(content.messages["booking.dropped"]),), (), commands(content, ("help", *ALWAYS)))
    return Step(after, (said,), then=asked_now(content, after))


def _current(content: Content, draft: Draft) -> Field | None:
    fields = content.request_fields[draft.kind]
    return next((field for field in fields if field.id == draft.editing or field.id not in draft.fields), None)


def _order(content: Content, draft: Draft, field: Field) -> int:
    return content.request_fields[draft.kind].index(field)


def _field_reply(content: Content, draft: Draft, field: Field) -> Reply:
    choices = [Choice(f"{FIELD}:{field.id}={choice.value}", choice.label) for choice in field.choices]
    if field.kind == "moments":
        choices.append(Choice(f"{FIELD}:{field.id}={NO_PREFERENCE}", content.labels["no_preference"]))
    parts = [text(field.ask)] + ([text(field.example)] if field.example else [])
    return Reply(f"booking.ask.{field.id}", tuple(parts), tuple(choices), _tools(content, bool(draft.fields)))


def _review(content: Content, draft: Draft) -> Reply:
    fields = content.request_fields[draft.kind]
    lines = [f"{field.label}: {_shown(field, draft.fields[field.id])}" for field in fields]
    edits = [
        Choice(f"{FIELD}:{EDIT}={field.id}", content.labels["edit_field"].format(field=field.label.lower())) for field in fields
    ]
    choices = (Choice(f"{FIELD}:{CONSENT}=ja", content.labels["consent"]), *edits)
    parts = (text(content.messages["booking.review"]), items(lines), text(_with_contacts(content, "booking.consent")))
    return Reply("booking.review", parts, choices, _tools(content, False))


def _read_review(content: Content, draft: Draft, message: Message) -> str | None:
    if value_for(FIELD, CONSENT, message.choice) == "ja":
        return CONSENT
    fields = content.request_fields[draft.kind]
    wanted = value_for(FIELD, EDIT, message.choice)
    if wanted is None and message.choice is None:
        typed = message.text.casefold()
        if typed.strip().rstrip(".!") in content.answer_words["ja"] or (message.intent == "affirm" and message.confidence >= SURE):
            return CONSENT
        named = [field.id for field in fields if any(word in typed for word in field.label.casefold().split() if len(word) > 3)]
        wanted = named[0] if len(named) == 1 else None
    return wanted if any(field.id == wanted for field in fields) else None


def _shown(field: Field, value: str) -> str:
    return next((choice.label for choice in field.choices if choice.value == value), value)


def _tools(content: Content, back: bool) -> tuple[Choice, ...]:
    return commands(content, (*(("back",) if back else ()), "ask_privacy", "cancel_booking", *ALWAYS))


def _with_contacts(content: Content, key: str) -> str:
    return content.messages[key].format_map({contact.id: contact.value for contact in content.contacts.values()})
