"""A button of a request that is meant by words: the yes to what was read back, an offered address, stopping."""

from __future__ import annotations

from collections.abc import Sequence

from woningscan.content.model import Content
from woningscan.conversation.choices import FIELD
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice
from woningscan.reading.answers.fixed import folded
from woningscan.request.changing import stops_for_good
from woningscan.request.consent import agrees
from woningscan.request.speaking import CONSENT

_YES, _AN_ADDRESS, _STOP = f"{FIELD}:{CONSENT}=ja", f"{FIELD}:contact=", "cancel_booking"
_THAT_ONE = frozenset(
    "ja die dat dat is klopt inderdaad bedoel ik hem goed juist precies met natuurlijk sorry oke".split()
)


def meant(content: Content, memory: Memory, typed: str, offered: Sequence[Choice]) -> Choice | None:
    """The offered button that a text says in other words than its label; None where it says anything else."""
    if memory.draft is None or memory.wish or memory.aside is not None:
        return None
    buttons = {choice.id: choice for choice in offered}
    if _YES in buttons:
        return buttons[_YES] if agrees(typed, content.answer_words) else None
    addresses = [choice for choice in offered if choice.id.startswith(_AN_ADDRESS)]
    if len(addresses) == 1:
        return addresses[0] if set(folded(typed).split()) <= _THAT_ONE else None
    return buttons[_STOP] if _asked_to_stop(offered) and stops_for_good(typed) else None


def says_neither(content: Content, memory: Memory, typed: str, offered: Sequence[Choice]) -> bool:
    """Whether somebody who can go on with a request or stop it says yes or no: to which of the two, nobody knows."""
    bare = folded(typed) in {folded(word) for name in ("ja", "nee") for word in content.answer_words[name]}
    return memory.draft is not None and _asked_to_stop(offered) and bare


def _asked_to_stop(offered: Sequence[Choice]) -> bool:
    return {_STOP, "resume"} <= {choice.id for choice in offered}
