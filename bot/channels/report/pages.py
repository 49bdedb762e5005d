"""Renders the plan from the answers that were sealed when the link was made, and what is kept of a conversation."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.report.picture import picture_of
from bot.store.kept import Kept, conversation_in
from bot.templates import template_environment
from woningscan.content.model import Content
from woningscan.conversation.memory import adopted, memory_in, state_with
from woningscan.plan.build import build_plan
from woningscan.plan.ticking import with_ticks
from woningscan.scan.overview import answered

LOCAL = ZoneInfo("Europe/Amsterdam")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


class Pages:
    """The report's pages in HTML. Every value is escaped; a missing one is an error, not a gap."""

    def __init__(self, content: Content, templates: Path) -> None:
        self._content = content
        self._environment = template_environment(content, templates)
        self._environment.filters["capitalize_first"] = _capitalised

    def door(self) -> str:
        """The page behind the link: a button, so that a scanner that follows the link does not use it up."""
        return self._render("report/door")

    def gone(self, *, ticking: bool = False) -> str:
        """The page for a link that opens nothing any more; with `ticking`, for a page that was open too long."""
        return self._render("report/gone", ticking=ticking)

    def card(self) -> str:
        """The card for whoever lives with the official, to print; no answers are on it."""
        return self._render("report/card")

    def english(self) -> str:
        """The same card in English, with a word on what this website is."""
        return self._render("report/english")

    def reminder(self, days: Sequence[tuple[int, date]], usual: int) -> str:
        """The page on which a day is chosen to look again; `days` by how many months from now, `usual` is chosen."""
        return self._render("report/reminder", days=[(months, day_in_dutch(day)) for months, day in days], usual=usual)

    def away(self) -> str:
        """The page that says that there is no answer now, with the numbers to call."""
        return self._render("report/away")

    def plan(
        self,
        state: dict[str, Any],
        now: datetime,
        *,
        copy_token: str | None,
        tick_token: str | None = None,
        from_chat: bool = False,
        kept: bool = False,
    ) -> str:
        """The report to read in a browser. With `copy_token` it offers a pdf, without it says to print instead.

        With `tick_token` its actions can be ticked off; `kept`: that was just done. `from_chat`: the chat opened it.
        """
        ticking = {"tick_token": tick_token, "from_chat": from_chat, "kept": kept}
        return self._report(state, now, paper=False, copy_token=copy_token, ticking=ticking)

    def ticked(self, state: dict[str, Any], done: Collection[str], undone: Collection[str]) -> dict[str, Any] | None:
        """The state with the actions of `done` ticked off and those of `undone` no longer; None without a plan."""
        memory = with_ticks(self._content, memory_in(state), done, undone)
        return None if memory is None else state_with(state, memory)

    def for_pdf(self, state: dict[str, Any], now: datetime) -> str:
        """The same report without what only works on a screen."""
        ticking = {"tick_token": None, "from_chat": False, "kept": False}
        return self._report(state, now, paper=True, copy_token=None, ticking=ticking)

    def kept_door(self) -> str:
        """The page behind a link to what is kept: a button, as before a plan."""
        return self._render("report/kept_door")

    def kept_gone(self) -> str:
        return self._render("report/kept_gone")

    def kept(self, kept: Kept, file_token: str) -> str:
        """All that is kept of a conversation, in words; `file_token` gives the same as a file."""
        conversation = conversation_in(kept)
        memory, _ = adopted(memory_in(conversation.state), self._content)
        draft = memory.draft or memory.shelved
        fields = self._content.request_fields[draft.kind] if draft else ()
        return self._render(
            "report/kept",
            answers=answered(self._content, memory.answers),
            ticked=[self._content.questions[id].title for id in memory.ticked],
            draft=[(field.label, draft.fields[field.id]) for field in fields if draft and field.id in draft.fields],
            danger=bool(memory.route or memory.kinds or memory.alarmed or memory.care or memory.child),
            requests=conversation.requests,
            messages_with_staff=conversation.messages,
            tables=kept,
            file_token=file_token,
        )

    def _report(
        self,
        state: dict[str, Any],
        now: datetime,
        *,
        paper: bool,
        copy_token: str | None,
        ticking: Mapping[str, str | bool | None],
    ) -> str:
        memory, _ = adopted(memory_in(state), self._content)
        plan = build_plan(self._content, memory.answers, memory.ticked)
        return self._render(
            "report/plan",
            plan=plan,
            picture=picture_of(plan, memory.answers),
            other_function=memory.answers.get("functie") == "andere_functie",
            date=day_in_dutch(now.astimezone(LOCAL)),
            paper=paper,
            copy_token=copy_token,
            **ticking,
        )

    def _render(self, name: str, **values: object) -> str:
        return self._environment.get_template(f"{name}.html.j2").render(**values)


def _capitalised(text: str) -> str:
    """Jinja's own filter would make "VvE" and "ICT" lower case."""
    return text[:1].upper() + text[1:]


def day_in_dutch(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
