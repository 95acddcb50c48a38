"""Worked weekends at least so many weeks apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from solver.domain.cycle import SATURDAY, SUNDAY, WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Bool, Card, Model, Rule


class WeekendsApart(Rule):
    """Counted from weekend to weekend, across the wrap: a weekend also meets itself in the next repetition.

    In a period that does not repeat, weekends in the days before it count against those in it.
    """

    card = Card(
        id="weekends_apart",
        level="unit",
        name="Uker mellom arbeidshelger",
        sentence="Arbeidshelgene til en person begynner minst så mange uker fra hverandre som bestemt.",
        law="Enhetens regler",
        parameters=(("rules.min_weeks_between_weekends", "weeks"),),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            apart = model.scenario.rules_of(employee).min_weeks_between_weekends or 1
            for week, later in _too_close(model, employee, apart):
                name = f"{self.card.id}.{employee.id}.{later * WEEK_DAYS + SATURDAY}"
                for literal in _worked(model, employee, week):
                    model.forbid(literal, model.weekend(employee, later), name=name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        cycle, limit = line.cycle, line.scenario.rules_of(line.employee).min_weeks_between_weekends
        first = 0 if cycle.wraps else -line.history // WEEK_DAYS
        worked = [week for week in range(first, cycle.weeks) if line.weekend_is_worked(week)]
        if cycle.wraps and worked:
            worked.append(worked[0] + cycle.weeks)
        for week, later in pairwise(worked):
            if limit and later >= 0 and later - week < limit:
                saturday = later * WEEK_DAYS + SATURDAY
                yield self.found(line, saturday, amount=later - week, limit=limit, unit="weeks")


def _too_close(model: Model, employee: Employee, apart: int) -> Iterator[tuple[int, int]]:
    """Pairs of weeks fewer than `apart` weeks apart; the first may lie before the period."""
    weeks, wraps = model.cycle.weeks, model.cycle.wraps
    first = 0 if wraps else -len(employee.before) // WEEK_DAYS
    for week in range(first, weeks):
        for later in range(week + 1, week + min(apart, weeks - first + 1)):
            if wraps or 0 <= later < weeks:
                yield week, later % weeks


def _worked(model: Model, employee: Employee, week: int) -> tuple[Bool, ...]:
    """What makes a weekend worked; the container knows those of the period."""
    if week >= 0:
        return (model.weekend(employee, week),)
    return tuple(model.on(employee, week * WEEK_DAYS + day) for day in (SATURDAY, SUNDAY))
