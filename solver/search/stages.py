"""The goals in their order, as stages of a search: what each is worth on a roster, and what is proven of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from solver.domain.roster import Roster
from solver.domain.scenario import GoalStep
from solver.domain.work import Sheet
from solver.goals.registry import GOALS, in_order
from solver.rules.base import Linear
from solver.search.model import RosterModel


@dataclass
class Stage:
    """One goal, or several as a weighted sum, with the best value found and the best bound proven.

    Both are whole numbers in 1/`scale` of the goal's unit.
    """

    steps: tuple[GoalStep, ...]
    expression: Linear
    scale: int
    best: int | None = None
    bound: int | None = None
    proven: bool = False

    @property
    def name(self) -> str:
        return "+".join(step.id for step in self.steps)

    @property
    def ceiling(self) -> int | None:
        """What later stages may let the value be: the best found in its own stage, and its slack."""
        if self.best is None:
            return None
        slack = self.steps[0].slack if len(self.steps) == 1 else 0
        return self.best + math.floor(slack * self.scale + 1e-9)

    def measure(self, sheet: Sheet, current: Roster | None) -> int:
        """The value on a roster."""
        return sum(
            step.weight * (self.scale // GOALS[step.id].scale) * GOALS[step.id].measure(sheet, current)
            if len(self.steps) > 1
            else GOALS[step.id].measure(sheet, current)
            for step in self.steps
        )

    def raise_bound(self, bound: int | None) -> None:
        """Note a bound; where the best value meets it, the stage is proven."""
        if bound is not None:
            self.bound = bound if self.bound is None else max(self.bound, bound)
        self.proven = self.proven or (self.best is not None and self.best == self.bound)


def stages_of(model: RosterModel, current: Roster | None) -> list[Stage]:
    """The stages of a scenario, each with its expression in the model."""
    found = []
    for steps in ordered_goals(model.scenario.goal_stages):
        goals = [GOALS[step.id] for step in steps]
        if len(steps) == 1:
            found.append(Stage(steps, goals[0].express(model, current), goals[0].scale))
            continue
        scale = math.lcm(*(goal.scale for goal in goals))
        total = sum(
            step.weight * (scale // goal.scale) * goal.express(model, current)
            for step, goal in zip(steps, goals, strict=True)
        )
        found.append(Stage(steps, total, scale))
    return found


def ordered_goals(stages: tuple[tuple[GoalStep, ...], ...]) -> list[tuple[GoalStep, ...]]:
    """The stages as they are met, without goals that are not searched for."""
    known = [tuple(step for step in steps if step.id in GOALS) for steps in in_order(stages)]
    return [steps for steps in known if steps]
