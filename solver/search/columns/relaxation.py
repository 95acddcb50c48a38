"""The linear program over all lines there are, by pricing: a proven bound, and the columns that it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    closed: bool = False
    smooth: float = SMOOTH
    most: int = 4

    def run(
        self,
        is_over: Callable[[], bool],
        enough: float = NEAR,
        most_rounds: int = 10**6,
        hopeless: float = np.inf,
    ) -> Relaxed:
        """Price until nothing gets better, or so near as is enough (a part of the value), or time is over."""
        best, self.closed = -np.inf, False
        found = self.found = self.master.solve()
        for _ in range(most_rounds):
            if is_over():
                break
            self.rounds += 1
            added, bound = self._round(found, self.smooth if self.centre is not None else 0.0)
            if not added:
                added, unsmoothed = self._round(found, 0.0)
                bound = max(bound, unsmoothed)
            best = max(best, bound)
            self.closed = not added
            if not added or best > hopeless:
                break
            found = self.found = self.master.solve()
            if best >= found.value - enough * max(abs(found.value), 1.0):
                break
        return found

    def _round(self, found: Relaxed, smooth: float) -> tuple[int, float]:
        gains, weights = found.gains, found.weights
        if smooth and self.centre is not None:
            gains = smooth * self.centre[0] + (1 - smooth) * gains
            weights = smooth * self.centre[1] + (1 - smooth) * weights
        priced = self.pricing.price(gains, weights, who=self.master.people, most=self.most)
        bound = self.proven(priced, gains, weights)
        if bound > self.bound or self.centre is None:
            self.centre = gains, weights
        if (self.pricing.fixed < 0).all():
            self.bound = max(self.bound, bound)  # of all who are priced; those beside them stay
        return self._add(priced, found), bound

    def _add(self, priced: Priced, found: Relaxed) -> int:
        """Add the columns that the program would use; how many."""
        added = 0
        whole = found.gains
        for column, _ in priced.columns:
            rows = self.problem.rows_of(column)
            reduced = float(
                np.dot(found.weights, column.costs)
                - whole[rows].sum()
                - found.lines[self.master.line_of[column.place]]
            )
            if reduced < -1e-6 and self.problem.holds(column):
                added += self.master.add(column)
        return added

    def proven(
        self, priced: Priced, gains: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]
    ) -> float:
        """What no roster can be below, by these prices: exact, as all prices are whole numbers."""
        if any(cost >= FORBIDDEN for cost in priced.least.values()) or len(priced.least) < len(
            self.master.people
        ):
            return -np.inf
        scale, total = priced.scale, sum(priced.least.values())
        each, whole = np.rint(weights * scale).astype(np.int64), np.rint(gains * scale).astype(np.int64)
        for costs, gain in zip(self.master.row_costs, whole, strict=True):
            total += int((each @ costs + gain * np.arange(costs.shape[1])).min())
        total += int(each @ np.array(self.master.costs_beside)[: len(each)])
        for stage, ceiling in enumerate(self.master.ceilings):
            total -= int(each[stage]) * (ceiling + self.master.costs_beside[stage])
        return total / scale if total % scale else total // scale
