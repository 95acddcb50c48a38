"""The goals in their order, as stages of a search: what each is worth on a roster, and what is proven of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from solver.domain.roster import Roster
from solver.domain.scenario import GoalStep
from solver.domain.work import Sheet
from solver.goals.registry import GOALS, in_order
from solver.goals.resident_windows import ResidentGoal
from solver.rules.base import Linear, Model
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
    of_residents: bool = False
    """about the residents' windows: laid over the model (`contact_model`) where a solve needs it"""

    @property
    def name(self) -> str:
        return "+".join(step.id for step in self.steps)

    @property
    def in_weekends(self) -> bool:
        """Whether some of it can hardly be better with the weekends as they are."""
        return any(GOALS[step.id].in_weekends for step in self.steps)

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
        """Note a bound (no goal can be under 0); where the best value meets it, the stage is proven."""
        if bound is not None:
            self.bound = max(bound, 0, self.bound or 0)
        self.proven = self.proven or (self.best is not None and self.best == self.bound)


def stages_of(model: RosterModel, current: Roster | None) -> list[Stage]:
    """The stages of a scenario, each with its expression in the model."""
    found = []
    for steps in ordered_goals(model.scenario.goal_stages):
        of_residents = any(
            isinstance(GOALS[step.id], ResidentGoal) and GOALS[step.id].ceiling(model.scenario)
            for step in steps
        )
        expression = 0 if of_residents else expressed(model, steps, current)
        alone = all(isinstance(GOALS[step.id], ResidentGoal) for step in steps)
        found.append(
            Stage(steps, expression, scale_of(steps), bound=0 if alone else None, of_residents=of_residents)
        )
    return found


def expressed(model: Model, steps: tuple[GoalStep, ...], current: Roster | None) -> Linear:
    """What a stage makes small: its goal, or the weighted sum of its goals."""
    if len(steps) == 1:
        return GOALS[steps[0].id].express(model, current)
    scale = scale_of(steps)
    goals = [(step.weight, GOALS[step.id]) for step in steps]
    return sum(weight * (scale // goal.scale) * goal.express(model, current) for weight, goal in goals)


def scale_of(steps: tuple[GoalStep, ...]) -> int:
    return math.lcm(*(GOALS[step.id].scale for step in steps))


def ordered_goals(stages: tuple[tuple[GoalStep, ...], ...]) -> list[tuple[GoalStep, ...]]:
    """The stages as they are met, without goals that are not searched for."""
    known = [tuple(step for step in steps if step.id in GOALS) for steps in in_order(stages)]
    return [steps for steps in known if steps]
