"""Shifts longer than the agreement's `long_shift_minutes` only for those who agreed to them (design: domain.md 1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.work import WorkLine
from solver.rules.base import Card, Rule


class LongShiftConsent(Rule):
    """The shift's length by the clock is what counts."""

    card = Card(
        id="long_shift_consent",
        level="agreement",
        name="Samtykke til langvakt",
        sentence="Vakter som er lengre enn avtalens grense for langvakt, går bare til den som har samtykket.",
        law="Avtalen om langvakter",
        parameters=(("agreement.long_shift_minutes", "minutes"), ("employees.long_shifts", "")),
    )

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        return employee.long_shifts or not scenario.is_long(shift)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        limit = line.scenario.agreement.long_shift_minutes
        law = line.scenario.agreement.law("long_shift_minutes", self.card.law)
        if limit is None or line.employee.long_shifts:
            return
        for day, shift in line.worked_days():
            start, end = shift.span
            if end - start > limit:
                yield self.found(line, day, law=law, amount=end - start, limit=limit, unit="minutes")
