"""Night shifts on days in a row: at most."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule
from solver.rules.runs import runs


class ConsecutiveNights(Rule):
    """A night belongs to the day it starts on; nights before the period count."""

    card = Card(
        id="consecutive_nights",
        level="unit",
        name="Netter på rad",
        sentence="Ingen arbeider flere netter på rad enn enheten har bestemt.",
        law="Enhetens regler",
        parameters=(("rules.max_consecutive_nights", "nights"), ("shifts.kind", "")),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            most = model.scenario.rules_of(employee).max_consecutive_nights
            if most:
                self._at_most(model, employee, most)

    def _at_most(self, model: Model, employee: Employee, most: int) -> None:
        nights = [shift.code for shift in model.scenario.shifts if shift.kind == "night"]
        for window in model.cycle.windows(most + 1, history=len(employee.before)):
            worked = sum(model.works_any(employee, day, nights) for day in window)
            model.add(worked <= most, f"{self.card.id}.{employee.id}.{window.start}")

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        most = line.scenario.rules_of(line.employee).max_consecutive_nights
        for run in runs(line, lambda day: _is_night(line, day)) if most else ():
            if length := run.beyond(most):
                yield self.found(line, run.first, amount=length, limit=most, unit="nights")


def _is_night(line: WorkLine, day: int) -> bool:
    shift = line.shift(day)
    return shift is not None and shift.kind == "night"
