"""`python -m benchmarks curtois FILE.. --seconds S --workers 2`: Curtois & Qu's instances through the front door.

One JSON line per instance. `value` is recomputed from the roster against the instance's own file, and a roster that
breaks any of its hard rules has no value.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import solver
from benchmarks.curtois.check import breaches, cost
from benchmarks.curtois.instance import Instance, read_instance
from benchmarks.curtois.scenario import scenario_of
from benchmarks.folder import absent, data_folder
from benchmarks.running import Data, Results
from solver.files.scenario import parse_scenario

if TYPE_CHECKING:
    from solver.domain.roster import Roster
    from solver.domain.scenario import Scenario
    from solver.search.improve import Progress

FOLDER = "shift_scheduling"


def main(argv: Sequence[str]) -> int:
    asked = _arguments(argv)
    files = asked.files or instances()
    if not files:
        print(absent(FOLDER))
        return 0
    results = Results("curtois", asked.keep, seconds=asked.seconds, workers=asked.workers, seed=asked.seed)
    for path in files:
        results.add(solved(read_instance(path), asked.seconds, workers=asked.workers, seed=asked.seed))
    return 1 if any(row.get("broken") for row in results.rows) else 0


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks curtois", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="left out: all that are here")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="write benchmarks/results/curtois.jsonl")
    return parser.parse_args(argv)


def instances() -> list[Path]:
    """The instances that are here, in the order of their numbers."""
    folder = data_folder(FOLDER)
    found = folder.glob("Instance*.txt") if folder else ()
    return sorted(found, key=lambda path: int("".join(filter(str.isdigit, path.stem)) or 0))


def solved(instance: Instance, seconds: float, *, workers: int, seed: int) -> Data:
    """One instance planned as any scenario is, and what came of it."""
    started = time.monotonic()
    bounds: list[float] = []

    def note(step: Progress) -> None:
        if step.bound is not None:
            bounds.append(step.bound)

    scenario = parse_scenario(scenario_of(instance))
    roster = solver.plan(
        scenario, seconds=seconds, workers=workers, seed=seed, progress=note, started=started
    )
    found = {line.employee: line.days for line in roster.lines}
    wrong = breaches(instance, found) if found else []
    value = cost(instance, found) if found and not wrong else None
    row: Data = {
        "instance": instance.name,
        "status": roster.status,
        "value": value,
        "bound": value if roster.status == "optimal" else max(bounds, default=None),
        "seconds": round(time.monotonic() - started, 2),
        "first_seconds": roster.run.first_roster_seconds if roster.run else None,
    }
    if found and not wrong and value != weighed(scenario, roster):
        wrong = [f"the roster says {weighed(scenario, roster)}, the instance {value}"]
    return row | ({"broken": wrong[:5]} if wrong else {})


def weighed(scenario: Scenario, roster: Roster) -> float:
    """The weighted goal as the roster's own goals tell it."""
    weights = {step.id: step.weight for steps in scenario.goal_stages for step in steps}
    return sum(
        weight * goal.value for goal in roster.goals for name, weight in weights.items() if goal.id == name
    )
