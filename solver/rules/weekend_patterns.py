"""What a worked weekend may look like, for those who count weekends without laying them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from solver.domain.cycle import DAY_MINUTES
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift

Pattern = tuple[str, str]
"""The codes of Saturday and Sunday; `""` is free."""


def weekend_patterns(scenario: Scenario, employee: Employee) -> Iterator[Pattern]:
    """Every one with work in it that the rest between its days and the line's weekend shape let stand."""
    shape = scenario.rules_of(employee).weekend_shape or "any"
    by_code = scenario.shift_by_code
    for saturday, sunday in product(("", *by_code), repeat=2):
        worked = [by_code[code] for code in (saturday, sunday) if code]
        long = [scenario.is_long(shift) for shift in worked]
        fits = {
            "any": True,
            "both": len(worked) == 2,
            "both_or_long": len(worked) == 2 or all(long),
            "one_long": long == [True],
            "long_and_short": sorted(long) == [False, True],
        }[shape]
        if worked and fits and not (len(worked) == 2 and too_soon(scenario, *worked)):
            yield saturday, sunday


def too_soon(scenario: Scenario, shift: Shift, other: Shift) -> bool:
    """Whether `other` on the day after `shift` leaves less than the shortest rest there may be."""
    if scenario.agreement.min_daily_rest_minutes is None:
        return False
    return other.span[0] + DAY_MINUTES - shift.span[1] < scenario.agreement.least_daily_rest_minutes
