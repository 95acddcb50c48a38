"""The paid minutes of a line in the cycle or period: at most, and where it is used at least."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule


class LineMinutes(Rule):
    """Beside what a position asks for: a least and a most that hold whatever the position is.

    `other_minutes` count, as they do for the position.
    """

    asks_for_work = True
    card = Card(
        id="line_minutes",
        level="unit",
        name="Timer i turnusperioden",
        sentence="Ingen har mer betalt tid i turnusperioden enn enheten har bestemt, og heller ikke mindre.",
        law="Enhetens regler",
        parameters=(("rules.max_minutes", "minutes"), ("rules.min_minutes", "minutes")),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            rules, name = model.scenario.rules_of(employee), f"{self.card.id}.{employee.id}"
            if rules.max_minutes is not None:
                model.add(model.minutes(employee) <= rules.max_minutes, f"{name}.max")
            if rules.min_minutes is not None:
                least = rules.min_minutes * model.used(employee)
                model.add(model.minutes(employee) >= least, f"{name}.min")

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        rules, paid = line.scenario.rules_of(line.employee), line.paid_minutes
        if rules.max_minutes is not None and paid > rules.max_minutes:
            yield self.found(line, amount=paid, limit=rules.max_minutes, unit="minutes")
        if rules.min_minutes is not None and paid < rules.min_minutes and not line.is_zero:
            yield self.found(line, amount=paid, limit=rules.min_minutes, unit="minutes")
