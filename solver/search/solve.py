"""One solve: CP-SAT in a thread of its own, watched, so that a limit or a stop is kept whatever it is doing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from solver.search.limits import Limits, Share
from solver.search.ways import Way, set_way

POLL_SECONDS = 0.05
WORK_A_CONSTRAINT = 2e-5
"""What building and reading a model counts as work, which CP-SAT does not count itself."""
KEEN_TIMES, KEEN_SECONDS = 4, 1.0
"""A keen solve goes on to so many times its share while rosters get better, and ends so long after the last one."""
GRACE_SECONDS = 1.5
"""How long a solve that was told to stop is waited for before it is left alone."""


@dataclass(frozen=True)
class Solved:
    """What one solve gave: the value of every variable (None: no roster), its objective and the proven bound."""

    proven: bool = False
    infeasible: bool = False
    values: tuple[int, ...] | None = None
    objective: int | None = None
    bound: int | None = None


@dataclass(frozen=True)
class _Patience:
    """When one solve has had enough: its seconds, unless it waits for a roster, or is getting better just then."""

    seconds: float
    waits_for_roster: bool
    keen: bool

    def is_over(self, used: float, since_better: float | None) -> bool:
        if since_better is None:
            return used > self.seconds and not self.waits_for_roster
        if self.keen:
            return used > KEEN_TIMES * self.seconds or since_better > max(self.seconds / 2, KEEN_SECONDS)
        return used > self.seconds


@dataclass
class _Watch(cp_model.CpSolverSolutionCallback):
    """Keeps the best so far, for a solve that does not come back in time and for those who look on."""

    best: tuple[int, ...] | None = None
    objective: int | None = None
    bound: int | None = None
    at: float | None = None
    report: Callable[[int | None, int | None], None] = field(default=lambda value, bound: None)
    enough: int | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def on_solution_callback(self) -> None:
        response = self.response_proto
        self.best = tuple(response.solution)
        self.objective, self.bound = round(response.objective_value), round(response.best_objective_bound)
        self.at = time.monotonic()
        self.report(self.objective, self.bound)
        if self.enough is not None and self.objective <= self.enough:
            self.stop_search()


def solve(
    model: cp_model.CpModel,
    limits: Limits,
    share: Share,
    *,
    workers: int,
    seed: int,
    way: Way = "improve",
    patient: bool = False,
    enough: int | None = None,
    keen: bool = False,
    report: Callable[[int | None, int | None], None] = lambda value, bound: None,
) -> Solved:
    """Solve until proven, until the share is used, or until the limits say stop.

    `patient`: a share that is used up ends the solve only when there is a roster. `enough`: a value that was proven
    elsewhere to be the least; the solve ends when it is reached.
    `keen`: a share used up ends it only when rosters no longer get better, and it ends soon after they don't. Not where
    work is counted, which the clock must not decide.

    `way`: how CP-SAT searches, see `ways`.
    """
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers, parameters.random_seed = workers, seed
    parameters.catch_sigint_signal = False  # Ctrl-C is for whoever called; CP-SAT's handler ends the process
    set_way(parameters, way, workers, len(model.proto.constraints))
    parameters.max_time_in_seconds = max(limits.seconds_left, 0.05)
    if share.work is not None:
        parameters.max_deterministic_time = share.work
    watch = _Watch(report=report, enough=enough)
    done: list[cp_model.CpSolverStatus] = []
    patience = _Patience(share.seconds, patient, keen and share.work is None)
    thread = threading.Thread(target=lambda: done.append(solver.solve(model, watch)), daemon=True)
    thread.start()
    if not _ended(thread, watch, limits, patience):
        solver.stop_search()
        thread.join(GRACE_SECONDS)
    if thread.is_alive():
        return Solved(values=watch.best, objective=watch.objective, bound=watch.bound)
    response = solver.response_proto
    limits.used_work += response.deterministic_time + WORK_A_CONSTRAINT * len(model.proto.constraints)
    return _result(done[0], response.solution, response)


def _ended(thread: threading.Thread, watch: _Watch, limits: Limits, patience: _Patience) -> bool:
    """Wait for the solve; False when it is time to tell it to stop."""
    started = time.monotonic()
    while thread.is_alive():
        thread.join(POLL_SECONDS)
        now = time.monotonic()
        used_up = patience.is_over(now - started, watch.at and now - watch.at)
        if limits.stop() or limits.seconds_left <= 0 or used_up:
            return False
    return True


def _result(status: cp_model.CpSolverStatus, solution: Sequence[int], response: Any) -> Solved:
    if status == cp_model.INFEASIBLE:
        return Solved(proven=True, infeasible=True)
    bound = round(response.best_objective_bound) if status != cp_model.MODEL_INVALID else None
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solved(bound=bound if status == cp_model.UNKNOWN else None)
    return Solved(
        proven=status == cp_model.OPTIMAL,
        values=tuple(solution),
        objective=round(response.objective_value),
        bound=bound,
    )
