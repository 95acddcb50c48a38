"""The search with lines as columns: a first roster, the linear program and its bound, dives, some lines at a time."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import numpy as np

from solver.search.columns.alone import alone
from solver.search.columns.around import Around
from solver.search.columns.best import Best
from solver.search.columns.dive import dive
from solver.search.columns.greedy import greedy
from solver.search.columns.helper import Helper, Task
from solver.search.columns.howmany import HowMany
from solver.search.columns.master import Master
from solver.search.columns.near import nearest
from solver.search.columns.pricing import Pricing
from solver.search.columns.problem import Column, Problem
from solver.search.columns.relaxation import Relaxation
from solver.search.limits import Share
from solver.search.stages import Stage

ROOT_PART, DIVE_PART, WHOLE_PART = 0.35, 0.4, 0.25
"""Of the time left, what the linear program, the dive, and the choice among all its columns may use."""
DIVES, DIVES_PART, SHORTEST = 6, 0.2, 0.01
"""How many more dives there are at a time, and which part of the time left (or work) they may use."""
ROOT_ENOUGH = 1e-5
TASK_SECONDS = 20.0
"""The longest that the helper lays some lines anew."""


@dataclass
class ColumnSearch:
    """A search under way. `report` is told of every better value or bound."""

    problem: Problem
    best: Best
    seed: int
    report: Callable[[Stage], None]
    helper: Helper | None = None
    is_impossible: bool = False
    """somebody was proven to have no line at all"""

    def __post_init__(self) -> None:
        self.stages, self.limits, self.pool = self.best.stages, self.best.limits, self.best.pool
        self.pricing = Pricing(self.problem)
        self.chance = random.Random(self.seed)
        self.index, self.howmany = 0, HowMany(len(self.problem.people))
        self.closed: int | None = None
        self.dive_took = 0.0

    def run(self) -> None:
        """Lay a first roster, then go through the stages."""
        if not self.best.lines:
            self._first()
        if not self.best.lines:
            return  # somebody has no line that was found: for the search over all days, unless there is none
        for index, stage in enumerate(self.stages):
            self._stage(index, self.limits.share(len(self.stages) - index))
            if self.limits.stopped_by or not self.best.lines or stage.best is None:
                return

    def _first(self) -> None:
        """One line after another, until nobody's line can be better beside the others."""
        weights = np.array([0.001**place for place in range(len(self.stages))])
        lines: dict[int, Column] = {}
        is_better = True
        while is_better:
            is_better = greedy(self.problem, self.pricing, weights, lines, is_over=self._is_over)
            if not self._all_have_one(lines) or not self.best.adopt(list(lines.values()), 0):
                return

    def _all_have_one(self, lines: dict[int, Column]) -> bool:
        """Whether all have a line, those too for whom pricing found none."""
        for person in self.problem.people:
            if person.place not in lines:
                if self._is_over():
                    return False
                found = alone(self.problem, person, self.limits, seed=self.seed)
                if found.line is None:
                    self.is_impossible = found.is_impossible
                    return False
                lines[person.place] = found.line
        return True

    def _is_over(self) -> bool:
        return self.limits.stopped_by is not None

    # -- one stage ---------------------------------------------------------------------------------------------

    def _stage(self, index: int, share: Share) -> None:
        self.index, self.howmany = index, HowMany(len(self.problem.people))
        stage = self.stages[index]
        is_over = self._meter(self.limits.meter(share))
        root = self._root()
        if not self._is_done(is_over):
            self._rounded(root)
        if not self._is_done(is_over):
            before = self.limits.spent
            self._dive(root)
            self.dive_took = self.limits.spent - before
        self._dives(root, is_over)
        if not self._is_done(is_over):
            self._near(root)
        around = Around(self.pricing, index, self.best.ceilings(index), is_over)
        while self.best.lines and not self._is_done(is_over):
            free = self._free()
            found = around.better(self.best.lines, free, self.pool.columns(free))
            if around.exhausted and len(free) == len(self.problem.people):
                stage.raise_bound(stage.best)
            self.howmany.learn(found is not None and self.best.adopt_some(found, index), around.hopeless)
            if self.howmany.gives_nothing and not self._elsewhere(root, is_over):
                break
        self.report(stage)

    def _elsewhere(self, root: Relaxation, is_over: Callable[[], bool]) -> bool:
        """More dives, then the lines near the bound. False where nothing came of that either and all lines at once had
        been tried: then there is nothing left to try.
        """
        stage, is_stuck = self.stages[self.index], self.howmany.is_stuck
        before = stage.best
        self._dives(root, is_over)
        if self.closed != stage.best and not self._is_done(is_over):
            self._near(root)
        self.howmany.rest()
        return not is_stuck or stage.best != before

    def _is_done(self, is_over: Callable[[], bool]) -> bool:
        return self.stages[self.index].proven or is_over()

    def _meter(self, meter: Callable[[], bool]) -> Callable[[], bool]:
        """Whether a share is used up or the search is over; the helper is looked after on the way."""

        def is_over() -> bool:
            self._help()
            return meter() or self._is_over()

        return is_over

    def _part(self, part: float) -> Callable[[], bool]:
        return self._meter(self.limits.meter(self.limits.part(part)))

    def _root(self) -> Relaxation:
        """The linear program over all lines, and the bound that it proves."""
        stage = self.stages[self.index]
        master = Master(self.problem, self.index, self.best.ceilings(self.index))
        for column in (*self.best.lines, *self.pool.columns(range(len(self.problem.people)))):
            master.add(column)
        root = Relaxation(self.pricing, master)
        is_over = self._part(ROOT_PART)

        def told() -> bool:
            if root.bound > -np.inf:
                stage.raise_bound(ceil(root.bound - 1e-9))
                self.report(stage)
            return is_over() or stage.proven

        found = root.run(told, enough=ROOT_ENOUGH)
        told()
        self.pool.add(master.columns[place] for place in np.argsort(-master.reduced(found)))
        return root

    def _rounded(self, root: Relaxation) -> None:
        """For each person the line that the program uses most, then each anew beside the others."""
        used = root.master.solve().used
        lines: dict[int, Column] = {}
        for place in np.argsort(used, kind="stable"):
            lines[root.master.columns[place].place] = root.master.columns[place]
        self._settle(lines)

    def _settle(self, lines: dict[int, Column]) -> None:
        """Everyone's line as good as it can be beside the others; the roster is kept where it is better."""
        each = [1000.0 ** (self.index - place) for place in range(self.index + 1)]
        weights = np.array(each + [0.0] * (len(self.stages) - len(each)))
        while greedy(self.problem, self.pricing, weights, lines, is_over=self._is_over):
            pass
        self.best.adopt(list(lines.values()), self.index)

    def _dive(self, root: Relaxation, chance: random.Random | None = None) -> None:
        """A dive from the program; what its steps used is also there later on."""
        found, is_over = root.master.solve(), self._part(DIVE_PART)
        lines = dive(self.pricing, root.master, found, is_over=is_over, priced=self.pool.add, chance=chance)
        self.pool.add(lines)
        self._settle({column.place: column for column in lines})

    def _dives(self, root: Relaxation, is_over: Callable[[], bool]) -> None:
        """More of them by chance, where they are short: they come out far from alike."""
        part = int(self.limits.left * DIVES_PART / max(self.dive_took, SHORTEST))
        for _ in range(min(DIVES, part)):
            if self._is_done(is_over):
                return
            self._dive(root, self.chance)

    def _near(self, root: Relaxation) -> None:
        """The best roster among the lines near the bound."""
        self.closed = self.stages[self.index].best
        kept = (*self.best.lines, *self.pool.columns(range(len(self.problem.people))))
        lines = nearest(root, kept, (self.closed or 0) - 1 + 1e-6, self.limits.part(WHOLE_PART))
        if lines:
            self.best.adopt(lines, self.index)

    # -- some lines at a time ----------------------------------------------------------------------------------

    def _free(self) -> list[int]:
        """Whose lines are laid anew: some who could work where the roster costs something, and some by chance."""
        people = range(len(self.problem.people))
        amiss = self.problem.amiss(self.best.lines, self.index)
        near = self.problem.who_could(self.chance.choice(amiss)) if amiss else list(people)
        count = self.howmany.number
        first = self.chance.sample(near, min(len(near), (count + 1) // 2))
        rest = [one for one in people if one not in first]
        return first + self.chance.sample(rest, count - len(first))

    def _help(self) -> None:
        """Take what the helper found, and give it more to do."""
        helper = self.helper
        if helper is None or not helper.is_there or not self.best.lines:
            return
        answer = helper.answer()
        if answer:
            self.pool.add(answer.lines)
            self.howmany.learn(
                bool(answer.lines) and self.best.adopt_some(answer.lines, self.index), answer.hopeless
            )
        if helper.task is None and not self.stages[self.index].proven:
            free = self._free()
            pool = tuple(self.pool.columns(free))
            seconds = min(TASK_SECONDS, max(self.limits.seconds_left, 0.0))
            held, lines = tuple(self.best.ceilings(self.index)), tuple(self.best.lines)
            helper.ask(Task(self.index, held, lines, tuple(free), pool, seconds))
