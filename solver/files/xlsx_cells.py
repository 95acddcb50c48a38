"""The sheets of a workbook as rows of texts, each cell with its place (`Turnus!H12`)."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, Final

import openpyxl

from solver.domain.fault import Fault, fault
from solver.files.xlsx_guard import Extent, Guarded, guarded, not_a_workbook
from solver.files.xlsx_places import column_letters

LONGEST_TITLE: Final = 31
"""of a sheet, as Excel has it: the title stands in the place of every cell"""
LONGEST: Final = 200
"""of a cell's text that is looked at; nothing a roster needs is longer"""
BROKEN: Final = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, SyntaxError, OSError)
"""what openpyxl raises over a workbook whose parts do not fit together"""
warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")  # of what it leaves unread


@dataclass(frozen=True)
class Cell:
    """A filled cell: its text, and what is wrong with it where it has none that can be read."""

    column: int
    place: str
    text: str
    fault: Fault | None = None


@dataclass(frozen=True)
class SheetText:
    """One sheet; its rows are read once, when they are first asked for."""

    title: str
    worksheet: Any
    extent: Extent

    @cached_property
    def rows(self) -> Sequence[tuple[int, dict[int, Cell]]]:
        """The rows with anything in them, each with its number and its filled cells by column (from 1)."""
        try:
            found = [(number, dict(self._cells(number, row))) for number, row in self._raw()]
        except BROKEN:
            not_a_workbook()
        return [(number, cells) for number, cells in found if cells]

    def blank(self, row: int, column: int) -> Cell:
        """The cell of a place with nothing in it."""
        return Cell(column, self._place(row, column), "")

    def _place(self, row: int, column: int) -> str:
        return f"{self.title}!{column_letters(column)}{row}"

    def _raw(self) -> Iterator[tuple[int, Sequence[Any]]]:
        if self.extent.row:
            reach = {"max_row": self.extent.row, "max_col": self.extent.column}
            yield from enumerate(self.worksheet.iter_rows(min_row=1, min_col=1, **reach), 1)

    def _cells(self, number: int, row: Sequence[Any]) -> Iterator[tuple[int, Cell]]:
        for column, cell in enumerate(row, 1):
            is_formula = (number, column) in self.extent.formulas
            if cell.value is not None or is_formula:
                yield column, _cell(column, self._place(number, column), cell, is_formula=is_formula)


def sheets_of(content: bytes) -> list[SheetText]:
    """The sheets of a workbook, in its order. Raises FaultError for a file that is none, or not safely read."""
    safe = guarded(content)
    try:
        book = openpyxl.load_workbook(BytesIO(safe.content), read_only=True, data_only=True, keep_links=False)
        return [_sheet(worksheet, safe) for worksheet in book.worksheets]
    except BROKEN:
        not_a_workbook()


def _sheet(worksheet: Any, safe: Guarded) -> SheetText:
    part = (
        worksheet._worksheet_path
    )  # the walk knows a sheet by its part; openpyxl does not tell it otherwise
    return SheetText(worksheet.title[:LONGEST_TITLE], worksheet, safe.extents[part])


def _cell(column: int, place: str, cell: Any, *, is_formula: bool) -> Cell:
    value = cell.value
    if is_formula:
        message, instead = "Cellen har en formel.", "Skriv verdien selv."
        return Cell(column, place, "", fault(place, "formula", message, instead))
    if isinstance(value, str) and cell.data_type != "e":
        return Cell(column, place, " ".join(value[:LONGEST].split()))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Cell(column, place, _number(value, cell.number_format))
    message, instead = "Cellen har en dato, en feilkode eller et annet slags verdi.", "Skriv den som tekst."
    return Cell(column, place, "", fault(place, "no_text", message, instead))


def _number(value: float, shown_as: object) -> str:
    """A number as people see it: 0.875 in a cell of percent is 87.5."""
    seen = value * 100 if "%" in str(shown_as) else value
    text = f"{seen:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
