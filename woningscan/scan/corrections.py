"""An earlier answer put right in own words: which one is meant, what it becomes, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.reading.answers.fixed import folded
from woningscan.reading.answers.result import Understood
from woningscan.reading.reading import Reading
from woningscan.reading.text import clauses
from woningscan.scan import speaking
from woningscan.scan.named import clearly_named, denies_word_of, questions_named
from woningscan.scan.placed import names_a_place, question_at_place
from woningscan.scan.questionnaire import answered_questions

INTENT = "correct"
BACK, BACK_AT = "back", 0.35
"""Chance of going back from which a text may be about an earlier answer: both are said in much the same words."""
LOOKED_AT = 4
"""How many earlier questions a correction is read against: each is a reading of its own."""
NAMED = 2
"""Words shared with a question, one of its title counting twice, from which a text names it."""
_PUTS_RIGHT = re.compile(
    r"\b(?:wijzig|wijzigen|verander|veranderen|corrigeer|verbeter|aanpassen|zet(?:ten)? (?:\w+ ){0,4}(?:op|maar|bij)"
    r"|zetten|maak|maken|invullen"
    r"|moe(?:t|st)(?: \w+){0,4} (?:zijn|worden|staan)|had(?: \w+){0,5} (?:moeten|gezegd|ingevuld|fout|verkeerd)"
    r"|zei|bedoel|bedoelde|klopte? (?:\w+ ){0,2}niet"
    r"|(?:is|was) (?:\w+ ){0,2}(?:fout|verkeerd)|mag (?:\w+ ){0,3}op)\b"
)
_WRONG = re.compile(
    r"\b(?:klopte? (?:\w+ ){0,2}niet|fout|verkeerd|wijzig\w*|verander\w*|aanpass\w*|zet(?:ten)? .*\bop)\b"
)
_TAKES_BACK = re.compile(
    r"\b(?:geintje|grapje|dat (?:klopte?|is|was) (?:\w+ )?(?:niet(?: goed| waar| juist)?|fout|verkeerd)"
    r"|(?:meen|meende|bedoel|bedoelde) (?:ik )?(?:dat )?niet|ik (?:vergis|vergiste) me|trek ik terug"
    r"|(?:dat|die|het) (?:had|moest|moet) (?:toch |eigenlijk |wel )*(?:ja|nee|deels|soms|altijd|nooit|vaak))\b"
)
_SET_TO = re.compile(r"\b(?:mag|moet|kan|mogen) (?:\w+ ){0,3}op (?:ja|nee|deels|soms|nooit|altijd|vaak)\b")
_ONLY_A_JOKE = re.compile(r"\b(?:geintje|grapje)\b")
_FEW_WORDS = 5
_ALSO_SAID = frozenset({"alleen"})
"""Choices whose word is said of anything."""
_OPENERS = ("wacht", "sorry", "oh", "trouwens")
_OPENING = re.compile(r"^(?:(?:o|oh|ah|ach|nee|ja|wacht|sorry|oeps|stop|ho|he|eh|en|even) )+")


@dataclass(frozen=True)
class Correction:
    """What becomes of an earlier answer. `value` None: it is asked again; `taken_back`: and no longer counts.

    `rest` is what of the text is about something else, and may answer the open question.
    """

    question: Question
    value: str | None
    rest: str = ""
    taken_back: bool = False


@dataclass(frozen=True)
class _Told:
    """A text that may be about an earlier answer. `meant`: what the reader takes it for, `correct`, `back` or "";
    `words`: words in it put an answer right; `takes_back`: they take one back."""

    content: Content
    memory: Memory
    reading: Reading
    answered: Sequence[Question]
    open_question: Question | None
    meant: str
    words: bool
    takes_back: bool

    @property
    def sure(self) -> bool:
        return self.meant == INTENT


def corrected(
    content: Content, memory: Memory, reading: Reading, open_question: Question | None, understood: Understood
) -> Correction | None:
    """The one earlier answer that a text is about; None where that is not sure, and then nothing is changed.

    Where the reader is not sure of a correction, words have to say it, and the text is no certain answer to the open
    question (`understood`).
    """
    answered, plain = answered_questions(content, memory.answers), folded(reading.typed)
    answers = understood.value is not None and understood.chance >= reading.bars.certain
    words = not answers and _PUTS_RIGHT.search(plain) is not None
    meant = INTENT if _SET_TO.search(plain) else _how_sure(reading)
    joke = _ONLY_A_JOKE.search(plain) is not None and len(plain.split()) <= _FEW_WORDS
    takes_back = joke or (
        (meant != "" or understood.value is None) and not answers and _TAKES_BACK.search(plain) is not None
    )
    told = _Told(content, memory, reading, answered, open_question, meant, words, takes_back)
    if not answered or not (meant or words or joke or understood.value is None):
        return None
    if names_a_place(reading.typed):
        return _at_place(told)
    named = _named(told)
    for question, own, is_clear in named if meant or words else ():
        value = _value(told, question, own, is_clear) if is_clear or not answers else None
        if value is not None:
            return Correction(question, value, _rest(told, question))
    denied = [one for one in answered if not answers and _denies_stored(one, memory.answers[one.id], plain)]
    if len(denied) == 1:
        return Correction(denied[0], _value(told, denied[0], reading.typed))
    clear = [question for question, _, is_clear in named if is_clear]
    if not clear:
        return _last(told) if told.sure or takes_back else None
    wrong = meant or (words and _WRONG.search(plain))
    return Correction(clear[0], None, _rest(told, clear[0])) if len(clear) == 1 and wrong else None


def _how_sure(reading: Reading) -> str:
    meaning = reading.meaning
    bars = {INTENT: reading.bars.correction, BACK: BACK_AT}
    return meaning.intent if meaning is not None and meaning.chance >= bars.get(meaning.intent, 2.0) else ""


def _at_place(told: _Told) -> Correction | None:
    """The correction of the question whose place is named; it is asked again where nothing says what it becomes."""
    question = question_at_place(told.content, told.memory, told.open_question, told.reading.typed)
    if question is None or not (told.meant or told.words):
        return None
    value = _said_last(told, question)
    return Correction(question, value) if value is not None or told.sure or told.words else None


def _last(told: _Told) -> Correction | None:
    """Of the last answer people speak without naming what it was about."""
    question = told.answered[-1]
    value = _said_last(told, question)
    says_so = told.takes_back or _PUTS_RIGHT.search(folded(told.reading.typed))
    if told.open_question is not None and not says_so:
        of_the_open = told.reading.answer_to(told.open_question, told.content.answer_words).value
        value = value if of_the_open is None or of_the_open != value else None  # it may well answer what is open
    if value is not None:
        return Correction(question, value)
    return Correction(question, None, taken_back=True) if told.takes_back else None


def _rest(told: _Told, question: Question) -> str:
    """The clauses before the one that names a question or puts something right: what follows may be about that."""
    before = takewhile(
        lambda piece: not questions_named(told.content, [question], piece) and not _PUTS_RIGHT.search(folded(piece)),
        clauses(told.reading.typed),
    )
    return ", ".join(piece for piece in before if folded(piece) not in _OPENERS)


def _named(told: _Told) -> list[tuple[Question, str, bool]]:
    """The answered questions that a text names more clearly than the open one, each with what is said about it and
    whether it is named for certain.

    Where it names two, each has its own clauses: what is said of one is never taken for the other.
    """
    typed, least = told.reading.typed, 1 if told.sure else NAMED
    if told.open_question is not None and told.open_question.id not in told.memory.answers:
        least = max(least, 1 + clearly_named(told.content, [told.open_question], typed)[1])
    named = [one for one in questions_named(told.content, told.answered, typed) if one[1] >= least][:LOOKED_AT]
    if sum(shared >= NAMED for _, shared in named) < 2:
        return [(question, typed, shared >= NAMED) for question, shared in named]
    parts: dict[str, list[str]] = {}
    owner: Question | None = None
    for clause in clauses(typed):
        owner = clearly_named(told.content, [question for question, _ in named], clause)[0] or owner
        parts.setdefault(owner.id if owner else "", []).append(clause)
    return [(one, ", ".join(parts[one.id]), shared >= NAMED) for one, shared in named if one.id in parts]


def _value(told: _Told, question: Question, own: str, clear: bool = True) -> str | None:
    """What the part of a text that is about a question makes of its answer: the other choice that it names, or what
    the clause that names it says, or all of it.

    A safety answer is changed only where the reader is sure of a correction and the question is `clear`.
    """
    stored, sure = told.memory.answers[question.id], told.sure and clear
    if question.section == "triage" and not sure:
        return None
    stated = _stated(question, own, stored)
    of_anything = question.section == "theme" or stated in told.content.answer_words  # "nee"
    if stated is not None and (clear or not of_anything):
        return stated
    for piece in _pieces(told.content, question, own):
        understood = told.reading.answer_to(question, told.content.answer_words, piece)
        sure = sure or understood.chance >= told.reading.bars.certain
        if understood.value not in (None, SKIPPED, stored) and sure:
            return understood.value
    return None


def _said_last(told: _Told, question: Question) -> str | None:
    """What a text that does not name the question makes of its answer: in its last words, else as a whole."""
    said = (_value(told, question, piece) for piece in (*clauses(told.reading.typed)[-1:], told.reading.typed))
    return next((value for value in said if value is not None), None)


def _pieces(content: Content, question: Question, own: str) -> Iterator[str]:
    pieces = clauses(own)
    named = [piece for piece in pieces if questions_named(content, [question], piece)]
    if named and len(pieces) > 1:
        yield named[-1]
    yield own


def _stated(question: Question, typed: str, stored: str) -> str | None:
    """The one choice, other than the `stored`, of which a text holds the label or a phrase and does not deny it."""
    plain = f" {_OPENING.sub('', folded(typed)).replace(folded(question.title), ' ')} "
    named = set()
    for choice in question.choices:
        phrases = choice.phrases if question.section != "theme" else ()
        forms = (re.escape(folded(form)) for form in (choice.label, *phrases) if folded(form) not in _ALSO_SAID)
        if choice.value != stored and any(re.search(rf"(?<!\w)(?<!niet )(?<!geen ){form} ", plain) for form in forms):
            named.add(choice.value)
    return named.pop() if len(named) == 1 else None


def _denies_stored(question: Question, stored: str, plain: str) -> bool:
    """Whether a text denies what is stored: "geen kinderen", "niet echt een boerderij", "geen auto"."""
    choice = question.choice(stored)
    if choice is None or question.section not in ("profile", "intake"):
        return False
    return denies_word_of(question.title if stored == "ja" else choice.label, plain)


def applied(memory: Memory, correction: Correction) -> Memory:
    """The memory with the answer changed, which is then another plan."""
    answers = {**memory.answers, correction.question.id: str(correction.value)}
    return memory.but(answers=answers, planned=False, misses=0)


def replies(content: Content, memory: Memory, correction: Correction) -> tuple[Reply, ...]:
    """What was changed, with the tip that belongs to it now."""
    question, value = correction.question, str(correction.value)
    choice = question.choice(value)
    label = choice.label if choice else value
    changed = text(content.messages["scan.corrected"].format(title=question.title, label=label))
    tip = speaking.tip_reply(content, question, memory.answers)
    if tip is None:
        return (Reply("scan.corrected", (changed,)),)
    return (Reply(tip.id, (changed, *tip.parts)),)
