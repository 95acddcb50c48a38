"""One line by itself: whether it can be laid at all at a size, with weekends as they stand.

Counts say nothing of the order of days, so they may give a line a size or weekends that no order of days fits. Each
such line is a small problem of its own, proven in hundredths of a second, and what is proven is cut from the counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.rules.base import Rule
from solver.search.first import Codes, keep_weekends
from solver.search.limits import Limits
from solver.search.model import RosterModel
from solver.search.solve import Solved, solve

LINE_SECONDS, LINE_WORK = 2.0, 0.5
"""The most that one line is looked at; where that is too little it counts as one that can be laid."""


class LineModel(RosterModel):
    """A model of one line, with the rules that look at one line at a time."""

    def __init__(self, scenario: Scenario, rules: Sequence[Rule], employee: Employee) -> None:
        self.employee = employee
        super().__init__(scenario, rules)
        for rule in rules:
            if rule.of_one_line:
                rule.enforce(self)

    @property
    def lines(self) -> Sequence[Employee]:
        return (self.employee,)


@dataclass
class LineCheck:
    """What is known of the lines of a scenario, each by itself."""

    scenario: Scenario
    rules: Sequence[Rule]
    limits: Limits
    seed: int
    models: dict[str, LineModel] = field(default_factory=dict)
    known: dict[tuple[str, int, tuple[str, ...] | None], bool] = field(default_factory=dict)

    def can_be_laid(self, employee: Employee, size: int, weekends: Codes | None = None) -> bool:
        """Whether the line has any roster at this size (basis points), with these weekends or any."""
        key = employee.id, size, _own(employee, weekends)
        if key not in self.known:
            self.known[key] = not self._solve(employee, weekends, size).infeasible
        return self.known[key]

    def largest(self, employee: Employee) -> int | None:
        """The largest size in basis points at which the line can be laid; None where that was not proven."""
        found = self._solve(employee, None, None)
        return -found.objective if found.proven and found.objective is not None else None

    def _solve(self, employee: Employee, weekends: Codes | None, size: int | None) -> Solved:
        model = self._model(employee)
        problem = model.cp.clone()
        if weekends is not None:
            keep_weekends(problem, model, weekends)
        if size is None:
            problem.minimize(-model.position(employee))
        else:
            problem.add(model.position(employee) == size)
        share = self.limits.at_most(LINE_SECONDS, LINE_WORK)
        return solve(problem, self.limits, share, workers=1, seed=self.seed, way="check")

    def _model(self, employee: Employee) -> LineModel:
        if employee.id not in self.models:
            self.models[employee.id] = LineModel(self.scenario, self.rules, employee)
        return self.models[employee.id]


def _own(employee: Employee, weekends: Codes | None) -> tuple[str, ...] | None:
    if weekends is None:
        return None
    return tuple(code for (who, _), code in sorted(weekends.items()) if who == employee.id)
