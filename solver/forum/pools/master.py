"""Prices from what the parts proposed: a linear program that mixes proposals, and its whole-number twin.

Each part gives one proposal (or a mix of its own); units take no more of a place than the shared lines give. The price
of a place is what one more person there is worth to the units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from solver.forum.pools.parts import SCALE, Place, Prices, Proposal
from solver.search.columns.program import Program, Variable

DEAR: Final = 1e7
PARTS: Final = 1000
"""What it costs to pass a ceiling or the budget by one such part of it, while no proposals are known that keep it."""
INFINITE: Final = float("inf")
NODES: Final = 2000


@dataclass(frozen=True)
class Mixed:
    """What the linear program came to: its value, its prices, and the shared lines' proposals it mixes, most first."""

    value: float
    prices: Prices
    shared: tuple[Proposal, ...]
    taken: Mapping[Place, float]
    """what the units take of each place in the mix"""


@dataclass
class Master:
    """Proposals so far. `ceilings` are those of the goals before the one that is priced now."""

    parts: int
    budget: Sequence[int]
    proposals: list[Proposal] = field(default_factory=list)

    def add(self, one: Proposal | None) -> bool:
        """Whether the proposal is a new one."""
        if one is None or one in self.proposals:
            return False
        self.proposals.append(one)
        return True

    def mixed(self, ceilings: Sequence[int], seconds: float) -> Mixed:
        program, places = self._program(ceilings)
        value, used, duals = program.solve(seconds)
        first = self.parts + len(places)
        scales = [*(1 for _ in range(first)), *map(_scale, (*ceilings, *self.budget))]
        rows = [round(SCALE * abs(dual) / scale) for dual, scale in zip(duals, scales, strict=True)]
        held = rows[first : first + len(ceilings)]
        prices = Prices(
            {place: rows[self.parts + number] for place, number in places.items()},
            (*held, SCALE),
            tuple(rows[first + len(ceilings) :]),
        )
        weighed = [(amount, one) for amount, one in zip(used, self.proposals, strict=True) if one.part == 0]
        ordered = sorted((pair for pair in weighed if pair[0] > 1e-6), key=lambda pair: -pair[0])
        taken: dict[Place, float] = defaultdict(float)
        for amount, one in zip(used, self.proposals, strict=True):
            for place, count in one.amounts.items() if one.part else ():
                taken[place] += float(amount) * count
        return Mixed(value, prices, tuple(one for _, one in ordered), taken)

    def whole(self, ceilings: Sequence[int], seconds: float) -> tuple[tuple[Proposal, ...], int] | None:
        """One proposal of each part that fit together, and the goal's value; None where no such are known."""
        program, _ = self._program(ceilings)
        chosen = program.whole(range(len(self.proposals)), seconds, NODES)
        if chosen is None or chosen.cost >= DEAR / 2:
            return None
        found = sorted((self.proposals[number] for number in chosen.numbers), key=lambda one: one.part)
        return tuple(found), sum(one.goals[len(ceilings)] for one in found)

    def _program(self, ceilings: Sequence[int]) -> tuple[Program, Mapping[Place, int]]:
        """Rows: one proposal of each part; each place; the goals before; the budget."""
        known = sorted({place for one in self.proposals for place in one.amounts}, key=repr)
        places = {place: number for number, place in enumerate(known)}
        limits = [*ceilings, *self.budget]
        sides = [
            *((1.0, 1.0) for _ in range(self.parts)),
            *((0.0, INFINITE) for _ in places),
            *((-INFINITE, limit / _scale(limit)) for limit in limits),
        ]
        first = self.parts + len(places)
        slack = [Variable(DEAR, (first + number,), (-1.0,), INFINITE) for number in range(len(limits))]
        program = Program(sides, slack, goes_on=False)
        for one in self.proposals:
            sign = 1.0 if one.part == 0 else -1.0
            rows = [(one.part, 1.0)]
            rows += [(self.parts + places[place], sign * amount) for place, amount in one.amounts.items()]
            held = [*one.goals[: len(ceilings)], *(one.budget if self.budget else ())]
            rows += [
                (first + number, amount / _scale(limits[number]))
                for number, amount in enumerate(held)
                if amount
            ]
            cost = float(one.goals[len(ceilings)])
            program.add(Variable(cost, tuple(row for row, _ in rows), tuple(x for _, x in rows), 1.0))
        return program, places


def _scale(limit: int) -> int:
    """What a row is divided by, so that all rows are of like size."""
    return max(1, limit // PARTS)
