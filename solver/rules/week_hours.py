"""Working minutes from Monday to Sunday (aml § 10-4 (1), and § 10-5 where hours are averaged)."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Linear, Model, Rule


def planned_minutes(model: Model, employee: Employee, week: int) -> Linear:
    """Working minutes of the shifts that start in a week (from 0), and elsewhere where the line is used."""
    days = range(week * WEEK_DAYS, (week + 1) * WEEK_DAYS)
    elsewhere = [
        window.span[1] - window.span[0]
        for window in employee.elsewhere
        for day in days
        if window.includes(day)
    ]
    shifts = [
        shift.working_minutes * model.works(employee, day, shift.code)
        for day in days
        for shift in model.scenario.shifts
    ]
    return sum(shifts) + sum(elsewhere) * model.used(employee)


class WeekHours(Rule):
    """A shift's minutes belong to the day it starts on, so a Sunday night is Sunday's."""

    card = Card(
        id="week_hours",
        level="law",
        name="Arbeidstid i én uke",
        sentence="Arbeidstiden fra mandag til søndag er ikke lengre enn loven og avtalen åpner for; "
        "arbeid i andre enheter regnes med.",
        law="aml § 10-4 (1), § 10-5",
        link="https://lovdata.no/lov/2005-06-17-62/§10-5",
        parameters=(("agreement.max_week_minutes", "minutes"), ("employees.elsewhere", "")),
    )

    def enforce(self, model: Model) -> None:
        limit = model.scenario.agreement.max_week_minutes
        if limit is None:
            return
        for employee in model.lines:
            for week in range(model.cycle.weeks):
                name = f"{self.card.id}.{employee.id}.{week * WEEK_DAYS}"
                model.add(planned_minutes(model, employee, week) <= limit, name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        agreement = line.scenario.agreement
        limit = agreement.max_week_minutes
        if limit is None or (line.is_zero and line.is_unused):
            return
        law = agreement.law("max_week_minutes", self.card.law)
        for monday in range(0, line.cycle.days, WEEK_DAYS):
            minutes = sum(period.working_minutes for period in line.periods(monday, monday + WEEK_DAYS - 1))
            if minutes > limit:
                week = line.cycle.week_of(monday)
                yield self.found(line, law=law, week=week, amount=minutes, limit=limit, unit="minutes")
