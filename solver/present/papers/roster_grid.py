"""The plan as grids: as many weeks across as the paper takes, spread evenly, the sums after the last of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from solver.domain.cycle import WEEK_DAYS
from solver.domain.values import number as percent
from solver.present.papers.paper import Grid, GridDay, GridRow, Size
from solver.present.roster_sheet import Cell, RosterSheet, SheetRow
from solver.present.text import hours, number
from solver.present.words import say

USABLE_MM: Final[dict[Size, float]] = {"a3": 420 - 16, "a4": 297 - 16}
BEFORE: Final = (("Nr", 10.0), ("Navn", 34.0), ("%", 11.0))
AFTER: Final = (("Timer", 14.0), ("Balanse", 13.0), ("Helger", 11.5), ("Netter", 11.5))
SHORT_CODE_MM, LETTER_MM, WIDEST_MM = 3.5, 1.75, 7.0
"""a code of one or two letters; each letter beyond; no day needs more"""
ROOM_MM: Final[dict[Size, float]] = {"a3": 230, "a4": 143}
"""what a page has under the title and the header"""
LOWEST_MM, TALLEST_MM = 4.3, 6.0
ELSEWHERE: Final = "×"


def grids(shown: RosterSheet, size: Size) -> Iterator[Grid]:
    """The grids, in the order of the weeks."""
    weeks = shown.scenario.cycle.weeks
    names, after = sum(mm for _, mm in BEFORE), sum(mm for _, mm in AFTER)
    room = USABLE_MM[size] - names - after
    across = max(1, int(room // (WEEK_DAYS * _narrowest(shown))))
    blocks = -(-weeks // across)
    across = -(-weeks // blocks)
    rows = [row for row in shown.rows() if row.position != 0 or not row.employee.vacant]
    cover = list(_cover(shown))
    day_mm = min(WIDEST_MM, room / (WEEK_DAYS * across))
    row_mm = min(TALLEST_MM, max(LOWEST_MM, ROOM_MM[size] / (len(rows) + len(cover))))
    for first in range(0, weeks, across):
        block = range(first, min(first + across, weeks))
        yield replace(_grid(shown, block, rows, cover), day_mm=round(day_mm, 2), row_mm=round(row_mm, 2))


def _narrowest(shown: RosterSheet) -> float:
    longest = max(len(code) for code in ("F1", *(shift.code for shift in shown.scenario.shifts)))
    return SHORT_CODE_MM + LETTER_MM * (longest - 2)


def _grid(shown: RosterSheet, weeks: range, rows: Sequence[SheetRow], cover: Sequence[GridRow]) -> Grid:
    days = range(weeks.start * WEEK_DAYS, weeks.stop * WEEK_DAYS)
    is_last = weeks.stop == shown.scenario.cycle.weeks
    after = AFTER if is_last else ()
    return Grid(
        weeks=[shown.week_name(week) for week in weeks],
        days=[_day(shown, day) for day in days],
        before=[say(name, shown.lang) for name, _ in BEFORE],
        after=[say(name, shown.lang) for name, _ in after],
        before_mm=[mm for _, mm in BEFORE],
        after_mm=[mm for _, mm in after],
        rows=[_row(shown, row, days, is_last=is_last) for row in rows],
        cover=[GridRow(row.before, row.days[days.start : days.stop]) for row in cover],
    )


def _day(shown: RosterSheet, day: int) -> GridDay:
    return GridDay(
        shown.letter(day), shown.day_of_month(day), shown.is_weekend(day), day % WEEK_DAYS == WEEK_DAYS - 1
    )


def _row(shown: RosterSheet, row: SheetRow, days: range, *, is_last: bool) -> GridRow:
    employee = row.employee
    name = employee.name or (say("ledig", shown.lang) if employee.vacant else "")
    size = "" if row.position is None else number(percent(row.position), shown.lang)
    balance = "" if row.balance is None else hours(row.balance, sign=True)
    sums = [hours(row.minutes), balance, str(row.weekends), str(row.nights)]
    cells = [_cell(row.cells[day]) for day in days]
    return GridRow([employee.id, name, size], cells, sums if is_last else [])


def _cell(cell: Cell) -> tuple[str, str]:
    return (ELSEWHERE if cell.kind == "elsewhere" else cell.text), cell.kind


def _cover(shown: RosterSheet) -> Iterator[GridRow]:
    """How many start each shift, and the fewest present in each row of demand; too few stand out."""
    for shift, numbers in shown.staffing():
        name = f"{shift.code} {shift.name or ''}".strip()
        yield GridRow(
            [name, say("antall", shown.lang)], [(str(count) if count else "", "count") for count in numbers]
        )
    for row in shown.cover():
        least = f"≥ {row.least}"
        cells = [
            ("", "count") if count is None else (str(count), "short" if count < row.least else "count")
            for count in row.present
        ]
        yield GridRow([shown.demand_name(row.demand), least], cells)
