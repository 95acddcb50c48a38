"""The linear program over all lines there are, by pricing: a proven bound, and the columns that it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

import numpy as np
import numpy.typing as npt

from solver.search.columns.master import Master, Relaxed
from solver.search.columns.paths import FORBIDDEN
from solver.search.columns.problem import Priced, Pricing, Problem

SMOOTH = 0.7
"""How much of the best prices so far is kept in the next: alone, the program's own swing from end to end."""
NEAR = 1e-4


@dataclass
class Relaxation:
    """Column generation under way. `bound` is proven, in the stage's scale."""

    problem: Problem
    pricing: Pricing
    master: Master
    bound: float = -np.inf
    centre: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None = None
    rounds: int = 0
    found: Relaxed | None = None

    def run(self, is_over: Callable[[], bool], enough: float = NEAR, most_rounds: int = 10**6) -> Relaxed:
        """Price until nothing gets better, or so near as is enough (a part of the value), or time is over."""
        best = -np.inf
        for _ in range(most_rounds):
            found = self.master.solve()
            self.found = found
            if self.problem.people and best >= found.value - enough * max(abs(found.value), 1.0):
                break
            if is_over():
                break
            self.rounds += 1
            added, bound = self._round(found, SMOOTH if self.centre is not None else 0.0)
            if not added and self.centre is not None:
                added, bound_too = self._round(found, 0.0)
                bound = max(bound, bound_too)
                if not added:
                    best = max(best, bound)
                    break
            best = max(best, bound)
        self.last_bound = best
        return found

    def _round(self, found: Relaxed, smooth: float) -> tuple[int, float]:
        gains, weights = found.gains, found.weights
        if smooth and self.centre is not None:
            gains = smooth * self.centre[0] + (1 - smooth) * gains
            weights = smooth * self.centre[1] + (1 - smooth) * weights
        priced = self.pricing.price(gains, weights)
        bound = self.proven(priced, gains, weights)
        if bound > self.bound or self.centre is None:
            self.centre = gains, weights
        if not self.pricing.fixed:
            self.bound = max(self.bound, bound)
        return self._add(priced, found), bound

    def _add(self, priced: Priced, found: Relaxed) -> int:
        """Add the columns that the program would use; how many."""
        added = 0
        whole = found.gains
        for column, _ in priced.columns:
            rows = self.problem.rows_of(column)
            reduced = float(np.dot(found.weights, column.costs) - whole[rows].sum() - found.lines[column.place])
            if reduced < -1e-6 and self.problem.holds(column):
                added += self.master.add(column)
        return added

    def proven(self, priced: Priced, gains: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]) -> float:
        """What no roster can be below, by these prices: exact, as all prices are whole numbers."""
        if any(cost >= FORBIDDEN for cost in priced.least.values()) or len(priced.least) < len(self.problem.people):
            return -np.inf
        scale, total = priced.scale, sum(priced.least.values())
        each, whole = np.rint(weights * scale).astype(np.int64), np.rint(gains * scale).astype(np.int64)
        for row, gain in zip(self.problem.rows, whole, strict=True):
            total += int((each @ row.costs + gain * np.arange(row.costs.shape[1])).min())
        for stage, ceiling in enumerate(self.master.ceilings):
            total -= int(each[stage]) * ceiling
        return total / scale if total % scale else total // scale
