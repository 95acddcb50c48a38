"""How often a line works each shift on each weekday, and its weekends as patterns of Saturday and Sunday."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from solver.domain.cycle import DAY_MINUTES, SATURDAY, SUNDAY, SUNDAY_PERIOD_WEEKS, WEEK_DAYS, overlap
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.rules.base import Linear, Rule, starts
from solver.rules.sundays import zone_of
from solver.rules.weekend_patterns import Pattern, too_soon, weekend_patterns
from solver.search.container import Container
from solver.search.limits import Limits


class DayCounts(Container):
    """The counts of every line, with what holds between neighbouring days and between weekends."""

    def __init__(self, scenario: Scenario, rules: Sequence[Rule], limits: Limits | None = None) -> None:
        super().__init__(scenario, limits)
        self.count: dict[tuple[str, int, str], Linear] = {}
        self.weekends: dict[str, dict[Pattern, Linear]] = {}
        self.tredelt_sundays: dict[str, Linear] = {}
        self.possible = self._possible(rules)
        for employee in self.lines:
            self._make_counts(employee)
            self._make_weekends(employee)

    def works(self, employee: Employee, day: int, code: str) -> Linear:
        return self.count.get((self._owner(employee), day, code), 0)

    def works_any(self, employee: Employee, day: int, codes: Iterable[str]) -> Linear:
        return sum(self.works(employee, day, code) for code in codes)

    def on(self, employee: Employee, day: int) -> Linear:
        return self.works_any(employee, day, self.scenario.shift_by_code)

    def _possible(self, rules: Sequence[Rule]) -> dict[tuple[str, int, str], set[int]]:
        """In which weeks (from 0) each line may work each shift on each weekday."""
        found: dict[tuple[str, int, str], set[int]] = defaultdict(set)
        for employee in self.lines:
            for day, codes in enumerate(starts(self.scenario, rules, employee)):
                for code in codes:
                    found[employee.id, day % WEEK_DAYS, code].add(day // WEEK_DAYS)
        return found

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
                and too_soon(self.scenario, shift, other)
            ]
            if first is not None and later:
                self.add(
                    first + sum(later) <= self.cycle.weeks + (not self.cycle.wraps),
                    f"rest.{employee.id}.{dow}",
                )

    def _make_weekends(self, employee: Employee) -> None:
        found: dict[Pattern, Linear] = {}
        for pattern in weekend_patterns(self.scenario, employee):
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
            most = self.cycle.most_of(weeks, sunday.longest_row)
            half = weeks // 2 if self.cycle.wraps or weeks >= SUNDAY_PERIOD_WEEKS else weeks
            if not self.cycle.wraps:
                half = max(half, -(-weeks * 13 // SUNDAY_PERIOD_WEEKS) + 13)
            self.add(sum(on_sunday) <= min(most, half if sunday.rule == "averaged" else most), name)
            is_tredelt = self.scenario.norm_of(employee) == "tredelt"
            if is_tredelt and not employee.elsewhere and self._only_weekends_touch(employee, zone):
                self.tredelt_sundays[employee.id] = sum(on_sunday)

    def _only_weekends_touch(self, employee: Employee, zone: tuple[int, int]) -> bool:
        """Whether no shift of a weekday reaches into the Sunday zone, of its own week or of the one before."""
        return not any(
            self.possible[employee.id, dow, shift.code]
            and (self._reaches(dow, shift.code, zone) or self._reaches(dow + WEEK_DAYS, shift.code, zone))
            for dow, shift in product(range(SATURDAY), self.scenario.shifts)
        )

    def _touches(self, pattern: Pattern, zone: tuple[int, int]) -> bool:
        days = zip((SATURDAY, SUNDAY), pattern, strict=True)
        return any(code and self._reaches(dow, code, zone) for dow, code in days)

    def _reaches(self, day: int, code: str, zone: tuple[int, int]) -> bool:
        """Whether a shift that starts so many days after Monday overlaps the Sunday zone of that week."""
        start, end = (day * DAY_MINUTES + minute for minute in self.scenario.shift_by_code[code].span)
        return overlap(start, end, *zone) > 0
