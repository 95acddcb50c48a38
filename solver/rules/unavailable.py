"""Time when a person cannot work: any overlap forbids the shift."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.cycle import DAY_MINUTES, overlap
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.work import WorkLine
from solver.rules.base import Card, Rule


class Unavailable(Rule):
    """Windows and shifts both belong to the day they start on, and both may run past midnight."""

    card = Card(
        id="unavailable",
        level="unit",
        name="Ikke tilgjengelig",
        sentence="Ingen får en vakt som overlapper tid den ansatte ikke kan arbeide.",
        law="Enhetens regler",
        parameters=(("employees.unavailable", ""),),
    )

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        start, end = shift.span
        for offset in (-1, 0, 1) if employee.unavailable else ():
            place = scenario.cycle.wrapped(day + offset)
            for window in employee.unavailable if place is not None else ():
                if not window.includes(place or 0):
                    continue
                first, last = (offset * DAY_MINUTES + minute for minute in window.span)
                if first < end and start < last:
                    return False
        return True

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        away = list(_away(line))
        for period in line.periods(0, line.cycle.days - 1, elsewhere=False):
            minutes = sum(overlap(period.start, period.end, *span) for span in away)
            if minutes:
                yield self.found(line, period.day, amount=minutes, limit=0, unit="minutes")


def _away(line: WorkLine) -> Iterator[tuple[int, int]]:
    """Every stretch the person is away, in absolute minutes, one day past both ends of the cycle."""
    for day in range(-1, line.cycle.days + 1) if line.employee.unavailable else ():
        place = line.cycle.wrapped(day)
        for window in line.employee.unavailable:
            if place is not None and window.includes(place):
                yield day * DAY_MINUTES + window.span[0], day * DAY_MINUTES + window.span[1]
