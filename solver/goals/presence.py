"""Who is on shift at each moment, swept from the actual work periods on the clock; never for the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from solver.domain.cycle import DAY_MINUTES, WEEK_DAYS
from solver.domain.scenario import Demand
from solver.domain.work import Period, Sheet


@dataclass(frozen=True)
class Stretch:
    """A part of a window, in minutes after the midnight of its day, with as many people all through it."""

    start: int
    end: int
    present: int

    @property
    def minutes(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Presence:
    """The shifts of a roster, by the day on which they start."""

    sheet: Sheet
    _swept: dict[int, list[tuple[int, list[Stretch]]]] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: Sheet) -> Presence:
        """The one of this roster, which all goals share."""
        known: dict[object, Presence] = sheet.kept
        if cls not in known:
            known[cls] = cls(sheet)
        return known[cls]

    @cached_property
    def _known(self) -> dict[int, list[tuple[str, Period]]]:
        return {}

    def _starting(self, day: int) -> list[tuple[str, Period]]:
        """Who starts what on a day of the cycle or next to it."""
        if day not in self._known:
            lines = self.sheet.lines
            self._known[day] = [(line.employee.id, period) for line in lines for period in line.starting(day)]
        return self._known[day]

    def windows(self, row: Demand) -> list[tuple[int, list[Stretch]]]:
        """Each day of a row of the scenario with the stretches of its window, in order."""
        if id(row) not in self._swept:
            self._swept[id(row)] = list(self._sweep_row(row))
        return self._swept[id(row)]

    def _sweep_row(self, row: Demand) -> Iterator[tuple[int, list[Stretch]]]:
        scenario, lines = self.sheet.scenario, self.sheet.lines
        counted = {line.employee.id for line in lines if scenario.counts_in(row, line.employee)}
        weekly = self.sheet.is_one_line and len(counted) == len(lines)
        swept: dict[int, list[Stretch]] = {}
        for day in row.in_cycle(self.sheet.cycle):
            alike = day % WEEK_DAYS if weekly else day  # each week of a shared line has somebody at any time
            if alike not in swept:
                swept[alike] = list(self._sweep(row, day, counted))
            yield day, swept[alike]

    def _sweep(self, row: Demand, day: int, counted: set[str]) -> Iterator[Stretch]:
        """Walk the clock from the start of the window to its end, from one change of people to the next."""
        start, end = row.span
        change = {start: 0, end: 0}
        for near in (day - 1, day, day + 1):
            for employee, period in self._starting(near):
                if employee not in counted or not row.counts_shift(period.code):
                    continue
                first = max(start, period.start - day * DAY_MINUTES)
                last = min(end, period.end - day * DAY_MINUTES)
                if first < last:
                    change[first] = change.get(first, 0) + 1
                    change[last] = change.get(last, 0) - 1
        present = 0
        moments = sorted(change)
        for moment, following in pairwise(moments):
            present += change[moment]
            yield Stretch(moment, following, present)
