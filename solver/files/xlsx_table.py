"""The roster in a workbook's sheet as a table: what people write by hand, brought to the names a table has.

Three layouts are known: seven columns for each week with a row a line (what Heltid writes, and the classic printed
roster); a row for each week of a line; and either of the CSV layouts saved as a workbook. Columns of other names are
left alone, rows may stand in any order, and lower-case codes and stray spaces are forgiven. Source: domain.md 4.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from solver.domain.fault import Fault, FaultError, fault
from solver.domain.scenario import Scenario
from solver.files.csv_table import Row, Table
from solver.files.csv_words import FREE, SHORT_DAYS, WEEKLY_REST, field_name
from solver.files.source import MOST_FAULTS
from solver.files.xlsx_cells import Cell, SheetText
from solver.files.xlsx_layout import Layout, layout_of

FIRST_CHOICE = ("turnus", "roster")
END_OF_LINES = ("bemanning", "staffing", "dekning", "cover", "sum", "totalt", "total")
Cells = Mapping[int, Cell]


def table_of(sheets: Sequence[SheetText], scenario: Scenario) -> Table:
    """The table in the first sheet that has one (`Turnus` before others). Raises FaultError with every fault."""
    for sheet in sorted(sheets, key=lambda one: one.title.casefold() not in FIRST_CHOICE):
        layout = layout_of(sheet, scenario.cycle.weeks)
        if layout:
            return _Translation(sheet, layout, scenario).table()
    message = "Ingen av arkene har en overskrift med Nr og dagene."
    instead = "Skriv Nr og M T O T F L S for hver uke i én rad, slik «heltid export» gjør."
    raise FaultError([fault("", "no_header", message, instead)])


@dataclass
class _Translation:
    """One sheet on its way to a table."""

    sheet: SheetText
    layout: Layout
    scenario: Scenario

    def __post_init__(self) -> None:
        self.faults: list[Fault] = []
        folded: dict[str, list[str]] = {}
        for code in self.scenario.shift_by_code:
            folded.setdefault(code.casefold(), []).append(code)
        self.code_of = {word: codes[0] for word, codes in folded.items() if len(codes) == 1}
        self.id_of = self._ids()
        self.free = next((word for word in FREE if word and word not in self.scenario.shift_by_code), "")

    def table(self) -> Table:
        rows = list({"line": self._wide, "week": self._weekly, "day": self._daily}[self.layout.a_row_is]())
        if self.faults:
            raise FaultError(self.faults)
        return Table(self._header(), tuple(rows), self.layout.place)

    def _header(self) -> tuple[str, ...]:
        """Who, the size where there is one, and a column a day, or week, day and shift."""
        size = ["position"] if "position" in self.layout.fields else []
        is_whole = self.layout.a_row_is == "line"
        fields = ["employee", *size, *([] if is_whole else ["week", "day", "shift"])]
        named = (name for _, name in self.layout.days) if is_whole else ()
        return (*(field_name(field, "nb") for field in fields), *named)

    def _wide(self) -> Iterator[Row]:
        for number, cells in self._lines():
            found = [*self._who(cells, self._employee(cells)), *self._days(cells)]
            if any(cell.text for cell in found):
                yield _row(number, found)

    def _days(self, cells: Cells) -> list[Cell]:
        return [self._day(self._at(cells, column)) for column, _ in self.layout.days]

    def _who(self, cells: Cells, employee: Cell) -> list[Cell]:
        position = self.layout.fields.get("position")
        return [employee] if position is None else [employee, self._read(self._at(cells, position))]

    def _daily(self) -> Iterator[Row]:
        for number, cells in self._lines():
            week, day, shift = (
                self._at(cells, self.layout.fields[name]) for name in ("week", "day", "shift")
            )
            found = [
                *self._who(cells, self._employee(cells)),
                self._read(week),
                self._read(day),
                self._day(shift),
            ]
            yield _row(number, found)

    def _weekly(self) -> Iterator[Row]:
        """A row for each day; what only the first row of a line says of it, holds in the rows below."""
        employee, weeks = Cell(0, self.layout.place, ""), dict[str, int]()
        sizes = dict[str, Cell]()
        for number, cells in self._lines():
            found = self._employee(cells)
            employee = found if found.text else Cell(found.column, found.place, employee.text)
            weeks[employee.text] = weeks.get(employee.text, 0) + 1
            who = [
                employee, *(sizes.setdefault(employee.text, one) for one in self._who(cells, employee)[1:])
            ]  # fmt: skip
            week = Cell(0, employee.place, str(weeks[employee.text]))
            if "week" in self.layout.fields:
                week = self._read(self._at(cells, self.layout.fields["week"]))
            yield from self._week(number, cells, [*who, week])

    def _week(self, number: int, cells: Cells, before: Sequence[Cell]) -> Iterator[Row]:
        """The days of one week that say something; where none does, the line is still there."""
        days = [self._day(self._at(cells, column)) for column, _ in self.layout.days]
        for weekday, cell in enumerate(days):
            if cell.text:
                yield _row(number, [*before, Cell(0, cell.place, SHORT_DAYS[weekday]), cell])
        if not any(cell.text for cell in days):
            yield _row(number, [*before[:-1], *[Cell(0, before[0].place, "")] * 3])

    def _lines(self) -> Iterator[tuple[int, Cells]]:
        """The rows under the header, up to the rows of cover or sums."""
        self.row, seen = 0, set[str]()
        for number, cells in self.sheet.rows:
            self.row = number
            if self.row <= self.layout.row:
                continue
            first = cells[min(cells)].text.casefold()
            if first.rstrip(":") in END_OF_LINES and (first in seen or first not in self.id_of):
                return
            seen.add(first)
            yield self.row, cells

    def _at(self, cells: Cells, column: int) -> Cell:
        return cells.get(column) or self.sheet.blank(self.row, column)

    def _read(self, cell: Cell) -> Cell:
        if cell.fault:
            self.faults.append(cell.fault)
            if len(self.faults) >= MOST_FAULTS:
                raise FaultError(self.faults)
        return cell

    def _employee(self, cells: Cells) -> Cell:
        """Who the row is about: by the id, or by a name that only one line has."""
        columns = [self.layout.fields[name] for name in ("employee", "name") if name in self.layout.fields]
        found = [self._at(cells, column) for column in columns]
        for cell in found:
            is_exact = cell.text in self.scenario.employee_by_id
            known = cell.text if is_exact else self.id_of.get(cell.text.casefold())
            if known:
                return Cell(cell.column, cell.place, known)
        return self._read(next((cell for cell in found if cell.text or cell.fault), found[0]))

    def _ids(self) -> dict[str, str]:
        people = self.scenario.employees
        names = [one.name.casefold() for one in people if one.name]
        known = {
            one.name.casefold(): one.id
            for one in people
            if one.name and names.count(one.name.casefold()) == 1
        }
        ids = [one.id.casefold() for one in people]
        return known | {one.id.casefold(): one.id for one in people if ids.count(one.id.casefold()) == 1}

    def _day(self, cell: Cell) -> Cell:
        """The cell with what a table says for it: a code as the scenario has it, the mark of F1, or nothing."""
        text = self._read(cell).text
        if text in self.scenario.shift_by_code or text in WEEKLY_REST:
            return cell
        word = text.casefold().replace(" ", "")
        if word in self.code_of:
            return Cell(cell.column, cell.place, self.code_of[word])
        if word in FOLDED_REST:
            return Cell(cell.column, cell.place, FOLDED_REST[word])
        return Cell(cell.column, cell.place, self.free) if word in FOLDED_FREE else cell


FOLDED_REST = {mark.casefold().replace(" ", ""): mark for mark in WEEKLY_REST}
FOLDED_FREE = tuple(word.casefold() for word in FREE if word)


def _row(number: int, cells: Sequence[Cell]) -> Row:
    return Row(number, tuple(cell.text for cell in cells), tuple(cell.place for cell in cells))
