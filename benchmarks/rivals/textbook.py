"""The textbook model solved by CP-SAT as it comes: its own defaults, one goal after another."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from benchmarks.rivals.in_order import Aim, Answer
from benchmarks.rivals.model import TextbookModel


class _First(cp_model.CpSolverSolutionCallback):
    """When the first roster came (`time.monotonic()`)."""

    def __init__(self) -> None:
        super().__init__()
        self.at: float | None = None

    def on_solution_callback(self) -> None:
        self.at = self.at or time.monotonic()


@dataclass
class Textbook:
    """CP-SAT with so many workers; `started` is when the whole run began."""

    workers: int
    seed: int
    started: float

    def __call__(
        self, model: TextbookModel, aim: Aim, seconds: float, values: Sequence[int] | None
    ) -> Answer:
        model.cp.minimize(aim.expression)
        if values is not None:
            model.cp.clear_hints()
            given = model.cp.proto.solution_hint
            given.vars.extend(range(len(values)))
            given.values.extend(values)
        solver, first = cp_model.CpSolver(), _First()
        parameters = solver.parameters
        parameters.num_workers, parameters.random_seed = self.workers, self.seed
        parameters.max_time_in_seconds = seconds
        status = solver.solve(model.cp, first)
        if status == cp_model.INFEASIBLE:
            return Answer(infeasible=True)
        bound = solver.best_objective_bound
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Answer(bound=bound if status == cp_model.UNKNOWN else None)
        return Answer(
            values=tuple(solver.response_proto.solution),
            bound=round(bound),
            proven=status == cp_model.OPTIMAL,
            first_seconds=round(first.at - self.started, 2) if first.at else None,
        )
