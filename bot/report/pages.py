"""Renders the plan from the answers that were sealed when the link was made."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from woningscan.content.model import Content
from woningscan.plan.build import build_plan
from woningscan.session import adopted, session_in

LOCAL = ZoneInfo("Europe/Amsterdam")
_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


class Pages:
    """The report's pages in HTML. Every value is escaped; a missing one is an error, not a gap."""

    def __init__(self, content: Content, templates: Path) -> None:
        self._content = content
        loader = FileSystemLoader(templates)
        self._environment = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.globals.update(messages=content.messages, labels=content.labels, contacts=content.contacts)

    def door(self) -> str:
        """The page behind the link: a button, so that a scanner that follows the link does not use it up."""
        return self._environment.get_template("report_door.html.j2").render()

    def gone(self) -> str:
        return self._environment.get_template("report_gone.html.j2").render()

    def plan(self, state: dict[str, Any], now: datetime) -> str:
        session, _ = adopted(session_in(state), self._content)
        plan = build_plan(self._content, session.answers)
        template = self._environment.get_template("report.html.j2")
        return template.render(plan=plan, date=_in_dutch(now), sources=self._content.sources)


def _in_dutch(moment: datetime) -> str:
    local = moment.astimezone(LOCAL)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"
