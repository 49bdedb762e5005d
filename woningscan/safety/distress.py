"""What is said to somebody who wrote that they cannot go on: a person to talk to, nothing that sounds like business.

While `Session.care` is set, nothing is asked and no scan is offered; it ends when the official chooses to go on.
"""

from __future__ import annotations

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.memory import Session
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import Step

ROUTES = frozenset({"zorg", "zorg_acuut"})


def offered(content: Content, session: Session) -> tuple[Choice, ...]:
    """A person first; going on only where something was begun."""
    begun = bool(session.answers) or session.draft is not None
    goes_on = begun and session.route != "zorg_acuut"
    return commands(content, ("talk_to_human", *(("resume",) if goes_on else ())))


def stay(content: Content, session: Session) -> Step:
    """Whatever else is typed: the numbers again in one line."""
    return _said(content, session, "threat.zorg.stay", offered(content, session))


def which_stop(content: Content, session: Session) -> Step:
    """ "Ik stop ermee" in the dark: the questions, or life."""
    choices = (*commands(content, ("stop",)), *offered(content, session))
    return _said(content, session, "threat.zorg.which", choices)


def stopped_asking(content: Content, session: Session) -> Step:
    """The questions are ended, by the button."""
    return _said(content, session, "threat.zorg.stopped", offered(content, session))


def _said(content: Content, session: Session, key: str, choices: tuple[Choice, ...]) -> Step:
    reply = Reply(key, (text(content.messages[key]),), choices, commands(content, ALWAYS))
    return Step(session.but(misses=0, aside=None), (reply,), then="")
