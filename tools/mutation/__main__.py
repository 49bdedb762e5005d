"""Mutate what must not fail and see whether its tests notice: `python -m tools.mutation [gate safety vault …]`.

Each module is changed in one small place at a time; a change that no test notices has survived. The survivors and the
score go to the standard output; docs/mutation.md lists those that stay, with why. Not in CI: a run takes minutes.
"""

from __future__ import annotations

import argparse
import sys

import pytest

from tools.mutation.running import MutationRun
from tools.mutation.targets import TARGETS


def main() -> int:
    parser = argparse.ArgumentParser(prog="tools.mutation", description=__doc__)
    parser.add_argument("target", nargs="*", choices=[*TARGETS, []], help="all of them where none is given")
    parser.add_argument("--line", action="append", default=[], help="only this one, as file.py:12")
    parser.add_argument("--each", type=int, default=1, help="only the n-th of every so many mutants: a sample")
    parser.add_argument("--seconds", type=float, default=20, help="of tests a mutant, the quick ones first")
    asked = parser.parse_args()
    low = False
    for name in asked.target or TARGETS:
        target = TARGETS[name]
        run = MutationRun(target.modules, frozenset(asked.line), asked.seconds, asked.each)
        pytest.main(
            [*target.tests, "-q", "-p", "no:cacheprovider", "--timeout", "0", "-k", target.chosen], plugins=[run]
        )
        made = sum(score.made for score in run.scores.values())
        left = sum(len(score.survivors) for score in run.scores.values())
        print(f"{name}: {made - left} of {made} noticed, {100 * (made - left) / max(made, 1):.1f} %", flush=True)
        low = low or left > made // 10
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
