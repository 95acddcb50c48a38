"""Working minutes a week on average over several weeks (aml § 10-5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from solver.domain.cycle import WEEK_DAYS
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule
from solver.rules.week_hours import planned_minutes


class AverageWeekHours(Rule):
    """Every window of that many weeks counts; one longer than the cycle runs over its repetitions."""

    card = Card(
        id="average_week_hours",
        level="law",
        name="Gjennomsnittlig arbeidstid",
        sentence="Arbeidstiden per uke er i snitt ikke lengre enn loven og avtalen åpner for, uansett "
        "hvilken uke en begynner å telle fra; arbeid i andre enheter regnes med.",
        law="aml § 10-5",
        link="https://lovdata.no/lov/2005-06-17-62/§10-5",
        parameters=(
            ("agreement.max_average_week_minutes.minutes", "minutes"),
            ("agreement.max_average_week_minutes.weeks", "weeks"),
            ("employees.elsewhere", ""),
        ),
    )

    def enforce(self, model: Model) -> None:
        agreement = model.scenario.agreement
        average, most = agreement.max_average_week_minutes, agreement.max_week_minutes
        if average is None or (most is not None and most <= average.minutes):
            return  # no week may hold more than the average
        for employee in model.lines:
            weeks = [planned_minutes(model, employee, week) for week in range(model.cycle.weeks)]
            for window in model.cycle.week_windows(average.weeks):
                total = sum(times * weeks[week] for week, times in Counter(window).items())
                name = f"{self.card.id}.{employee.id}.{window[0] * WEEK_DAYS}"
                model.add(total <= average.minutes * average.weeks, name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        agreement, cycle = line.scenario.agreement, line.cycle
        average = agreement.max_average_week_minutes
        if average is None or (line.is_zero and line.is_unused):
            return
        minutes = [0] * cycle.weeks
        for period in line.periods(0, cycle.days - 1):
            minutes[period.day // WEEK_DAYS] += period.working_minutes
        law = agreement.law("max_average_week_minutes", self.card.law)
        for window in cycle.week_windows(average.weeks):
            mean = -(-sum(minutes[week] for week in window) // average.weeks)
            if mean > average.minutes:
                week, limit = window[0] + 1, average.minutes
                yield self.found(line, law=law, week=week, amount=mean, limit=limit, unit="minutes")
