"""Days off in a row: at most, and (away from the ends of a period that does not repeat) at least."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule
from solver.rules.runs import forbid_short_runs, runs


class ConsecutiveDaysOff(Rule):
    """A day is off when no shift starts on it. An unused line, free all the time, is not held to a maximum."""

    asks_for_work = True
    card = Card(
        id="consecutive_days_off",
        level="unit",
        name="Fridager på rad",
        sentence="Ingen har færre fridager på rad enn enheten har bestemt, og heller ikke flere.",
        law="Enhetens regler",
        parameters=(("rules.min_consecutive_days_off", "days"), ("rules.max_consecutive_days_off", "days")),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            rules = model.scenario.rules_of(employee)
            if rules.min_consecutive_days_off:
                self._at_least(model, employee, rules.min_consecutive_days_off)
            if rules.max_consecutive_days_off:
                self._at_most(model, employee, rules.max_consecutive_days_off)

    def _at_least(self, model: Model, employee: Employee, least: int) -> None:
        name = f"{self.card.id}.{employee.id}"
        forbid_short_runs(model, least, lambda day: model.negated(model.on(employee, day)), name)

    def _at_most(self, model: Model, employee: Employee, most: int) -> None:
        for window in model.cycle.windows(most + 1, history=len(employee.before)):
            free = (model.negated(model.on(employee, day)) for day in window)
            name = f"{self.card.id}.{employee.id}.most{window.start}"
            model.forbid(model.used(employee), *free, name=name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        rules = line.scenario.rules_of(line.employee)
        least, most = rules.min_consecutive_days_off or 1, rules.max_consecutive_days_off
        if line.is_zero and line.is_unused:
            return
        for run in runs(line, lambda day: not line.works(day)):
            if length := run.beyond(most):
                yield self.found(line, run.place, amount=length, limit=most, unit="days")
            if run.whole and run.length < least:
                yield self.found(line, run.first, amount=run.length, limit=least, unit="days")
