"""`python -m benchmarks units FILE..`: the example units, by Heltid and by its rivals, in one run.

The textbook model gets the same time and ten times as much, HiGHS and Timefold the same time, where they are here.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import solver
from benchmarks.case import in_a_process, timing
from benchmarks.rivals import mip, timefold
from benchmarks.running import Data, say
from solver.files.scenario import dump_scenario

UNITS = Path(__file__).parents[1] / "data" / "units"
PLANNED = (
    "solsiden-d-a-hver-tredje", "solsiden-langvakt-a", "solsiden-langvakt-b", "hjemmetjenesten-nord",
    "furuheim-sykehjem", "rullerende-tolv",
)  # fmt: skip
LONGER = 10


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks units", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="left out: the example units")
    parser.add_argument(
        "--only", nargs="*", metavar="SOLVER", help="heltid, textbook, textbook-10x, mip, timefold"
    )
    timing(parser)
    asked = parser.parse_args(argv)
    runs = [run for run in ways(asked.seconds) if not asked.only or run[0] in asked.only]
    for path in asked.files or [UNITS / f"{name}.yaml" for name in PLANNED]:
        for row in measured(path, runs, workers=asked.workers, seed=asked.seed):
            say(row)
    return 0


def ways(seconds: float) -> list[tuple[str, str, float]]:
    """Each way's name, solver and seconds."""
    found = [
        ("heltid", "heltid", seconds),
        ("textbook", "textbook", seconds),
        (f"textbook-{LONGER}x", "textbook", LONGER * seconds),
    ]
    others = [name for name, one in (("mip", mip), ("timefold", timefold)) if one.is_here()]
    return found + [(name, name, seconds) for name in others]


def measured(
    path: Path, runs: Iterable[tuple[str, str, float]], *, workers: int, seed: int
) -> Iterable[Data]:
    scenario = solver.load(path)
    raw = dump_scenario(scenario)
    for name, kind, seconds in runs:
        row = in_a_process(raw, kind, seconds, workers=workers, seed=seed)
        row.pop("days", None)
        yield {"unit": path.stem, "lines": len(scenario.employees), "way": name, "given": seconds} | row
