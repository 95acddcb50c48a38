"""The most that one line can give: upper bounds that no lawful roster passes, one limit at a time. No solver."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from solver.domain.cycle import DAY_MINUTES, SATURDAY, SUNDAY, WEEK_DAYS, overlap
from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.norm import tolerance_times_full
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.rules.base import Rule, starts
from solver.rules.sundays import zone_of
from solver.rules.weekend_patterns import Pattern, weekend_patterns

Starts = Collection[tuple[int, str]]
"""Days of the cycle with the code of a shift that starts there."""


class Reach:
    """What one line may work at all, and how much of it at most."""

    def __init__(self, scenario: Scenario, employee: Employee, rules: Sequence[Rule]) -> None:
        self.scenario, self.employee, self.cycle = scenario, employee, scenario.cycle
        self.rules = scenario.rules_of(employee)
        self.possible = {
            (day, code) for day, codes in enumerate(starts(scenario, rules, employee)) for code in codes
        }

    def shift(self, code: str) -> Shift:
        return self.scenario.shift_by_code[code]

    # -- time --------------------------------------------------------------------------------------------------

    @property
    def most_minutes(self) -> int | None:
        """Paid minutes in shifts that the largest position and the unit's own limit let it have; None: no limit."""
        limits = [] if self.rules.max_minutes is None else [self.rules.max_minutes]
        tolerance = tolerance_times_full(self.scenario, self.employee)
        if tolerance is not None:
            weekly = self.scenario.weekly_minutes_of(self.employee)
            if self.scenario.norm_of(self.employee) == "tredelt":
                weekly = self.scenario.agreement.tredelt.ceiling_weekly_minutes
            target = self.employee.max_basis_points * weekly * self.cycle.weeks
            limits.append((target + tolerance) // FULL_BASIS_POINTS)
        return max(0, min(limits) - self.employee.other_minutes) if limits else None

    def most_clock_minutes(self) -> int:
        """Minutes by the clock that it can be on shift in the cycle."""
        if not self.possible:
            return 0
        codes = {code for _, code in self.possible}
        shifts = self.most_shifts(self.possible)
        by_days = shifts * max(self.shift(code).clock_minutes for code in codes)
        paid = self.most_minutes
        if paid is None or any(self.shift(code).paid_minutes == 0 for code in codes):
            return by_days
        rate = max(Fraction(self.shift(code).clock_minutes, self.shift(code).paid_minutes) for code in codes)
        return min(by_days, int(paid * rate))

    # -- shifts ------------------------------------------------------------------------------------------------

    def most_shifts(self, starts: Starts) -> int:
        """How many of these shifts it can work in the cycle."""
        mine = self.possible & set(starts)
        if not mine or not self.employee.max_basis_points:
            return 0
        codes = {code for _, code in mine}
        limits = [self._most_days(mine), *self._by_runs(codes)]
        paid, least = self.most_minutes, min(self.shift(code).paid_minutes for code in codes)
        if paid is not None and least:
            limits.append(paid // least)
        most = self.rules.max_shifts or {}
        if all(code in most for code in codes):
            limits.append(sum(most[code] for code in codes))
        return max(0, min(limits))

    def _by_runs(self, codes: set[str]) -> list[int]:
        """What the most days and nights in a row leave of the cycle."""
        longest = [self.rules.max_consecutive_days]
        if all(self.shift(code).kind == "night" for code in codes):
            longest.append(self.rules.max_consecutive_nights)
        return [self.cycle.most_of(self.cycle.days, most) for most in longest if most]

    def _most_days(self, mine: set[tuple[int, str]]) -> int:
        """Days that can have one of them: a day off in each week, and of the weekends those that may be worked."""
        days = {day for day, _ in mine}
        a_week = WEEK_DAYS - bool(self.scenario.agreement.min_weekly_rest_minutes)
        weekdays, weekends = 0, 0
        for week in range(self.cycle.weeks):
            weekdays += sum(week * WEEK_DAYS + dow in days for dow in range(SATURDAY))
            weekends += sum(week * WEEK_DAYS + dow in days for dow in (SATURDAY, SUNDAY))
        if not weekends:
            return weekdays
        each = max((self._in_a_weekend(pattern, mine) for pattern in self._patterns()), default=0)
        weekends = min(weekends, each * self.most_weekends, *self._by_sundays(mine))
        return min(weekdays + weekends, a_week * self.cycle.weeks)

    @property
    def most_weekends(self) -> int:
        """Weekends that it can work."""
        weeks = self.cycle.weeks
        open_ones = {day // WEEK_DAYS for day, _ in self.possible if day % WEEK_DAYS >= SATURDAY}
        limits = [len(open_ones)]
        if self.employee.max_weekends is not None:
            limits.append(self.employee.max_weekends)
        apart = self.rules.min_weeks_between_weekends
        if apart:
            limits.append(max(1, weeks // apart) if self.cycle.wraps else -(-weeks // apart))
        return min(limits)

    def _in_a_weekend(self, pattern: Pattern, mine: set[tuple[int, str]]) -> int:
        """How many of the pattern's shifts are among these in some week."""
        sides = list(zip((SATURDAY, SUNDAY), pattern, strict=True))
        weeks = range(self.cycle.weeks)
        return max(sum((week * WEEK_DAYS + dow, code) in mine for dow, code in sides) for week in weeks)

    def _patterns(self) -> Iterator[Pattern]:
        """Worked weekends of shifts that it may start on the day in some week."""
        starts_on = {(day % WEEK_DAYS, code) for day, code in self.possible}
        for pattern in weekend_patterns(self.scenario, self.employee):
            sides = zip((SATURDAY, SUNDAY), pattern, strict=True)
            if all(not code or (dow, code) in starts_on for dow, code in sides):
                yield pattern

    def _by_sundays(self, mine: set[tuple[int, str]]) -> list[int]:
        """Where all of them are Sunday work: as many as Sundays may be worked, and as a weekend has of them."""
        sunday, weeks = self.scenario.agreement.sunday, self.cycle.weeks
        weekend = {(day % WEEK_DAYS, code) for day, code in mine if day % WEEK_DAYS >= SATURDAY}
        if not sunday or not all(self._in_zone(dow, code) for dow, code in weekend):
            return []
        most = self.cycle.most_of(weeks, sunday.longest_row)
        if sunday.rule == "averaged" and self.cycle.wraps:
            most = min(most, weeks // 2)
        return [most * len({dow for dow, _ in weekend})]

    def _in_zone(self, dow: int, code: str) -> bool:
        sunday = self.scenario.agreement.sunday
        start, end = (dow * DAY_MINUTES + edge for edge in self.shift(code).span)
        return sunday is not None and overlap(start, end, *zone_of(sunday, 0)) > 0
