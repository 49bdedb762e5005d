"""What a model makes of a text, as plain data, and how sure it must be before something is done with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bars:
    """Chances from which something is done, set on rows of their own by what a mistake costs (docs/begrip.md).

    An answer: `certain` is stored, `likely` is stored and said back, `offered` is worth naming in a clarification;
    `safe_no` is for a no to a safety question, which sends somebody past the help, `hedged_no` for one with "nog" or
    "alleen" in it, `calm_no` for one in which the threat check sees nothing, if no other answer has more than
    `calm_others`; `heavy` for its other answers and for those about function and home.
    A meaning: `question` is answered, `command` is obeyed, `correction` changes an earlier answer. `plain`: a text that
    asks for nothing is not handed to the engine's language model to find something in it. `kind` of danger is believed,
    and what is at least `kind_possible` is not left out beside it. `aftermath`: what is told of a danger known
    before; `goes_on`: against words that say it is over.
    A text that plainly answers or asks for something, whatever the threat check doubts in it: `over_doubt` goes before
    a check question, `over_route` before a route, `over_opinion` before one that rests on the statistics alone.
    """

    certain: float = 0.94
    likely: float = 0.73
    offered: float = 0.12
    safe_no: float = 0.88
    hedged_no: float = 0.97
    calm_no: float = 0.85
    calm_others: float = 0.03
    heavy: float = 0.8
    kind: float = 0.45
    kind_possible: float = 0.12
    plain: float = 0.5
    question: float = 0.45
    command: float = 0.45
    correction: float = 0.6
    over_doubt: float = 0.8
    over_route: float = 0.93
    over_opinion: float = 0.85
    aftermath: float = 0.5
    goes_on: float = 0.95


@dataclass(frozen=True)
class Meaning:
    """The likeliest intent of a message, of those that it asks for beside an answer, and its chance.

    `topic` is the question within that intent that it asks (`woningscan/content/topics.py`), or the intent itself.
    `plain`: the chance that it asks for nothing, and is an ordinary answer or remark.
    """

    intent: str
    chance: float
    topic: str
    plain: float = 0.0
