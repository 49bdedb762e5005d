"""A template in `content/` is a text: it can run nothing, change nothing and reach nothing of the app."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from bot.commands.template_check import template_problems
from bot.mail.message import MailComposer
from bot.store.mail.kinds import MailKind
from bot.store.mail.outbox import OutboxMail
from bot.templates import sandboxed, template_environment
from tests.core.content.editing import copied
from tests.support.places import ROOT
from woningscan.content import load_content

ATTEMPTS = [
    "cycler.__init__.__globals__.os.getcwd()",
    "lipsum.__globals__",
    "''.__class__.__mro__[1].__subclasses__()",
    "messages.__class__.__base__",
    "messages['__class__']",
    "contacts.alarmnummer['__class__']",
    "'{0.__class__.__mro__}'.format(messages)",
    "[messages] | map(attribute='__class__') | join",
    "messages | attr('__class__')",
    "inert_of(messages).__globals__",
    "range(10 ** 9) | list",
    "namespace.__init__.__globals__",
    "self.__init__.__globals__",
    "contacts.update(alarmnummer=1)",
    "numbers.append(1)",
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_template_has_no_way_to_python(attempt: str) -> None:
    content = load_content(ROOT / "content")
    pages = template_environment(content, ROOT / "content" / "templates")
    for environment in (pages, sandboxed(autoescape=False)):
        with pytest.raises((SecurityError, UndefinedError)):
            environment.from_string(f"{{{{ {attempt} }}}}").render(messages={}, contacts={}, numbers=[])


def test_no_mail_has_either(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    path = tmp_path / "mail" / "nieuw.txt.j2"
    path.write_text("{% block subject %}{{ reference.__class__.__mro__ }}{% endblock %}", encoding="utf-8")
    now = datetime(2026, 11, 30, tzinfo=UTC)
    mail = OutboxMail("i" * 32, MailKind.NEW, "WS-ACDE-FGHJK", "<x@example.org>", 1, now, now)
    with pytest.raises(SecurityError):
        MailComposer(tmp_path, "a@example.org", "b@example.org").compose(mail)


@pytest.mark.parametrize(
    ("attempt", "told"),
    [
        ("cycler.__init__.__globals__.os", "cycler wordt hier niet ingevuld"),
        ("messages.__class__", "__class__ hoort bij de werking van de app"),
        ("messages['_keys']", "_keys hoort bij de werking van de app"),
        ("messages | attr('__class__')", "__class__ hoort bij de werking van de app"),
    ],
)
def test_the_check_names_the_line_of_what_would_be_refused(attempt: str, told: str, tmp_path: Path) -> None:
    folder = copied(ROOT / "content", tmp_path / "content")
    path = folder / "templates" / "report" / "gone.html.j2"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{{{{ {attempt} }}}}", encoding="utf-8")
    line = len(path.read_text(encoding="utf-8").split("\n"))
    problems = template_problems(folder)
    assert any(one.startswith(f"templates/report/gone.html.j2: regel {line}: {told}") for one in problems), problems
