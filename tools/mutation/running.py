"""A run of the tests that knows which of them enter which function, and runs those again on each mutant.

As a plugin of pytest it takes the place of its loop: everything is collected, imported and set up once, and each mutant
has a fork of that process, so it costs what its own tests cost.
"""

from __future__ import annotations

import ast
import os
import signal
import sys
import time
import types
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from tools.mutation.grafting import graft
from tools.mutation.mutants import Mutant, mutants_of

_TOOL = 4  # a number for us among those that watch a process
_SECONDS = 90  # a mutant that makes its tests hang is noticed as well


@dataclass
class Survivor:
    module: str
    mutant: Mutant
    tests: int


@dataclass
class Score:
    made: int = 0
    survivors: list[Survivor] = field(default_factory=list)


class MutationRun:
    def __init__(
        self, modules: Sequence[str], only: frozenset[str] = frozenset(), seconds: float = 20, each: int = 1
    ) -> None:
        self._modules = modules
        self._only = only
        self._seconds = seconds
        self._each = each
        self._entered: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._cost: dict[int, float] = {}
        self._now = -1
        self.scores: dict[str, Score] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        modules = {name: import_module(name) for name in self._modules}
        good = self._first_run(session, {str(module.__file__) for module in modules.values()})
        for name, module in modules.items():
            self.scores[name] = self._mutated(session, module, good)
        return True

    def _first_run(self, session: pytest.Session, files: set[str]) -> list[int]:
        """The tests that pass, also in a fork; which lines of the modules each runs is kept."""
        watching = sys.monitoring
        watching.use_tool_id(_TOOL, "mutation")
        watching.register_callback(_TOOL, watching.events.LINE, lambda code, line: self._see(files, code, line))
        watching.set_events(_TOOL, watching.events.LINE)
        good = []
        for index in range(len(session.items)):
            self._now, begun = index, time.monotonic()
            if _passes(session, index, session.items[index + 1] if index + 1 < len(session.items) else None):
                good.append(index)
            self._cost[index] = time.monotonic() - begun
        watching.set_events(_TOOL, 0)
        watching.free_tool_id(_TOOL)
        used = {index for tests in self._entered.values() for index in tests}
        good = [index for index in good if index in used]
        while (failed := _run(lambda: None, session, good)) is not None:
            if failed < 0:
                raise pytest.UsageError("these tests hang in a fork: choose others")
            print(f"left out, fails in a fork: {session.items[good[failed]].nodeid}", flush=True)
            del good[failed]
        print(f"{len(session.items)} tests, {len(good)} of them enter these modules", flush=True)
        return good

    def _see(self, files: set[str], code: types.CodeType, line: int) -> object:
        if code.co_filename not in files:
            return sys.monitoring.DISABLE
        self._entered[(code.co_filename, line)].add(self._now)
        return None

    def _mutated(self, session: pytest.Session, module: types.ModuleType, good: Sequence[int]) -> Score:
        score = Score()
        path = Path(str(module.__file__))
        source = path.read_text("utf-8")
        for number, mutant in enumerate(mutants_of(source)):
            if number % self._each or (self._only and f"{path.name}:{mutant.line}" not in self._only):
                continue
            score.made += 1
            tests = self._tests_of(source, str(path), mutant.line, good)
            if _run(lambda mutant=mutant: graft(module, mutant.source), session, tests) is None:
                score.survivors.append(Survivor(module.__name__, mutant, len(tests)))
                print(f"{path.relative_to(Path.cwd())}:{mutant.line}: {mutant.change} ({len(tests)} tests)", flush=True)
        return score

    def _tests_of(self, source: str, path: str, line: int, good: Sequence[int]) -> list[int]:
        """The tests that enter the function of this line, those of the line itself and the quick ones first."""
        first, last = _function_around(source, line)
        tests = {index for at in range(first, last + 1) for index in self._entered.get((path, at), ())} & set(good)
        here = self._entered.get((path, line), set())
        chosen, left = list[int](), self._seconds
        for index in sorted(tests, key=lambda index: (index not in here, self._cost[index])):
            if left > 0:
                chosen.append(index)
            left -= self._cost[index]
        return chosen


def _function_around(source: str, line: int) -> tuple[int, int]:
    """The first and last line of the function that holds this line; of the whole module where none does."""
    functions = [
        (node.lineno, node.end_lineno or node.lineno)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.lineno < line <= (node.end_lineno or 0)
    ]
    return max(functions, default=(1, len(source.splitlines())))


class _Nothing:
    """As the next test: what belongs to the whole run stays."""

    def __init__(self, session: pytest.Session) -> None:
        self._session = session

    def listchain(self) -> list[pytest.Session]:
        return [self._session]


def _passes(session: pytest.Session, index: int, following: pytest.Item | None) -> bool:
    reports = runtestprotocol(session.items[index], log=False, nextitem=following or _Nothing(session))  # type: ignore[arg-type]
    return all(report.outcome == "passed" for report in reports)


def _run(change: object, session: pytest.Session, tests: Sequence[int]) -> int | None:
    """None where all of these tests pass after the change, in a fork; else the place of the first that fails, or -1."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            change()  # type: ignore[operator]
            for place, index in enumerate(tests):
                following = session.items[tests[place + 1]] if place + 1 < len(tests) else None
                if not _passes(session, index, following):
                    os.write(write, f"{place}".encode())
                    os._exit(1)
            os._exit(0)
        except BaseException:
            os._exit(1)
    os.close(write)
    deadline = time.monotonic() + _SECONDS + 2 * len(tests)
    pause = 0.002
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            break
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(read)
            return -1
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    told = os.read(read, 20)
    os.close(read)
    return None if status == 0 else int(told or b"-1")
