"""The ids behind the buttons: an answer is bound to its question, a command is an intent."""

from __future__ import annotations

from collections.abc import Sequence

from woningscan.content.model import Content, Question
from woningscan.conversation.reply import Choice

ANSWER = "antwoord"
FIELD = "veld"
CHANGE = "wijzig"
TICK = "gedaan"
TICK_OFF = "tick_off"
"""The button that lists the actions of the plan, each a button of the kind TICK."""
THREAT_CHECK = "dreiging"
WHOM_TO_TELL = "whom_to_tell"
ALWAYS = ("report_threat",)
MISTAKE = "mistake"
"""The button under a route that was reached by a press: it was one by accident."""
NOTHING_WRONG = "nothing_wrong"
"""The button under the first safety question that answers all of them: nothing is the matter."""
# Every button the core offers; the content check wants a label for each.
BUTTONS = tuple(
    "start_scan full_scan book_scan send_report resume restart back wijzig skip pause stop ask_why ask_privacy help"
    " report_threat talk_to_human start_callback cancel_booking erase_data affirm deny dreiging:nu dreiging:wel"
    " dreiging:politie dreiging:nee no_preference edit_field consent open_report open_request open_private open_own"
    " open_data"
    " whom_to_tell nothing_wrong mistake tick_off start_chat chat_share chat_private chat_stop".split()
)
# Commands that may come at any moment, because a channel shows them all the time or people keep an old screen open.
ANY_TIME = frozenset(
    "report_threat help resume pause stop restart talk_to_human ask_privacy erase_data send_report chat_stop".split()
)
# Buttons that do not carry an intent's own name: which intent they stand for.
_INTENT_BY_KIND = {CHANGE: "back", THREAT_CHECK: "report_threat", ANSWER: "affirm", FIELD: "affirm"}
_INTENT_BY_ID = {"start_callback": "talk_to_human", "full_scan": "start_scan"}


def command(content: Content, intent: str) -> Choice:
    """The button for a command; its label is in `content/labels.yml` under the intent's name."""
    return Choice(intent, content.labels[intent])


def commands(content: Content, intents: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(command(content, intent) for intent in intents)


def answer_choices(question: Question) -> tuple[Choice, ...]:
    return tuple(Choice(f"{ANSWER}:{question.id}={choice.value}", choice.label) for choice in question.choices)


def named_by(choice_id: str) -> tuple[str, str]:
    """The question or field that an answer's button is for, and the value it carries; "" where it has none."""
    name, _, value = choice_id.partition(":")[2].partition("=")
    return name, value


def value_for(kind: str, key: str, choice_id: str | None) -> str | None:
    """The value a button of this `kind` carries for `key`, or None when it is another button."""
    prefix = f"{kind}:{key}="
    return choice_id[len(prefix) :] if choice_id and choice_id.startswith(prefix) else None


def offered_as(typed: str, offered: Sequence[Choice]) -> Choice | None:
    """A typed text that is exactly what stands on a button is that button."""
    folded = typed.casefold().rstrip(".!")
    labelled = (choice for choice in offered if isinstance(choice.label, str) and isinstance(choice.id, str))
    return next((choice for choice in labelled if choice.label.casefold().rstrip(".!") == folded), None)


def is_about_ticks(choice_id: str) -> bool:
    """Whether a button lists the actions to tick off, or is one of those."""
    return choice_id == TICK_OFF or choice_id.startswith(f"{TICK}:")


def intent_for(choice_id: str) -> str:
    """The intent a pressed button stands for, so that the same rules answer a press and a typed command."""
    kind = choice_id.partition(":")[0]
    return _INTENT_BY_KIND.get(kind) or _INTENT_BY_ID.get(choice_id) or choice_id
