"""The roster in a table, wide or tall, with every fault named by its row and column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from solver.domain.cycle import WEEK_DAYS
from solver.domain.fault import Fault, FaultError, fault
from solver.domain.kinds import nearest
from solver.domain.roster import Line, Roster, RosterCycle
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.values import clock
from solver.files.csv_header import Header, day_text
from solver.files.csv_table import Row, Table
from solver.files.csv_words import DAY_OF, FREE, WEEKLY_REST, clock_of, percent_of
from solver.files.source import MOST_FAULTS

WHOLE = re.compile(r"\d{1,4}")
LONGEST = 40
"""of what a fault repeats"""


@dataclass
class _Line:
    """What the rows say about one line so far."""

    row: Row
    position: float | None
    days: dict[int, str] = field(default_factory=dict)
    f1: set[int] = field(default_factory=set)


class _Reader:
    """Reads a table against a scenario and keeps every fault."""

    def __init__(self, table: Table, scenario: Scenario) -> None:
        self.table, self.scenario = table, scenario
        self.header = Header(table.header, table.place)
        self.faults: list[Fault] = list(self.header.faults(scenario.cycle))
        self.fields, self.days, self.is_tall = self.header.fields, self.header.days, self.header.is_tall
        self.lines: dict[str, _Line] = {}

    def read(self) -> Roster:
        self._stop_at_faults()  # with the wrong columns every row would be one more fault
        for row in self.table.rows:
            if len(row.cells) != len(self.fields):
                message = (
                    "Raden har {cells} felt og overskriften {columns}. Gi dem like mange; et felt med skilletegnet i "
                    "seg skal stå i anførselstegn."
                )
                self._fault(row, None, message, cells=len(row.cells), columns=len(self.fields))
            elif self.is_tall:
                self._tall_row(row)
            else:
                self._wide_row(row)
        if not self.table.rows:
            message = "Filen har ingen rader under overskriften."
            self.faults.append(fault("", "csv_rows", message, "Skriv minst én rad."))
        self._stop_at_faults()
        return self._roster()

    def _wide_row(self, row: Row) -> None:
        cells = {known: cell for known, cell in zip(self.fields, row.cells, strict=True) if known}
        employee = self._employee(row, cells["employee"])
        if employee in self.lines:
            message = "«{id}» står også i rad {other}."
            self._fault(row, "employee", message, id=employee, other=self.lines[employee].row.number)
            return
        line = _Line(row, self._position(row, cells))
        for day, cell in zip(self.days, row.cells, strict=True):
            if day is not None:
                self._put(line, row, day, cell)
        if employee:
            self.lines[employee] = line

    def _tall_row(self, row: Row) -> None:
        cells = {known: cell for known, cell in zip(self.fields, row.cells, strict=True) if known}
        employee, position = self._employee(row, cells["employee"]), self._position(row, cells)
        line = self.lines.setdefault(employee, _Line(row, position)) if employee else _Line(row, position)
        if line.position != position:
            message = "Stillingen er en annen enn i rad {other}."
            self._fault(row, "position", message, other=line.row.number)
        if not (cells["week"] or cells["day"] or cells["shift"]):
            return  # a line without shifts
        day = self._day(row, cells)
        if day is None:
            return
        if day in line.days or day in line.f1:
            self._fault(row, day, "Dagen har alt en vakt.", "En linje har høyst én vakt om dagen.")
            return
        self._put(line, row, day, cells["shift"] or self._by_times(row, cells) or "")
        self._check_times(row, cells, line.days.get(day, ""))

    def _employee(self, row: Row, name: str) -> str:
        if name in self.scenario.employee_by_id:
            return name
        near = nearest(name, self.scenario.employee_by_id)
        message = "«{id}» finnes ikke blant de ansatte i scenariet." if name else "Den ansatte mangler."
        instead = "Mente du «{near}»?" if near else ""
        self._fault(row, "employee", message, instead, id=name[:LONGEST], near=near)
        return ""

    def _position(self, row: Row, cells: dict[str, str]) -> float | None:
        text = cells.get("position", "")
        if not text:
            return None
        value = percent_of(text)
        if value is None:
            instead = "Skriv prosent fra 0 til 100 med høyst to desimaler."
            self._fault(row, "position", "«{text}» er ikke en stilling.", instead, text=text[:LONGEST])
        return value

    def _day(self, row: Row, cells: dict[str, str]) -> int | None:
        week, day = cells["week"], DAY_OF.get(cells["day"].casefold().rstrip("."))
        if not WHOLE.fullmatch(week) or not 1 <= int(week) <= self.scenario.cycle.weeks:
            message = "«{week}» er ikke en uke fra 1 til {weeks}."
            self._fault(row, "week", message, week=week[:LONGEST], weeks=self.scenario.cycle.weeks)
            return None
        if day is None:
            self._fault(row, "day", "«{day}» er ikke en dag.", "Skriv man, tir, ..., søn.", day=cells["day"])
            return None
        return (int(week) - 1) * WEEK_DAYS + day

    def _put(self, line: _Line, row: Row, day: int, cell: str) -> None:
        """What a cell says about a day: a shift, a free day, or the week's F1."""
        codes = self.scenario.shift_by_code
        if cell in codes:
            line.days[day] = cell
        elif cell in WEEKLY_REST:
            line.f1.add(day)
        elif cell not in FREE:
            message, instead = "vakten «{shift}» finnes ikke.", "Skriv en av {codes}, F1 eller ingenting."
            self._fault(row, day, message, instead, shift=cell[:LONGEST], codes=", ".join(codes))

    def _by_times(self, row: Row, cells: dict[str, str]) -> str | None:
        """The only shift with these times, where the row gives no code."""
        times = [clock_of(cells.get(name, "")) for name in ("start", "end")]
        fitting = [shift.code for shift in self.scenario.shifts if times == _times(shift)]
        if len(fitting) != 1:
            message = "Raden har ingen vakt, og tidene passer ikke med nøyaktig én."
            self._fault(row, "shift", message, "Skriv vaktkoden.")
        return fitting[0] if len(fitting) == 1 else None

    def _check_times(self, row: Row, cells: dict[str, str], code: str) -> None:
        shift = self.scenario.shift_by_code.get(code)
        for name, right in zip(("start", "end"), _times(shift) if shift else (), strict=False):
            given = cells.get(name, "")
            if given and clock_of(given) != right:
                message = "«{given}» er ikke tiden til vakten «{shift}»."
                instead = "Skriv {right} eller ingenting."
                self._fault(row, name, message, instead, given=given[:LONGEST], shift=code, right=right)

    def _fault(
        self, row: Row, place: str | int | None, message: str, instead: str = "", **values: object
    ) -> None:
        """A fault in a row, at the column of a field or of a day of the cycle."""
        self.faults.append(fault(self._where(row, place), "csv_cell", message, instead, **values))
        if len(self.faults) >= MOST_FAULTS:
            self._stop_at_faults()

    def _where(self, row: Row, place: str | int | None) -> str:
        columns: list[Any] = self.days if isinstance(place, int) else self.fields
        column = columns.index(place) if place is not None and place in columns else None
        if row.places:
            return row.places[self.fields.index("shift") if column is None and self.is_tall else column or 0]
        if column is not None:
            return f"rad {row.number}, {self.table.header[column]}"
        return f"rad {row.number}, {day_text(place)}" if isinstance(place, int) else f"rad {row.number}"

    def _stop_at_faults(self) -> None:
        if self.faults:
            raise FaultError(self.faults)

    def _roster(self) -> Roster:
        cycle = self.scenario.cycle
        return Roster(
            cycle=RosterCycle(weeks=cycle.weeks, rotation=cycle.rotation), lines=tuple(self._lines())
        )

    def _lines(self) -> Iterator[Line]:
        for employee, line in self.lines.items():
            days = tuple(line.days.get(day, "") for day in range(self.scenario.cycle.days))
            f1 = _by_week(line.f1, self.scenario.cycle.weeks)
            given = {"employee": employee, "position": line.position, "f1": f1, "days": days}
            yield Line.model_validate(given)


def _by_week(marked: Collection[int], weeks: int) -> tuple[int, ...]:
    """The F1 of each week, the last where two are marked, -1 where none is; nothing where none is at all."""
    last = {day // WEEK_DAYS: day for day in sorted(marked)}
    return tuple(last.get(week, -1) for week in range(weeks)) if marked else ()


def roster_of(table: Table, scenario: Scenario) -> Roster:
    """The roster in a table. Raises FaultError with every fault."""
    return _Reader(table, scenario).read()


def _times(shift: Shift) -> list[str]:
    return [clock(shift.start), clock(shift.end)]
