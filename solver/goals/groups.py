"""People who are alike, among whom weekends, evenings and nights are shared evenly."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from solver.domain.cycle import DAY_MINUTES, overlap
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift

Burden = Callable[[Shift, int], bool]
"""Whether this shift on this day is of the kind that is shared"""


def groups(scenario: Scenario, burden: Burden) -> list[tuple[Employee, ...]]:
    """People of the same competence and `max_weekends` who may carry the burden; two at least."""
    found: dict[tuple[str | None, int | None], list[Employee]] = {}
    for employee in scenario.employees:
        if any(burden(shift, day) for day, shift in possible_shifts(scenario, employee)):
            found.setdefault((employee.competence, employee.max_weekends), []).append(employee)
    return [tuple(group) for group in found.values() if len(group) > 1]


def possible_shifts(scenario: Scenario, employee: Employee) -> Iterator[tuple[int, Shift]]:
    """Each day of the cycle with each shift this person may work; none for a vacant line, or at 0 %."""
    if employee.vacant or employee.max_basis_points == 0:
        return
    for shift in scenario.shifts:
        if employee.shifts is not None and shift.code not in employee.shifts:
            continue
        if scenario.is_long(shift) and not employee.long_shifts:
            continue
        for day in range(scenario.cycle.days):
            if shift.runs_on(day) and not _is_unavailable(scenario, employee, day, shift):
                yield day, shift


def _is_unavailable(scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
    start, end = shift.span
    for offset in (-1, 0, 1):
        place = scenario.cycle.wrapped(day + offset)
        for window in employee.unavailable:
            if place is None or not window.includes(place):
                continue
            first, last = window.span
            if overlap(start, end, first + offset * DAY_MINUTES, last + offset * DAY_MINUTES):
                return True
    return False
