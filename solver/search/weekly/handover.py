"""From what is known of a shared line to the search over all its days."""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

from solver.domain.roster import Line
from solver.search.model import RosterModel


def keep_lines(problem: cp_model.CpModel, model: RosterModel, lines: Iterable[Line]) -> None:
    """Hold a whole roster, so that every other variable of the model gets its value."""
    line_of = {line.employee: line for line in lines}
    for employee in model.lines:
        line = line_of[employee.id]
        for day, code in enumerate(line.days):
            for shift in model.scenario.shifts:
                literal = model.works(employee, day, shift.code)
                if not isinstance(literal, int):
                    problem.add(literal == int(code == shift.code))
        problem.add(model.position(employee) == line.position_basis_points)
