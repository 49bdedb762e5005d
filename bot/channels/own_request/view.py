"""What the pages of one's own request look like: those of the plain scan, with the emergency numbers in the foot."""

from __future__ import annotations

from typing import Any

from starlette.responses import HTMLResponse

from bot.channels.plain.typed import Typed
from bot.channels.plain.view import PlainView, new_stamp
from bot.office_hours import local
from bot.store.request.holder.own import OwnRequest
from woningscan.content.model import Content, Field
from woningscan.conversation.choices import THREAT_CHECK


class OwnRequestView:
    def __init__(self, content: Content, plain: PlainView) -> None:
        self._content = content
        self._plain = plain

    def ask(self, *, expired: bool = False, empty: bool = False, status: int = 200) -> HTMLResponse:
        """The form for a reference; after a session that is over it says so."""
        return self._page("ask", status, expired=expired, empty=empty)

    def asked(self) -> HTMLResponse:
        return self._page("asked")

    def danger(self, sent: Typed, address: str) -> HTMLResponse:
        """Who to call, before all else; below it what was typed, to change or to send again to `address`.

        Its buttons lead to the conversation, where the route holds on.
        """
        labels = {field.id: field.label for fields in self._content.request_fields.values() for field in fields}
        typed = [(name, labels.get(name, ""), value) for name, value in sent.fields.items()]
        offered = [choice for reply in sent.danger for choice in reply.choices if choice.id.startswith(THREAT_CHECK)]
        choices = [choice for choice in offered if choice.id != f"{THREAT_CHECK}:nee"]
        values: dict[str, Any] = {"address": address, "mark": sent.mark, "stamp": new_stamp()}
        return self._page("danger", danger=sent.danger, choices=choices, typed=typed, **values)

    def busy(self) -> HTMLResponse:
        return self._page("busy", 429)

    def door(self) -> HTMLResponse:
        """Tells nothing and uses nothing up."""
        return self._page("door")

    def gone(self) -> HTMLResponse:
        return self._page("gone", 410)

    def own(self, own: OwnRequest, *, changed: bool = False) -> HTMLResponse:
        fields = [field for field in self._content.request_fields[own.kind.word] if field.id in own.fields]
        filled = [(field.label, own.fields[field.id]) for field in fields]
        return self._page("own", own=own, given=filled, changed=changed, local=local)

    def change(self, own: OwnRequest, typed: dict[str, str], wrong: list[Field] | None = None) -> HTMLResponse:
        """The fields that can be changed, with what is wrong with what was typed."""
        fields = [field for field in self._content.request_fields[own.kind.word] if field.id in typed]
        wrong = wrong or []
        values: dict[str, Any] = {"fields": fields, "typed": typed, "wrong": wrong}
        return self._page("change", 422 if wrong else 200, wrong_ids=[field.id for field in wrong], **values)

    def withdraw(self, own: OwnRequest) -> HTMLResponse:
        return self._page("withdraw", own=own)

    def erase(self, own: OwnRequest) -> HTMLResponse:
        return self._page("erase", own=own)

    def erased(self) -> HTMLResponse:
        return self._page("erased")

    def closed(self) -> HTMLResponse:
        return self._page("closed")

    def _page(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        return self._plain.render(f"request/{name}", status, **values)
