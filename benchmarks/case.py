"""`python -m benchmarks case --solver NAME < SCENARIO.json`: one solve in a process of its own, as one JSON line.

So that memory is that solve's alone, and its clock starts with the process.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from benchmarks.running import Data, say

if TYPE_CHECKING:
    from solver.domain.scenario import Scenario
    from solver.search.progress import Progress

STARTED = time.monotonic()
SOLVERS = ("heltid", "textbook", "mip", "timefold")


def main(argv: Sequence[str]) -> int:
    asked = _arguments().parse_args(argv)
    from solver.files.scenario import parse_scenario

    raw = json.load(sys.stdin)
    scenario = parse_scenario(raw)
    row = solved(scenario, asked.solver, asked.seconds, workers=asked.workers, seed=asked.seed)
    kibibytes = max(
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    say(row | {"peak_mib": kibibytes // 1024})
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks case", description=__doc__)
    parser.add_argument("--solver", choices=SOLVERS, default="heltid")
    timing(parser)
    return parser


def timing(parser: argparse.ArgumentParser, seconds: float = 60) -> None:
    """The options that every part has."""
    parser.add_argument("--seconds", type=float, default=seconds)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)


def solved(scenario: Scenario, solver: str, seconds: float, *, workers: int, seed: int) -> Data:
    """What a solver makes of a scenario: status, seconds, and each goal's value and bound; `days` by employee."""
    if solver != "heltid":
        from benchmarks.rivals import rival

        return rival(solver, scenario, seconds, workers=workers, seed=seed)
    return heltid(scenario, seconds, workers=workers, seed=seed)


def heltid(scenario: Scenario, seconds: float, *, workers: int, seed: int) -> Data:
    """Heltid by its front door. `proven_seconds` is when each goal was first known to be at its bound."""
    import solver

    proven: dict[str, float] = {}
    sums: dict[str, float] = {}

    def note(step: Progress) -> None:
        if step.value is not None and step.value == step.bound:
            proven.setdefault(step.goal, round(step.seconds, 2))
        if "+" in step.goal and step.bound is not None:
            sums[step.goal] = max(step.bound, sums.get(step.goal, step.bound))

    started = time.monotonic()
    roster = solver.plan(
        scenario, seconds=seconds, workers=workers, seed=seed, progress=note, started=started
    )
    row: Data = {
        "status": roster.status,
        "seconds": round(time.monotonic() - started, 2),
        "first_seconds": roster.run.first_roster_seconds if roster.run else None,
        "proven_seconds": proven,
        "goals": {goal.id: {"value": goal.value, "bound": goal.bound} for goal in roster.goals},
        "days": {line.employee: list(line.days) for line in roster.lines},
    }
    return row | ({"sums": sums} if sums else {})


def in_a_process(raw: Data, solver: str, seconds: float, *, workers: int, seed: int) -> Data:
    """One solve of a scenario (in the contract's fields) in a process of its own; a crash is told, not raised."""
    command = [sys.executable, "-m", "benchmarks", "case", "--solver", solver, "--seconds", str(seconds)]
    command += ["--workers", str(workers), "--seed", str(seed)]
    done = subprocess.run(command, input=json.dumps(raw), capture_output=True, text=True, check=False)
    if done.returncode:
        return {"status": "failed", "goals": {}, "why": done.stderr.strip().splitlines()[-1:]}
    found: Data = json.loads(done.stdout.splitlines()[-1])
    return found
