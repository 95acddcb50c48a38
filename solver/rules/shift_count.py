"""How many of one shift a line has in the cycle: at most, and where it is used at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Linear, Model, Rule


class ShiftCount(Rule):
    """`detail` is the code counted."""

    asks_for_work = True
    card = Card(
        id="shift_count",
        level="unit",
        name="Antall av hver vakt",
        sentence="Ingen har flere av en vakt i turnusperioden enn enheten har bestemt, og heller ikke færre.",
        law="Enhetens regler",
        parameters=(("rules.max_shifts", "shifts"), ("rules.min_shifts", "shifts")),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            rules = model.scenario.rules_of(employee)
            for code, most in (rules.max_shifts or {}).items():
                model.add(_planned(model, employee, code) <= most, f"{self.card.id}.{employee.id}.max.{code}")
            for code, least in (rules.min_shifts or {}).items():
                name = f"{self.card.id}.{employee.id}.min.{code}"
                model.add(_planned(model, employee, code) >= least * model.used(employee), name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        rules, counted = line.scenario.rules_of(line.employee), Counter(line.days)
        for code, most in (rules.max_shifts or {}).items():
            if counted[code] > most:
                yield self.found(line, amount=counted[code], limit=most, unit="shifts", detail=code)
        for code, least in (rules.min_shifts or {}).items():
            if counted[code] < least and not line.is_zero:
                yield self.found(line, amount=counted[code], limit=least, unit="shifts", detail=code)


def _planned(model: Model, employee: Employee, code: str) -> Linear:
    return sum(model.works(employee, day, code) for day in range(model.cycle.days))
