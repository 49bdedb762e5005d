"""A request to the CCV as a conversation: field by field, read back, sent only after an explicit yes."""

from __future__ import annotations

import re

from woningscan.content.model import Content, Field
from woningscan.conversation.choices import ALWAYS, FIELD, commands, value_for
from woningscan.conversation.effects import SUBMIT_REQUEST, Effect
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import REQUEST, SCAN, Step
from woningscan.reading.incoming import Message
from woningscan.request import elsewhere
from woningscan.request.consent import agrees, refuses, speaks_of_sending
from woningscan.request.contacts.contact import Slip, contact_in, email_address
from woningscan.request.fields import MAX_MOMENTS, NAMES_A_TIME, NO_PREFERENCE, checked, is_plain_name
from woningscan.request.speaking import CONSENT, EDIT, field_reply, referral_reply, review_reply, shown
from woningscan.safety.routes import asked_now, repeat_route, stopped, take_route
from woningscan.safety.triage import route_for, stops_the_scan
from woningscan.scan.questionnaire import next_safety_question

SCAN_VISIT = "woningscan"
CALL_BACK = "terugbellen"
# A typed command is obeyed in a free field once the language model is this sure; anything else there is a value.
# The other fields take only what fits them, so there a command is never taken for a value.
SURE = 0.8
SURE_OF_A_WORD = 0.65
# In a name field more is a command than a name, and nobody is called "help".
SURE_NOT_A_NAME = 0.7
# The threat check has judged the text by now, in the light of the field.
_NO_COMMAND = frozenset(["nonsense", "out_of_scope", "nlu_fallback", "report_threat"])
# "When can we reach you" is answered in words that belong to these as well.
_SAID_OF_MOMENTS = _NO_COMMAND | {"book_scan", "resume", "unsure", "skip", "deny", "affirm", "greet", "ask_duration"}
_SAYS_HOW = re.compile(r"\b(?:e-?mail|mail|mailen|app|appen|sms)\b", re.IGNORECASE)
"""How somebody wants to be reached, which sounds like asking for a person ("liever mailen dan bellen")."""
FEW_WORDS = 3
"""Up to which words that name a time are a moment and no command ("avond", "vanavond om acht")."""
OTHER_FUNCTION = "andere_functie"


def start(content: Content, memory: Memory, kind: str) -> Step:
    """Begin a request. A woningscan is not offered under a stopping route, nor to a function it is not meant for.

    What was filled in for the other kind of request is kept where it fits. Where others can read along, it goes on
    behind a link. Before a woningscan the safety questions come first; a call back never waits for them.
    """
    if stopped(content, memory) and (kind == SCAN_VISIT or memory.route == "acuut"):
        return repeat_route(content, memory)
    memory = memory.but(care=False)
    if memory.draft is not None and memory.draft.kind == kind and not memory.wish:
        return Step(memory.but(aside=None), then=REQUEST)
    known = {field.id for field in content.request_fields[kind]}
    given = {**memory.answers, **(memory.draft.fields if memory.draft else {})}
    draft = Draft(kind, {key: value for key, value in given.items() if key in known})
    if _is_referred(draft):
        return Step(memory, (referral_reply(content),), then=asked_now(content, memory))
    if memory.overheard:
        return elsewhere.offer(content, memory, kind)
    unsettled = _safety_first(content, memory, kind)
    if unsettled is not None:
        return unsettled
    said = Reply(f"booking.start.{kind}", (text(content.messages[f"booking.start.{kind}"]),))
    return Step(memory.but(draft=draft, wish="", aside=None, misses=0), (said,), then=REQUEST)


def ask(content: Content, memory: Memory) -> Step:
    """Ask the next field, or read everything back and ask for consent."""
    draft = memory.draft
    if draft is None:
        return Step(memory)
    field = current_field(content, draft)
    urgent = _is_urgent(content, memory, draft)
    return Step(
        memory, (review_reply(content, draft, urgent) if field is None else field_reply(content, draft, field),)
    )


def is_asking(memory: Memory) -> bool:
    draft = memory.draft
    return draft is not None and CONSENT not in draft.fields and not _is_referred(draft)


def read(content: Content, memory: Memory, message: Message) -> str | None:
    """What `message` fills in now, checked and cleaned, or None."""
    draft = memory.draft
    if draft is None:
        return None
    field = current_field(content, draft)
    if field is None:
        return _read_review(content, draft, message)
    if message.choice is not None:
        return _pressed(field, message.choice)
    if field.kind == "moments" and message.text.strip().casefold().rstrip(".!") in _passing(content):
        return NO_PREFERENCE
    if _is_command(field, message):
        return None
    return checked(field, message.text, content.answer_words)


