"""The shared lines divided between units by prices, goal by goal in their order.

Each round every part answers the prices with the best proposal for itself; their bounds together are a bound for all of
them (Lagrange: what the prices let pass is paid for), and the master makes new prices from the proposals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from solver.domain.pool import Pool
from solver.domain.scenario import Scenario
from solver.forum.pools.counted import Counted, counted
from solver.forum.pools.master import INFINITE, Master
from solver.forum.pools.parts import SCALE, Part, Place, Prices, Proposal, budget_of, parts_of, priced_goals
from solver.search.limits import Limits, Share

MOST_ROUNDS: Final = 60
"""Of prices for one goal."""
MODEST: Final = 1
"""What a place costs a unit that may have it: far less than any goal, so that only what is of no use is left."""
MOST_IDLE: Final = 8
"""Rounds in a row that neither prove more nor reach less, before it is enough."""
LESS: Final = 0.98
CALM: Final = 0.6
"""How much of the prices that proved most so far is in the next ones: prices that leap prove little."""
DEARER: Final = {"cover": 2000, "unwanted_part_time": 1, "small_positions": 40, "part_time": 1}
"""How many times more one of a goal is worth than one of the next, where it must not give way: a minute uncovered than
a basis point, a basis point (they come in hundreds) than a position, a small position than one in part time.
"""
LEAN: Final = 1
"""What a basis point costs at first where there is a budget: the first proposals use no more than they need."""
ANSWER_SHARE: Final = 0.03
"""Of the time left, what one part may use for one answer."""
MASTER_SECONDS: Final = 10.0
SWEEPS: Final = 3
"""So many times each unit in turn may better what was chosen, while it does not reach what is proven."""
TRIED: Final = 3
"""So many of the shared lines' proposals are tried as they are, the units answering what is left to them."""


