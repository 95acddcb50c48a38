"""Musliu's rotating workforce instances: read, planned as `rotation: shared`, and the roster checked again.

Everything goes through `solver.load` and `solver.plan`. Each shift gets a slot of the day of its own, so that a
window of demand is one shift's; the staff asked for is exact, so it is `min` and `max`. Where nobody is missing
(`cover` 0) the instance is feasible; where it is proven that somebody is, or that there is no line at all, it is not.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import solver
from solver.domain.roster import Roster
from solver.search.progress import Progress

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NO_LIMITS = (
    "norm_ground", "max_shift_minutes", "max_week_minutes", "max_average_week_minutes", "min_daily_rest_minutes",
    "min_weekly_rest_minutes", "sunday", "hours_tolerance_percent", "long_shift_minutes",
)  # fmt: skip
DAY_OFF = "-"
Block = tuple[int, int]
"""Fewest and most days in a row."""


@dataclass(frozen=True)
class Instance:
    """One file: `staff` holds the people required for each shift and weekday, `blocks` the lengths of equal shifts."""

    name: str
    employees: int
    staff: dict[str, tuple[int, ...]]
    blocks: dict[str, Block]
    days_off: Block
    work: Block
    forbidden: tuple[tuple[str, ...], ...]


def read(path: Path) -> Instance:
    """An instance file; a `-` in a sequence is a day off, here `""`."""
    lines = (line.strip() for line in path.read_text(encoding="latin-1").splitlines())
    words = iter([line.split() for line in lines if line and not line.startswith("#")])
    (length,), (employees,), (shifts,) = (next(words) for _ in range(3))
    if int(length) != len(DAYS):
        raise ValueError(f"{path}: only weekly schedules are read, not {length} days")
    staff = [tuple(map(int, next(words))) for _ in range(int(shifts))]
    named = [next(words) for _ in range(int(shifts))]
    off, work = (_block(next(words)) for _ in range(2))
    sequences = sum(map(int, next(words)))
    forbidden = [next(words) for _ in range(sequences)]
    return Instance(
        path.stem,
        int(employees),
        {row[0]: asked for row, asked in zip(named, staff, strict=True)},
        {row[0]: _block(row[3:]) for row in named},
        off,
        work,
        tuple(tuple("" if code == DAY_OFF else code for code in one) for one in forbidden),
    )


def _block(words: Sequence[str]) -> Block:
    return int(words[0]), int(words[1])


def scenario_of(instance: Instance) -> dict[str, Any]:
    """The instance as a scenario, as plain values."""
    slots = {code: _slot(place, len(instance.staff)) for place, code in enumerate(instance.staff)}
    return {
        "schema": "heltid.scenario/1",
        "id": instance.name,
        "cycle": {"weeks": instance.employees, "rotation": "shared"},
        "agreement": {
            "id": "musliu",
            "level": "not_norwegian",
            "full_time_weekly_minutes": 2400,
            "norm": "fixed",
            **dict.fromkeys(NO_LIMITS),
        },
        "shifts": [{"code": code, **slot} for code, slot in slots.items()],
        "demand": [
            {"days": [day], **slots[code], "min": people, "max": people}
            for code, week in instance.staff.items()
            for day, people in zip(DAYS, week, strict=True)
        ],
        "employees": [
            {"id": f"E{number + 1}", "position": {"current": 100}} for number in range(instance.employees)
        ],
        "rules": _rules(instance),
        "goals": ["cover"],
    }


def _rules(instance: Instance) -> dict[str, Any]:
    return {
        "min_consecutive_days": instance.work[0],
        "max_consecutive_days": instance.work[1],
        "min_consecutive_days_off": instance.days_off[0],
        "max_consecutive_days_off": instance.days_off[1],
        "min_consecutive_shifts": {code: least for code, (least, _) in instance.blocks.items()},
        "max_consecutive_shifts": {code: most for code, (_, most) in instance.blocks.items()},
        "forbidden_sequences": [list(one) for one in instance.forbidden],
    }


def _slot(place: int, places: int) -> dict[str, str]:
    """The shift's own part of the day."""
    start, end = (f"{24 * at // places % 24:02d}:00" for at in (place, place + 1))
    return {"start": start, "end": end}


