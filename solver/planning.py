"""A plan from start to end: search, and where nothing can be found, why."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.reasons.collision import collisions
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.improve import Progress
from solver.search.limits import Limits
from solver.search.run import Asked, search

MOST_WORKERS = 8
FINISHING_SECONDS = 0.5
FINISHING_SECONDS_A_DAY = 0.0003
"""What checking a roster takes, and for each line and day; measured on two cores that others used as well."""


def plan(
    scenario: Scenario,
    *,
    seconds: float,
    work: float | None,
    workers: int | None,
    seed: int,
    current: Roster | None,
    progress: Callable[[Progress], None] | None,
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
        workers=workers or min(len(os.sched_getaffinity(0)), MOST_WORKERS),
        seed=seed,
        current=current,
        progress=progress or (lambda step: None),
    )
    rules = (*RULES, *extra_rules)
    roster = search(scenario, rules, limits, asked)
    if roster.status != "infeasible" or roster.run is None:
        return roster
    reasons = collisions(scenario, rules, limits)
    run = roster.run.model_copy(update={"seconds": round(limits.elapsed, 2)})
    return roster.model_copy(update={"reasons": reasons, "run": run})
