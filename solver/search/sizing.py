"""Bounds before any day is laid: the goals on the counts behind a roster, each given the goals before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from solver.domain.employee import Employee
from solver.domain.scenario import GoalStep, Scenario
from solver.goals.registry import GOALS
from solver.rules.base import Linear, Rule
from solver.search.counts import CountModel
from solver.search.limits import Limits, Share
from solver.search.solve import Solved, solve

COUNTED = (
    "unwanted_part_time", "small_positions", "part_time", "lines_used",
    "weekend_balance", "weekend_hours_balance", "evening_balance", "night_balance",
)  # fmt: skip
"""Goals whose value follows from counts alone."""


@dataclass
class Sizing:
    """The count model of a scenario and what it has proven so far.

    `stages` are the goals in order, as in the search; those it cannot count have no expression here.
    """

    model: CountModel
    stages: Sequence[tuple[GoalStep, ...]]
    workers: int
    seed: int
    expressions: list[Linear | None] = field(default_factory=list)
    values: tuple[int, ...] | None = None
    known: dict[tuple[int | None, ...], int | None] = field(default_factory=dict)
    reached: dict[tuple[int | None, ...], int | None] = field(default_factory=dict)
    impossible: bool = False
    """no counts at all were proven to be possible, and so no roster is"""

    @classmethod
    def of(
        cls, scenario: Scenario, rules: Sequence[Rule], stages: Sequence[tuple[GoalStep, ...]], *,
        workers: int, seed: int, limits: Limits | None = None,
    ) -> Sizing:  # fmt: skip
        model = CountModel(scenario, rules, limits)
        return cls(model, stages, workers, seed, [_expression(model, steps) for steps in stages])

    def bound(self, stage: int, ceilings: Sequence[int | None], limits: Limits, share: Share) -> int | None:
        """The least value of a stage over all counts whose earlier goals are at most their ceilings."""
        expression = self.expressions[stage]
        if expression is None or self.impossible:
            return None
        key = self._key(stage, ceilings)
        if key not in self.known:
            found = self._least(expression, ceilings[:stage], limits, share)
            self.known[key], self.reached[key] = found.bound, found.objective
            self.impossible = found.infeasible and stage == 0
            if found.values is not None:
                self.values = found.values
        return self.known[key]

    def aim(self, stage: int, ceilings: Sequence[int | None], limits: Limits, share: Share) -> int | None:
        """The least value that counts were found for; where there was no time for that, what is proven."""
        bound = self.bound(stage, ceilings, limits, share)
        reached = self.reached.get(self._key(stage, ceilings))
        return bound if reached is None else reached

    def _key(self, stage: int, ceilings: Sequence[int | None]) -> tuple[int | None, ...]:
        """What the least of a stage depends on: the ceilings of those before it that can be counted."""
        before = zip(self.expressions[:stage], ceilings, strict=False)
        return stage, *(None if expression is None else ceiling for expression, ceiling in before)

    def goal_by_goal(
        self, limits: Limits, share: Callable[[int], Share]
    ) -> tuple[list[int | None], list[int | None]]:
        """What is proven of each goal, and the least that counts were found for, given that of the goals before it.

        `share` tells of each goal, by its number from 0, what it may use.
        """
        bounds, aims = list[int | None](), list[int | None]()
        for stage in range(len(self.stages)):
            part = share(stage)
            bounds.append(self.bound(stage, aims, limits, part))
            aims.append(self.aim(stage, aims, limits, part))
        return bounds, aims

    @property
    def sizes(self) -> dict[str, int]:
        """The size of each line as counted, in basis points."""
        assert self.values is not None
        return {one.id: self.values[self.model.position(one).index] for one in self.model.lines}

    def cut_size(self, employee: Employee, size: int, largest: int | None) -> None:
        """Take out a size that was proven impossible for a line, and all above the largest one that is not."""
        position = self.model.position(employee)
        self.model.cp.add(position != size)
        if largest is not None:
            self.model.cp.add(position <= largest)
        self.known.clear()
        self.values = None

    def vary(self, ceilings: Sequence[int | None], limits: Limits, share: Share) -> None:
        """Other counts whose goals are at most their ceilings, by another seed; the same where none are found."""
        self.seed += 1
        problem = self._held(ceilings)
        found = solve(problem, limits, share, workers=self.workers, seed=self.seed, way="count")
        self.values = self.values if found.values is None else found.values

    def _least(
        self, expression: Linear, ceilings: Sequence[int | None], limits: Limits, share: Share
    ) -> Solved:
        problem = self._held(ceilings)
        problem.minimize(expression)
        if self.values is not None:
            hint(problem, self.values)
        return solve(
            problem, limits, share, workers=self.workers, seed=self.seed, way="count", patient=self.values is None
        )  # fmt: skip

    def _held(self, ceilings: Sequence[int | None]) -> cp_model.CpModel:
        problem = self.model.cp.clone()
        for earlier, ceiling in zip(self.expressions, ceilings, strict=False):
            if earlier is not None and ceiling is not None and not isinstance(earlier, int):
                problem.add(earlier <= ceiling)
        return problem


def hint(problem: cp_model.CpModel, values: Sequence[int]) -> None:
    """Start from these values of all variables."""
    given = problem.proto.solution_hint
    given.vars.extend(range(len(values)))
    given.values.extend(values)


def _expression(model: CountModel, steps: tuple[GoalStep, ...]) -> Linear | None:
    if len(steps) != 1:
        return None
    if steps[0].id == "cover":
        return model.uncovered()
    return GOALS[steps[0].id].express(model) if steps[0].id in COUNTED else None
