"""Part-time that people do not want: how far their positions are under what they asked for."""

from __future__ import annotations

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.base import Goal
from solver.goals.positions import positions
from solver.rules.base import Linear, Model


class UnwantedPartTime(Goal):
    """Summed over people; vacant lines want nothing."""

    id = "unwanted_part_time"
    unit = "percent points"
    scale = 100
    name = "Uønsket deltid"

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        held = positions(sheet)
        people = (employee for employee in sheet.scenario.employees if not employee.vacant)
        return sum(max(0, employee.wanted_basis_points - held[employee.id]) for employee in people)

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        terms: list[Linear] = []
        for employee in model.employees:
            wanted, name = employee.wanted_basis_points, f"{self.id}.{employee.id}"
            if employee.vacant or wanted <= employee.min_basis_points:
                continue
            if wanted >= employee.max_basis_points:
                terms.append(wanted - model.position(employee))
                continue
            lacking = model.integer(0, wanted, name)
            model.add(lacking >= wanted - model.position(employee), name)
            terms.append(lacking)
        return sum(terms)

    def ceiling(self, scenario: Scenario) -> int:
        return sum(employee.wanted_basis_points for employee in scenario.employees if not employee.vacant)
