"""A linear program that grows by variables, solved where it was left; and its whole-number twin over some of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.linear_solver import pywraplp

Floats = npt.NDArray[np.float64]
PARAMETERS = "use_preprocessing:false use_dual_simplex:false"
"""Nothing is simplified first, so that the next solve goes on where the last one ended."""
WORK_A_SOLVE, WORK_A_NODE = 1e-5, 3e-5
"""What solving counts as work for each row and column, and a node of whole numbers for each column. Steps are not
counted: of a program that is solved before its first step the library tells any number."""


LEAST_SECONDS = 0.1


@dataclass(frozen=True)
class Variable:
    """What it costs, the rows it is on with how much it adds to each, and its most."""

    cost: float
    rows: tuple[int, ...]
    amounts: tuple[float, ...]
    most: float


@dataclass(frozen=True)
class Chosen:
    """Whole variables: their numbers, and what all costs."""

    numbers: list[int]
    cost: float


class Program:
    """Minimises. Variables from `slack` on are the columns, which are whole in the twin."""

    def __init__(
        self, sides: Iterable[tuple[float, float]], slack: Sequence[Variable], *, goes_on: bool = True
    ) -> None:
        """`goes_on`: it is solved more than once, each time from where it was."""
        self.sides, self.slack, self.columns = list(sides), list(slack), list[Variable]()
        self.work = 0.0
        self._model: Any = _solver("GLOP")
        if goes_on:
            self._model.SetSolverSpecificParametersAsString(PARAMETERS)
        self._rows = _rows(self._model, self.sides)
        for one in slack:
            _variable(self._model, self._rows, one)
        self._columns: list[Any] = []

    def add(self, column: Variable) -> None:
        self.columns.append(column)

    def solve(self, seconds: float) -> tuple[float, Floats, Floats]:
        """The value, how much of each column is used, and the price of each row; nothing of them where time ran out."""
        self.work += WORK_A_SOLVE * (len(self.sides) + len(self.columns))
        for one in self.columns[len(self._columns) :]:
            self._columns.append(_variable(self._model, self._rows, one))
        self._model.set_time_limit(int(1000 * max(seconds, LEAST_SECONDS)))
        if self._model.Solve() != pywraplp.Solver.OPTIMAL:
            return np.inf, np.zeros(len(self._columns)), np.zeros(len(self.sides))
        used = np.array([one.solution_value() for one in self._columns])
        return self._model.Objective().Value(), used, np.array([row.dual_value() for row in self._rows])

    def whole(
        self, kept: Iterable[int], seconds: float, nodes: int, hint: frozenset[int] = frozenset()
    ) -> Chosen | None:
        """The best choice of whole columns among these; None where none was found. `hint`: a choice that is known."""
        model: Any = _solver("SCIP")
        model.SetSolverSpecificParametersAsString(f"limits/nodes = {nodes}\n")
        model.set_time_limit(int(1000 * max(seconds, LEAST_SECONDS)))
        rows = _rows(model, self.sides)
        for one in self.slack:
            _variable(model, rows, one)
        taken = [(number, _variable(model, rows, self.columns[number], whole=True)) for number in kept]
        if hint:
            model.SetHint([one for _, one in taken], [float(number in hint) for number, _ in taken])
        status = model.Solve()
        self.work += WORK_A_NODE * min(max(model.nodes(), 1), nodes) * len(taken)
        if status not in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE):
            return None
        numbers = [int(number) for number, one in taken if one.solution_value() > 1 / 2]
        return Chosen(numbers, model.Objective().Value())


def nodes_within(work: float | None, columns: int, most: int) -> int:
    """How many nodes of a program of so many columns that work is, one at least; the most where none is counted."""
    return most if work is None else min(most, max(1, int(work / (WORK_A_NODE * max(columns, 1)))))


def _solver(name: str) -> Any:
    return pywraplp.Solver.CreateSolver(name)  # type: ignore[no-untyped-call]


def _rows(model: Any, sides: Iterable[tuple[float, float]]) -> list[Any]:
    return [model.RowConstraint(low, high, "") for low, high in sides]


def _variable(model: Any, rows: Sequence[Any], told: Variable, whole: bool = False) -> Any:
    variable = model.BoolVar("") if whole else model.NumVar(0.0, told.most, "")
    model.Objective().SetCoefficient(variable, told.cost)
    for row, amount in zip(told.rows, told.amounts, strict=True):
        rows[row].SetCoefficient(variable, amount)
    return variable
