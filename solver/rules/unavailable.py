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
        away = _days_away(scenario, employee) if employee.unavailable else {}
        for offset in (-1, 0, 1):
            for first, last in away.get(scenario.cycle.wrapped(day + offset), ()):
                if first + offset * DAY_MINUTES < end and start < last + offset * DAY_MINUTES:
                    return False
        return True

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        away = list(_away(line))
        for period in line.periods(0, line.cycle.days - 1, elsewhere=False):
            minutes = sum(overlap(period.start, period.end, *span) for span in away)
            if minutes:
                yield self.found(line, period.day, amount=minutes, limit=0, unit="minutes")


Stretches = dict[int | None, list[tuple[int, int]]]
"""By the day they start on, in minutes of that day."""


def _days_away(scenario: Scenario, employee: Employee) -> Stretches:
    """The stretches the person is away; looked for once."""
    known: dict[object, tuple[object, Stretches]] = scenario.kept
    key = Unavailable.card.id, employee.id
    if key not in known or known[key][0] is not employee.unavailable:
        found: Stretches = {}
        for window in employee.unavailable:
            for day in window.in_cycle(scenario.cycle):
                found.setdefault(day, []).append(window.span)
        known[key] = employee.unavailable, found
    return known[key][1]


def _away(line: WorkLine) -> Iterator[tuple[int, int]]:
    """Every stretch the person is away, in absolute minutes, one day past both ends of the cycle."""
    for day in range(-1, line.cycle.days + 1) if line.employee.unavailable else ():
        place = line.cycle.wrapped(day)
        for window in line.employee.unavailable:
            if place is not None and window.includes(place):
                yield day * DAY_MINUTES + window.span[0], day * DAY_MINUTES + window.span[1]
