"""Where the public instances are: not part of the project, as most carry no licence."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "HELTID_BENCHMARKS"
BESIDE = Path(__file__).parents[2] / "shared" / "benchmarks"


def data_folder(name: str) -> Path | None:
    """The folder of one set of instances (`shift_scheduling`, `rotating`), or None where it is not here."""
    found = Path(os.environ.get(VARIABLE, BESIDE)) / name
    return found if found.is_dir() else None


def absent(name: str) -> str:
    """What to say where the instances are not here."""
    return f"skipped: no folder {name}; point {VARIABLE} at the public instances, or put them in ../shared/benchmarks"