def wrong(instance: Instance, line: Sequence[str]) -> Iterator[str]:
    """All that is wrong with a line of 7n days, told of the instance alone; day 7n is followed by day 1."""
    days = len(DAYS) * instance.employees
    if len(line) != days:
        yield f"{len(line)} days, not {days}"
        return
    for code in set(line) - {"", *instance.staff}:
        yield f"no such shift: {code}"
    for code, week in instance.staff.items():
        for dow, people in enumerate(week):
            found = sum(line[day] == code for day in range(dow, days, len(DAYS)))
            if found != people:
                yield f"{found} on {code} {DAYS[dow]}, not {people}"
    yield from _wrong_blocks("work", ["work" if code else "" for code in line], instance.work)
    yield from _wrong_blocks("off", ["" if code else "off" for code in line], instance.days_off)
    for code, limits in instance.blocks.items():
        yield from _wrong_blocks(code, line, limits)
    for day in range(days):
        for sequence in instance.forbidden:
            if all(line[(day + at) % days] == code for at, code in enumerate(sequence)):
                yield f"{sequence} from day {day}"


def _wrong_blocks(value: str, line: Sequence[str], limits: Block) -> Iterator[str]:
    ends = [day for day in range(len(line)) if line[day - 1] == value and line[day] != value]
    if not ends and value in line:
        yield f"{value} never ends"
    for before, end in pairwise([ends[-1] - len(line), *ends] if ends else ()):
        length = sum(line[day] == value for day in range(before, end))
        if not limits[0] <= length <= limits[1]:
            yield f"{length} days of {value} before day {end}"


@dataclass
class Watch:
    """Stops the plan as soon as it is proven that somebody is missing: more is not asked."""

    bound: float | None = None
    at: float | None = None
    """when the search was over: nobody is missing, or somebody must be"""

    def see(self, step: Progress) -> None:
        if step.bound is not None and self.at is None:
            self.bound, self.at = step.bound, time.monotonic()

    def is_decided(self) -> bool:
        return bool(self.bound)


def run(instance: Instance, seconds: float, workers: int, seed: int = 1) -> dict[str, Any]:
    """Decide an instance: what one line of the output says."""
    started, watch = time.monotonic(), Watch()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scenario.json"
        path.write_text(json.dumps(scenario_of(instance)), encoding="utf-8")
        scenario = solver.load(path)
    asked = time.monotonic()
    roster = solver.plan(
        scenario, seconds=seconds, workers=workers, seed=seed, started=started,
        progress=watch.see, stop=watch.is_decided,
    )  # fmt: skip
    status, value = _decided(instance, roster, watch)
    return {
        "instance": instance.name,
        "status": status,
        "value": value,
        "bound": watch.bound,
        "seconds": round(time.monotonic() - started, 3),
        "search_seconds": None if watch.at is None else round(watch.at - asked, 3),
        "first_seconds": roster.run.first_roster_seconds if roster.run and value is not None else None,
    }


def _decided(instance: Instance, roster: Roster, watch: Watch) -> tuple[str, int | None]:
    """The status, and the breaches counted anew in the instance's own terms where there is a roster."""
    if roster.status == "infeasible" or watch.bound:
        return "INFEASIBLE", None
    if not roster.lines:
        return "UNKNOWN", None
    value = len(list(wrong(instance, roster.lines[0].days)))
    return ("UNKNOWN" if value else "FEASIBLE"), value


def main(argv: Sequence[str]) -> int:
    """One JSON line for each file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks musliu", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(argv)
    missing = [path for path in map(find, asked.files) if not path.is_file()]
    for path in missing:
        print(f"{path}: not there; set HELTID_BENCHMARKS to the folder of the instances", file=sys.stderr)
    for path in map(find, asked.files):
        if path not in missing:
            print(json.dumps(run(read(path), asked.seconds, asked.workers, asked.seed)), flush=True)
    return 2 if missing else 0


def find(path: Path) -> Path:
    """The file as named, or else of that name in the folder of the public instances."""
    folder = Path(os.environ.get("HELTID_BENCHMARKS", "../shared/benchmarks")) / "rotating"
    near = folder / path.with_suffix(".txt").name
    return path if path.is_file() or not near.is_file() else near
