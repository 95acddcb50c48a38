"""The linear program over the columns there are: one line for each person, demand as rows, earlier goals held.

It gives what one more person in each row would gain, which prices the next columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from ortools.linear_solver import pywraplp

from solver.search.columns.problem import Column, Problem

Floats = npt.NDArray[np.float64]
PARAMETERS = "use_preprocessing:false use_dual_simplex:false"
"""Nothing is simplified first, so that the next solve goes on where the last one ended."""
NOBODY = 4.0
"""How many times the dearest line it costs that a person has no line, so that there is always a solution."""


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


@dataclass(frozen=True)
class Whole:
    """Whole columns, by their numbers, what they cost in all, and whether there are proven to be none better."""

    cost: float
    columns: list[int]
    best: bool


Told = tuple[float, list[int], list[float], float]
"""A variable: its cost, its rows, how much it adds to each, and its most."""


class Master:
    """Grows by columns; those that are out for now keep their place.

    `beside`: the lines of everyone else, who stay as they are.
    """

    def __init__(
        self, problem: Problem, index: int, ceilings: Sequence[int], beside: Sequence[Column] = ()
    ) -> None:
        self.problem, self.index = problem, index
        self.there = problem.heads(beside)
        self.costs_beside = [
            sum(column.costs[stage] for column in beside) for stage in range(len(problem.stages))
        ]
        self.ceilings = [one - self.costs_beside[stage] for stage, one in enumerate(ceilings)]
        others = {column.place for column in beside}
        self.people = [one.place for one in problem.people if one.place not in others]
        self.line_of = {place: number for number, place in enumerate(self.people)}
        self.row_costs = [row.costs[:, there:] for row, there in zip(problem.rows, self.there, strict=True)]
        self.columns: list[Column] = []
        self.rows_on: list[npt.NDArray[np.int64]] = []
        self.known: dict[tuple[int, tuple[int, ...], int], int] = {}
        self.model = pywraplp.Solver.CreateSolver("GLOP")
        self.model.SetSolverSpecificParametersAsString(PARAMETERS)
        self.goal = self.model.Objective()
        self._rows()
        self.used: list[pywraplp.Variable] = []
        self.slack: list[Told] = []
        self.told: list[Told] = []
        self._slack()
        for stage, ceiling in enumerate(self.ceilings):
            self.rows[self.at_stages + stage].SetUb(float(ceiling - self.least[stage]))

    def _rows(self) -> None:
        """The demand rows, then one for each person, then the earlier stages."""
        self.centres = [self._centre(place) for place in range(len(self.problem.rows))]
        people = len(self.people)
        self.at_people = len(self.centres)
        self.at_stages = self.at_people + people
        sides = [(one, one) for one in self.centres] + [(1.0, 1.0)] * people
        sides += [(-np.inf, float(one)) for one in self.ceilings]
        # what the rows cost at least stands apart, also in what the earlier stages may come to
        self.rows = [self.model.RowConstraint(float(low), float(high), "") for low, high in sides]

    def _centre(self, place: int) -> float:
        """Where a row costs least: fewer are made up for from below, more from above."""
        return float(int(self.row_costs[place][: self.index + 1].sum(axis=0).argmin()))

    def whole(self, kept: npt.NDArray[np.int64], seconds: float, nodes: int) -> Whole | None:
        """The best choice of one whole column for each person among some columns; None where there is none."""
        model = pywraplp.Solver.CreateSolver("SCIP")
        model.SetSolverSpecificParametersAsString(f"limits/nodes = {nodes}\n")
        model.set_time_limit(int(1000 * seconds))
        rows = [model.RowConstraint(row.lb(), row.ub(), "") for row in self.rows]
        goal = model.Objective()
        for costs, places, values, most in self.slack:
            variable = model.NumVar(0.0, most, "")
            goal.SetCoefficient(variable, costs)
            for place, value in zip(places, values, strict=True):
                rows[place].SetCoefficient(variable, value)
        taken = []
        for number in kept:
            variable = model.BoolVar("")
            taken.append(variable)
            costs, places, values, _ = self.told[number]
            goal.SetCoefficient(variable, costs)
            for place, value in zip(places, values, strict=True):
                rows[place].SetCoefficient(variable, value)
        status = model.Solve()
        if status not in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE):
            return None
        columns = [int(number) for number, one in zip(kept, taken, strict=True) if one.solution_value() > 0.5]
        return Whole(goal.Value() + self.constant, columns, status == pywraplp.Solver.OPTIMAL)

    def _slack(self) -> None:
        """Variables for fewer and for more than the least costly number in each row, and for people without a line."""
        self.least = np.zeros(len(self.problem.stages))
        for place, costs in enumerate(self.row_costs):
            centre, slopes = int(self.centres[place]), np.diff(costs, axis=1)
            self.least += costs[:, centre]
            bends = np.flatnonzero(np.any(np.diff(slopes, axis=1) != 0, axis=0)) + 1
            edges = sorted({0, centre, *bends.tolist(), costs.shape[1] - 1})
            for low, high in pairwise(edges):
                side = 1.0 if high <= centre else -1.0
                self._add(-side * slopes[:, low], [place], [side], high - low)
        self.dear = self._dear()
        for person in range(len(self.people)):
            costs = np.zeros(len(self.problem.stages))
            costs[self.index] = self.dear
            self._add(costs, [self.at_people + person], [1.0], 1.0)

    def _dear(self) -> float:
        worst = sum(float(row.costs[self.index].max()) for row in self.problem.rows)
        return NOBODY * (worst / len(self.problem.people) + 100.0)

    def _add(
        self,
        costs: Iterable[float],
        rows: Sequence[int],
        amounts: Sequence[float],
        most: float,
        *,
        is_column: bool = False,
    ) -> pywraplp.Variable:
        each = list(costs)
        places, values = list(rows), list(amounts)
        for stage in range(self.index):
            if each[stage]:
                places.append(self.at_stages + stage)
                values.append(float(each[stage]))
        (self.told if is_column else self.slack).append(
            (float(each[self.index]), places, [float(one) for one in values], float(most))
        )
        variable = self.model.NumVar(0.0, float(most), "")
        self.goal.SetCoefficient(variable, float(each[self.index]))
        for place, value in zip(places, values, strict=True):
            self.rows[place].SetCoefficient(variable, float(value))
        return variable

    def add(self, column: Column) -> bool:
        """Add a column; False where it is there."""
        key = column.place, column.codes, column.size
        if key in self.known:
            return False
        self.rows_on.append(self.problem.rows_of(column))
        rows, times = np.unique(self.rows_on[-1], return_counts=True)
        self.known[key] = len(self.columns)
        self.columns.append(column)
        places = [*rows.tolist(), self.at_people + self.line_of[column.place]]
        self.used.append(self._add(column.costs, places, [*times.tolist(), 1.0], np.inf, is_column=True))
        return True

    def keep(self, kept: npt.NDArray[np.bool_]) -> None:
        """Only these columns may be used."""
        for variable, may in zip(self.used, kept, strict=True):
            most = np.inf if may else 0.0
            if variable.ub() != most:
                variable.SetUb(most)

    def solve(self) -> Relaxed:
        self.model.Solve()
        duals = np.array([row.dual_value() for row in self.rows])
        weights = np.zeros(len(self.problem.stages))
        weights[self.index] = 1.0
        weights[: self.index] = -duals[self.at_stages :]
        return Relaxed(
            self.goal.Value() + self.constant,
            np.array([one.solution_value() for one in self.used]),
            duals[: self.at_people],
            duals[self.at_people : self.at_stages],
            weights,
        )

    @property
    def constant(self) -> float:
        """What is not in the program's own value: rows at their least, and the lines beside."""
        return float(self.least[self.index] + self.costs_beside[self.index])

    def reduced(self, found: Relaxed) -> Floats:
        """What using each column would cost more, by the program's prices."""
        return np.array(
            [
                float(
                    np.dot(found.weights, column.costs)
                    - found.gains[rows].sum()
                    - found.lines[self.line_of[column.place]]
                )
                for column, rows in zip(self.columns, self.rows_on, strict=True)
            ]
        )
