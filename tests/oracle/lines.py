"""The roster unrolled: every line as dated codes and work periods in absolute minutes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .clock import DAY, DAYS, Data, exact, span, window_days
from .defaults import with_defaults


@dataclass(frozen=True)
class Period:
    """Continuous work. `code` is None for work in another unit."""

    start: int
    end: int
    working: int
    day: int
    code: str | None


@dataclass(frozen=True)
class Unit:
    """The scenario with its defaults, and how often the cycle is laid out before and after."""

    scenario: Data
    agreement: Data
    weeks: int
    cyclic: bool
    laps: int
    shifts: dict[str, Data]

    @property
    def length(self) -> int:
        """Days in the cycle."""
        return 7 * self.weeks

    def lap_offsets(self) -> range:
        """Days by which each repetition is moved; only 0 where the period does not repeat."""
        laps = self.laps if self.cyclic else 0
        return range(-laps * self.length, laps * self.length + 1, self.length)

    def place(self, day: int) -> tuple[int, str]:
        """Week number and day name; a day before the period is told as its first day."""
        base = day % self.length if self.cyclic else min(max(day, 0), self.length - 1)
        return base // 7 + 1, DAYS[base % 7]


@dataclass(frozen=True)
class Line:
    """One line of the roster. `codes` and the periods run over all repetitions; day 0 is base."""

    unit: Unit
    who: Data
    id: str
    position: Fraction
    days: list[str]
    f1: list[Any]
    codes: dict[int, str]
    own: list[Period]
    elsewhere: list[Period]

    @property
    def unused(self) -> bool:
        """A line of 0 % that indeed works nothing."""
        return self.position == 0 and not any(self.days)

    @property
    def rules(self) -> Data:
        """The unit's rules with this person's own in their place."""
        return {**self.unit.scenario["rules"], **self.who["rules"]}

    def all_periods(self) -> list[Period]:
        """Own shifts and work elsewhere, by start."""
        return sorted([*self.own, *self.elsewhere], key=lambda period: (period.start, period.end))

    def base(self) -> list[Period]:
        """Own shifts that start inside the cycle itself."""
        return [period for period in self.own if 0 <= period.day < self.unit.length]

    def shift(self, period: Period) -> Data:
        """The shift of an own period."""
        assert period.code is not None
        return self.unit.shifts[period.code]

    def runs(self, flag: Callable[[str], bool]) -> list[tuple[int, int]]:
        """(first day, length) of each unbroken run of days; each run of the cycle once.

        Without rotation, the days before the period lengthen a run that goes on into it.
        """
        found, day, last = [], min(self.codes), max(self.codes)
        while day <= last:
            start = day
            while day <= last and flag(self.codes[day]):
                day += 1
            if day > start:
                found.append((start, day - start))
            day += 1  # the day that ended the run
        if not self.unit.cyclic:
            return [run for run in found if run[0] + run[1] > 0]
        if found and found[0][1] == len(self.codes):
            return [(0, len(self.codes))]
        return [run for run in found if 0 <= run[0] < self.unit.length]


def read(scenario: Data, roster: Data) -> tuple[Unit, list[Line]]:
    """The unit and its lines in the order of the scenario; a missing line is an unused one."""
    full = with_defaults(scenario)
    unit = _unit(full)
    rows = {row["employee"]: row for row in roster["lines"]}
    known = [person["id"] for person in full["employees"]]
    if len(rows) < len(roster["lines"]) or not set(rows) <= set(known):
        raise ValueError("the roster has a line twice or a line of nobody in the scenario")
    blank: Data = {"position": 0, "days": [""] * unit.length}
    return unit, [_line(unit, who, rows.get(who["id"], blank)) for who in full["employees"]]


def _unit(full: Data) -> Unit:
    weeks: int = full["cycle"]["weeks"]
    average = full["agreement"]["max_average_week_minutes"] or {"weeks": 1}
    laps = max(26, average["weeks"]) // weeks + 2
    cyclic = full["cycle"]["rotation"] != "none"
    shifts = {shift["code"]: shift for shift in full["shifts"]}
    return Unit(full, full["agreement"], weeks, cyclic, laps, shifts)


def _line(unit: Unit, who: Data, row: Data) -> Line:
    days: list[str] = list(row["days"])
    if len(days) != unit.length or not {*days, *who["before"]} <= {"", *unit.shifts}:
        raise ValueError(f"{who['id']}: {unit.length} days of known codes expected")
    codes = {day + lap: code for lap in unit.lap_offsets() for day, code in enumerate(days)}
    if not unit.cyclic:
        codes |= {-back: code for back, code in enumerate(reversed(who["before"]), start=1)}
    own = [_shift_period(unit, day, codes[day]) for day in sorted(codes) if codes[day]]
    elsewhere = list(_elsewhere(unit, who))
    position = exact(row["position"])
    return Line(unit, who, who["id"], position, days, row.get("f1") or [], codes, own, elsewhere)


def _shift_period(unit: Unit, day: int, code: str) -> Period:
    shift = unit.shifts[code]
    start, end = span(shift)
    return Period(day * DAY + start, day * DAY + end, shift["working_minutes"], day, code)


def _elsewhere(unit: Unit, who: Data) -> Iterator[Period]:
    for window in who["elsewhere"]:
        start, end = span(window)
        for base in window_days(window, unit.weeks):
            for day in (base + lap for lap in unit.lap_offsets()):
                yield Period(day * DAY + start, day * DAY + end, end - start, day, None)
