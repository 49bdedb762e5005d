"""Run the model's graph node after node. Rasa hands it to dask, which orders the same graph anew three times a turn."""

from __future__ import annotations

from typing import Any

from rasa.engine.runner.dask import DaskGraphRunner


def run_graphs_in_order() -> None:
    """Give Rasa's graph runner a `run` that orders the nodes once for each set of targets."""
    DaskGraphRunner.run = _run


def _run(
    self: DaskGraphRunner, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
) -> dict[str, Any]:
    wanted = tuple(targets or self._graph_schema.target_names)
    orders: dict[tuple[str, ...], list[str]] = self.__dict__.setdefault("orders", {})
    if wanted not in orders:
        orders[wanted] = _order(self, wanted)
    done = {name: (name, value) for name, value in (inputs or {}).items()}
    for name in orders[wanted]:
        needs = self._graph_schema.nodes[name].needs.values()
        done[name] = self._instantiated_nodes[name](*(done[need] for need in needs))
    return dict(done[name] for name in wanted)


def _order(runner: DaskGraphRunner, wanted: tuple[str, ...]) -> list[str]:
    """The nodes that `wanted` needs, each after what it needs itself; inputs are not nodes and are left out."""
    nodes, order = runner._graph_schema.nodes, dict[str, None]()

    def visit(name: str) -> None:
        if name in nodes and name not in order:
            for need in nodes[name].needs.values():
                visit(need)
            order[name] = None

    for name in wanted:
        visit(name)
    return list(order)
