"""Working days in a row: at most, and (away from the ends of a period that does not repeat) at least."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule
from solver.rules.runs import forbid_short_runs, runs


class ConsecutiveDays(Rule):
    """A day is worked when a shift starts on it; days before the period count towards the maximum."""

    asks_for_work = True
    card = Card(
        id="consecutive_days",
        level="unit",
        name="Arbeidsdager på rad",
        sentence="Ingen arbeider flere dager på rad enn enheten har bestemt, og heller ikke færre.",
        law="Enhetens regler",
        parameters=(("rules.max_consecutive_days", "days"), ("rules.min_consecutive_days", "days")),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            rules = model.scenario.rules_of(employee)
            if rules.max_consecutive_days:
                self._at_most(model, employee, rules.max_consecutive_days)
            if rules.min_consecutive_days:
                forbid_short_runs(
                    model,
                    rules.min_consecutive_days,
                    lambda day, who=employee: model.on(who, day),  # type: ignore[misc]
                    f"{self.card.id}.{employee.id}",
                )

    def _at_most(self, model: Model, employee: Employee, limit: int) -> None:
        for window in model.cycle.windows(limit + 1, history=len(employee.before)):
            worked = (model.on(employee, day) for day in window)
            model.forbid(*worked, name=f"{self.card.id}.{employee.id}.{window.start}")

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        rules = line.scenario.rules_of(line.employee)
        most, least = rules.max_consecutive_days, rules.min_consecutive_days
        for run in runs(line, line.works):
            if length := run.beyond(most):
                yield self.found(line, run.first, amount=length, limit=most, unit="days")
            if least and run.length < least and run.whole:
                yield self.found(line, run.first, amount=run.length, limit=least, unit="days")
