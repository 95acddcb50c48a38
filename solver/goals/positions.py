"""The position of a line of a roster, for the goals and measures about position sizes."""

from __future__ import annotations

from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.work import Sheet, WorkLine


def position_of(line: WorkLine) -> int:
    """The position in basis points as the roster states it; else what the paid minutes come to."""
    stated = line.given.position_basis_points if line.given else None
    if stated is not None:
        return stated
    step = line.scenario.agreement.position_step_basis_points
    whole_step = line.scenario.full_time_minutes_of(line.employee) * step
    steps = (2 * line.paid_minutes * FULL_BASIS_POINTS + whole_step) // (2 * whole_step)
    return min(FULL_BASIS_POINTS, steps * step)


def positions(sheet: Sheet) -> dict[str, int]:
    """The position of every employee in basis points; one who is missing from the roster has 0."""
    return {
        employee.id: position_of(sheet.line_of[employee.id]) if employee.id in sheet.line_of else 0
        for employee in sheet.scenario.employees
    }
