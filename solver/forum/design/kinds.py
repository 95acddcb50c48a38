"""The kinds of lines a design may use: what the scenario's own lines are like, without the people in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.scenario import Scenario
from solver.forum.asking import new_line
from solver.reasons.needed import person_minutes

MOST_LINES: Final = 60
"""No more lines than this are counted with, of all kinds together."""
LEAST_OF_A_KIND: Final = 2


@dataclass(frozen=True)
class Kind:
    """One kind of line: the employee that stands for it, and how many of it a design may have."""

    name: str
    like: Employee
    most: int


def kinds_of(scenario: Scenario) -> tuple[Kind, ...]:
    """Every kind there is among the lines, in the file's order, with room for a design made of few of them."""
    found: dict[str, Employee] = {}
    for one in scenario.employees:
        bare = stripped(one, "")
        found.setdefault(bare.model_dump_json(exclude_defaults=True), bare)
    most = _most_of_each(scenario, len(found))
    return tuple(Kind(f"N{number:02d}", like, most) for number, like in enumerate(found.values(), start=1))


def stripped(employee: Employee, name: str) -> Employee:
    """A vacant line of any size that works as this one does; what is hers alone is gone."""
    size = (0, FULL_BASIS_POINTS)
    return new_line(name, size, employee, before=(), min_weekends=None, counts_in_cover=True)


def lines_of(kinds: Iterable[Kind], numbers: Sequence[int]) -> tuple[Employee, ...]:
    """So many lines of each kind, named `N01-1`."""
    return tuple(
        kind.like.model_copy(update={"id": f"{kind.name}-{turn}"})
        for kind, number in zip(kinds, numbers, strict=True)
        for turn in range(1, number + 1)
    )


def _most_of_each(scenario: Scenario, kinds: int) -> int:
    """Twice the full-time equivalents of the demand, within what can be counted."""
    full = min(scenario.full_time_minutes_of(one) for one in scenario.employees)
    fte = ceil(person_minutes(scenario, scenario.demand) / full)
    return max(LEAST_OF_A_KIND, min(2 * fte, MOST_LINES // max(1, kinds)))