def fill(content: Content, memory: Memory, value: str) -> Memory:
    """Record what `read` gave: a field, a field to edit, or the consent."""
    draft = memory.draft
    if draft is None:
        return memory
    field = current_field(content, draft)
    if field is not None:
        return memory.but(draft=Draft(draft.kind, {**draft.fields, field.id: value}), misses=0)
    if value == CONSENT:
        return memory.but(draft=Draft(draft.kind, {**draft.fields, CONSENT: "ja"}), misses=0)
    return memory.but(draft=Draft(draft.kind, draft.fields, editing=value), misses=0)


def filled_plainly(content: Content, memory: Memory, typed: str) -> Memory | None:
    """The memory with the open field filled in by a text that can hardly be anything else; None for any other."""
    field = current_field(content, memory.draft) if memory.draft and not memory.wish else None
    plain = field is not None and {
        "phone_or_email": True,
        "name": is_plain_name(typed),
        "moments": len(typed.split()) <= FEW_WORDS and NAMES_A_TIME.search(typed) is not None and "?" not in typed,
    }.get(field.kind, False)
    value = checked(field, typed, content.answer_words) if field is not None and plain else None
    return fill(content, memory, value) if value is not None else None


def clarify(content: Content, memory: Memory, message: Message) -> Step:
    """Say what is wrong with what was typed, with an example; the same field is asked again and nothing is lost.

    Addresses that may have been meant are offered: none of them is taken by itself.
    """
    field = current_field(content, memory.draft) if memory.draft else None
    if field is None:
        key = "booking.review.no" if refuses(message.text) else "booking.review.unclear"
        misses = memory.misses if key == "booking.review.no" else memory.misses + 1
        return Step(memory.but(misses=misses), (Reply(key, (text(content.messages[key]),)),))
    reason, meant = field.invalid, tuple[str, ...]()
    if field.kind == "moments" and len(message.text) > MAX_MOMENTS:
        reason = content.messages["booking.moment.long"]
    slip = contact_in(message.text) if field.kind == "phone_or_email" else None
    if isinstance(slip, Slip) and slip.key is not None:
        reason, meant = content.messages[slip.key], slip.meant
    choices = tuple(Choice(f"{FIELD}:{field.id}={address}", address) for address in meant)
    said = Reply(f"booking.invalid.{field.id}", (text(reason),), choices)
    return Step(memory.but(misses=memory.misses + 1), (said,))


def go_back(content: Content, memory: Memory, draft: Draft) -> Step:
    """The field before this one again; before the first one there is nothing, and the request stays open."""
    if draft.editing is not None:
        return Step(memory.but(draft=Draft(draft.kind, draft.fields), misses=0), then=REQUEST)
    fields = content.request_fields[draft.kind]
    current = current_field(content, draft)
    before = fields[: fields.index(current)] if current else fields
    if not before:
        return Step(memory, (Reply("booking.first", (text(content.messages["booking.first"]),)),), then=REQUEST)
    kept = {key: value for key, value in draft.fields.items() if key != before[-1].id}
    return Step(memory.but(draft=Draft(draft.kind, kept), misses=0), then=REQUEST)


def still_open(content: Content, memory: Memory) -> Step:
    """Another thing was asked for while a request is open: that one first, so that nothing filled in is lost."""
    said = Reply("booking.still_open", (text(content.messages["booking.still_open"]),))
    after = memory.but(aside=None)
    return Step(after, (said,), then=asked_now(content, after))


def submit(content: Content, memory: Memory) -> Step:
    """Hand the request to the app. What is said about it comes from the committed row, not from here."""
    draft = memory.draft
    if draft is not None and _is_referred(draft):
        after = memory.but(draft=None, misses=0)
        return Step(after, (referral_reply(content),), then=asked_now(content, after))
    if draft is None or draft.fields.get(CONSENT) != "ja":
        return Step(memory, then=asked_now(content, memory))
    unsettled = _safety_first(content, _without_consent(memory, draft), draft.kind)
    if unsettled is not None:
        return unsettled
    labels = {field.id: shown(field, draft.fields[field.id]) for field in content.request_fields[draft.kind]}
    after = memory.but(draft=None, misses=0, requested=True)
    wish = {"kind": draft.kind, "fields": labels, "urgent": _is_urgent(content, memory, draft)}
    return Step(after, effects=(Effect(SUBMIT_REQUEST, wish),), then="")


