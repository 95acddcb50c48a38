"""How many lines there are, and how many of them are smaller than they should be."""

from __future__ import annotations

from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.base import Goal
from solver.goals.positions import positions
from solver.rules.base import Linear, Model


class LinesUsed(Goal):
    """Lines with a position over 0."""

    id = "lines_used"
    unit = "lines"
    name = "Stillinger i bruk"

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        return sum(1 for held in positions(sheet).values() if held > 0)

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        return sum(model.used(employee) for employee in model.employees)

    def ceiling(self, scenario: Scenario) -> int:
        return len(scenario.employees)


class SmallerThan(Goal):
    """Base: lines over 0 and under a size, except people who want a smaller one themselves."""

    unit = "lines"

    def size(self, scenario: Scenario, employee: Employee) -> int:
        """The size in basis points that this line should have at least."""
        raise NotImplementedError

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        held = positions(sheet)
        return sum(
            0 < held[employee.id] < self.size(sheet.scenario, employee)
            for employee in sheet.scenario.employees
            if employee.vacant or employee.wanted_basis_points >= self.size(sheet.scenario, employee)
        )

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        return sum(self._is_smaller(model, employee) for employee in model.employees)

    def _is_smaller(self, model: Model, employee: Employee) -> Linear:
        size, name = self.size(model.scenario, employee), f"{self.id}.{employee.id}"
        by_choice = not employee.vacant and employee.wanted_basis_points < size
        if by_choice or employee.min_basis_points >= size:
            return 0
        if employee.max_basis_points < size:
            return model.used(employee)
        smaller = model.boolean(name)
        model.add(model.position(employee) + size * smaller >= size * model.used(employee), name)
        return smaller

    def ceiling(self, scenario: Scenario) -> int:
        return len(scenario.employees)


class SmallPositions(SmallerThan):
    """The size is the scenario's `small_position`, which may differ by competence."""

    id = "small_positions"
    name = "Små stillinger"

    def size(self, scenario: Scenario, employee: Employee) -> int:
        return scenario.small_below(employee)


class PartTime(SmallerThan):
    """The size is full time."""

    id = "part_time"
    name = "Deltidsstillinger"

    def size(self, scenario: Scenario, employee: Employee) -> int:
        return FULL_BASIS_POINTS
