"""Position sizes and norms: which sizes a line may have, and what a three-part roster earns.

Amounts are whole minutes, sizes basis points. Source: contract section 1 (Position, Tredelt); domain.md 1.3.
"""

from __future__ import annotations

from solver.domain.agreement import SundayRule, Tredelt
from solver.domain.cycle import DAY_MINUTES, WEEK_DAYS, WEEK_MINUTES, overlap
from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift

SIXTIETHS = 60


def sizes(scenario: Scenario, employee: Employee) -> list[int]:
    """The position sizes a line may have, in basis points: 0 for an unused vacant line, multiples of the step within
    the line's limits, and the limits themselves.
    """
    step = scenario.agreement.position_step_basis_points
    low, high = employee.min_basis_points, employee.max_basis_points
    found = {low, high, *range(-(-low // step) * step, high + 1, step)}
    if employee.vacant:
        found.add(0)
    return sorted(size for size in found if size == 0 or low <= size <= high)


def tolerance_times_full(scenario: Scenario, employee: Employee) -> int | None:
    """How far the minutes may lie from the position, times 10,000; None where there is no limit."""
    tolerance = scenario.agreement.hours_tolerance_basis_points
    return None if tolerance is None else tolerance * scenario.full_time_minutes_of(employee)


def credit_sixtieths(scenario: Scenario, shift: Shift, day: int) -> int:
    """What a shift on a day earns in a three-part roster, in sixtieths of a minute: each night minute, and each other
    minute in the Sunday zone; none counts twice.
    """
    tredelt, sunday = scenario.agreement.tredelt, scenario.agreement.sunday
    start, end = shift.span
    midnight = day % WEEK_DAYS * DAY_MINUTES
    night = zone = both = 0
    for night_start, night_end in _nights(tredelt):
        here = max(start, night_start), min(end, night_end)
        night += max(0, here[1] - here[0])
        both += _in_zone(sunday, midnight + here[0], midnight + here[1]) if here[1] > here[0] else 0
    zone = _in_zone(sunday, midnight + start, midnight + end) - both
    return tredelt.night_credit_sixtieths * night + tredelt.sunday_credit_sixtieths * zone


def _nights(tredelt: Tredelt) -> list[tuple[int, int]]:
    """The nights that a shift of one day can touch, in minutes after its midnight."""
    start, end = tredelt.night.from_minutes, tredelt.night.until_minutes
    end = end if end > start else end + DAY_MINUTES
    return [(start + turn * DAY_MINUTES, end + turn * DAY_MINUTES) for turn in (-1, 0, 1)]


def _in_zone(sunday: SundayRule | None, start: int, end: int) -> int:
    if sunday is None:
        return 0
    zone_start, zone_end = sunday.zone
    zone_end = zone_end if zone_end > zone_start else zone_end + WEEK_MINUTES
    return sum(
        overlap(start, end, zone_start + turn * WEEK_MINUTES, zone_end + turn * WEEK_MINUTES)
        for turn in (-1, 0, 1)
    )


def target_minutes(scenario: Scenario, employee: Employee, size: int, credit: int) -> int:
    """The paid minutes in the cycle that a position stands for, rounded to the nearest minute.

    `credit` is what the line's shifts earned, in sixtieths of a minute (used with norm tredelt only).
    """
    return round_half_up(scaled_target(scenario, employee, size, credit), SIXTIETHS * FULL_BASIS_POINTS)


def scaled_target(scenario: Scenario, employee: Employee, size: int, credit: int) -> int:
    """The same in 1/600,000 minutes, so that nothing is rounded."""
    if scenario.norm_of(employee) == "fixed":
        return SIXTIETHS * size * scenario.full_time_minutes_of(employee)
    tredelt, scale = scenario.agreement.tredelt, SIXTIETHS * size * scenario.cycle.weeks
    earned = tredelt.base_weekly_minutes * scale - FULL_BASIS_POINTS * credit
    return min(max(earned, tredelt.floor_weekly_minutes * scale), tredelt.ceiling_weekly_minutes * scale)


def round_half_up(value: int, unit: int) -> int:
    """A whole number of units, halves away from zero."""
    sign = -1 if value < 0 else 1
    return sign * ((2 * abs(value) + unit) // (2 * unit))
