"""The mutants of a module: one small change each, such as a reader might overlook."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_REVERSED: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
_CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """`line` and `change` say what was done; `source` is the whole module with it."""

    line: int
    change: str
    source: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every mutant of a module's source, in the order of its lines."""
    tree = ast.parse(source)
    _mark_what_stays(tree)
    for index, node in enumerate(ast.walk(tree)):
        if hasattr(node, "stays"):
            continue
        for change, replacement in _changes(node):
            mutated = _Replace(index, replacement).of(tree)
            if mutated is not None:
                yield Mutant(getattr(node, "lineno", 0), change, mutated)


class _Replace(ast.NodeTransformer):
    """A copy of a tree with the node at one place in it replaced."""

    def __init__(self, index: int, replacement: ast.AST) -> None:
        self._index, self._replacement = index, replacement

    def of(self, tree: ast.Module) -> str | None:
        tree = copy.deepcopy(tree)
        self._target = next(node for at, node in enumerate(ast.walk(tree)) if at == self._index)
        changed = ast.fix_missing_locations(self.visit(tree))
        return ast.unparse(changed)

    def visit(self, node: ast.AST) -> ast.AST:
        return self._replacement if node is self._target else super().generic_visit(node)


def _mark_what_stays(tree: ast.Module) -> None:
    """Docstrings, annotations, imports, log lines and the texts of exceptions decide nothing."""
    for node in ast.walk(tree):
        kept: list[ast.AST | None] = []
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            kept += [statement for statement in node.body if _is_docstring(statement)]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            kept += [
                node.returns,
                *(argument.annotation for argument in ast.walk(node.args) if isinstance(argument, ast.arg)),
            ]
            kept += node.decorator_list
        if isinstance(node, ast.ClassDef):
            kept += node.decorator_list
        if isinstance(node, ast.AnnAssign):
            kept.append(node.annotation)
        if isinstance(node, ast.Import | ast.ImportFrom):
            kept.append(node)
        if isinstance(node, ast.Expr) and ast.unparse(node).startswith("log."):
            kept.append(node)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            kept += node.exc.args
        for root in kept:
            for inner in ast.walk(root) if root is not None else ():
                inner.stays = True  # type: ignore[attr-defined]


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What can be put in the place of a node, each with words for it."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for table in (_COMPARED, _REVERSED):
            if (other := table.get(type(node.ops[0]))) is not None:
                yield _told(node, ast.Compare(node.left, [other()], node.comparators))
    elif isinstance(node, ast.BoolOp):
        other_operator = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield _told(node, ast.BoolOp(other_operator, node.values))
        for at in range(len(node.values)):
            left = [value for place, value in enumerate(node.values) if place != at]
            yield _told(node, left[0] if len(left) == 1 else ast.BoolOp(node.op, left))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _told(node, node.operand)
    elif isinstance(node, ast.BinOp) and (calculated := _CALCULATED.get(type(node.op))) is not None:
        yield _told(node, ast.BinOp(node.left, calculated(), node.right))
    elif isinstance(node, ast.IfExp):
        yield _told(node, node.body)
        yield _told(node, node.orelse)
    elif isinstance(node, ast.If | ast.While):
        negated = ast.UnaryOp(ast.Not(), node.test)
        yield f"not ({ast.unparse(node.test)})", type(node)(test=negated, body=node.body, orelse=node.orelse)
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Name) and node.id in _NAMES:
        yield _told(node, ast.Name(_NAMES[node.id], node.ctx))
    elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield _told(node, ast.Return(ast.Constant(None)))
    elif isinstance(node, ast.Raise | ast.Continue | ast.Break) or _is_call(node):
        yield _told(node, ast.Pass())
    elif isinstance(node, ast.Call) and node.keywords:
        for at, dropped in enumerate(node.keywords):
            keywords = [keyword for place, keyword in enumerate(node.keywords) if place != at]
            yield f"{ast.unparse(node.func)}(…) without {dropped.arg}", ast.Call(node.func, node.args, keywords)


def _constants(node: ast.Constant) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node.value, bool):
        yield _told(node, ast.Constant(not node.value))
    elif isinstance(node.value, int):
        yield _told(node, ast.Constant(node.value + 1))
    elif isinstance(node.value, str | bytes):
        other = node.value + ("XX" if isinstance(node.value, str) else b"XX")  # type: ignore[operator]
        yield _told(node, ast.Constant(other))


def _is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Await)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _told(node: ast.AST, other: ast.AST) -> tuple[str, ast.AST]:
    return f"{_short(node)} → {_short(other)}", other


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 70 else text[:69] + "…"
