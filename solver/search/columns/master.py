"""The linear program over the columns there are: one line for each person, demand as rows, earlier goals held.

It gives what one more person in each row would gain, which prices the next columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.glop import parameters_pb2
from ortools.math_opt.python import mathopt

from solver.search.columns.problem import Column, Problem

Floats = npt.NDArray[np.float64]
PARAMETERS = mathopt.SolveParameters(
    threads=1, glop=parameters_pb2.GlopParameters(use_preprocessing=False, use_dual_simplex=False)
)
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


class Master:
    """Grows by columns; those that are out for now keep their place."""

    def __init__(self, problem: Problem, index: int, ceilings: Sequence[int]) -> None:
        self.problem, self.index, self.ceilings = problem, index, list(ceilings)
        self.columns: list[Column] = []
        self.known: dict[tuple[int, tuple[int, ...], int], int] = {}
        self.model = mathopt.Model()
        self.model.minimize(0)
        self._rows()
        self.slack_count = 0
        self.used: list[mathopt.Variable] = []
        self._slack()
        self.solver = mathopt.IncrementalSolver(self.model, mathopt.SolverType.GLOP)

    def _rows(self) -> None:
        """The demand rows, then one for each person, then the earlier stages."""
        self.centres = [self._centre(place) for place in range(len(self.problem.rows))]
        people = len(self.problem.people)
        self.at_people = len(self.centres)
        self.at_stages = self.at_people + people
        sides = [(one, one) for one in self.centres] + [(1.0, 1.0)] * people
        sides += [(-np.inf, float(one)) for one in self.ceilings]
        self.rows = [self.model.add_linear_constraint(lb=low, ub=high) for low, high in sides]

    def _centre(self, place: int) -> float:
        """Where a row costs least: fewer are made up for from below, more from above."""
        row = self.problem.rows[place]
        total = row.costs[: self.index + 1].sum(axis=0)
        return float(int(total.argmin()))

    def _slack(self) -> None:
        """Variables for fewer and for more than the least costly number in each row, and for people without a line."""
        for place, row in enumerate(self.problem.rows):
            centre = int(self.centres[place])
            edges = [0, *row.bends, row.costs.shape[1] - 1]
            for low, high in zip(edges, edges[1:], strict=False):
                low_side, high_side = min(high, centre) - low, high - max(low, centre)
                if low < centre and low_side > 0:
                    self._add(row.slopes[:, low] * -1, [place], [1.0], low_side)
                if high > centre and high_side > 0:
                    self._add(row.slopes[:, high - 1], [place], [-1.0], high_side)
        self.dear = self._dear()
        for person in range(len(self.problem.people)):
            costs = np.zeros(len(self.problem.stages))
            costs[self.index] = self.dear
            self._add(costs, [self.at_people + person], [1.0], 1.0)

    def _dear(self) -> float:
        worst = sum(float(row.costs[self.index].max()) for row in self.problem.rows)
        return NOBODY * (worst / max(len(self.problem.people), 1) + 100.0)

    def _add(
        self, costs: Iterable[float], rows: Sequence[int], amounts: Sequence[float], most: float
    ) -> mathopt.Variable:
        each = list(costs)
        places, values = list(rows), list(amounts)
        for stage in range(self.index):
            if each[stage]:
                places.append(self.at_stages + stage)
                values.append(float(each[stage]))
        variable = self.model.add_variable(lb=0.0, ub=float(most))
        self.model.objective.set_linear_coefficient(variable, float(each[self.index]))
        for place, value in zip(places, values, strict=True):
            self.rows[place].set_coefficient(variable, float(value))
        return variable

    def add(self, column: Column) -> bool:
        """Add a column; False where it is there."""
        key = column.place, column.codes, column.size
        if key in self.known:
            return False
        rows, times = np.unique(self.problem.rows_of(column), return_counts=True)
        self.known[key] = len(self.columns)
        self.columns.append(column)
        places = [*rows.tolist(), self.at_people + column.place]
        self.used.append(self._add(column.costs, places, [*times.tolist(), 1.0], np.inf))
        return True

    def keep(self, kept: npt.NDArray[np.bool_]) -> None:
        """Only these columns may be used."""
        for variable, may in zip(self.used, kept, strict=True):
            most = np.inf if may else 0.0
            if variable.upper_bound != most:
                variable.upper_bound = most

    def solve(self) -> Relaxed:
        result = self.solver.solve(params=PARAMETERS)
        duals = np.array(result.dual_values(self.rows))
        weights = np.zeros(len(self.problem.stages))
        weights[self.index] = 1.0
        weights[: self.index] = -duals[self.at_stages :]
        return Relaxed(
            result.objective_value(),
            np.array(result.variable_values(self.used)),
            duals[: self.at_people],
            duals[self.at_people : self.at_stages],
            weights,
        )
