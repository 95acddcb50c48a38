"""Flows that are one walk: what hangs apart is cut off, until the flow hangs together or there is none."""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

from solver.rules.base import Linear
from solver.search.limits import Limits, Share
from solver.search.sizing import hint
from solver.search.solve import Solved, solve
from solver.search.weekly.automaton import Node
from solver.search.weekly.circuit import narrowest, parts_of
from solver.search.weekly.flow import FlowModel

PART = 0.8
"""Of the time left, the most that flows may use; the model of all days has no better chance in it."""


class Walks:
    """Searches one flow model again and again; what was cut off once stays so."""

    def __init__(self, model: FlowModel, limits: Limits, workers: int, seed: int) -> None:
        self.model, self.limits, self.workers, self.seed = model, limits, workers, seed
        self.cuts = 0
        self.share = limits.part(PART)
        self.is_used_up = limits.meter(self.share)
        self.until = limits.elapsed + self.share.seconds

    def find(self, held: Sequence[Linear], goal: Linear | None = None, part: float = 1) -> Solved:
        """A flow that is one walk, with the least of a goal; its bound holds whether or not one was found. `part`: of
        what time is left, the most that this may use.

        Without a goal any walk will do, and it is proven where there is none.
        """
        bound: int | None = None
        best: tuple[int, ...] | None = None
        left = max(self.until - self.limits.elapsed, 0.05)
        share = Share(left, self.share.work).of(1 / part)
        is_used_up = self.limits.meter(share)
        while not (is_used_up() or self.is_used_up() or self.limits.stopped_by):
            found = self._solve(held, goal, best, share=share)
            if found.bound is not None and goal is not None:
                bound = found.bound if bound is None else max(bound, found.bound)
            if found.values is None:
                return Solved(proven=found.proven, infeasible=found.infeasible, bound=bound)
            parts = parts_of(self.model.taken(found.values))
            if len(parts) == 1:
                return Solved(found.proven, values=found.values, objective=found.objective, bound=bound)
            for apart in parts:
                others = set[Node]().union(*(one for one in parts if one is not apart))
                around = narrowest(self.model.steps, apart, others)
                self.cuts += 1
                self.model.hold_together(apart, around, f"part.{self.cuts}")
            best = found.values
        return Solved(bound=bound)

    def _solve(
        self, held: Sequence[Linear], goal: Linear | None, near: tuple[int, ...] | None, *, share: Share
    ) -> Solved:
        problem: cp_model.CpModel = self.model.cp.clone()
        for constraint in held:
            problem.add(constraint)
        if goal is not None and not isinstance(goal, int):
            problem.minimize(goal)
        if near is not None:
            hint(problem, near)
        if goal is None:  # so small a problem that a second worker costs more than it finds
            return solve(problem, self.limits, share, workers=1, seed=self.seed, way="flow")
        return solve(problem, self.limits, share, workers=self.workers, seed=self.seed, way="small")
