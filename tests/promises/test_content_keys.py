"""No key of the content is used by code without being checked: it fails here, not in a conversation."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.channels.telegram.commands import MENU
from bot.commands.template_check import template_problems
from bot.store.request.states import RequestKind
from bot.templates import NUMBERS
from tests.core.content.editing import Edit, copied
from tests.support.places import ROOT
from tests.support.timing import least_of_each
from woningscan.content.check import keys, problems_in
from woningscan.content.check.proofs import NEEDED_ROUTES
from woningscan.content.check.routes.needed import ROUTES
from woningscan.content.contacts import KINDS
from woningscan.content.loading import read_content

CODE = [path for name in ("woningscan", "bot", "actions", "engine") for path in sorted((ROOT / name).rglob("*.py"))]
TREES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in CODE
    if (ROOT / "woningscan" / "content") not in path.parents
}
GROUPS = {key.split(".")[0] for key in keys.MESSAGES}
DOTTED = re.compile(rf"(?:{'|'.join(sorted(GROUPS))})(?:\.[a-z_]+)+")
# Replies that are made of something else than one message, and names of other things that look like a key.
NO_MESSAGES = {
    "gate.own_language",  # its text is that of a language, in routes.yml
    *(
        "opening.welcome",
        "threat.route.acuut",
        "threat.route.acuut.steps",
        "threat.route.acuut.kind",
        "threat.function.told",  # the line of the route
        "telegram.emergency",
        "telegram.ext",
    ),
    *("request.submit", "request.cancel", "request.offer", "request.id", "request.acknowledge", "request.link_mail"),
    *("request.link_made", "request.own_read", "request.erase", "request.export"),
}
# Beginnings of replies about a question, field, theme or route of the content, and of what the audit log holds.
NO_MESSAGE_FAMILIES = {
    *("booking.invalid.", "booking.ask.", "threat.route.", "scan.ask.", "scan.clarify.", "scan.tip."),
    *("scan.why.", "scan.skipped.", "request."),
}


def literals() -> Iterator[tuple[str, str]]:
    for path, tree in TREES.items():
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value


def beginnings() -> Iterator[tuple[str, str]]:
    """What f-strings begin with."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", str(node.values[0].value)


def test_every_literal_that_looks_like_a_message_is_checked() -> None:
    named = {place: text for place, text in literals() if DOTTED.fullmatch(text) and not text.endswith(".yml")}
    unknown = {place: text for place, text in named.items() if text not in keys.MESSAGES | NO_MESSAGES}
    assert unknown == {}, "add the key to woningscan/content/check/keys.py"
    assert named


def test_every_family_of_messages_has_its_members_checked() -> None:
    families = {place: text for place, text in beginnings() if text.split(".")[0] in GROUPS and "." in text}
    unknown = {
        place: text
        for place, text in families.items()
        if text not in NO_MESSAGE_FAMILIES and not any(key.startswith(text) for key in keys.MESSAGES)
    }
    assert unknown == {}, "add the members to woningscan/content/check/keys.py"
    assert any(text == "booking.start." for text in families.values())


def test_messages_and_labels_are_looked_up_in_a_way_this_test_can_follow() -> None:
    """By a literal, an f-string, a choice between them, or a name that a literal was given to; never by a sum."""
    followed = (ast.Constant, ast.JoinedStr, ast.IfExp, ast.Name, ast.Attribute, ast.Subscript, ast.Call)
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in ("messages", "labels")
        and not isinstance(node.slice, followed)
    ]
    assert wrong == []


def test_every_label_that_is_looked_up_is_checked() -> None:
    found = {
        node.slice.value
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
        if (isinstance(node.value, ast.Attribute) and node.value.attr == "labels")
    }
    offered = {
        part.value
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("commands", "command")
        for argument in node.args[1:]
        for part in ast.walk(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    assert "open_report" in found and "book_scan" in offered
    assert sorted((found | offered) - keys.LABELS - {"acuut"}) == []


def test_families_have_the_members_that_code_makes() -> None:
    assert set(keys.KINDS) == {kind.word for kind in RequestKind}
    assert {f"telegram.command.{name}" for name in MENU} <= keys.MESSAGES
    assert set(NUMBERS) <= set(KINDS)
    assert set(ROUTES) >= NEEDED_ROUTES


def test_every_topic_that_a_rule_answers_is_checked() -> None:
    topics = set()
    for path in sorted((ROOT / "data" / "rules").glob("*.yml")):
        for rule in YAML(typ="safe").load(path.read_text(encoding="utf-8"))["rules"]:
            steps: list[dict[str, Any]] = rule["steps"]
            if any(step.get("action") == "action_answer_question" for step in steps):
                topics |= {step["intent"] for step in steps if "intent" in step}
    assert topics and {topic for topic in topics if not topic.startswith("ask_")} <= keys.ANSWERS


def test_every_contact_that_code_names_is_checked() -> None:
    named = {
        node.slice.value
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
        if isinstance(node.value, ast.Attribute) and node.value.attr == "contacts"
    }
    assert named and named <= set(KINDS)


def test_what_is_filled_in_and_what_may_not_be_lost_is_about_keys_that_are_used() -> None:
    assert set(keys.MESSAGE_FIELDS) | set(keys.MESSAGE_CONTACTS) <= keys.MESSAGES
    assert set(keys.LABEL_FIELDS) <= keys.LABELS


def test_a_start_loads_nothing_of_the_heavy_checking() -> None:
    code = (
        "import sys, bot.app; from pathlib import Path; from woningscan.content import load_content;"
        "load_content(Path('content')); print(*sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = (
        "woningscan.content.check",
        "woningscan.content.check.proofs",
        "woningscan.content.check.language.wording",
        "bot.template_",
    )
    assert [name for name in ended.stdout.split() if name.startswith(heavy)] == []
    assert "woningscan.content.loading" in ended.stdout.split()


def test_the_command_lists_everything_at_once(tmp_path: Path) -> None:
    folder = copied(ROOT / "content", tmp_path / "content")
    changes = {
        "routes.yml": ('value: "0900-8844"', 'value: "0900-8845"'),
        "messages.yml": ("gate.expired:", "gate.verlopen:"),
        "templates/report/plan.html.j2": ("{% endblock %}", "{% endblok %}"),
        "templates/mail/nieuw.txt.j2": ("Er is een", "Bel 14 030. Er is een"),
    }
    for file, (old, new) in changes.items():
        Edit(id=file, file=file, find=old, put=new).apply(folder)
    environment = {**os.environ, "WONINGSCAN_CONTENT_DIR": str(folder)}
    command = [sys.executable, "-m", "bot", "check"]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (1, "")
    lines = ended.stderr.splitlines()
    assert {line.split(": ")[0] for line in lines} == set(changes)
    assert all(re.match(r"[\w/.]+: regel \d+: ", line) for line in lines)


def test_the_whole_check_is_quick() -> None:
    """At most six times what only reading the files takes."""

    def whole_check() -> None:
        assert problems_in(ROOT / "content", date(2026, 11, 29), ROOT / "domain.yml") == []
        assert template_problems(ROOT / "content") == []

    seconds = least_of_each({"reading": lambda: read_content(ROOT / "content"), "checking": whole_check})
    assert seconds["checking"] < 6 * seconds["reading"], seconds