def drop(content: Content, memory: Memory) -> Step:
    """Stop a request that was not sent: nothing leaves this conversation."""
    after = memory.but(draft=None, wish="", misses=0)
    key = "booking.dropped" if memory.draft is not None else "booking.dropped.before"
    said = Reply(key, (text(content.messages[key]),), (), commands(content, ("help", *ALWAYS)))
    return Step(after, (said,), then=asked_now(content, after))


def _safety_first(content: Content, memory: Memory, kind: str) -> Step | None:
    """What comes before a woningscan: safety questions that are open, or the route that they led to."""
    if kind != SCAN_VISIT:
        return None
    if next_safety_question(content, memory.answers) is not None:
        said = Reply("booking.safety_first", (text(content.messages["booking.safety_first"]),))
        return Step(memory.but(wish=kind, aside=None, revisit=None, misses=0), (said,), then=SCAN)
    route = route_for(content, memory.answers)
    return take_route(content, memory, route.id) if route and stops_the_scan(content, route.id) else None


def _without_consent(memory: Memory, draft: Draft) -> Memory:
    kept = {key: value for key, value in draft.fields.items() if key != CONSENT}
    return memory.but(draft=Draft(draft.kind, kept))


def _is_urgent(content: Content, memory: Memory, draft: Draft) -> bool:
    """A call back after a route that stops the scan, or after care: somebody feels threatened and waits."""
    return draft.kind == CALL_BACK and (memory.alarmed or stopped(content, memory))


def _is_referred(draft: Draft) -> bool:
    return draft.kind == SCAN_VISIT and draft.fields.get("functie") == OTHER_FUNCTION


def current_field(content: Content, draft: Draft) -> Field | None:
    """The field that is asked now; None when all are filled in and read back."""
    fields = content.request_fields[draft.kind]
    return next((field for field in fields if field.id == draft.editing or field.id not in draft.fields), None)


def open_choice_field(content: Content, memory: Memory) -> Field | None:
    """The field that is asked now, where it has choices and a typed text may mean one of them."""
    field = current_field(content, memory.draft) if memory.draft is not None and not memory.wish else None
    return field if field is not None and field.choices else None


def _pressed(field: Field, choice: str) -> str | None:
    pressed = value_for(FIELD, field.id, choice)
    if field.kind == "moments" and (pressed == NO_PREFERENCE or choice == "skip"):
        return NO_PREFERENCE
    if field.kind == "phone_or_email":
        return email_address(pressed or "")
    return pressed if any(one.value == pressed for one in field.choices) else None


def _is_command(field: Field, message: Message) -> bool:
    if field.kind == "name":
        is_name = message.intent in _NO_COMMAND or is_plain_name(message.text)
        return message.confidence >= SURE_NOT_A_NAME and not is_name
    sure = SURE_OF_A_WORD if len(message.text.split()) == 1 else SURE
    is_value = message.intent in _SAID_OF_MOMENTS or _SAYS_HOW.search(message.text) is not None
    return field.kind == "moments" and message.confidence >= sure and not is_value


def _passing(content: Content) -> frozenset[str]:
    words = content.answer_words
    return frozenset((*words["nee"], *words["weet_niet"], *words["overslaan"]))


def _read_review(content: Content, draft: Draft, message: Message) -> str | None:
    """Consent, or the field to edit. A yes with a but in it is not a yes."""
    fields = content.request_fields[draft.kind]
    if message.choice is not None:
        wanted = value_for(FIELD, EDIT, message.choice)
        if value_for(FIELD, CONSENT, message.choice) == "ja":
            return CONSENT
        return wanted if any(field.id == wanted for field in fields) else None
    typed = message.text.strip().casefold().rstrip(".!")
    if agrees(typed, content.answer_words):
        return CONSENT
    named = [field.id for field in fields if _words(field.label) & set(re.findall(r"\w+", typed))]
    return named[0] if len(named) == 1 and not speaks_of_sending(typed) else None


def _words(label: str) -> set[str]:
    """The words that name a field: its first one and every long one ("Voorkeur voor een moment")."""
    first, *others = label.casefold().split()
    return {first, *(word for word in others if len(word) > 4)}
