"""What the counts of all units as one come to: proposals of every part to begin from, and what is proven.

With few units one model of all counts is solved sooner than prices meet; with many it ends at its share of the time,
and prices go on from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from solver.domain.pool import Pool
from solver.domain.scenario import Scenario
from solver.forum.pools.parts import Part, Proposal, priced_goals
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.sizing import Sizing
from solver.search.stages import ordered_goals

GOAL_SHARE: Final = 0.1
"""Of the time left, what counting one goal of all units may use."""


@dataclass(frozen=True)
class Counted:
    """One proposal of each part that together reach `values` of the goals that are priced, with bounds for them."""

    proposals: Sequence[Proposal] = ()
    values: Sequence[int] = ()
    bounds: Sequence[int] = ()

    def bound(self, before: Sequence[int]) -> int:
        """The least of the goal after those that came to `before`; 0 where nothing is proven of it."""
        goal = len(before)
        holds = len(self.bounds) > goal and all(
            one <= most for one, most in zip(before, self.values, strict=False)
        )
        return self.bounds[goal] if holds else 0


def counted(pool: Pool, whole: Scenario, parts: Sequence[Part], *, limits: Limits, seed: int) -> Counted:
    """Count all units as one, goal by goal; nothing where there was no time for it."""
    number = len(priced_goals(pool))
    stages = ordered_goals(whole.goal_stages)[:number]
    sizing = Sizing.of(whole, RULES, stages, workers=1, seed=seed, limits=limits)
    bounds, values = sizing.goal_by_goal(limits, lambda _: limits.part(GOAL_SHARE))
    if sizing.values is None or None in values or None in bounds:
        return Counted()
    reached = sizing.values
    counts = {key: reached[count.index] for key, count in sizing.model.count.items()}
    found = [
        part.as_counted(counts, sizing.sizes, limits, limits.part(GOAL_SHARE), seed=seed) for part in parts
    ]
    proposals = [one for one in found if one is not None]
    known = [one for one in values if one is not None], [one for one in bounds if one is not None]
    return Counted(proposals if len(proposals) == len(parts) else (), *known)
