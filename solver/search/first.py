"""A first roster in seconds: counts, then weekends laid at those counts, then weekdays at those positions.

Each step is a small problem where the whole is a hard one. Nothing is lost when a step fails: the search goes on
without a first roster. Decision: docs/decisions/0003-counts-weekends-weekdays.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from ortools.sat.python import cp_model

from solver.domain.cycle import SATURDAY, SUNDAY, WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.goals.registry import GOALS
from solver.rules.base import Linear, Rule
from solver.search.limits import Limits, Share
from solver.search.model import RosterModel
from solver.search.sizing import Sizing, hint
from solver.search.solve import solve

WEEKEND = (SATURDAY, SUNDAY)
COUNT_WEIGHT = 1000
"""What one weekend shift more or less than counted costs, beside a person-minute of cover."""
Codes = dict[tuple[str, int], str]
"""The code of an employee on a day; "" is free."""


class OnlyWeekends(Rule):
    """Keeps a model to Saturdays and Sundays, and to what is pinned."""

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        return day % WEEK_DAYS in WEEKEND or scenario.pinned_code(employee, day) == shift.code


class Weekends:
    """Lays the Saturdays and Sundays of all lines, again and again, each time without what was ruled out."""

    def __init__(self, sizing: Sizing, rules: Sequence[Rule], limits: Limits) -> None:
        self.sizing, self.limits = sizing, limits
        kept = [rule for rule in rules if not rule.asks_for_work]
        self.model = RosterModel(sizing.model.scenario, [*kept, OnlyWeekends()], limits)
        for rule in kept:
            rule.enforce(self.model)
        self.cover = GOALS["cover"].express(self.model)
        self.apart: dict[tuple[str, int, str], Linear] = {}
        self.last: Sequence[int] | None = None
        for employee in self.model.lines:
            self._measure(employee)

    def lay(self, share: Share) -> Codes | None:
        """Just as counted, or where that cannot be, as near as cover allows. None where none were found in the
        share.
        """
        for exact in (True, False):
            problem = self.model.cp.clone()
            self._hold_counts(problem, exact=exact)
            if self.last is not None:
                hint(problem, self.last)
            found = solve(
                problem, self.limits, share, workers=self.sizing.workers, seed=self.sizing.seed, way="small"
            )
            if found.values is not None:
                self.last = found.values[: len(self.model.cp.proto.variables)]
                return weekends_of(self.model, found.values)
        return None

    def rule_out(self, employee: Employee, weekends: Codes) -> None:
        """Never again all of these shifts for this line."""
        laid = [
            self.model.works(employee, day, code)
            for (who, day), code in weekends.items()
            if who == employee.id and code
        ]
        self.model.forbid(*laid, name=f"ruled_out.{employee.id}")

    def _measure(self, employee: Employee) -> None:
        """How many weekend shifts the line has, by day and code."""
        for dow, shift in product(WEEKEND, self.model.scenario.shifts):
            days = range(dow, self.model.cycle.days, WEEK_DAYS)
            laid = [self.model.works(employee, day, shift.code) for day in days]
            laid = [one for one in laid if not isinstance(one, int)]
            if laid:
                name = f"laid.{employee.id}.{dow}.{shift.code}"
                total = self.model.integer(0, len(laid), name)
                self.model.add(total == cp_model.LinearExpr.sum(laid), name)
                self.apart[employee.id, dow, shift.code] = total

    def _hold_counts(self, problem: cp_model.CpModel, *, exact: bool) -> None:
        """Hold the counts, or make each shift more or less than counted cost something."""
        values, counts = self.sizing.values, self.sizing.model.count
        assert values is not None
        apart = []
        for place, total in self.apart.items():
            counted = values[counts[place].index] if place in counts else 0
            if exact:
                problem.add(total == counted)
                continue
            one = problem.new_int_var(0, self.model.cycle.weeks, "")
            problem.add(one >= total - counted)
            problem.add(one >= counted - total)
            apart.append(one)
        problem.minimize(self.cover + COUNT_WEIGHT * cp_model.LinearExpr.sum(apart))


def weekends_of(model: RosterModel, values: Sequence[int]) -> Codes:
    """The weekends of a roster, from the value of every variable."""
    return {
        (employee.id, day): model.code_of(employee, day, values)
        for employee in model.lines
        for day in range(model.cycle.days)
        if day % WEEK_DAYS in WEEKEND
    }


def keep_weekends(
    problem: cp_model.CpModel, model: RosterModel, weekends: Codes, lines: Sequence[Employee] | None = None
) -> None:
    """Hold the weekends of these lines (all where left out) as they were laid."""
    for employee in model.lines if lines is None else lines:
        for day in range(model.cycle.days):
            if day % WEEK_DAYS in WEEKEND:
                for shift in model.scenario.shifts:
                    literal = model.works(employee, day, shift.code)
                    if not isinstance(literal, int):
                        problem.add(literal == int(weekends[employee.id, day] == shift.code))
