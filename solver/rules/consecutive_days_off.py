"""Days off in a row: at least, away from the ends of a period that does not repeat."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule
from solver.rules.runs import forbid_short_runs, runs


class ConsecutiveDaysOff(Rule):
    """A day is off when no shift starts on it. A line that is free all the time is not held to anything."""

    asks_for_work = True
    card = Card(
        id="consecutive_days_off",
        level="unit",
        name="Fridager på rad",
        sentence="Ingen har færre fridager på rad enn enheten har bestemt.",
        law="Enhetens regler",
        parameters=(("rules.min_consecutive_days_off", "days"),),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            least = model.scenario.rules_of(employee).min_consecutive_days_off
            if least:
                self._at_least(model, employee, least)

    def _at_least(self, model: Model, employee: Employee, least: int) -> None:
        name = f"{self.card.id}.{employee.id}"
        forbid_short_runs(model, least, lambda day: model.negated(model.on(employee, day)), name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        least = line.scenario.rules_of(line.employee).min_consecutive_days_off or 1
        for run in runs(line, lambda day: not line.works(day)):
            if run.whole and run.length < least:
                yield self.found(line, run.first, amount=run.length, limit=least, unit="days")
