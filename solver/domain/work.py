"""Work on the clock: who works when, in absolute minutes from Monday 00:00 of week 1, past both ends of the cycle.

Calendar helpers only, no law: rules and goals share them, and each decides for itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from solver.domain.cycle import DAY_MINUTES, Cycle
from solver.domain.employee import Employee
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.shared_line import walk_one_line
from solver.domain.shift import Shift


@dataclass(frozen=True, order=True)
class Period:
    """One stretch of work from `start` to `end`; it belongs to `day`. `code` is empty for work elsewhere."""

    start: int
    end: int
    day: int
    code: str
    working_minutes: int

    @property
    def minutes(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class WorkLine:
    """One employee's days as codes, readable for any day: wrapped, or from `before`, or free outside the period."""

    scenario: Scenario
    employee: Employee
    days: tuple[str, ...]
    given: Line | None = None

    @property
    def cycle(self) -> Cycle:
        return self.scenario.cycle

    @property
    def history(self) -> int:
        """How many days before day 0 are known."""
        return len(self.employee.before)

    def code(self, day: int) -> str:
        """The code of any day; `""` is free."""
        if 0 <= day < len(self.days):
            return self.days[day]
        place = self.cycle.wrapped(day)
        if place is not None:
            return self.days[place]
        return self.employee.before[self.history + day] if -self.history <= day < 0 else ""

    def shift(self, day: int) -> Shift | None:
        """The shift that starts on any day (None: free, or a code nobody knows)."""
        return self.scenario.shift_by_code.get(self.code(day))

    def works(self, day: int) -> bool:
        return bool(self.code(day))

    @cached_property
    def is_unused(self) -> bool:
        """Whether the line has no shift at all."""
        return not any(self.days)

    def worked_days(self) -> Iterator[tuple[int, Shift]]:
        """The days of the cycle with a known shift."""
        known = self.scenario.shift_by_code
        for day, code in enumerate(self.days):
            if code in known:
                yield day, known[code]

    def elsewhere(self, day: int) -> Iterator[tuple[int, int]]:
        """Spans of work in another unit that belong to any day, in absolute minutes."""
        place = self.cycle.wrapped(day) if self.employee.elsewhere else None
        if place is None:
            return
        for window in self.employee.elsewhere:
            if window.includes(place):
                start, end = window.span
                yield day * DAY_MINUTES + start, day * DAY_MINUTES + end

    def periods(self, first: int, last: int, elsewhere: bool = True) -> list[Period]:
        """All work that starts on the days `first` to `last` (both included), in order of start."""
        days = range(first, last + 1)
        return [one for day in days for one in self._starting(day) if elsewhere or one.code]

    def _starting(self, day: int) -> tuple[Period, ...]:
        """All work that starts on any day, in order; looked up once, as every rule and goal asks for it."""
        if day not in self._known:
            found = [Period(start, end, day, "", end - start) for start, end in self.elsewhere(day)]
            shift = self.shift(day)
            if shift:
                start, end = (day * DAY_MINUTES + minute for minute in shift.span)
                found.append(Period(start, end, day, shift.code, shift.working_minutes))
            self._known[day] = tuple(sorted(found))
        return self._known[day]

    @cached_property
    def _known(self) -> dict[int, tuple[Period, ...]]:
        return {}

    def starting(self, day: int) -> Sequence[Period]:
        """The shift that starts on any day, or none."""
        return [one for one in self._starting(day) if one.code]

    @cached_property
    def paid_minutes(self) -> int:
        """Paid minutes in the cycle; those outside shifts count where the line is used."""
        known = self.scenario.shift_by_code
        counted = Counter(self.days).items()
        shifts = sum(known[code].paid_minutes * days for code, days in counted if code in known)
        return shifts + (0 if self.is_zero else self.employee.other_minutes)

    @property
    def is_zero(self) -> bool:
        """Whether the line is unused: stated as 0 %, or (where no size is stated) without any shift."""
        stated = self.given.position_basis_points if self.given else None
        return stated == 0 if stated is not None else self.is_unused

    def weekend_is_worked(self, week: int) -> bool:
        """Whether a shift starts on Saturday or Sunday of the week (from 0)."""
        return self.works(week * 7 + 5) or self.works(week * 7 + 6)


@dataclass(frozen=True)
class Sheet:
    """A roster laid over its scenario: one WorkLine for each employee that the roster has."""

    scenario: Scenario
    roster: Roster
    lines: Sequence[WorkLine]

    @classmethod
    def of(cls, scenario: Scenario, roster: Roster) -> Sheet:
        """Lay the roster over the scenario; lines of unknown people and of the wrong length are left out."""
        lines = [
            WorkLine(scenario, scenario.employee_by_id[line.employee], line.days, line)
            for line in roster.lines
            if line.employee in scenario.employee_by_id and len(line.days) == scenario.cycle.days
        ]
        return cls(scenario, roster, lines)

    @property
    def cycle(self) -> Cycle:
        return self.scenario.cycle

    @cached_property
    def is_one_line(self) -> bool:
        """Whether all walk one line (rotation shared), so that the first says it for everyone."""
        lines = [line.given for line in self.lines if line.given]
        return len(lines) == len(self.lines) and walk_one_line(self.scenario, lines)

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What follows from the roster alone and several goals ask for (see `goals.presence`)."""
        return {}

    @cached_property
    def line_of(self) -> dict[str, WorkLine]:
        return {line.employee.id: line for line in self.lines}
