"""A unit in a file, and the command run in this process."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from solver.cli import main
from tests.builders import SHIFTS, Data, codes, line

__all__ = ["Data", "Ran", "line", "run", "write_roster", "write_scenario"]


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it wrote on standard error, line by line."""
        return self.err.splitlines()


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    code = main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return Ran(code, told.out, told.err)


def write_scenario(folder: Path, **changes: Any) -> Path:
    """One line, two weeks of days; read in a moment and planned in another."""
    given = {
        "schema": "heltid.scenario/1",
        "id": "prove",
        "name": "Prøveenheten",
        "cycle": {"weeks": 2},
        "agreement": "ks-turnus-local",
        "competences": ["assistant", "skilled", "college"],
        "shifts": SHIFTS,
        "demand": [{"days": ["mon", "tue"], "start": "07:30", "end": "15:00", "min": 1}],
        "employees": [line(position={"current": 50, "wanted": 100})],
        "goals": ["cover"],
    }
    path = folder / "unit.json"
    path.write_text(json.dumps(given | changes), encoding="utf-8")
    return path


def write_roster(
    folder: Path, text: str = "D D . D D . . D D . D D . .", name: str = "roster.json", **fields: Any
) -> Path:
    row = {"employee": "E1", "days": codes(text, 14), "position": 84}
    path = folder / name
    path.write_text(json.dumps({"schema": "heltid.roster/1", "lines": [row]} | fields), encoding="utf-8")
    return path
