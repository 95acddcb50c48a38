"""Days that are decided already."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule


class Pinned(Rule):
    """Every pin that includes a day counts, also two that disagree. `detail` is the code pinned."""

    card = Card(
        id="pinned",
        level="unit",
        name="Låste dager",
        sentence="En dag som er bestemt på forhånd, har akkurat den vakten eller fridagen.",
        law="Enhetens regler",
        parameters=(("employees.pinned", ""),),
    )

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        return all(pin.shift == shift.code for pin in employee.pinned if pin.includes(day))

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            for pin in employee.pinned:
                for day in pin.in_cycle(model.cycle) if pin.shift else ():
                    name = f"{self.card.id}.{employee.id}.{day}"
                    model.add(model.works(employee, day, pin.shift) == 1, name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        for day, code in enumerate(line.days):
            for pin in line.employee.pinned:
                if pin.includes(day) and code != pin.shift:
                    yield self.found(line, day, detail=pin.shift)
