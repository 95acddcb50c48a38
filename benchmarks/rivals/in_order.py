"""Goals in their order, each as small as the time lets it be and then fixed: for any solver of the textbook model."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import floor, lcm

from ortools.sat.python import cp_model

from benchmarks.rivals.model import TextbookModel
from benchmarks.running import Data
from solver.auditing import audit
from solver.domain.roster import Roster
from solver.domain.scenario import GoalStep, Scenario
from solver.goals.registry import GOALS
from solver.rules.base import Linear
from solver.rules.registry import RULES


@dataclass(frozen=True)
class Answer:
    """What one solve gave: the value of every variable (None: no roster), a proven bound, and when the first came.

    `first_seconds` counts from the start of the solve.
    """

    values: tuple[int, ...] | None = None
    bound: float | None = None
    proven: bool = False
    infeasible: bool = False
    first_seconds: float | None = None


@dataclass(frozen=True)
class Aim:
    """One stage: the goals in it, their sum in the model in 1/`scale` of the unit, and what it may give up."""

    steps: tuple[GoalStep, ...]
    expression: Linear
    scale: int

    @property
    def slack(self) -> int:
        return floor(self.steps[0].slack * self.scale) if len(self.steps) == 1 else 0

    @property
    def name(self) -> str:
        return "+".join(step.id for step in self.steps)


@dataclass(frozen=True)
class Allowed:
    """Seconds one stage may use, and seconds in all while there is no roster yet."""

    share: float
    waiting: float


Solve = Callable[[TextbookModel, Aim, Allowed, Sequence[int] | None], Answer]
"""Make a stage as small as can be in the time allowed, from the values found so far; fixes nothing."""


@dataclass
class Run:
    """How far a rival came: its last roster, and each stage's value and bound in the goal's unit."""

    started: float = field(default_factory=time.monotonic)
    values: tuple[int, ...] | None = None
    bounds: dict[str, float | None] = field(default_factory=dict)
    first_seconds: float | None = None
    infeasible: bool = False
    proven: bool = True

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started


def aims(model: TextbookModel) -> list[Aim]:
    """The stages of the scenario with `cover` first, as the contract has it."""
    stages = [
        found
        for steps in model.scenario.goal_stages
        if (found := tuple(step for step in steps if step.id in GOALS))
    ]
    if not any(step.id == "cover" for steps in stages for step in steps):
        stages.insert(0, (GoalStep(id="cover"),))
    stages.sort(key=lambda steps: [step.id for step in steps] != ["cover"])
    return [_aim(model, steps) for steps in stages]


def _aim(model: TextbookModel, steps: tuple[GoalStep, ...]) -> Aim:
    goals = [GOALS[step.id] for step in steps]
    scale = lcm(*(goal.scale for goal in goals))
    weights = [step.weight if len(steps) > 1 else 1 for step in steps]
    terms = (
        weight * (scale // goal.scale) * goal.express(model)
        for weight, goal in zip(weights, goals, strict=True)
    )
    return Aim(steps, sum(terms), scale)


def plan(scenario: Scenario, seconds: float, solve: Solve) -> Data:
    """Go through the goals and tell what came of it; each may use an equal part of the time left, the first (where no
    roster was found in it) all of it.
    """
    run = Run()
    model = TextbookModel(scenario, RULES)
    stages = aims(model)
    for number, aim in enumerate(stages):
        left = seconds - run.seconds
        share = left / (len(stages) - number)
        allowed = Allowed(share, left if run.values is None else share)
        if left <= 0 or not _step(run, model, aim, solve(model, aim, allowed, run.values)):
            break
    return told(scenario, model, run, [aim.name for aim in stages])


def _step(run: Run, model: TextbookModel, aim: Aim, answer: Answer) -> bool:
    """Note what a stage gave and fix it; False where the search is over."""
    if answer.first_seconds is not None and run.first_seconds is None:
        run.first_seconds = answer.first_seconds
    run.proven = run.proven and answer.proven
    run.bounds[aim.name] = None if answer.bound is None else answer.bound / aim.scale
    if answer.values is None:
        run.infeasible = answer.infeasible and run.values is None
        return run.values is not None
    run.values = answer.values
    if not isinstance(aim.expression, int):
        model.cp.add(aim.expression <= worth(aim.expression, run.values) + aim.slack)
    return True


def worth(expression: Linear, values: Sequence[int]) -> int:
    """The value of an expression of the model."""
    factors, constant = flat(expression)
    return constant + sum(values[index] * factor for index, factor in factors.items())


def flat(expression: Linear) -> tuple[dict[int, int], int]:
    """The factor of each variable, and the constant."""
    if isinstance(expression, int):
        return {}, expression
    found = cp_model.FlatIntExpr(expression)
    factors: dict[int, int] = {}
    for variable, factor in zip(found.vars, found.coeffs, strict=True):
        factors[variable.index] = factors.get(variable.index, 0) + factor
    return factors, found.offset


def told(scenario: Scenario, model: TextbookModel, run: Run, names: Sequence[str]) -> Data:
    """The rival's roster by Heltid's own audit and measures."""
    row: Data = {"seconds": round(run.seconds, 2), "first_seconds": run.first_seconds, "goals": {}}
    if run.values is None:
        return row | {"status": "infeasible" if run.infeasible else "unknown"}
    checked = audit(scenario, Roster(scenario=scenario.id, lines=model.lines_of(run.values)))
    values = {goal.id: goal.value for goal in checked.goals}
    bounds = {name: run.bounds.get(name) for name in names}
    goals = {name: {"value": value, "bound": bounds.get(name)} for name, value in values.items()}
    status = "optimal" if run.proven and len(run.bounds) == len(names) else "feasible"
    row |= {"status": status, "goals": goals}
    row["days"] = {line.employee: list(line.days) for line in checked.roster.lines}
    if any("+" in name for name in names):
        row["sums"] = {name: bounds[name] for name in names if "+" in name}
    if checked.breaches:
        row["broken"] = [f"{one.rule} {one.employee}" for one in checked.breaches[:5]]
    return row
