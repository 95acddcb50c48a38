"""What one line's counts may be: hours that fit its position, days and nights in a row, numbers of shifts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.norm import tolerance_times_full
from solver.domain.scenario import Demand, Scenario
from solver.rules.base import Linear, Rule
from solver.rules.tredelt import EVERY_NTH_SUNDAY, hold_tredelt
from solver.search.day_counts import DayCounts
from solver.search.limits import Limits

FULL = 10_000


class LineCounts(DayCounts):
    """The counts of every line, each held by its own rules. It answers to the names that rules and goals use."""

    def __init__(self, scenario: Scenario, rules: Sequence[Rule], limits: Limits | None = None) -> None:
        super().__init__(scenario, rules, limits)
        for employee in self.lines:
            self._make_position(employee, self._paid(employee))
            self._hold_hours(employee)
            self._hold_runs(employee)

    def heads(self, row: Demand, day: int, code: str) -> Linear:
        counted = (employee for employee in self.employees if self.scenario.counts_in(row, employee))
        return sum(self.works(employee, day, code) for employee in counted)

    def weekend(self, employee: Employee, week: int) -> Linear:
        return 0 if week else sum(self.weekends[self._owner(employee)].values())

    def _paid(self, employee: Employee) -> Iterator[tuple[Linear, int]]:
        for (who, _, code), count in self.count.items():
            if who == employee.id:
                yield count, self.scenario.shift_by_code[code].paid_minutes

    def _hold_hours(self, employee: Employee) -> None:
        agreement, weeks, name = self.scenario.agreement, self.cycle.weeks, f"hours.{employee.id}"
        tolerance = tolerance_times_full(self.scenario, employee)
        if tolerance is not None and self.scenario.norm_of(employee) == "tredelt":
            hold_tredelt(self, employee, tolerance, name)
            if employee.id in self.tredelt_sundays:
                sundays = self.tredelt_sundays[employee.id]
                self.add(EVERY_NTH_SUNDAY * sundays >= weeks * self.used(employee), name)
        elif tolerance is not None:
            apart = FULL * self.minutes(employee) - self.scenario.full_time_minutes_of(
                employee
            ) * self.position(employee)
            self.add(apart <= tolerance, name)
            self.add(apart >= -tolerance, name)
        rules = self.scenario.rules_of(employee)
        if rules.max_minutes is not None:
            self.add(self.minutes(employee) <= rules.max_minutes, name)
        if rules.min_minutes:
            self.add(self.minutes(employee) >= rules.min_minutes * self.used(employee), name)
        if agreement.max_week_minutes is not None:
            working = sum(
                self.scenario.shift_by_code[code].working_minutes * count
                for (who, _, code), count in self.count.items()
                if who == employee.id
            )
            self.add(working <= agreement.max_week_minutes * weeks, name)

    def _hold_runs(self, employee: Employee) -> None:
        """Days and nights in a row, one day off a week, shifts of each code, and nothing where the line is unused."""
        rules, name = self.scenario.rules_of(employee), f"runs.{employee.id}"
        days = sum(self.on(employee, dow) for dow in range(WEEK_DAYS))
        nights = sum(
            count
            for (who, _, code), count in self.count.items()
            if who == employee.id and self.scenario.shift_by_code[code].kind == "night"
        )
        if self.scenario.agreement.min_weekly_rest_minutes:
            self.add(days <= (WEEK_DAYS - 1) * self.cycle.weeks, name)
        self.add(days <= self.cycle.days * self.used(employee), name)
        for total, most in ((days, rules.max_consecutive_days), (nights, rules.max_consecutive_nights)):
            if most:
                self.add(total <= self.cycle.most_of(self.cycle.days, most), name)
        for code in self.scenario.shift_by_code:
            worked = sum(self.works(employee, dow, code) for dow in range(WEEK_DAYS))
            if rules.max_shifts and code in rules.max_shifts:
                self.add(worked <= rules.max_shifts[code], name)
            if rules.min_shifts and code in rules.min_shifts:
                self.add(worked >= rules.min_shifts[code] * self.used(employee), name)
        if employee.min_weekends:
            self.add(self.weekend(employee, 0) >= employee.min_weekends * self.used(employee), name)
