"""The store has floors: each feature rests on those below it and knows none above."""

from __future__ import annotations

import ast
import re
from pathlib import Path

STORE = Path(__file__).resolve().parents[2] / "bot" / "store"
FLOORS = (
    ("base",),
    ("audit", "figures", "links", "queue"),
    ("mail", "notices"),
    ("request", "staff"),
    ("conversation",),
    ("chat",),
    ("telegram",),
    ("effects", "retention"),
    ("",),
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}


def feature(module: str) -> str:
    """The folder or the module right under bot.store; "" is bot.store itself."""
    return module.removeprefix("bot.store").lstrip(".").partition(".")[0]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.store"):
            names = [name.name for name in node.names] if node.module == "bot.store" else [""]
            found |= {feature(f"{node.module}.{name}") for name in names}
    return found


def test_no_arrow_goes_up():
    up = []
    for path in sorted(STORE.rglob("*.py")):
        own = feature(".".join(("bot.store", *path.relative_to(STORE).with_suffix("").parts))).replace("__init__", "")
        up += [f"{own} -> {other}" for other in imports(path) if other != own and FLOOR[other] >= FLOOR[own]]
    assert sorted(set(up)) == []


def test_rows_and_sql_stay_inside():
    outside = [path for path in STORE.parent.rglob("*.py") if STORE not in path.parents]
    used = re.compile(r"^\s*(?:from|import) (?:sqlalchemy|bot\.store\.\S+\.models)", re.MULTILINE)
    assert [path for path in outside if used.search(path.read_text(encoding="utf-8"))] == []