@dataclass
class Pricing:
    """Prices under way; `values` and `bounds` are of the goals that were priced, `chosen` of each part one proposal."""

    pool: Pool
    whole: Scenario
    limits: Limits
    seed: int = 1
    from_counts: bool = True
    """begin from the counts of all units as one"""
    rounds: int = 0
    values: list[int] = field(default_factory=list)
    bounds: list[int | None] = field(default_factory=list)
    chosen: tuple[Proposal, ...] = ()
    counted: Counted = field(default_factory=Counted)

    def __post_init__(self) -> None:
        made = parts_of(self.pool, self.whole, self.limits)
        self.parts: Sequence[Part] = made.alone
        self.paired: Mapping[int, Part] = made.paired
        self.budget = budget_of(self.whole)
        self.master = Master(len(self.parts), self.budget)
        self.calm = Prices({}, (SCALE,), tuple(0 for _ in self.budget))

    def run(self) -> None:
        """Goal by goal while there is time, from what the counts of all units as one came to."""
        if self.from_counts:
            self.counted = counted(self.pool, self.whole, self.parts, limits=self.limits, seed=self.seed)
        for one in self.counted.proposals:
            self.master.add(one)
        lean = Prices({}, (SCALE,), (LEAN, 0) if self.budget else ())
        for part in self.parts:  # as if nothing were shared, and as if all were
            self.master.add(self._answer(part, lean, {})[0])
            self.master.add(self._answer(part, lean)[0])
        for goal in range(len(priced_goals(self.pool))):
            if self.limits.stopped_by or not self._goal(goal):
                return

    @property
    def shared(self) -> Proposal | None:
        """What the shared lines give."""
        return self.chosen[0] if self.chosen else None

    def _goal(self, goal: int) -> bool:
        """Price one goal, those before it held; False where nothing whole was found."""
        ceilings = self.values[:goal]
        if goal:
            self._begin(goal)
        best = self._priced(ceilings)
        self._settle(ceilings)
        found = self.master.whole(ceilings, MASTER_SECONDS)
        for _ in range(SWEEPS):
            if found is None or found[1] <= best or self.limits.stopped_by:
                break
            self._in_turn(found[0], len(ceilings))
            found = self.master.whole(ceilings, MASTER_SECONDS)
        if found is None:
            return False
        self.chosen, value = found
        self.values.append(value)
        self.bounds.append(best)
        return True

    def _in_turn(self, chosen: Sequence[Proposal], goal: int) -> None:
        """Each unit in turn with the shared lines free for it, but for what the other units take of them."""
        prices = self._dearer(goal)
        free = Prices({}, prices.goals, prices.budget)
        for number, part in self.paired.items():
            others = [one for one in chosen if one.part not in (0, number)]
            taken = {place: amount for one in others for place, amount in one.amounts.items()}
            given, _ = part.propose(free, self.limits, self._share, seed=self.seed, least=taken)
            if given:
                near = self._near(given.amounts, prices)
                if near:
                    self._answers_to(near, prices)

    def _settle(self, ceilings: Sequence[int]) -> None:
        """Whole proposals near the mix: what the shared lines can give of it, and the units' answers to that."""
        mixed, prices = self.master.mixed(ceilings, MASTER_SECONDS), self._dearer(len(ceilings))
        near = self._near(mixed.taken, mixed.prices)
        for one in (*([near] if near else []), *mixed.shared[:TRIED]):
            self._answers_to(one, prices)

    def _near(self, taken: Mapping[Place, float], prices: Prices) -> Proposal | None:
        """What the shared lines can give of this, as a proposal of theirs."""
        near = self.parts[0].nearest(taken, prices, self.limits, self._share, seed=self.seed)
        self.master.add(near)
        return near

    def _begin(self, goal: int) -> None:
        """What every part would do that keeps the goals before above all, at the prices of the one before."""
        prices = self._dearer(goal)
        for part in self.parts:
            self.master.add(self._answer(part, prices)[0])
        self._answers_to(self.chosen[0], prices)

    def _priced(self, ceilings: Sequence[int]) -> int:
        """Rounds of prices until they prove what the proposals reach, or nothing new comes; what is proven."""
        best, calm, idle, reached = self.counted.bound(ceilings), None, 0, INFINITE
        for _ in range(MOST_ROUNDS):
            mixed = self.master.mixed(ceilings, MASTER_SECONDS)
            if self.limits.stopped_by or mixed.value < best + 1 / 2:
                break
            prices = mixed.prices if calm is None else calmed(calm, mixed.prices)
            fresh, bound = self._round(prices, ceilings)
            if not fresh and prices != mixed.prices:
                prices = mixed.prices
                fresh, bound = self._round(prices, ceilings)
            idle = 0 if bound > best or mixed.value < LESS * reached else idle + 1
            reached = min(reached, mixed.value)
            if bound > best or calm is None:
                best, calm = max(best, bound), prices
            if not fresh or idle >= MOST_IDLE:
                break
        self.calm = calm or self.calm
        return best

    def _round(self, prices: Prices, ceilings: Sequence[int]) -> tuple[bool, int]:
        """Tell prices to every part: whether anything new came of it, and the bound it proves."""
        self.rounds += 1
        fresh, total = False, 0
        for part in self.parts:
            found, bound = self._answer(part, prices)
            fresh = self.master.add(found) or fresh
            total += -(10**15) if bound is None else bound
        held = zip(prices.goals, ceilings, strict=False)
        budget = zip(prices.budget, self.budget, strict=True)
        paid = sum(price * limit for price, limit in (*held, *budget))
        return fresh, ceil((total - paid) / SCALE)

    def _answers_to(self, given: Proposal, prices: Prices) -> None:
        """The units with no more than the shared lines give in a proposal; what they need not take is left."""
        for part in self.parts[1:]:
            modest = Prices(dict.fromkeys(part.places, MODEST), prices.goals, prices.budget)
            self.master.add(self._answer(part, modest, given.amounts)[0])

    def _answer(
        self, part: Part, prices: Prices, most: Mapping[Place, int] | None = None
    ) -> tuple[Proposal | None, int | None]:
        held = most if part.number else None
        return part.propose(prices, self.limits, self._share, seed=self.seed, most=held)

    def _dearer(self, goal: int) -> Prices:
        return dearer(self.calm, priced_goals(self.pool)[: goal + 1])

    @property
    def _share(self) -> Share:
        return self.limits.part(ANSWER_SHARE)


def dearer(calm: Prices, goals: Sequence[str]) -> Prices:
    """Prices at which a goal is worth far more than those after it; those of places keep their part of the first one's.

    `goals` are those before the one that is priced, and that one.
    """
    weights = [SCALE]
    for name in reversed(goals[:-1]):
        weights.insert(0, weights[0] * DEARER[name])
    first = weights[0] // max(1, calm.goals[0])
    return Prices({place: price * first for place, price in calm.places.items()}, tuple(weights), calm.budget)


def calmed(calm: Prices, sharp: Prices) -> Prices:
    """Prices between those that proved most and the newest."""

    def between(one: int, other: int) -> int:
        return round(CALM * one + (1 - CALM) * other)

    places = {*calm.places, *sharp.places}
    return Prices(
        {place: between(calm.places.get(place, 0), sharp.places.get(place, 0)) for place in places},
        (*map(between, calm.goals[:-1], sharp.goals[:-1]), SCALE),
        tuple(map(between, calm.budget, sharp.budget)),
    )
