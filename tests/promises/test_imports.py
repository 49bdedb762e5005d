"""Imports point one way: bot to woningscan, engine to actions to woningscan, and inside bot towards the stores."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter

import pytest

from tests.support.places import ROOT

OURS = ("woningscan", "actions", "engine", "bot")
MAY_IMPORT = {
    "woningscan": {"woningscan"},
    "actions": {"actions", "woningscan"},
    "engine": {"engine", "actions", "woningscan"},
    "bot": {"bot", "woningscan"},
}
# Inside the app: who stands on whom. Nobody imports from a floor above.
FLOORS = (
    ("settings", "office_hours", "templates", "store", "reader", "metrics"),
    ("mail", "figures", "rasa"),
    ("turn", "making"),
    ("services", "web", "jobs", "channels", "console", "editing"),
    ("app", "commands", "__main__"),
)
# Inside the core: the words of a conversation are known to every feature, and know none of them.
WORDS = tuple(f"woningscan.conversation.{name}" for name in ("effects", "reply", "choices", "memory", "step"))
CONTENT, CHECK, READING = "woningscan.content", "woningscan.content.check", "woningscan.reading"
CORE_MAY_USE = {"ruamel", "jsonschema", "rapidfuzz", "phonenumbers", "email_validator"}
NO_INPUT_OUTPUT = {"time", "socket", "subprocess", "sqlite3", "logging", "asyncio", "threading", "urllib", "http"}


def modules(package: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / package).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module, within: str) -> Iterator[str]:
    """Every module that is imported, also inside functions; a relative import is named in full."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*within.split(".")[: -node.level], node.module or ""]) if node.level else node.module or ""
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("package", OURS)
def test_packages_import_in_one_direction(package: str) -> None:
    found = [
        f"{name} imports {target}"
        for name, tree in modules(package)
        for target in imported(tree, name)
        if target.split(".")[0] in OURS and target.split(".")[0] not in MAY_IMPORT[package]
    ]
    assert found == []


def below(name: str, *parts: str) -> bool:
    return any(name == part or name.startswith(f"{part}.") for part in parts)


def test_no_arrow_in_the_app_points_up() -> None:
    floor = {part: number for number, parts in enumerate(FLOORS) for part in parts}
    up = [
        f"{name} imports {target}"
        for name, tree in modules("bot")
        for target in imported(tree, name)
        if name != "bot" and target.startswith("bot.") and floor[target.split(".")[1]] > floor[name.split(".")[1]]
    ]
    assert up == []


def test_no_arrow_in_the_core_points_up() -> None:
    """What stands low knows nothing of what stands on it; the content check is no part of the run time."""
    may = {
        CONTENT: (CONTENT,),
        READING: (CONTENT, READING),
        **dict.fromkeys(WORDS, (CONTENT, READING, *WORDS)),
    }
    up = [
        f"{name} imports {target}"
        for name, tree in modules("woningscan")
        for target in imported(tree, name)
        if not below(name, CHECK) and target.startswith("woningscan.")
        if below(target, CHECK) or any(below(name, low) and not below(target, *known) for low, known in may.items())
    ]
    assert up == []


@pytest.mark.parametrize("package", OURS)
def test_no_module_imports_itself_by_a_detour(package: str) -> None:
    trees = dict(modules(package))

    def needed(name: str) -> set[str]:
        return {target for target in imported(trees[name], name) if target in trees and not below(name, target)}

    order = TopologicalSorter({name: needed(name) for name in trees})
    order.prepare()


def test_the_core_needs_nothing_but_its_three_libraries() -> None:
    import sys

    found = [
        f"{name} imports {target}"
        for name, tree in modules("woningscan")
        for target in imported(tree, name)
        if (top := target.split(".")[0]) not in {*sys.stdlib_module_names, *CORE_MAY_USE, "woningscan", ""}
        or top in NO_INPUT_OUTPUT
    ]
    assert found == []


def test_the_core_has_no_clock_and_no_chance() -> None:
    names = {"now", "today", "utcnow", "random", "randint", "token_hex", "urandom", "uuid4"}
    found = [
        f"{name} calls {node.func.attr}"
        for name, tree in modules("woningscan")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names
    ]
    assert found == []


def test_rasa_stays_in_the_engine_and_its_sdk_in_the_actions() -> None:
    for package in ("woningscan", "bot"):
        tops = {target.split(".")[0] for name, tree in modules(package) for target in imported(tree, name)}
        assert not tops & {"rasa", "rasa_sdk"}, package
    tops = {target.split(".")[0] for name, tree in modules("actions") for target in imported(tree, name)}
    assert "rasa" not in tops


def test_the_check_itself_sees_a_wrong_arrow() -> None:
    tree = ast.parse("def f():\n    from bot.turn.service import TurnService\n")
    assert "bot.turn.service" in list(imported(tree, "woningscan.scan.dialogue"))
    assert "woningscan.scan.x" in list(imported(ast.parse("from .x import y"), "woningscan.scan.dialogue"))
