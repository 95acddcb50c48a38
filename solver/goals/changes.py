"""How far a plan is from the roster people have: the days that differ."""

from __future__ import annotations

from itertools import zip_longest

from solver.domain.employee import Employee
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.base import Goal
from solver.rules.base import Linear, Model


class Changes(Goal):
    """Against no roster nothing differs; whom one of the two rosters lacks is free there every day."""

    id = "changes"
    unit = "days"
    name = "Endrede dager"

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        if current is None:
            return 0
        before = {line.employee: line.days for line in current.lines}
        after = {line.employee.id: line.days for line in sheet.lines}
        days = sheet.cycle.days
        return sum(
            old != new
            for employee in sheet.scenario.employee_by_id
            for old, new in zip_longest(
                before.get(employee, ())[:days], after.get(employee, ()), fillvalue=""
            )
        )

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        if current is None:
            return 0
        days_of = {line.employee: line.days for line in current.lines}
        return sum(
            _differs(model, employee, day, days[day] if day < len(days) else "")
            for employee in model.employees
            for days in [days_of.get(employee.id, ())]
            for day in range(model.cycle.days)
        )

    def ceiling(self, scenario: Scenario) -> int:
        return scenario.cycle.days * len(scenario.employees)


def _differs(model: Model, employee: Employee, day: int, code: str) -> Linear:
    if code == "":
        return model.on(employee, day)
    if code not in model.scenario.shift_by_code:
        return 1
    return 1 - model.works(employee, day, code)
