"""What the pages of one's own request look like: those of the plain scan, with the emergency numbers in the foot."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from starlette.responses import HTMLResponse

from bot.channels.plain.page import pieces, safe_url
from bot.channels.plain.typed import Typed
from bot.channels.plain.view import HEADERS, NUMBERS
from bot.store.request.own import OwnRequest
from bot.templates import template_environment
from woningscan.content.model import Content, Field
from woningscan.conversation.choices import THREAT_CHECK


class OwnRequestView:
    def __init__(self, content: Content, templates: Path) -> None:
        self._content = content
        self._environment = template_environment(content, templates)
        self._environment.globals.update(
            numbers=[content.contacts[name] for name in NUMBERS],
            ccv=content.contacts["ccv_telefoon"],
            pieces=pieces(content.contacts.values()),
            safe_url=safe_url,
        )

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
        stamp = secrets.token_urlsafe(16)
        values = {"danger": sent.danger, "choices": choices, "typed": typed, "mark": sent.mark, "stamp": stamp}
        return self._page("danger", address=address, **values)

    def busy(self) -> HTMLResponse:
        return self._page("busy", 429)

    def door(self) -> HTMLResponse:
        """Tells nothing and uses nothing up."""
        return self._page("door")

    def gone(self) -> HTMLResponse:
        return self._page("gone", 410)

    def own(self, own: OwnRequest, *, changed: bool = False) -> HTMLResponse:
        given = [
            (field.label, own.fields[field.id])
            for field in self._content.request_fields[own.kind.word]
            if field.id in own.fields
        ]
        return self._page("own", own=own, given=given, changed=changed)

    def change(self, own: OwnRequest, typed: dict[str, str], wrong: list[Field] | None = None) -> HTMLResponse:
        """The fields that can be changed, with what is wrong with what was typed."""
        fields = [field for field in self._content.request_fields[own.kind.word] if field.id in typed]
        bad = wrong or []
        return self._page(
            "change", 422 if bad else 200, fields=fields, typed=typed, wrong=bad, wrong_ids=[f.id for f in bad]
        )

    def withdraw(self, own: OwnRequest) -> HTMLResponse:
        return self._page("withdraw", own=own)

    def closed(self) -> HTMLResponse:
        return self._page("closed")

    def _page(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        template = self._environment.get_template(f"aanvraag_{name}.html.j2")
        return HTMLResponse(template.render(**values), status, headers=HEADERS)
