"""A first roster, one line after another: each the best there is beside those laid before it, and once more around."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from solver.search.columns.pricing import Floats, Pricing
from solver.search.columns.problem import Column, Problem

DEAR = 1000
"""what one more where nobody more may come costs, beside the dearest of the row"""
LINES = 8
"""how many of a person's cheapest lines are looked at for one that breaks no rule"""


def greedy(
    problem: Problem,
    pricing: Pricing,
    weights: Floats,
    lines: dict[int, Column],
    *,
    is_over: Callable[[], bool],
) -> bool:
    """Lay (or lay anew) everyone's line once; whether anything became better. Who has no possible line has none."""
    better = False
    there = problem.heads(list(lines.values()))
    gains = np.array([gain(row.costs, n, weights) for row, n in zip(problem.rows, there, strict=True)])

    def changed(column: Column | None, by: int) -> None:
        """One more or fewer on a line's rows."""
        for row in problem.rows_of(column).tolist() if column else ():
            there[row] += by
            gains[row] = gain(problem.rows[row].costs, there[row], weights)

    for person in problem.people:
        if is_over():
            return better
        old = lines.get(person.place)
        changed(old, -1)
        found = _line(pricing, person.place, gains, weights)
        if found is None and old is None:
            found = _any_line(pricing, person.place, gains * 0, weights)
        if found and (
            old is None
            or _worth(problem, found, gains, weights) < _worth(problem, old, gains, weights) - 1e-6
        ):
            lines[person.place] = found
            better = True
        changed(lines.get(person.place), 1)
    return better


def _line(pricing: Pricing, place: int, gains: Floats, weights: Floats) -> Column | None:
    """The cheapest of a person's lines that breaks no rule."""
    priced = pricing.price(gains, weights, who=[place], most=LINES, turns=1)
    options = sorted(priced.columns, key=lambda one: one[1])
    return next((column for column, _ in options if pricing.problem.holds(column)), None)


def _any_line(pricing: Pricing, place: int, gains: Floats, weights: Floats) -> Column | None:
    """Any line is better than none, if need be far from an even pace."""
    found = _line(pricing, place, gains, weights)
    if found:
        return found
    kind = next(kind for kind in pricing.problem.kinds if any(one.place == place for one in kind.people))
    return _line(pricing, place, gains, weights) if kind.widen() else None


def gain(costs: npt.NDArray[np.int64], there: int, weights: Floats) -> float:
    """What one more in a row gains; very little of it where nobody more may come."""
    if there + 1 >= costs.shape[1]:
        return -float(np.dot(weights, np.abs(costs).max(axis=1)) + DEAR)
    return float(np.dot(weights, costs[:, there] - costs[:, there + 1]))


def _worth(problem: Problem, column: Column, gains: Floats, weights: Floats) -> float:
    return float(np.dot(weights, column.costs)) - float(gains[problem.rows_of(column)].sum())
