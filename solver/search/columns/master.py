"""The linear program over the columns there are: one line for each person, demand as rows, earlier goals held.

It gives what one more person in each row would gain, which prices the next columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from solver.search.columns.problem import Column, Problem
from solver.search.columns.program import Floats, Program, Variable, nodes_within
from solver.search.limits import Share

NOBODY = 4.0
"""How many times the dearest line it costs that a person has no line, so that there is always a solution."""
LEAST_DEAR = 100.0


@dataclass(frozen=True)
class Relaxed:
    """A solution of the linear program: its value, how much of each column is used, what one more in each row gains,
    what each person's line may cost, and what each earlier stage weighs.
    """

    value: float
    used: Floats
    gains: Floats
    lines: Floats
    weights: Floats


class Master:
    """Grows by columns; those that are out for now keep their place.

    `beside`: the lines of everyone else, who stay as they are.
    """

    def __init__(
        self, problem: Problem, index: int, ceilings: Sequence[int], beside: Sequence[Column] = ()
    ) -> None:
        self.problem, self.index, self.ceilings = problem, index, list(ceilings)
        self.others = list(beside)
        others = {column.place for column in beside}
        self.people = [one.place for one in problem.people if one.place not in others]
        self.line_of = {place: number for number, place in enumerate(self.people)}
        there = problem.heads(beside)
        self.row_costs = [row.costs[:, heads:] for row, heads in zip(problem.rows, there, strict=True)]
        self.beside = [sum(column.costs[stage] for column in beside) for stage in range(len(problem.stages))]
        self.columns: list[Column] = []
        self.rows_on: list[npt.NDArray[np.int64]] = []
        self.known: set[tuple[int, tuple[int, ...], int]] = set()
        self._lay_out()

    def _lay_out(self) -> None:
        """The demand rows, then one for each person, then the earlier stages; what the rows cost at least stands
        apart.
        """
        centres = [int(costs[: self.index + 1].sum(axis=0).argmin()) for costs in self.row_costs]
        least = sum(
            (costs[:, centre] for costs, centre in zip(self.row_costs, centres, strict=True)),
            start=np.zeros(len(self.problem.stages), dtype=np.int64),
        )
        self.least = [int(one) + own for one, own in zip(least, self.beside, strict=True)]
        self.at_people = len(centres)
        self.at_stages = self.at_people + len(self.people)
        sides = [(float(one), float(one)) for one in centres] + [(1.0, 1.0)] * len(self.people)
        sides += [(-np.inf, float(one - self.least[stage])) for stage, one in enumerate(self.ceilings)]
        slack = [one for place, centre in enumerate(centres) for one in self._slack(place, centre)]
        self.program = Program(sides, [*slack, *self._nobody()])

    def _slack(self, place: int, centre: int) -> Iterator[Variable]:
        """Fewer and more than the least costly number in a row, each stretch with its own slope."""
        slopes = np.diff(self.row_costs[place], axis=1)
        bends = np.flatnonzero(np.any(np.diff(slopes, axis=1) != 0, axis=0)) + 1
        edges = sorted({0, centre, *bends.tolist(), slopes.shape[1]})
        for low, high in pairwise(edges):
            side = 1 if high <= centre else -1
            costs = [int(-side * slope) for slope in slopes[:, low]]
            yield self._variable(costs, [place], [side], high - low)

    def _nobody(self) -> Iterator[Variable]:
        """That a person has no line, which is dear."""
        worst = sum(float(row.costs[self.index].max()) for row in self.problem.rows)
        dear = NOBODY * (worst / len(self.problem.people) + LEAST_DEAR)
        for person in range(len(self.people)):
            yield Variable(dear, (self.at_people + person,), (1.0,), 1.0)

    def _variable(
        self, costs: Sequence[int], rows: Sequence[int], amounts: Sequence[float], most: float
    ) -> Variable:
        """It also counts in what the earlier stages may come to."""
        held = [stage for stage in range(self.index) if costs[stage]]
        places = (*rows, *(self.at_stages + stage for stage in held))
        values = (*map(float, amounts), *(float(costs[stage]) for stage in held))
        return Variable(float(costs[self.index]), places, values, float(most))

    def add(self, column: Column) -> bool:
        """Add a column; False where it is there."""
        key = column.place, column.codes, column.size
        if key in self.known:
            return False
        self.known.add(key)
        self.columns.append(column)
        self.rows_on.append(self.problem.rows_of(column))
        rows, times = np.unique(self.rows_on[-1], return_counts=True)
        places = [*rows.tolist(), self.at_people + self.line_of[column.place]]
        self.program.add(self._variable(column.costs, places, [*times.tolist(), 1.0], np.inf))
        return True

    def solve(self) -> Relaxed:
        value, used, prices = self.program.solve(self.problem.seconds_left)
        self._worked()
        weights = np.zeros(len(self.problem.stages))
        weights[self.index] = 1.0
        weights[: self.index] = np.maximum(-prices[self.at_stages :], 0.0)
        gains, lines = prices[: self.at_people], prices[self.at_people : self.at_stages]
        return Relaxed(value + self.least[self.index], used, gains, lines, weights)

    def cost(self, lines: Sequence[Column]) -> float:
        """What the roster of these lines and those beside costs; infinite where it is none."""
        roster = [*self.others, *lines]
        if len(roster) < len(self.problem.people) or self.problem.overfull(roster):
            return np.inf
        worth = self.problem.value(roster)
        held = all(value <= most for value, most in zip(worth, self.ceilings, strict=False))
        return worth[self.index] if held else np.inf

    def whole(
        self, kept: npt.NDArray[np.int64], share: Share, nodes: int
    ) -> tuple[float, list[Column]] | None:
        """The best choice of a whole column for each person among some columns, and what it costs."""
        nodes = nodes_within(share.work, len(kept), nodes)
        found = self.program.whole(kept.tolist(), share.seconds, nodes)
        self._worked()
        if found is None:
            return None
        return found.cost + self.least[self.index], [self.columns[place] for place in found.numbers]

    def _worked(self) -> None:
        self.problem.worked(self.program.work)
        self.program.work = 0.0

    def reduced(self, found: Relaxed) -> Floats:
        """What using each column would cost more, by the program's prices."""
        pairs = zip(self.columns, self.rows_on, strict=True)
        return np.array([self.costs_more(found, column, rows) for column, rows in pairs])

    def costs_more(self, found: Relaxed, column: Column, rows: npt.NDArray[np.int64]) -> float:
        """What using a column on these rows would cost more."""
        line = found.lines[self.line_of[column.place]]
        return float(np.dot(found.weights, column.costs) - found.gains[rows].sum() - line)
