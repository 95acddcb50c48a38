"""`python -m benchmarks page`: docs/benchmarks.md from the lines in benchmarks/results."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import tables
from benchmarks.goals import goals
from benchmarks.running import RESULTS, Data, read

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
TRIED = Path(__file__).parent / "tried.md"
"""by hand: what falls short of its goal, what was tried and what it gave"""
PARTS = ("units", "curtois", "musliu", "growth")
INTRO = """# Benchmarks

Made by `make bench` from the lines in `benchmarks/results`; do not edit. Every part was measured in one run on one
machine, Heltid and its rivals one after another, never at once. A figure that nobody measured is not here.

- **heltid**: `solver.plan`, as anyone calls it. **textbook**: one Boolean for each line, day and shift, the same
  rules and goals (they are the same code), CP-SAT as it comes, goals in order with an equal share of the time left,
  the last roster as a hint. **mip**: the same model written as rows, HiGHS as it comes. **timefold**: Timefold 1.24.0b0
  (its Python, which it says is slower than its Java), rules and goals written for it anew, without contacts; its local
  search as it comes, in one thread.
- *first* is seconds to the first legal roster. A value is followed by its proven bound in brackets, where there is one;
  **bold** is proven best.
"""
READING = {
    "units": "The example units, goals in order",
    "curtois": "Curtois & Qu 2014 (individual lines, no wrap-around)",
    "musliu": "Musliu's rotating workforce instances (shared rotation)",
    "growth": "Growth",
}


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks page", description=__doc__)
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--page", type=Path, default=PAGE)
    asked = parser.parse_args(argv)
    asked.page.write_text(page(asked.results), encoding="utf-8")
    return 0


def page(results: Path) -> str:
    """The whole page."""
    measured = {name: read(results / f"{name}.jsonl") for name in PARTS}
    parts = [INTRO, f"## Goals, on two cores\n\n{goals({name: rows[1:] for name, rows in measured.items()})}"]
    parts.append(TRIED.read_text(encoding="utf-8"))
    for name, rows in measured.items():
        parts.append(f"## {READING[name]}\n")
        parts.append(_part(name, rows) if len(rows) > 1 else "Not measured yet.\n")
    return "\n".join(parts)


def _part(name: str, rows: list[Data]) -> str:
    makers: dict[str, Callable[[list[Data]], str]] = {
        "units": tables.units,
        "curtois": tables.curtois,
        "musliu": tables.musliu,
        "growth": tables.growth,
    }
    return f"{_measured(rows[0])}\n\n{makers[name](rows[1:])}"


def _measured(head: Data) -> str:
    machine = head["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items())
    options = " ".join(head["settings"]) or "as it stands"
    return (
        f"{head['date']}; {machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB, "
        f"{machine['system']}; Python {machine['python']}, {versions}; load at the start {head['load']}; "
        f"options: {options}; seed 1 unless told."
    )
