"""The search with lines as columns: a first roster, the linear program and its bound, a dive, then some lines at a time."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil

import numpy as np

from solver.search.columns.around import Around
from solver.search.columns.dive import dive
from solver.search.columns.greedy import greedy
from solver.search.columns.master import Master
from solver.search.columns.pool import Pool
from solver.search.columns.problem import OPEN, Column, Pricing, Problem
from solver.search.columns.relaxation import Relaxation
from solver.search.limits import Limits, Share
from solver.search.stages import Stage

ROOT_PART, DIVE_PART = 0.35, 0.5
FEWEST, FAILURES = 3, 12
"""How many lines are laid anew at first, and after how many tries without use there is one more of them."""
ROOT_ENOUGH = 1e-5


@dataclass
class ColumnSearch:
    """A search under way. `lines`: the best roster so far, one line for each person."""

    problem: Problem
    stages: Sequence[Stage]
    limits: Limits
    seed: int
    report: Callable[[Stage], None]
    first_seconds: float | None = None
    lines: list[Column] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pricing = Pricing(self.problem, self.limits)
        self.pool = Pool(len(self.problem.people))
        self.chance = random.Random(self.seed)

    def run(self) -> None:
        """Go through the stages; each is made as small as its time allows."""
        self._first()
        for index, stage in enumerate(self.stages):
            share = self.limits.share(len(self.stages) - index)
            self._stage(index, self._meter(share))
            if self.limits.stopped_by or not self.lines or stage.best is None:
                return

    def _meter(self, share: Share) -> Callable[[], bool]:
        meter = self.limits.meter(share)
        return lambda: meter() or self.limits.stopped_by is not None

    # -- rosters -----------------------------------------------------------------------------------------------

    def _first(self) -> None:
        """One line after another, until nobody's line can be better beside the others."""
        weights = [0.001**place for place in range(len(self.stages))]
        lines: dict[int, Column] = {}
        while greedy(self.problem, self.pricing, weights, lines, self._is_over):
            if len(lines) == len(self.problem.people):
                self._adopt(list(lines.values()), 0)

    def _is_over(self) -> bool:
        return self.limits.stopped_by is not None

    def _adopt(self, lines: Sequence[Column], index: int) -> bool:
        """Keep a roster that is better in its stage, and no worse in those before."""
        worth = self.problem.value(lines)
        held = zip(self.stages[:index], worth, strict=False)
        if self.problem.overfull(lines) or any(s.ceiling is not None and v > s.ceiling for s, v in held):
            return False
        best = self.stages[index].best
        if self.lines and best is not None and worth[index] >= best:
            return False
        self.lines = sorted(lines, key=lambda column: column.place)
        self.pool.add(self.lines)
        if self.first_seconds is None:
            self.first_seconds = self.limits.elapsed
        for place, (stage, value) in enumerate(zip(self.stages, worth, strict=True)):
            earlier = place < index and stage.best is not None
            stage.best = min(stage.best or 0, value) if earlier else value
            stage.raise_bound(None)
        self.report(self.stages[index])
        return True

    # -- one stage ---------------------------------------------------------------------------------------------

    def _stage(self, index: int, is_over: Callable[[], bool]) -> None:
        stage = self.stages[index]
        ceilings = [earlier.ceiling or 0 for earlier in self.stages[:index]]
        root = self._root(index, ceilings)
        if not stage.proven and not is_over():
            self._dive(root, index)
        around = Around(self.problem, self.pricing, index, ceilings, is_over)
        size, failures = FEWEST, 0
        while self.lines and not stage.proven and not is_over():
            free = self._chosen(index, size)
            found = around.better(self.lines, free, self.pool.columns(free))
            if found:
                again = set(free)
                self._adopt([*(one for one in self.lines if one.place not in again), *found], index)
            failures = 0 if found else failures + around.exhausted
            if failures >= FAILURES and size < len(self.problem.people):
                size, failures = size + 1, 0

    def _root(self, index: int, ceilings: Sequence[int]) -> Relaxation:
        """The linear program over all lines, and the bound that it proves."""
        stage, master = self.stages[index], Master(self.problem, index, ceilings)
        for column in (*self.lines, *self.pool.columns(range(len(self.problem.people)))):
            master.add(column)
        root = Relaxation(self.problem, self.pricing, master)
        is_over = self._meter(self.limits.part(ROOT_PART))

        def told() -> bool:
            if root.bound > -np.inf:
                stage.raise_bound(ceil(root.bound - 1e-9))
                self.report(stage)
            return is_over() or stage.proven

        found = root.run(told, enough=ROOT_ENOUGH)
        told()
        near = np.argsort(-master.reduced(found)) if master.columns else ()
        self.pool.add(master.columns[place] for place in near)
        return root

    def _dive(self, root: Relaxation, index: int) -> None:
        lines = dive(root, self._meter(self.limits.part(DIVE_PART)))
        self.pricing.fixed[:] = OPEN
        if lines and len(lines) == len(self.problem.people):
            self._adopt(lines, index)
            self.pool.add(self.lines)

    def _chosen(self, index: int, size: int) -> list[int]:
        """Whose lines are laid anew: some who could work where the roster costs something, and some by chance."""
        people = range(len(self.problem.people))
        near = self.problem.who_could(self.chance.choice(self.problem.amiss(self.lines, index) or [0]))
        count = min(size, len(people))
        first = self.chance.sample(near, min(len(near), (count + 1) // 2))
        rest = [one for one in people if one not in first]
        return first + self.chance.sample(rest, count - len(first))
