"""`python -m benchmarks contacts [FILE..]`: contacts chosen with the roster, beside the best ones chosen after it.

*after*: a roster of the same goals without those about residents, then the pairs that leave the fewest gaps on its days
(an assignment, solved to its end). *together*: `solver.plan` as anyone calls it. Both get the same time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import solver
from benchmarks.case import timing
from benchmarks.running import Data, say
from benchmarks.units import UNITS
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.search.contact_pairs import Assigning
from solver.search.limits import Limits

OF_RESIDENTS = ("contact_gaps", "team_gaps")
UNIT = UNITS / "solsiden-langvakt-b.yaml"


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks contacts", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=f"left out: {UNIT.name}")
    parser.add_argument("--work", type=float, help="CP-SAT's deterministic time instead of seconds")
    timing(parser)
    asked = parser.parse_args(argv)
    for path in asked.files or [UNIT]:
        for row in measured(solver.load(path), asked):
            say({"unit": path.stem} | row)
    return 0


def measured(scenario: Scenario, asked: argparse.Namespace) -> Iterator[Data]:
    """A row for each way, and one with what chosen together has fewer, in percent."""
    after = _after(scenario, asked)
    together = solver.plan(
        scenario, seconds=asked.seconds, work=asked.work, workers=asked.workers, seed=asked.seed
    )
    rows = {"after": _goals(scenario, after), "together": _goals(scenario, together)}
    for way, goals in rows.items():
        yield {"way": way, "seconds": asked.seconds, "goals": goals}
    first, second = (rows[way]["contact_gaps"]["value"] for way in ("after", "together"))
    fewer = round(100 * (first - second) / first, 1) if first else 0.0
    yield {"way": "fewer", "percent": fewer, "earlier_no_worse": _no_worse(rows["after"], rows["together"])}


def _after(scenario: Scenario, asked: argparse.Namespace) -> Roster:
    """A roster planned as if nobody cared for contacts, with the best pairs there are on its days."""
    goals = tuple(
        kept
        for steps in scenario.goal_stages
        if (kept := tuple(step for step in steps if step.id not in OF_RESIDENTS))
    )
    without = scenario.with_changes({"goals": goals})
    roster = solver.plan(
        without, seconds=asked.seconds, work=asked.work, workers=asked.workers, seed=asked.seed
    )
    assigning = Assigning(Sheet.of(scenario, roster), Limits(asked.seconds), asked.seed)
    return roster.model_copy(update={"contacts": assigning.contacts()})


def _goals(scenario: Scenario, roster: Roster) -> Data:
    bounds = {one.id: one.bound for one in roster.goals}
    return {
        one.id: {"value": one.value, "bound": bounds.get(one.id)}
        for one in solver.audit(scenario, roster).goals
    }


def _no_worse(first: Data, second: Data) -> bool:
    """Whether no goal before the contacts is worse in the second."""
    earlier = list(first)[: list(first).index("contact_gaps")]
    return [second[goal]["value"] for goal in earlier] <= [first[goal]["value"] for goal in earlier]
