"""Lines that are impossible by themselves, without demand, budget or the other lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.scenario import Scenario
from solver.reasons.core import Collision, days_that_matter
from solver.reasons.givens import DATED, Given, line_path, of_line, of_unit
from solver.reasons.minimal import minimal
from solver.reasons.proof import Prover
from solver.reasons.reduced import only

MOST_PER_LINE = 5
MOST_LINES = 10
"""A fault that all lines share is not told of a whole house, line by line."""


def impossible_lines(scenario: Scenario, prover: Prover) -> Iterator[Collision]:
    """The collisions of each line that has any, the lines most likely to have one first."""
    lines = [0] if scenario.cycle.rotation == "shared" else range(len(scenario.employees))
    unit, earlier = of_unit(scenario), list[Collision]()
    for index in sorted(lines, key=lambda one: not _is_likely(scenario, one)):
        found = list(_of_line(_Line(scenario, index, unit, prover), earlier))
        yield from found
        # what collides without the line's own part collides for all: it is told once
        of_all = {given for one in found if one.is_of_all for given in one.givens}
        unit = [given for given in unit if given not in of_all]
        earlier += found
        if len({one.lines[0] for one in earlier}) == MOST_LINES:
            return


def _is_likely(scenario: Scenario, index: int) -> bool:
    """Whether a line asks for more than a size and a number of weekends."""
    employee = scenario.employees[index]
    return bool(employee.rules.model_fields_set or any(getattr(employee, name) for name in DATED))


class _Line:
    """One line alone, with what the unit and the line itself ask for."""

    def __init__(self, scenario: Scenario, index: int, unit: list[Given], prover: Prover) -> None:
        self.scenario, self.prover = scenario, prover
        self.given = Given(line_path(index))
        self.places = [*unit, *of_line(scenario, index)]

    def impossible(self, kept: Sequence[Given]) -> bool | None:
        if self.prover.is_over:
            return None
        return self.prover.impossible(only(self.scenario, (self.given, *kept)))

    def like(self, collision: Collision) -> list[Given]:
        """The same places as in another line's collision, in this line."""
        theirs = [given.path.replace(collision.lines[0], self.given.path) for given in collision.givens]
        return [given for given in self.places if given.path in theirs]


def _of_line(line: _Line, earlier: list[Collision]) -> Iterator[Collision]:
    """One collision after another, each without the line's own part in those before it.

    What collides in one line often does in the next, so that is tried first.
    """
    for _ in range(MOST_PER_LINE):
        if not line.impossible(line.places):
            return
        alike = (line.like(one) for one in earlier)
        start = next((places for places in alike if line.impossible(places)), line.places)
        found, proven = minimal(start, line.impossible)
        days = days_that_matter(line.scenario, (line.given, *found), line.prover)
        yield Collision((line.given, *found), days, proven)
        own = [given for given in found if given.path.startswith(line.given.path)]
        line.places = [given for given in line.places if given not in (own or found)]
        if not found:
            return
