"""Small workbooks as people make them, and what is read from them or said of them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from solver.domain.fault import FaultError
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.roster import read_roster
from tests.builders import codes, line, scenario, tuples

WEEK = ["M", "T", "O", "T", "F", "L", "S"]
Rows = Sequence[Sequence[Any]]


def unit(**changes: Any) -> Scenario:
    people = [line() | {"name": "Ada Å"}, line("E2", position={"current": 50}) | {"name": "Bo"}]
    return scenario(**({"employees": people} | changes))


def roster(asked: Scenario, text: str = "D A . . N L .", **fields: Any) -> Roster:
    row = {"employee": "E1", "days": codes(text, asked.cycle.days), "position": 87.5, "f1": [2]} | fields
    other = {"employee": "E2", "days": codes("", asked.cycle.days), "position": 0}
    return Roster.model_validate(tuples({"lines": [row, other]}))


def book(rows: Rows, title: str = "Turnus") -> openpyxl.Workbook:
    """A workbook with one sheet of these rows, as openpyxl guesses their kinds (so `=1` is a formula)."""
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(list(row))
    return made


def content_of(made: openpyxl.Workbook) -> bytes:
    into = BytesIO()
    made.save(into)
    return into.getvalue()


def read(rows: Rows, asked: Scenario | None = None) -> Roster:
    return read_roster(content_of(book(rows)), "xlsx", asked or unit())


def told(content: bytes, asked: Scenario | None = None) -> list[str]:
    with pytest.raises(FaultError) as caught:
        read_roster(content, "xlsx", asked or unit())
    return [str(fault) for fault in caught.value.faults]


def faults(rows: Rows, asked: Scenario | None = None) -> list[str]:
    return told(content_of(book(rows)), asked)
