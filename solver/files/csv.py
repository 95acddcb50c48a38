"""Rosters as tables that spreadsheets open: wide (a row per line) and tall (a row per shift).

Wide: employee, name, position, a column per day (`uke 1 man`, `week 1 mon`), hours, balance. Tall: employee,
name, position, week, day, shift, start, end. Both are read in Norwegian and English; hours, balance and names
are there for people and worked out anew when a file is read. A free day that is the week's F1 is `F1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.values import clock, number
from solver.files.csv_read import roster_of
from solver.files.csv_table import read_table, table_text
from solver.files.csv_words import day_names, field_name, weekly_rest_mark
from solver.files.source import read_content, write_whole

Layout = Literal["wide", "tall"]
WIDE = ("employee", "name", "position")
TALL = (*WIDE, "week", "day", "shift", "start", "end")


def read_csv(source: Path | str | bytes, scenario: Scenario) -> Roster:
    """The roster in a CSV file (or its bytes) of either layout; positions may be left out.

    Raises FaultError with every fault found, each with its row and column.
    """
    return roster_of(
        read_table(read_content(source, ".csv" if isinstance(source, bytes) else Path(source).name)), scenario
    )


def write_csv(
    roster: Roster, scenario: Scenario, path: Path | str, layout: Layout = "wide", *, lang: str = "nb"
) -> None:
    """Write the roster as a table in the reader's language; the file is there whole or as it was."""
    write_whole(path, csv_text(roster, scenario, layout, lang=lang).encode())


def csv_text(roster: Roster, scenario: Scenario, layout: Layout = "wide", *, lang: str = "nb") -> str:
    """The roster as the text of a CSV file."""
    rows = _wide(roster, scenario, lang) if layout == "wide" else _tall(roster, scenario, lang)
    return table_text(rows)


def _wide(roster: Roster, scenario: Scenario, lang: str) -> Iterator[list[str]]:
    names = day_names(lang)
    week = field_name("week", lang)
    days = [f"{week} {day // WEEK_DAYS + 1} {names[day % WEEK_DAYS]}" for day in range(scenario.cycle.days)]
    fields = [field_name(field, lang) for field in (*WIDE, "hours", "balance")]
    yield [*fields[:3], *days, *fields[3:]]
    for line in roster.lines:
        cells = [_cell(line, day, scenario) for day in range(len(line.days))]
        yield [
            *_who(line, scenario, lang),
            *cells,
            _hours(line.minutes, lang),
            _hours(line.balance_minutes, lang),
        ]


def _tall(roster: Roster, scenario: Scenario, lang: str) -> Iterator[list[str]]:
    yield [field_name(field, lang) for field in TALL]
    names = day_names(lang)
    for line in roster.lines:
        who = _who(line, scenario, lang)
        cells = [(day, _cell(line, day, scenario)) for day in range(len(line.days))]
        told = [(day, cell) for day, cell in cells if cell]
        if not told:
            yield [*who, "", "", "", "", ""]  # a line without shifts is still a line
        for day, cell in told:
            shift = scenario.shift_by_code.get(line.days[day])
            times = [clock(shift.start), clock(shift.end)] if shift else ["", ""]
            yield [*who, str(day // WEEK_DAYS + 1), names[day % len(DAY_NAMES)], cell, *times]


def _cell(line: Line, day: int, scenario: Scenario) -> str:
    if line.days[day]:
        return line.days[day]
    return weekly_rest_mark(scenario) if day in line.f1 else ""


def _who(line: Line, scenario: Scenario, lang: str) -> list[str]:
    employee = scenario.employee_by_id.get(line.employee)
    points = line.position_basis_points
    position = "" if points is None else _decimal(number(points), lang)
    return [line.employee, (employee.name if employee else None) or "", position]


def _hours(minutes: int | None, lang: str) -> str:
    return "" if minutes is None else _decimal(round(minutes / 60, 2), lang)


def _decimal(value: float, lang: str) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text if lang == "en" else text.replace(".", ",")
