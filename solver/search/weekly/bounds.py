"""The goals of a shared line one after another on its flow, as far as the flow can count them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from solver.domain.roster import Roster
from solver.domain.scenario import GoalStep
from solver.domain.work import Sheet
from solver.goals.registry import GOALS
from solver.rules.base import Linear
from solver.search.sizing import COUNTED
from solver.search.solve import Solved
from solver.search.stages import Stage
from solver.search.weekly.counts import Strains
from solver.search.weekly.staffing import uncovered
from solver.search.weekly.walks import Walks

LATER_PART = 0.3
"""Of the time left for flows, what one goal after the first may use: the roster waits for it."""
Report = Callable[[Stage], None]
"""Told of a stage whenever its value or its bound is better than before."""


@dataclass
class Bounds:
    """What is proven of each stage, given those before it. `values` are those of the best walk."""

    walks: Walks
    stages: Sequence[Stage]
    may_be_unused: bool
    report: Report
    values: tuple[int, ...] | None = None
    nobody_works: bool = False
    """it is proven that no line that is used keeps the rules"""
    ceilings: list[Linear] = field(default_factory=list)

    def run(self) -> None:
        for stage in self.stages:
            goal = None if self._may_be_better_unused() else self._goal(stage.steps)
            if goal is None or not self._least(stage, goal):
                break
            most = (stage.bound or 0) + int(stage.steps[0].slack * stage.scale + 1e-9)
            self.ceilings.append(goal <= most)
            if self._is_as_good_unused(most):
                break
        if self.stages[0].bound is None and not self.nobody_works:
            self._note(self.walks.find([]))

    def measured(self, roster: Roster, current: Roster | None) -> None:
        """Note what the roster is worth; a bound holds only while all goals before it are at theirs."""
        sheet = Sheet.of(self.walks.model.scenario, roster)
        holds = True
        for stage in self.stages:
            value = stage.measure(sheet, current)
            bound, stage.bound = stage.bound, None
            stage.best = value
            if holds and bound is not None:
                slack = stage.ceiling - value if stage.ceiling is not None else 0
                stage.best = bound if bound <= value <= bound + slack else value
                stage.raise_bound(bound)
            holds = holds and stage.proven
            self.report(stage)

    def _goal(self, steps: tuple[GoalStep, ...]) -> Linear | None:
        """The goal on the flow; None where it cannot count it."""
        if len(steps) != 1:
            return None
        goal, model = steps[0].id, self.walks.model
        if goal == "cover":
            return uncovered(model)
        if goal == Strains.name and goal in model.counted:
            return len(model.employees) * model.events(goal)
        if GOALS[goal].ceiling(model.scenario) == 0:
            return 0
        return GOALS[goal].express(model) if goal in COUNTED else None

    def _least(self, stage: Stage, goal: Linear) -> bool:
        """Make one goal as small as can be; whether that is proven, with a walk that has it."""
        if stage is self.stages[0] and not isinstance(goal, int):
            none_amiss = self.walks.find([goal <= 0])
            if none_amiss.values is not None:
                self.values = none_amiss.values
                return self._is_at_least(stage, 0)
            if not none_amiss.infeasible:
                return False
            self._is_at_least(stage, 1)
        found = self.walks.find(self.ceilings, goal, LATER_PART if self.ceilings else 1)
        self._note(found)
        bound = goal if isinstance(goal, int) and found.values is not None else found.bound
        return self._is_at_least(stage, bound) and found.proven

    def _note(self, found: Solved) -> None:
        self.values = found.values or self.values
        self.nobody_works = found.infeasible and self.values is None

    def _is_at_least(self, stage: Stage, bound: int | None) -> bool:
        if bound is None:
            return False
        if self.may_be_unused and stage is self.stages[0]:
            bound = min(bound, self._cover_unused())
        stage.raise_bound(bound)
        self.report(stage)
        return True

    def _cover_unused(self) -> int:
        """What a line that works nothing leaves uncovered."""
        return GOALS["cover"].ceiling(self.walks.model.scenario)

    def _may_be_better_unused(self) -> bool:
        """Whether a line that works nothing may be what the first goal asks for."""
        return self.may_be_unused and self.stages[0].name != "cover"

    def _is_as_good_unused(self, most: int) -> bool:
        """Whether a line that works nothing may stand where this one does, with so much uncovered by the first."""
        return self.may_be_unused and len(self.ceilings) == 1 and most >= self._cover_unused()
