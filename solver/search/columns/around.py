"""Some people's lines anew, with everyone else's as they are: priced to the end, then decided one by one or
chosen as whole columns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from solver.search.columns.dive import dive
from solver.search.columns.master import Master, Relaxed
from solver.search.columns.pricing import Pricing
from solver.search.columns.problem import Column
from solver.search.columns.relaxation import Relaxation
from solver.search.limits import Share

ROUNDS, LINES_A_ROUND, SMOOTH = 30, 10, 0.3
NEARLY = 1e-6
NODES, MOST = 500, 3000
CHOICE_SECONDS, CHOICE_WORK = 5.0, 0.75
"""The longest that whole columns are chosen."""


@dataclass
class Around:
    """What it takes to lay some lines anew, one stage made small and the earlier ones held."""

    pricing: Pricing
    index: int
    ceilings: Sequence[int]
    is_over: Callable[[], bool]
    exhausted: bool = False
    """whether the last try proved that there is nothing better"""
    hopeless: bool = False
    """whether the program of the last try had nothing better, proven or not"""

    def better(
        self, lines: Sequence[Column], free: Sequence[int], pool: Sequence[Column]
    ) -> list[Column] | None:
        """Better lines for the people who are free, where there are any."""
        again = set(free)
        below = self.pricing.problem.value(lines)[self.index] - 1 + NEARLY
        master = Master(
            self.pricing.problem, self.index, self.ceilings, [one for one in lines if one.place not in again]
        )
        for column in (*(one for one in lines if one.place in again), *pool):
            master.add(column)
        relaxation = Relaxation(self.pricing, master, smooth=SMOOTH, most=LINES_A_ROUND)
        found = relaxation.run(self.is_over, enough=NEARLY, most_rounds=ROUNDS, hopeless=below)
        self.exhausted = relaxation.bound > below
        self.hopeless = max(relaxation.nearest, found.value) > below
        if self.hopeless:
            return None
        return self._dived(master, found, below) or self._chosen(master, below)

    def _dived(self, master: Master, found: Relaxed, below: float) -> list[Column] | None:
        """By deciding one line after another, where that is better; what it priced stays in the program."""
        seen: list[Column] = []
        lines = dive(self.pricing, master, found, is_over=self.is_over, priced=seen.extend)
        for column in seen:
            master.add(column)
        return lines if master.cost(lines) <= below else None

    def _chosen(self, master: Master, below: float) -> list[Column] | None:
        """By choosing among all columns at once."""
        share = self.pricing.problem.at_most(CHOICE_SECONDS, CHOICE_WORK)
        return chosen(master, master.solve(), below, share)


def chosen(master: Master, found: Relaxed, below: float, share: Share) -> list[Column] | None:
    """Whole columns of the program that cost no more than `below`, or None where none were found in the share; of those
    that cost least by its prices.
    """
    reduced = master.reduced(found)
    near = np.argsort(reduced, kind="stable")[:MOST]
    whole = master.whole(near[reduced[near] <= below - found.value + NEARLY], share, NODES)
    return whole[1] if whole and whole[0] <= below else None
