"""Lines that are possible one by one and impossible together: at most so many at once, or a budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.scenario import Scenario
from solver.reasons.core import Collision, days_that_matter
from solver.reasons.givens import DATED, Given, line_path, of_line, of_links, of_unit
from solver.reasons.minimal import minimal
from solver.reasons.proof import Prover
from solver.reasons.reduced import only

MOST_COLLISIONS = 5
QUICK_WORK = 5.0
"""Deterministic time in which fewer rules must show that lines collide."""
FEW_LINES = 12
"""Of so many lines together everything is solved again under all rules; more take too long."""


def collisions_of_days(scenario: Scenario, prover: Prover) -> Iterator[Collision]:
    """What is decided for single days against what holds the lines together, one collision after another."""
    between = _Between(scenario, prover)
    links = of_links(scenario)
    for _ in range(MOST_COLLISIONS):
        found = between.smallest(between.dated, links, between.law)
        if not found:
            return
        yield found
        links = [given for given in links if given not in found.givens]


def collision_of_all(scenario: Scenario, prover: Prover) -> Collision | None:
    """All that the lines ask for against what holds them together; without the law first, being quicker."""
    between, links = _Between(scenario, prover), of_links(scenario)
    quick = between.smallest(between.places, links, between.law)
    return quick or between.smallest(between.places, links, frozenset())


class _Between:
    """The lines of a scenario and what they ask for.

    Fewer rules make a smaller model, and what is impossible without the law is impossible with it.
    """

    def __init__(self, scenario: Scenario, prover: Prover) -> None:
        self.scenario, self.prover = scenario, prover
        self.law = frozenset(rule.card.id for rule in prover.rules if rule.card.level == "law")
        self.unit = of_unit(scenario)
        shared = scenario.cycle.rotation == "shared"
        self.indices = range(1 if shared else len(scenario.employees))
        own = [given for index in self.indices for given in of_line(scenario, index)]
        self.dated = [given for given in own if given.path.partition(".")[2].startswith(DATED)]
        self.places = [*self.unit, *(given for given in own if given not in self.dated), *self.dated]

    def impossible(
        self, kept: Sequence[Given], without: frozenset[str] = frozenset(), work: float | None = None
    ) -> bool | None:
        """Whether these collide; lines that are not there are left out with what is theirs."""
        reduced = only(self.scenario, kept)
        return self.prover.impossible(reduced, without, work=work) if reduced.employees else False

    def smallest(self, places: list[Given], links: list[Given], without: frozenset[str]) -> Collision | None:
        """First as few lines and links as can be, then as few of their places; at last all rules are back."""
        lines = [Given(line_path(index)) for index in self.indices]
        if not set(self.unit) & set(places):  # then a line that asks for nothing is free to be empty
            asking = {_line_of(given) for given in places}
            lines = [line for line in lines if line.path in asking]
        if not self.impossible((*lines, *links, *places), without, QUICK_WORK if without else None):
            return None
        frame, _ = minimal([*lines, *links], lambda kept: self.impossible((*kept, *places), without))
        present = {given.path for given in frame}
        rest = [given for given in places if given in self.unit or _line_of(given) in present]
        found, proven = minimal([*rest, *frame], lambda kept: self.impossible(kept, without))
        is_small = len([line for line in lines if line in frame]) <= FEW_LINES
        if without and is_small:
            found, proven = minimal(found, self.impossible)
        days = days_that_matter(self.scenario, found, self.prover) if is_small else {}
        return Collision(found, days, proven and (is_small or not without))


def _line_of(given: Given) -> str:
    return given.path.partition(".")[0]
