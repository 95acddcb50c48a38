"""`python -m benchmarks pool [FILE..]`: units that share lines, priced unit by unit beside one model of all.

One JSON line for each way, with every goal's value and bound, and one that lays the priced values beside the bounds of
the one model: `percent` is how far above each bound they are (null: no bound, or a bound of 0 that is not met).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import solver
from benchmarks.case import timing
from benchmarks.running import Data, say
from benchmarks.units import UNITS
from solver.domain.pool import Pool

FILE = UNITS.parent / "pools" / "solsiden-to-hus.yaml"
WAYS: tuple[Literal["together", "priced"], ...] = ("together", "priced")


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks pool", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=f"left out: {FILE.name}")
    parser.add_argument("--work", type=float, help="CP-SAT's deterministic time instead of seconds")
    parser.add_argument(
        "--vacant", choices=["kept", "out"], default="kept", help="out: without the units' vacant lines"
    )
    timing(parser, seconds=180)
    asked = parser.parse_args(argv)
    for path in asked.files or [FILE]:
        for row in measured(_pool(path, asked.vacant), asked):
            say({"pool": path.stem, "vacant": asked.vacant} | row)
    return 0


def measured(pool: Pool, asked: argparse.Namespace) -> Iterator[Data]:
    """A row for each way, then one that compares them."""
    goals: dict[str, Data] = {}
    for way in WAYS:
        begun = time.process_time()
        found = solver.pool(
            pool, way=way, seconds=asked.seconds, work=asked.work, workers=asked.workers, seed=asked.seed
        )
        goals[way] = {one.id: {"value": one.value, "bound": one.bound} for one in found.goals}
        yield {
            "way": way, "status": found.roster.status, "goals": goals[way], "rounds": found.rounds,
            "cpu_seconds": round(time.process_time() - begun, 1), "given": asked.work or asked.seconds,
            "seed": asked.seed, "workers": asked.workers,
        }  # fmt: skip
    yield {"way": "compared", "percent": {name: _above(goals, name) for name in goals["priced"]}}


def _above(goals: dict[str, Data], name: str) -> float | None:
    """How far the priced value is above what is proven of the one model, or by the prices where it found no roster."""
    priced: Data = goals["priced"][name]
    value = priced["value"]
    given: Data = goals["together"].get(name) or priced
    bound = given["bound"]
    if bound is None:
        return None
    if value <= bound:
        return 0.0
    return round(100 * (value - bound) / bound, 2) if bound else None


def _pool(path: Path, vacant: str) -> Pool:
    pool = solver.load_pool(path)
    if vacant == "kept":
        return pool
    units = []
    for unit in pool.units:
        people = tuple(one for one in unit.scenario.employees if not one.vacant)
        units.append(unit.model_copy(update={"scenario": unit.scenario.with_changes({"employees": people})}))
    return pool.model_copy(update={"units": tuple(units)})
