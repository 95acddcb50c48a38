"""Where the header of a roster is in a sheet, and which columns hold which days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from solver.domain.cycle import WEEK_DAYS
from solver.files.csv_header import TALL_FIELDS, day_text
from solver.files.csv_words import DAY_OF, FIELD_OF, day_of_column
from solver.files.xlsx_cells import Cell, SheetText

LETTERS: Final = ("m", "t", "ow", "t", "f", "ls", "s")
"""of Monday to Sunday, in Norwegian and English"""
DAY_WORD: Final = re.compile(r"([^\W\d]+)\.?(\s*\d.*)?")
"""a day, perhaps with a date after it"""
WEEK_WORD: Final = re.compile(r"(?:uke|u|week|w)\.?\s*(\d{1,4})(?:\s*\(.*\))?", re.IGNORECASE)
HEADER_WITHIN: Final = 60
"""rows from the top"""
WEEKS_ABOVE: Final = 3
"""rows over the header in which the numbers of the weeks may stand"""
Cells = Mapping[int, Cell]


@dataclass(frozen=True)
class Layout:
    """A header: its row, the column of each field, and the columns of days with their names (`uke 1 man`)."""

    row: int
    place: str
    fields: Mapping[str, int]
    days: Sequence[tuple[int, str]]
    a_row_is: Literal["line", "week", "day"]
    """a whole line; one week of a line (`days` is one week); one day of a line (`days` is empty)"""


def layout_of(sheet: SheetText, weeks: int) -> Layout | None:
    """The layout of the first row that names the lines and the days; None where no row does."""
    seen: list[Cells] = []
    for number, cells in sheet.rows:
        if number > HEADER_WITHIN:
            break
        found = _layout(number, cells, seen, weeks)
        if found:
            return found
        seen.append(cells)
    return None


def _layout(number: int, cells: Cells, above: Sequence[Cells], weeks: int) -> Layout | None:
    fields: dict[str, int] = {}
    for column, cell in sorted(cells.items()):
        name = FIELD_OF.get(cell.text.casefold().rstrip(":. "))
        if name and name not in fields:
            fields[name] = column
    if "employee" not in fields and "name" not in fields:
        return None
    place = next(cell.place for _, cell in sorted(cells.items()))
    if all(name in fields for name in TALL_FIELDS[1:]):
        return Layout(number, place, fields, (), "day")
    days = [(column, cell.text) for column, cell in sorted(cells.items()) if _named(cell.text)]
    if days:
        return Layout(number, place, fields, days, "line")
    found = list(_weeks(cells))
    if not found:
        return None
    if len(found) == 1 and ("week" in fields or weeks > 1):
        return Layout(number, place, fields, [(found[0] + day, "") for day in range(WEEK_DAYS)], "week")
    return Layout(number, place, fields, list(_days(found, above)), "line")


def _named(text: str) -> bool:
    return day_of_column(text) is not None


def _weeks(cells: Cells) -> Iterator[int]:
    """The first column of each run of seven that are called Monday to Sunday."""
    column, last = 1, max(cells)
    while column <= last - WEEK_DAYS + 1:
        if all(_may_be(cells.get(column + day), day) for day in range(WEEK_DAYS)):
            yield column
            column += WEEK_DAYS
        else:
            column += 1


def _may_be(cell: Cell | None, weekday: int) -> bool:
    found = DAY_WORD.fullmatch(cell.text.casefold()) if cell else None
    return found is not None and (found[1] in LETTERS[weekday] or DAY_OF.get(found[1]) == weekday)


def _days(firsts: Sequence[int], above: Sequence[Cells]) -> Iterator[tuple[int, str]]:
    """The columns of days by name; a week has the number over it, or the one after the week before."""
    week = 0
    for first in firsts:
        week = next(_numbers(first, above), week + 1)
        yield from ((first + day, day_text((week - 1) * WEEK_DAYS + day)) for day in range(WEEK_DAYS))


def _numbers(first: int, above: Sequence[Cells]) -> Iterator[int]:
    """The numbers of weeks that stand over seven columns, the nearest first."""
    for cells in reversed(above[-WEEKS_ABOVE:]):
        for column in range(first, first + WEEK_DAYS):
            found = WEEK_WORD.fullmatch(cells[column].text) if column in cells else None
            if found:
                yield int(found[1])
