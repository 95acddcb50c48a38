"""The roster in a table, wide or tall, with every fault named by its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from solver.domain.cycle import WEEK_DAYS
from solver.domain.fault import Fault, FaultError, fault
from solver.domain.kinds import nearest
from solver.domain.roster import Line, Roster, RosterCycle
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.values import clock
from solver.files.csv_header import Header, day_text
from solver.files.csv_table import Table
from solver.files.csv_words import DAY_OF, FREE, WEEKLY_REST, clock_of, percent_of

WHOLE = re.compile(r"\d{1,4}")
LONGEST = 40
"""of what a fault repeats"""


@dataclass
class _Row:
    """What the rows say about one line so far."""

    number: int
    position: float | None
    days: dict[int, str] = field(default_factory=dict)
    f1: set[int] = field(default_factory=set)


class _Reader:
    """Reads a table against a scenario and keeps every fault."""

    def __init__(self, table: Table, scenario: Scenario) -> None:
        self.table, self.scenario = table, scenario
        self.header = Header(table.header)
        self.faults: list[Fault] = list(self.header.faults(scenario.cycle))
        self.fields, self.days, self.is_tall = self.header.fields, self.header.days, self.header.is_tall
        self.lines: dict[str, _Row] = {}

    def read(self) -> Roster:
        self._stop_at_faults()  # with the wrong columns every row would be one more fault
        for number, row in self.table.rows:
            if len(row) != len(self.fields):
                message = (
                    "Raden har {cells} felt og overskriften {columns}. Gi dem like mange; et felt med skilletegnet i "
                    "seg skal stå i anførselstegn."
                )
                self._fault(number, None, message, cells=len(row), columns=len(self.fields))
            elif self.is_tall:
                self._tall_row(number, row)
            else:
                self._wide_row(number, row)
        if not self.table.rows:
            message = "Filen har ingen rader under overskriften."
            self.faults.append(fault("", "csv_rows", message, "Skriv minst én rad."))
        self._stop_at_faults()
        return self._roster()

    def _wide_row(self, number: int, row: tuple[str, ...]) -> None:
        cells = {known: cell for known, cell in zip(self.fields, row, strict=True) if known}
        employee = self._employee(number, cells["employee"])
        if employee in self.lines:
            message = "«{id}» står også i rad {other}."
            self._fault(number, "employee", message, id=employee, other=self.lines[employee].number)
            return
        line = _Row(number, self._position(number, cells))
        for day, cell in zip(self.days, row, strict=True):
            if day is not None:
                self._put(line, number, day, cell)
        if employee:
            self.lines[employee] = line

    def _tall_row(self, number: int, row: tuple[str, ...]) -> None:
        cells = {known: cell for known, cell in zip(self.fields, row, strict=True) if known}
        employee = self._employee(number, cells["employee"])
        position = self._position(number, cells)
        line = self.lines.setdefault(employee, _Row(number, position)) if employee else _Row(number, position)
        if line.position != position:
            message = "Stillingen er en annen enn i rad {other}."
            self._fault(number, "position", message, other=line.number)
        if not (cells["week"] or cells["day"] or cells["shift"]):
            return  # a line without shifts
        day = self._day(number, cells)
        if day is None:
            return
        if day in line.days or day in line.f1:
            self._fault(number, day, "Dagen har alt en vakt.", "En linje har høyst én vakt om dagen.")
            return
        self._put(line, number, day, cells["shift"] or self._by_times(number, cells) or "")
        self._check_times(number, cells, line.days.get(day, ""))

    def _employee(self, number: int, name: str) -> str:
        if name in self.scenario.employee_by_id:
            return name
        near = nearest(name, self.scenario.employee_by_id)
        message = "«{id}» finnes ikke blant de ansatte i scenariet." if name else "Den ansatte mangler."
        instead = "Mente du «{near}»?" if near else ""
        self._fault(number, "employee", message, instead, id=name[:LONGEST], near=near)
        return ""

    def _position(self, number: int, cells: dict[str, str]) -> float | None:
        text = cells.get("position", "")
        if not text:
            return None
        value = percent_of(text)
        if value is None:
            instead = "Skriv prosent fra 0 til 100 med høyst to desimaler."
            self._fault(number, "position", "«{text}» er ikke en stilling.", instead, text=text[:LONGEST])
        return value

    def _day(self, number: int, cells: dict[str, str]) -> int | None:
        week, day = cells["week"], DAY_OF.get(cells["day"].casefold().rstrip("."))
        if not WHOLE.fullmatch(week) or not 1 <= int(week) <= self.scenario.cycle.weeks:
            message = "«{week}» er ikke en uke fra 1 til {weeks}."
            self._fault(number, "week", message, week=week[:LONGEST], weeks=self.scenario.cycle.weeks)
            return None
        if day is None:
            self._fault(
                number, "day", "«{day}» er ikke en dag.", "Skriv man, tir, ..., søn.", day=cells["day"]
            )
            return None
        return (int(week) - 1) * WEEK_DAYS + day

    def _put(self, line: _Row, number: int, day: int, cell: str) -> None:
        """What a cell says about a day: a shift, a free day, or the week's F1."""
        codes = self.scenario.shift_by_code
        if cell in codes:
            line.days[day] = cell
        elif cell in WEEKLY_REST:
            line.f1.add(day)
        elif cell not in FREE:
            message, instead = "vakten «{shift}» finnes ikke.", "Skriv en av {codes}, F1 eller ingenting."
            self._fault(number, day, message, instead, shift=cell[:LONGEST], codes=", ".join(codes))

    def _by_times(self, number: int, cells: dict[str, str]) -> str | None:
        """The only shift with these times, where the row gives no code."""
        times = [clock_of(cells.get(name, "")) for name in ("start", "end")]
        fitting = [shift.code for shift in self.scenario.shifts if times == _times(shift)]
        if len(fitting) != 1:
            message = "Raden har ingen vakt, og tidene passer ikke med nøyaktig én."
            self._fault(number, "shift", message, "Skriv vaktkoden.")
        return fitting[0] if len(fitting) == 1 else None

    def _check_times(self, number: int, cells: dict[str, str], code: str) -> None:
        shift = self.scenario.shift_by_code.get(code)
        for name, right in zip(("start", "end"), _times(shift) if shift else (), strict=False):
            given = cells.get(name, "")
            if given and clock_of(given) != right:
                message = "«{given}» er ikke tiden til vakten «{shift}»."
                instead = "Skriv {right} eller ingenting."
                self._fault(number, name, message, instead, given=given[:LONGEST], shift=code, right=right)

    def _fault(
        self, number: int, place: str | int | None, message: str, instead: str = "", **values: object
    ) -> None:
        """A fault in a row, at the column of a field or of a day of the cycle."""
        where = f"rad {number}"
        if isinstance(place, int) and place in self.days:
            where += f", {self.table.header[self.days.index(place)]}"
        elif isinstance(place, str) and place in self.fields:
            where += f", {self.table.header[self.fields.index(place)]}"
        elif isinstance(place, int):
            where += f", {day_text(place)}"
        self.faults.append(fault(where, "csv_cell", message, instead, **values))

    def _stop_at_faults(self) -> None:
        if self.faults:
            raise FaultError(self.faults)

    def _roster(self) -> Roster:
        cycle = self.scenario.cycle
        return Roster(
            cycle=RosterCycle(weeks=cycle.weeks, rotation=cycle.rotation), lines=tuple(self._lines())
        )

    def _lines(self) -> Iterator[Line]:
        for employee, row in self.lines.items():
            days = tuple(row.days.get(day, "") for day in range(self.scenario.cycle.days))
            given = {
                "employee": employee,
                "position": row.position,
                "f1": tuple(sorted(row.f1)),
                "days": days,
            }
            yield Line.model_validate(given)


def roster_of(table: Table, scenario: Scenario) -> Roster:
    """The roster in a table. Raises FaultError with every fault."""
    return _Reader(table, scenario).read()


def _times(shift: Shift) -> list[str]:
    return [clock(shift.start), clock(shift.end)]
