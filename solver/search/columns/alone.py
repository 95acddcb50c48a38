"""A line for somebody for whom pricing finds none: by CP-SAT, which looks at every line there is."""

from __future__ import annotations

from typing import NamedTuple

from solver.search.columns.people import Person
from solver.search.columns.problem import Column, Problem
from solver.search.limits import Limits, OutOfTimeError
from solver.search.lines import LineModel
from solver.search.model import line_of
from solver.search.solve import solve

PART = 0.5
"""The most of the time left (or work) that one line may use."""


class Alone(NamedTuple):
    """A line, where one was found; or that there is none, where that was proven."""

    line: Column | None = None
    is_impossible: bool = False


def alone(problem: Problem, person: Person, limits: Limits, *, seed: int) -> Alone:
    """Any line that this person may have."""
    try:
        model = LineModel(problem.scenario, problem.rules, person.employee, limits)
    except OutOfTimeError:
        return Alone()
    found = solve(model.cp, limits, limits.part(PART), workers=1, seed=seed, way="check")
    if found.values is None:
        return Alone(is_impossible=found.infeasible)
    return Alone(problem.column_of(person, line_of(model, model.employee, found.values)))
