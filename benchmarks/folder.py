"""Where the public instances are: not part of the project, as most carry no licence."""

from __future__ import annotations

import csv
import os
from pathlib import Path

VARIABLE = "HELTID_BENCHMARKS"
BESIDE = Path(__file__).parents[2] / "shared" / "benchmarks"


def data_folder(name: str) -> Path | None:
    """The folder of one set of instances (`shift_scheduling`, `rotating`), or None where it is not here."""
    found = Path(os.environ.get(VARIABLE, BESIDE)) / name
    return found if found.is_dir() else None


def known(name: str, table: str) -> dict[str, dict[str, str]]:
    """What has been published of each instance of a set, by its name; empty where the instances are not here."""
    folder = data_folder(name)
    if folder is None or not (folder / table).exists():
        return {}
    with (folder / table).open(encoding="utf-8", newline="") as lines:
        return {
            row["instance"]: {key: value for key, value in row.items() if value}
            for row in csv.DictReader(lines)
        }


def absent(name: str) -> str:
    """What to say where the instances are not here."""
    return f"skipped: no folder {name}; point {VARIABLE} at the public instances, or put them in ../shared/benchmarks"
