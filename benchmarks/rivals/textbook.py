"""The textbook model solved by CP-SAT as it comes: its own defaults, one goal after another."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Timer

from ortools.sat.python import cp_model

from benchmarks.rivals.in_order import Aim, Allowed, Answer
from benchmarks.rivals.model import TextbookModel


class _First(cp_model.CpSolverSolutionCallback):
    """When the first roster came (`time.monotonic()`), and an end to the search once its share is used."""

    def __init__(self) -> None:
        super().__init__()
        self.at: float | None = None
        self.due = False

    def on_solution_callback(self) -> None:
        self.at = self.at or time.monotonic()
        if self.due:
            self.stop_search()

    def end(self, solver: cp_model.CpSolver) -> None:
        """The share is used: stop now, or with the first roster."""
        self.due = True
        if self.at is not None:
            solver.stop_search()


@dataclass
class Textbook:
    """CP-SAT with so many workers; `started` is when the whole run began."""

    workers: int
    seed: int
    started: float

    def __call__(
        self, model: TextbookModel, aim: Aim, allowed: Allowed, values: Sequence[int] | None
    ) -> Answer:
        model.cp.minimize(aim.expression)
        if values is not None:
            given = model.cp.proto.solution_hint
            given.vars.clear()
            given.values.clear()
            given.vars.extend(range(len(values)))
            given.values.extend(values)
        solver, first = cp_model.CpSolver(), _First()
        parameters = solver.parameters
        parameters.num_workers, parameters.random_seed = self.workers, self.seed
        parameters.max_time_in_seconds = allowed.waiting
        timer = Timer(allowed.share, first.end, (solver,))
        timer.start()
        status = solver.solve(model.cp, first)
        timer.cancel()
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
