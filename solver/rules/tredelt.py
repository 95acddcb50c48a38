"""A three-part roster in a model: the hours its position stands for, and the shifts that earn it (HTA 4.2.4).

Sums over the cycle only, so that it serves whole rosters and the counts behind them alike.
"""

from __future__ import annotations

from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.norm import SIXTIETHS, credit_sixtieths
from solver.rules.base import Linear, Model

EVERY_NTH_SUNDAY = 3  # § 10-4 (6): what a three-part roster works at least


def hold_tredelt(model: Model, employee: Employee, tolerance: int | None, name: str) -> None:
    """Keep the line's minutes within the tolerance (times 10,000; None: anywhere) of its target, and its kinds of
    shift as asked.
    """
    _kinds(model, employee, name)
    if tolerance is not None:
        _hours(model, employee, tolerance, name)


def _hours(model: Model, employee: Employee, tolerance: int, name: str) -> None:
    scenario = model.scenario
    norm, size = scenario.agreement.tredelt, SIXTIETHS * scenario.cycle.weeks * model.position(employee)
    top = SIXTIETHS * FULL_BASIS_POINTS * scenario.cycle.weeks * norm.base_weekly_minutes
    credit = sum(
        credit_sixtieths(scenario, shift, day) * model.works(employee, day, shift.code)
        for day in range(scenario.cycle.days)
        for shift in scenario.shifts
    )
    earned = norm.base_weekly_minutes * size - FULL_BASIS_POINTS * credit
    floor = model.largest([earned, norm.floor_weekly_minutes * size], 0, top, f"{name}.floor")
    target = model.smallest([floor, norm.ceiling_weekly_minutes * size], 0, top, f"{name}.target")
    apart = SIXTIETHS * FULL_BASIS_POINTS * model.minutes(employee) - target
    model.add(apart <= SIXTIETHS * tolerance, f"{name}.most")
    model.add(apart >= -SIXTIETHS * tolerance, f"{name}.least")


def _kinds(model: Model, employee: Employee, name: str) -> None:
    """Day, evening and night shifts, and at least a quarter of the hours on days and evenings."""
    scenario, used = model.scenario, model.used(employee)
    minutes: dict[str, Linear] = {"day": 0, "evening": 0, "night": 0}
    for kind in minutes:
        codes = [shift.code for shift in scenario.shifts if shift.kind == kind]
        count = sum(model.works_any(employee, day, codes) for day in range(scenario.cycle.days))
        model.add(count >= used, f"{name}.{kind}")
    for day in range(scenario.cycle.days):
        for shift in scenario.shifts:
            minutes[shift.kind] += shift.paid_minutes * model.works(employee, day, shift.code)
    model.add(3 * (minutes["day"] + minutes["evening"]) >= minutes["night"], f"{name}.quarter")
