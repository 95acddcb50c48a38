"""A shared line before any model of its days: proof that there is none, bounds of the first goals, a first roster.

What the flow does not know (rules that are not local, pins, wishes) it leaves out: what is impossible for it is
impossible, its bounds hold, and its line counts once the whole audit has passed it. Decision 0006.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from solver.auditing import Audit, audit
from solver.domain.cycle import WEEK_DAYS
from solver.domain.norm import sizes
from solver.domain.roster import Line, Roster
from solver.domain.scenario import GoalStep, Scenario
from solver.domain.values import number
from solver.domain.work import Sheet
from solver.goals.registry import GOALS
from solver.rules.base import Linear, Rule
from solver.search.limits import Limits
from solver.search.sizing import COUNTED
from solver.search.solve import Solved
from solver.search.stages import Stage
from solver.search.weekly.automaton import Step, TooLargeError, automaton
from solver.search.weekly.circuit import line_of
from solver.search.weekly.flow import FlowModel
from solver.search.weekly.local import codes_of, tracks_of
from solver.search.weekly.walks import Walks

MOST_ORDERS = 12
"""How many orders of a line's weeks are tried until one passes the audit."""
Report = Callable[[Stage], None]
"""Told of a stage whenever its value or its bound is better than before."""


@dataclass
class SharedStart:
    """What is known of a shared line: the stages with what the flow proved of them, each given those before it; and
    the roster as it was audited, without a breach.
    """

    infeasible: bool = False
    stages: Sequence[Stage] = ()
    checked: Audit | None = None
    first_seconds: float | None = None

    @property
    def is_best(self) -> bool:
        """Whether every goal is proven, so that nothing is left to search for."""
        return self.checked is not None and all(stage.proven for stage in self.stages)


def start_shared(
    scenario: Scenario,
    rules: Sequence[Rule],
    stages: Sequence[Stage],
    limits: Limits,
    *,
    workers: int,
    seed: int,
    current: Roster | None = None,
    report: Report = lambda stage: None,
) -> SharedStart:
    """What can be said of a scenario with `rotation: shared`; `stages` are its goals in order."""
    may_be_unused = 0 in sizes(scenario, scenario.employees[0])
    steps = _steps(scenario, rules)
    if not steps:
        return SharedStart(infeasible=steps is not None and not may_be_unused, stages=stages)
    walks = Walks(FlowModel(scenario, rules, steps), limits, workers, seed)
    bounds = _Bounds(walks, stages, may_be_unused, report)
    bounds.run()
    out = SharedStart(bounds.infeasible, stages)
    if bounds.values is not None:
        out.checked = _first_that_holds(walks, bounds.values, rules, current)
    if out.checked:
        out.first_seconds = limits.elapsed
        bounds.measured(out.checked.roster, current)
    return out


def _steps(scenario: Scenario, rules: Sequence[Rule]) -> list[Step] | None:
    """The automaton of as many local rules as there is room for; None where there is room for none."""
    tracks, codes = tracks_of(scenario, rules), codes_of(scenario, rules)
    employee = scenario.employees[0]
    weekends = employee.max_weekends is not None or bool(employee.min_weekends)
    for many in range(len(tracks), -1, -1):
        try:
            return automaton(tracks[:many], codes, weekends)
        except TooLargeError:
            continue
    return None


@dataclass
class _Bounds:
    """The goals one after another on the flow, as far as it can count them. `values` are those of the best walk."""

    walks: Walks
    stages: Sequence[Stage]
    may_be_unused: bool
    report: Report
    values: tuple[int, ...] | None = None
    infeasible: bool = False
    ceilings: list[Linear] = field(default_factory=list)

    def run(self) -> None:
        for stage in self.stages:
            goal = self._goal(stage.steps)
            if goal is None or not self._least(stage, goal):
                break
            slack = int(stage.steps[0].slack * stage.scale + 1e-9)
            self.ceilings.append(goal <= (stage.bound or 0) + slack)
            if self.may_be_unused and self._is_as_good_unused():
                break
        if self.stages[0].bound is None and not self.infeasible:
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
        if steps[0].id == "cover":
            return self.walks.model.uncovered()
        return GOALS[steps[0].id].express(self.walks.model) if steps[0].id in COUNTED else None

    def _least(self, stage: Stage, goal: Linear) -> bool:
        """Make one goal as small as can be; whether that is proven, with a walk that has it."""
        if stage is self.stages[0]:
            none_amiss = self.walks.find([goal <= 0])
            if none_amiss.values is not None:
                self.values = none_amiss.values
                return self._is_at_least(stage, 0)
            if not none_amiss.infeasible:
                return False
            self._is_at_least(stage, 1)
        found = self.walks.find(self.ceilings, goal)
        self._note(found)
        return self._is_at_least(stage, found.bound) and found.proven

    def _note(self, found: Solved) -> None:
        self.values = found.values or self.values
        self.infeasible = found.infeasible and self.values is None and not self.may_be_unused

    def _is_at_least(self, stage: Stage, bound: int | None) -> bool:
        if bound is None:
            return False
        stage.raise_bound(bound)
        self.report(stage)
        return True

    def _is_as_good_unused(self) -> bool:
        """Whether a line that works nothing could stand where this one does."""
        most = GOALS["cover"].ceiling(self.walks.model.scenario)
        return self.stages[0].name != "cover" or (self.stages[0].bound or 0) >= most


def _first_that_holds(
    walks: Walks, values: tuple[int, ...], rules: Sequence[Rule], current: Roster | None
) -> Audit | None:
    """The roster of a walk, its steps in the first order that passes the audit."""
    model, chance = walks.model, random.Random(walks.seed)
    taken = model.taken(values)
    size = number(values[model.position(model.lines[0]).index])
    for _ in range(MOST_ORDERS):
        roster = _roster(model.scenario, line_of(taken), size)
        checked = audit(model.scenario, roster, current=current, rules=rules)
        if not checked.breaches:
            return checked
        if walks.limits.stopped_by:
            break
        taken = dict(chance.sample(list(taken.items()), len(taken)))
    return None


def _roster(scenario: Scenario, days: tuple[str, ...], size: float) -> Roster:
    """Everyone on the line, each a week after the one before."""
    lines = [
        Line(
            employee=employee.id,
            position_basis_points=size,  # type: ignore[arg-type]
            days=days[-WEEK_DAYS * turn :] + days[: -WEEK_DAYS * turn] if turn else days,
        )
        for turn, employee in enumerate(scenario.employees)
    ]
    return Roster(scenario=scenario.id, lines=tuple(lines))
