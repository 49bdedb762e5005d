"""Three builds that are broken on purpose: a checker that finds nothing wrong with them is worth nothing."""

from __future__ import annotations

import contextlib
import itertools
import secrets
import threading
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

from bot.mail.message import MailComposer
from bot.store import StoredConversation, StoreError
from bot.store.base.references import new_reference
from bot.store.conversation.turns import Turns
from bot.store.mail.outbox import OutboxMail
from bot.store.request import requests
from woningscan.conversation.effects import SUBMIT_REQUEST, Outcome

LATER = 20.0
"""Seconds between a confirmation and the commit that it speaks of, where that comes first."""


def break_on_purpose(name: str) -> None:
    """Put the fault of this name into this process; "" is a sound build."""
    if name:
        BUILDS[name]()


def _confirms_before_commit() -> None:
    """The reference is shown while its row is still to be written: whoever is killed in between confirmed nothing."""
    commit, numbered = Turns.commit_turn, threading.Lock()

    def hasty(self: Turns, conversation: StoredConversation, **turn: Any) -> list[Outcome]:
        wishes = [effect for effect in turn["effects"] if effect.kind == SUBMIT_REQUEST]
        if not wishes:
            return commit(self, conversation, **turn)
        reference = new_reference()

        def really() -> None:
            with numbered, contextlib.suppress(StoreError):
                requests.new_reference = lambda: reference  # type: ignore[attr-defined]
                try:
                    commit(self, conversation, **turn)
                finally:
                    requests.new_reference = new_reference  # type: ignore[attr-defined]

        threading.Timer(LATER, really).start()
        return [Outcome(SUBMIT_REQUEST, {"reference": reference, "kind": wishes[0].data["kind"]})]

    Turns.commit_turn = hasty  # type: ignore[method-assign]


def _acknowledges_without_storing() -> None:
    """Every third turn is answered as if it were kept."""
    commit, number = Turns.commit_turn, itertools.count(1)

    def forgetful(self: Turns, conversation: StoredConversation, **turn: Any) -> list[Outcome]:
        if not turn["effects"] and next(number) % 3 == 0:
            return []
        return commit(self, conversation, **turn)

    Turns.commit_turn = forgetful  # type: ignore[method-assign]


def _new_message_id() -> None:
    """Each attempt to send a mail has a Message-ID of its own, so that a copy cannot be told from another mail."""
    compose = MailComposer.compose

    def anew(self: MailComposer, mail: OutboxMail) -> EmailMessage:
        message = compose(self, mail)
        message.replace_header("Message-ID", f"<{secrets.token_hex(16)}@{str(mail.message_id).partition('@')[2]}")
        return message

    MailComposer.compose = anew  # type: ignore[method-assign]


BUILDS: dict[str, Callable[[], None]] = {
    "confirms_before_commit": _confirms_before_commit,
    "acknowledges_without_storing": _acknowledges_without_storing,
    "new_message_id": _new_message_id,
}
