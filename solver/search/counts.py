"""The counts behind a roster: how often each line works each shift on each weekday, before any day is laid.

A relaxation: every roster has counts that hold here, so what is proven here is proven for rosters. Weekends are
counted as patterns of Saturday and Sunday. It answers to the names goals use: a count stands where the first week of
the model asks for a shift, and 0 in the other weeks, so that a sum over the cycle is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from solver.domain.cycle import DAY_MINUTES, SATURDAY, SUNDAY, SUNDAY_PERIOD_WEEKS, WEEK_DAYS, overlap
from solver.domain.demand import Segment, segments
from solver.domain.employee import Employee
from solver.domain.norm import tolerance_times_full
from solver.domain.scenario import Demand, Scenario
from solver.domain.shift import Shift
from solver.rules.base import Linear, Rule
from solver.rules.budget import Budget
from solver.rules.sundays import zone_of
from solver.rules.tredelt import EVERY_NTH_SUNDAY, hold_tredelt
from solver.search.container import Container

FULL = 10_000
Pattern = tuple[str, str]


class CountModel(Container):
    """A CP-SAT model of one scenario's counts."""

    def __init__(self, scenario: Scenario, rules: Sequence[Rule]) -> None:
        super().__init__(scenario)
        self.count: dict[tuple[str, int, str], Linear] = {}
        self.weekends: dict[str, dict[Pattern, Linear]] = {}
        self.short: dict[tuple[int, int, Segment], Linear] = {}
        self.tredelt_sundays: dict[str, Linear] = {}
        self.possible = self._possible(rules)
        for employee in self.lines:
            self._make_counts(employee)
            self._make_weekends(employee)
            self._make_position(employee, self._paid(employee))
            self._hold_hours(employee)
            self._hold_runs(employee)
        self._order_alike()
        self._hold_demand()
        Budget().enforce(self)

    # -- what goals ask for ------------------------------------------------------------------------------------

    def works(self, employee: Employee, day: int, code: str) -> Linear:
        return self.count.get((self._owner(employee), day, code), 0)

    def works_any(self, employee: Employee, day: int, codes: Iterable[str]) -> Linear:
        return sum(self.works(employee, day, code) for code in codes)

    def on(self, employee: Employee, day: int) -> Linear:
        return self.works_any(employee, day, self.scenario.shift_by_code)

    def heads(self, row: Demand, day: int, code: str) -> Linear:
        counted = (employee for employee in self.employees if self.scenario.counts_in(row, employee))
        return sum(self.works(employee, day, code) for employee in counted)

    def weekend(self, employee: Employee, week: int) -> Linear:
        return 0 if week else sum(self.weekends[self._owner(employee)].values())

    # -- one line ----------------------------------------------------------------------------------------------

    def _possible(self, rules: Sequence[Rule]) -> dict[tuple[str, int, str], frozenset[int]]:
        """In which weeks (from 0) each line may work each shift on each weekday."""
        return {
            (employee.id, dow, shift.code): frozenset(
                week
                for week in range(self.cycle.weeks)
                if all(rule.allows(self.scenario, employee, week * WEEK_DAYS + dow, shift) for rule in rules)
            )
            for employee in self.lines
            for dow in range(WEEK_DAYS)
            for shift in self.scenario.shifts
        }

    def _make_counts(self, employee: Employee) -> None:
        for dow, shift in product(range(WEEK_DAYS), self.scenario.shifts):
            weeks = self.possible[employee.id, dow, shift.code]
            if weeks:
                pinned = sum(
                    self.scenario.pinned_code(employee, week * WEEK_DAYS + dow) == shift.code
                    for week in weeks
                )
                name = f"n.{employee.id}.{dow}.{shift.code}"
                self.count[employee.id, dow, shift.code] = self.integer(pinned, len(weeks), name)
        for dow in range(WEEK_DAYS):
            self.add(self.on(employee, dow) <= self.cycle.weeks, f"on.{employee.id}.{dow}")
            self._hold_rest(employee, dow)

    def _hold_rest(self, employee: Employee, dow: int) -> None:
        """In no week both a shift and one on the next day that it leaves too little rest for."""
        for shift in self.scenario.shifts:
            first = self.count.get((employee.id, dow, shift.code))
            later = [
                self.count[employee.id, (dow + 1) % WEEK_DAYS, other.code]
                for other in self.scenario.shifts
                if (employee.id, (dow + 1) % WEEK_DAYS, other.code) in self.count
                and self._too_soon(shift, other)
            ]
            if first is not None and later:
                self.add(
                    first + sum(later) <= self.cycle.weeks + (not self.cycle.wraps),
                    f"rest.{employee.id}.{dow}",
                )

    def _too_soon(self, shift: Shift, other: Shift) -> bool:
        agreement = self.scenario.agreement
        if agreement.min_daily_rest_minutes is None:
            return False
        short = agreement.short_daily_rest
        floor = short.floor_minutes if short else agreement.min_daily_rest_minutes
        return other.span[0] + DAY_MINUTES - shift.span[1] < floor

    def _make_weekends(self, employee: Employee) -> None:
        found: dict[Pattern, Linear] = {}
        for pattern in self._patterns(employee):
            weeks = self._weeks_of(employee, pattern)
            if weeks:
                found[pattern] = self.integer(0, weeks, f"weekend.{employee.id}.{'-'.join(pattern)}")
        self.weekends[employee.id] = found
        for side, dow in enumerate((SATURDAY, SUNDAY)):
            for shift in self.scenario.shifts:
                here = sum(count for pattern, count in found.items() if pattern[side] == shift.code)
                count = self.count.get((employee.id, dow, shift.code), 0)
                self.add(here == count, f"weekend.{employee.id}.{dow}.{shift.code}")
        self._hold_weekends(employee, found)

    def _weeks_of(self, employee: Employee, pattern: Pattern) -> int:
        weeks = set(range(self.cycle.weeks))
        for dow, code in zip((SATURDAY, SUNDAY), pattern, strict=True):
            if code:
                weeks &= self.possible[employee.id, dow, code]
        return len(weeks)

    def _patterns(self, employee: Employee) -> Iterator[Pattern]:
        """What a worked weekend may look like: the rest between its days, and the unit's weekend shape."""
        shape = self.scenario.rules_of(employee).weekend_shape or "any"
        by_code = self.scenario.shift_by_code
        for saturday, sunday in product(("", *by_code), repeat=2):
            worked = [by_code[code] for code in (saturday, sunday) if code]
            long = [self.scenario.is_long(shift) for shift in worked]
            too_soon = len(worked) == 2 and self._too_soon(*worked)
            fits = {
                "any": True,
                "both": len(worked) == 2,
                "both_or_long": len(worked) == 2 or all(long),
                "one_long": long == [True],
                "long_and_short": sorted(long) == [False, True],
            }[shape]
            if worked and fits and not too_soon:
                yield saturday, sunday

    def _hold_weekends(self, employee: Employee, found: dict[Pattern, Linear]) -> None:
        rules, weeks = self.scenario.rules_of(employee), self.cycle.weeks
        worked, name = sum(found.values()), f"weekends.{employee.id}"
        limits = [weeks]
        if employee.max_weekends is not None:
            limits.append(employee.max_weekends)
        if rules.min_weeks_between_weekends:
            apart = rules.min_weeks_between_weekends
            limits.append(weeks // apart if self.cycle.wraps else -(-weeks // apart))
        self.add(worked <= min(limits), name)
        sunday = self.scenario.agreement.sunday
        if sunday:
            zone = zone_of(sunday, 0)
            on_sunday = [count for pattern, count in found.items() if self._touches(pattern, zone)]
            row = 1 if sunday.rule == "next_free" else sunday.max_in_a_row
            most = weeks * row // (row + 1) if self.cycle.wraps else weeks - weeks // (row + 1)
            half = weeks // 2 if self.cycle.wraps or weeks >= SUNDAY_PERIOD_WEEKS else weeks
            if not self.cycle.wraps:
                half = max(half, -(-weeks * 13 // SUNDAY_PERIOD_WEEKS) + 13)
            self.add(sum(on_sunday) <= min(most, half if sunday.rule == "averaged" else most), name)
            if self.scenario.norm_of(employee) == "tredelt" and not employee.elsewhere:
                self.tredelt_sundays[employee.id] = sum(on_sunday)

    def _touches(self, pattern: Pattern, zone: tuple[int, int]) -> bool:
        for dow, code in zip((SATURDAY, SUNDAY), pattern, strict=True):
            if code:
                start, end = (dow * DAY_MINUTES + minute for minute in self.scenario.shift_by_code[code].span)
                if overlap(start, end, *zone):
                    return True
        return False

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
                self.add(total <= self._most_in_runs(most), name)
        for code in self.scenario.shift_by_code:
            worked = sum(self.works(employee, dow, code) for dow in range(WEEK_DAYS))
            if rules.max_shifts and code in rules.max_shifts:
                self.add(worked <= rules.max_shifts[code], name)
            if rules.min_shifts and code in rules.min_shifts:
                self.add(worked >= rules.min_shifts[code] * self.used(employee), name)
        if employee.min_weekends:
            self.add(self.weekend(employee, 0) >= employee.min_weekends * self.used(employee), name)

    def _most_in_runs(self, most: int) -> int:
        days = self.cycle.days
        return days * most // (most + 1) if self.cycle.wraps else days - days // (most + 1)

    def _order_alike(self) -> None:
        """Vacant lines that are alike in all but name are interchangeable: the larger comes first."""
        alike: dict[str, Employee] = {}
        for employee in self.lines:
            if employee.vacant:
                key = employee.model_copy(update={"id": "", "name": None}).model_dump_json()
                if key in alike:
                    self.add(self.position(alike[key]) >= self.position(employee), f"alike.{employee.id}")
                alike[key] = employee

    # -- demand ------------------------------------------------------------------------------------------------

    def _hold_demand(self) -> None:
        for number, row in enumerate(self.scenario.demand):
            weeks = [week for week in range(self.cycle.weeks) if row.weeks is None or week + 1 in row.weeks]
            for dow in range(WEEK_DAYS):
                if weeks and row.includes(weeks[0] * WEEK_DAYS + dow):
                    for segment in segments(self.scenario, row, dow):
                        self._hold_segment(number, dow, segment, len(weeks))

    def _hold_segment(self, number: int, dow: int, segment: Segment, weeks: int) -> None:
        row, name = self.scenario.demand[number], f"demand.{number}.{dow}.{segment.start}"
        supply = self._supply(row, dow, segment)
        if row.least:
            short = self.integer(0, row.least * weeks, name)
            self.add(supply + short >= row.least * weeks, name)
            self.short[number, dow, segment] = short
        inside = self.cycle.wraps or all(offset == 0 for offset, _ in segment.parts)
        if row.max is not None and weeks == self.cycle.weeks and inside:
            self.add(supply <= row.max * weeks, name)

    def _supply(self, row: Demand, dow: int, segment: Segment) -> Linear:
        """Person-shifts through a segment over all weeks (and, in a period with ends, all that may pass them)."""
        counted = [employee for employee in self.employees if self.scenario.counts_in(row, employee)]
        beyond = 0 if self.cycle.wraps else sum(offset != 0 for offset, _ in segment.parts) * len(counted)
        return beyond + sum(
            self.works(employee, (dow + offset) % WEEK_DAYS, code)
            for employee in counted
            for offset, code in segment.parts
        )

    def uncovered(self) -> Linear:
        """At least so many person-minutes of `cover`."""
        return sum(segment.minutes * short for (_, _, segment), short in self.short.items())
