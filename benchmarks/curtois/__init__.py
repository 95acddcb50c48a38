"""`python -m benchmarks curtois FILE.. --seconds S --workers 2`: Curtois & Qu's instances through the front door.

One JSON line per instance. `value` is recomputed from the roster against the instance's own file, and a roster that
breaks any of its hard rules has no value. `--rivals` adds a line for each rival, in the same time.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.case import in_a_process, timing
from benchmarks.curtois.check import breaches, cost
from benchmarks.curtois.instance import Instance, read_instance
from benchmarks.curtois.scenario import scenario_of
from benchmarks.folder import absent, data_folder, known
from benchmarks.running import Data, say

FOLDER = "shift_scheduling"


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks curtois", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="left out: all that are here")
    parser.add_argument("--rivals", nargs="*", default=(), metavar="NAME", help="textbook, mip")
    timing(parser)
    asked = parser.parse_args(argv)
    files = asked.files or instances()
    if not files:
        print(absent(FOLDER))
        return 0
    published, broken = known(FOLDER, "best_known.csv"), False
    for path in files:
        for solver in ("heltid", *asked.rivals):
            row = solved(read_instance(path), asked.seconds, solver, workers=asked.workers, seed=asked.seed)
            say(row | {"published": published.get(path.stem.removeprefix("Instance"), {})})
            broken = broken or "broken" in row
    return 1 if broken else 0


def instances() -> list[Path]:
    """The instances that are here, in the order of their numbers."""
    folder = data_folder(FOLDER)
    found = folder.glob("Instance*.txt") if folder else ()
    return sorted(found, key=lambda path: int("".join(filter(str.isdigit, path.stem)) or 0))


def solved(instance: Instance, seconds: float, solver: str, *, workers: int, seed: int) -> Data:
    """One instance planned as any scenario is, and what came of it."""
    raw = scenario_of(instance)
    given = in_a_process(raw, solver, seconds, workers=workers, seed=seed)
    found: dict[str, list[str]] = given.get("days") or {}
    wrong = breaches(instance, found) if found else []
    value = cost(instance, found) if found and not wrong else None
    if value is not None and value != weighed(raw, given):
        wrong = [f"the roster says {weighed(raw, given)}, the instance {value}"]
    row: Data = {
        "instance": instance.name,
        "solver": solver,
        "status": given["status"],
        "value": value,
        "bound": value if given["status"] == "optimal" else max(given.get("sums", {}).values(), default=None),
        "seconds": given.get("seconds"),
        "first_seconds": given.get("first_seconds"),
        "peak_mib": given.get("peak_mib"),
    }
    return row | ({"broken": wrong[:5]} if wrong else {}) | ({"why": given["why"]} if "why" in given else {})


def weighed(raw: Data, given: Data) -> int:
    """The weighted goal as the roster's own goals tell it."""
    weights: dict[str, int] = {step["id"]: step.get("weight", 1) for step in raw["goals"][0]}
    return sum(weights[name] * int(goal["value"]) for name, goal in given["goals"].items())
