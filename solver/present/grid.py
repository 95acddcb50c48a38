"""The roster as a compact grid: a row per line, a group of seven characters per week, as many weeks as fit.

`F` is the week's F1 (or `*`, where a shift is called F), `×` work in another unit, `·` another free day. Codes of
several characters get wider cells. The sums stand at the end of the last block of weeks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from solver.domain.cycle import WEEK_DAYS
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.values import clock
from solver.domain.values import number as percent
from solver.domain.work import Sheet, WorkLine
from solver.present.findings import who
from solver.present.text import DAYS, Piece, Pieces, hours, number
from solver.present.words import say

WIDTH = 120
FREE_MARK = "·"
F1_MARKS = ("F", "*", "°", "¤")
ELSEWHERE_MARKS = ("×", "+", "=", "/", "#")
GAP = "  "
LABEL_AT_MOST = 22
HEADER = ("timer", "%", "helg.")


@dataclass(frozen=True)
class Grid:
    """A roster to be shown within `width` columns."""

    scenario: Scenario
    roster: Roster
    lang: str
    width: int = WIDTH

    @cached_property
    def codes(self) -> list[str]:
        """The codes in use, in the scenario's order; unknown ones last."""
        used = {code for line in self.roster.lines for code in line.days if code}
        known = [shift.code for shift in self.scenario.shifts if shift.code in used]
        return known + sorted(used - set(known))

    @cached_property
    def f1_mark(self) -> str:
        return next(mark for mark in F1_MARKS if mark not in self.codes)

    @cached_property
    def elsewhere_mark(self) -> str:
        return next(mark for mark in ELSEWHERE_MARKS if mark not in self.codes)

    @cached_property
    def elsewhere(self) -> set[tuple[str, int]]:
        """Who works in another unit, and not here, on which days."""
        return {
            (line.employee.id, day)
            for line in Sheet.of(self.scenario, self.roster).lines
            for day in range(line.cycle.days)
            if not line.works(day) and any(line.elsewhere(day))
        }

    @cached_property
    def cell(self) -> int:
        return max((len(code) for code in self.codes), default=1)

    @cached_property
    def between(self) -> str:
        """What stands between the days of a week: nothing where a cell is one character."""
        return "" if self.cell == 1 else " "

    @cached_property
    def sums(self) -> list[list[str]]:
        """Hours, position and worked weekends of each line, the header first, all of the same width."""
        works = Sheet.of(self.scenario, self.roster).line_of
        rows = [[say(name, self.lang) for name in HEADER]]
        rows += [self._sums(line, works.get(line.employee)) for line in self.roster.lines]
        widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
        return [[cell.rjust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]

    def _sums(self, line: Line, work: WorkLine | None) -> list[str]:
        minutes = line.minutes if line.minutes is not None or work is None else work.paid_minutes
        points = line.position_basis_points
        return [
            "" if minutes is None else hours(minutes),
            "" if points is None else number(percent(points), self.lang),
            ""
            if work is None
            else str(sum(work.weekend_is_worked(week) for week in range(work.cycle.weeks))),
        ]

    @cached_property
    def labels(self) -> list[str]:
        """What each line is called: with the name where that costs no more blocks of weeks."""
        ids = [line.employee for line in self.roster.lines]
        named = [who(name, self.scenario)[:LABEL_AT_MOST] for name in ids]
        return named if self._blocks(named) == self._blocks(ids) else ids

    def _blocks(self, labels: Sequence[str]) -> int:
        sums = sum(len(cell) + len(GAP) for cell in self.sums[0])
        room = self.width - max(map(len, labels), default=0) - sums
        week = WEEK_DAYS * self.cell + (WEEK_DAYS - 1) * len(self.between)
        fit = max(1, room // (week + 1 + len(self.between)))
        return -(-self.scenario.cycle.weeks // fit)

    def blocks(self) -> Iterator[range]:
        """The weeks (from 0) of each block, spread evenly."""
        weeks, count = self.scenario.cycle.weeks, self._blocks(self.labels)
        size = -(-weeks // count)
        yield from (range(first, min(first + size, weeks)) for first in range(0, weeks, size))

    def lines(self) -> Iterator[Pieces]:
        """The whole grid, line by line, the legend last."""
        for weeks in self.blocks():
            is_last = weeks.stop == self.scenario.cycle.weeks
            yield from self._header(weeks, is_last)
            for place, line in enumerate(self.roster.lines):
                yield self._row(place, line, weeks, is_last)
            yield []
        yield from self._legend()

    def _header(self, weeks: range, is_last: bool) -> Iterator[Pieces]:
        blank = " " * max(map(len, self.labels), default=0)
        week_width = WEEK_DAYS * self.cell + (WEEK_DAYS - 1) * len(self.between)
        gap = " " + self.between
        yield [(blank, ""), *((gap + str(week + 1).ljust(week_width), "bold") for week in weeks)]
        letters = self.between.join(say(day, self.lang)[:1].upper().ljust(self.cell) for day in DAYS)
        yield [(blank, ""), *((gap + letters, "dim") for _ in weeks), *self._sum_pieces(0, is_last)]

    def _row(self, place: int, line: Line, weeks: range, is_last: bool) -> Pieces:
        width = max(map(len, self.labels))
        pieces: Pieces = [(self.labels[place].ljust(width), "bold")]
        for week in weeks:
            pieces.append((" ", ""))
            for day in range(week * WEEK_DAYS, min((week + 1) * WEEK_DAYS, len(line.days))):
                pieces.append(self._cell(line, day))
        return [*pieces, *self._sum_pieces(place + 1, is_last)]

    def _cell(self, line: Line, day: int) -> Piece:
        code = line.days[day]
        before = self.between
        if (line.employee, day) in self.elsewhere:
            return before + self.elsewhere_mark.ljust(self.cell), "dim"
        if not code:
            mark, style = (self.f1_mark, "green") if day in line.f1 else (FREE_MARK, "dim")
            return before + mark.ljust(self.cell), style
        return before + code.ljust(self.cell), self._style(self.scenario.shift_by_code.get(code))

    def _style(self, shift: Shift | None) -> str:
        if shift is None:
            return "bold red"
        if self.scenario.is_long(shift):
            return "bold yellow"
        return {"day": "", "evening": "cyan", "night": "bright_blue"}[shift.kind]

    def _sum_pieces(self, place: int, is_last: bool) -> Pieces:
        return [(GAP + cell, "" if place else "dim") for cell in self.sums[place]] if is_last else []

    def _legend(self) -> Iterator[Pieces]:
        told = [f"{self.f1_mark} {say('ukefri (F1)', self.lang)}", f"{FREE_MARK} {say('fri', self.lang)}"]
        if self.elsewhere:
            told.append(f"{self.elsewhere_mark} {say('i en annen enhet', self.lang)}")
        for code in self.codes:
            shift = self.scenario.shift_by_code.get(code)
            name = f" {shift.name}" if shift and shift.name else ""
            times = (
                f" {clock(shift.start)}-{clock(shift.end)}" if shift else f" {say('ukjent vakt', self.lang)}"
            )
            told.append(code + name + times)
        line = ""
        for one in told:
            if line and len(line) + len(one) + 3 > self.width:
                yield [(line, "dim")]
                line = ""
            line += (" | " if line else "") + one
        yield [(line, "dim")]
