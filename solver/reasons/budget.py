"""A budget that the smallest positions exceed: what each line needs at least, added up.

Without demand nothing but the budget holds the lines together, so the least of the sum is the sum of what
each line needs at least by itself, and each line is solved alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from math import ceil

from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.reasons.core import Collision
from solver.reasons.givens import Given, line_path, of_line, of_unit
from solver.reasons.minimal import minimal
from solver.reasons.proof import Amount, Least, Prover
from solver.reasons.reduced import only
from solver.rules.budget import Budget

BUDGET = Given("budget_fte")
DETAILS: dict[Amount, str] = {"position": "positions", "minutes": "paid_minutes"}
HUNDREDTHS = 100


def over_budget(scenario: Scenario, prover: Prover, *, sizes_alone: bool) -> tuple[Collision, Finding] | None:
    """The lines that together need more than the budget; None where they do not, or it was not found out.

    `sizes_alone`: what they need by the sizes of their positions, which is found out much sooner.
    """
    if scenario.budget_fte_hundredths is None:
        return None
    amounts: tuple[Amount, ...] = ("position",) if sizes_alone else ("position", "minutes")
    for amount in amounts:
        needs = _Needs(scenario, prover, amount)
        places = needs.sizes if sizes_alone else needs.places
        if needs.exceed(places):
            found, proven = minimal(places, needs.exceed)
            lines = [Given(line_path(index)) for index in needs.lines if needs.own(index, found)]
            return Collision((*lines, *found, BUDGET), {}, proven), needs.finding(found)
    return None


class _Needs:
    """What the lines need at least of one amount, as a share of full time in basis points."""

    def __init__(self, scenario: Scenario, prover: Prover, amount: Amount) -> None:
        self.scenario, self.prover, self.amount = scenario, prover, amount
        self.people = len(scenario.employees) if scenario.cycle.rotation == "shared" else 1
        self.lines = range(len(scenario.employees) // self.people)
        self.budget = Fraction((scenario.budget_fte_hundredths or 0) * FULL_BASIS_POINTS, HUNDREDTHS)
        self._known: dict[tuple[int, frozenset[Given]], tuple[Least | None, Fraction]] = {}

    @property
    def places(self) -> list[Given]:
        """Everything that may make a line need much."""
        own = [given for index in self.lines for given in of_line(self.scenario, index)]
        return [*of_unit(self.scenario), *(given for given in own if given not in self.sizes), *self.sizes]

    @cached_property
    def sizes(self) -> list[Given]:
        """The sizes of positions alone, which are most often enough."""
        own = [given for index in self.lines for given in of_line(self.scenario, index)]
        return [given for given in own if ".position." in given.path]

    def own(self, index: int, kept: Sequence[Given]) -> list[Given]:
        return [given for given in kept if given.path.startswith(f"{line_path(index)}.")]

    def finding(self, kept: Sequence[Given]) -> Finding:
        """By how much the budget is exceeded at least."""
        total = ceil(sum(least.bound * share for least, share in self._all(kept) if least))
        return Budget().found(
            amount=total / FULL_BASIS_POINTS,
            limit=number(self.scenario.budget_fte_hundredths or 0),
            unit="fte",
            detail=DETAILS[self.amount],
        )

    def exceed(self, kept: Sequence[Given]) -> bool | None:
        """Whether the lines need more than the budget; None where it was not found out."""
        bounds, rosters = Fraction(), Fraction()
        for least, share in self._all(kept):
            if least is None or least.found is None:
                return None
            bounds += least.bound * share
            rosters += least.found * share
        return True if bounds > self.budget else False if rosters <= self.budget else None

    def _all(self, kept: Sequence[Given]) -> Iterator[tuple[Least | None, Fraction]]:
        """What each line needs, and what one unit of that is of full time."""
        unit = [given for given in kept if not given.path.startswith("employees")]
        for index in self.lines:
            own = self.own(index, kept)
            key = index, frozenset((*unit, *own))
            if key not in self._known:
                self._known[key] = self._solved(only(self.scenario, (Given(line_path(index)), *unit, *own)))
            yield self._known[key]

    def _solved(self, alone: Scenario) -> tuple[Least | None, Fraction]:
        full = alone.full_time_minutes_of(alone.employees[0])
        share = Fraction(1) if self.amount == "position" else Fraction(FULL_BASIS_POINTS, full)
        return self.prover.least(alone, self.amount), self.people * share
