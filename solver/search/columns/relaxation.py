"""The linear program over all lines there are, by pricing: a proven bound, and the columns that it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from solver.search.columns.master import Master, Relaxed
from solver.search.columns.paths import FORBIDDEN
from solver.search.columns.pricing import Priced, Pricing
from solver.search.columns.program import Floats

SMOOTH, LINES_A_ROUND = 0.7, 4
"""How much of the best prices so far is kept in the next (alone, the program's own swing from end to end), and how many
lines of each person are priced a round."""
NEAR, NEGATIVE = 1e-4, -1e-6


@dataclass
class Relaxation:
    """Column generation under way. `bound` is proven for all whose lines are open, those beside them as they are.

    `nearest` is the same where nothing is proven, as lines far from an even pace were not looked at: prices are
    smoothed towards those that gave it, and it tells when there is little left to gain.
    """

    pricing: Pricing
    master: Master
    smooth: float = SMOOTH
    most: int = LINES_A_ROUND
    bound: float = -np.inf
    nearest: float = -np.inf
    centre: tuple[Floats, Floats] | None = None

    def run(
        self,
        is_over: Callable[[], bool],
        *,
        enough: float = NEAR,
        most_rounds: int = 10**6,
        hopeless: float = np.inf,
    ) -> Relaxed:
        """Price until nothing gets better, or so near as is enough (a part of the value), or time is over, or the value
        is surely over `hopeless`.
        """
        found = self.master.solve()
        for _ in range(most_rounds):
            if is_over():
                break
            added = self._round(found, self.smooth if self.centre is not None else 0.0)
            if not added:
                added = self._round(found, 0.0)
            if not added or self.nearest > hopeless:
                break
            found = self.master.solve()
            if self.nearest >= found.value - enough * max(abs(found.value), 1.0):
                break
        return found

    def _round(self, found: Relaxed, smooth: float) -> int:
        """Price once; how many columns came of it."""
        gains, weights = found.gains, found.weights
        if smooth and self.centre is not None:
            gains = smooth * self.centre[0] + (1 - smooth) * gains
            weights = smooth * self.centre[1] + (1 - smooth) * weights
        priced = self.pricing.price(gains, weights, who=self.master.people, most=self.most)
        near = self._least(priced, gains, weights)
        if near > self.nearest or self.centre is None:
            self.centre = gains, weights
        self.nearest = max(self.nearest, near)
        if priced.exact:
            self.bound = max(self.bound, near)
        return self._add(priced, found)

    def _add(self, priced: Priced, found: Relaxed) -> int:
        """Add the columns that the program would use; how many."""
        master, added = self.master, 0
        for column, _ in priced.columns:
            rows = master.problem.rows_of(column)
            if master.costs_more(found, column, rows) < NEGATIVE and master.problem.holds(column):
                added += master.add(column)
        return added

    def _least(self, priced: Priced, gains: Floats, weights: Floats) -> float:
        """What no roster of such lines can be below, by these prices: exact, as all prices are whole numbers."""
        if len(priced.least) < len(self.master.people) or max(priced.least.values()) >= FORBIDDEN:
            return -np.inf
        scale, total = priced.scale, sum(priced.least.values())
        each, whole = np.rint(weights * scale).astype(np.int64), np.rint(gains * scale).astype(np.int64)
        for costs, gain in zip(self.master.row_costs, whole, strict=True):
            total += int((each @ costs + gain * np.arange(costs.shape[1])).min())
        total += sum(int(weight) * own for weight, own in zip(each, self.master.beside, strict=True))
        total -= sum(int(weight) * one for weight, one in zip(each, self.master.ceilings, strict=False))
        return total / scale
