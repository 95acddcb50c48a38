"""Rosters as files of other programs: read and written by the library, by the ending of the name."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

import solver
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario

Format = Literal["json", "csv", "xlsx", "pdf", "ics"]
MEDIA: dict[Format, str] = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
}
READ: dict[str, Format] = {"text/csv": "csv", MEDIA["xlsx"]: "xlsx"}


def written(roster: Roster, scenario: Scenario, form: Format) -> bytes:
    """The roster as a file's content."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"roster.{form}"
        solver.save(roster, path, scenario)
        return path.read_bytes()


def read(content: bytes, scenario: Scenario, form: Format) -> Roster:
    """The roster in a file's content; raises FaultError with every fault."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"roster.{form}"
        path.write_bytes(content)
        return solver.load_roster(path, scenario)
