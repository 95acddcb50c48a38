"""A first roster in seconds: counts, then weekends laid at those counts, then weekdays at those positions.

Each step is a small problem where the whole is a hard one. Nothing is lost when a step fails: the search goes on
without a first roster. Decision: docs/decisions/0003-counts-weekends-weekdays.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

from solver.domain.cycle import SATURDAY, SUNDAY, WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.goals.registry import GOALS
from solver.rules.base import Linear, Rule
from solver.search.limits import Limits, Share
from solver.search.model import RosterModel
from solver.search.sizing import Sizing
from solver.search.solve import solve

WEEKEND = (SATURDAY, SUNDAY)
WHOLE_LINES = ("position", "shift_count", "consecutive_days", "consecutive_days_off", "consecutive_shifts")
"""Rules that ask for work on the other days, and so hold only on whole lines."""
COUNT_WEIGHT = 1000
"""What one weekend shift more or less than counted costs, beside a person-minute of cover."""
Codes = dict[tuple[str, int], str]
"""The code of an employee on a day; "" is free."""


class OnlyWeekends(Rule):
    """Keeps a model to Saturdays and Sundays, and to what is pinned."""

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        return day % WEEK_DAYS in WEEKEND or scenario.pinned_code(employee, day) == shift.code


def weekends_at(sizing: Sizing, rules: Sequence[Rule], limits: Limits, share: Share) -> Codes | None:
    """The weekends of all lines: just as counted, or where that cannot be, as near as cover allows. None where none
    were found in the share.
    """
    kept = [rule for rule in rules if rule.card.id not in WHOLE_LINES]
    model = RosterModel(sizing.model.scenario, [*kept, OnlyWeekends()])
    for rule in kept:
        rule.enforce(model)
    cover, apart = GOALS["cover"].express(model), _apart_from_counts(model, sizing)
    for exact in (True, False):
        problem = model.cp.clone()
        if exact:
            problem.add(cp_model.LinearExpr.sum(apart) == 0)
        problem.minimize(cover + COUNT_WEIGHT * cp_model.LinearExpr.sum(apart))
        found = solve(problem, limits, share, workers=sizing.workers, seed=sizing.seed, way="small")
        if found.values is not None:
            return weekends_of(model, found.values)
    return None


def _apart_from_counts(model: RosterModel, sizing: Sizing) -> list[Linear]:
    """How many weekend shifts each line has more or fewer than counted, by day and code."""
    assert sizing.values is not None
    terms = []
    for employee in model.lines:
        for dow in WEEKEND:
            for shift in model.scenario.shifts:
                counted = sizing.model.works(employee, dow, shift.code)
                if isinstance(counted, int):
                    continue
                days = range(dow, model.cycle.days, WEEK_DAYS)
                laid = sum(model.works(employee, day, shift.code) for day in days)
                name = f"apart.{employee.id}.{dow}.{shift.code}"
                apart = model.integer(0, model.cycle.weeks, name)
                model.add(apart >= laid - sizing.values[counted.index], name)
                model.add(apart >= sizing.values[counted.index] - laid, name)
                terms.append(apart)
    return terms


def weekends_of(model: RosterModel, values: Sequence[int]) -> Codes:
    """The weekends of a roster, from the value of every variable."""
    return {
        (employee.id, day): model.code_of(employee, day, values)
        for employee in model.lines
        for day in range(model.cycle.days)
        if day % WEEK_DAYS in WEEKEND
    }


def keep_weekends(problem: cp_model.CpModel, model: RosterModel, weekends: Codes) -> None:
    """Hold the weekends as they were laid."""
    for employee in model.lines:
        for day in range(model.cycle.days):
            if day % WEEK_DAYS in WEEKEND:
                for shift in model.scenario.shifts:
                    literal = model.works(employee, day, shift.code)
                    if not isinstance(literal, int):
                        problem.add(literal == int(weekends[employee.id, day] == shift.code))
