"""Units that share lines, solved in the way that was asked for; with both, the better one and the other beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from solver.domain.pool import Pool
from solver.forum.pools.priced import priced
from solver.forum.pools.together import Pooled, together
from solver.search.limits import Limits
from solver.search.outcome import Asked

AskedWay = Literal["auto", "together", "priced", "both"]
SMALL_LINES: Final = 60
"""Up to so many lines in all, one model is asked for where nobody says otherwise (decision 0020)."""


def answer(pool: Pool, way: AskedWay, limits: Limits, asked: Asked) -> Pooled:
    """The roster of all units; `both`: half the time for each way, priced first."""
    if way == "both":
        half = limits.within(1 / 2)
        first = priced(pool, half, asked)
        limits.used_work += half.used_work
        second = together(pool, limits, asked)
        better, other = sorted((first, second), key=_worth)
        return replace(better, other=other)
    lines = len(pool.lines) + sum(len(unit.scenario.employees) for unit in pool.units)
    if way == "together" or (way == "auto" and lines <= SMALL_LINES):
        return together(pool, limits, asked)
    return priced(pool, limits, asked)


def _worth(one: Pooled) -> tuple[bool, tuple[float, ...]]:
    """What was proven impossible decides; else a roster before none, and the goals in their order."""
    nothing = not one.is_found and one.roster.status != "infeasible"
    return nothing, tuple(goal.value for goal in one.goals)
