"""Free Sundays, aml § 10-8 (4): the next one free, or by agreement on average every second, never too many in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from solver.domain.agreement import SundayRule
from solver.domain.cycle import SUNDAY, SUNDAY_PERIOD_WEEKS, WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule
from solver.rules.sundays import sunday_literals, weeks_before, worked_sundays

LAW = "aml § 10-8 (4)"
MOST_OF_PERIOD = SUNDAY_PERIOD_WEEKS // 2


class Sunday(Rule):
    """Every window of 26 weeks of the repeated plan counts, not only the plan itself (domain.md 1.4).

    Where the period does not repeat, Sundays worked before it count among those in a row.
    """

    card = Card(
        id="sunday",
        level="law",
        name="Søndagsfri",
        sentence="Den som har arbeidet en søndag, har fri den neste; er gjennomsnitt avtalt, er minst annenhver søndag "
        "fri over 26 uker og aldri flere enn avtalt arbeidet på rad.",
        law=LAW,
        link="https://lovdata.no/lov/2005-06-17-62/§10-8",
        parameters=(
            ("agreement.sunday.zone", "day and time"),
            ("agreement.sunday.rule", ""),
            ("agreement.sunday.max_in_a_row", "Sundays"),
        ),
    )

    def enforce(self, model: Model) -> None:
        rule = model.scenario.agreement.sunday
        if rule is None:
            return
        for employee in model.lines:
            self._enforce_line(model, employee, rule)

    def _enforce_line(self, model: Model, employee: Employee, rule: SundayRule) -> None:
        known = weeks_before(model.cycle, employee)
        worked = {}
        for week in range(-known, model.cycle.weeks):
            sunday = model.boolean(f"{self.card.id}.{employee.id}.{week}")
            for literal in sunday_literals(model, employee, week):
                model.add(sunday >= literal, f"{self.card.id}.{employee.id}.{week}")
            worked[week] = sunday
        row = _most_in_a_row(rule)
        for window in model.cycle.week_windows(row + 1, known):
            model.add(
                sum(worked[week] for week in window) <= row, f"{self.card.id}.{employee.id}.row{window[0]}"
            )
        if rule.rule == "averaged":
            for window in model.cycle.week_windows(SUNDAY_PERIOD_WEEKS):
                model.add(
                    sum(times * worked[week] for week, times in Counter(window).items()) <= MOST_OF_PERIOD,
                    f"{self.card.id}.{employee.id}.average{window[0]}",
                )

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        agreement = line.scenario.agreement
        rule = agreement.sunday
        if rule is None or (line.is_zero and line.is_unused):
            return
        law, row = agreement.law("sunday", LAW), _most_in_a_row(rule)
        worked = set(worked_sundays(line, first=-weeks_before(line.cycle, line.employee)))
        for week in sorted(worked):
            in_a_row = self._row_that_ends(line, worked, week, row)
            if week >= 0 and in_a_row > row:
                day = week * WEEK_DAYS + SUNDAY
                yield self.found(line, day, law=law, amount=in_a_row, limit=row, unit="sundays")
        if rule.rule == "averaged":
            yield from self._average(line, worked, law)

    def _row_that_ends(self, line: WorkLine, worked: set[int], week: int, row: int) -> int:
        """How many worked Sundays in a row end with this one; where they never end, more than `row`."""
        weeks, length = line.cycle.weeks, 1
        if line.cycle.wraps and len(worked) == weeks:
            return max(weeks, row + 1)
        while ((week - length) % weeks if line.cycle.wraps else week - length) in worked:
            length += 1
        return length

    def _average(self, line: WorkLine, worked: set[int], law: str) -> Iterator[Finding]:
        """The worst window of 26 weeks, where it has too many."""
        weeks = line.cycle.weeks
        if not line.cycle.wraps and weeks < SUNDAY_PERIOD_WEEKS:
            return
        firsts = range(weeks) if line.cycle.wraps else range(weeks - SUNDAY_PERIOD_WEEKS + 1)
        counts = [
            (sum((first + k) % weeks in worked for k in range(SUNDAY_PERIOD_WEEKS)), -first)
            for first in firsts
        ]
        most, first = max(counts)
        if most > MOST_OF_PERIOD:
            yield self.found(
                line,
                law=law,
                week=1 - first,
                amount=most,
                limit=MOST_OF_PERIOD,
                unit="sundays",
                detail="26_weeks",
            )


def _most_in_a_row(rule: SundayRule) -> int:
    return 1 if rule.rule == "next_free" else rule.max_in_a_row
