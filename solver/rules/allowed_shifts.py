"""Which shifts a line may have: the codes the person works, on the weekdays the shift runs."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.cycle import DAY_NAMES
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.work import WorkLine
from solver.rules.base import Card, Rule


class AllowedShifts(Rule):
    """A roster that people made may hold codes nobody knows; each is a breach. `detail` is the code."""

    card = Card(
        id="allowed_shifts",
        level="unit",
        name="Vakter på linjen",
        sentence="Hver linje har bare vakter som finnes i enheten den ukedagen, og som den ansatte går.",
        law="Enhetens regler",
        parameters=(("employees.shifts", ""), ("shifts.days", ""), ("shifts.code", "")),
    )

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        return shift.runs_on(day) and (employee.shifts is None or shift.code in employee.shifts)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        known = line.scenario.shift_by_code
        works = set(known if line.employee.shifts is None else line.employee.shifts)
        for day, code in enumerate(line.days):
            if not code:
                continue
            weekdays = known[code].days if code in known else ()
            wrong_day = weekdays is not None and DAY_NAMES[day % len(DAY_NAMES)] not in weekdays
            if wrong_day or code not in works:
                yield self.found(line, day, detail=code)
