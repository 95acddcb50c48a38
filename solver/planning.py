"""A plan from start to end: search, and where nothing can be found, why."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from typing import Any

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.exchange.pairs import Exchanges, exchanges
from solver.reasons.collision import collisions
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked
from solver.search.progress import Progress
from solver.search.run import search

MOST_WORKERS = 8
FINISHING_SECONDS = 0.5
FINISHING_SECONDS_A_DAY = 0.0003
"""What checking a roster takes, and for each line and day; measured on two cores that others used as well."""
EXCHANGE_SECONDS = 1.0
"""How far past the time, or past a stop, people who could be exchanged are still looked for."""


def plan(
    scenario: Scenario,
    *,
    seconds: float,
    work: float | None,
    workers: int | None,
    seed: int,
    current: Roster | None,
    start: Roster | None,
    progress: Callable[[Progress], None] | None,
    better: Callable[[Roster], None] | None,
    stop: Callable[[], bool] | None,
    extra_rules: Sequence[Rule],
    started: float | None,
) -> Roster:
    """Make a roster; parameters as `solver.plan`."""
    lines = 1 if scenario.cycle.rotation == "shared" else len(scenario.employees)
    limits = Limits(
        seconds=seconds,
        work=work,
        stop=stop or (lambda: False),
        started=time.monotonic() if started is None else started,
        finishing_seconds=FINISHING_SECONDS + FINISHING_SECONDS_A_DAY * lines * scenario.cycle.days,
    )
    asked = Asked(
        workers=workers_for(workers),
        seed=seed,
        current=current,
        progress=progress or (lambda step: None),
        start=start,
        better=better,
    )
    rules = (*RULES, *extra_rules)
    roster = search(scenario, rules, limits, asked)
    update: dict[str, Any] = {}
    if roster.lines:
        until = EXCHANGE_SECONDS + (limits.elapsed if limits.stop() else limits.seconds)
        found = exchanges(
            scenario, roster, current=current, rules=rules, is_over=lambda: limits.elapsed > until
        )
        update = _exchanged(roster, found)
    elif roster.status == "infeasible":
        update = {"reasons": collisions(scenario, rules, limits)}
    if roster.run:
        update["run"] = roster.run.model_copy(update={"seconds": round(limits.elapsed, 2)})
    return roster.model_copy(update=update)


def workers_for(asked: int | None) -> int:
    """The threads asked for, or as many as the processor has cores, within reason."""
    return asked or min(len(os.sched_getaffinity(0)), MOST_WORKERS)


def _exchanged(roster: Roster, found: Exchanges) -> dict[str, Any]:
    """The pairs that could be exchanged, and a note where there was no time to try them all."""
    notes = roster.notes if found.complete else (*roster.notes, {"code": "exchanges_not_all_tried"})
    return {"exchangeable": found.pairs, "notes": notes}
