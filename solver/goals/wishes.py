"""The wishes of those who work: the weight of those not met, each day counted."""

from __future__ import annotations

from solver.domain.employee import Employee, Wish
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.base import Goal
from solver.rules.base import Linear, Model


class Wishes(Goal):
    """Whoever is missing from the roster has every day free."""

    id = "wishes"
    unit = "weight"
    name = "Ønsker som ikke er oppfylt"

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        return sum(self._unmet(sheet, employee) for employee in sheet.scenario.employees)

    def _unmet(self, sheet: Sheet, employee: Employee) -> int:
        line = sheet.line_of.get(employee.id)
        return sum(
            wish.weight
            for wish in employee.wishes
            for day in wish.in_cycle(sheet.cycle)
            if not wish.met_by(line.code(day) if line else "")
        )

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        return sum(
            wish.weight * (1 - has if wish.want else has)
            for employee in model.employees
            for wish in employee.wishes
            for day in wish.in_cycle(model.cycle)
            for has in [_has(model, employee, day, wish)]
        )

    def ceiling(self, scenario: Scenario) -> int:
        return sum(
            wish.weight
            for employee in scenario.employees
            for wish in employee.wishes
            for _ in wish.in_cycle(scenario.cycle)
        )


def _has(model: Model, employee: Employee, day: int, wish: Wish) -> Linear:
    """Whether the day has what the wish is about: a shift, any shift, or none."""
    if wish.shift is None:
        return model.on(employee, day)
    if wish.shift == "":
        return 1 - model.on(employee, day)
    return model.works(employee, day, wish.shift)
