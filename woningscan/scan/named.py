"""Which questions a text speaks about, by the words that it shares with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from woningscan.content.model import Content, Question
from woningscan.reading.answers.fixed import folded

SHORTEST_WORD, SAME_START = 4, 5
"""Words that say what a question is about have so many letters, and are the same when so many at the start agree."""
AT_MOST = 3
"""Questions that a word may stand in, twice as many where it stands in so few titles: one of more says of none what it
is about."""
_SAYS_NOTHING = frozenset(
    "antwoord vraag vorige eerste tweede zojuist toch wacht moet moest fout verkeerd gezegd maar niet geen eigenlijk"
    " elke zien".split()
)


def questions_named(content: Content, of: Sequence[Question], typed: str) -> list[tuple[Question, int]]:
    """Those of the questions that share words with a text, most words and newest first, and how many.

    A word of the title counts twice, and the whole title as one more.
    """
    words = _telling(typed)
    if not words:
        return []
    of_all = [_words_of(question) for question in content.questions.values()]
    titles, anywhere = (
        Counter(chain(*(own for own, _ in of_all))),
        Counter(chain(*(own | rest for own, rest in of_all))),
    )
    in_titles = frozenset(word for word in words if titles[word] <= AT_MOST and anywhere[word] <= 2 * AT_MOST)
    telling = frozenset(word for word in words if anywhere[word] <= AT_MOST)
    plain = f" {folded(typed)} "
    shared = [(question, _shared(in_titles, telling, question) + 2 * (_title(question) in plain)) for question in of]
    ranked = sorted(enumerate(shared), key=lambda item: (-item[1][1], -item[0]))
    return [pair for _, pair in ranked if pair[1] > 0]


def clearly_named(content: Content, of: Sequence[Question], typed: str) -> tuple[Question | None, int]:
    """The question that a text names more clearly than the others, None where there is no such, and how clearly."""
    named = questions_named(content, of, typed)
    if not named or (len(named) > 1 and named[1][1] == named[0][1]):
        return None, 0
    return named[0]


def names_title(question: Question, typed: str) -> bool:
    """Whether a word of the question's title stands in a text."""
    return bool(_telling(typed) & _words_of(question)[0])


def denies_word_of(content_text: str, plain: str) -> bool:
    """Whether a folded text has "geen" or "niet" before a word of a text of the content."""
    words = plain.split()
    denied = (" ".join(words[at + 1 : at + 4]) for at, word in enumerate(words) if word in ("geen", "niet"))
    return any(_telling(after) & _kept(content_text) for after in denied)


def _shared(in_titles: frozenset[str], telling: frozenset[str], question: Question) -> int:
    title, forms = _words_of(question)
    return 2 * len(in_titles & title) + len(telling & (forms - title))


def _title(question: Question) -> str:
    return f" {folded(question.title)} "


def _words_of(question: Question) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the title, and those of everything else."""
    forms = (form for choice in question.choices for form in (choice.label, *choice.phrases))
    title = f"{question.title} {question.id.replace('_', ' ')}"
    return _kept(title), _kept(" ".join((question.ask, *forms)))


@lru_cache(maxsize=256)
def _kept(content_text: str) -> frozenset[str]:
    """The words of a text of the content, which does not change; never of what somebody typed."""
    return _telling(content_text)


def _telling(text: str) -> frozenset[str]:
    words = (word for word in folded(text).split() if len(word) >= SHORTEST_WORD)
    return frozenset(word[:SAME_START] for word in words if word not in _SAYS_NOTHING)
