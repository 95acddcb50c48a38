"""What rosters cost in supplements for inconvenient hours: minutes of each, and kroner a year at the case's wages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver.domain.case import Case
from solver.domain.cycle import DAY_MINUTES, overlap
from solver.domain.tariff import Supplement, Tariff
from solver.domain.work import Sheet, WorkLine

YEAR_WEEKS = 52
HOUR_MINUTES = 60
PER_HUNDRED = 10_000
"""A percentage in hundredths of a wage in hundredths of a krone."""


@dataclass(frozen=True)
class Cost:
    """Supplements of rosters: clock minutes in the cycle by supplement, øre a year, and whether it is a least amount.

    `is_least`: a wage is not known, and the least rate stood in for it.
    """

    minutes: dict[str, int]
    ore_a_year: int
    is_least: bool


def cost(case: Case, tariff: Tariff, sheets: Sequence[Sheet]) -> Cost:
    """The supplements of these rosters together."""
    minutes = {one.id: 0 for one in tariff.supplements}
    ore, is_least = Fraction(0), False
    for sheet in sheets:
        for line in sheet.lines:
            wage = case.hourly_wage.get(line.employee.competence or "")
            for one in tariff.supplements:
                worked = _minutes(line, one)
                minutes[one.id] += worked
                is_least = is_least or bool(worked and one.percent_hundredths and wage is None)
                ore += Fraction(worked * _rate(one, wage) * YEAR_WEEKS, HOUR_MINUTES * line.cycle.weeks)
    return Cost(minutes, round(ore), is_least)


def _rate(supplement: Supplement, wage: int | None) -> int:
    """Øre an hour."""
    return max(supplement.least_hundredths, supplement.percent_hundredths * (wage or 0) // PER_HUNDRED)


def _minutes(line: WorkLine, supplement: Supplement) -> int:
    """Clock minutes of a line's shifts in a supplement's windows, past the midnight that a shift passes."""
    total = 0
    for day, shift in line.worked_days():
        for offset in (-1, 0, 1):
            if supplement.includes((day + offset) % line.cycle.days):
                first, last = (offset * DAY_MINUTES + minute for minute in supplement.span)
                total += overlap(*shift.span, first, last)
    return total
