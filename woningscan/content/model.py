"""The content as the core sees it: what the YAML files of `content/` hold after loading and checking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SHORT_SCAN_PRIORITY = 3
"""Questions of the themes that are at least so urgent are in the short scan."""
EFFORTS = ("nu", "deze_week", "met_hulp")
"""How much work an action is: free and today, this week by oneself, or with the help of somebody else."""
SKIPPED = "overgeslagen"  # the recorded value of a question that was skipped: answered for the order, not for the plan


@dataclass(frozen=True)
class Variant:
    """What is said instead to whom `show_if` holds for. With `asks` it says itself whom to ask: no note comes after."""

    show_if: Mapping[str, Any]
    tip: str
    asks: bool = False


@dataclass(frozen=True)
class ChoiceContent:
    """One answer. `outcome`: `done`, `todo` or `check` (unknown, so look), None outside the themes.

    `effort` is how much work its tip is (one of EFFORTS), where that is not what the question says.
    """

    value: str
    label: str
    phrases: tuple[str, ...] = ()
    tip: str | None = None
    outcome: str | None = None
    effort: str | None = None
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True)
class Question:
    """A question of the intake, the triage, the profile or a theme. `section` tells which."""

    id: str
    ref: str
    section: str
    theme: str | None
    title: str
    ask: str
    why: str
    choices: tuple[ChoiceContent, ...]
    show_if: Mapping[str, Any] | None = None
    measure: str | None = None
    group: str | None = None
    spot: str | None = None
    """Where it is on the drawing of a home; None where it is nowhere in particular."""
    priority: int = 3
    quick_win: bool = False
    what_if: bool = False
    """It asks what somebody would do: "de politie bellen" is an answer then."""
    effort: str | None = None
    who: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    skippable: bool = True
    place: tuple[str, tuple[Any, ...]] = field(default=("", ()), compare=False)
    """The file and the key in it, for whoever has to change something."""

    def choice(self, value: str) -> ChoiceContent | None:
        return next((choice for choice in self.choices if choice.value == value), None)


@dataclass(frozen=True)
class Note:
    """What a tip needs to add for some people: `who` or `question` says to which actions, `show_if` for whom."""

    text: str
    show_if: Mapping[str, Any]
    who: str | None = None
    question: str | None = None


@dataclass(frozen=True)
class Theme:
    id: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Contact:
    """A telephone number, mail or web address, with where it was read and when it was last checked (ISO date)."""

    id: str
    label: str
    value: str
    url: str
    source: str
    checked: str


@dataclass(frozen=True)
class Route:
    """What is said at a threat level. `kinds`: the steps that come first at that kind of danger.

    `{meldpunt}` in a text stands for `Content.reporting`, by the function of who reads it.
    """

    id: str
    level: str
    lead: str
    steps: tuple[str, ...]
    close: str
    sources: tuple[str, ...]
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Language:
    """What is said to who types in another language than Dutch, and the words or the script that it is known by."""

    id: str
    words: frozenset[str]
    acute: str
    danger: str
    despair: str
    unclear: str
    script: str = ""


@dataclass(frozen=True)
class TriageRule:
    """First match decides. `when` is a condition on the answers, None for the compulsory last rule."""

    route: str
    when: Mapping[str, Any] | None


@dataclass(frozen=True)
class Field:
    """One field of a request. `kind` names the check in `woningscan.request.fields`."""

    id: str
    kind: str
    label: str
    ask: str
    example: str
    invalid: str
    choices: tuple[ChoiceContent, ...] = ()

    def as_question(self) -> Question:
        """The field as a question, so that a typed choice is understood like any typed answer."""
        return Question(self.id, self.id, "request", None, self.label, self.ask, "", self.choices, skippable=False)


@dataclass(frozen=True)
class SavedText:
    """What staff can put in a chat or a mail, and change before it goes: a title to choose it by, and paragraphs."""

    id: str
    title: str
    text: tuple[str, ...]


@dataclass(frozen=True)
class Content:
    """Everything an editor may change, checked and frozen."""

    version: str
    intake: tuple[Question, ...]
    triage: tuple[Question, ...]
    triage_rules: tuple[TriageRule, ...]
    profile: tuple[Question, ...]
    notes: tuple[Note, ...]
    themes: tuple[Theme, ...]
    routes: Mapping[str, Route]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Mapping[str, Any]]
    answers: Mapping[str, Mapping[str, Any]]
    messages: Mapping[str, str]
    labels: Mapping[str, str]
    request_fields: Mapping[str, tuple[Field, ...]]
    answer_words: Mapping[str, tuple[str, ...]]
    questions: Mapping[str, Question] = field(default_factory=dict)
    reporting: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, Language] = field(default_factory=dict)
    replies: Mapping[str, SavedText] = field(default_factory=dict)
    mails: Mapping[str, SavedText] = field(default_factory=dict)
