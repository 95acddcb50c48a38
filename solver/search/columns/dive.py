"""From a linear program to a roster: decide the days that it is nearly sure of, price anew, and so on to the end."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from solver.search.columns.pricing import OPEN
from solver.search.columns.problem import Column
from solver.search.columns.relaxation import Relaxation

SURE = 0.9
LEAST_PART = 0.05
ROUNDS = 4


def dive(
    relaxation: Relaxation, is_over: Callable[[], bool], part: float = LEAST_PART, rounds: int = ROUNDS
) -> list[Column] | None:
    """A line for each person; None where the dive came to no end in time. What is decided is left decided."""
    master, fixed = relaxation.master, relaxation.pricing.fixed
    whole: set[int] = set()
    while not is_over():
        found = relaxation.run(is_over, most_rounds=rounds)
        chosen = [
            column for column, value in zip(master.columns, found.used, strict=True) if value > 1 - 1e-5
        ]
        if len(chosen) == len(master.people):
            return chosen
        without = _without(relaxation, found.used)
        if without & whole:
            return None
        fixed[list(without)] = OPEN
        whole |= without
        if not without and not _decide(relaxation, found.used, part, whole):
            return None
        relaxation.centre = None
        master.program.keep(compatible(relaxation, fixed).tolist())
    return None


def _without(relaxation: Relaxation, used: npt.NDArray[np.float64]) -> set[int]:
    """Those whom the program gives no line."""
    has = np.ones(len(relaxation.master.problem.people))
    has[relaxation.master.people] = 0
    for column, value in zip(relaxation.master.columns, used, strict=True):
        has[column.place] += value
    return {int(place) for place in np.flatnonzero(has < 1 - 1e-5)}


def _shares(relaxation: Relaxation, used: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """How much each person has each code on each day: [person, day, code]."""
    problem = relaxation.master.problem
    days = problem.scenario.cycle.days
    found = np.zeros((len(problem.people), days, len(problem.codes)))
    for place in np.flatnonzero(used > 1e-6):
        column = relaxation.master.columns[place]
        found[column.place, np.arange(days), list(column.codes)] += used[place]
    return found


def _decide(relaxation: Relaxation, used: npt.NDArray[np.float64], part: float, whole: set[int]) -> bool:
    """Decide the days that are nearly sure, and at least some; False where all are decided. Of those in `whole`, whose
    days found no line, a whole line at once.
    """
    fixed, shares = relaxation.pricing.fixed, _shares(relaxation, used)
    before = int((fixed == OPEN).sum())
    for place in whole:
        if (fixed[place] == OPEN).any():
            columns = [
                (u, c.codes) for u, c in zip(used, relaxation.master.columns, strict=True) if c.place == place
            ]
            fixed[place] = max(columns, default=(0.0, fixed[place]))[1]
    most, code = shares.max(axis=2), shares.argmax(axis=2)
    most[fixed != OPEN] = -1
    # days that all of a person's columns agree on say nothing of how sure the rest is
    unsure = most[(most >= 0) & (most < 1 - 1e-5)]
    count = max(1, int(np.ceil(part * len(unsure)))) if len(unsure) else 0
    limit = min(SURE, np.partition(unsure, len(unsure) - count)[len(unsure) - count]) if count else SURE
    chosen = most >= limit
    fixed[chosen] = code[chosen]
    return int((fixed == OPEN).sum()) < before


def compatible(relaxation: Relaxation, fixed: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Which columns have what is decided."""
    columns = relaxation.master.columns
    if not columns:
        return np.zeros(0, dtype=bool)
    codes = np.array([column.codes for column in columns], dtype=np.int32)
    held = fixed[[column.place for column in columns]]
    return ((held == OPEN) | (held == codes)).all(axis=1)  # type: ignore[no-any-return]
