"""`python -m benchmarks growth`: how time and memory grow with lines and weeks, and a municipality of 60 units.

Each unit is the example with long weekend shifts, its people, demand and budget so many times over; half of it for 10
lines. Each solve is a process of its own. With nothing left out it takes about half an hour: ten sizes at a minute, two
at five minutes, and sixty jobs of twenty seconds, two at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from itertools import cycle, islice
from math import ceil

import solver
from benchmarks.case import in_a_process, timing
from benchmarks.running import Data, say
from benchmarks.units import UNITS
from solver.files.scenario import dump_scenario

PATTERN = "solsiden-langvakt-b"
PATTERN_LINES, PATTERN_WEEKS = 20, 12
HALF = ("E01", "E03", "E05", "E07", "E10", "E11", "E13", "E15", "E16", "V01")
LINES = (10, 20, 40, 80, 160, 320)
WEEKS = (4, 8, 26, 52)
LONG_LINES, LONGER = (80, 160), 5
JOB_SECONDS = 20
UNIT_LINES = (20, 40, 60, 80)
"""of the municipality's units, in turn: 60 units of these have 3,000 lines"""


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks growth", description=__doc__)
    parser.add_argument("--lines", nargs="*", type=int, default=LINES)
    parser.add_argument("--weeks", nargs="*", type=int, default=WEEKS, help="beside 12")
    parser.add_argument(
        "--long", nargs="*", type=int, default=LONG_LINES, help=f"lines at {LONGER}x the time"
    )
    parser.add_argument("--units", type=int, default=60, help="units of the municipality; 0 leaves it out")
    parser.add_argument("--job-seconds", type=float, default=JOB_SECONDS, help="for each of those units")
    timing(parser)
    asked = parser.parse_args(argv)
    cases = [(lines, PATTERN_WEEKS, asked.seconds) for lines in asked.lines]
    cases += [(PATTERN_LINES, weeks, asked.seconds) for weeks in asked.weeks]
    cases += [(lines, PATTERN_WEEKS, LONGER * asked.seconds) for lines in asked.long]
    for lines, weeks, seconds in cases:
        row = in_a_process(unit(lines, weeks), "heltid", seconds, workers=asked.workers, seed=asked.seed)
        row.pop("days", None)
        say({"lines": lines, "weeks": weeks, "given": seconds} | row)
    if asked.units:
        for row in municipality(asked.units, asked.job_seconds, workers=asked.workers, seed=asked.seed):
            say(row)
    return 0


def municipality(units: int, seconds: float, *, workers: int, seed: int) -> Iterable[Data]:
    """So many units as so many jobs, as many at once as there are workers, each job with one."""
    sizes = list(islice(cycle(UNIT_LINES), units))

    def job(number: int) -> Data:
        raw = unit(sizes[number], PATTERN_WEEKS)
        row = in_a_process(raw, "heltid", seconds, workers=1, seed=seed + number)
        row.pop("days", None)
        return {"job": number + 1, "lines": sizes[number], "weeks": PATTERN_WEEKS, "given": seconds} | row

    with ThreadPoolExecutor(workers) as pool:  # a thread only waits for its process
        yield from pool.map(job, range(units))


# -- the units -------------------------------------------------------------------------------------------------


def unit(lines: int, weeks: int) -> Data:
    """A unit of so many lines (10, or a multiple of 20) and weeks, in the contract's fields.

    In fewer weeks as many minutes may lie between hours and position, or no number of shifts would fit some sizes.
    """
    raw = dump_scenario(solver.load(UNITS / f"{PATTERN}.yaml"))
    raw.pop("residents", None)
    raw.pop("contact_limits", None)
    raw = _half(raw) if lines == PATTERN_LINES // 2 else _times(raw, lines // PATTERN_LINES)
    assert len(raw["employees"]) == lines, f"{lines} is neither 10 nor a multiple of {PATTERN_LINES}"
    raw["cycle"] = raw["cycle"] | {"weeks": weeks}
    raw["employees"] = [_with_weeks(person, weeks) for person in raw["employees"]]
    tolerance = raw["agreement"]["hours_tolerance_percent"] * max(1, PATTERN_WEEKS / weeks)
    raw["agreement"] = raw["agreement"] | {"hours_tolerance_percent": round(tolerance, 2)}
    return raw | {"id": f"growth-{lines}-{weeks}"}


def _times(raw: Data, copies: int) -> Data:
    people = [
        deepcopy(person) | {"id": f"{person['id']}-{copy}"}
        for copy in range(1, copies + 1)
        for person in raw["employees"]
    ]
    demand = [_amounts(row, lambda amount: amount * copies) for row in raw["demand"]]
    return raw | {"employees": people, "demand": demand, "budget_fte": raw["budget_fte"] * copies}


def _half(raw: Data) -> Data:
    """Half the people and half the demand; too few of college for a row of their own."""
    people = [person for person in raw["employees"] if person["id"] in HALF]
    rows = [row for row in raw["demand"] if row.get("competence") != "college"]
    demand = [_amounts(row, lambda amount: max(1, amount // 2)) for row in rows]
    return raw | {"employees": people, "demand": demand, "budget_fte": raw["budget_fte"] / 2}


def _amounts(row: Data, change: Callable[[int], int]) -> Data:
    return row | {name: change(row[name]) for name in ("min", "wanted", "max") if row.get(name) is not None}


def _with_weeks(person: Data, weeks: int) -> Data:
    """The same share of the weekends, and wishes only for weeks there are."""
    found = dict(person)
    for name, rounded in (("max_weekends", ceil), ("min_weekends", int)):
        if found.get(name) is not None:
            found[name] = rounded(found[name] * weeks / PATTERN_WEEKS)
    if any("weeks" in wish for wish in found.get("wishes", ())):
        kept = [
            wish | {"weeks": inside}
            for wish in found["wishes"]
            if (inside := [week for week in wish.get("weeks", ()) if week <= weeks])
        ]
        found["wishes"] = kept
    return found
