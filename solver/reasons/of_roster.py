"""An explanation with a roster beside it: a reason for each of its holes and for each percent that is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.domain.agreement import Agreement
from solver.domain.roster import Roster, cover_of
from solver.domain.scenario import Scenario
from solver.reasons.arithmetic import arithmetic
from solver.reasons.explanation import Explanation, explain
from solver.reasons.lacking.lacking import lacking
from solver.reasons.why.near import Means
from solver.search.limits import Limits

ROSTER_PART = 0.4
"""Of the time, the most that is used on the roster itself."""


def explain_roster(
    scenario: Scenario, roster: Roster, means: Means, *, agreements: Sequence[Agreement] = ()
) -> Explanation:
    """What the roster lacks and why; then the scenario, as ever, unless the roster shows that it can be staffed."""
    limits = means.limits
    found = lacking(scenario, roster, replace(means, limits=_part(limits)))
    cover = cover_of(found.checked.goals)
    if not found.checked.breaches and not (cover and cover.value):
        balances = arithmetic(scenario, means.rules)
        told = Explanation(scenario, "staffed", balances, roster=found.checked.roster, seconds=limits.elapsed)
    else:
        told = explain(
            scenario, limits=limits, agreements=agreements,
            workers=means.workers, seed=means.seed, rules=means.rules,
        )  # fmt: skip
    return replace(told, lacking=found)


def _part(limits: Limits) -> Limits:
    """A part of what is left."""
    work = None if limits.work_left is None else ROSTER_PART * limits.work_left
    return Limits(max(ROSTER_PART * limits.seconds_left, 0.05), work, limits.stop, finishing_seconds=0.0)
