"""How many weekends a line works in the cycle: at most, and where it is used at least."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule


class WeekendCount(Rule):
    """A weekend is worked when a shift starts on its Saturday or Sunday."""

    card = Card(
        id="weekend_count",
        level="unit",
        name="Antall helger",
        sentence="Ingen arbeider flere helger i turnusperioden enn avtalt, og heller ikke færre.",
        law="Enhetens regler",
        parameters=(("employees.max_weekends", "weekends"), ("employees.min_weekends", "weekends")),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            most, least = employee.max_weekends, employee.min_weekends
            if most is None and not least:
                continue
            worked = sum(model.weekend(employee, week) for week in range(model.cycle.weeks))
            if most is not None:
                model.add(worked <= most, f"{self.card.id}.{employee.id}.max")
            if least:
                model.add(worked >= least * model.used(employee), f"{self.card.id}.{employee.id}.min")

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        most, least = line.employee.max_weekends, line.employee.min_weekends
        count = len([week for week in range(line.cycle.weeks) if line.weekend_is_worked(week)])
        if most is not None and count > most:
            yield self.found(line, amount=count, limit=most, unit="weekends")
        if least is not None and count < least and not line.is_zero:
            yield self.found(line, amount=count, limit=least, unit="weekends")
