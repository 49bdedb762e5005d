"""Who does each effect of a turn: one function an effect, run inside the transaction of the turn."""

from __future__ import annotations

from typing import Any

from bot.store.audit import VISITOR
from bot.store.base.errors import Conflict
from bot.store.base.vault import Vault
from bot.store.chat.chats import LiveChats, open_chat
from bot.store.chat.states import EndedBy
from bot.store.conversation.conversations import Json, erase_conversation
from bot.store.conversation.report_links import Reports
from bot.store.conversation.turns import EffectHandler, TurnAtWork
from bot.store.kept import KeptLinks
from bot.store.request import requests
from bot.store.request.holder import withdrawals
from bot.store.request.states import RequestKind
from bot.store.telegram.request_links import BegunRequest, RequestLinks
from woningscan.conversation import effects
from woningscan.conversation.memory import memory_in


class Effects:
    def __init__(
        self,
        vault: Vault,
        mail_domain: str,
        reports: Reports,
        kept_links: KeptLinks,
        request_links: RequestLinks,
        live_chats: LiveChats,
    ) -> None:
        self._vault = vault
        self._mail_domain = mail_domain
        self._reports = reports
        self._kept_links = kept_links
        self._request_links = request_links
        self._live_chats = live_chats

    def handlers(self) -> dict[str, EffectHandler]:
        return {
            effects.SUBMIT_REQUEST: self._submit_request,
            effects.CANCEL_REQUEST: self._cancel_request,
            effects.OFFER_REPORT: self._offer_report,
            effects.OFFER_REQUEST: self._offer_request,
            effects.OFFER_DATA: self._offer_data,
            effects.ERASE_CONVERSATION: self._erase_conversation,
            effects.OPEN_CHAT: self._open_chat,
            effects.SAY_IN_CHAT: self._say_in_chat,
            effects.CLOSE_CHAT: self._close_chat,
        }

    def _submit_request(self, turn: TurnAtWork, data: Json) -> Json:
        """`chat` and `actor`: a member of staff files it for the official, who has that chat."""
        if "chat" in data:
            _require_theirs(turn, data)
        wish = requests.wish_in(data)
        filer = withdrawals.filer_of(self._vault, turn.ledger)
        made = (wish.kind, wish.fields, self._mail_domain, turn.now)
        reference = requests.submit(
            turn.session, self._vault, *made, urgent=wish.urgent, filer=filer, actor=data.get("actor", VISITOR)
        )
        return {"reference": reference, "kind": wish.kind.word}

    def _cancel_request(self, turn: TurnAtWork, data: Json) -> Json:
        typed = str(data["reference"])
        outcome = withdrawals.withdraw(turn.session, self._vault, typed, turn.ledger, self._mail_domain, turn.now)
        return dict(outcome)

    def _offer_report(self, turn: TurnAtWork, data: Json) -> Json:
        token = self._reports.offer(turn.session, turn.key, turn.state, turn.now)
        return {"token": token, "stopped": data.get("stopped", False)}

    def _offer_request(self, turn: TurnAtWork, data: Json) -> Json:
        memory = memory_in(turn.state)
        answers = dict(memory.answers) if data["with_answers"] else {}
        filer = withdrawals.filer_of(self._vault, turn.ledger)
        begun = BegunRequest(RequestKind.of_word(data["kind"]), answers, memory.route, filer, memory.alarmed)
        token = self._request_links.offer(turn.session, turn.key, begun, turn.now)
        return {"token": token, "kind": begun.kind.word}

    def _offer_data(self, turn: TurnAtWork, data: Json) -> Json:
        return {"token": self._kept_links.offer(turn.session, turn.key, turn.now)}

    def _erase_conversation(self, turn: TurnAtWork, data: Json) -> Json:
        erase_conversation(turn.session, self._vault, turn.row.id, VISITOR, turn.now)
        return {}

    def _open_chat(self, turn: TurnAtWork, data: Json) -> Json:
        return self._live_chats.open(turn.session, turn.row, turn.key, data["share"], turn.now, urgent=data["urgent"])

    def _say_in_chat(self, turn: TurnAtWork, data: Json) -> Json:
        message = (data["text"], data["danger"])
        return {"kept": self._live_chats.say(turn.session, turn.row, turn.key, *message, turn.now)}

    def _close_chat(self, turn: TurnAtWork, data: Json) -> dict[str, Any]:
        """Ends the chat. `tell` is what its end is told with, where that is no answer to a message.

        With `chat` it is staff that ends it: only that chat, and only who has it.
        """
        session, row = turn.session, turn.row
        if "chat" in data:
            _require_theirs(turn, data)
        chat = self._live_chats.close(session, row, EndedBy(data["by"]), data.get("actor", VISITOR), turn.now)
        if chat is not None and data.get("tell"):
            self._live_chats.tell(session, chat, row, turn.key, data["tell"], turn.now, row.version + 1)
        return {}


def _require_theirs(turn: TurnAtWork, data: Json) -> None:
    """Raises `Conflict` for a chat that this member of staff does not have any more."""
    theirs = open_chat(turn.session, turn.row.id)
    if theirs is None or theirs.id != data["chat"] or theirs.staff_id != data["actor"]:
        raise Conflict("the chat is somebody else's by now")
