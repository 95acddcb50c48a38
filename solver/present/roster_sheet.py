"""The roster as planners lay it out: a row for each line with its sums, and who is on each day underneath.

What workbooks and papers have in common; amounts are minutes, days and people, and each form makes its own text of
them. Source: domain.md 4.5 (turnusplan sheet, cover summary).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from solver.domain.cycle import SATURDAY, SUNDAY, WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.roster import Roster
from solver.domain.scenario import Demand, Scenario
from solver.domain.shift import Shift
from solver.domain.values import clock
from solver.domain.work import Sheet, WorkLine
from solver.goals.presence import Presence
from solver.present.text import DAYS
from solver.present.words import say

Kind = Literal["day", "evening", "night", "long", "f1", "free", "elsewhere"]


@dataclass(frozen=True)
class Cell:
    """What one day of one line shows."""

    text: str
    kind: Kind


@dataclass(frozen=True)
class SheetRow:
    """One line: who, what each day shows, and the sums (minutes; `position` in basis points)."""

    employee: Employee
    cells: tuple[Cell, ...]
    position: int | None
    minutes: int
    average_minutes: int
    """a week"""
    balance: int | None
    weekends: int
    nights: int


@dataclass(frozen=True)
class CoverRow:
    """Fewest people present at once in a row of demand, day by day (None: no such day), beside its `min`."""

    demand: Demand
    least: int
    present: tuple[int | None, ...]


@dataclass(frozen=True)
class RosterSheet:
    """A complete roster (as an audit completes it) laid over its scenario."""

    scenario: Scenario
    roster: Roster
    lang: str = "nb"

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet.of(self.scenario, self.roster)

    @property
    def days(self) -> range:
        return range(self.scenario.cycle.days)

    @property
    def start(self) -> date | None:
        """The Monday of week 1, where the scenario says it."""
        return self.scenario.cycle_shape.start

    def date_of(self, day: int) -> date | None:
        return self.start + timedelta(days=day) if self.start else None

    def day_of_month(self, day: int) -> str:
        """`24`, or nothing where the first Monday is not known."""
        when = self.date_of(day)
        return str(when.day) if when else ""

    def week_name(self, week: int) -> str:
        """`Uke 3 (18.1-24.1)` for week 2 (from 0), without dates where the first Monday is not known."""
        told = say("Uke {week}", self.lang, week=week + 1)
        first, last = self.date_of(week * WEEK_DAYS), self.date_of(week * WEEK_DAYS + WEEK_DAYS - 1)
        return f"{told} ({first.day}.{first.month}-{last.day}.{last.month})" if first and last else told

    def letter(self, day: int) -> str:
        """The day of the week as printed rosters have it: M T O T F L S."""
        return say(DAYS[day % WEEK_DAYS], self.lang)[:1].upper()

    @staticmethod
    def is_weekend(day: int) -> bool:
        return day % WEEK_DAYS in (SATURDAY, SUNDAY)

    def rows(self) -> Iterator[SheetRow]:
        """Every line, in the scenario's order."""
        for line in self.sheet.lines:
            given = line.given
            minutes = given.minutes if given and given.minutes is not None else line.paid_minutes
            yield SheetRow(
                employee=line.employee,
                cells=tuple(self._cell(line, day) for day in self.days),
                position=given.position_basis_points if given else None,
                minutes=minutes,
                average_minutes=round(minutes / self.scenario.cycle.weeks),
                balance=given.balance_minutes if given else None,
                weekends=sum(line.weekend_is_worked(week) for week in range(line.cycle.weeks)),
                nights=sum(shift.kind == "night" for _, shift in line.worked_days()),
            )

    def _cell(self, line: WorkLine, day: int) -> Cell:
        code, shift = line.code(day), line.shift(day)
        if code:
            return Cell(code, self.kind_of(shift))
        if line.given and day in line.given.f1:
            return Cell("F1", "f1")
        return Cell("", "elsewhere" if any(line.elsewhere(day)) else "free")

    def kind_of(self, shift: Shift | None) -> Kind:
        """How a shift is coloured; a long one as that, whatever its hours."""
        if shift is None:
            return "day"
        return "long" if self.scenario.is_long(shift) else shift.kind

    def staffing(self) -> Iterator[tuple[Shift, tuple[int, ...]]]:
        """How many of those who count in the cover start each shift, day by day."""
        counted = [line for line in self.sheet.lines if line.employee.counts_in_cover]
        for shift in self.scenario.shifts:
            numbers = tuple(sum(line.code(day) == shift.code for line in counted) for day in self.days)
            if any(numbers):
                yield shift, numbers

    def cover(self) -> Iterator[CoverRow]:
        """The rows of demand that ask for a least, each with the fewest present on its days."""
        presence = Presence.of(self.sheet)
        for row in self.scenario.demand:
            if row.least:
                found = {day: min(one.present for one in told) for day, told in presence.windows(row) if told}
                yield CoverRow(row, row.least, tuple(found.get(day) for day in self.days))

    def demand_name(self, row: Demand) -> str:
        """`07:30-15:00 (college)`."""
        start, end = row.span
        whom = ", ".join(row.whom)
        return f"{clock(start)}-{clock(end)}" + (f" ({whom})" if whom else "")
