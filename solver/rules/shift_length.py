"""Working minutes of one shift (aml § 10-4 (1) and what § 10-5 lets an agreement open)."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule


class ShiftLength(Rule):
    """A block of work elsewhere is a shift too: where one is too long, the line cannot be used."""

    card = Card(
        id="shift_length",
        level="law",
        name="Vaktlengde",
        sentence="Ingen vakt er lengre enn loven og avtalen åpner for, heller ikke i en annen enhet.",
        law="aml § 10-4 (1), § 10-5",
        link="https://lovdata.no/lov/2005-06-17-62/§10-5",
        parameters=(("agreement.max_shift_minutes", "minutes"), ("employees.elsewhere", "")),
    )

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        limit = scenario.agreement.max_shift_minutes
        return limit is None or shift.working_minutes <= limit

    def enforce(self, model: Model) -> None:
        limit = model.scenario.agreement.max_shift_minutes
        if limit is None:
            return
        for employee in model.lines:
            for window in employee.elsewhere:
                start, end = window.span
                for day in window.in_cycle(model.cycle):
                    if end - start > limit:
                        model.implies(model.used(employee), name=f"{self.card.id}.{employee.id}.{day}")

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        agreement = line.scenario.agreement
        limit = agreement.max_shift_minutes
        if limit is None or (line.is_zero and line.is_unused):
            return
        law = agreement.law("max_shift_minutes", self.card.law)
        for period in line.periods(0, line.cycle.days - 1):
            minutes = period.working_minutes
            if minutes > limit:
                yield self.found(line, period.day, law=law, amount=minutes, limit=limit, unit="minutes")
